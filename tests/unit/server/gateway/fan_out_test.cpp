#include "server/gateway/fan_out.h"
#include "tests/unit/server/gateway/dialogue.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using model::Role;

class FanOutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsToldAtOnceWhenTheWorkersAreIdle();
    void changesThatWaitTogetherBecomeOneMessage();
    void onlySuccessiveWholeVersionsAreMerged();
    void aMergedMessageIsBounded();
    void membersAreToldApartAndNeverMerged();
    void aRemovedMemberHasNoRole();
    void ofOneMembersChangesInATransactionTheLastIsTold();
    void membersOfALaterPartAreComparedWithTheStore();
    void membersOfSkippedRowsAreTold();
    void partsKeepTheirPlaces();
    void whatWaitsForBusyWorkersIsBounded();
    void whatWaitsIsBoundedByItsWeight();
    void theFeedsBatchLivesUntilTheWorkersAreDone();
    void aDeletedSpaceIsTold();
    void whatWaitsAtAnInterruptionIsNotToldAfterIt();
};

namespace {

Change change(char name, qint64 version, int rows = 1, int textSize = 4)
{
    Change made { space(name), version, 0, true, {} };
    for (int i = 0; i < rows; ++i) {
        model::Record row { { space(name), model::Kind::Item, named<model::RecordId>(char(i)) }, {}, version,
            {} };
        row.set(model::item::kName, QString(textSize, u'x'), { version });
        made.rows.push_back(row);
    }
    return made;
}

Change memberChange(char name, qint64 version, char who, Role role)
{
    Change made { space(name), version, 0, true, {} };
    model::Record row { { space(name), model::Kind::Member, named<model::RecordId>(who) }, {}, version, {} };
    row.set(model::member::kRole, qint64(role), { version });
    made.rows.push_back(row);
    return made;
}

// A fan-out of two workers whose rounds are listened to.
struct Listening {
    explicit Listening(int workers = 2)
        : fanOut(workers, stats)
    {
        QObject::connect(&fanOut, &FanOut::delivered, &fanOut,
            [this](const Deliveries &round) { rounds.push_back(round); });
    }
    void take(std::vector<FeedEvent> events)
    {
        fanOut.take(std::make_shared<const std::vector<FeedEvent>>(std::move(events)));
    }
    void acknowledge()
    {
        fanOut.acknowledge();
        fanOut.acknowledge();
    }
    // Two rounds are under way; what comes now waits.
    void occupy()
    {
        take({ change('Z', 1) });
        take({ change('Z', 2) });
        rounds.clear();
    }

    GatewayStats stats;
    FanOut fanOut;
    std::vector<Deliveries> rounds;
};

} // namespace

void FanOutTest::aChangeIsToldAtOnceWhenTheWorkersAreIdle()
{
    Listening l;
    l.take({ change('A', 5) });
    QCOMPARE(l.rounds.size(), 1U);
    const Delivery &told = l.rounds[0]->front();
    QCOMPARE(told.space, space('A'));
    QCOMPARE(told.after, (Position { 5, 0 }));
    QCOMPARE(told.parcel->from(), 4);
    QCOMPARE(told.parcel->rowCount(), 1);
}

void FanOutTest::changesThatWaitTogetherBecomeOneMessage()
{
    Listening l;
    l.occupy();
    for (qint64 version = 5; version <= 14; ++version) {
        l.take({ change('A', version), change('B', version) });
    }
    QVERIFY(l.rounds.empty());
    l.acknowledge();
    QCOMPARE(l.rounds.size(), 1U);
    QCOMPARE(l.rounds[0]->size(), 2U);
    for (const Delivery &told : *l.rounds[0]) {
        QCOMPARE(told.after, (Position { 14, 0 }));
        QCOMPARE(told.parcel->from(), 4);
        QCOMPARE(told.parcel->to(), 14);
        QCOMPARE(told.parcel->rowCount(), 10);
        const auto message = protocol::decodeDown(told.parcel->payload(Compression::None));
        const auto &rows = std::get<protocol::Rows>(*message);
        QCOMPARE(rows.rows.front().version, 5);
        QCOMPARE(rows.rows.back().version, 14);
        QVERIFY(rows.last && rows.part == 0 && !rows.more);
    }
}

void FanOutTest::onlySuccessiveWholeVersionsAreMerged()
{
    Listening l;
    l.occupy();
    Change first = change('A', 7);
    first.last = false;
    Change second = change('A', 7);
    second.part = 1;
    l.take({ change('A', 5), change('A', 6), first, second, change('A', 8), change('A', 10),
        Skipped { space('A'), 12 }, change('A', 13) });
    l.acknowledge();
    std::vector<std::pair<qint64, qint64>> told;
    for (const Delivery &delivery : *l.rounds[0]) {
        told.emplace_back(delivery.parcel ? delivery.parcel->from() : -1, delivery.after.version);
    }
    const std::vector<std::pair<qint64, qint64>> expected { { 4, 6 }, { 6, 6 }, { 6, 7 }, { 7, 8 }, { 9, 10 },
        { -1, 12 }, { 12, 13 } };
    QCOMPARE(told, expected);
}

void FanOutTest::aMergedMessageIsBounded()
{
    Listening l;
    l.occupy();
    for (qint64 version = 1; version <= limits::kMergedRows + 1; ++version) {
        l.take({ change('A', version) });
        l.take({ change('B', version, 1, 2'000) });
    }
    l.acknowledge();
    int ofA = 0;
    for (const Delivery &told : *l.rounds[0]) {
        QVERIFY(told.parcel->rowCount() <= limits::kMergedRows);
        QVERIFY(told.parcel->weight() <= limits::kMergedBytes);
        ofA += told.space == space('A') ? 1 : 0;
    }
    QVERIFY(ofA >= 2);
}

void FanOutTest::membersAreToldApartAndNeverMerged()
{
    Listening l;
    l.occupy();
    l.take({ change('A', 5), memberChange('A', 6, 'a', Role::Viewer), change('A', 7) });
    l.acknowledge();
    QCOMPARE(l.rounds[0]->size(), 3U);
    const Delivery &told = (*l.rounds[0])[1];
    QCOMPARE(told.members.size(), 1U);
    QCOMPARE(told.members[0].user, user('a'));
    QCOMPARE(told.members[0].version, 6);
    QCOMPARE(told.members[0].role, std::optional(Role::Viewer));
}

void FanOutTest::aRemovedMemberHasNoRole()
{
    Listening l;
    Change gone = memberChange('A', 6, 'a', Role::Editor);
    gone.rows[0].set(model::kDeleted, true, { 6 });
    Change strange = memberChange('A', 7, 'a', Role::Editor);
    strange.rows[0].set(model::member::kRole, qint64(99), { 7 });
    Change silent = memberChange('A', 8, 'a', Role::Editor);
    silent.rows[0].registers.clear();
    l.take({ gone, strange, silent });
    QCOMPARE((*l.rounds[0])[0].members[0].role, std::optional(Role::None));
    QCOMPARE((*l.rounds[0])[1].members[0].role, std::optional<Role>());
    QCOMPARE((*l.rounds[0])[2].members[0].role, std::optional<Role>());
}

void FanOutTest::ofOneMembersChangesInATransactionTheLastIsTold()
{
    Listening l;
    Change made = memberChange('A', 5, 'b', Role::Editor);
    const Change other = memberChange('A', 5, 'c', Role::Viewer);
    const Change last = memberChange('A', 5, 'b', Role::None);
    made.rows.insert(made.rows.end(), { other.rows[0], last.rows[0] });
    l.take({ made });
    const Delivery &told = l.rounds[0]->front();
    QCOMPARE(told.members.size(), 2U);
    QCOMPARE(told.members[0].user, named<model::UserId>('b'));
    QCOMPARE(told.members[0].role, Role::None);
    QCOMPARE(told.members[1].role, Role::Viewer);
}

void FanOutTest::membersOfALaterPartAreComparedWithTheStore()
{
    Listening out;
    Change first = memberChange('A', 5, 'x', Role::Editor);
    first.last = false;
    Change second = memberChange('A', 5, 'x', Role::Viewer);
    second.part = 1;
    out.take({ first, second });
    QVERIFY(!out.rounds[0]->at(0).membersUntold);
    QVERIFY(out.rounds[0]->at(1).membersUntold);
}

void FanOutTest::membersOfSkippedRowsAreTold()
{
    Listening l;
    l.take({ Skipped { space('A'), 5, memberChange('A', 5, 'b', Role::None).rows } });
    const Delivery &told = l.rounds[0]->front();
    QVERIFY(!told.parcel);
    QVERIFY(told.membersUntold); // there may be others
    QCOMPARE(told.members.size(), 1U);
    QCOMPARE(told.members[0].user, named<model::UserId>('b'));
    QCOMPARE(told.members[0].version, 5);
    QCOMPARE(told.members[0].role, Role::None);
}

void FanOutTest::partsKeepTheirPlaces()
{
    Listening l;
    Change part = change('A', 6);
    part.last = false;
    l.take({ part });
    part.part = 1;
    part.last = true;
    l.take({ part });
    QCOMPARE(l.rounds[0]->front().after, (Position { 5, 1 }));
    QCOMPARE(l.rounds[1]->front().parcel->before(), (Position { 5, 1 }));
    QCOMPARE(l.rounds[1]->front().after, (Position { 6, 0 }));
}

void FanOutTest::whatWaitsForBusyWorkersIsBounded()
{
    Listening l;
    l.occupy();
    l.take({ memberChange('A', 1, 'a', Role::None) });
    const qint64 versions = 3 * limits::kFanOutRows / 100;
    for (qint64 version = 2; version <= versions; ++version) {
        l.take({ change('A', version, 100) });
    }
    l.acknowledge();
    QCOMPARE(l.rounds.size(), 1U);
    qint64 rows = 0;
    std::size_t members = 0;
    Position newest;
    for (const Delivery &told : *l.rounds[0]) {
        rows += told.parcel ? told.parcel->rowCount() : 0;
        members += told.members.size();
        newest = std::max(newest, told.after);
    }
    QVERIFY(rows <= limits::kFanOutRows);
    QCOMPARE(members, 1U);
    QCOMPARE(newest, (Position { versions, 0 }));
    QVERIFY(l.rounds[0]->front().parcel == nullptr);
    QVERIFY(l.stats.skipped.value() > 0);
}

void FanOutTest::whatWaitsIsBoundedByItsWeight()
{
    Listening l;
    l.occupy();
    constexpr int kText = 1 << 20;
    qint64 version = 0;
    for (qint64 bytes = 0; bytes <= 2 * limits::kFanOutBytes; bytes += 2 * kText) {
        l.take({ change('A', ++version, 1, kText) });
    }
    l.acknowledge();
    qint64 weight = 0;
    Position newest;
    for (const Delivery &told : *l.rounds[0]) {
        weight += told.parcel ? told.parcel->weight() : 0;
        newest = std::max(newest, told.after);
    }
    QVERIFY(weight <= limits::kFanOutBytes);
    QCOMPARE(newest, (Position { version, 0 }));
    QVERIFY(l.stats.skipped.value() > 0);
}

// By its life the feed knows how much is out, and stops reading.
void FanOutTest::theFeedsBatchLivesUntilTheWorkersAreDone()
{
    Listening l;
    l.occupy();
    auto batch = std::make_shared<const std::vector<FeedEvent>>(std::vector<FeedEvent> { change('A', 1) });
    const std::weak_ptr<const std::vector<FeedEvent>> watched = batch;
    l.fanOut.take(std::exchange(batch, {}));
    QVERIFY(!watched.expired()); // it waits for slow workers
    l.acknowledge();
    QCOMPARE(l.rounds.size(), 1U);
    QVERIFY(!watched.expired()); // they work on it
    l.rounds.clear();
    QVERIFY(watched.expired());
}

void FanOutTest::aDeletedSpaceIsTold()
{
    Listening l;
    l.take({ SpaceDeleted { space('A') } });
    QVERIFY(l.rounds[0]->front().deleted);
    QVERIFY(l.rounds[0]->front().parcel == nullptr);
}

// The next connection may be to a primary that never had it.
void FanOutTest::whatWaitsAtAnInterruptionIsNotToldAfterIt()
{
    Listening l;
    l.occupy();
    l.take({ change('A', 5), memberChange('B', 3, 'b', Role::None) });
    l.fanOut.feedInterrupted();
    l.acknowledge();
    QVERIFY(l.rounds.empty());
    l.fanOut.feedResumed();
    l.take({ change('A', 5), change('A', 6) });
    l.acknowledge();
    QCOMPARE(l.rounds.size(), 1U);
    QCOMPARE(l.rounds[0]->front().parcel->from(), 4);
}

QTEST_GUILESS_MAIN(FanOutTest)
#include "fan_out_test.moc"
