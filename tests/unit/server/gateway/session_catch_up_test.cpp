// How a session follows the versions of its spaces: live rows, pages of the store, and what leads from one to
// the other.
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace std::chrono_literals;
using model::Role;

class SessionCatchUpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liveRowsGoOutWhenTheyLeadOn();
    void aGapIsReadFromTheStore();
    void partsGoOutInOrderAndExactlyOnceToWhoJoinsInside();
    void pagesInsideAVersionGoOnWhereTheyEnded();
    void livePartsDoNotMixWithPagesOfTheSameVersion();
    void mergedVersionsGoToWhoHasTheFirstOfThem();
    void whoLacksRowsThatMovedOnReadsTheStore();
    void whoWasCutOffInACatchUpReadsTheStore();
    void aPullIsAlwaysAnswered();
    void aPullAheadOfTheServerBeginsAtZero();
    void aHorizonResetsTheClient();
    void spacesTakeTurns();
    void aStoreThatDoesNotShowItYetIsAskedAgain();
    void aStoreThatStaysBehindIsAskedAtEverySweep();
    void aMembershipThatTheStoreDoesNotShowYetIsAskedForAgain();
    void aFailedReadIsTriedAgainAtTheNextSweep();
    void aParkedClientGetsNoRowsAndCatchesUp();
};

void SessionCatchUpTest::liveRowsGoOutWhenTheyLeadOn()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.delivered(live('A', 7)), lines(u"rows A 6>7.0"_s));
    QCOMPARE(d.delivered(live('B', 1)), QStringList());
}

void SessionCatchUpTest::aGapIsReadFromTheStore()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered(live('A', 7)), lines(u"read page A 5.0"_s));
    QCOMPARE(d.delivered(live('A', 8)), QStringList());
    QCOMPARE(d.page(parcel('A', 5, 7)), lines(u"rows A 5>7.0"_s, u"read page A 7.0"_s));
    QCOMPARE(d.recent({ parcel('A', 7, 8) }), lines(u"rows A 7>8.0"_s));
    QCOMPARE(d.delivered(live('A', 9)), lines(u"rows A 8>9.0"_s));
    // Rows that were too many to be told.
    QCOMPARE(d.delivered({ space('A'), { 12, 0 }, false, nullptr, {} }), lines(u"read page A 9.0"_s));
}

void SessionCatchUpTest::partsGoOutInOrderAndExactlyOnceToWhoJoinsInside()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered(live('A', 6, 0, false)), lines(u"rows A 5>6.0+"_s));
    QCOMPARE(d.delivered(live('A', 6, 1, false)), lines(u"rows A 5>6.1+"_s));
    QCOMPARE(d.delivered(live('A', 6, 2)), lines(u"rows A 5>6.2"_s));

    Dialogue joining;
    joining.hello(u"ana"_s, { { space('A'), 4 } });
    QCOMPARE(joining.spaces({ Dialogue::grant('A', 5) }).last(), u"read page A 4.0"_s);
    QCOMPARE(joining.delivered(live('A', 6, 0, false)), QStringList());
    QCOMPARE(joining.delivered(live('A', 6, 1, false)), QStringList());
    QCOMPARE(joining.page(parcel('A', 4, 5)), lines(u"rows A 4>5.0"_s, u"read page A 5.0"_s));
    QCOMPARE(joining.recent({ parcel('A', 5, 6, 0, false), parcel('A', 5, 6, 1, false) }),
        lines(u"rows A 5>6.0+"_s, u"rows A 5>6.1+"_s));
    QCOMPARE(joining.delivered(live('A', 6, 2)), lines(u"rows A 5>6.2"_s));
    QCOMPARE(joining.delivered(live('A', 7)), lines(u"rows A 6>7.0"_s));
}

void SessionCatchUpTest::pagesInsideAVersionGoOnWhereTheyEnded()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 1) });
    QCOMPARE(d.page(parcel('A', 0, 1, 0, false)), lines(u"rows A 0>1.0+"_s, u"read page A 0.1 on"_s));
    QCOMPARE(d.page(parcel('A', 0, 1, 1, false)), lines(u"rows A 0>1.1+"_s, u"read page A 0.2 on"_s));
    QCOMPARE(d.page(parcel('A', 0, 1, 2)), lines(u"rows A 0>1.2"_s));
    QCOMPARE(d.delivered(live('A', 2)), lines(u"rows A 1>2.0"_s));
}

void SessionCatchUpTest::livePartsDoNotMixWithPagesOfTheSameVersion()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered({ space('A'), { 6, 0 }, false, nullptr, {} }), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 6, 0, false)), lines(u"rows A 5>6.0+"_s, u"read page A 5.1 on"_s));
    QCOMPARE(d.delivered(live('A', 6, 0, false)), QStringList());
    QCOMPARE(d.delivered(live('A', 6, 1)), QStringList());
    QCOMPARE(d.page(parcel('A', 5, 6, 1)), lines(u"rows A 5>6.1"_s));
}

void SessionCatchUpTest::mergedVersionsGoToWhoHasTheFirstOfThem()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    const SharedParcel merged = parcel('A', 3, 9);
    QCOMPARE(d.delivered({ space('A'), { 9, 0 }, false, merged, {} }), lines(u"rows A 3>9.0"_s));
    QCOMPARE(d.delivered(live('A', 10)), lines(u"rows A 9>10.0"_s));
}

void SessionCatchUpTest::whoLacksRowsThatMovedOnReadsTheStore()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 9) });
    QVERIFY(!d.mayBeRecent);
    // What moved from below 6 to above it is not on this page, and the row of version 7 may tell only what
    // changed.
    QCOMPARE(d.page(parcel('A', 0, 6, 0, true, true)), lines(u"rows A 0>6.0"_s, u"read page A 6.0"_s));
    QVERIFY(!d.mayBeRecent);
    QCOMPARE(
        d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::Unavailable), actions); }),
        QStringList());
    QCOMPARE(d.delivered(live('A', 7)), QStringList());
    QCOMPARE(d.later(1s), lines(u"read page A 6.0"_s));
    QVERIFY(!d.mayBeRecent);
    QCOMPARE(d.page(parcel('A', 6, 9)), lines(u"rows A 6>9.0"_s));
    QCOMPARE(d.delivered(live('A', 10)), lines(u"rows A 9>10.0"_s));
    QCOMPARE(d.delivered(live('A', 12)), lines(u"read page A 10.0"_s));
    QVERIFY(d.mayBeRecent);
    // A whole reader that gets such a page is no longer one.
    QCOMPARE(d.page(parcel('A', 10, 11, 0, true, true)), lines(u"rows A 10>11.0"_s, u"read page A 11.0"_s));
    QVERIFY(!d.mayBeRecent);
}

void SessionCatchUpTest::whoWasCutOffInACatchUpReadsTheStore()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 6 } });
    QCOMPARE(d.spaces({ Dialogue::grant('A', 9) }).last(), u"read page A 6.0"_s);
    QVERIFY(!d.mayBeRecent);
    QCOMPARE(d.page(parcel('A', 6, 9)), lines(u"rows A 6>9.0"_s));
    QCOMPARE(d.say(protocol::Pull { space('A'), 6 }), lines(u"read page A 6.0"_s));
    QVERIFY(!d.mayBeRecent);
}

void SessionCatchUpTest::aPullIsAlwaysAnswered()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.say(protocol::Pull { space('A'), 5 }), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 5, 0, true, false, 0)), lines(u"rows A 5>5.0"_s));
    QCOMPARE(d.say(protocol::Pull { space('A'), 2 }), lines(u"read page A 2.0"_s));
    // Later ones overtake it: its page is thrown away, and only then the next is asked for.
    QCOMPARE(d.say(protocol::Pull { space('A'), 3 }), QStringList());
    QCOMPARE(d.say(protocol::Pull { space('A'), 1 }), QStringList());
    QCOMPARE(d.page(parcel('A', 2, 5)), lines(u"read page A 1.0"_s));
    QCOMPARE(d.page(parcel('A', 1, 5)), lines(u"rows A 1>5.0"_s));
}

void SessionCatchUpTest::aPullAheadOfTheServerBeginsAtZero()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.say(protocol::Pull { space('A'), 6 }), lines(u"read page A 0.0"_s));
}

void SessionCatchUpTest::aHorizonResetsTheClient()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 2 } });
    d.spaces({ Dialogue::grant('A', 5) });
    QCOMPARE(d.happens([&](Actions &actions) {
        d.state.pageRead(d.ticket, PageRead { d.ticket, PageRead::Source::Store, true, {} }, actions);
    }),
        lines(u"reset A"_s, u"read page A 0.0"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), lines(u"rows A 0>5.0"_s));
}

void SessionCatchUpTest::spacesTakeTurns()
{
    Dialogue d;
    d.hello();
    QCOMPARE(d.spaces({ Dialogue::grant('A', 9), Dialogue::grant('B', 9) }).last(), u"read page A 0.0"_s);
    QCOMPARE(d.page(parcel('A', 0, 3, 0, true, true)).last(), u"read page B 0.0"_s);
    QCOMPARE(d.page(parcel('B', 0, 3, 0, true, true)).last(), u"read page A 3.0"_s);
    // But not inside a version.
    QCOMPARE(d.page(parcel('A', 3, 4, 0, false)).last(), u"read page A 3.1 on"_s);
}

void SessionCatchUpTest::aStoreThatDoesNotShowItYetIsAskedAgain()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    const SharedParcel nothing = parcel('A', 5, 5, 0, true, false, 0);
    QCOMPARE(d.delivered(live('A', 7)), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(nothing), lines(u"wake in 2"_s));
    QCOMPARE(d.woken(), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(nothing), lines(u"wake in 4"_s));
    QCOMPARE(d.woken(), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 7)), lines(u"rows A 5>7.0"_s));
    QCOMPARE(d.delivered(live('A', 9)), lines(u"read page A 7.0"_s));
    QCOMPARE(d.page(parcel('A', 7, 7, 0, true, false, 0)), lines(u"wake in 2"_s));
}

void SessionCatchUpTest::aStoreThatStaysBehindIsAskedAtEverySweep()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5), Dialogue::grant('B', 1) });
    const SharedParcel nothing = parcel('A', 5, 5, 0, true, false, 0);
    d.delivered(live('A', 7));
    int asked = 1;
    while (!d.page(nothing).isEmpty()) {
        QCOMPARE(d.woken(), lines(u"read page A 5.0"_s));
        QVERIFY(++asked < 100);
    }
    // Other spaces need not wait for it.
    QCOMPARE(d.delivered(live('B', 3)), lines(u"read page B 1.0"_s));
    QCOMPARE(d.page(parcel('B', 1, 3)), lines(u"rows B 1>3.0"_s));
    for (int sweep = 0; sweep < 20; ++sweep) {
        QCOMPARE(d.later(1s), lines(u"read page A 5.0"_s));
        QCOMPARE(d.page(nothing), QStringList());
    }
    d.later(1s);
    QCOMPARE(d.page(parcel('A', 5, 7)), lines(u"rows A 5>7.0"_s));
    QCOMPARE(d.later(1s), QStringList());
    QCOMPARE(d.delivered(live('A', 8)), lines(u"rows A 7>8.0"_s));
}

void SessionCatchUpTest::aMembershipThatTheStoreDoesNotShowYetIsAskedForAgain()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.member('A', 2, Role::Editor), lines(u"read spaces"_s));
    QCOMPARE(d.spacesBehind({}), lines(u"wake in 2"_s));
    QCOMPARE(d.woken(), lines(u"read spaces"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 2) }),
        lines(u"grant A editor"_s, u"subscribe A"_s, u"read page A 0.0"_s));
    QCOMPARE(d.woken(), QStringList());
}

void SessionCatchUpTest::aFailedReadIsTriedAgainAtTheNextSweep()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 1) });
    QCOMPARE(
        d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::Unavailable), actions); }),
        QStringList());
    QCOMPARE(d.later(1s), lines(u"read page A 0.0"_s));

    QCOMPARE(d.member('B', 1, Role::Editor), lines(u"read spaces A"_s));
    QCOMPARE(d.happens([&](Actions &actions) { d.state.spacesRead(Failure(Code::Unavailable), actions); }),
        QStringList());
    QCOMPARE(d.later(1s), lines(u"read spaces A"_s));

    Dialogue early;
    early.hello();
    QCOMPARE(
        early.happens([&](Actions &actions) { early.state.spacesRead(Failure(Code::Unavailable), actions); }),
        lines(u"denied unavailable"_s, u"close unavailable"_s));
}

void SessionCatchUpTest::aParkedClientGetsNoRowsAndCatchesUp()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    d.state.park();
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.delivered(live('A', 7)), QStringList());
    QCOMPARE(d.say(protocol::Ping { 1 }), lines(u"pong 1"_s));
    QCOMPARE(d.happens([&](Actions &) { d.state.drained(); }), lines(u"read page A 5.0"_s));
    QCOMPARE(d.recent({ parcel('A', 5, 6), parcel('A', 6, 7) }), lines(u"rows A 5>6.0"_s, u"rows A 6>7.0"_s));
}

QTEST_GUILESS_MAIN(SessionCatchUpTest)
#include "session_catch_up_test.moc"
