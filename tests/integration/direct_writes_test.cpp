// What is typed into psql, or written by another service, is stamped and versioned as if it had come through
// the Store, by the triggers of resources/migrations/postgres.
#include "server/store/store.h"
#include "tests/support/postgres.h"
#include "tests/support/store_home.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using model::Role;
using Rows = PostgresSession::Rows;

namespace item = larder::model::item;

static const model::UserId kAna = user(1);
static const model::UserId kBen = user(2);

class DirectWritesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
        makeList(*m_store, kAna, space(1), m_clock.now());
        m_psql = std::make_unique<PostgresSession>(m_home->options());
    }
    void cleanup()
    {
        m_psql.reset();
        m_store.reset();
    }

    void anInsertIsStampedAndVersioned()
    {
        insertItem(7, u"Milk"_s);
        const Record record = item(7);
        QCOMPARE(record.version, 2);
        QCOMPARE(version(), 2);
        QCOMPARE(record.registers.size(), 1u); // columns that were left out were not written
        QCOMPARE(record.text(item::kName), u"Milk"_s);
        QVERIFY(record.registers[0].stamp.micros > 0);
        QVERIFY(record.author.isNull());
    }

    void anUpdateStampsTheChangedFieldsAlone()
    {
        push(itemWrite(
            space(1), 7, m_clock.now(), { { item::kName, u"Milk"_s }, { item::kNote, u"fresh"_s } }));
        m_psql->run(u"UPDATE item SET checked = true, note = NULL, name = 'Milk'"_s);
        const Record record = item(7);
        QCOMPARE(record.version, 3);
        QVERIFY(record.truth(item::kChecked));
        QVERIFY(model::isNull(record.value(item::kNote)));
        QVERIFY(record.find(item::kNote)->stamp.micros > m_clock.now().count());
        QCOMPARE(record.find(item::kName)->stamp.micros, m_clock.now().count());
    }

    void aStampIsLaterThanTheOneItReplacesThoughThatIsAheadOfTheServer()
    {
        const QString ahead
            = m_psql->value(u"SELECT (extract(epoch FROM now() + '50s') * 1000000)::bigint"_s);
        StandingClock clock;
        clock.advance(Micros(ahead.toLongLong()) - clock.now());
        const auto store = m_home->open(clock);
        const auto write = itemWrite(space(1), 7, clock.now(), { { item::kName, u"Milk"_s } });
        QVERIFY(store->push(kAna, { &write, 1 }));
        m_psql->run(u"UPDATE item SET name = 'Oat milk'"_s);
        QCOMPARE(item(7).registers[0].stamp.micros, clock.now().count() + 1);
        QCOMPARE(item(7).text(item::kName), u"Oat milk"_s);
    }

    void allRowsOfATransactionCarryOneVersionOfEachSpace()
    {
        makeList(*m_store, kAna, space(2), m_clock.now());
        m_psql->run(u"BEGIN"_s);
        insertItem(7, u"Milk"_s);
        insertItem(8, u"Eggs"_s);
        insertItem(9, u"Salt"_s, space(2));
        m_psql->run(u"SAVEPOINT a; UPDATE item SET checked = true; RELEASE a; COMMIT"_s);
        QCOMPARE(m_psql->run(u"SELECT DISTINCT version FROM item"_s), (Rows { { u"2"_s } }));
        QCOMPARE(version(), 2);
        QCOMPARE(*m_store->version(space(2)), 2);
        m_psql->run(u"UPDATE item SET checked = false"_s);
        QCOMPARE(version(), 3);
    }

    void aChangeOfNothingMovesNoVersion()
    {
        insertItem(7, u"Milk"_s);
        m_psql->run(u"UPDATE item SET name = 'Milk'"_s);
        QCOMPARE(version(), 2);
        QCOMPARE(item(7).version, 2);
    }

    void aTransactionThatIsRolledBackLeavesNoGap()
    {
        m_psql->run(u"BEGIN"_s);
        insertItem(7, u"Milk"_s);
        m_psql->run(u"ROLLBACK"_s);
        insertItem(8, u"Eggs"_s);
        QCOMPARE(version(), 2);
    }

    void aDeleteLeavesAGravestone()
    {
        insertItem(7, u"Milk"_s);
        insertItem(8, u"Eggs"_s);
        m_psql->run(u"DELETE FROM item WHERE name = 'Milk'"_s);
        const Record record = item(7);
        QVERIFY(record.isDeleted());
        QCOMPARE(record.version, 4);
        QVERIFY(record.find(model::kDeleted)->stamp.micros > 0);
        QVERIFY(!item(8).isDeleted());
    }

    void aMemberThatIsInsertedMayReadAndOneThatIsDeletedMayNot()
    {
        m_psql->run(u"INSERT INTO member (space, id, role, name) VALUES ('%1', '%2', 2, 'Ben')"_s.arg(
            space(1).toString(), kBen.toString()));
        QCOMPARE(m_store->access(kBen, space(1))->role, Role::Editor);
        QCOMPARE(m_store->access(kBen, space(1))->version, 2);
        m_psql->run(u"UPDATE member SET role = 1 WHERE name = 'Ben'"_s);
        QCOMPARE(m_store->access(kBen, space(1))->role, Role::Viewer);
        m_psql->run(u"DELETE FROM member WHERE name = 'Ben'"_s);
        QCOMPARE(m_store->access(kBen, space(1)).error().code, Code::NotAMember);
        QCOMPARE(*m_store->whyNot(kBen, space(1)), protocol::DropReason::Revoked);
        QCOMPARE(version(), 4);
    }

    void aWholeListCanBeMadeByHand()
    {
        const QString id = space(5).toString();
        m_psql->run(u"BEGIN; INSERT INTO space (id, kind) VALUES ('%1', 1);"
                    "INSERT INTO list (space, id, name) VALUES ('%1', '%1', 'By hand');"
                    "INSERT INTO member (space, id, role, name) VALUES ('%1', '%2', 3, 'Ben'); COMMIT"_s.arg(
                        id, kBen.toString()));
        QCOMPARE(catchUp(*m_store, kBen, space(5)).size(), 2u);
        QCOMPARE(*m_store->version(space(5)), 1);
        push(itemWrite(space(5), 7, m_clock.now(), { { item::kName, u"Milk"_s } }), kBen);
        QCOMPARE(*m_store->version(space(5)), 2);
    }

    void aDeletedSpaceLeavesATombstoneAndTakesItsRowsAlong()
    {
        insertItem(7, u"Milk"_s);
        m_psql->run(u"DELETE FROM space"_s);
        QCOMPARE(m_psql->value(u"SELECT id FROM tombstone"_s), space(1).toString());
        QCOMPARE(
            m_psql->value(
                u"SELECT (SELECT count(*) FROM item) + (SELECT count(*) FROM list) + (SELECT count(*) FROM member)"_s),
            u"0"_s);
        QCOMPARE(*m_store->whyNot(kAna, space(1)), protocol::DropReason::Deleted);
        QCOMPARE(m_psql->errorOf(u"INSERT INTO space (id, kind) VALUES ('%1', 1)"_s.arg(space(1).toString())),
            u"23505"_s);
    }

    void refusesWhatNoDeviceCouldMakeSenseOf()
    {
        insertItem(7, u"Milk"_s);
        const auto refused = [&](const QString &sql) { return m_psql->errorOf(sql); };
        const QString check = u"23514"_s;
        QCOMPARE(refused(u"UPDATE item SET id = '%1'"_s.arg(uuid(8).toString())), u"23000"_s);
        QCOMPARE(refused(u"UPDATE item SET space = '%1'"_s.arg(space(2).toString())), u"23000"_s);
        QCOMPARE(refused(u"INSERT INTO item (space, id, name) VALUES ('%1', '%1', 'x')"_s.arg(
                     space(9).toString())),
            u"23503"_s);
        QCOMPARE(refused(u"TRUNCATE item"_s), u"0A000"_s);
        QCOMPARE(refused(u"TRUNCATE space"_s), u"0A000"_s);
        QCOMPARE(refused(u"UPDATE item SET name = NULL"_s), u"23502"_s);
        QCOMPARE(refused(u"UPDATE item SET name = ''"_s), check);
        QCOMPARE(refused(u"UPDATE item SET name = ' x'"_s), check);
        QCOMPARE(refused(u"UPDATE item SET name = repeat('x', 256)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET quantity = 0"_s), check);
        QCOMPARE(refused(u"UPDATE item SET quantity = 999999001"_s), check);
        QCOMPARE(refused(u"UPDATE item SET unit = repeat('x', 33)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET category = repeat('x', 65)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET note = repeat('x', 4001)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET price = -1"_s), check);
        QCOMPARE(refused(u"UPDATE item SET currency = 'EURO'"_s), check);
        QCOMPARE(refused(u"UPDATE item SET position = repeat('x', 256)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET typed = repeat('x', 1001)"_s), check);
        QCOMPARE(refused(u"UPDATE item SET barcode = ''"_s), check);
        QCOMPARE(refused(u"UPDATE item SET barcode = repeat('x', 65)"_s), check);
        QCOMPARE(refused(u"UPDATE list SET icon = repeat('x', 17)"_s), check);
        QCOMPARE(refused(u"UPDATE list SET color = 12"_s), check);
        QCOMPARE(refused(u"UPDATE list SET currency = 'E'"_s), check);
        QCOMPARE(refused(u"UPDATE list SET budget = 10000000000"_s), check);
        QCOMPARE(refused(u"UPDATE member SET role = 4"_s), check);
        QCOMPARE(refused(u"UPDATE item SET note = repeat('x', 4000), unit = 'kg', price = 0"_s), QString());
    }

    void aBulkUpdateIsLinear()
    {
        const auto seconds = [&](int rows) {
            m_psql->run(u"DELETE FROM space; INSERT INTO space (id, kind) VALUES (gen_random_uuid(), 1)"_s);
            QElapsedTimer timer;
            timer.start();
            m_psql->run(u"INSERT INTO item (space, id, name) SELECT s.id, gen_random_uuid(), 'x' FROM space "
                        u"s, generate_series(1, %1);"
                        "UPDATE item SET checked = true; DELETE FROM item"_s.arg(rows));
            return double(timer.nsecsElapsed()) / 1e9;
        };
        double best = 1e9;
        for (int attempt = 0; best >= 30 && attempt < 5; ++attempt) { // others use the machine too
            const double tenth = seconds(1'500);
            best = std::min(best, seconds(15'000) / tenth);
        }
        QVERIFY2(best < 30, qPrintable(QString::number(best)));
        QCOMPARE(m_psql->value(u"SELECT version FROM space"_s), u"1"_s);
    }

    void theStoreCountsAnewAfterOthersWrote()
    {
        m_psql->run(
            u"INSERT INTO item (space, id, name) SELECT '%1', gen_random_uuid(), 'x' FROM generate_series(1, %2)"_s
                .arg(space(1).toString())
                .arg(limits::kRecordsPerSpace));
        const auto write = itemWrite(space(1), 7, m_clock.now(), { { item::kName, u"one too many"_s } });
        const auto outcome = m_store->push(kAna, { &write, 1 });
        QCOMPARE(outcome->corrections.size(), 1u);
        QCOMPARE(outcome->corrections[0].code, Code::SpaceFull);
        m_psql->run(u"UPDATE item SET deleted = true WHERE id = (SELECT id FROM item LIMIT 1)"_s);
        push(write);
    }

    void aWriterThatWaitsForADirectWriteSeesIt()
    {
        push(itemWrite(space(1), 7, m_clock.now(), { { item::kName, u"Milk"_s } }));
        m_psql->run(u"BEGIN; UPDATE item SET note = 'by hand'"_s);
        PostgresSession second(m_home->options());
        second.send(u"UPDATE item SET checked = true"_s);
        QTRY_COMPARE(
            m_psql->value(
                u"SELECT count(*) FROM pg_stat_activity WHERE pid = %1 AND wait_event_type = 'Lock'"_s.arg(
                    second.backendPid())),
            u"1"_s);
        m_psql->run(u"COMMIT"_s);
        QCOMPARE(second.finish(), QString());
        const Record record = item(7);
        QCOMPARE(record.text(item::kNote), u"by hand"_s);
        QVERIFY(record.truth(item::kChecked));
        QCOMPARE(record.version, 4);
        QCOMPARE(version(), 4);
    }

    void aChangeOfMembersIsAnnouncedBeforeItsCommit()
    {
        m_psql->run(u"SELECT pg_create_logical_replication_slot('announce', 'test_decoding', true)"_s);
        m_psql->run(u"BEGIN"_s);
        const QString xid = m_psql->value(u"SELECT pg_current_xact_id()::xid"_s);
        m_psql->run(u"INSERT INTO member (space, id, role, name) VALUES ('%1', '%2', 2, 'Ben'); COMMIT"_s.arg(
            space(1).toString(), kBen.toString()));
        QVERIFY(m_store->setMember(kAna, space(1), { kBen, Role::Viewer, {} }));
        QStringList messages;
        for (const QStringList &row :
            m_psql->run(u"SELECT data FROM pg_logical_slot_get_changes('announce', NULL, NULL)"_s)) {
            messages << row[0].section(u':', 0, 0);
            if (row[0].contains(u"larder.member")) {
                QVERIFY(row[0].contains(u"transactional: 0"));
                QVERIFY(row[0].endsWith(space(1).toString()));
                QVERIFY(
                    messages.size() > 2 || row[0].contains(u"content:%1 %2"_s.arg(xid, space(1).toString())));
            }
        }
        QCOMPARE(messages.count(u"message"_s), 2);
        QCOMPARE(messages.first(), u"message"_s); // before the BEGIN of the transaction that it is about
        m_psql->run(u"SELECT pg_drop_replication_slot('announce')"_s);
    }

    void thePublicationHasNoColumnThatNobodyThoughtOf()
    {
        const auto columns = [&](const QString &table) {
            return m_psql->value(
                u"SELECT array_to_string(attnames, ' ') FROM pg_publication_tables WHERE tablename = '%1'"_s
                    .arg(table));
        };
        QCOMPARE(
            m_psql->value(
                u"SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_publication_tables WHERE pubname = 'larder'"_s),
            u"item list member purchase shop tombstone"_s);
        for (const model::KindInfo &kind : model::kinds()) {
            QStringList expected { u"space"_s, u"id"_s, u"version"_s, u"author"_s, u"stamps"_s };
            for (const model::Field &field : kind.fields) {
                expected << field.name;
            }
            QCOMPARE(columns(kind.name), expected.join(u' '));
        }
        QCOMPARE(columns(u"tombstone"_s), u"id"_s);
    }

    void theRoleThatServesServesAndTheRoleThatFollowsReadsNothing()
    {
        // Roles belong to the whole server, so this test has its own.
        const PostgresServer server;
        const storage::Options options = server.createDatabase();
        {
            PostgresSession psql(options);
            psql.run(u"CREATE ROLE larder_serve LOGIN; CREATE ROLE larder_feed LOGIN REPLICATION"_s);
            QVERIFY(server::Store::open(options, m_clock)); // the owner migrates
        }
        storage::Options asServe = options;
        asServe.user = u"larder_serve"_s;
        auto store = server::Store::open(asServe, m_clock);
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        QVERIFY((*store)->epoch());
        makeList(**store, kAna, space(1), m_clock.now());
        QVERIFY((*store)->setMember(kAna, space(1), { kBen, Role::Editor, u"Ben"_s }));
        QVERIFY((*store)->page(kBen, { .space = space(1), .since = 0, .part = 0, .resumeAfter = {} }));
        QVERIFY((*store)->deleteSpace(kAna, space(1)));
        storage::Options asFeed = options;
        asFeed.user = u"larder_feed"_s;
        PostgresSession feed(asFeed);
        for (const QString &table :
            { u"space"_s, u"list"_s, u"item"_s, u"member"_s, u"account"_s, u"refresh_token"_s }) {
            QCOMPARE(feed.errorOf(u"SELECT * FROM "_s + table), u"42501"_s);
        }
    }

private:
    qint64 version() { return m_store->version(space(1)).value_or(-1); }
    void insertItem(quint64 number, const QString &name, model::SpaceId in = space(1))
    {
        m_psql->run(u"INSERT INTO item (space, id, name) VALUES ('%1', '%2', '%3')"_s.arg(
            in.toString(), uuid(number).toString(), name));
    }
    void push(const protocol::Write &write, model::UserId author = kAna)
    {
        const auto outcome = m_store->push(author, { &write, 1 });
        if (!outcome || !outcome->corrections.empty()) {
            qFatal("the push was refused");
        }
    }
    Record item(quint64 number)
    {
        for (const Record &each : catchUp(*m_store, kAna, space(1))) {
            if (each.key.id.value == uuid(number)) {
                return each;
            }
        }
        return {};
    }

    StandingClock m_clock;
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<PostgresSession> m_psql;
};

QTEST_GUILESS_MAIN(DirectWritesTest)
#include "direct_writes_test.moc"
