#include "tests/unit/server/store/store_fixture.h"

#include <QtSql/QSqlQuery>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using protocol::DropReason;
using protocol::Write;

namespace item = larder::model::item;

class StorePageTest : public StoreFixture {
    Q_OBJECT

    bool countIsRight()
    {
        QSqlQuery query(m_store->database().connection());
        return query.exec(u"SELECT s.records = (SELECT count(*) FROM item i WHERE i.space = s.id) "
                          "+ (SELECT count(*) FROM shop i WHERE i.space = s.id) "
                          "+ (SELECT count(*) FROM purchase i WHERE i.space = s.id) FROM space s"_s)
            && query.next() && query.value(0).toBool();
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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
            writes.push_back(
                itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, note } }));
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
            writes.push_back(
                itemWrite(space(1), 100 + i, now(), { { item::kName, u"x"_s }, { item::kNote, note } }));
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

    void shopsAndPurchasesAreCountedAndForgottenLikeItems()
    {
        const auto write = [this](Kind kind, quint64 id, std::vector<model::Register> registers) {
            for (model::Register &reg : registers) {
                reg.stamp = { now().count() };
            }
            return Write { { space(1), kind, { uuid(id) } }, std::move(registers) };
        };
        const Write shop = write(Kind::Shop, 20, { { model::shop::kName, {}, u"Corner"_s } });
        const Write bought = write(Kind::Purchase, 21,
            { { model::purchase::kName, {}, u"Milk"_s }, { model::purchase::kBought, {}, qint64(1) } });
        QCOMPARE(push(kAna, { named(1, u"Milk"_s), shop, bought }).corrections.size(), 0u);
        QVERIFY(countIsRight());
        m_clock.advance(1s);
        push(kAna,
            { write(Kind::Shop, 20, { { model::kDeleted, {}, true } }),
                write(Kind::Purchase, 21, { { model::kDeleted, {}, true } }) });
        QVERIFY(countIsRight());
        QCOMPARE(catchUp(*m_store, kAna, space(1)).size(), 5u); // with the list and its member
        m_clock.advance(1s);
        QCOMPARE(purge(now()), 2);
        QVERIFY(countIsRight());
        QCOMPARE(catchUp(*m_store, kAna, space(1)).size(), 3u);
        QVERIFY(m_store->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {} })->reset);
    }

    // Of two versions of larderd side by side the older one counts live items only.
    void aCountThatSomebodyElseLeftBehindIsMadeAnew()
    {
        push(kAna, { named(1, u"Milk"_s), named(2, u"Eggs"_s), named(3, u"Rye"_s) });
        m_clock.advance(1s);
        QVERIFY(m_store->database().execute(u"UPDATE space SET records = 1"_s));
        push(kAna, { itemWrite(space(1), 1, now(), { { model::kDeleted, true } }) });
        QVERIFY(countIsRight());
    }

    void aListRemembersABoundedNumberOfGravestones()
    {
        const auto born = [this](quint64 id) {
            return itemWrite(space(1), id, now(), { { item::kName, u"x"_s }, { model::kDeleted, true } });
        };
        push(kAna, { named(1, u"Milk"_s) });
        for (int at = 1; at < limits::kRememberedPerSpace; at += limits::kWritesPerPush) {
            std::vector<Write> writes;
            for (int i = at; i < std::min(at + limits::kWritesPerPush, limits::kRememberedPerSpace); ++i) {
                writes.push_back(born(quint64(1000 + i)));
            }
            push(kAna, writes);
        }
        m_clock.advance(1s);
        QCOMPARE(codes(push(kAna,
                     { born(7), named(8, u"Eggs"_s), named(1, u"Oat milk"_s),
                         itemWrite(space(1), 1001, now(), { { model::kDeleted, false } }) })),
            (std::vector<std::pair<int, Code>> { { 0, Code::SpaceFull }, { 1, Code::SpaceFull } }));
        m_clock.advance(1s);
        QCOMPARE(purge(now()), limits::kRememberedPerSpace - 2);
        QVERIFY(countIsRight());
        QCOMPARE(codes(push(kAna, { born(7), named(8, u"Eggs"_s) })).size(), 0u);
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
        const auto first
            = m_store->page(kAna, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} });
        QCOMPARE(first->horizon, 4);
        QVERIFY(
            !m_store
                 ->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {}, .horizon = 4 })
                 ->reset);
        QVERIFY(
            m_store->page(kAna, { .space = space(1), .since = 2, .part = 0, .resumeAfter = {}, .horizon = 3 })
                ->reset);
    }

    void aListThatWasDeletedLongAgoTakesItsSpaceAlong()
    {
        makeList(*m_store, kAna, space(2), now());
        m_clock.advance(1s);
        push(kAna, { listWrite(space(2), now(), { { model::kDeleted, true } }) });
        m_clock.advance(1s);
        QCOMPARE(purge(now()), 1);
        QCOMPARE(*m_store->whyNot(kAna, space(2)), DropReason::Deleted);
        std::vector<server::Store::Stranger> strangers(
            server::Store::kStrangersPerStatement + 1, { kAna, space(9) }); // in two turns
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

private:
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
};

QTEST_GUILESS_MAIN(StorePageTest)
#include "store_page_test.moc"
