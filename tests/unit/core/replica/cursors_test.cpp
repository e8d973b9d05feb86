#include "tests/unit/core/replica/scratch_replica.h"

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;
using Applied = Replica::Applied;

class CursorsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ScratchReplica> m_home;

    Applied apply(qint64 from, qint64 to, int part = 0, bool last = true, std::vector<Record> list = {})
    {
        protocol::Rows rows = m_home->rows(from, to, std::move(list));
        rows.part = part;
        rows.last = last;
        return m_home->replica->applyRows(rows).value();
    }
    qint64 cursor() const { return m_home->replica->spaces().front().cursor; }
    Record milk(quint8 number, qint64 version)
    {
        return m_home->row(number, version, { { item::kName, Stamp { version }, u"Milk"_s } }, m_home->ana);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<ScratchReplica>();
        m_home->signIn(Role::Owner, 5);
    }

    void rowsThatLeadOnMoveTheCursor()
    {
        QCOMPARE(apply(5, 6), Applied::Yes);
        QCOMPARE(cursor(), 6);
        QCOMPARE(apply(3, 9), Applied::Yes);
        QCOMPARE(cursor(), 9);
        m_home->open();
        QCOMPARE(cursor(), 9);
    }

    void rowsFromBeyondAreAGapAndKeepNothing()
    {
        QCOMPARE(apply(6, 7, 0, true, { milk(1, 7) }), Applied::Gap);
        QCOMPARE(cursor(), 5);
        QVERIFY(m_home->recordAt(m_home->item(1)).registers.empty());
    }

    // They follow a reset. Taken without it they would leave here what the server forgot.
    void rowsFromTheBeginningAreAGapToWhoIsPastIt()
    {
        QCOMPARE(apply(0, 7, 0, true, { milk(1, 7) }), Applied::Gap);
        QCOMPARE(cursor(), 5);
        QVERIFY(m_home->replica->applyReset({ m_home->space }));
        QCOMPARE(apply(0, 7, 0, true, { milk(1, 7) }), Applied::Yes);
        QCOMPARE(cursor(), 7);
    }

    void rowsThatAreHeldAreOld()
    {
        QCOMPARE(apply(4, 5), Applied::Old);
        QCOMPARE(apply(0, 3), Applied::Old);
    }

    void aCursorMovesWithTheLastPart()
    {
        QCOMPARE(apply(5, 8, 0, false, { milk(1, 8) }), Applied::Yes);
        QCOMPARE(cursor(), 5);
        QCOMPARE(apply(5, 8, 1, false, { milk(2, 8) }), Applied::Yes);
        QCOMPARE(apply(5, 8, 1, false, { milk(2, 8) }), Applied::Old);
        QCOMPARE(apply(5, 8, 3, true), Applied::Gap);
        QCOMPARE(apply(5, 9, 2, true), Applied::Gap);
        QCOMPARE(cursor(), 5);
        QCOMPARE(apply(5, 8, 2, true), Applied::Yes);
        QCOMPARE(cursor(), 8);
    }

    void aStepThatBeginsAnewIsCountedAnew()
    {
        QCOMPARE(apply(5, 8, 0, false), Applied::Yes);
        QCOMPARE(apply(5, 8, 1, false), Applied::Yes);
        // Cut up differently the second time: what was part 1 can't be left out.
        QCOMPARE(apply(5, 8, 0, false), Applied::Yes);
        QCOMPARE(apply(5, 8, 2, true), Applied::Gap);
        QCOMPARE(apply(5, 8, 1, true), Applied::Yes);
        QCOMPARE(cursor(), 8);
    }

    void partsAreForgottenWithTheConnection()
    {
        QCOMPARE(apply(5, 8, 0, false), Applied::Yes);
        m_home->welcome({ { m_home->space, SpaceKind::List, Role::Owner, 8 } });
        QCOMPARE(apply(5, 8, 1, true), Applied::Gap);
        QCOMPARE(apply(5, 8, 0, false), Applied::Yes);
        m_home->open();
        QCOMPARE(apply(5, 8, 1, true), Applied::Gap);
    }

    void rowsOfAnUnknownSpaceAreLeftAside()
    {
        protocol::Rows rows;
        rows.space = idOf<SpaceId>(99);
        rows.to = 1;
        QCOMPARE(m_home->replica->applyRows(rows).value(), Applied::Old);
    }

    void contradictionsAreRefusedWhole()
    {
        auto strange = m_home->rows(5, 6, { milk(1, 6), milk(2, 6) });
        strange.rows[1].key.space = idOf<SpaceId>(99);
        QCOMPARE(m_home->replica->applyRows(strange).error().code, Code::Malformed);
        QVERIFY(m_home->recordAt(m_home->item(1)).registers.empty());
        QCOMPARE(m_home->replica->applyRows(m_home->rows(5, 4, {})).error().code, Code::Malformed);
        QCOMPARE(
            m_home->replica->applyRows(m_home->rows(5, 6, { milk(1, 0) })).error().code, Code::Malformed);
        QCOMPARE(cursor(), 5);
    }

    void aRecordThatComesTwiceInAMessageIsMerged()
    {
        auto second = milk(1, 6);
        second.registers = { { item::kNote, Stamp { 3 }, u"oat"_s } };
        QCOMPARE(apply(5, 6, 0, true, { milk(1, 6), second }), Applied::Yes);
        QCOMPARE(m_home->recordAt(m_home->item(1)).registers.size(), std::size_t(2));
        QCOMPARE(apply(6, 7, 0, true, { milk(2, 7), milk(1, 7), milk(2, 7) }), Applied::Yes);
    }

    void aRegisterThatARowLacksIsUnchanged()
    {
        QCOMPARE(apply(5, 6, 0, true, { milk(1, 6) }), Applied::Yes);
        QCOMPARE(apply(6, 7, 0, true,
                     { m_home->row(1, 7, { { item::kChecked, Stamp { 9 }, true } }, m_home->ana) }),
            Applied::Yes);
        QCOMPARE(m_home->recordAt(m_home->item(1)).text(item::kName), u"Milk"_s);
        QVERIFY(m_home->recordAt(m_home->item(1)).truth(item::kChecked));
    }
};

QTEST_GUILESS_MAIN(CursorsTest)
#include "cursors_test.moc"
