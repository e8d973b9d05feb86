#include "tests/unit/server/store/store_fixture.h"

#include "server/store/dialect.h"
#include "tests/support/every_text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using model::Role;
using protocol::Write;
using server::PushOutcome;

namespace item = larder::model::item;
namespace list = larder::model::list;

class StoreTest : public StoreFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aListOfAnUnknownSpaceMakesItWithItsAuthorAsOwner()
    {
        const auto grants = m_store->spacesOf(kAna);
        QVERIFY(grants);
        QCOMPARE(*grants,
            (std::vector { protocol::SpaceGrant { space(1), model::SpaceKind::List, Role::Owner, 1 } }));
        const auto rows = catchUp(*m_store, kAna, space(1));
        QCOMPARE(rows.size(), 2u);
        QCOMPARE(rows[0].key.kind, Kind::List);
        QCOMPARE(rows[0].text(list::kName), u"Groceries"_s);
        QCOMPARE(rows[1].key.kind, Kind::Member);
        QCOMPARE(rows[1].key.id.value, kAna.value);
        QCOMPARE(rows[1].integer(model::member::kRole), qint64(Role::Owner));
        QVERIFY(!rows[1].text(model::member::kName).isEmpty());
    }

    void everyTextThatMayBeSentIsKeptAsItIs()
    {
        const auto texts = everyKeepableText();
        std::vector<Write> writes;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            writes.push_back(
                itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, texts[i] } }));
        }
        QCOMPARE(push(kAna, writes).corrections.size(), 0u);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(record(100 + i).text(item::kNote), texts[i]);
        }
        QCOMPARE(catchUp(*m_store, kAna, space(1)).size(), texts.size() + 2);
    }

    void textThatWouldComeBackChangedIsRefused()
    {
        for (const QString &text : { u"a\ufffe"_s, u"a\uffff"_s, u"\ufeffa"_s, QString(QChar(0xd83d)),
                 QString(u"a"_s + QChar(0)) }) {
            const auto outcome = push(kAna, { itemWrite(space(1), 7, now(), { { item::kName, text } }) });
            QCOMPARE(outcome.corrections.size(), 1u);
            QCOMPARE(outcome.corrections[0].code, Code::InvalidValue);
            QCOMPARE(outcome.corrections[0].message, u"item.name"_s);
        }
    }

    void keepsEveryTypeOfValueAsItWasSent()
    {
        const QString nasty = u"O'Brien's \"\\ {a,b} NULL $1 ; -- \u00e9\U0001F34E \t"_s + u"x"_s;
        const Write sent = itemWrite(space(1), 7, now(),
            { { item::kName, nasty }, { item::kQuantity, qint64(1500) }, { item::kUnit, model::Value() },
                { item::kChecked, true }, { item::kNote, u"NULL"_s }, { item::kAssignee, kBen.toBytes() },
                { item::kTyped, u"\\"_s }, { item::kPrice, qint64(0) } });
        const PushOutcome outcome = push(kAna, { sent });
        QCOMPARE(outcome.corrections.size(), 0u);
        QCOMPARE(outcome.rows.size(), 1u);
        QCOMPARE(outcome.rows[0].author, kAna);
        const Record stored = record(7);
        QCOMPARE(stored, outcome.rows[0]);
        auto expected = sent.registers;
        std::ranges::sort(expected, {}, &model::Register::field);
        QCOMPARE(stored.registers, expected);
    }

    void movesTheVersionByOneForEachPushThatChangesSomething()
    {
        QCOMPARE(version(), 1);
        const Write write = itemWrite(space(1), 7, now(), { { item::kName, u"Milk"_s } });
        QCOMPARE(push(kAna, { write }).versions, (std::vector { protocol::Cursor { space(1), 2 } }));
        QCOMPARE(push(kAna, { write }).versions.size(), 0u); // a resent push
        QCOMPARE(push(kAna, {}).versions.size(), 0u);
        QCOMPARE(version(), 2);
        push(kAna, { named(8, u"Eggs"_s), named(9, u"Salt"_s) });
        QCOMPARE(version(), 3);
        QCOMPARE(record(8).version, 3);
        QCOMPARE(record(9).version, 3);
        QCOMPARE(record(7).version, 2);
    }

    void mergesWritesToTheSameRecordAndField()
    {
        const PushOutcome outcome = push(kAna,
            { itemWrite(space(1), 7, now() + 2us, { { item::kName, u"later"_s } }),
                itemWrite(
                    space(1), 7, now() + 1us, { { item::kName, u"earlier"_s }, { item::kUnit, u"kg"_s } }) });
        QCOMPARE(outcome.corrections.size(), 0u);
        QCOMPARE(outcome.rows.size(), 1u);
        QCOMPARE(record(7).text(item::kName), u"later"_s);
        QCOMPARE(record(7).text(item::kUnit), u"kg"_s);
    }

    void anOlderWriteLosesWithoutComplaint()
    {
        push(kAna, { named(7, u"Milk"_s) });
        const auto outcome
            = push(kAna, { itemWrite(space(1), 7, now() - 1s, { { item::kName, u"Milc"_s } }) });
        QCOMPARE(outcome.corrections.size(), 0u);
        QCOMPARE(outcome.rows.size(), 0u);
        QCOMPARE(record(7).text(item::kName), u"Milk"_s);
    }

    void makesASpaceAndItsItemsInOnePushInAnyOrder()
    {
        const auto outcome = push(kAna,
            { itemWrite(space(2), 7, now(), { { item::kName, u"Milk"_s } }),
                listWrite(space(2), now(), { { list::kName, u"Party"_s } }) });
        QCOMPARE(outcome.corrections.size(), 0u);
        QCOMPARE(outcome.versions, (std::vector { protocol::Cursor { space(2), 1 } }));
        QCOMPARE(catchUp(*m_store, kAna, space(2)).size(), 3u);
    }

    void refusesEachBadWriteAndKeepsTheGoodOnes()
    {
        Write unknownKind = named(7, u"x"_s);
        unknownKind.key.kind = Kind(99);
        Write memberWrite { .key = { space(1), Kind::Member, { kAna.value } }, .registers = {} };
        memberWrite.registers.push_back(
            { model::member::kRole, model::Stamp { now().count() + 1 }, qint64(1) });
        Write twice = named(12, u"x"_s);
        twice.registers.push_back(twice.registers.front());
        Write nullId = named(1, u"x"_s);
        nullId.key.id = {};
        Write otherId = listWrite(space(1), now(), { { list::kName, u"x"_s } });
        otherId.key.id = { uuid(5) };
        Write manyFields = named(13, u"x"_s);
        for (int field = 100; field <= 100 + limits::kRegistersPerRecord; ++field) {
            manyFields.registers.push_back({ model::FieldNumber(field), model::Stamp { 1 }, model::Value() });
        }
        const PushOutcome outcome = push(kAna,
            { named(20, u"good"_s), unknownKind, memberWrite,
                itemWrite(space(1), 8, now(), { { 77, u"x"_s } }),
                itemWrite(space(1), 9, now(), { { item::kName, qint64(5) } }),
                itemWrite(space(1), 10, now(), { { item::kUnit, u"kg"_s } }),
                itemWrite(space(9), 11, now(), { { item::kName, u"x"_s } }), twice, nullId, otherId,
                manyFields, named(21, u"good"_s) });
        using enum Code;
        QCOMPARE(codes(outcome),
            (std::vector<std::pair<int, Code>> { { 1, UnknownKind }, { 2, ServerAuthored },
                { 3, UnknownField }, { 4, InvalidValue }, { 5, Incomplete }, { 6, NotAMember },
                { 7, InvalidValue }, { 8, InvalidValue }, { 9, InvalidValue }, { 10, TooLarge } }));
        QCOMPARE(outcome.rows.size(), 2u);
        // The correction of a known record shows it; of an unknown one, its key.
        QCOMPARE(outcome.corrections[1].row.integer(model::member::kRole), qint64(Role::Owner));
        QCOMPARE(outcome.corrections[4].row.key.id.value, uuid(10));
        QVERIFY(outcome.corrections[4].row.registers.empty());
    }

    void showsInACorrectionWhatTheWriteNamesAsThePushLeavesIt()
    {
        const auto outcome = push(kAna,
            { itemWrite(space(1), 7, now(), { { item::kQuantity, qint64(-1) } }),
                itemWrite(space(1), 7, now(),
                    { { item::kName, u"Milk"_s }, { item::kNote, u"long"_s },
                        { item::kQuantity, qint64(2) } }),
                itemWrite(space(1), 7, now(), { { item::kUnit, qint64(0) } }) });
        QCOMPARE(codes(outcome),
            (std::vector<std::pair<int, Code>> { { 0, Code::InvalidValue }, { 2, Code::InvalidValue } }));
        Record shown = record(7);
        std::erase_if(
            shown.registers, [](const model::Register &reg) { return reg.field != item::kQuantity; });
        QCOMPARE(shown.registers.size(), 1u);
        QCOMPARE(outcome.corrections[0].row, shown);
        // That it is there is told by its version.
        shown.registers.clear();
        QVERIFY(shown.version > 0);
        QCOMPARE(outcome.corrections[1].row, shown);
    }

    void keepsNothingOfAPushWhoseAnswerWouldBeTooLarge()
    {
        std::vector<Write> notes, wrong;
        for (quint64 i = 0; i < quint64(limits::kWritesPerPush); ++i) {
            notes.push_back(itemWrite(space(1), 100 + i, now(),
                { { item::kName, u"x"_s }, { item::kNote, QString(4'000, u'\u30df') } }));
            wrong.push_back(itemWrite(space(1), 100 + i, now(), { { item::kNote, qint64(1) } }));
        }
        QCOMPARE(push(kAna, notes).corrections.size(), 0u);
        wrong.back() = named(7, u"Milk"_s);
        const auto refused = m_store->push(kAna, wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::TooLarge);
        QCOMPARE(catchUp(*m_store, kAna, space(1)).size(), std::size_t(limits::kWritesPerPush) + 2);
        const auto half = m_store->push(kAna, std::span(wrong).subspan(wrong.size() / 2));
        QVERIFY(half);
        QCOMPARE(half->corrections.size(), wrong.size() / 2 - 1);
    }

    void clampsAStampFromTheFutureAndTellsIt()
    {
        const Micros ahead = now() + Micros(limits::kClockToleranceMicros);
        QCOMPARE(
            push(kAna, { itemWrite(space(1), 7, ahead, { { item::kName, u"Milk"_s } }) }).corrections.size(),
            0u);
        QCOMPARE(record(7).registers[0].stamp.micros, ahead.count());
        const auto outcome
            = push(kAna, { itemWrite(space(1), 8, ahead + 1us, { { item::kName, u"Eggs"_s } }) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::StampClamped } }));
        QCOMPARE(record(8).registers[0].stamp.micros, now().count());
        QCOMPARE(outcome.corrections[0].row, record(8));
    }

    void aStampFromTheFutureStaysBehindWhatItReplaces()
    {
        const Micros near = now() + Micros(limits::kClockToleranceMicros);
        push(kAna, { itemWrite(space(1), 7, near, { { item::kName, u"Milk"_s } }) });
        const auto outcome
            = push(kAna, { itemWrite(space(1), 7, near + 9us, { { item::kName, u"Oat milk"_s } }) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::StampClamped } }));
        QCOMPARE(record(7).text(item::kName), u"Oat milk"_s);
        QCOMPARE(record(7).registers[0].stamp.micros, near.count() + 1);
    }

    // A wrong clock of a server's made what is held. What somebody wrote before that clock was wrong did not
    // see it, and what two of them write on it has its place among itself.
    void whatIsHeldFromTheFutureIsBehindWhatIsWrittenLatelyAlone()
    {
        const Micros future = now() + 48h;
        m_clock.advance(48h);
        push(kAna, { itemWrite(space(1), 7, future, { { item::kName, u"Milk"_s } }) });
        m_clock.advance(-48h);
        const auto rename = [this](Micros stamp, const QString &name) {
            return push(kAna, { itemWrite(space(1), 7, stamp, { { item::kName, name } }) })
                .corrections.size();
        };
        QCOMPARE(rename(now() - 2h, u"long ago"_s), 0u);
        QCOMPARE(record(7).text(item::kName), u"Milk"_s);
        QCOMPARE(rename(now() - 1min, u"lately"_s), 1u);
        QCOMPARE(record(7).text(item::kName), u"lately"_s);
        QCOMPARE(record(7).registers[0].stamp.micros, future.count() + 1);
        // Two who have seen that one: the earlier of them loses as anybody does, and nothing is corrected.
        QCOMPARE(rename(future + 4us, u"second"_s), 1u);
        const qint64 held = record(7).registers[0].stamp.micros;
        QCOMPARE(held, future.count() + 2);
        QCOMPARE(rename(Micros(held), u"a tie"_s), 0u);
        QCOMPARE(rename(Micros(held), u"the larger"_s), 0u);
        QCOMPARE(record(7).text(item::kName), u"the larger"_s);
    }

    // A statement of its own is committed with its last row, whether anybody reads that or not.
    void tellsThatAStatementOfItsOwnWasNotKept()
    {
        QVERIFY(m_store->database().execute(u"CREATE TABLE parent (id bigint PRIMARY KEY)"_s));
        QVERIFY(m_store->database().execute(
            u"CREATE TABLE child (parent bigint REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"_s));
        static constexpr server::Statement kInsert { server::Shape::Single,
            "INSERT INTO child VALUES ($1::bigint) RETURNING parent"_L1,
            "INSERT INTO child VALUES (?) RETURNING parent"_L1 };
        const server::Call calls[] = { { .statement = &kInsert, .rows = { { qint64(5) } } } };
        QVERIFY(!m_store->dialect().run(calls));
    }

    void takesNothingFromWhoBelievesInAnotherEpoch()
    {
        const auto write = named(7, u"Milk"_s);
        const QString epoch = *m_store->epoch();
        QVERIFY(m_store->push(kAna, { &write, 1 }, epoch));
        QVERIFY(m_store->beginAnew());
        const auto other = named(8, u"Eggs"_s);
        const auto refused = m_store->push(kAna, { &other, 1 }, epoch);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Cancelled);
        QCOMPARE(version(), 2);
        QVERIFY(m_store->push(kAna, { &other, 1 }, *m_store->epoch()));
    }

    void takesNoMoreWritesThanAPushMayHave()
    {
        std::vector<Write> writes;
        for (int i = 0; i < limits::kWritesPerPush; ++i) {
            writes.push_back(named(100 + i, u"x"_s));
        }
        QVERIFY(m_store->push(kAna, writes));
        writes.push_back(named(7, u"x"_s));
        const auto outcome = m_store->push(kAna, writes);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Code::TooLarge);
    }

    void keepsNoMoreLiveItemsThanASpaceMayHold()
    {
        fill(limits::kRecordsPerSpace - 1);
        QCOMPARE(codes(push(kAna, { named(1, u"last"_s), named(2, u"one too many"_s) })),
            (std::vector<std::pair<int, Code>> { { 1, Code::SpaceFull } }));
        m_clock.advance(1s);
        QCOMPARE(push(kAna, { named(1, u"renamed"_s) }).corrections.size(), 0u);
        // A deletion makes room, and undoing it needs room again.
        QCOMPARE(codes(push(kAna,
                     { itemWrite(space(1), 1, now(), { { model::kDeleted, true } }), named(2, u"fits now"_s),
                         itemWrite(space(1), 1, now() + 1us, { { model::kDeleted, false } }) })),
            (std::vector<std::pair<int, Code>> { { 2, Code::SpaceFull } }));
    }

    void givesAUserNoMoreSpacesThanTheyMayHave()
    {
        std::vector<Write> writes;
        for (int i = 1; i < limits::kSpacesPerUser; ++i) {
            writes.push_back(listWrite(space(1000 + i), now(), { { list::kName, u"x"_s } }));
        }
        writes.push_back(listWrite(space(5), now(), { { list::kName, u"one too many"_s } }));
        for (std::size_t at = 0; at < writes.size(); at += limits::kWritesPerPush) {
            const std::size_t count = std::min<std::size_t>(limits::kWritesPerPush, writes.size() - at);
            const auto outcome = m_store->push(kAna, std::span(writes).subspan(at, count));
            QVERIFY(outcome);
            QCOMPARE(outcome->corrections.size(), at == 0 ? 0u : 1u);
        }
        QCOMPARE(m_store->spacesOf(kAna)->size(), std::size_t(limits::kSpacesPerUser));
        makeList(*m_store, kBen, space(6), now());
        const auto added = m_store->setMember(kBen, space(6), { kAna, Role::Editor, u"Ana"_s });
        QVERIFY(!added);
        QCOMPARE(added.error().code, Code::SpaceFull);
    }

    void opensAgainWithAllThatWasKept()
    {
        push(kAna, { named(7, u"Milk"_s) });
        const auto epoch = m_store->epoch();
        QVERIFY(epoch && !epoch->isEmpty());
        m_store = m_home->open(m_clock);
        QCOMPARE(record(7).text(item::kName), u"Milk"_s);
        QCOMPARE(*m_store->epoch(), *epoch);
        const StoreHome other;
        QVERIFY(*other.open(m_clock)->epoch() != *epoch);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
