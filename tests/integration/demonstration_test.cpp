// What `./run` does where there is no display, start to end, with the built programs: the two clients agree,
// nobody is left running, and nothing is left in the folder for temporary files. What is wrong with a program
// has to end the run with an error, or the run would show nothing.
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

class DemonstrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void twoClientsAgreeThoughOneWasKilled();
    void aClientThatDoesNotStartFailsTheRun();

private:
    // The script in a process group of its own; whether it ended in time.
    bool run(const QString &larder);
    bool isAnybodyLeft() const { return ::kill(-m_group, 0) == 0; }
    QStringList leftOver() const
    {
        return QDir(m_temporary->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QProcess m_script;
    pid_t m_group = 0;
};

void DemonstrationTest::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
}

// Whatever a failed test left running, and nobody else.
void DemonstrationTest::cleanup()
{
    if (m_group > 0 && isAnybodyLeft()) {
        ::kill(-m_group, SIGKILL);
    }
    m_script.waitForFinished();
}

bool DemonstrationTest::run(const QString &larder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_temporary->path());
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"QT_QPA_PLATFORM"_s);
    m_script.setProcessEnvironment(environment);
    m_script.setChildProcessModifier([] { ::setsid(); });
    m_script.start(u"bash"_s,
        { u"-c"_s,
            u"set -euo pipefail; . '%1/setup.sh'; . '%1/serve.sh'; larder='%2'; larderd='%3'; . '%1/demonstration.sh'"_s
                .arg(QStringLiteral(LARDER_SCRIPTS), larder, QStringLiteral(LARDERD_PROGRAM)) });
    if (!m_script.waitForStarted()) {
        return false;
    }
    m_group = pid_t(m_script.processId());
    return m_script.waitForFinished(100'000);
}

void DemonstrationTest::twoClientsAgreeThoughOneWasKilled()
{
    QVERIFY(run(QStringLiteral(LARDER_PROGRAM)));
    const QString said = QString::fromUtf8(m_script.readAllStandardOutput());
    QCOMPARE(QString::fromUtf8(m_script.readAllStandardError()), QString());
    QCOMPARE(m_script.exitStatus(), QProcess::NormalExit);
    QVERIFY2(m_script.exitCode() == 0, qPrintable(said));

    static const QRegularExpression queue(u"Ben was killed with -9, (\\d+) writes in his queue"_s);
    const auto queued = queue.match(said);
    QVERIFY2(queued.hasMatch() && queued.captured(1).toInt() > 0, qPrintable(said));
    static const QRegularExpression pair(
        u"^([0-9a-f]{36}) +([0-9a-f]{36})$"_s, QRegularExpression::MultilineOption);
    const auto digests = pair.match(said);
    QVERIFY2(digests.hasMatch(), qPrintable(said));
    QCOMPARE(digests.captured(1), digests.captured(2));
    for (const auto &item : { u"tomatoes"_s, u"yoghurt"_s, u"thyme"_s }) { // of either, from offline
        QVERIFY2(said.count(item) == 2, qPrintable(said));
    }

    QVERIFY2(!isAnybodyLeft(), "a program of the run goes on");
    QCOMPARE(leftOver(), QStringList());
}

void DemonstrationTest::aClientThatDoesNotStartFailsTheRun()
{
    QVERIFY(run(u"/bin/false"_s));
    QVERIFY(m_script.exitStatus() != QProcess::NormalExit || m_script.exitCode() != 0);
    QVERIFY2(!m_script.readAllStandardOutput().contains("the same bytes"), "it shows what was not done");
    QVERIFY2(!isAnybodyLeft(), "a program of the run goes on");
    QCOMPARE(leftOver(), QStringList());
}

QTEST_GUILESS_MAIN(DemonstrationTest)
#include "demonstration_test.moc"
