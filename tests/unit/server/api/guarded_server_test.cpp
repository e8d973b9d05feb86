// The real server on a real socket, with limits short enough to wait for.
#include "server/api/http_server.h"

#include "core/random.h"
#include "server/ops/metrics.h"
#include "tests/support/http_client.h"

#include <QtCore/QPromise>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace larder;
using namespace larder::server;
using namespace std::chrono_literals;
using test::HttpAnswer;
using test::HttpClient;

namespace {

class AnaOnly final : public Authenticator {
public:
    Result<Identity> verify(QStringView token) const override
    {
        if (token == u"ana") {
            return Identity { { model::Uuid { { 1 } } }, { model::Uuid { { 2 } } }, Micros::max() };
        }
        return Failure(token == u"old" ? Code::TokenExpired : Code::Unauthenticated);
    }
};

int connectPlainly(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        qFatal("can't connect");
    }
    return socket;
}

GuardLimits quick()
{
    GuardLimits limits;
    limits.headerTimeout = 300ms;
    limits.bodyTimeout = 600ms;
    limits.idleTimeout = 900ms;
    limits.linger = 300ms;
    limits.sweepEvery = 50ms;
    return limits;
}

} // namespace

class GuardedServerTest : public QObject {
    Q_OBJECT

    SystemClock m_clock;
    SystemRandom m_random;
    AnaOnly m_authenticator;
    std::unique_ptr<Metrics> m_metrics;
    std::vector<std::shared_ptr<QPromise<Answer>>> m_pending;
    std::unique_ptr<HttpServer> m_server;

    void serve(const GuardLimits &limits, const QSet<QHostAddress> &proxies = {})
    {
        m_server.reset();
        m_pending.clear();
        m_metrics = std::make_unique<Metrics>();
        Router router;
        router.add(Method::Get, "/now", Access::Anyone,
            [](const Request &r) { return Answer::json(r.peer.toString().toUtf8()); });
        router.add(Method::Get, "/large", Access::Anyone,
            [](const Request &) { return Answer::json(QByteArray(64 << 20, 'x')); });
        router.add(Method::Post, "/size", Access::Anyone,
            [](const Request &r) { return Answer::json(QByteArray::number(r.body.size())); });
        router.add(Method::Get, "/later/:name", Access::Anyone, [this](const Request &r) -> Reply {
            auto promise = std::make_shared<QPromise<Answer>>();
            promise->start();
            m_pending.push_back(promise);
            return promise->future().then(
                [name = r.captured.value(0)](const Answer &) { return Answer::json(name.toUtf8()); });
        });
        router.add(Method::Get, "/mine", Access::Account,
            [](const Request &r) { return Answer::json(r.user().toString().toUtf8()); });
        m_server = std::make_unique<HttpServer>(std::move(router), m_authenticator, *m_metrics, m_clock,
            m_random, HttpServer::Options { limits, proxies });
        QVERIFY(m_server->listenOn(QHostAddress::LocalHost, 0));
    }
    void release(size_t index)
    {
        m_pending.at(index)->addResult(Answer {});
        m_pending.at(index)->finish();
    }
    // Bytes of requests that it holds and has not begun to answer.
    qint64 held() const { return m_server->findChild<GuardedTcpServer *>()->buffered(); }

private Q_SLOTS:
    void init() { serve(quick()); }
    void cleanup() { m_server.reset(); }

    void aConnectionServesManyRequests()
    {
        HttpClient c(m_server->port());
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(c.ask("GET", "/now").status, 200);
            QCOMPARE(c.ask("POST", "/size", QByteArray(i, 'x')).body, QByteArray::number(i));
        }
    }

    void answersComeInTheOrderOfTheQuestions()
    {
        HttpClient c(m_server->port());
        c.send(HttpClient::request("GET", "/later/first") + HttpClient::request("GET", "/now")
            + HttpClient::request("GET", "/later/third"));
        QTRY_COMPARE(m_pending.size(), size_t(1));
        QVERIFY(c.receive(200ms).status == 0);
        release(0);
        QCOMPARE(c.receive().body, QByteArray("first"));
        QCOMPARE(c.receive().body, QByteArray("127.0.0.1"));
        QTRY_COMPARE(m_pending.size(), size_t(2));
        release(1);
        QCOMPARE(c.receive().body, QByteArray("third"));
    }

    void anAnswerToSomebodyWhoLeftGoesNowhere()
    {
        {
            HttpClient c(m_server->port());
            c.send(HttpClient::request("GET", "/later/x"));
            QTRY_COMPARE(m_pending.size(), size_t(1));
            c.socket().abort();
        }
        QTRY_VERIFY(m_metrics->text().contains("larder_http_connections 0"));
        release(0);
        HttpClient c(m_server->port());
        QCOMPARE(c.ask("GET", "/now").status, 200);
    }

    void aSlowHeaderIsAnsweredAndHungUpOn()
    {
        HttpClient c(m_server->port());
        c.send("GET /now HTT");
        const HttpAnswer answer = c.receive();
        QCOMPARE(answer.status, 408);
        QCOMPARE(answer.code(), QStringLiteral("timeout"));
        QVERIFY(c.isHungUp());
    }

    void aHeaderThatTricklesIsNoExcuse()
    {
        HttpClient c(m_server->port());
        QElapsedTimer timer;
        timer.start();
        const QByteArray bytes = HttpClient::request("GET", "/now");
        qsizetype sent = 0;
        while (sent < bytes.size() && c.socket().bytesAvailable() == 0) {
            c.send(bytes.mid(sent++, 1));
            QTest::qWait(40);
        }
        QCOMPARE(c.receive().status, 408);
        QVERIFY(timer.elapsed() < 2'000);
    }

    void nothingAtAllIsHungUpOn()
    {
        HttpClient c(m_server->port());
        QVERIFY(c.isHungUp(3s));
    }

    void aSlowBodyIsAnsweredAndHungUpOn()
    {
        HttpClient c(m_server->port());
        c.send("POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
        QCOMPARE(c.receive().status, 408);
        QVERIFY(c.isHungUp());
    }

    void anIdleConnectionIsClosed()
    {
        HttpClient c(m_server->port());
        QCOMPARE(c.ask("GET", "/now").status, 200);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(c.isHungUp(5s));
        QVERIFY(timer.elapsed() >= 850);
    }

    void aLargeBodyIsRefusedBeforeItComes()
    {
        HttpClient c(m_server->port());
        c.send("POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 314572800\r\n\r\n");
        const HttpAnswer answer = c.receive();
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), QStringLiteral("too_large"));
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
    }

    void whoStaysAfterARefusalIsHungUpOn()
    {
        const int socket = connectPlainly(m_server->port());
        const QByteArray head = "POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 314572800\r\n\r\n";
        QCOMPARE(::send(socket, head.constData(), size_t(head.size()), 0), ssize_t(head.size()));
        char byte = 0;
        QTRY_VERIFY(::recv(socket, &byte, 1, MSG_DONTWAIT) == 1);
        QTRY_VERIFY(m_metrics->text().contains("larder_http_connections 0"));
        ::close(socket);
    }

    void whoKeepsSendingStillGetsTheRefusal()
    {
        HttpClient c(m_server->port());
        c.send("POST /size HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
        for (int i = 0; i < 64; ++i) {
            c.send(chunk);
            QTest::qWait(0);
        }
        QCOMPARE(c.receive().status, 413);
    }

    void theClientIsToldToGoOn()
    {
        HttpClient c(m_server->port());
        c.send("POST /size HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        QTRY_VERIFY(c.socket().bytesAvailable() > 0);
        QVERIFY(c.socket().peek(100).startsWith("HTTP/1.1 100 "));
        c.send("abc");
        QCOMPARE(c.receive().body, QByteArray("3"));
    }

    void oneAddressHasSoManyConnections()
    {
        GuardLimits limits = quick();
        limits.headerTimeout = 60s;
        limits.connectionsPerAddress = 3;
        serve(limits);
        std::vector<std::unique_ptr<HttpClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<HttpClient>(m_server->port()));
            QCOMPARE(clients.back()->ask("GET", "/now").status, 200);
        }
        HttpClient fourth(m_server->port());
        const HttpAnswer answer = fourth.ask("GET", "/now");
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.headers.contains("retry-after"));
        QVERIFY(fourth.isHungUp());
        clients.pop_back();
        QTRY_VERIFY(m_metrics->text().contains("larder_http_connections 2"));
        HttpClient again(m_server->port());
        QCOMPARE(again.ask("GET", "/now").status, 200);
    }

    void ourProxyMayHaveMore()
    {
        GuardLimits limits = quick();
        limits.connectionsPerAddress = 1;
        limits.unlimitedAddresses = { QHostAddress(QHostAddress::LocalHost) };
        serve(limits);
        HttpClient first(m_server->port());
        HttpClient second(m_server->port());
        QCOMPARE(first.ask("GET", "/now").status, 200);
        QCOMPARE(second.ask("GET", "/now").status, 200);
    }

    void allTogetherHaveSoManyConnections()
    {
        GuardLimits limits = quick();
        limits.connections = 2;
        serve(limits);
        HttpClient first(m_server->port());
        HttpClient second(m_server->port());
        QCOMPARE(first.ask("GET", "/now").status, 200);
        QCOMPARE(second.ask("GET", "/now").status, 200);
        HttpClient third(m_server->port());
        QCOMPARE(third.ask("GET", "/now").status, 503);
    }

    void inAFloodThoseTurnedAwayAreOnlyHungUpOn()
    {
        GuardLimits limits = quick();
        limits.headerTimeout = 60s;
        limits.linger = 60s;
        limits.connections = 0;
        serve(limits);
        // They don't hang up when they are told, as a client of Qt would.
        std::vector<int> sockets;
        for (int i = 0; i < 2 * limits::kHttpRefusalsLingering; ++i) {
            sockets.push_back(connectPlainly(m_server->port()));
        }
        QTRY_COMPARE(m_server->findChild<GuardedTcpServer *>()->turnedAway(), limits::kHttpRefusalsLingering);
        int answered = 0;
        for (const int socket : sockets) {
            char byte = 0;
            ssize_t got = -1;
            QVERIFY(QTest::qWaitFor(
                [&] { return (got = ::recv(socket, &byte, 1, MSG_DONTWAIT)) >= 0 || errno == ECONNRESET; }));
            answered += got == 1 && byte == 'H';
            ::close(socket);
        }
        QCOMPARE(answered, limits::kHttpRefusalsLingering);
    }

    void whatArrivesTogetherIsBounded()
    {
        GuardLimits limits = quick();
        limits.bodyTimeout = 60s;
        limits.bufferedBytes = 300'000;
        serve(limits);
        const QByteArray head = "POST /size HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";
        HttpClient first(m_server->port());
        first.send(head + QByteArray(200'000, 'x'));
        QTRY_VERIFY(held() >= 200'000);
        HttpClient second(m_server->port());
        second.send(head + QByteArray(200'000, 'x'));
        QCOMPARE(second.receive().status, 503);
        // The place is free again.
        HttpClient third(m_server->port());
        QCOMPARE(third.ask("POST", "/size", QByteArray(90'000, 'x')).body, QByteArray("90000"));
    }

    void readingAheadIsBounded()
    {
        HttpClient c(m_server->port());
        c.send(HttpClient::request("GET", "/later/x"));
        QTRY_COMPARE(m_pending.size(), size_t(1));
        const QByteArray ahead
            = HttpClient::request("GET", "/now").repeated(limits::kHttpPipelinedBytes / 20);
        c.send(ahead.first(limits::kHttpPipelinedBytes));
        QTRY_COMPARE(held(), limits::kHttpPipelinedBytes);
        c.send(ahead.sliced(limits::kHttpPipelinedBytes, 1));
        QTRY_COMPARE(held(), 0);
        release(0);
        QCOMPARE(c.receive().body, QByteArray("x"));
        QVERIFY(c.isHungUp());
    }

    void whoTakesNoAnswerIsCutOff()
    {
        const int socket = connectPlainly(m_server->port());
        const QByteArray request = HttpClient::request("GET", "/large");
        QCOMPARE(::send(socket, request.constData(), size_t(request.size()), 0), ssize_t(request.size()));
        QTRY_VERIFY(m_metrics->text().contains("larder_http_connections 1"));
        QTRY_VERIFY(m_metrics->text().contains("larder_http_connections 0"));
        ::close(socket);
    }

    void unknownPathsAndMethodsAreToldApart()
    {
        HttpClient c(m_server->port());
        QCOMPARE(c.ask("GET", "/nothing").status, 404);
        const HttpAnswer wrong = c.ask("DELETE", "/now");
        QCOMPARE(wrong.status, 405);
        QCOMPARE(wrong.headers.value("allow"), QByteArray("GET, HEAD, OPTIONS"));
        QCOMPARE(wrong.code(), QStringLiteral("method_not_allowed"));
        QCOMPARE(c.ask("OPTIONS", "/now").status, 204);
        QCOMPARE(c.ask("BREW", "/now").status, 405);
    }

    void headIsGetWithoutTheBody()
    {
        HttpClient c(m_server->port());
        c.send(HttpClient::request("HEAD", "/now") + HttpClient::request("GET", "/now"));
        QTRY_VERIFY(c.socket().peek(10'000).count("HTTP/1.1 200") == 2);
        const QByteArray both = c.socket().peek(10'000);
        QCOMPARE(both.count("127.0.0.1"), 1);
        QCOMPARE(both.count("Content-Length: 9"), 2);
    }

    void aSaneRequestIdIsTakenAndAnyOtherReplaced()
    {
        HttpClient c(m_server->port());
        QCOMPARE(c.ask("GET", "/now", {}, { { "X-Request-Id", "abc-1.2_3" } }).headers.value("x-request-id"),
            QByteArray("abc-1.2_3"));
        for (const QByteArray &odd :
            { QByteArray("a b"), QByteArray("a\"b"), QByteArray(65, 'x'), QByteArray("ä") }) {
            const QByteArray made
                = c.ask("GET", "/now", {}, { { "X-Request-Id", odd } }).headers.value("x-request-id");
            QCOMPARE(made.size(), 16);
        }
        const HttpAnswer problem = c.ask("GET", "/nothing", {}, { { "X-Request-Id", "mine" } });
        QCOMPARE(problem.json().value(QStringLiteral("instance")).toString(), QStringLiteral("mine"));
    }

    void everyAnswerHasTheSecurityHeaders()
    {
        HttpClient c(m_server->port());
        for (const char *path : { "/now", "/nothing", "/mine" }) {
            const HttpAnswer answer = c.ask("GET", path);
            QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
            QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
            QVERIFY(answer.headers.value("content-security-policy").contains("default-src 'none'"));
        }
    }

    void onlyABearerTokenOpensAnAccountsRoutes()
    {
        HttpClient c(m_server->port());
        const auto ask = [&](const QByteArray &header) {
            return c.ask("GET", "/mine", {}, { { "Authorization", header } });
        };
        QCOMPARE(ask("Bearer ana").status, 200);
        QCOMPARE(ask("bearer ana").status, 200);
        QCOMPARE(ask("Basic ana").status, 401);
        QCOMPARE(ask("Bearer").status, 401);
        QCOMPARE(ask("Bearer  bob").status, 401);
        QCOMPARE(ask("Bearer old").code(), QStringLiteral("token_expired"));
        QCOMPARE(c.ask("GET", "/mine").headers.value("www-authenticate"), QByteArray("Bearer"));
    }

    void onlyOurProxiesMaySpeakForOthers()
    {
        const QList<std::pair<QByteArray, QByteArray>> forwarded { { "X-Forwarded-For",
            "6.6.6.6, 192.0.2.7" } };
        HttpClient stranger(m_server->port());
        QCOMPARE(stranger.ask("GET", "/now", {}, forwarded).body, QByteArray("127.0.0.1"));
        serve(quick(), { QHostAddress(QHostAddress::LocalHost) });
        HttpClient proxy(m_server->port());
        QCOMPARE(proxy.ask("GET", "/now", {}, forwarded).body, QByteArray("192.0.2.7"));
        QCOMPARE(proxy.ask("GET", "/now", {}, { { "X-Forwarded-For", "nonsense" } }).body,
            QByteArray("127.0.0.1"));
    }

    void drainingEndsWithTheLastAnswer()
    {
        QSignalSpy drained(m_server.get(), &HttpServer::drained);
        HttpClient idle(m_server->port());
        QCOMPARE(idle.ask("GET", "/now").status, 200);
        HttpClient busy(m_server->port());
        busy.send(HttpClient::request("GET", "/later/x"));
        QTRY_COMPARE(m_pending.size(), size_t(1));
        m_server->drain();
        QVERIFY(idle.isHungUp());
        QCOMPARE(drained.count(), 0);
        release(0);
        QCOMPARE(busy.receive().body, QByteArray("x"));
        QTRY_COMPARE(drained.count(), 1);
    }
};

QTEST_GUILESS_MAIN(GuardedServerTest)
#include "guarded_server_test.moc"
