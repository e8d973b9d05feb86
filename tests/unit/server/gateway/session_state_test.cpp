#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace std::chrono_literals;
using model::Role;

template<typename... Line>
QStringList lines(const Line &...line)
{
    return { line... };
}

class SessionStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHelloIsAnsweredWithAWelcomeAndWhatIsMissing();
    void aClientThatIsUpToDateGetsNothingButItsWelcome();
    void aForgedOrExpiredTokenClosesTheSocket();
    void aVersionThatIsNoLongerSpokenClosesTheSocket();
    void aCursorAheadOfTheServerOrOfAnotherEpochBeginsAtZero();
    void spacesWithoutARoleAreDroppedAtHello();
    void anythingButAHelloFirstClosesTheSocket();
    void whatIsNoMessageClosesTheSocket();
    void aMessageTypeOfALaterVersionIsSkipped();

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

    void aRevokedMemberGetsNothingOfTheVeryCommit();
    void aPageOnItsWayToARevokedMemberIsThrownAway();
    void aPageOfAnEndedSubscriptionIsNotTakenForANewOne();
    void oldNewsOfARoleIsIgnored();
    void aNewMemberIsAskedForBeforeItIsTold();
    void aChangedRoleIsTold();
    void aGrantIsNeverBehindTheClient();
    void membersThatChangeDuringTheHelloAreReadAgain();
    void aDeletedSpaceIsDropped();
    void aPageThatTheStoreRefusesEndsTheSubscription();
    void aPullWithoutARoleIsToldWhatBecameOfTheSpace();
    void afterTheFeedResumedEverythingIsCompared();

    void pushesRunOneAfterTheOther();
    void aFailedPushIsDeniedByItsNumber();
    void tooManyUnansweredPushesAreDenied();
    void aPushOfTooManyWritesClosesTheSocket();
    void aFloodOfMessagesClosesTheSocket();
    void silenceClosesTheSocket();
    void noHelloInTimeClosesTheSocket();
    void anExpiringTokenClosesTheSocketUnlessANewerOneCame();
    void aTokenOfAnotherUserClosesTheSocket();
    void aClosedSessionDoesNothing();
};


void SessionStateTest::aHelloIsAnsweredWithAWelcomeAndWhatIsMissing()
{
    Dialogue d;
    QCOMPARE(d.hello(u"ana"_s, { { space('A'), 3 } }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5), Dialogue::grant('B', 1) }),
        lines(u"welcome one with 2"_s, u"subscribe A"_s, u"subscribe B"_s, u"read page A 3.0"_s));
    QCOMPARE(d.page(parcel('A', 3, 5)), lines(u"rows A 3>5.0"_s, u"read page B 0.0"_s));
    QCOMPARE(d.page(parcel('B', 0, 1)), lines(u"rows B 0>1.0"_s));
}

void SessionStateTest::aClientThatIsUpToDateGetsNothingButItsWelcome()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 5 } });
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5) }), lines(u"welcome one with 1"_s, u"subscribe A"_s));
}

void SessionStateTest::aForgedOrExpiredTokenClosesTheSocket()
{
    Dialogue forged;
    QCOMPARE(forged.hello(u"mallory"_s), lines(u"denied unauthenticated"_s, u"close unauthenticated"_s));
    Dialogue expired;
    QCOMPARE(expired.hello(u"expired"_s), lines(u"denied token_expired"_s, u"close token_expired"_s));
}

void SessionStateTest::aVersionThatIsNoLongerSpokenClosesTheSocket()
{
    Dialogue d;
    QCOMPARE(d.hello(u"ana"_s, {}, {}, 0), lines(u"denied unsupported_version"_s, u"close unsupported_version"_s));
    Dialogue newer;
    QCOMPARE(newer.hello(u"ana"_s, {}, {}, 99), lines(u"read spaces"_s));
}

void SessionStateTest::aCursorAheadOfTheServerOrOfAnotherEpochBeginsAtZero()
{
    Dialogue ahead;
    ahead.hello(u"ana"_s, { { space('A'), 9 } });
    QCOMPARE(ahead.spaces({ Dialogue::grant('A', 5) }).last(), u"read page A 0.0"_s);
    Dialogue restored;
    restored.hello(u"ana"_s, { { space('A'), 5 } }, u"before the restore"_s);
    QCOMPARE(restored.spaces({ Dialogue::grant('A', 5) }).last(), u"read page A 0.0"_s);
    Dialogue same;
    same.hello(u"ana"_s, { { space('A'), 5 } }, u"one"_s);
    QCOMPARE(same.spaces({ Dialogue::grant('A', 5) }).last(), u"subscribe A"_s);
}

void SessionStateTest::spacesWithoutARoleAreDroppedAtHello()
{
    Dialogue d;
    QCOMPARE(d.hello(u"ana"_s, { { space('A'), 3 } }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Deleted } }),
        lines(u"welcome one with 0"_s, u"drop A deleted"_s));
}

void SessionStateTest::anythingButAHelloFirstClosesTheSocket()
{
    const QStringList refused { u"denied malformed"_s, u"close malformed"_s };
    QCOMPARE(Dialogue().say(protocol::Push { 1, {} }), refused);
    QCOMPARE(Dialogue().say(protocol::Pull { space('A'), 0 }), refused);
    QCOMPARE(Dialogue().say(protocol::Token { u"ana"_s }), refused);
    Dialogue twice;
    twice.hello();
    QCOMPARE(twice.hello(), refused);
    Dialogue early;
    early.hello();
    QCOMPARE(early.say(protocol::Push { 1, {} }), refused);
    QCOMPARE(Dialogue().say(protocol::Ping { 7 }), lines(u"pong 7"_s));
}

void SessionStateTest::whatIsNoMessageClosesTheSocket()
{
    const QStringList refused { u"denied malformed"_s, u"close malformed"_s };
    QCOMPARE(Dialogue().sayBytes(QByteArray()), refused);
    QCOMPARE(Dialogue().sayBytes("hello"_ba), refused);
    Dialogue text;
    QCOMPARE(text.happens([&](Actions &actions) { text.state.receivedText(actions); }), refused);
}

void SessionStateTest::aMessageTypeOfALaterVersionIsSkipped()
{
    Dialogue d;
    d.open({});
    QByteArray later = protocol::encode(protocol::Up(protocol::Ping { 1 }));
    const qsizetype name = later.indexOf("ping");
    QVERIFY(name > 0);
    later.replace(name, 4, "pang");
    QCOMPARE(d.sayBytes(later), QStringList());
    QCOMPARE(d.state.phase(), SessionPhase::Open);
}

void SessionStateTest::liveRowsGoOutWhenTheyLeadOn()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.delivered(live('A', 7)), lines(u"rows A 6>7.0"_s));
    QCOMPARE(d.delivered(live('B', 1)), QStringList());
}

void SessionStateTest::aGapIsReadFromTheStore()
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

void SessionStateTest::partsGoOutInOrderAndExactlyOnceToWhoJoinsInside()
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

void SessionStateTest::pagesInsideAVersionGoOnWhereTheyEnded()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 1) });
    QCOMPARE(d.page(parcel('A', 0, 1, 0, false)), lines(u"rows A 0>1.0+"_s, u"read page A 0.1 on"_s));
    QCOMPARE(d.page(parcel('A', 0, 1, 1, false)), lines(u"rows A 0>1.1+"_s, u"read page A 0.2 on"_s));
    QCOMPARE(d.page(parcel('A', 0, 1, 2)), lines(u"rows A 0>1.2"_s));
    QCOMPARE(d.delivered(live('A', 2)), lines(u"rows A 1>2.0"_s));
}

void SessionStateTest::livePartsDoNotMixWithPagesOfTheSameVersion()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered({ space('A'), { 6, 0 }, false, nullptr, {} }), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 6, 0, false)), lines(u"rows A 5>6.0+"_s, u"read page A 5.1 on"_s));
    QCOMPARE(d.delivered(live('A', 6, 0, false)), QStringList());
    QCOMPARE(d.delivered(live('A', 6, 1)), QStringList());
    QCOMPARE(d.page(parcel('A', 5, 6, 1)), lines(u"rows A 5>6.1"_s));
}

void SessionStateTest::mergedVersionsGoToWhoHasTheFirstOfThem()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    const SharedParcel merged = parcel('A', 3, 9);
    QCOMPARE(d.delivered({ space('A'), { 9, 0 }, false, merged, {} }), lines(u"rows A 3>9.0"_s));
    QCOMPARE(d.delivered(live('A', 10)), lines(u"rows A 9>10.0"_s));
}

void SessionStateTest::whoLacksRowsThatMovedOnReadsTheStore()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 9) });
    QVERIFY(!d.mayBeRecent);
    // What moved from below 6 to above it is not on this page, and the row of version 7 may tell only what changed.
    QCOMPARE(d.page(parcel('A', 0, 6, 0, true, true)), lines(u"rows A 0>6.0"_s, u"read page A 6.0"_s));
    QVERIFY(!d.mayBeRecent);
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::Unavailable), actions); }),
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

void SessionStateTest::whoWasCutOffInACatchUpReadsTheStore()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 6 } });
    QCOMPARE(d.spaces({ Dialogue::grant('A', 9) }).last(), u"read page A 6.0"_s);
    QVERIFY(!d.mayBeRecent);
    QCOMPARE(d.page(parcel('A', 6, 9)), lines(u"rows A 6>9.0"_s));
    QCOMPARE(d.say(protocol::Pull { space('A'), 6 }), lines(u"read page A 6.0"_s));
    QVERIFY(!d.mayBeRecent);
}

void SessionStateTest::aPullIsAlwaysAnswered()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.say(protocol::Pull { space('A'), 5 }), lines(u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 5, 0, true, false, 0)), lines(u"rows A 5>5.0"_s));
    QCOMPARE(d.say(protocol::Pull { space('A'), 2 }), lines(u"read page A 2.0"_s));
    // A second one overtakes the first, whose page is thrown away.
    const quint32 first = d.ticket;
    QCOMPARE(d.say(protocol::Pull { space('A'), 1 }), lines(u"read page A 1.0"_s));
    QCOMPARE(d.happens([&](Actions &actions) {
        d.state.pageRead(first, PageRead { first, PageRead::Source::Store, false, { parcel('A', 2, 5) } }, actions);
    }),
        QStringList());
    QCOMPARE(d.page(parcel('A', 1, 5)), lines(u"rows A 1>5.0"_s));
}

void SessionStateTest::aPullAheadOfTheServerBeginsAtZero()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.say(protocol::Pull { space('A'), 6 }), lines(u"read page A 0.0"_s));
}

void SessionStateTest::aHorizonResetsTheClient()
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

void SessionStateTest::spacesTakeTurns()
{
    Dialogue d;
    d.hello();
    QCOMPARE(d.spaces({ Dialogue::grant('A', 9), Dialogue::grant('B', 9) }).last(), u"read page A 0.0"_s);
    QCOMPARE(d.page(parcel('A', 0, 3, 0, true, true)).last(), u"read page B 0.0"_s);
    QCOMPARE(d.page(parcel('B', 0, 3, 0, true, true)).last(), u"read page A 3.0"_s);
    // But not inside a version.
    QCOMPARE(d.page(parcel('A', 3, 4, 0, false)).last(), u"read page A 3.1 on"_s);
}

void SessionStateTest::aStoreThatDoesNotShowItYetIsAskedAgain()
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

void SessionStateTest::aStoreThatStaysBehindIsAskedAtEverySweep()
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

void SessionStateTest::aMembershipThatTheStoreDoesNotShowYetIsAskedForAgain()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.member('A', 2, Role::Editor), lines(u"read spaces"_s));
    QCOMPARE(d.spacesBehind({}), lines(u"wake in 2"_s));
    QCOMPARE(d.woken(), lines(u"read spaces"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 2) }), lines(u"grant A editor"_s, u"subscribe A"_s, u"read page A 0.0"_s));
    QCOMPARE(d.woken(), QStringList());
}

void SessionStateTest::aFailedReadIsTriedAgainAtTheNextSweep()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 1) });
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::Unavailable), actions); }),
        QStringList());
    QCOMPARE(d.later(1s), lines(u"read page A 0.0"_s));

    QCOMPARE(d.member('B', 1, Role::Editor), lines(u"read spaces A"_s));
    QCOMPARE(d.happens([&](Actions &actions) { d.state.spacesRead(Failure(Code::Unavailable), actions); }), QStringList());
    QCOMPARE(d.later(1s), lines(u"read spaces A"_s));

    Dialogue early;
    early.hello();
    QCOMPARE(early.happens([&](Actions &actions) { early.state.spacesRead(Failure(Code::Unavailable), actions); }),
        lines(u"denied unavailable"_s, u"close unavailable"_s));
}

void SessionStateTest::aParkedClientGetsNoRowsAndCatchesUp()
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

void SessionStateTest::aRevokedMemberGetsNothingOfTheVeryCommit()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5), Dialogue::grant('B', 1) });
    QCOMPARE(d.member('A', 6, Role::None), lines(u"unsubscribe A"_s, u"drop A revoked"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.delivered(live('A', 7)), QStringList());
    QCOMPARE(d.delivered(live('B', 2)), lines(u"rows B 1>2.0"_s));
}

void SessionStateTest::aPageOnItsWayToARevokedMemberIsThrownAway()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 6, Role::None), lines(u"unsubscribe A"_s, u"drop A revoked"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), QStringList());
}

void SessionStateTest::aPageOfAnEndedSubscriptionIsNotTakenForANewOne()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    const quint32 old = d.ticket;
    d.member('A', 6, Role::None);
    QCOMPARE(d.member('A', 7, Role::Viewer), lines(u"read spaces"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 7, Role::Viewer) }),
        lines(u"grant A viewer"_s, u"subscribe A"_s, u"read page A 0.0"_s));
    QCOMPARE(d.happens([&](Actions &actions) {
        d.state.pageRead(old, PageRead { old, PageRead::Source::Store, false, { parcel('A', 0, 5) } }, actions);
    }),
        QStringList());
    QCOMPARE(d.page(parcel('A', 0, 7)), lines(u"rows A 0>7.0"_s));
}

void SessionStateTest::oldNewsOfARoleIsIgnored()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 5, Role::None), QStringList());
    QCOMPARE(d.member('A', 3, Role::Owner), QStringList());
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
}

void SessionStateTest::aNewMemberIsAskedForBeforeItIsTold()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.member('A', 2, Role::Editor), lines(u"read spaces"_s));
    QCOMPARE(d.delivered(live('A', 2)), QStringList());
    QCOMPARE(d.spaces({ Dialogue::grant('A', 4) }), lines(u"grant A editor"_s, u"subscribe A"_s, u"read page A 0.0"_s));
    // It was revoked before the news of its invitation came.
    QCOMPARE(d.member('B', 2, Role::Editor), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 4) }), QStringList());
}

void SessionStateTest::aChangedRoleIsTold()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 6, Role::Viewer), lines(u"grant A viewer"_s));
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
    QCOMPARE(d.member('A', 7, Role::Viewer), QStringList()); // her name, perhaps
    // A role that the row did not carry has to be read.
    QCOMPARE(d.member('A', 8, std::nullopt), lines(u"unsubscribe A"_s, u"drop A revoked"_s, u"read spaces"_s));
}

void SessionStateTest::aGrantIsNeverBehindTheClient()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    d.happens([&](Actions &actions) { d.state.feedResumed(actions); });
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
    // Read before version 6 was there.
    Actions actions;
    d.state.spacesRead(SpacesRead { u"one"_s, { Dialogue::grant('A', 5, Role::Owner) }, {} }, actions);
    QCOMPARE(actions.size(), 1U);
    const auto told = std::get<protocol::Grant>(std::get<Send>(actions.front()).message);
    QCOMPARE(told.space.role, Role::Owner);
    QCOMPARE(told.space.version, 6);
}

void SessionStateTest::membersThatChangeDuringTheHelloAreReadAgain()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 5 } });
    QCOMPARE(d.member('A', 6, Role::None), QStringList());
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5) }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Revoked } }),
        lines(u"welcome one with 0"_s, u"drop A revoked"_s));
}

void SessionStateTest::aDeletedSpaceIsDropped()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.delivered({ space('A'), {}, true, nullptr, {} }), lines(u"unsubscribe A"_s, u"drop A deleted"_s));
}

void SessionStateTest::aPageThatTheStoreRefusesEndsTheSubscription()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::NotAMember), actions); }),
        lines(u"unsubscribe A"_s, u"read spaces A"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Deleted } }), lines(u"drop A deleted"_s));
}

void SessionStateTest::aPullWithoutARoleIsToldWhatBecameOfTheSpace()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.say(protocol::Pull { space('Z'), 0 }), lines(u"read spaces Z"_s));
    QCOMPARE(d.spaces({}, { { space('Z'), protocol::DropReason::Unknown } }), lines(u"drop Z unknown"_s));
}

void SessionStateTest::afterTheFeedResumedEverythingIsCompared()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5), Dialogue::grant('B', 5), Dialogue::grant('C', 5) });
    QCOMPARE(d.happens([&](Actions &actions) { d.state.feedResumed(actions); }), lines(u"read spaces A B C"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 6, Role::Owner), Dialogue::grant('B', 5), Dialogue::grant('D', 2) },
                 { { space('C'), protocol::DropReason::Revoked } }),
        lines(u"grant A owner"_s, u"grant D editor"_s, u"subscribe D"_s, u"unsubscribe C"_s, u"drop C revoked"_s,
            u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 6)), lines(u"rows A 5>6.0"_s, u"read page D 0.0"_s));
}

void SessionStateTest::pushesRunOneAfterTheOther()
{
    Dialogue d;
    d.open({});
    const auto answer = [&](qint64 seq) {
        return d.happens([&](Actions &actions) { d.state.pushed(seq, PushOutcome {}, actions); });
    };
    QCOMPARE(d.say(protocol::Push { 1, {} }), lines(u"push 1"_s));
    QCOMPARE(d.say(protocol::Push { 2, {} }), QStringList());
    QCOMPARE(answer(1), lines(u"pushed 1"_s, u"push 2"_s));
    QCOMPARE(answer(2), lines(u"pushed 2"_s));
    QCOMPARE(d.state.pushesInFlight(), 0);
}

void SessionStateTest::aFailedPushIsDeniedByItsNumber()
{
    Dialogue d;
    d.open({});
    d.say(protocol::Push { 5, {} });
    Actions actions;
    d.state.pushed(5, Failure(Code::Storage, u"disk /dev/secret is full"_s), actions);
    QCOMPARE(actions.size(), 1U);
    const auto denied = std::get<protocol::Denied>(std::get<Send>(actions.front()).message);
    QCOMPARE(denied.code, Code::Storage);
    QCOMPARE(denied.seq, 5);
    QVERIFY(denied.message.isEmpty());
}

void SessionStateTest::tooManyUnansweredPushesAreDenied()
{
    Dialogue d;
    d.open({});
    for (int seq = 1; seq <= limits::kPushesInFlight; ++seq) {
        QVERIFY(!d.say(protocol::Push { seq, {} }).contains(u"denied rate_limited %1"_s.arg(seq)));
    }
    const int over = limits::kPushesInFlight + 1;
    QCOMPARE(d.say(protocol::Push { over, {} }), lines(u"denied rate_limited %1"_s.arg(over)));
    d.happens([&](Actions &actions) { d.state.pushed(1, PushOutcome {}, actions); });
    QCOMPARE(d.say(protocol::Push { over, {} }), QStringList());
    QCOMPARE(d.state.phase(), SessionPhase::Open);
}

void SessionStateTest::aPushOfTooManyWritesClosesTheSocket()
{
    Dialogue d;
    d.open({});
    protocol::Push push { 1, {} };
    push.writes.resize(limits::kWritesPerPush, { { space('A'), model::Kind::Item, {} }, {} });
    QVERIFY(!d.say(push).join(u' ').contains(u"denied"_s));
    push.writes.push_back(push.writes.front());
    QCOMPARE(d.say(push), lines(u"denied too_large"_s, u"close too_large"_s));
}

void SessionStateTest::aFloodOfMessagesClosesTheSocket()
{
    Dialogue d;
    d.open({});
    d.clock.elapsed += 10s; // the bucket is full again after the hello
    for (int i = 0; i < limits::kMessagesBurst; ++i) {
        QCOMPARE(d.say(protocol::Ping { i }), lines(u"pong %1"_s.arg(i)));
    }
    QCOMPARE(d.say(protocol::Ping { 0 }), lines(u"denied rate_limited"_s, u"close rate_limited"_s));

    Dialogue steady;
    steady.open({});
    for (int i = 0; i < 10 * limits::kMessagesBurst; ++i) {
        steady.clock.elapsed += Micros(1'000'000 / limits::kMessagesPerSecond);
        QCOMPARE(steady.say(protocol::Ping { i }), lines(u"pong %1"_s.arg(i)));
    }
}

void SessionStateTest::silenceClosesTheSocket()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.later(limits::kHeartbeatTimeout - 1ms), QStringList());
    d.say(protocol::Ping { 1 });
    QCOMPARE(d.later(limits::kHeartbeatTimeout - 1ms), QStringList());
    QCOMPARE(d.later(1ms), lines(u"close timeout"_s));
}

void SessionStateTest::noHelloInTimeClosesTheSocket()
{
    Dialogue d;
    QCOMPARE(d.later(limits::kHelloTimeout - 1ms), QStringList());
    d.say(protocol::Ping { 1 });
    QCOMPARE(d.later(1ms), lines(u"close timeout"_s));
}

void SessionStateTest::anExpiringTokenClosesTheSocketUnlessANewerOneCame()
{
    const auto stay = [](Dialogue &d, Micros time) {
        for (Micros gone {}; gone < time; gone += 30s) {
            d.say(protocol::Ping { 1 });
            const QStringList said = d.later(30s);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return QStringList();
    };
    Dialogue d;
    d.open({});
    QCOMPARE(stay(d, 14min), QStringList());
    QCOMPARE(d.say(protocol::Token { u"ana"_s }), QStringList());
    QCOMPARE(stay(d, 14min), QStringList());
    QCOMPARE(stay(d, 2min), lines(u"close token_expired"_s));
}

void SessionStateTest::aTokenOfAnotherUserClosesTheSocket()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.say(protocol::Token { u"ben"_s }), lines(u"denied unauthenticated"_s, u"close unauthenticated"_s));
}

void SessionStateTest::aClosedSessionDoesNothing()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    d.say(protocol::Push { 1, {} });
    QCOMPARE(d.happens([&](Actions &actions) { d.state.close(Code::Unauthenticated, actions); }),
        lines(u"unsubscribe A"_s, u"close unauthenticated"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), QStringList());
    QCOMPARE(d.say(protocol::Ping { 1 }), QStringList());
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.member('A', 6, Role::Owner), QStringList());
    QCOMPARE(d.happens([&](Actions &actions) { d.state.pushed(1, PushOutcome {}, actions); }), QStringList());
    QCOMPARE(d.later(24h), QStringList());
}

QTEST_GUILESS_MAIN(SessionStateTest)
#include "session_state_test.moc"
