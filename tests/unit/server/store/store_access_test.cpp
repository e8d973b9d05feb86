#include "server/accounts/account_table.h"
#include "tests/unit/server/store/store_fixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Role;
using protocol::DropReason;

namespace item = larder::model::item;
namespace list = larder::model::list;

class StoreAccessTest : public StoreFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void keepsNoWriteOfAViewerAndShowsThemTheRow()
    {
        push(kAna, { named(7, u"Milk"_s) });
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Viewer, u"Ben"_s }));
        m_clock.advance(1s);
        const auto outcome
            = push(kBen, { named(7, u"Beer"_s), listWrite(space(1), now(), { { list::kName, u"Mine"_s } }) });
        QCOMPARE(codes(outcome),
            (std::vector<std::pair<int, Code>> { { 0, Code::ReadOnly }, { 1, Code::ReadOnly } }));
        QCOMPARE(outcome.corrections[0].row, record(7));
        QCOMPARE(record(7).text(item::kName), u"Milk"_s);
        QCOMPARE(version(), 3);
    }

    void tellsNothingOfASpaceToWhoHasNoRoleInIt()
    {
        push(kAna, { named(7, u"Milk"_s) });
        m_clock.advance(1s);
        const auto there
            = push(kEve, { named(7, u"mine"_s), itemWrite(space(1), 8, now(), { { 77, u"x"_s } }) });
        const auto notThere = push(kEve,
            { itemWrite(space(9), 7, now(), { { item::kName, u"mine"_s } }),
                itemWrite(space(9), 8, now(), { { 77, u"x"_s } }) });
        QCOMPARE(codes(there),
            (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember }, { 1, Code::NotAMember } }));
        QCOMPARE(codes(there), codes(notThere));
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(there.corrections[i].row.registers.empty());
            QCOMPARE(there.corrections[i].row.version, 0);
            QCOMPARE(there.corrections[i].message, notThere.corrections[i].message);
        }
        QCOMPARE(codes(push(kEve, { listWrite(space(1), now(), { { list::kName, u"mine"_s } }) })),
            (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember } }));
        QCOMPARE(
            m_store->page(kEve, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} }).error().code,
            Code::NotAMember);
        QCOMPARE(
            m_store->page(kEve, { .space = space(9), .since = 0, .part = 0, .resumeAfter = {} }).error().code,
            Code::NotAMember);
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
        QCOMPARE(codes(push(kBen, { named(8, u"Eggs"_s) })),
            (std::vector<std::pair<int, Code>> { { 0, Code::NotAMember } }));
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
        QCOMPARE(m_store->setMember(kBen, space(1), { kEve, Role::Viewer, u"Eve"_s }).error().code,
            Code::ReadOnly);
        QCOMPARE(m_store->setMember(kEve, space(1), { kEve, Role::Owner, u"Eve"_s }).error().code,
            Code::NotAMember);
        QCOMPARE(m_store->setMember(kEve, space(9), { kEve, Role::Owner, u"Eve"_s }).error().code,
            Code::NotAMember);
        QCOMPARE(m_store->removeMember(kBen, space(1), kAna).error().code, Code::ReadOnly);
        QCOMPARE(m_store->removeMember(kAna, space(1), kAna).error().code, Code::InvalidValue);
        QCOMPARE(
            m_store->setMember(kAna, space(1), { kAna, Role::Editor, {} }).error().code, Code::InvalidValue);
        QCOMPARE(
            m_store->setMember(kAna, space(1), { kBen, Role::None, {} }).error().code, Code::InvalidValue);
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

    void whoMakesASpaceOrJoinsOneIsShownByTheNameOfTheirAccount()
    {
        server::Dialect &dialect = m_store->dialect();
        for (const auto &[user, name] : { std::pair(kAna, u"Ana M."_s), std::pair(kBen, u"Ben K."_s) }) {
            const server::Account account { user, name, name, "no password" };
            QVERIFY(server::insertAccount(dialect, account, now()));
        }
        makeList(*m_store, kAna, space(2), now());
        QVERIFY(m_store->setMember(kAna, space(2), { kBen, Role::Viewer, {} }));
        const auto members = m_store->members(space(2));
        QCOMPARE(members->size(), 2u);
        QCOMPARE((*members)[0].name, u"Ana M."_s);
        QCOMPARE((*members)[1].name, u"Ben K."_s);
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
        const auto outcome
            = push(kAna, { listWrite(space(1), now(), { { list::kName, u"x"_s } }), named(8, u"x"_s) });
        QCOMPARE(codes(outcome),
            (std::vector<std::pair<int, Code>> { { 0, Code::SpaceGone }, { 1, Code::SpaceGone } }));
        QVERIFY(outcome.corrections[0].row.registers.empty());
    }
};

QTEST_GUILESS_MAIN(StoreAccessTest)
#include "store_access_test.moc"
