#include "core/sync/session.h"

#include "core/limits.h"
#include "core/sync/file_token_store.h"

#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const auto kUser = u"01890000-0000-7000-8000-000000000001"_s;

static QString tokenOf(Micros issued, Micros lifetime)
{
    const qint64 from = std::chrono::duration_cast<std::chrono::seconds>(issued).count();
    const qint64 to = from + std::chrono::duration_cast<std::chrono::seconds>(lifetime).count();
    const QByteArray payload
        = "{\"iat\":" + QByteArray::number(from) + ",\"exp\":" + QByteArray::number(to) + "}";
    return QString::fromLatin1(
        "e30." + payload.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".s");
}

class SessionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedHttp> m_http;
    VirtualTime m_time;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FileTokenStore> m_store;
    std::unique_ptr<Session> m_session;
    int m_refreshes = 0;
    Micros m_serverAhead {};

    ScriptedAnswer tokens(const QString &refresh)
    {
        const Micros serverNow = ManualClock::kEpoch + m_time.elapsed() + m_serverAhead;
        return json({ { "accessToken"_L1, tokenOf(serverNow, 15min) }, { "refreshToken"_L1, refresh },
            { "user"_L1,
                QJsonObject {
                    { "id"_L1, kUser }, { "email"_L1, u"ana@example.org"_s }, { "name"_L1, u"Ana"_s } } } });
    }

    ScriptedAnswer serve(const ScriptedRequest &request)
    {
        if (request.path == "/api/info") {
            return json({ { "name"_L1, u"Larder"_s }, { "version"_L1, u"1"_s },
                { "sync"_L1, u"ws://127.0.0.1:1/"_s } });
        }
        if (request.path == "/api/auth/login" || request.path == "/api/auth/register") {
            return request.body["password"_L1] == u"right"_s ? tokens(u"r0"_s)
                                                             : problem(401, u"invalid_credentials"_s);
        }
        if (request.path == "/api/auth/refresh") {
            return tokens(u"r%1"_s.arg(++m_refreshes));
        }
        return json({});
    }

    void logIn(const QString &password = u"right"_s)
    {
        m_session->logIn({ m_http->url(), u"ana@example.org"_s, password, {} });
    }
    void logInAndWait()
    {
        QSignalSpy entered(m_session.get(), &Session::signedIn);
        logIn();
        QVERIFY(entered.wait());
    }
    // A call that knows nothing of the session: when it is answered, what was sent to the session before is
    // here.
    void askInBetween()
    {
        RestClient client;
        bool answered = false;
        client.get(m_http->url().resolved(QUrl(u"/api/info"_s)),
            [&](const Result<QJsonObject> &answer) { answered = answer.has_value(); });
        QTRY_VERIFY(answered);
    }
    QByteArray lastPath() const
    {
        return m_http->requests.empty() ? QByteArray() : m_http->requests.back().path;
    }

private Q_SLOTS:
    void init()
    {
        m_refreshes = 0;
        m_serverAhead = {};
        m_dir = std::make_unique<QTemporaryDir>();
        m_http = std::make_unique<ScriptedHttp>();
        m_http->answer = [this](const ScriptedRequest &request) { return serve(request); };
        m_clock = std::make_unique<ManualClock>(m_time);
        m_store = std::make_unique<FileTokenStore>(m_dir->filePath(u"tokens"_s));
        m_session = std::make_unique<Session>(*m_store, *m_clock);
    }
    void cleanup() { m_session.reset(); }

    void logsInAndKnowsWhereToSync()
    {
        logInAndWait();
        QCOMPARE(m_http->requests.size(), std::size_t(2));
        QCOMPARE(m_http->requests[0].path, "/api/info");
        QCOMPARE(m_http->requests[1].body["email"_L1].toString(), u"ana@example.org"_s);
        QCOMPARE(m_session->user().toString(), kUser);
        QCOMPARE(m_session->account()->name, u"Ana"_s);
        QCOMPARE(m_session->syncUrl(), QUrl(u"ws://127.0.0.1:1/"_s));
    }

    void registersWithAName()
    {
        QSignalSpy entered(m_session.get(), &Session::signedIn);
        m_session->registerAccount({ m_http->url(), u"ana@example.org"_s, u"right"_s, u"Ana"_s });
        QVERIFY(entered.wait());
        QCOMPARE(m_http->requests[1].path, "/api/auth/register");
        QCOMPARE(m_http->requests[1].body["name"_L1].toString(), u"Ana"_s);
    }

    void tellsWhyItCouldNotLogIn()
    {
        QSignalSpy failed(m_session.get(), &Session::signInFailed);
        logIn(u"wrong"_s);
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<Code>(), Code::InvalidCredentials);
        QVERIFY(!m_session->account());
    }

    void sendsNoPasswordToWhatIsNoLarderServer_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<int>("status");
        QTest::newRow("a portal") << QByteArray("<html>Welcome to the hotel</html>") << 200;
        QTest::newRow("a redirect") << QByteArray() << 302;
        QTest::newRow("another service") << QByteArray(R"({"name":"x"})") << 200;
        QTest::newRow("a strange scheme") << QByteArray("{\"sync\":\"file:///etc/passwd\"}") << 200;
        QTest::newRow("not there") << QByteArray("no") << 404;
        QTest::newRow("too much") << QByteArray(limits::kRestAnswerBytes + 1, ' ') << 200;
    }

    void sendsNoPasswordToWhatIsNoLarderServer()
    {
        QFETCH(QByteArray, info);
        QFETCH(int, status);
        m_http->answer = [&](const ScriptedRequest &) {
            return ScriptedAnswer { status, info, "Location: /elsewhere\r\n", ScriptedAnswer::Way::Answer };
        };
        QSignalSpy failed(m_session.get(), &Session::signInFailed);
        logIn();
        QVERIFY(failed.wait());
        QCOMPARE(m_http->requests.size(), std::size_t(1));
    }

    void comesBackAfterARestart()
    {
        logInAndWait();
        const QString token = m_session->accessToken();
        m_session = std::make_unique<Session>(*m_store, *m_clock);
        QSignalSpy entered(m_session.get(), &Session::signedIn);
        m_session->restore();
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_session->accessToken(), token);
    }

    void isContentWithATokenThatIsGood()
    {
        logInAndWait();
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.isEmpty());
        QVERIFY(refreshed.wait());
        QCOMPARE(m_refreshes, 0);
    }

    void renewsATokenBeforeItEnds()
    {
        logInAndWait();
        QCOMPARE(m_session->renewalDueIn(), 12min);
        m_time.advance(12min);
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.wait());
        QCOMPARE(m_refreshes, 1);
        QCOMPARE(m_http->requests.back().body["refreshToken"_L1].toString(), u"r0"_s);
        QCOMPARE(m_session->renewalDueIn(), 12min);
    }

    void countsByTheServersClock()
    {
        m_serverAhead = 48h;
        logInAndWait();
        QCOMPARE(m_session->renewalDueIn(), 12min);
        // A welcome knows better, and the device's clock may be set meanwhile.
        m_clock->jump(48h);
        m_session->setClockOffset(0s);
        QCOMPARE(m_session->renewalDueIn(), 12min);
    }

    void renewsOnceForAllWhoAsk()
    {
        logInAndWait();
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->renew();
        m_session->renew();
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.wait());
        QCOMPARE(m_refreshes, 1);
        // One more goes the way that a second answer would have to go.
        m_session->renew();
        QVERIFY(refreshed.wait());
        QCOMPARE(m_refreshes, 2);
        QCOMPARE(refreshed.size(), 2);
    }

    void showsTheSameRefreshTokenAgainWhenTheAnswerWasLost()
    {
        logInAndWait();
        bool losing = true;
        m_http->answer = [&](const ScriptedRequest &request) {
            return losing ? ScriptedAnswer { 0, {}, {}, ScriptedAnswer::Way::HangUp } : serve(request);
        };
        QSignalSpy failed(m_session.get(), &Session::refreshFailed);
        m_session->renew();
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<Code>(), Code::Network);
        QVERIFY(m_session->account());
        losing = false;
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->renew();
        QVERIFY(refreshed.wait());
        for (std::size_t at = 2; at < m_http->requests.size(); ++at) {
            QCOMPARE(m_http->requests[at].body["refreshToken"_L1].toString(), u"r0"_s);
        }
    }

    void staysSignedInWhateverSomethingInBetweenSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a proxy that wants a password") << 401 << QByteArray("<html>401</html>");
        QTest::newRow("a forbidding proxy") << 403 << QByteArray("no");
        QTest::newRow("a broken server") << 500 << QByteArray();
        QTest::newRow("a server that starts") << 503 << QByteArray(R"({"code":"unavailable"})");
        QTest::newRow("too often") << 429 << QByteArray(R"({"code":"rate_limited"})");
        QTest::newRow("a portal") << 200 << QByteArray("<html>Log in</html>");
        QTest::newRow("an empty object") << 200 << QByteArray("{}");
        QTest::newRow("somebody else's tokens")
            << 200
            << QByteArray(R"({"accessToken":"e30.eyJpYXQiOjEsImV4cCI6Mn0.s","refreshToken":"x",)"
                          R"("user":{"id":"01890000-0000-7000-8000-000000000002"}})");
    }

    void staysSignedInWhateverSomethingInBetweenSays()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        logInAndWait();
        m_http->answer = [&](const ScriptedRequest &) {
            return ScriptedAnswer { status, body, {}, ScriptedAnswer::Way::Answer };
        };
        QSignalSpy failed(m_session.get(), &Session::refreshFailed);
        m_session->renew();
        QVERIFY(failed.wait());
        const Code code = failed[0][0].value<Code>();
        QVERIFY(code != Code::Unauthenticated && code != Code::TokenExpired);
        QCOMPARE(m_session->user().toString(), kUser);
        m_http->answer = [this](const ScriptedRequest &request) { return serve(request); };
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->renew();
        QVERIFY(refreshed.wait());
        QCOMPARE(m_http->requests.back().body["refreshToken"_L1].toString(), u"r0"_s);
    }

    void endsWhenTheServerSaysSo()
    {
        logInAndWait();
        m_http->answer = [](const ScriptedRequest &) { return problem(401, u"unauthenticated"_s); };
        QSignalSpy failed(m_session.get(), &Session::refreshFailed);
        m_session->renew();
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<Code>(), Code::Unauthenticated);
        QVERIFY(!m_session->account());
        QVERIFY(!QFile::exists(m_dir->filePath(u"tokens"_s)));
    }

    void newTokensAreOnDiskBeforeAnybodyHearsOfThem()
    {
        logInAndWait();
        QString onDisk;
        connect(m_session.get(), &Session::refreshed, this, [&] {
            m_store->load(
                [&](const Result<std::optional<Credentials>> &loaded) { onDisk = (*loaded)->refreshToken; });
        });
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->renew();
        QVERIFY(refreshed.wait());
        QCOMPARE(onDisk, u"r1"_s);
    }

    void asksAgainWhereToSyncWhenConnectingFailed()
    {
        logInAndWait();
        m_http->answer = [this](const ScriptedRequest &request) {
            return request.path == "/api/info" ? json({ { "sync"_L1, u"wss://moved.example/"_s } })
                                               : serve(request);
        };
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->obtain(TokenSource::Address::Doubted);
        QVERIFY(refreshed.wait());
        QCOMPARE(m_session->syncUrl(), QUrl(u"wss://moved.example/"_s));
        QCOMPARE(m_refreshes, 0);
    }

    void signsOutHereAtOnceAndThereIfItCan()
    {
        logInAndWait();
        const QByteArray token = m_session->accessToken().toUtf8();
        m_session->signOut();
        QVERIFY(m_session->user().isNull() && m_session->accessToken().isEmpty());
        QVERIFY(!QFile::exists(m_dir->filePath(u"tokens"_s)));
        QTRY_COMPARE(lastPath(), "/api/auth/logout");
        QCOMPARE(m_http->requests.back().authorization, "Bearer " + token);
        QCOMPARE(m_http->requests.back().body["refreshToken"_L1].toString(), u"r0"_s);
    }

    void forgetsARenewalThatSigningOutOvertook()
    {
        logInAndWait();
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_http->answer = [this](const ScriptedRequest &request) {
            if (request.path == "/api/auth/refresh") {
                m_session->signOut();
            }
            return serve(request);
        };
        m_session->renew();
        QTRY_COMPARE(lastPath(), "/api/auth/logout");
        askInBetween();
        QVERIFY(refreshed.isEmpty());
        QVERIFY(!QFile::exists(m_dir->filePath(u"tokens"_s)));
    }

    void whoWaitsForATokenIsAnsweredWhenSomebodyLogsIn()
    {
        logInAndWait();
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        QSignalSpy failed(m_session.get(), &Session::refreshFailed);
        m_session->obtain(TokenSource::Address::Known);
        logInAndWait();
        QCOMPARE(refreshed.count() + failed.count(), 1);
        QVERIFY(m_session->account());
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.wait());
    }

    // A session that ends on the server while its person signs in again takes nothing from the new one.
    void renewsNothingWhileSomebodySignsIn()
    {
        logInAndWait();
        m_time.advance(14min);
        QSignalSpy waiting(m_session.get(), &Session::refreshFailed);
        QSignalSpy entered(m_session.get(), &Session::signedIn);
        m_http->answer = [this](const ScriptedRequest &request) {
            return request.path == "/api/auth/refresh" ? problem(401, u"unauthenticated"_s) : serve(request);
        };
        logIn();
        m_session->obtain(TokenSource::Address::Doubted);
        m_session->renew();
        QVERIFY(entered.wait());
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0][0].value<Code>(), Code::Unavailable);
        for (const ScriptedRequest &request : m_http->requests) {
            QVERIFY(request.path != "/api/auth/refresh");
        }
        QVERIFY(m_session->account());

        m_http->answer = [this](const ScriptedRequest &request) { return serve(request); };
        m_time.advance(14min);
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.wait());
    }

    void renewsAgainAfterSigningInFailed()
    {
        logInAndWait();
        m_time.advance(14min);
        QSignalSpy failed(m_session.get(), &Session::signInFailed);
        logIn(u"wrong"_s);
        QVERIFY(failed.wait());
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->obtain(TokenSource::Address::Known);
        QVERIFY(refreshed.wait());
    }

    void takesOnlyTheLastOfTwoLogins()
    {
        QSignalSpy entered(m_session.get(), &Session::signedIn);
        QSignalSpy failed(m_session.get(), &Session::signInFailed);
        logIn(u"wrong"_s);
        logIn();
        QVERIFY(entered.wait());
        QSignalSpy refreshed(m_session.get(), &Session::refreshed);
        m_session->renew();
        QVERIFY(refreshed.wait()); // by then what was said to the first has come
        QVERIFY(failed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
