// A really started `larder headless`, to be spoken to and to be killed.
//
// Answers come in the order of what was said; each is one JSON object. What was said and not answered when
// the process dies is never answered: nobody can know whether it was done.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QUrl>

#include <deque>
#include <functional>

namespace larder::test {

class HeadlessClient final : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const QJsonObject &answer)>;

    // Keeps its lists in `folder`.
    HeadlessClient(QString folder, QUrl server);
    ~HeadlessClient() override;

    void start();
    // SIGKILL; what it had answered by then is still taken.
    void kill();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    QByteArray log() const;

    void say(const QString &line, Answered answered = {});
    // Waits for the answer, and aborts the test when there is none in time.
    QJsonObject ask(const QString &line, int seconds = 60);

private:
    void take();

    const QString m_folder;
    const QUrl m_server;
    QProcess m_process;
    std::deque<Answered> m_waiting;
};

} // namespace larder::test
