#include "tests/support/headless_client.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <csignal>
#include <sys/prctl.h>

namespace larder::test {

using namespace Qt::StringLiterals;

HeadlessClient::HeadlessClient(QString folder, QUrl server)
    : m_folder(std::move(folder))
    , m_server(std::move(server))
{
    m_process.setProgram(QStringLiteral(LARDER_PROGRAM));
    m_process.setArguments({ u"headless"_s, u"--database"_s, m_folder + u"/larder.sqlite"_s, u"--server"_s,
        m_server.toString() });
    m_process.setStandardErrorFile(m_folder + u"/larder.log"_s, QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HeadlessClient::take);
}

HeadlessClient::~HeadlessClient()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void HeadlessClient::start()
{
    m_process.start();
    if (!m_process.waitForStarted()) {
        qFatal("larder did not start: %s", qPrintable(m_process.errorString()));
    }
}

void HeadlessClient::kill()
{
    m_process.kill();
    m_process.waitForFinished();
    take();
    m_waiting.clear();
}

QByteArray HeadlessClient::log() const
{
    QFile file(m_folder + u"/larder.log"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void HeadlessClient::say(const QString &line, Answered answered)
{
    m_waiting.push_back(std::move(answered));
    m_process.write(line.toUtf8() + '\n');
}

void HeadlessClient::take()
{
    while (m_process.canReadLine() && !m_waiting.empty()) {
        const QJsonObject answer = QJsonDocument::fromJson(m_process.readLine()).object();
        const Answered answered = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (answered) {
            answered(answer);
        }
    }
}

QJsonObject HeadlessClient::ask(const QString &line, int seconds)
{
    QJsonObject given;
    bool done = false;
    say(line, [&](const QJsonObject &answer) {
        given = answer;
        done = true;
    });
    if (!QTest::qWaitFor([&] { return done; }, seconds * 1000)) {
        qFatal("larder did not answer to %s", qPrintable(line.section(u' ', 0, 0)));
    }
    return given;
}

} // namespace larder::test
