// What `./run` does on a display, start to end, with the built programs on a display of the test's own: the
// first start makes the account, what is typed reaches larderd, closing the window ends larderd, and the
// second start finds everything. What the programs write on their error output would be a warning, so it has
// to be empty.
#include "tests/support/http_client.h"
#include "tests/support/virtual_display.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QtTest>

#include <csignal>
#include <unistd.h>

using namespace larder;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kAttempts = 10; // at keys, which a window that is still coming up does not hear

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theWindowIsSignedInAndTakesLarderdWithIt();

private:
    void start();
    void end();
    // Without a window manager a window takes the keyboard by being pointed at, once it is ready for it.
    void point() { m_display->tell({ u"mousemove"_s, u"560"_s, u"600"_s, u"click"_s, u"1"_s }); }
    QJsonValue ask(const QByteArray &path);
    bool hasItem(const QString &name);

    std::unique_ptr<test::VirtualDisplay> m_display;
    QTemporaryDir m_home;
    std::unique_ptr<QProcess> m_script;
    QUrl m_server;
    QByteArray m_token;
};

// Whatever a failed test left running; a group of its own, so that nothing else is met.
void DesktopTest::cleanup()
{
    if (m_script && m_script->state() != QProcess::NotRunning) {
        ::kill(-pid_t(m_script->processId()), SIGKILL);
        m_script->waitForFinished(kPatienceMs);
    }
    m_script.reset();
    m_display.reset();
}

// ./run after its build, with the folders that it would have.
void DesktopTest::start()
{
    m_script = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display->name());
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"LARDER_HOME"_s, m_home.filePath(u"larder"_s));
    environment.remove(u"QT_QPA_PLATFORM"_s);
    m_script->setProcessEnvironment(environment);
    m_script->setChildProcessModifier([] { ::setsid(); });
    m_script->start(u"bash"_s,
        { u"-c"_s,
            u"set -euo pipefail; . '%1/setup.sh'; . '%1/serve.sh'; larder='%2'; larderd='%3'; . '%1/desktop.sh'"_s
                .arg(QStringLiteral(LARDER_SCRIPTS), QStringLiteral(LARDER_PROGRAM),
                    QStringLiteral(LARDERD_PROGRAM)) });
    while (!m_script->canReadLine()) {
        QVERIFY2(m_script->waitForReadyRead(kPatienceMs), m_script->readAllStandardError().constData());
    }
    const QString said = QString::fromUtf8(m_script->readLine());
    m_server = QUrl(said.section(u' ', 2, 2).remove(u';'));
    QVERIFY2(m_server.port() > 0, qPrintable(said));
    // Once is enough: while windows come up, xdotool also fails over one that just went.
    QVERIFY(QTest::qWaitFor([this] { return m_display->hasWindow(); }, kPatienceMs));
}

void DesktopTest::end()
{
    for (int attempt = 0; attempt < kAttempts && m_script->state() != QProcess::NotRunning; ++attempt) {
        point();
        m_display->tell({ u"key"_s, u"ctrl+q"_s });
        m_script->waitForFinished(2'000);
    }
    QVERIFY2(m_script->state() == QProcess::NotRunning, "the script goes on");
    QCOMPARE(m_script->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_script->exitCode(), 0);
    QCOMPARE(QString::fromUtf8(m_script->readAllStandardError()), QString());
    QTcpSocket socket;
    socket.connectToHost(m_server.host(), quint16(m_server.port()));
    QVERIFY2(!socket.waitForConnected(1'000), "larderd is still there");
}

// Over REST, as the person whose password the script made.
QJsonValue DesktopTest::ask(const QByteArray &path)
{
    QFile password(m_home.filePath(u"larder/password"_s));
    if (!password.open(QIODevice::ReadOnly)) {
        return {};
    }
    test::HttpClient client(quint16(m_server.port()));
    if (m_token.isEmpty()) { // once, because larderd bounds how often one may try
        const QByteArray entry
            = QJsonDocument(QJsonObject { { u"email"_s, u"you@larder.example"_s },
                                { u"password"_s, QString::fromUtf8(password.readAll().trimmed()) } })
                  .toJson();
        const auto in = client.ask("POST", "/api/auth/login", entry);
        m_token = in.json()[u"accessToken"_s].toString().toUtf8();
    }
    const auto answer = client.ask("GET", path, {}, { { "Authorization", "Bearer " + m_token } });
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    return body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
}

bool DesktopTest::hasItem(const QString &name)
{
    const QByteArray lists = QJsonDocument(QJsonObject { { u"x"_s, ask("/api/lists") } }).toJson();
    static const QRegularExpression id(u"\"id\": \"([0-9a-f-]{36})\""_s);
    const auto found = id.match(QString::fromUtf8(lists));
    if (!found.hasMatch()) {
        return false;
    }
    const QJsonValue list = ask("/api/lists/" + found.captured(1).toUtf8() + "/items");
    return QJsonDocument(QJsonObject { { u"x"_s, list } }).toJson().contains(name.toUtf8());
}

void DesktopTest::theWindowIsSignedInAndTakesLarderdWithIt()
{
    m_display = std::make_unique<test::VirtualDisplay>();
    start();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_home.filePath(u"larder/larder.sqlite.account"_s)), kPatienceMs);
    bool arrived = false;
    for (int attempt = 0; attempt < kAttempts && !arrived; ++attempt) {
        point();
        m_display->tell({ u"key"_s, u"ctrl+n"_s });
        m_display->tell({ u"type"_s, u"--delay"_s, u"20"_s, u"2 kg apples"_s });
        m_display->tell({ u"key"_s, u"Return"_s });
        arrived = QTest::qWaitFor([this] { return hasItem(u"apples"_s); }, 3'000);
    }
    QVERIFY2(arrived, "what was typed does not reach larderd");
    end();

    start();
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(hasItem(u"apples"_s), kPatienceMs);
    end();
}

QTEST_GUILESS_MAIN(DesktopTest)
#include "desktop_test.moc"
