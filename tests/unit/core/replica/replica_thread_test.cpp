#include "core/replica/replica_client.h"

#include "tests/unit/core/replica/scratch_replica.h"

#include <QtCore/QThread>

#include <atomic>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

namespace {

constexpr int kRounds = 300;

// A replica on a thread of its own, as in the program, and a server that speaks to it there.
class ReplicaThread {
public:
    ReplicaThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        run([this] {
            m_home = std::make_unique<ScratchReplica>();
            m_home->clock.time = std::chrono::hours(24 * 365 * 55);
            m_home->signIn();
            // Its list of changes is for tests on one thread.
            m_home->replica->disconnect();
        });
    }
    ~ReplicaThread()
    {
        run([this] { m_home.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(ReplicaThread)

    ScratchReplica &home() { return *m_home; }

    template<typename Work> void run(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    template<typename Work> void ask(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::QueuedConnection);
    }

    // Ana changes something, or the server answers what is queued: accepting, or refusing.
    void serverActs(quint64 dice)
    {
        Replica &replica = *m_home->replica;
        const qint64 cursor = replica.spaces().front().cursor;
        if (dice % 3 != 0) {
            const Stamp stamp { m_home->clock.time.count() + qint64(dice % 2'000'000) - 1'000'000 };
            const auto row = m_home->row(quint8(1 + dice % 30), cursor + 1,
                { { item::kName, stamp, u"Ana %1"_s.arg(dice % 1000) } }, m_home->ana);
            QVERIFY(replica.applyRows(m_home->rows(cursor, cursor + 1, { row })));
            return;
        }
        const auto sent = m_home->take();
        protocol::Pushed answer;
        for (std::size_t i = 0; i < sent.size(); ++i) {
            if ((dice + i) % 4 == 0) {
                Record row = m_home->recordAt(sent[i].write.key);
                std::erase_if(row.registers, [&](const Register &reg) {
                    return std::find(sent[i].write.registers.begin(), sent[i].write.registers.end(), reg)
                        != sent[i].write.registers.end();
                });
                answer.corrections.push_back({ int(i), Code::InvalidValue, {}, row });
            }
        }
        QVERIFY(replica.acknowledge(sent, answer));
    }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<ScratchReplica> m_home;
};

} // namespace

class ReplicaThreadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theImageEndsLikeTheDisk()
    {
        ReplicaThread thread;
        TestClock clock;
        TestRandom random;
        {
            ReplicaClient client(*thread.home().replica, thread.home().stamps, clock, random);
            const SpaceId space = thread.home().space;
            client.watch(space);
            QTRY_VERIFY(client.isLoaded(space) && client.space(space));
            for (int i = 0; i < kRounds; ++i) {
                const RecordKey key = thread.home().item(quint8(1 + random.below(30)));
                QVERIFY(client.write(
                    key, { { item::kName, u"Mine %1"_s.arg(i) }, { item::kChecked, i % 2 == 0 } }));
                // What a person just did shows at once, whatever arrives.
                QCOMPARE(client.record(key)->text(item::kName), u"Mine %1"_s.arg(i));
                if (random.below(2)) {
                    thread.ask([&thread, dice = random.next()] { thread.serverActs(dice); });
                }
                if (random.below(10) == 0) {
                    QCoreApplication::processEvents();
                }
            }
            QTRY_COMPARE(client.unsavedCount(), 0);
            std::vector<Record> disk;
            thread.run([&] { disk = *thread.home().replica->recordsOf(space); });
            QCoreApplication::processEvents();
            std::size_t held = 0;
            for (const Record &record : disk) {
                const Record *shown = client.record(record.key);
                QVERIFY(shown);
                QCOMPARE(shown->registers, record.registers);
                ++held;
            }
            QCOMPARE(
                client.records(space, Kind::Item).size() + client.records(space, Kind::List).size(), held);
        }
    }

    void aClientThatGoesLeavesNothingUnwritten()
    {
        ReplicaThread thread;
        TestClock clock;
        TestRandom random;
        {
            ReplicaClient client(*thread.home().replica, thread.home().stamps, clock, random);
            const auto list = client.createList({ { list::kName, u"Home"_s } });
            QVERIFY(list);
            for (int i = 0; i < 100; ++i) {
                QVERIFY(client.create(*list, Kind::Item, { { item::kName, u"Item %1"_s.arg(i) } }));
            }
        }
        std::size_t records = 0;
        thread.run([&] { records = thread.home().replica->allRecords()->size(); });
        QCOMPARE(records, std::size_t(102));
    }
};

QTEST_GUILESS_MAIN(ReplicaThreadTest)
#include "replica_thread_test.moc"
