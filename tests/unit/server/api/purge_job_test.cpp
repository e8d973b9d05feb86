// What was deleted long ago goes while devices are connected, over a real gateway and both stores.
#include "server/api/purge_job.h"

#include "tests/support/gateway_house.h"
#include "tests/support/manual_clock.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::SpaceId;
using protocol::DropReason;
using server::PurgeJob;

static const quint64 kAna = 1;

class PurgeJobTest : public QObject {
    Q_OBJECT

private:
    // A node's job, which lives ninety days later than the connections do.
    struct Node {
        MovedClock clock;
        server::Metrics metrics;
        VirtualTime time;
        ManualTimers timers { time };
        SystemRandom random;
        PurgeJob job;
        QSignalSpy done { &job, &PurgeJob::done };

        explicit Node(GatewayHouse &house)
            : job({ house.pool(), house.told(), metrics, clock, timers, random })
        {
            clock.moveOn(limits::kGravestoneLife + 1h);
        }
        bool purge()
        {
            const qsizetype before = done.size();
            time.advance(PurgeJob::kEvery);
            return (done.size() > before || done.wait()) && done.last().first().toBool();
        }
        int gone(const QByteArray &what) const
        {
            const QByteArray name = "larder_purged_total{what=\"" + what + "\"} ";
            const QByteArray text = metrics.text();
            const qsizetype at = text.indexOf(name);
            return at < 0 ? -1
                          : text.mid(at + name.size(), text.indexOf('\n', at) - at - name.size()).toInt();
        }
    };

    std::unique_ptr<GatewayHouse> m_house;
    const SpaceId m_list = space(1);

    Micros now() { return m_house->clock.now(); }
    void makeList(SpaceId list)
    {
        m_house->push(user(kAna), { listWrite(list, now(), { { model::list::kName, u"Groceries"_s } }) });
    }
    void name(int from, int count)
    {
        std::vector<protocol::Write> writes;
        for (int i = from; i < from + count; ++i) {
            writes.push_back(itemWrite(m_list, quint64(i), now(), { { model::item::kName, u"Milk"_s } }));
            if (writes.size() == 100 || i + 1 == from + count) {
                m_house->push(user(kAna), std::exchange(writes, {}));
            }
        }
    }
    void remove(int item)
    {
        m_house->clock.moveOn(1ms);
        m_house->push(user(kAna), { itemWrite(m_list, quint64(item), now(), { { model::kDeleted, true } }) });
    }
    bool isUpToDate(SocketClient &client)
    {
        return client.waitFor([&] { return client.cursor(m_list) == m_house->version(m_list); });
    }
    bool agrees(const ClientView &view)
    {
        std::vector<model::Record> mine;
        for (const auto &[key, record] : view.held.at(m_list).rows) {
            mine.push_back(record);
        }
        return model::digest(mine) == model::digest(m_house->rows(user(kAna), m_list));
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<GatewayHouse>(
            server::Gateway::Config { .workers = 1, .connectionsPerAddress = 0 });
        makeList(m_list);
    }
    void cleanup() { m_house.reset(); }

    void itBeginsSomeMinutesAfterTheStartAndComesEveryDay()
    {
        Node node(*m_house);
        node.time.advance(59s);
        QCOMPARE(node.timers.running(), 1);
        QCOMPARE(node.done.size(), 0);
        node.time.advance(PurgeJob::kFirstWithin + 1min);
        QVERIFY(node.done.size() > 0 || node.done.wait());
        node.time.advance(PurgeJob::kEvery - 1s);
        QCOMPARE(node.done.size(), 1);
        node.time.advance(1s);
        QVERIFY(node.done.size() > 1 || node.done.wait());
        QVERIFY(node.done.last().first().toBool());
    }

    void whoIsUpToDateHearsNothingOfIt()
    {
        name(1, 10);
        remove(3);
        SocketClient ana;
        ana.enter(m_house->url(), kAna);
        QVERIFY(isUpToDate(ana));
        Node node(*m_house);
        QVERIFY(node.purge());
        QCOMPARE(node.gone("record"), 1);
        const int messages = ana.messages;
        name(11, 1);
        QVERIFY(isUpToDate(ana));
        QCOMPARE(ana.messages, messages + 1);
        QCOMPARE(ana.resets.size(), 0u);
        QVERIFY(node.purge());
        QCOMPARE(node.gone("record"), 1);
    }

    void whoComesAnewGetsAllPagesOfAListWhoseHorizonIsBeyondTheFirst()
    {
        name(1, limits::kPageRows + 500);
        remove(1);
        Node node(*m_house);
        QVERIFY(node.purge());
        m_house->restartGateway();
        SocketClient ana;
        ana.enter(m_house->url(), kAna);
        QVERIFY(isUpToDate(ana));
        QCOMPARE(ana.resets.size(), 0u);
        QVERIFY(agrees(ana));
    }

    void whoIsBehindTheHorizonBeginsAnew()
    {
        name(1, limits::kPageRows + 500);
        remove(1);
        Node node(*m_house);
        QVERIFY(node.purge());
        m_house->restartGateway();
        SocketClient ana;
        protocol::Hello hello = SocketClient::helloOf(kAna);
        hello.cursors = { { m_list, 2 } };
        ana.enter(m_house->url(), hello);
        QVERIFY(isUpToDate(ana));
        QCOMPARE(ana.resets[m_list], 1);
        QVERIFY(agrees(ana));
    }

    void aListThatGoesIsTakenFromWhoIsConnected()
    {
        makeList(space(2));
        m_house->clock.moveOn(1ms);
        m_house->push(user(kAna), { listWrite(space(2), now(), { { model::kDeleted, true } }) });
        SocketClient ana;
        ana.enter(m_house->url(), kAna);
        QVERIFY(ana.waitFor(
            [&] { return ana.has(space(2)) && ana.cursor(space(2)) == m_house->version(space(2)); }));
        Node node(*m_house);
        QVERIFY(node.purge());
        QCOMPARE(node.gone("space"), 1);
        QVERIFY(ana.waitFor([&] { return ana.drops.contains(space(2)); }));
        QCOMPARE(ana.drops[space(2)], DropReason::Deleted);
        QVERIFY(ana.has(m_list));
    }

    void twoNodesAtOnceForgetEverythingOnce()
    {
        const int count = limits::kPurgeRows * 3;
        name(1, count);
        for (int i = 1; i <= count; ++i) {
            remove(i);
        }
        Node one(*m_house);
        Node other(*m_house);
        one.time.advance(PurgeJob::kEvery);
        other.time.advance(PurgeJob::kEvery);
        QTRY_VERIFY(one.done.size() > 0 && other.done.size() > 0);
        QCOMPARE(one.done.size(), 1);
        Node last(*m_house);
        QVERIFY(last.purge());
        QVERIFY(one.gone("record") + other.gone("record") >= count);
        QCOMPARE(last.gone("record"), 0);
    }
};

QTEST_GUILESS_MAIN(PurgeJobTest)
#include "purge_job_test.moc"
