#include "server/feed/event_builder.h"

#include "tests/support/pgoutput_bytes.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace Qt::StringLiterals;
using Bytes = larder::test::PgoutputBytes;

static constexpr quint32 kItems = 1, kMembers = 2, kTombstones = 3, kOthers = 4;

static QByteArray uuid(int number)
{
    return "00000000-0000-7000-8000-" + QByteArray::number(number).rightJustified(12, '0');
}
static SpaceId space(int number)
{
    return *SpaceId::fromString(QString::fromLatin1(uuid(number)));
}
static QByteArray itemRow(int inSpace, int id, qint64 version, const QByteArray &name = "Milk")
{
    return Bytes::insert(kItems,
        { Bytes::uuid(uuid(inSpace)), Bytes::uuid(uuid(id)), Bytes::integer(version), Bytes::null(),
            Bytes::integers({ {}, 1 }), Bytes::text(name) });
}
static QByteArray memberRow(int inSpace, int user, qint64 version)
{
    return Bytes::update(kMembers,
        { Bytes::uuid(uuid(inSpace)), Bytes::uuid(uuid(user)), Bytes::integer(version), Bytes::null(),
            Bytes::integers({ 1 }), Bytes::truth(true) });
}
static QByteArray tombstone(int ofSpace)
{
    return Bytes::insert(kTombstones, { Bytes::uuid(uuid(ofSpace)) });
}

// Knows the tables, and begins with transaction 100 as the first after its slot.
class Log {
public:
    explicit Log(EventBuilder::Bounds bounds = {})
        : builder(bounds)
    {
        builder.restart(100);
        say(Bytes::relation(kItems, "item", { "space", "id", "version", "author", "stamps", "name" }));
        say(Bytes::relation(kMembers, "member", { "space", "id", "version", "author", "stamps", "deleted" }));
        say(Bytes::relation(kTombstones, "tombstone", { "id" }));
        say(Bytes::relation(kOthers, "elsewhere", { "id" }));
    }
    void say(const QByteArray &message) { QVERIFY(builder.take(message)); }
    void transaction(quint32 xid, const QList<QByteArray> &messages)
    {
        say(Bytes::begin(xid));
        for (const QByteArray &message : messages) {
            say(message);
        }
        say(Bytes::commit());
    }
    std::vector<FeedEvent> events() { return builder.takeOutput().events; }

    EventBuilder builder;
};

static const Change &change(const FeedEvent &event)
{
    return std::get<Change>(event);
}
static std::size_t rowsIn(const std::vector<FeedEvent> &events)
{
    std::size_t rows = 0;
    for (const FeedEvent &event : events) {
        const auto *part = std::get_if<Change>(&event);
        rows += part ? part->rows.size() : 0;
    }
    return rows;
}

class EventBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsATransactionAsOneChangeForEachSpace()
    {
        Log log;
        log.transaction(100, { itemRow(1, 11, 5), itemRow(2, 21, 9), itemRow(1, 12, 5) });
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(change(events[0]).space, space(1));
        QCOMPARE(change(events[0]).version, 5);
        QCOMPARE(change(events[0]).rows.size(), std::size_t(2));
        QVERIFY(change(events[0]).last);
        QCOMPARE(change(events[1]).space, space(2));
        QCOMPARE(change(events[1]).rows.size(), std::size_t(1));
    }

    void saysNothingOfTablesThatAreNotOurs()
    {
        Log log;
        log.transaction(100, { Bytes::insert(kOthers, { Bytes::text("1") }) });
        QVERIFY(log.events().empty());
        QVERIFY(!log.builder.isInTransaction());
    }

    void knowsWhenAPushGoesOnForLong()
    {
        Log log;
        log.say(Bytes::begin(100));
        for (int row = 1; row <= limits::kWritesPerPush + 1; ++row) {
            log.say(itemRow(1, row, 5));
            QCOMPARE(
                log.builder.isInLongPush(), row > limits::kFeedGatherRows && row <= limits::kWritesPerPush);
        }
        log.say(Bytes::commit());
        log.say(Bytes::begin(101));
        log.say(itemRow(1, 1, 6));
        QVERIFY(!log.builder.isInLongPush());
    }

    void handsOutALargeTransactionWhileItIsRead()
    {
        Log log({ .part = { .rows = 10 } });
        log.say(Bytes::begin(100));
        std::size_t before = 0;
        for (int row = 0; row < 95; ++row) {
            log.say(itemRow(1, row, 5));
            const auto events = log.events();
            before += rowsIn(events);
            for (const FeedEvent &event : events) {
                QVERIFY(!change(event).last);
            }
        }
        QCOMPARE(before, std::size_t(90));
        QVERIFY(log.builder.isInTransaction());
        log.say(Bytes::commit());
        const auto end = log.events();
        QCOMPARE(end.size(), std::size_t(1));
        QCOMPARE(change(end[0]).part, 9);
        QCOMPARE(change(end[0]).rows.size(), std::size_t(5));
        QVERIFY(change(end[0]).last);
    }

    void keepsTheNewestPartUntilItIsKnownToBeTheLast()
    {
        Log log({ .part = { .rows = 10 } });
        QList<QByteArray> rows;
        for (int row = 0; row < 20; ++row) {
            rows << itemRow(1, row, 5);
        }
        log.transaction(100, rows);
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(2));
        QVERIFY(!change(events[0]).last);
        QVERIFY(change(events[1]).last);
        QCOMPARE(change(events[1]).rows.size(), std::size_t(10));
    }

    void countsThePartsOfEachSpaceForItself()
    {
        Log log({ .part = { .rows = 2 } });
        QList<QByteArray> rows;
        for (int row = 0; row < 5; ++row) {
            rows << itemRow(1, row, 5) << itemRow(2, row, 7);
        }
        log.transaction(100, rows);
        std::map<SpaceId, int> next;
        std::map<SpaceId, bool> ended;
        for (const FeedEvent &event : log.events()) {
            QCOMPARE(change(event).part, next[change(event).space]++);
            QVERIFY(!ended[change(event).space]);
            ended[change(event).space] = change(event).last;
        }
        QCOMPARE(next, (std::map<SpaceId, int> { { space(1), 3 }, { space(2), 3 } }));
        QVERIFY(ended[space(1)] && ended[space(2)]);
    }

    void boundsAPartByItsBytesToo()
    {
        Log log({ .part = { .rows = 1000, .bytes = 10'000 } });
        QList<QByteArray> rows;
        for (int row = 0; row < 10; ++row) {
            rows << itemRow(1, row, 5, QByteArray(2'000, 'x'));
        }
        log.transaction(100, rows);
        QCOMPARE(log.events().size(), std::size_t(5));
    }

    void holdsAMarkedTransactionBackAndPutsMembersFirst()
    {
        Log log({ .part = { .rows = 2 } });
        log.say(Bytes::message("larder.member", "100 " + uuid(1)));
        log.say(Bytes::begin(100));
        for (int row = 0; row < 9; ++row) {
            log.say(itemRow(1, row, 5));
        }
        log.say(memberRow(1, 77, 5));
        QVERIFY(log.events().empty());
        log.say(Bytes::commit());
        const auto events = log.events();
        QCOMPARE(rowsIn(events), std::size_t(10));
        QCOMPARE(events.size(), std::size_t(5));
        QCOMPARE(change(events[0]).rows[0].key.kind, Kind::Member);
        QVERIFY(change(events[0]).rows[0].isDeleted());
        QCOMPARE(change(events[0]).part, 0);
        QVERIFY(change(events[4]).last && !change(events[3]).last);
    }

    void holdsOnlyTheMarkedTransaction()
    {
        Log log({ .part = { .rows = 2 } });
        log.say(Bytes::message("larder.member", "102 " + uuid(1)));
        log.say(Bytes::begin(101));
        for (int row = 0; row < 5; ++row) {
            log.say(itemRow(1, row, 5));
        }
        QCOMPARE(rowsIn(log.events()), std::size_t(4));
    }

    void holdsBackWhatIsOlderThanTheSlot()
    {
        // Its mark may lie in the part of the log that no slot of ours has read.
        Log log({ .part = { .rows = 2 } });
        log.say(Bytes::begin(99));
        for (int row = 0; row < 5; ++row) {
            log.say(itemRow(1, row, 5));
        }
        QVERIFY(log.events().empty());
        log.say(Bytes::commit());
        QCOMPARE(rowsIn(log.events()), std::size_t(5));
    }

    void comparesTransactionIdsAcrossTheirWrap()
    {
        Log log({ .part = { .rows = 1 } });
        log.builder.restart(3); // a new slot, just after the wrap
        log.say(Bytes::relation(kItems, "item", { "space", "id", "version", "author", "stamps", "name" }));
        log.say(Bytes::begin(0xFFFFFFF0U));
        log.say(itemRow(1, 1, 5));
        log.say(itemRow(1, 2, 5));
        QVERIFY(log.events().empty());
        log.say(Bytes::commit());
        // Half the number space later the slot's beginning no longer tells old from new.
        for (const quint32 xid : { 0x40000000U, 0x80000000U, 0xC0000000U }) {
            log.events();
            log.say(Bytes::begin(xid));
            log.say(itemRow(1, 1, xid));
            log.say(itemRow(1, 2, xid));
            QCOMPARE(rowsIn(log.events()), std::size_t(1));
            log.say(Bytes::commit());
        }
    }

    void holdsBackFromAMemberRowWithoutItsMark()
    {
        Log log({ .part = { .rows = 2 } });
        log.say(Bytes::begin(100));
        log.say(memberRow(1, 77, 5));
        for (int row = 0; row < 5; ++row) {
            log.say(itemRow(1, row, 5));
        }
        QVERIFY(log.events().empty());
        log.say(Bytes::commit());
        QCOMPARE(rowsIn(log.events()), std::size_t(6));
    }

    void forgetsRolledBackMarksWithoutForgettingOthers()
    {
        Log log({ .part = { .rows = 1 }, .marks = 8 });
        for (quint32 xid = 200; xid < 300; ++xid) {
            log.say(Bytes::message("larder.member", QByteArray::number(xid)));
        }
        for (const quint32 xid : { 200U, 250U, 299U }) {
            log.say(Bytes::begin(xid));
            log.say(itemRow(1, 1, xid));
            log.say(itemRow(1, 2, xid));
            QVERIFY(log.events().empty());
            log.say(Bytes::commit());
            QCOMPARE(rowsIn(log.events()), std::size_t(2));
        }
        log.say(Bytes::begin(300));
        log.say(itemRow(1, 1, 300));
        log.say(itemRow(1, 2, 300));
        QCOMPARE(rowsIn(log.events()), std::size_t(1));
    }

    void skipsWhatIsTooLargeToHold()
    {
        Log log({ .heldBytes = 20'000 });
        log.say(Bytes::message("larder.member", "100 " + uuid(1)));
        log.say(Bytes::begin(100));
        for (int row = 0; row < 1'000; ++row) {
            log.say(itemRow(1, row, 5));
            log.say(itemRow(2, row, 6));
            QVERIFY(log.builder.waitingBytes() <= 20'000);
        }
        log.say(Bytes::commit());
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(std::get<Skipped>(events[0]).space, space(1));
        QCOMPARE(std::get<Skipped>(events[0]).version, 5);
        QCOMPARE(std::get<Skipped>(events[1]).version, 6);
    }

    void keepsTheMembersOfWhatIsTooLargeToHold()
    {
        Log log({ .heldBytes = 20'000 });
        log.say(Bytes::message("larder.member", "100 " + uuid(1)));
        log.say(Bytes::begin(100));
        for (int row = 0; row < 1'000; ++row) {
            log.say(itemRow(1, row, 5));
            if (row % 400 == 10) {
                log.say(memberRow(1, row, 5));
            }
            QVERIFY(log.builder.waitingBytes() <= 20'000);
        }
        log.say(Bytes::commit());
        const auto output = log.builder.takeOutput();
        QCOMPARE(output.events.size(), std::size_t(1));
        const auto &skipped = std::get<Skipped>(output.events[0]);
        QCOMPARE(skipped.version, 5);
        QCOMPARE(skipped.members.size(), std::size_t(3));
        QVERIFY(std::ranges::all_of(skipped.members,
            [](const Record &row) { return row.key.kind == Kind::Member && row.isDeleted(); }));
        QCOMPARE(output.rows, 3);
        QVERIFY(output.bytes > 0);
    }

    void givesUpAllMembersWhenTheyAloneAreTooMany()
    {
        Log log({ .heldBytes = 20'000 });
        log.say(Bytes::begin(100));
        for (int row = 0; row < 1'000; ++row) {
            log.say(memberRow(1, row, 5));
            QVERIFY(log.builder.waitingBytes() <= 20'000);
        }
        log.say(Bytes::commit());
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(std::get<Skipped>(events[0]).version, 5);
        QVERIFY(std::get<Skipped>(events[0]).members.empty());
    }

    void boundsWhatWaitsInATransactionOverManySpaces()
    {
        Log log({ .heldBytes = 20'000 });
        log.say(Bytes::begin(100));
        std::map<SpaceId, int> parts;
        std::map<SpaceId, bool> ended;
        const auto note = [&](const std::vector<FeedEvent> &events) {
            for (const FeedEvent &event : events) {
                QCOMPARE(change(event).part, parts[change(event).space]++);
                ended[change(event).space] = change(event).last;
            }
        };
        for (int row = 0; row < 1'000; ++row) {
            log.say(itemRow(row, row, 5));
            QVERIFY(log.builder.waitingBytes() <= 20'000);
            note(log.events());
        }
        log.say(Bytes::commit());
        note(log.events());
        QCOMPARE(ended.size(), std::size_t(1'000));
        QVERIFY(std::all_of(ended.begin(), ended.end(), [](const auto &each) { return each.second; }));
    }

    void saysThatRowsWereLostWhenThereAreTooManySpaces()
    {
        Log log({ .spaces = 3 });
        log.transaction(100, { itemRow(1, 1, 5), itemRow(2, 1, 5), itemRow(3, 1, 5) });
        QVERIFY(!log.builder.takeOutput().rowsLost);
        log.transaction(101, { itemRow(1, 1, 6), itemRow(2, 1, 6), itemRow(3, 1, 6), itemRow(4, 1, 6) });
        const auto output = log.builder.takeOutput();
        QVERIFY(output.rowsLost);
        QCOMPARE(output.events.size(), std::size_t(3));
    }

    void tellsADeletedSpaceAndNothingElseOfIt()
    {
        Log log;
        log.transaction(100, { itemRow(1, 1, 5), tombstone(1), itemRow(2, 2, 8) });
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(std::get<SpaceDeleted>(events[0]).space, space(1));
        QCOMPARE(change(events[1]).space, space(2));
    }

    void skipsRowsOfTwoVersionsInOneTransaction()
    {
        Log log;
        log.transaction(100, { itemRow(1, 1, 5), itemRow(1, 2, 4), itemRow(1, 3, 6) });
        const auto events = log.events();
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(std::get<Skipped>(events[0]).version, 6);
    }

    void skipsRowsThatMakeNoRecord()
    {
        Log log;
        const QByteArray odd = Bytes::insert(kItems,
            { Bytes::uuid(uuid(1)), Bytes::text("?"), Bytes::integer(5), Bytes::null(),
                Bytes::integers({ 1 }), Bytes::text("Milk") });
        log.transaction(100, { itemRow(1, 1, 5), odd });
        QCOMPARE(std::get<Skipped>(log.events().at(0)).version, 5);
    }

    void saysThatRowsWereLostWhenNotEvenTheSpaceIsKnown()
    {
        Log log;
        log.transaction(100, { Bytes::insert(kItems, { Bytes::null(), Bytes::null() }) });
        QVERIFY(log.builder.takeOutput().rowsLost);
        log.transaction(101, { Bytes::truncate({ kOthers }) });
        QVERIFY(!log.builder.takeOutput().rowsLost);
        log.transaction(102, { Bytes::truncate({ kItems }) });
        QVERIFY(log.builder.takeOutput().rowsLost);
    }

    void skipsToWhereADeleteByHandWas()
    {
        Log log;
        log.transaction(100, { Bytes::remove(kItems, { Bytes::uuid(uuid(1)), Bytes::uuid(uuid(2)) }) });
        QCOMPARE(std::get<Skipped>(log.events().at(0)).space, space(1));
    }

    void hearsTheMessagesOfTheApplication()
    {
        Log log;
        log.say(Bytes::message("larder", "here I am"));
        log.say(Bytes::message("somebody else", "psst"));
        log.say(Bytes::message("larder", QByteArray(limits::kFeedMessageBytes, 'x')));
        log.say(Bytes::message("larder", QByteArray(limits::kFeedMessageBytes + 1, 'x')));
        const auto heard = log.builder.takeOutput().heard;
        QCOMPARE(heard.size(), std::size_t(2));
        QCOMPARE(heard[0], QByteArray("here I am"));
        log.say(Bytes::message("larder.session", uuid(7)));
        log.say(Bytes::message("larder.session", QByteArray(limits::kFeedMessageBytes + 1, 'x')));
        QCOMPARE(log.builder.takeOutput().heard, (std::vector<QByteArray> { "session " + uuid(7) }));
    }

    void refusesMessagesOutOfTurn()
    {
        Log log;
        QVERIFY(!log.builder.take(Bytes::commit()));
        QVERIFY(!log.builder.take(itemRow(1, 1, 5)));
        QVERIFY(!log.builder.take(Bytes::truncate({ kItems })));
        log.say(Bytes::begin(100));
        QVERIFY(!log.builder.take(Bytes::begin(101)));
    }

    void forgetsAHalfReadTransactionWithItsConnection()
    {
        Log log;
        log.say(Bytes::begin(100));
        log.say(itemRow(1, 1, 5));
        log.builder.restart(200);
        log.say(Bytes::begin(200));
        log.say(Bytes::commit());
        QVERIFY(log.events().empty());
    }
};

QTEST_GUILESS_MAIN(EventBuilderTest)
#include "event_builder_test.moc"
