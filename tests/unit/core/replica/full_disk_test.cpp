#include "tests/support/full_disk.h"
#include "tests/unit/core/replica/scratch_replica.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;
using namespace Qt::StringLiterals;

// A COMMIT that the disk does not take: memory is as the disk is, the caller hears of it, and the next one
// goes through.
class FullDiskTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

    std::vector<protocol::Write> queued()
    {
        std::vector<protocol::Write> writes;
        const auto outbox = m_home->replica->outbox(100);
        for (const QueuedWrite &each : *outbox) {
            writes.push_back(each.write);
        }
        return writes;
    }
    // What memory says must be what a fresh start reads.
    void verifyMemoryIsAsTheDisk()
    {
        const auto outbox = queued();
        const QueueState state = m_home->replica->queueState();
        const auto spaces = m_home->replica->spaces();
        const auto records = *m_home->replica->allRecords();
        m_home->open();
        QVERIFY(outbox == queued());
        QCOMPARE(m_home->replica->queueState(), state);
        QVERIFY(m_home->replica->spaces() == spaces);
        QVERIFY(*m_home->replica->allRecords() == records);
        QCOMPARE(m_home->replica->openReport(), OpenReport {});
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->open();
        m_home->signIn();
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
    }
    void cleanup() { m_home.reset(); }

    void aWriteIsRefusedAndGoesThroughLater()
    {
        const Register oat { item::kName, m_home->tick(), u"Oat milk"_s };
        {
            const FullDisk full;
            const auto done = m_home->replica->write({ m_home->item(1), { oat } });
            QVERIFY(!done);
            QCOMPARE(done.error().code, Code::Storage);
        }
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        QCOMPARE(m_home->replica->queueState().queued, 1);
        verifyMemoryIsAsTheDisk();
        QVERIFY(m_home->replica->write({ m_home->item(1), { oat } }));
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Oat milk"_s);
        verifyMemoryIsAsTheDisk();
    }

    void rowsOfTheServerDoNotMoveTheCursor()
    {
        const auto rows = m_home->rows(
            1, 2, { m_home->row(2, 2, { { item::kName, Stamp { 2000 }, u"Bread"_s } }, m_home->ana) });
        {
            const FullDisk full;
            QVERIFY(!m_home->replica->applyRows(rows));
        }
        QCOMPARE(m_home->replica->spaces().front().cursor, 1);
        verifyMemoryIsAsTheDisk();
        QVERIFY(m_home->replica->applyRows(rows));
        QCOMPARE(m_home->replica->spaces().front().cursor, 2);
        QCOMPARE(m_home->recordAt(m_home->item(2)).text(item::kName), u"Bread"_s);
        verifyMemoryIsAsTheDisk();
    }

    void anAcknowledgedWriteStaysQueued()
    {
        const auto sent = m_home->take();
        QCOMPARE(sent.size(), std::size_t(1));
        {
            const FullDisk full;
            QVERIFY(!m_home->replica->acknowledge(sent, { 0, { { m_home->space, 2 } }, {} }));
        }
        QCOMPARE(m_home->replica->queueState().queued, 1);
        m_home->replica->releaseInFlight();
        QCOMPARE(m_home->take().size(), std::size_t(1)); // it is sent again
    }

    void aDroppedSpaceIsStillThere()
    {
        {
            const FullDisk full;
            QVERIFY(!m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Revoked }));
        }
        QCOMPARE(m_home->replica->spaces().size(), std::size_t(1));
        QCOMPARE(m_home->replica->queueState().failures, 0);
        verifyMemoryIsAsTheDisk();
        QVERIFY(m_home->replica->applyDrop({ m_home->space, protocol::DropReason::Revoked }));
        QVERIFY(m_home->replica->spaces().empty());
        QCOMPARE(m_home->replica->queueState().failures, 1);
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "full_disk_test.moc"
