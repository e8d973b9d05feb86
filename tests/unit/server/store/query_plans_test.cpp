// What the store asks is answered from an index, so that its cost grows with the answer and not with the
// list.
#include "server/store/record_rows.h"
#include "server/store/statements.h"
#include "tests/support/store_home.h"

#include <QtCore/QRegularExpression>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using protocol::Write;

static const model::UserId kAna = user(1);
static constexpr bool kPostgres = kDialectUnderTest == storage::Dialect::Postgres;

class QueryPlansTest : public QObject {
    Q_OBJECT

    void fill(model::SpaceId in, int items)
    {
        makeList(*m_store, kAna, in, m_clock.now());
        std::vector<Write> writes;
        for (int i = 1; i <= items; ++i) {
            writes.push_back(itemWrite(in, quint64(i), m_clock.now(), { { model::item::kName, u"x"_s } }));
            if (writes.size() == limits::kWritesPerPush || i == items) {
                QVERIFY(m_store->push(kAna, std::exchange(writes, {})));
            }
        }
    }

    // The plan that the store's own connection uses.
    QString planOf(const server::Statement &statement, const model::KindInfo *kind, const QString &arguments,
        const QString &options = {})
    {
        QSqlQuery query(m_store->database().connection());
        const QString text = server::expanded(kPostgres ? statement.postgres : statement.sqlite, kind);
        bool explained = false;
        if (kPostgres) {
            explained = query.exec(u"PREPARE explained AS "_s + text)
                && query.exec(u"EXPLAIN %1 EXECUTE explained(%2)"_s.arg(options, arguments));
        } else {
            explained = query.prepare(u"EXPLAIN QUERY PLAN "_s + text);
            for (int i = 0; i < text.count(u'?'); ++i) {
                query.addBindValue(i);
            }
            explained = explained && query.exec();
        }
        QString plan;
        while (explained && query.next()) {
            plan += query.value(kPostgres ? 0 : 3).toString() + u'\n';
        }
        if (kPostgres) {
            query.exec(u"DEALLOCATE explained"_s);
        }
        return plan;
    }

    // On empty tables every index costs the same, and what was planned then is kept: a record must not be
    // looked for in all of its list because the server was started before there was one.
    void keepsToTheKeyWhereTheTablesAreEmpty()
    {
        const QString ids = u"'{%1}'"_s.arg(space(1).toString());
        for (const model::KindInfo &kind : model::kinds()) {
            const QString plan = planOf(server::sql::kReadRecords, &kind, ids + u","_s + ids);
            QVERIFY2(!plan.isEmpty() && !plan.contains(u"by_version"), qPrintable(plan));
        }
        const QString roles = planOf(server::sql::kRoles, nullptr, ids + u","_s + ids);
        QVERIFY2(!roles.isEmpty() && !roles.contains(u"by_version"), qPrintable(roles));
        const QString forget = planOf(server::sql::kForgetRecords, model::findKind(model::Kind::Item),
            ids + u","_s + ids + u",'{1}'"_s);
        QVERIFY2(!forget.isEmpty() && !forget.contains(u"by_version"), qPrintable(forget));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
        keepsToTheKeyWhereTheTablesAreEmpty();
        fill(space(1), 1'000);
        fill(space(2), limits::kRecordsPerSpace);
    }
    void cleanupTestCase() { m_store.reset(); }

    void noStatementReadsAWholeTable()
    {
        const QString id = u"'%1'"_s.arg(space(1).toString());
        const QString ids = u"'{%1}'"_s.arg(space(1).toString());
        const model::KindInfo *item = model::findKind(model::Kind::Item);
        const std::tuple<const server::Statement *, const model::KindInfo *, QString> statements[]
            = { { &server::sql::kLockSpaces, nullptr, ids }, { &server::sql::kTombstones, nullptr, ids },
                  { &server::sql::kRoles, nullptr, ids + u","_s + ids },
                  { &server::sql::kCountItems, nullptr, ids },
                  { &server::sql::kWhatBecame, nullptr, ids + u","_s + ids },
                  { &server::sql::kSpace, nullptr, id }, { &server::sql::kSpacesOf, nullptr, id },
                  { &server::sql::kAccess, nullptr, id + u","_s + id },
                  { &server::sql::kMembers, nullptr, id }, { &server::sql::kCountSpacesOf, nullptr, id },
                  { &server::sql::kReadRecords, item, ids + u","_s + ids },
                  { &server::sql::kPageRecords, item, id + u",5,"_s + id + u",9,100"_s },
                  { &server::sql::kAllRecords, item, id }, { &server::sql::kLiveRecords, item, id },
                  { &server::sql::kPhoto, nullptr, id + u",'\\x00',"_s + id },
                  { &server::sql::kPhotoSizes, nullptr, id + u",'\\x00',"_s + id },
                  { &server::sql::kPhotosAfter, nullptr, id + u",'\\x00',100"_s },
                  { &server::sql::kForgetPhoto, nullptr, id + u",'\\x00',7"_s } };
        for (const auto &[statement, kind, arguments] : statements) {
            const QString plan = planOf(*statement, kind, arguments);
            QVERIFY2(!plan.isEmpty(), statement->postgres.data());
            static const QRegularExpression scan(kPostgres
                    ? u"Seq Scan on (?!meta)"_s // which has one row
                    : u"SCAN (space|list|item|i|member|tombstone|person|photo|p)\\b"_s);
            QVERIFY2(!scan.match(plan).hasMatch(), qPrintable(plan));
        }
        const QString page = planOf(server::sql::kPageRecords, item, id + u",5,"_s + id + u",9,100"_s);
        QVERIFY2(page.contains(u"item_by_version"), qPrintable(page));
    }

    void aHundredChangesCostTheSameInAListOfAThousandAndOfTenThousand()
    {
        if (!kPostgres) {
            return; // SQLite does not count what it reads; the plan above says it
        }
        m_clock.advance(1s);
        std::array<int, 2> blocks {};
        for (int i = 0; i < 2; ++i) {
            const auto in = space(quint64(i) + 1);
            const qint64 before = *m_store->version(in);
            std::vector<Write> writes;
            for (int number = 1; number <= 100; ++number) {
                writes.push_back(
                    itemWrite(in, quint64(number * 7), m_clock.now(), { { model::item::kChecked, true } }));
            }
            QVERIFY(m_store->push(kAna, writes));
            const QString plan = planOf(server::sql::kPageRecords, model::findKind(model::Kind::Item),
                u"'%1', %2, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 9223372036854775807, 2001"_s
                    .arg(in.toString())
                    .arg(before),
                u"(ANALYZE, BUFFERS, TIMING OFF)"_s);
            static const QRegularExpression hits(u"Buffers: shared hit=(\\d+)"_s);
            blocks[std::size_t(i)] = hits.match(plan).captured(1).toInt();
            QVERIFY2(plan.contains(u"rows=100"), qPrintable(plan));
        }
        QVERIFY(blocks[0] > 0);
        QVERIFY2(
            blocks[1] <= blocks[0] + 10, qPrintable(u"%1 blocks, then %2"_s.arg(blocks[0]).arg(blocks[1])));
    }

private:
    StandingClock m_clock;
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
};

QTEST_GUILESS_MAIN(QueryPlansTest)
#include "query_plans_test.moc"
