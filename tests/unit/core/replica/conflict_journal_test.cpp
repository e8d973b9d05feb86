#include "core/limits.h"

#include "tests/unit/core/replica/scratch_replica.h"

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class ConflictJournalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;
    qint64 m_version = 1;

    // Somebody's row arrives.
    void arrives(std::vector<Register> registers, UserId author, quint8 number = 1)
    {
        const qint64 from = m_version++;
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(from, m_version, { m_home->row(number, m_version, std::move(registers), author) })));
    }
    Stamp after(Stamp stamp) const { return { stamp.micros + 1 }; }
    std::vector<Conflict> conflicts() { return *m_home->replica->conflicts(); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->signIn();
        m_version = 1;
    }

    void keepsBothValuesAndWho()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Register theirs { item::kName, after(mine.stamp), u"Bread"_s };
        arrives({ theirs }, m_home->ana);
        QCOMPARE(conflicts().size(), std::size_t(1));
        const Conflict conflict = conflicts().front();
        QCOMPARE(conflict.key, m_home->item(1));
        QCOMPARE(conflict.field, item::kName);
        QCOMPARE(conflict.mine, mine);
        QCOMPARE(conflict.theirs, theirs);
        QCOMPARE(conflict.author, m_home->ana);
        m_home->open();
        QCOMPARE(conflicts().size(), std::size_t(1));
        QCOMPARE(m_home->replica->queueState().conflicts, 1);
    }

    void countsInFlightAndAcknowledgedUntilTheEcho()
    {
        const Register inFlight = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Register acknowledged = m_home->put(m_home->item(2), item::kName, u"Jam"_s);
        const auto sent = m_home->take();
        protocol::Pushed answer;
        answer.versions = { { m_home->space, 9 } };
        QVERIFY(m_home->replica->acknowledge(std::span(sent).subspan(1), answer));
        arrives({ { item::kName, after(inFlight.stamp), u"Bread"_s } }, m_home->ana, 1);
        arrives({ { item::kName, after(acknowledged.stamp), u"Honey"_s } }, m_home->ana, 2);
        QCOMPARE(conflicts().size(), std::size_t(2));
    }

    void whatCameAfterTheEchoIsNone()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(2);
        arrives({ mine }, m_home->me);
        arrives({ { item::kName, after(mine.stamp), u"Bread"_s } }, m_home->ana);
        QVERIFY(conflicts().empty());
    }

    void theSameValueIsNone()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        arrives({ { item::kName, after(mine.stamp), u"Milk"_s } }, m_home->ana);
        QVERIFY(conflicts().empty());
    }

    // A known trap: two people who edit different fields of one item are in no conflict.
    void differentFieldsOfOneItemAreNoConflict()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        arrives({ { item::kNote, after(mine.stamp), u"oat"_s } }, m_home->ana);
        QVERIFY(conflicts().empty());
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kNote), u"oat"_s);
    }

    void anEarlierWriteThatLosesToMineIsNone()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        arrives({ { item::kName, Stamp { mine.stamp.micros - 1 }, u"Bread"_s } }, m_home->ana);
        QVERIFY(conflicts().empty());
    }

    void myOtherDeviceIsNone()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        arrives({ { item::kName, after(mine.stamp), u"Bread"_s } }, m_home->me);
        QVERIFY(conflicts().empty());
    }

    void aLossThatComesWithMyOwnEchoHasAnUnknownAuthor()
    {
        const Register lost = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Register kept = m_home->put(m_home->item(1), item::kNote, u"oat"_s);
        m_home->pushAll(3);
        // Catch-up leaves the version out in which Ana wrote the name: the row's author is who wrote it last.
        arrives({ { item::kName, after(lost.stamp), u"Bread"_s }, kept }, m_home->me);
        QCOMPARE(conflicts().size(), std::size_t(1));
        QVERIFY(conflicts().front().author.isNull());
    }

    void anEditOfWhatAnotherDeletedIsOne()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(2);
        arrives({ { item::kName, m_home->recordAt(m_home->item(1)).find(item::kName)->stamp, u"Milk"_s } },
            m_home->me);
        const Register edit = m_home->put(m_home->item(1), item::kNote, u"oat"_s);
        const Register deletion { kDeleted, Stamp { edit.stamp.micros - 10 }, true };
        arrives({ deletion }, m_home->ana);
        QCOMPARE(conflicts().size(), std::size_t(1));
        QCOMPARE(conflicts().front().field, kDeleted);
        QCOMPARE(conflicts().front().mine, edit);
        QCOMPARE(conflicts().front().theirs, deletion);
        // Once told, not again.
        arrives({ deletion }, m_home->ana);
        QCOMPARE(conflicts().size(), std::size_t(1));
    }

    void deletingWhatAnotherDeletedIsNone()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->pushAll(2);
        arrives({ { item::kName, m_home->recordAt(m_home->item(1)).find(item::kName)->stamp, u"Milk"_s } },
            m_home->me);
        const Register mine = m_home->put(m_home->item(1), kDeleted, true);
        arrives({ { kDeleted, after(mine.stamp), true } }, m_home->ana);
        QVERIFY(conflicts().empty());
    }

    void bringingBackWhatAnotherDeletedLaterIsOne()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Register mine = m_home->put(m_home->item(1), kDeleted, false);
        arrives({ { kDeleted, after(mine.stamp), true } }, m_home->ana);
        QCOMPARE(conflicts().size(), std::size_t(1));
        QCOMPARE(conflicts().front().mine, mine);
    }

    void isToldOnceHoweverOftenTheRowComes()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Register theirs { item::kName, after(mine.stamp), u"Bread"_s };
        arrives({ theirs }, m_home->ana);
        QVERIFY(m_home->replica->applyReset({ m_home->space }));
        m_version = 0;
        arrives({ theirs }, m_home->ana);
        QCOMPARE(conflicts().size(), std::size_t(1));
        QVERIFY(m_home->replica->dismissConflict(conflicts().front().id));
        QCOMPARE(m_home->replica->queueState().conflicts, 0);
    }

    void theOldestGoAboveTheBound()
    {
        const int count = limits::kConflictsKept + 20;
        std::vector<Record> rows;
        Stamp last;
        for (int i = 0; i < count; ++i) {
            RecordKey key = m_home->item(1);
            key.id.value.bytes[14] = quint8(i / 200);
            key.id.value.bytes[15] = quint8(i % 200);
            last = m_home->put(key, item::kName, u"Milk"_s).stamp;
            Record row { key, { { item::kName, after(last), u"Bread"_s } }, 2, m_home->ana };
            rows.push_back(row);
        }
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, rows)));
        QCOMPARE(int(conflicts().size()), limits::kConflictsKept);
        QCOMPARE(m_home->replica->queueState().conflicts, limits::kConflictsKept);
        QCOMPARE(conflicts().back().mine.stamp, last);
    }
};

QTEST_GUILESS_MAIN(ConflictJournalTest)
#include "conflict_journal_test.moc"
