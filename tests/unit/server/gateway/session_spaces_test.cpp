// Which spaces a session sees, and as what: roles that change, begin and end while it is open.
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using model::Role;

class SessionSpacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
    void whoComesBackIntoASpaceTakesItAnew();
    void aPullWithoutARoleIsToldWhatBecameOfTheSpace();
    void afterTheFeedResumedEverythingIsCompared();
    void anotherEpochAfterTheFeedResumedSendsTheClientAway();
};

void SessionSpacesTest::aRevokedMemberGetsNothingOfTheVeryCommit()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5), Dialogue::grant('B', 1) });
    QCOMPARE(d.member('A', 6, Role::None), lines(u"unsubscribe A"_s, u"drop A revoked"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.delivered(live('A', 7)), QStringList());
    QCOMPARE(d.delivered(live('B', 2)), lines(u"rows B 1>2.0"_s));
}

void SessionSpacesTest::aPageOnItsWayToARevokedMemberIsThrownAway()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 6, Role::None), lines(u"unsubscribe A"_s, u"drop A revoked"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), QStringList());
}

void SessionSpacesTest::aPageOfAnEndedSubscriptionIsNotTakenForANewOne()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    d.member('A', 6, Role::None);
    QCOMPARE(d.member('A', 7, Role::Viewer), lines(u"read spaces"_s));
    QCOMPARE(
        d.spaces({ Dialogue::grant('A', 7, Role::Viewer) }), lines(u"grant A viewer"_s, u"subscribe A"_s));
    QCOMPARE(d.page(parcel('A', 0, 5)), lines(u"read page A 0.0"_s));
    QCOMPARE(d.page(parcel('A', 0, 7)), lines(u"rows A 0>7.0"_s));
}

void SessionSpacesTest::oldNewsOfARoleIsIgnored()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 5, Role::None), QStringList());
    QCOMPARE(d.member('A', 3, Role::Owner), QStringList());
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
}

void SessionSpacesTest::aNewMemberIsAskedForBeforeItIsTold()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.member('A', 2, Role::Editor), lines(u"read spaces"_s));
    QCOMPARE(d.delivered(live('A', 2)), QStringList());
    QCOMPARE(d.spaces({ Dialogue::grant('A', 4) }),
        lines(u"grant A editor"_s, u"subscribe A"_s, u"read page A 0.0"_s));
    // It was revoked before the news of its invitation came.
    QCOMPARE(d.member('B', 2, Role::Editor), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({ Dialogue::grant('A', 4) }), QStringList());
}

void SessionSpacesTest::aChangedRoleIsTold()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(d.member('A', 6, Role::Viewer), lines(u"grant A viewer"_s));
    QCOMPARE(d.delivered(live('A', 6)), lines(u"rows A 5>6.0"_s));
    QCOMPARE(d.member('A', 7, Role::Viewer), QStringList()); // her name, perhaps
    // A role that the row did not carry has to be read.
    QCOMPARE(
        d.member('A', 8, std::nullopt), lines(u"unsubscribe A"_s, u"drop A revoked"_s, u"read spaces"_s));
}

void SessionSpacesTest::aGrantIsNeverBehindTheClient()
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

void SessionSpacesTest::membersThatChangeDuringTheHelloAreReadAgain()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 5 } });
    QCOMPARE(d.member('A', 6, Role::None), QStringList());
    QCOMPARE(d.spaces({ Dialogue::grant('A', 5) }), lines(u"read spaces A"_s));
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Revoked } }),
        lines(u"welcome one with 0"_s, u"drop A revoked"_s));
}

void SessionSpacesTest::aDeletedSpaceIsDropped()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    QCOMPARE(
        d.delivered({ space('A'), {}, true, nullptr, {} }), lines(u"unsubscribe A"_s, u"drop A deleted"_s));
}

void SessionSpacesTest::aPageThatTheStoreRefusesEndsTheSubscription()
{
    Dialogue d;
    d.hello();
    d.spaces({ Dialogue::grant('A', 5) });
    QCOMPARE(
        d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::NotAMember), actions); }),
        lines(u"unsubscribe A"_s, u"read spaces A"_s));
    QCOMPARE(d.delivered(live('A', 6)), QStringList());
    QCOMPARE(d.spaces({}, { { space('A'), protocol::DropReason::Deleted } }), lines(u"drop A deleted"_s));
}

// The client still holds it, and what was forgotten meanwhile is in no page.
void SessionSpacesTest::whoComesBackIntoASpaceTakesItAnew()
{
    Dialogue d;
    d.hello(u"ana"_s, { { space('A'), 3 } });
    d.spaces({ Dialogue::grant('A', 5) });
    d.happens([&](Actions &actions) { d.state.pageRead(d.ticket, Failure(Code::NotAMember), actions); });
    QCOMPARE(d.spaces({ Dialogue::grant('A', 7) }),
        lines(u"grant A editor"_s, u"reset A"_s, u"subscribe A"_s, u"read page A 0.0"_s));
}

void SessionSpacesTest::aPullWithoutARoleIsToldWhatBecameOfTheSpace()
{
    Dialogue d;
    d.open({});
    QCOMPARE(d.say(protocol::Pull { space('Z'), 0 }), lines(u"read spaces Z"_s));
    QCOMPARE(d.spaces({}, { { space('Z'), protocol::DropReason::Unknown } }), lines(u"drop Z unknown"_s));
}

void SessionSpacesTest::afterTheFeedResumedEverythingIsCompared()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5), Dialogue::grant('B', 5), Dialogue::grant('C', 5) });
    QCOMPARE(
        d.happens([&](Actions &actions) { d.state.feedResumed(actions); }), lines(u"read spaces A B C"_s));
    QCOMPARE(
        d.spaces({ Dialogue::grant('A', 6, Role::Owner), Dialogue::grant('B', 5), Dialogue::grant('D', 2) },
            { { space('C'), protocol::DropReason::Revoked } }),
        lines(u"grant A owner"_s, u"grant D editor"_s, u"subscribe D"_s, u"unsubscribe C"_s,
            u"drop C revoked"_s, u"read page A 5.0"_s));
    QCOMPARE(d.page(parcel('A', 5, 6)), lines(u"rows A 5>6.0"_s, u"read page D 0.0"_s));
}

void SessionSpacesTest::anotherEpochAfterTheFeedResumedSendsTheClientAway()
{
    Dialogue d;
    d.open({ Dialogue::grant('A', 5) });
    d.happens([&](Actions &actions) { d.state.feedResumed(actions); });
    Actions actions;
    d.state.spacesRead(SpacesRead { u"two"_s, { Dialogue::grant('A', 4) }, {} }, actions);
    QCOMPARE(actions.size(), 2U);
    QVERIFY(std::holds_alternative<Unsubscribe>(actions.front()));
    QCOMPARE(std::get<CloseSession>(actions.back()).code, Code::Unavailable);
    QVERIFY(d.delivered(live('A', 6)).isEmpty());
}

QTEST_GUILESS_MAIN(SessionSpacesTest)
#include "session_spaces_test.moc"
