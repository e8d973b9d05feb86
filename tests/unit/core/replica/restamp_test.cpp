#include "core/limits.h"

#include "tests/unit/core/replica/scratch_replica.h"

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class RestampTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

    void welcome(Micros offset, qint64 version = 1)
    {
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, version } }, u"first"_s, offset);
    }
    Stamp queuedStamp(std::size_t index = 0)
    {
        return (*m_home->replica->outbox(10))[index].write.registers[0].stamp;
    }
    Stamp heldStamp(quint8 number, FieldNumber field = item::kName)
    {
        return m_home->recordAt(m_home->item(number)).find(field)->stamp;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->signIn();
    }

    void aClockThatIsADayAheadLosesNoEditAndWinsNotForEver()
    {
        m_home->clock.time += 24h; // wrong from here on
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->clock.time += 1h;
        welcome(-24h);
        const Stamp moved { mine.stamp.micros - Micros(24h).count() };
        QCOMPARE(queuedStamp(), moved);
        QCOMPARE(heldStamp(1), moved);
        QCOMPARE(m_home->replica->clockOffset(), Micros(-24h));
        // The stamp clock came back too.
        QVERIFY(m_home->tick().micros <= (m_home->clock.now() - 24h).count());
        m_home->open();
        QCOMPARE(queuedStamp(), moved);
        QCOMPARE(heldStamp(1), moved);
    }

    void aClockThatIsADayBehindDoesNotLose()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->clock.time += 1h;
        welcome(24h);
        QCOMPARE(queuedStamp().micros, mine.stamp.micros + Micros(24h).count());
        QCOMPARE(heldStamp(1), queuedStamp());
    }

    void whatWouldStillBeInTheFutureIsBroughtToNowInOrder()
    {
        // Somebody far ahead wrote here, so the stamps that followed run ahead of any clock.
        m_home->stamps.observe(Stamp { (m_home->clock.now() + 5h).count() });
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->put(m_home->item(2), item::kName, u"Bread"_s);
        m_home->put(m_home->item(3), item::kName, u"Jam"_s);
        welcome({});
        const qint64 now = m_home->clock.now().count();
        QCOMPARE(queuedStamp(2).micros, now);
        QVERIFY(queuedStamp(0) < queuedStamp(1));
        QVERIFY(queuedStamp(1) < queuedStamp(2));
        QCOMPARE(heldStamp(1), queuedStamp(0));
        QCOMPARE(heldStamp(3), queuedStamp(2));
    }

    void whatTheServerAcceptsIsLeftAlone()
    {
        m_home->stamps.observe(Stamp { m_home->clock.now().count() + limits::kClockToleranceMicros / 2 });
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        welcome({});
        QCOMPARE(queuedStamp(), mine.stamp);
    }

    void jitterMovesNothing()
    {
        const Register mine = m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        welcome(limits::kClockJitter - Micros(1));
        QCOMPARE(queuedStamp(), mine.stamp);
        QCOMPARE(m_home->replica->clockOffset(), Micros(0));
        welcome(limits::kClockJitter);
        QCOMPARE(m_home->replica->clockOffset(), Micros(limits::kClockJitter));
    }

    void aStampThatLostItsPlaceMeanwhileIsNotMovedInTheRow()
    {
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Stamp theirs { m_home->clock.now().count() + 30'000'000 };
        QVERIFY(m_home->replica->applyRows(
            m_home->rows(1, 2, { m_home->row(1, 2, { { item::kName, theirs, u"Bread"_s } }, m_home->ana) })));
        welcome(-24h, 2);
        QCOMPARE(heldStamp(1), theirs);
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Bread"_s);
    }

    // Ana's write lost here to a stamp that turned out to be wrong: it has to come again.
    void aSpaceWhereAStampMovedBackIsTakenAnew()
    {
        m_home->clock.time += 24h;
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        const Stamp theirs { (m_home->clock.now() - 24h + 1h).count() };
        const auto row = m_home->row(1, 2, { { item::kName, theirs, u"Bread"_s } }, m_home->ana);
        const auto other = m_home->row(2, 2, { { item::kName, theirs, u"Jam"_s } }, m_home->ana);
        QVERIFY(m_home->replica->applyRows(m_home->rows(1, 2, { row, other })));
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        m_home->clock.time += 2h;
        welcome(-24h, 2);
        QCOMPARE(m_home->replica->spaces().front().cursor, 0);
        QVERIFY(m_home->replica->applyRows(m_home->rows(0, 2, { m_home->listRow(1), row })));
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Bread"_s);
        QVERIFY(m_home->recordAt(m_home->item(2)).registers.empty()); // forgotten since, as nobody will say
    }

    void aSecondWelcomeMovesNothingAgain()
    {
        m_home->clock.time += 24h;
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        welcome(-24h);
        const Stamp moved = queuedStamp();
        welcome(-24h);
        QCOMPARE(queuedStamp(), moved);
    }

    void theImageOfTheRowIsReplaced()
    {
        m_home->clock.time += 24h;
        m_home->put(m_home->item(1), item::kName, u"Milk"_s);
        m_home->changes.clear();
        welcome(-24h);
        QCOMPARE(m_home->changes.size(), std::size_t(1));
        QCOMPARE(m_home->changes[0].how, RowsChanged::How::Replace);
        QCOMPARE(m_home->changes[0].rows[0].find(item::kName)->stamp, queuedStamp());
    }
};

QTEST_GUILESS_MAIN(RestampTest)
#include "restamp_test.moc"
