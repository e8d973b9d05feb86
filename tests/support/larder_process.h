// Really started `larder` processes of one person: a folder with their lists, and whatever of the system's
// environment would lead them to anybody else's is turned there too.
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace larder::test {

struct Ended {
    int code = -1; // -1: it crashed, was killed or did not end
    QString said;
    QString complained;
};

class LarderHome {
public:
    LarderHome();

    QString folder() const { return m_folder.path(); }
    QString database() const { return m_folder.filePath(QStringLiteral("larder/larder.sqlite")); }
    static QString program();
    // Where the process that has the lists open listens.
    QString socket() const;

    Ended run(const QStringList &words, const QByteArray &input = {});
    Ended runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {});
    enum class Input : quint8 { Closed, Open };
    // Each is killed with whoever holds it, and with the test.
    std::unique_ptr<QProcess> start(const QStringList &words, Input input = Input::Closed);
    std::unique_ptr<QProcess> startWindow(const QStringList &words = {}) { return start(words); }
    static Ended await(QProcess &process);

    // Waits until this process listens to others.
    bool awaitSocket(const QProcess &process) const;
    // As if somebody had signed in at a server that is not there.
    void pretendSignedIn() const;

    QProcessEnvironment environment;

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_runtime;
};

} // namespace larder::test
