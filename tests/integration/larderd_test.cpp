// What a really started larderd says of itself, takes, and survives.
#include "server/gateway/spare_descriptors.h"
#include "tests/integration/larderd_fixture.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>

#include <sys/resource.h>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LarderdTest : public LarderdFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }

    void itSaysWhatItIs()
    {
        HttpClient client(m_larderd->httpPort());
        const QJsonObject info = client.ask("GET", "/api/info").json();
        QCOMPARE(info.value("name"_L1).toString(), u"Larder"_s);
        QVERIFY(!info.value("version"_L1).toString().isEmpty());
        QCOMPARE(info.value("protocol"_L1).toObject().value("newest"_L1).toInt(), protocol::kVersion);
        QCOMPARE(info.value("sync"_L1).toString(), u"ws://localhost:%1/"_s.arg(m_larderd->syncPort()));
        QCOMPARE(client.ask("GET", "/health").status, 200);
        const QByteArray metrics = client.ask("GET", "/metrics").body;
        for (const char *name : { "larder_http_requests_total{",
                 "larder_http_request_duration_seconds_bucket{", "larder_gateway_clients ",
                 "larder_auth_attempts_total{", "process_resident_memory_bytes " }) {
            QVERIFY2(metrics.contains(QByteArray(QByteArray("\n") + name)), name);
        }
    }

    // docs/operating.md names each figure that there is, with its type, and none that there is not.
    void everyFigureIsInTheGuide()
    {
        QFile guide(QStringLiteral(LARDER_OPERATING));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        QMap<QString, QString> told;
        static const QRegularExpression row(
            u"^\\| `([a-z_]+)` \\| (\\w+) \\|"_s, QRegularExpression::MultilineOption);
        for (auto rows = row.globalMatch(QString::fromUtf8(guide.readAll())); rows.hasNext();) {
            const auto match = rows.next();
            told.insert(match.captured(1), match.captured(2));
        }
        // What is counted from its first time on has to have happened.
        HttpClient refused(m_larderd->httpPort());
        refused.send("nonsense\r\n\r\n");
        QCOMPARE(refused.receive().status, 400);
        const QString metrics
            = QString::fromUtf8(HttpClient(m_larderd->httpPort()).ask("GET", "/metrics").body);
        QMap<QString, QString> shown;
        static const QRegularExpression type(
            u"^# TYPE ([a-z_]+) (\\w+)$"_s, QRegularExpression::MultilineOption);
        for (auto types = type.globalMatch(metrics); types.hasNext();) {
            const auto match = types.next();
            shown.insert(match.captured(1), match.captured(2));
        }
#ifndef LARDER_ON_POSTGRES
        for (const QString &name : told.keys()) {
            if (name.startsWith(u"larder_feed_"_s)) {
                told.remove(name);
            }
        }
#endif
        QCOMPARE(told.keys().join(u'\n'), shown.keys().join(u'\n'));
        QCOMPARE(told, shown);
    }

    void aLargePostCostsNoMemory()
    {
        const qint64 before = m_larderd->residentBytes();
        for (const QByteArray &framing :
            { QByteArray("Content-Length: 314572800"), QByteArray("Transfer-Encoding: chunked") }) {
            HttpClient client(m_larderd->httpPort());
            client.send("POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + framing + "\r\n\r\n");
            const QByteArray megabyte = "100000\r\n" + QByteArray(1 << 20, 'x') + "\r\n";
            qint64 sent = 0;
            qint64 most = 0;
            while (sent < 300 && client.socket().state() == QAbstractSocket::ConnectedState) {
                if (client.socket().bytesToWrite() < megabyte.size()) {
                    client.socket().write(megabyte);
                    ++sent;
                }
                QTest::qWait(1);
                most = std::max(most, m_larderd->residentBytes());
            }
            QCOMPARE(client.receive(100ms).status, 413);
            QVERIFY2(most - before < 8 << 20, qPrintable(QString::number((most - before) >> 10) + u" KiB"_s));
        }
    }

    void theLogHasRequestIdsAndNoSecrets()
    {
        HttpClient client(m_larderd->httpPort());
        const QByteArray secretive = R"({"email":"planted-mail@example.org","password":"planted-password"})";
        QCOMPARE(client.ask("POST", "/api/auth/login", secretive, { { "X-Request-Id", "planted-request" } })
                     .status,
            401);
        client.ask("POST", "/api/auth/refresh", R"({"refreshToken":"planted-token"})");
        client.ask("DELETE", "/api/lists/x/members/planted-mail@example.org", {},
            { { "Authorization", "Bearer planted-token" } });
        client.ask("GET", "/api/lists?token=planted-token");
        const QByteArray log = m_larderd->log();
        bool found = false;
        for (const QByteArray &line : log.split('\n')) {
            if (!line.isEmpty()) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                QVERIFY2(object.contains("ts"_L1) && object.contains("level"_L1)
                        && object.contains("category"_L1) && object.contains("msg"_L1),
                    line.constData());
                found = found
                    || (object.value("request"_L1) == u"planted-request"_s
                        && object.value("status"_L1).toInt() == 401);
            }
        }
        QVERIFY(found);
        checkLogForSecrets({ "planted-mail", "planted-password", "planted-token" });
    }

    void attemptsAreLimited()
    {
        const auto strict = startLarderd({ u"--auth-attempts-per-minute"_s, u"5"_s });
        int limited = 0;
        for (int i = 0; i < 8; ++i) {
            const HttpAnswer answer = strict->call("POST", "/api/auth/login",
                { { u"email"_s, u"ana@example.org"_s }, { u"password"_s, u"guess"_s } });
            if (answer.status == 429) {
                ++limited;
                QCOMPARE(answer.code(), u"rate_limited"_s);
                QVERIFY(answer.headers.value("retry-after").toInt() > 0);
            }
        }
        QVERIFY(limited >= 2);
    }

    void ofRefreshesOnlyTheFailedAreLimited()
    {
        const auto strict = startLarderd({ u"--auth-attempts-per-minute"_s, u"5"_s });
        QByteArray token = strict->registerUser("Eva").refreshToken;
        const auto tryRefresh = [&](const QByteArray &with) {
            return strict->call(
                "POST", "/api/auth/refresh", { { u"refreshToken"_s, QString::fromLatin1(with) } });
        };
        int limited = 0;
        for (int i = 0; i < 12; ++i) {
            const HttpAnswer good = tryRefresh(token);
            QCOMPARE(good.status, 200);
            token = textOf(good, "refreshToken");
            const HttpAnswer bad = tryRefresh("made-up");
            QVERIFY(bad.status == 401 || (bad.status == 429 && bad.headers.value("retry-after").toInt() > 0));
            limited += bad.status == 429 ? 1 : 0;
        }
        QVERIFY(limited >= 2);
        // Each is counted once.
        double counted = 0;
        for (const QByteArray &line : strict->call("GET", "/metrics").body.split('\n')) {
            if (line.startsWith("larder_auth_attempts_total{") && !line.contains("\"register\"")) {
                counted += line.split(' ').last().toDouble();
            }
        }
        QCOMPARE(counted, 24.0);
    }

    void whatWasAnsweredSurvivesAKill()
    {
        const auto larderd = std::make_unique<Larderd>();
        const auto eva = larderd->registerUser("Eva");
        const QByteArray list = "/api/lists/"
            + textOf(larderd->call("POST", "/api/lists", { { u"name"_s, u"Kept"_s } }, eva.token), "id");
        QStringList expected;
        for (int i = 0; i < 10; ++i) {
            expected.append(u"Item %1"_s.arg(i));
            QCOMPARE(
                larderd->call("POST", list + "/items", { { u"name"_s, expected.last() } }, eva.token).status,
                200);
            larderd->kill();
            larderd->start();
            // The keys are kept too, so the token is still good.
            QCOMPARE(itemNames(larderd->call("GET", list + "/items", {}, eva.token)), expected);
        }
    }

    void aFileThatIsPutBackFromABackupBeginsANewEpoch()
    {
        Larderd larderd;
        const auto eva = larderd.registerUser("Eva");
        const auto epoch = [&] {
            Listener listener(larderd.syncPort(), eva.token);
            return QTest::qWaitFor([&] { return listener.isWelcome(); }, 10'000) ? listener.epoch()
                                                                                 : QString();
        };
        const QString first = epoch();
        QVERIFY(!first.isEmpty());
        QCOMPARE(larderd.terminate(), 0);
        const QString file = larderd.folder() + u"/larder.sqlite"_s;
        QVERIFY(QFile::copy(file, file + u".backup"_s));
        larderd.start();
        QCOMPARE(larderd.call("POST", "/api/lists", { { u"name"_s, u"Lost"_s } }, eva.token).status, 200);
        QCOMPARE(epoch(), first);
        QCOMPARE(larderd.terminate(), 0);
        QVERIFY(QFile::remove(file) && QFile::copy(file + u".backup"_s, file));
        larderd.start();
        const QString anew = epoch();
        QVERIFY(!anew.isEmpty() && anew != first);
        QVERIFY(larderd.log().contains("older than the one that was served last"));
        larderd.kill();
        larderd.start();
        QCOMPARE(epoch(), anew);
    }

    void itStopsWhenAskedAlsoWithClientsConnected()
    {
        const auto larderd = startLarderd();
        const auto eva = larderd->registerUser("Eva");
        Listener listener(larderd->syncPort(), eva.token);
        QTRY_VERIFY(listener.isWelcome());
        HttpClient idle(larderd->httpPort());
        QCOMPARE(idle.ask("GET", "/health").status, 200);
        HttpClient half(larderd->httpPort());
        half.send("GET /health HT");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(larderd->terminate(), 0);
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(listener.isClosed());
        QVERIFY(larderd->log().contains("\"stopped\""));
    }

    void theLastFileDescriptorsAreForTheServerItself()
    {
        constexpr int kMore = 16; // with some for the database's connections that come later
        const auto larderd = startLarderd();
        const auto eva = larderd->registerUser("Eva");
        QTRY_COMPARE_WITH_TIMEOUT(larderd->call("GET", "/ready").status, 200, 30'000);
        const auto opened = [folder = u"/proc/%1/fd"_s.arg(larderd->pid())] {
            return QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
        };
        const auto before = opened();
        rlimit limit {};
        limit.rlim_cur = limit.rlim_max = rlim_t(before) + server::kSpareDescriptors + kMore;
        QCOMPARE(::prlimit(pid_t(larderd->pid()), RLIMIT_NOFILE, &limit, nullptr), 0);
        for (const quint16 port : { larderd->httpPort(), larderd->syncPort() }) {
            std::vector<std::unique_ptr<QTcpSocket>> crowd;
            QElapsedTimer watch;
            watch.start();
            for (int i = 0; i < 4 * kMore; ++i) {
                crowd.push_back(std::make_unique<QTcpSocket>());
                crowd.back()->connectToHost(QHostAddress::LocalHost, port);
                QVERIFY(crowd.back()->waitForConnected(5'000)); // to the kernel
            }
            QTRY_COMPARE_WITH_TIMEOUT(crowd.back()->state(), QAbstractSocket::UnconnectedState, 30'000);
            // The first was let in; on a slow machine it may be sent away by now, because it says nothing.
            QVERIFY(crowd.front()->state() == QAbstractSocket::ConnectedState
                || watch.hasExpired(std::chrono::milliseconds(limits::kHandshakeTimeout).count()));
            crowd.clear();
            QTRY_VERIFY_WITH_TIMEOUT(opened() <= before + kMore / 2, 30'000); // the next crowd finds room
        }
        QVERIFY(larderd->log().contains("out of file descriptors"));
        HttpClient client(larderd->httpPort());
        QTRY_COMPARE(client.ask("GET", "/health").status, 200);
        const auto devices = [&] { return std::make_unique<Listener>(larderd->syncPort(), eva.token); };
        auto device = devices();
        QTRY_VERIFY((device->isWelcome() || (device->isClosed() && (device = devices(), false))));
    }

    void anIdleServerIsSmall()
    {
        const auto larderd = startLarderd();
        QTRY_COMPARE_WITH_TIMEOUT(larderd->call("GET", "/ready").status, 200, 30'000);
        QVERIFY2(larderd->residentBytes() <= 40 << 20,
            qPrintable(QString::number(larderd->residentBytes() >> 10) + u" KiB"_s));
    }
};

QTEST_GUILESS_MAIN(LarderdTest)
#include "larderd_test.moc"
