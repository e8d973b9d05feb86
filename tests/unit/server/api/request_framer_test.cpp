#include "server/api/request_framer.h"

#include "core/random.h"

#include <QtTest/QTest>

#include <random>

using namespace larder;
using namespace larder::server;
using State = RequestFramer::State;

namespace {

const QByteArray kGet = "GET /api/lists?x=1 HTTP/1.1\r\nHost: larder.lan:3001\r\nAuthorization: Bearer "
                        "abc\r\nX-Other: y\r\n\r\n";
const QByteArray kPost = "POST /api/lists HTTP/1.1\r\nHost: a\r\nContent-Type: "
                         "application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
const QByteArray kChunked = "POST /api/lists HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "3;ext=1\r\n{\"a\r\n4\r\n\":1}\r\n0\r\nTrailer: x\r\n\r\n";

struct Outcome {
    QList<QByteArray> requests;
    QList<bool> keepAlive;
    int refusal = 0;
    State state = State::Between;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome frame(const QList<QByteArray> &pieces, RequestFramer::Bounds bounds = {})
{
    RequestFramer framer(bounds);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        framer.feed(piece);
        while (framer.state() == State::Whole) {
            const auto framed = framer.take();
            outcome.requests.append(framed.bytes);
            outcome.keepAlive.append(framed.keepAlive);
        }
    }
    outcome.refusal = framer.refusal();
    outcome.state = framer.state();
    return outcome;
}

QByteArray withFields(const QByteArray &fields, const QByteArray &method = "GET")
{
    return method + " / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

} // namespace

class RequestFramerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesOutInItsCanonicalForm()
    {
        const Outcome get = frame({ kGet });
        QCOMPARE(get.requests,
            { "GET /api/lists?x=1 HTTP/1.1\r\nhost: larder.lan:3001\r\nauthorization: Bearer abc\r\n\r\n" });
        const Outcome post = frame({ kPost });
        QCOMPARE(post.requests,
            { "POST /api/lists HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: "
              "7\r\n\r\n{\"a\":1}" });
    }

    void chunksArePutTogether()
    {
        QCOMPARE(frame({ kChunked }).requests,
            { "POST /api/lists HTTP/1.1\r\nhost: a\r\ncontent-length: 7\r\n\r\n{\"a\":1}" });
    }

    void howTheBytesAreCutDoesNotMatter()
    {
        std::mt19937 random(7);
        const QByteArray all = kGet + kPost + "\r\n" + kChunked + kGet;
        const Outcome whole = frame({ all });
        QCOMPARE(whole.requests.size(), 4);
        for (int run = 0; run < 2'000; ++run) {
            QList<QByteArray> pieces;
            for (qsizetype at = 0; at < all.size();) {
                const qsizetype size = 1 + qsizetype(random() % (run % 2 ? 5 : 120));
                pieces.append(all.mid(at, size));
                at += size;
            }
            QVERIFY(frame(pieces) == whole);
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("both lengths", withFields("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "POST"), 400);
        row("two lengths", withFields("Content-Length: 3\r\nContent-Length: 3\r\n", "POST"), 400);
        row("signed length", withFields("Content-Length: +3\r\n", "POST"), 400);
        row("negative length", withFields("Content-Length: -1\r\n", "POST"), 400);
        row("empty length", withFields("Content-Length:\r\n", "POST"), 400);
        row("length past 64 bits", withFields("Content-Length: 99999999999999999999\r\n", "POST"), 413);
        row("another coding", withFields("Transfer-Encoding: gzip, chunked\r\n", "POST"), 501);
        row("chunked in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("folded line", withFields("X-A: b\r\n c\r\n"), 400);
        row("space before the colon", withFields("Content-Length : 3\r\n", "POST"), 400);
        row("no name", withFields(": x\r\n"), 400);
        row("null in a value", withFields(QByteArray("X-A: b\0c\r\n", 10)), 400);
        row("bare line feed", "GET / HTTP/1.1\nHost: a\n\n", 400);
        row("carriage return in a value", withFields("X-A: b\rc\r\n"), 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two hosts", withFields("Host: b\r\n"), 400);
        row("host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
        row("absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
        row("version 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
        row("another protocol", "\x16\x03\x01\x02 / XX\r\n\r\n", 400);
        row("expects something else", withFields("Expect: miracles\r\n"), 417);
        row("chunk size is no number", withFields("Transfer-Encoding: chunked\r\n", "POST") + "zz\r\n", 400);
        row("negative chunk", withFields("Transfer-Encoding: chunked\r\n", "POST") + "-1\r\n", 400);
        row("huge chunk", withFields("Transfer-Encoding: chunked\r\n", "POST") + "ffffffffffffffffff\r\n",
            413);
        row("chunk without its end", withFields("Transfer-Encoding: chunked\r\n", "POST") + "1\r\nab\r\n",
            400);
        row("endless chunk extension",
            withFields("Transfer-Encoding: chunked\r\n", "POST") + "1;" + QByteArray(300, 'x'), 400);
    }

    void refusals()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const Outcome outcome = frame({ bytes });
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.refusal, status);
        QCOMPARE(outcome.requests.size(), 0);
        QList<QByteArray> one;
        for (const char c : bytes) {
            one.append(QByteArray(1, c));
        }
        QVERIFY(frame(one) == outcome);
    }

    void aHeaderOfTheLargestSizePassesAndOneByteMoreDoesNot()
    {
        const QByteArray frameOnly = withFields("X-A: \r\n");
        const QByteArray filler(limits::kHttpHeaderBytes - frameOnly.size(), 'x');
        QCOMPARE(frame({ withFields("X-A: " + filler + "\r\n") }).requests.size(), 1);
        QCOMPARE(frame({ withFields("X-A: " + filler + "x\r\n") }).refusal, 431);
        // Without an end it is refused as soon as it is too long.
        RequestFramer framer({});
        framer.feed(QByteArray("GET / HTTP/1.1\r\nX-A: " + QByteArray(limits::kHttpHeaderBytes, 'x')));
        QCOMPARE(framer.refusal(), 431);
        QCOMPARE(framer.held(), 0);
    }

    void theLastFieldThatFitsPassesAndOneMoreDoesNot()
    {
        QByteArray fields;
        for (int i = 1; i < limits::kHttpHeaderFields; ++i) {
            fields += "X-A: b\r\n";
        }
        QCOMPARE(frame({ withFields(fields) }).requests.size(), 1);
        QCOMPARE(frame({ withFields(fields + "X-A: b\r\n") }).refusal, 431);
    }

    void aBodyOfTheLargestSizePassesAndOneByteMoreIsRefusedBeforeItComes()
    {
        const QByteArray body(limits::kHttpBodyBytes, 'x');
        const auto head = [](qint64 length) {
            return withFields("Content-Length: " + QByteArray::number(length) + "\r\n", "POST");
        };
        QCOMPARE(frame({ head(body.size()), body }).requests.size(), 1);
        QCOMPARE(frame({ head(body.size() + 1) }).refusal, 413);
    }

    void chunksTogetherHaveTheSameBound()
    {
        const QByteArray head = withFields("Transfer-Encoding: chunked\r\n", "POST");
        const QByteArray half = QByteArray::number(limits::kHttpBodyBytes / 2, 16) + "\r\n"
            + QByteArray(limits::kHttpBodyBytes / 2, 'x') + "\r\n";
        QCOMPARE(frame({ head, half, half, "0\r\n\r\n" }).requests.size(), 1);
        QCOMPARE(frame({ head, half, half, "1\r\n" }).refusal, 413);
    }

    void trailersAreBounded()
    {
        const QByteArray head = withFields("Transfer-Encoding: chunked\r\n", "POST");
        const QByteArray line = "X-A: " + QByteArray(1'000, 'x') + "\r\n";
        QCOMPARE(frame({ head, "0\r\n", line.repeated(limits::kHttpHeaderBytes / 1'000 + 1) }).refusal, 431);
    }

    void theClientIsToldToGoOnOnce()
    {
        RequestFramer framer({});
        framer.feed(withFields("Expect: 100-continue\r\nContent-Length: 1\r\n", "POST"));
        QVERIFY(framer.takeExpectation());
        QVERIFY(!framer.takeExpectation());
        framer.feed("x");
        QCOMPARE(framer.state(), State::Whole);
    }

    void aConnectionStaysOpenAsItsVersionAndHeaderSay()
    {
        QCOMPARE(frame({ withFields({}) }).keepAlive, { true });
        QCOMPARE(frame({ withFields("Connection: close\r\n") }).keepAlive, { false });
        QCOMPARE(frame({ withFields("Connection: te, Close\r\n") }).keepAlive, { false });
        QCOMPARE(frame({ "GET / HTTP/1.0\r\n\r\n" }).keepAlive, { false });
        QCOMPARE(frame({ "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" }).keepAlive, { true });
    }

    void anUpgradeNeverReachesTheParser()
    {
        const QByteArray bytes
            = withFields("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n");
        QVERIFY(!frame({ bytes }).requests.first().toLower().contains("upgrade"));
    }

    void whateverComesIsFramedOrRefusedAndNothingIsHeldBeyondTheBounds()
    {
        std::mt19937 random(20'240'501);
        const QList<QByteArray> seeds { kGet, kPost, kChunked };
        const RequestFramer::Bounds bounds { 400, 300 };
        for (int run = 0; run < 20'000; ++run) {
            QByteArray bytes = seeds[qsizetype(random() % 3)] + seeds[qsizetype(random() % 3)];
            for (unsigned i = 0; i < 1 + random() % 6; ++i) {
                const auto at = qsizetype(random() % size_t(bytes.size()));
                switch (random() % 3) {
                case 0:
                    bytes[at] = char(random());
                    break;
                case 1:
                    bytes.remove(at, qsizetype(random() % 9));
                    break;
                default:
                    bytes.insert(
                        at, bytes.mid(qsizetype(random() % size_t(bytes.size())), qsizetype(random() % 30)));
                }
                if (bytes.isEmpty()) {
                    bytes = "x";
                }
            }
            RequestFramer framer(bounds);
            for (qsizetype at = 0; at < bytes.size(); at += 7) {
                framer.feed(bytes.mid(at, 7));
                while (framer.state() == State::Whole) {
                    const QByteArray framed = framer.take().bytes;
                    QVERIFY(framed.size() <= bounds.headerBytes + bounds.bodyBytes + 64);
                }
                QVERIFY(framer.held() <= bounds.headerBytes * 2 + bounds.bodyBytes + 512);
            }
        }
    }
};

QTEST_GUILESS_MAIN(RequestFramerTest)
#include "request_framer_test.moc"
