#include "tests/support/larderd.h"

#include "tests/support/postgres.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace larder::test {

using namespace Qt::StringLiterals;

static constexpr int kStartPatienceMs = 20'000;
static constexpr int kStopPatienceMs = 20'000;

Larderd::Larderd(QStringList arguments, const QString &folder)
    : m_owned(folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_folder(folder.isEmpty() ? m_owned->path() : folder)
    , m_arguments(std::move(arguments))
{
    start();
}

Larderd::Larderd(const storage::Options &postgres, QStringList arguments)
    : m_owned(std::make_unique<QTemporaryDir>())
    , m_folder(m_owned->path())
    , m_arguments(std::move(arguments))
{
    m_arguments << u"--database"_s << QString::fromUtf8(conninfo(postgres));
    start();
}

Larderd::~Larderd()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(kStopPatienceMs);
    }
}

void Larderd::start()
{
    QStringList arguments { u"--data-dir"_s, m_folder, u"--http-port"_s, u"0"_s, u"--sync-port"_s, u"0"_s };
    if (!m_arguments.contains(u"--auth-attempts-per-minute"_s)) {
        arguments << u"--auth-attempts-per-minute"_s << u"100000"_s;
    }
    m_process.setStandardErrorFile(m_folder + u"/larderd.log"_s, QIODevice::Append);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    // A test that aborts leaves no server behind. Linux counts the thread that started it as the parent.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QStringLiteral(LARDERD_PROGRAM), arguments + m_arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kStartPatienceMs)) {
            qFatal("larderd did not start: %s\n%s", qPrintable(m_process.errorString()), log().constData());
        }
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_httpPort = quint16(line.value("httpPort"_L1).toInt());
    m_syncPort = quint16(line.value("syncPort"_L1).toInt());
}

int Larderd::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kStopPatienceMs)) {
        qFatal("larderd did not stop\n%s", log().constData());
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Larderd::kill()
{
    m_process.kill();
    m_process.waitForFinished(kStopPatienceMs);
}

QByteArray Larderd::log() const
{
    QFile file(m_folder + u"/larderd.log"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 Larderd::residentBytes() const
{
    QFile file(u"/proc/%1/statm"_s.arg(pid()));
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)
        : 0;
}

HttpAnswer Larderd::call(
    const QByteArray &method, const QByteArray &path, const QJsonObject &body, const QByteArray &token) const
{
    HttpClient client(m_httpPort);
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!token.isEmpty()) {
        headers.append({ "Authorization", "Bearer " + token });
    }
    const bool hasBody = method == "POST" || method == "PUT" || method == "PATCH";
    return client.ask(
        method, path, hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray(), headers);
}

Larderd::User Larderd::registerUser(const QByteArray &name) const
{
    const QByteArray email = name.toLower() + "@example.org";
    const HttpAnswer answer = call("POST", "/api/auth/register",
        { { u"email"_s, QString::fromUtf8(email) }, { u"name"_s, QString::fromUtf8(name) },
            { u"password"_s, u"correct horse"_s } });
    if (answer.status != 200) {
        qFatal("can't register: %d %s", answer.status, answer.body.constData());
    }
    const QJsonObject json = answer.json();
    return { json.value("accessToken"_L1).toString().toLatin1(),
        json.value("refreshToken"_L1).toString().toLatin1(),
        json.value("user"_L1).toObject().value("id"_L1).toString().toLatin1(), email };
}

} // namespace larder::test
