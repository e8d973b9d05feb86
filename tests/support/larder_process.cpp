#include "tests/support/larder_process.h"

#include "app/instance/instance_address.h"
#include "core/sync/file_token_store.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QTest>

#include <csignal>
#include <sys/prctl.h>

namespace larder::test {

using namespace Qt::StringLiterals;

static constexpr int kPatience = 120'000;

LarderHome::LarderHome()
    : environment(QProcessEnvironment::systemEnvironment())
    , m_runtime(u"/tmp/larder-test-XXXXXX"_s)
{
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.remove(u"NO_COLOR"_s);
}

QString LarderHome::program()
{
    return QStringLiteral(LARDER_PROGRAM);
}

static std::unique_ptr<QProcess> begin(
    const QProcessEnvironment &environment, const QString &program, const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(program, arguments);
    if (!process->waitForStarted(kPatience)) {
        qFatal("%s did not start", qPrintable(program));
    }
    return process;
}

Ended LarderHome::run(const QStringList &words, const QByteArray &input)
{
    return runProgram(program(), words, input);
}

Ended LarderHome::runProgram(const QString &name, const QStringList &arguments, const QByteArray &input)
{
    const auto process = begin(environment, name, arguments);
    process->write(input);
    process->closeWriteChannel();
    return await(*process);
}

std::unique_ptr<QProcess> LarderHome::start(const QStringList &words, Input input)
{
    auto process = begin(environment, program(), words);
    if (input == Input::Closed) {
        process->closeWriteChannel();
    }
    return process;
}

Ended LarderHome::await(QProcess &process)
{
    // The test's own sockets are served meanwhile.
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kPatience)) {
        process.kill();
        process.waitForFinished();
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

QString LarderHome::socket() const
{
    const auto path
        = app::instanceSocket(app::canonicalDatabase(database()), { m_runtime.path() + u"/larder"_s });
    return path ? *path : QString();
}

// What a killed process left is a file, but nobody who listens.
bool LarderHome::awaitSocket(const QProcess &process) const
{
    const bool listens = QTest::qWaitFor(
        [&] {
            QLocalSocket peer;
            peer.connectToServer(socket());
            return peer.waitForConnected(100) || process.state() == QProcess::NotRunning;
        },
        kPatience);
    return listens && process.state() == QProcess::Running;
}

void LarderHome::pretendSignedIn() const
{
    const sync::Credentials credentials { .server = QUrl(u"http://127.0.0.1:1"_s),
        .sync = QUrl(u"ws://127.0.0.1:1/sync"_s),
        .user = *model::UserId::fromString(u"01a2088c-1867-7324-8760-df581be1d52f"_s),
        .email = u"you@larder.example"_s,
        .name = u"You"_s,
        .accessToken = u"access"_s,
        .refreshToken = u"refresh"_s };
    QFile file(database() + u".account"_s);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("can't write %s", qPrintable(file.fileName()));
    }
    file.write(sync::toJson(credentials));
}

} // namespace larder::test
