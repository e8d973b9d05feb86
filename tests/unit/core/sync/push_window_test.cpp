#include "core/sync/push_window.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace std::chrono_literals;

namespace {

std::vector<replica::QueuedWrite> writes(qint64 from, qint64 to)
{
    std::vector<replica::QueuedWrite> result;
    for (qint64 entry = from; entry <= to; ++entry) {
        result.push_back({ entry, {} });
    }
    return result;
}

protocol::Pushed kept(qint64 seq)
{
    protocol::Pushed answer;
    answer.seq = seq;
    return answer;
}

protocol::Pushed refused(qint64 seq, Code code = Code::Incomplete)
{
    protocol::Pushed answer = kept(seq);
    answer.corrections.push_back({ 0, code, {}, {} });
    return answer;
}

// Sends whatever may go; the numbers it went under.
std::vector<qint64> send(PushWindow &window)
{
    std::vector<qint64> seqs;
    while (PushWindow::Batch *batch = window.next()) {
        window.sent(*batch, 1s);
        seqs.push_back(batch->seq);
    }
    return seqs;
}

PushWindow windowOf(int batches)
{
    PushWindow window;
    window.open({});
    for (int batch = 0; batch < batches; ++batch) {
        window.add(writes(batch * 10 + 1, batch * 10 + 4));
    }
    return window;
}

} // namespace

class PushWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsInOrderUpToTheLimit()
    {
        PushWindow window = windowOf(limits::kPushesInFlight + 1);
        QCOMPARE(send(window).size(), std::size_t(limits::kPushesInFlight));
        QVERIFY(!window.hasRoom());
        QCOMPARE(window.answered(kept(1))->writes.front().entry, 1);
        QCOMPARE(send(window), std::vector<qint64> { limits::kPushesInFlight + 1 });
    }

    void takesNoMoreThanOurBoundsFromAServer()
    {
        PushWindow window;
        window.open({ 1'000'000, 1'000'000'000, 1'000'000 });
        QCOMPARE(window.writesPerPush(), limits::kWritesPerPush);
        QCOMPARE(window.messageBytes(), limits::kUpMessageBytes);
        for (int batch = 0; batch <= limits::kPushesInFlight; ++batch) {
            window.add(writes(batch, batch));
        }
        QCOMPARE(send(window).size(), std::size_t(limits::kPushesInFlight));
        window.open({ 0, -5, 0 });
        QCOMPARE(window.writesPerPush(), 1);
        QVERIFY(window.hasRoom());
    }

    void forgetsAllWithTheConnection()
    {
        PushWindow window = windowOf(2);
        send(window);
        window.open({});
        QCOMPARE(window.writes(), 0);
        QVERIFY(!window.answered(kept(1)));
    }

    void sendsAllAgainInOrderAfterOneWasDenied()
    {
        PushWindow window = windowOf(3);
        QCOMPARE(send(window), (std::vector<qint64> { 1, 2, 3 }));
        QVERIFY(window.denied(1));
        // The answers to those behind it were given too early to count.
        QVERIFY(!window.answered(refused(2)));
        QVERIFY(!window.answered(kept(3)));
        QCOMPARE(send(window), std::vector<qint64> { 4 });
        QCOMPARE(window.answered(kept(4))->writes.front().entry, 1);
        QCOMPARE(send(window), std::vector<qint64> { 5 });
        QCOMPARE(window.answered(refused(5))->writes.front().entry, 11);
        QCOMPARE(send(window), std::vector<qint64> { 6 });
        QCOMPARE(window.answered(kept(6))->writes.front().entry, 21);
        QVERIFY(window.hasRoom());
    }

    void believesNoRefusalBeforeTheEarlierPushIsAnswered()
    {
        PushWindow window = windowOf(2);
        send(window);
        QVERIFY(!window.answered(refused(2)));
        QVERIFY(send(window).empty());
        QVERIFY(!window.hasRoom());
        QVERIFY(window.answered(kept(1)));
        QCOMPARE(send(window), std::vector<qint64> { 3 });
        QVERIFY(window.answered(refused(3)));
    }

    void believesAKeptPushAtOnce()
    {
        PushWindow window = windowOf(2);
        send(window);
        QCOMPARE(window.answered(refused(2, Code::StampClamped))->writes.front().entry, 11);
        QVERIFY(window.answered(refused(1)));
    }

    void actsOnTheDenialOfTheFirstOnly()
    {
        PushWindow window = windowOf(2);
        send(window);
        QVERIFY(!window.denied(2));
        QVERIFY(!window.denied(99));
        QVERIFY(window.denied(1));
        QVERIFY(!window.denied(1));
    }

    void halvesABatchAndSendsNoLargerOnesAfter()
    {
        PushWindow window = windowOf(2);
        send(window);
        QVERIFY(window.denied(1));
        window.split(*window.first());
        QCOMPARE(window.writesPerPush(), 2);
        QCOMPARE(send(window), std::vector<qint64> { 3 });
        QCOMPARE(window.answered(kept(3))->writes.size(), std::size_t(2));
        send(window);
        const auto second = window.answered(kept(4));
        QCOMPARE(second->writes.size(), std::size_t(2));
        QCOMPARE(second->writes.front().entry, 3);
        QCOMPARE(window.takeFirst().writes.front().entry, 11);
    }

    void ignoresAnAnswerThatCameTwice()
    {
        PushWindow window = windowOf(1);
        send(window);
        QVERIFY(window.answered(kept(1)));
        QVERIFY(!window.answered(kept(1)));
    }

    void knowsTheOldestOpenQuestion()
    {
        PushWindow window = windowOf(2);
        QVERIFY(!window.oldestSent());
        window.sent(*window.next(), 5s);
        window.sent(*window.next(), 7s);
        QCOMPARE(window.oldestSent()->count(), Micros(5s).count());
        window.answered(kept(1));
        QCOMPARE(window.oldestSent()->count(), Micros(7s).count());
    }
};

QTEST_GUILESS_MAIN(PushWindowTest)
#include "push_window_test.moc"
