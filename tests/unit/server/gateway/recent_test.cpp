#include "server/gateway/recent.h"
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;

class RecentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsJustBehindGoesOnFromHere();
    void insideAVersionItGoesOnByParts();
    void nothingIsGivenAcrossAGap();
    void itsMemoryIsBounded();
    void theOldestGoesFirstAndIsSaidToBeGone();
    void spacesThatNobodyFollowsKeepTheirPositionOnly();
    void whoseRoleChangedLatelyIsKnown();
    void rolesThatChangeForeverAreBounded();
    void anInterruptedFeedLeavesNothing();
};

void RecentTest::whoIsJustBehindGoesOnFromHere()
{
    Recent recent;
    for (qint64 version = 6; version <= 9; ++version) {
        recent.note(live('A', version), Recent::Keep::Parcel);
        recent.note(live('B', version), Recent::Keep::Parcel);
    }
    const std::vector<SharedParcel> found = recent.after(space('A'), { 7, 0 });
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0]->from(), 7);
    QCOMPARE(found[1]->to(), 9);
    QVERIFY(recent.after(space('A'), { 9, 0 }).empty());
    QVERIFY(recent.after(space('A'), { 4, 0 }).empty());
    QVERIFY(recent.after(space('C'), { 4, 0 }).empty());
}

void RecentTest::anInterruptedFeedLeavesNothing()
{
    Recent recent;
    recent.note(live('A', 6), Recent::Keep::Parcel);
    const quint64 before = recent.sequence();
    recent.forgetAll();
    QVERIFY(recent.after(space('A'), { 5, 0 }).empty());
    QVERIFY(!recent.newest(space('A')));
    QCOMPARE(recent.weight(), 0);
    QVERIFY(!recent.reachesBackTo(before));
    QVERIFY(recent.reachesBackTo(recent.sequence()));
    recent.note(live('A', 6), Recent::Keep::Parcel);
    QCOMPARE(recent.after(space('A'), { 5, 0 }).size(), 1U);
}

void RecentTest::insideAVersionItGoesOnByParts()
{
    Recent recent;
    recent.note(live('A', 6, 0, false), Recent::Keep::Parcel);
    recent.note(live('A', 6, 1, false), Recent::Keep::Parcel);
    QCOMPARE(recent.after(space('A'), { 5, 0 }).size(), 2U);
    QCOMPARE(recent.after(space('A'), { 5, 1 }).size(), 1U);
    QCOMPARE(recent.newest(space('A')), std::optional(Position { 5, 2 }));
    recent.note(live('A', 6, 2), Recent::Keep::Parcel);
    QCOMPARE(recent.after(space('A'), { 5, 1 }).size(), 2U);
    QCOMPARE(recent.newest(space('A')), std::optional(Position { 6, 0 }));
}

void RecentTest::nothingIsGivenAcrossAGap()
{
    Recent recent;
    recent.note(live('A', 6), Recent::Keep::Parcel);
    recent.note(live('A', 8), Recent::Keep::Parcel);
    QVERIFY(recent.after(space('A'), { 5, 0 }).empty());
    QCOMPARE(recent.after(space('A'), { 7, 0 }).size(), 1U);
    recent.note({ space('A'), { 10, 0 }, false, nullptr, {} }, Recent::Keep::Parcel);
    QVERIFY(recent.after(space('A'), { 7, 0 }).empty());
    QCOMPARE(recent.newest(space('A')), std::optional(Position { 10, 0 }));
    recent.note(live('A', 11), Recent::Keep::Parcel);
    QCOMPARE(recent.after(space('A'), { 10, 0 }).size(), 1U);
}

void RecentTest::itsMemoryIsBounded()
{
    constexpr qsizetype kBound = 64 << 10;
    Recent recent({ kBound, 1'000 });
    const auto watched = live('A', 1).parcel;
    recent.note({ space('A'), watched->after(), false, watched, {} }, Recent::Keep::Parcel);
    for (qint64 version = 2; version <= 10'000; ++version) {
        recent.note(live(char('A' + version % 7), version), Recent::Keep::Parcel);
        QVERIFY(recent.weight() <= kBound);
    }
    QCOMPARE(watched.use_count(), 1L);
}

void RecentTest::theOldestGoesFirstAndIsSaidToBeGone()
{
    Recent recent({ 4 << 10, 50 });
    const quint64 before = recent.sequence();
    recent.note(live('A', 6), Recent::Keep::Parcel);
    QVERIFY(recent.reachesBackTo(before));
    for (qint64 version = 1; version <= 100; ++version) {
        recent.note(live('B', version), Recent::Keep::Parcel);
    }
    QVERIFY(!recent.reachesBackTo(before));
    QVERIFY(recent.reachesBackTo(recent.sequence()));
    QVERIFY(recent.after(space('A'), { 5, 0 }).empty());
    QVERIFY(!recent.newest(space('A')));
}

void RecentTest::spacesThatNobodyFollowsKeepTheirPositionOnly()
{
    Recent recent;
    const auto rows = live('A', 6);
    recent.note(rows, Recent::Keep::Position);
    QCOMPARE(rows.parcel.use_count(), 1L);
    QCOMPARE(recent.newest(space('A')), std::optional(Position { 6, 0 }));
    QVERIFY(recent.after(space('A'), { 5, 0 }).empty());
}

void RecentTest::whoseRoleChangedLatelyIsKnown()
{
    Recent recent;
    Delivery delivery = live('A', 6);
    delivery.members = { { user('a'), 6, model::Role::None }, { user('b'), 6, model::Role::Viewer } };
    recent.note(delivery, Recent::Keep::Position);
    recent.note(live('A', 7), Recent::Keep::Position);
    const std::vector<MemberChange> found = recent.memberChanges(space('A'), user('a'));
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].version, 6);
    QCOMPARE(found[0].role, std::optional(model::Role::None));
    QVERIFY(recent.memberChanges(space('B'), user('a')).empty());
}

void RecentTest::rolesThatChangeForeverAreBounded()
{
    Recent recent({ 1 << 20, 100 });
    for (qint64 version = 1; version <= 1'000; ++version) {
        Delivery delivery = live('A', version);
        delivery.members = { { user('a'), version, model::Role::Viewer } };
        recent.note(delivery, Recent::Keep::Parcel);
    }
    const std::vector<MemberChange> found = recent.memberChanges(space('A'), user('a'));
    QCOMPARE(found.size(), 100U);
    QCOMPARE(found.back().version, 1'000);
}

QTEST_GUILESS_MAIN(RecentTest)
#include "recent_test.moc"
