#include "server/store/store.h"

#include "core/limits.h"
#include "tests/support/every_text.h"
#include "tests/support/store_home.h"

#include <QtTest/QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using model::Role;
using protocol::Correction;
using protocol::DropReason;
using protocol::Write;
using server::PushOutcome;

namespace item = larder::model::item;
namespace list = larder::model::list;

static const model::UserId kAna = user(1);
static const model::UserId kBen = user(2);
static const model::UserId kEve = user(3);

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
        makeList(*m_store, kAna, space(1), now());
    }
    void cleanup()
    {
        m_store.reset();
        m_home.reset();
    }

    // ---- pushes

    void aListOfAnUnknownSpaceMakesItWithItsAuthorAsOwner()
    {
        const auto grants = m_store->spacesOf(kAna);
        QVERIFY(grants);
        QCOMPARE(*grants, (std::vector { protocol::SpaceGrant { space(1), model::SpaceKind::List, Role::Owner, 1 } }));
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
            writes.push_back(itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, texts[i] } }));
        }
        QCOMPARE(push(kAna, writes).corrections.size(), 0u);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(record(100 + i).text(item::kNote), texts[i]);
        }
        QCOMPARE(catchUp(*m_store, kAna, space(1)).size(), texts.size() + 2);
    }

    void textThatWouldComeBackChangedIsRefused()
    {
        for (const QString &text : { u"a\ufffe"_s, u"a\uffff"_s, u"\ufeffa"_s, QString(QChar(0xd83d)), QString(u"a"_s + QChar(0)) }) {
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
                itemWrite(space(1), 7, now() + 1us, { { item::kName, u"earlier"_s }, { item::kUnit, u"kg"_s } }) });
        QCOMPARE(outcome.corrections.size(), 0u);
        QCOMPARE(outcome.rows.size(), 1u);
        QCOMPARE(record(7).text(item::kName), u"later"_s);
        QCOMPARE(record(7).text(item::kUnit), u"kg"_s);
    }

    void anOlderWriteLosesWithoutComplaint()
    {
        push(kAna, { named(7, u"Milk"_s) });
        const auto outcome = push(kAna, { itemWrite(space(1), 7, now() - 1s, { { item::kName, u"Milc"_s } }) });
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
        memberWrite.registers.push_back({ model::member::kRole, model::Stamp { now().count() + 1 }, qint64(1) });
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
            { named(20, u"good"_s), unknownKind, memberWrite, itemWrite(space(1), 8, now(), { { 77, u"x"_s } }),
                itemWrite(space(1), 9, now(), { { item::kName, qint64(5) } }),
                itemWrite(space(1), 10, now(), { { item::kUnit, u"kg"_s } }),
                itemWrite(space(9), 11, now(), { { item::kName, u"x"_s } }), twice, nullId, otherId, manyFields,
                named(21, u"good"_s) });
        using enum Code;
        QCOMPARE(codes(outcome),
            (std::vector<std::pair<int, Code>> { { 1, UnknownKind }, { 2, ServerAuthored }, { 3, UnknownField },
                { 4, InvalidValue }, { 5, Incomplete }, { 6, NotAMember }, { 7, InvalidValue }, { 8, InvalidValue },
                { 9, InvalidValue }, { 10, TooLarge } }));
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
                itemWrite(space(1), 7, now(), { { item::kName, u"Milk"_s }, { item::kNote, u"long"_s }, { item::kQuantity, qint64(2) } }),
                itemWrite(space(1), 7, now(), { { item::kUnit, qint64(0) } }) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::InvalidValue }, { 2, Code::InvalidValue } }));
        Record shown = record(7);
        std::erase_if(shown.registers, [](const model::Register &reg) { return reg.field != item::kQuantity; });
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
            notes.push_back(itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, QString(4'000, u'\u30df') } }));
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
        QCOMPARE(push(kAna, { itemWrite(space(1), 7, ahead, { { item::kName, u"Milk"_s } }) }).corrections.size(), 0u);
        QCOMPARE(record(7).registers[0].stamp.micros, ahead.count());
        const auto outcome
            = push(kAna, { itemWrite(space(1), 8, ahead + 1us, { { item::kName, u"Eggs"_s } }) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::StampClamped } }));
        QCOMPARE(record(8).registers[0].stamp.micros, now().count());
        QCOMPARE(outcome.corrections[0].row, record(8));
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

    // ---- who may

    void keepsNoWriteOfAViewerAndShowsThemTheRow()
    {
        push(kAna, { named(7, u"Milk"_s) });
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Viewer, u"Ben"_s }));
        m_clock.advance(1s);
        const auto outcome = push(kBen, { named(7, u"Beer"_s), listWrite(space(1), now(), { { list::kName, u"Mine"_s } }) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::ReadOnly }, { 1, Code::ReadOnly } }));
        QCOMPARE(outcome.corrections[0].row, record(7));
        QCOMPARE(record(7).text(item::kName), u"Milk"_s);
        QCOMPARE(version(), 3);
    }

    void tellsNothingOfASpaceToWhoHasNoRoleInIt()
    {
        push(kAna, { named(7, u"Milk"_s) });
        m_clock.advance(1s);
        const auto there = push(kEve, { named(7, u"mine"_s), itemWrite(space(1), 8, now(), { { 77, u"x"_s } }) });
        const auto notThere = push(kEve,
            { itemWrite(space(9), 7, now(), { { item::kName, u"mine"_s } }),
                itemWrite(space(9), 8, now(), { { 77, u"x"_s } }) });
        QCOMPARE(codes(there), (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember }, { 1, Code::NotAMember } }));
        QCOMPARE(codes(there), codes(notThere));
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(there.corrections[i].row.registers.empty());
            QCOMPARE(there.corrections[i].row.version, 0);
            QCOMPARE(there.corrections[i].message, notThere.corrections[i].message);
        }
        QCOMPARE(codes(push(kEve, { listWrite(space(1), now(), { { list::kName, u"mine"_s } }) })),
            (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember } }));
        QCOMPARE(m_store->page(kEve, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} }).error().code, Code::NotAMember);
        QCOMPARE(m_store->page(kEve, { .space = space(9), .since = 0, .part = 0, .resumeAfter = {} }).error().code, Code::NotAMember);
        QCOMPARE(m_store->records(kEve, space(1), Kind::Item).error().code, Code::NotAMember);
        QCOMPARE(m_store->access(kEve, space(1)).error().code, Code::NotAMember);
        QCOMPARE(*m_store->whyNot(kEve, space(1)), DropReason::Unknown);
        QCOMPARE(*m_store->whyNot(kEve, space(9)), DropReason::Unknown);
        QVERIFY(m_store->whyNot({})->empty());
        QCOMPARE(m_store->spacesOf(kEve)->size(), 0u);
    }

    void aPageForSeveralReadersNamesThoseWhoMayHaveIt()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Viewer, u"Ben"_s }));
        const server::PageRequest request { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} };
        const std::vector asked { kEve, kBen, kAna };
        auto shared = m_store->page(asked, request);
        QVERIFY(shared);
        std::ranges::sort(shared->readers);
        QCOMPARE(shared->readers, (std::vector { kAna, kBen }));
        QCOMPARE(shared->page.rows, m_store->page(kBen, request)->rows);
        const std::vector strangers { kEve };
        QCOMPARE(m_store->page(strangers, request).error().code, Code::NotAMember);
    }

    void oneRecordIsForMembersAlone()
    {
        push(kAna, { named(7, u"Milk"_s) });
        const model::RecordKey milk = record(7).key;
        const auto mine = m_store->record(kAna, milk);
        QVERIFY(mine);
        QCOMPARE(*mine, std::optional(record(7)));
        QCOMPARE(m_store->record(kEve, milk).error().code, Code::NotAMember);
        const auto none = m_store->record(kAna, { space(1), Kind::Item, uuid(8) });
        QVERIFY(none);
        QVERIFY(!*none);
        QCOMPARE(m_store->record(kAna, { space(9), Kind::Item, milk.id }).error().code, Code::NotAMember);
        QCOMPARE(m_store->record(kAna, { space(1), Kind(999), milk.id }).error().code, Code::UnknownKind);
    }

    void theSpacesOfManyUsersAreThoseOfEach()
    {
        makeList(*m_store, kAna, space(2), now());
        makeList(*m_store, kBen, space(3), now());
        const std::vector asked { kBen, kEve, kAna, kBen };
        const auto spaces = m_store->spacesOf(asked);
        QVERIFY(spaces);
        QCOMPARE(spaces->size(), asked.size());
        for (std::size_t i = 0; i < asked.size(); ++i) {
            QCOMPARE((*spaces)[i], *m_store->spacesOf(asked[i]));
        }
        QCOMPARE((*spaces)[2].size(), 2u);
    }

    void aRevokedMemberReadsAndWritesNoMore()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s }));
        QCOMPARE(push(kBen, { named(7, u"Milk"_s) }).corrections.size(), 0u);
        const auto removed = m_store->removeMember(kAna, space(1), kBen);
        QVERIFY(removed);
        QCOMPARE(removed->rows.size(), 1u);
        QVERIFY(removed->rows[0].isDeleted());
        QCOMPARE(codes(push(kBen, { named(8, u"Eggs"_s) })), (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember } }));
        QCOMPARE(m_store->access(kBen, space(1)).error().code, Code::NotAMember);
        QCOMPARE(*m_store->whyNot(kBen, space(1)), DropReason::Revoked);
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Viewer, {} }));
        QCOMPARE(m_store->access(kBen, space(1))->role, Role::Viewer);
        const auto members = m_store->members(space(1));
        QCOMPARE(members->size(), 2u);
        QCOMPARE((*members)[1].name, u"Ben"_s);
    }

    void onlyOwnersChangeMembersAndOneOwnerStays()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s }));
        QCOMPARE(m_store->setMember(kBen, space(1), { kEve, Role::Viewer, u"Eve"_s }).error().code, Code::ReadOnly);
        QCOMPARE(m_store->setMember(kEve, space(1), { kEve, Role::Owner, u"Eve"_s }).error().code, Code::NotAMember);
        QCOMPARE(m_store->setMember(kEve, space(9), { kEve, Role::Owner, u"Eve"_s }).error().code, Code::NotAMember);
        QCOMPARE(m_store->removeMember(kBen, space(1), kAna).error().code, Code::ReadOnly);
        QCOMPARE(m_store->removeMember(kAna, space(1), kAna).error().code, Code::InvalidValue);
        QCOMPARE(m_store->setMember(kAna, space(1), { kAna, Role::Editor, {} }).error().code, Code::InvalidValue);
        QCOMPARE(m_store->setMember(kAna, space(1), { kBen, Role::None, {} }).error().code, Code::InvalidValue);
        QCOMPARE(m_store->removeMember(kAna, space(1), kEve).error().code, Code::NotFound);
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Owner, {} }));
        QVERIFY(m_store->removeMember(kAna, space(1), kAna)); // the other one stays
        QVERIFY(m_store->removeMember(kBen, space(1), kAna).error().code == Code::NotFound);
        QCOMPARE(m_store->deleteSpace(kAna, space(1)).error().code, Code::NotAMember);
    }

    void aRoleThatIsTheSameMovesNoVersion()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s }));
        const auto again = m_store->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s });
        QVERIFY(again);
        QCOMPARE(again->rows.size(), 0u);
        QCOMPARE(version(), 2);
    }

    void aNameReachesTheMembershipsThereAreAndThoseToCome()
    {
        const auto renamed = m_store->setName(kAna, u"Ana M."_s);
        QVERIFY(renamed);
        QCOMPARE(renamed->rows.size(), 1u);
        QCOMPARE(renamed->versions, (std::vector { protocol::Cursor { space(1), 2 } }));
        makeList(*m_store, kAna, space(2), now());
        QCOMPARE((*m_store->members(space(1)))[0].name, u"Ana M."_s);
        QCOMPARE((*m_store->members(space(2)))[0].name, u"Ana M."_s);
        QCOMPARE(m_store->setName(kAna, u" "_s).error().code, Code::InvalidValue);
    }

    void aDeletedSpaceLeavesOnlyItsIdAndNobodyBringsItBack()
    {
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s }));
        push(kAna, { named(7, u"Milk"_s) });
        QCOMPARE(m_store->deleteSpace(kBen, space(1)).error().code, Code::ReadOnly);
        QVERIFY(m_store->deleteSpace(kAna, space(1)));
        QCOMPARE(version(), 0);
        QCOMPARE(m_store->spacesOf(kAna)->size(), 0u);
        QCOMPARE(*m_store->whyNot(kAna, space(1)), DropReason::Deleted);
        const auto outcome = push(kAna, { listWrite(space(1), now(), { { list::kName, u"x"_s } }), named(8, u"x"_s) });
        QCOMPARE(codes(outcome), (std::vector<std::pair<int, Code>> { { 0, Code::SpaceGone }, { 1, Code::SpaceGone } }));
        QVERIFY(outcome.corrections[0].row.registers.empty());
    }

    // ---- pages

    void pagesOfManyVersionsLeadThroughAllRowsOnce()
    {
        fill(5'000);
        const auto rows = catchUp(*m_store, kAna, space(1));
        QCOMPARE(rows.size(), 5'002u);
        std::set<model::RecordKey> keys;
        for (const Record &row : rows) {
            keys.insert(row.key);
        }
        QCOMPARE(keys.size(), rows.size());
        QCOMPARE(catchUp(*m_store, kAna, space(1), version()).size(), 0u);
        push(kAna, { named(1, u"new"_s) });
        QCOMPARE(catchUp(*m_store, kAna, space(1), version() - 1).size(), 1u);
    }

    void aPageHoldsABoundedNumberOfBytesAndAVersionComesInParts()
    {
        const QString note(4'000, u'\u00e9');
        std::vector<Write> writes;
        for (int i = 0; i < 200; ++i) {
            writes.push_back(itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, note } }));
        }
        push(kAna, writes);
        server::PageRequest request { .space = space(1), .since = 1, .part = 0, .resumeAfter = {} };
        std::set<model::RecordId> seen;
        int parts = 0;
        while (true) {
            const auto page = m_store->page(kAna, request);
            QVERIFY(page);
            QCOMPARE(page->from, 1);
            QCOMPARE(page->to, 2);
            QCOMPARE(page->part, parts++);
            qsizetype bytes = 0;
            for (const Record &row : page->rows) {
                seen.insert(row.key.id);
                bytes += row.text(item::kNote).toUtf8().size();
            }
            QVERIFY(bytes <= limits::kPageBytes);
            QVERIFY(!page->rows.empty());
            QCOMPARE(page->more, !page->last);
            if (page->last) {
                break;
            }
            request.part = page->part + 1;
            request.resumeAfter = page->resumeAfter;
        }
        QVERIFY(parts > 3);
        QCOMPARE(seen.size(), 200u);
    }

    void aVersionOfMoreRowsThanAPageComesInPartsWhileOthersWrite()
    {
        // Rows that leave the version between its parts come with their new one.
        const QString note(4'000, u'x');
        std::vector<Write> writes;
        for (int i = 0; i < 100; ++i) {
            writes.push_back(itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, note } }));
        }
        push(kAna, writes);
        server::PageRequest request { .space = space(1), .since = 1, .part = 0, .resumeAfter = {} };
        const auto first = m_store->page(kAna, request);
        QVERIFY(!first->last);
        m_clock.advance(1s);
        for (Write &write : writes) {
            write.registers = { { item::kChecked, model::Stamp { now().count() }, true } };
        }
        push(kAna, writes);
        request.part = 1;
        request.resumeAfter = first->resumeAfter;
        const auto second = m_store->page(kAna, request);
        QCOMPARE(second->from, 1);
        QCOMPARE(second->to, 2);
        QVERIFY(second->last);
        QVERIFY(second->more);
        QCOMPARE(second->rows.size(), 0u);
        QCOMPARE(catchUp(*m_store, kAna, space(1), 2).size(), 100u);
    }

    void whoWasAwayLongerThanTheGravestonesBeginsAnew()
    {
        push(kAna, { named(7, u"Milk"_s), named(8, u"Eggs"_s), named(9, u"Salt"_s) }); // 2
        m_clock.advance(1s);
        push(kAna, { itemWrite(space(1), 7, now(), { { model::kDeleted, true } }) }); // 3
        push(kAna, { itemWrite(space(1), 9, now(), { { model::kDeleted, true } }) }); // 4
        m_clock.advance(24h * 90);
        m_clock.advance(1s);
        const Micros before = now() - 24h * 90;
        push(kAna, { itemWrite(space(1), 9, now(), { { item::kNote, u"written late"_s } }) }); // 5
        QCOMPARE(purge(before), 1);
        QCOMPARE(purge(before), 0);
        QCOMPARE(m_store->records(kAna, space(1), Kind::Item, server::Gravestones::With)->size(), 2u);
        QVERIFY(m_store->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {} })->reset);
        QVERIFY(!m_store->page(kAna, { .space = space(1), .since = 3, .part = 0, .resumeAfter = {} })->reset);
        QVERIFY(!m_store->page(kAna, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} })->reset);
        QCOMPARE(version(), 5);
    }

    void theGravestonesOfManyTurnsAllGo()
    {
        const int count = limits::kPurgeRows * 2 + 1;
        std::vector<Write> writes;
        for (int i = 0; i < count; ++i) {
            writes.push_back(named(quint64(100 + i), u"Milk"_s));
        }
        push(kAna, writes);
        m_clock.advance(1s);
        for (int i = 0; i < count; ++i) {
            writes[size_t(i)] = itemWrite(space(1), quint64(100 + i), now(), { { model::kDeleted, true } });
        }
        push(kAna, writes);
        m_clock.advance(1s);
        const auto first = m_store->purge(now(), { { {}, Kind::Item, {} }, {} });
        QCOMPARE(first->records, limits::kPurgeRows);
        QVERIFY(first->next);
        QCOMPARE(purge(now()), count - limits::kPurgeRows);
    }

    void whoGoesOnFromAPageOfAfterThePurgeIsNotSentBack()
    {
        push(kAna, { named(7, u"Milk"_s) }); // 2
        push(kAna, { named(8, u"Eggs"_s) }); // 3
        m_clock.advance(1s);
        push(kAna, { itemWrite(space(1), 8, now(), { { model::kDeleted, true } }) }); // 4
        m_clock.advance(1s);
        QCOMPARE(purge(now()), 1);
        const auto first = m_store->page(kAna, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} });
        QCOMPARE(first->horizon, 4);
        QVERIFY(!m_store->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {}, .horizon = 4 })->reset);
        QVERIFY(m_store->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {}, .horizon = 3 })->reset);
    }

    void aListThatWasDeletedLongAgoTakesItsSpaceAlong()
    {
        makeList(*m_store, kAna, space(2), now());
        m_clock.advance(1s);
        push(kAna, { listWrite(space(2), now(), { { model::kDeleted, true } }) });
        m_clock.advance(1s);
        QCOMPARE(purge(now()), 1);
        QCOMPARE(*m_store->whyNot(kAna, space(2)), DropReason::Deleted);
        std::vector<server::Store::Stranger> strangers(server::Store::kStrangersPerStatement + 1, { kAna, space(9) }); // in two turns
        strangers.front().space = space(2);
        strangers.back() = { kEve, space(2) };
        const auto reasons = m_store->whyNot(strangers);
        QCOMPARE(reasons->size(), strangers.size());
        QCOMPARE(reasons->front(), DropReason::Deleted);
        QCOMPARE((*reasons)[1], DropReason::Unknown);
        QCOMPARE(reasons->back(), DropReason::Deleted);
        QCOMPARE(m_store->spacesOf(kAna)->size(), 1u);
    }

    void recordsAreTheLiveOnesUnlessGravestonesAreAskedFor()
    {
        push(kAna, { named(7, u"Milk"_s), named(8, u"Eggs"_s) });
        push(kAna, { itemWrite(space(1), 7, now(), { { model::kDeleted, true } }) });
        QCOMPARE(m_store->records(kAna, space(1), Kind::Item)->size(), 1u);
        QCOMPARE(m_store->records(kAna, space(1), Kind::Item, server::Gravestones::With)->size(), 2u);
        QCOMPARE(m_store->records(kAna, space(1), Kind(99)).error().code, Code::UnknownKind);
    }

    // ---- the database

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

private:
    Micros now() const { return m_clock.now(); }
    int purge(Micros before)
    {
        int gone = 0;
        for (server::PurgeTurn turn;;) {
            const auto step = m_store->purge(before, turn);
            if (!step) {
                qFatal("the purge failed: %s", qPrintable(step.error().detail));
            }
            gone += step->records + step->spaces;
            if (!step->next) {
                return gone;
            }
            turn.after = *step->next;
        }
    }
    qint64 version() { return m_store->version(space(1)).value_or(-1); }
    Write named(quint64 number, const QString &name) const { return itemWrite(space(1), number, now(), { { item::kName, name } }); }
    PushOutcome push(model::UserId author, const std::vector<Write> &writes)
    {
        auto outcome = m_store->push(author, writes);
        if (!outcome) {
            qFatal("the push failed: %s", qPrintable(outcome.error().detail));
        }
        return std::move(*outcome);
    }
    Record record(quint64 number)
    {
        for (const Record &each : catchUp(*m_store, kAna, space(1))) {
            if (each.key.id.value == uuid(number)) {
                return each;
            }
        }
        return {};
    }
    void fill(int items)
    {
        std::vector<Write> writes;
        for (int i = 0; i < items; ++i) {
            writes.push_back(named(quint64(100'000 + i), u"Item %1"_s.arg(i)));
            if (writes.size() == limits::kWritesPerPush || i + 1 == items) {
                QVERIFY(push(kAna, std::exchange(writes, {})).corrections.empty());
            }
        }
    }
    static std::vector<std::pair<int, Code>> codes(const PushOutcome &outcome)
    {
        std::vector<std::pair<int, Code>> codes;
        for (const Correction &correction : outcome.corrections) {
            codes.emplace_back(correction.index, correction.code);
        }
        return codes;
    }

    StandingClock m_clock;
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
