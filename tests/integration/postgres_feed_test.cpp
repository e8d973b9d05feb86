#include "core/storage/migrations.h"

#include "tests/support/feed_probe.h"
#include "tests/support/postgres.h"

#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <csignal>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace larder::test;
using namespace Qt::StringLiterals;

static const QString kSpace = u"00000000-0000-7000-8000-000000000001"_s;
static const QString kOther = u"00000000-0000-7000-8000-000000000002"_s;

// Its own, because a slot waits for the transactions of the whole server: with a shared one, tests that leave
// some open and tests that start a feed would wait for each other.
static const PostgresServer &ownServer()
{
    static const PostgresServer server;
    return server;
}

static storage::Options migrated()
{
    static const QString name = [] {
        const auto options = ownServer().createDatabase();
        auto database = storage::Database::open(options);
        const auto migrations = storage::loadMigrations(u":/larder/migrations/postgres"_s);
        if (!database || !migrations || !storage::migrate(**database, *migrations)) {
            qFatal("no schema");
        }
        return options.name;
    }();
    return ownServer().createDatabase(name);
}

static SpaceId spaceOf(const QString &id)
{
    return *SpaceId::fromString(id);
}

class PostgresFeedTest : public QObject {
    Q_OBJECT

private:
    storage::Options m_database;
    std::unique_ptr<PostgresSession> m_psql;
    std::unique_ptr<FeedProbe> m_feed;

    void startFeed(const PostgresFeed::Bounds &bounds = {})
    {
        m_feed = std::make_unique<FeedProbe>(FeedProbe::Options { conninfo(m_database) }, bounds);
        QTRY_COMPARE(m_feed->resumed, 1);
    }
    // Returns when the feed has told everything that is committed now, which a message through the log
    // proves.
    void settle()
    {
        static int number = 0;
        const QByteArray message = "settled " + QByteArray::number(++number);
        m_psql->run(
            u"SELECT pg_logical_emit_message(false, 'larder', '%1')"_s.arg(QString::fromLatin1(message)));
        QTRY_VERIFY_WITH_TIMEOUT(m_feed->heard.contains(message), 20'000);
    }
    void addItems(const QString &space, int count)
    {
        m_psql->run(u"INSERT INTO item (space, id, name) SELECT '%1', gen_random_uuid(), 'Item ' || n"
                    " FROM generate_series(1, %2) n"_s.arg(space)
                        .arg(count));
    }
    QString confirmedLsn()
    {
        return m_psql->value(
            u"SELECT confirmed_flush_lsn FROM pg_replication_slots WHERE database = '%1'"_s.arg(
                m_database.name));
    }
    int slots()
    {
        return m_psql
            ->value(u"SELECT count(*) FROM pg_replication_slots WHERE database = '%1'"_s.arg(m_database.name))
            .toInt();
    }

private Q_SLOTS:
    void init()
    {
        m_database = migrated();
        m_psql = std::make_unique<PostgresSession>(m_database);
        m_psql->run(u"INSERT INTO space (id, kind) VALUES ('%1', 1), ('%2', 1)"_s.arg(kSpace, kOther));
        m_psql->run(u"INSERT INTO list (space, id, name) VALUES ('%1', '%1', 'Home')"_s.arg(kSpace));
    }

    void cleanup()
    {
        m_feed.reset();
        m_psql.reset();
    }

    void tellsWhatIsTypedIntoPsql()
    {
        addItems(kSpace, 1);
        startFeed();
        QVERIFY(m_feed->events.empty()); // what was there before is the store's to tell
        m_psql->run(u"UPDATE item SET name = 'Oat milk', checked = true"_s);
        QTRY_COMPARE(m_feed->events.size(), std::size_t(1));
        const auto &change = std::get<Change>(m_feed->events[0]);
        QCOMPARE(change.space, spaceOf(kSpace));
        QCOMPARE(change.version, 3);
        QVERIFY(change.last && change.part == 0);
        QCOMPARE(change.rows.size(), std::size_t(1));
        QCOMPARE(change.rows[0].text(item::kName), u"Oat milk"_s);
        QVERIFY(change.rows[0].truth(item::kChecked));
        QVERIFY(change.rows[0].find(item::kName)->stamp.micros > 1'000'000'000'000'000);
        QVERIFY(!change.rows[0].find(item::kNote));
    }

    void leavesAnUnchangedToastValueAbsent()
    {
        startFeed();
        // Incompressible, so that it does go out of line.
        m_psql->run(u"INSERT INTO item (space, id, name, note) SELECT '%1', gen_random_uuid(), 'Milk',"
                    " string_agg(md5(n::text), '') FROM generate_series(1, 120) n"_s.arg(kSpace));
        m_psql->run(u"UPDATE item SET checked = true"_s);
        m_psql->run(u"UPDATE item SET note = note || '!'"_s);
        m_psql->run(u"UPDATE item SET note = NULL"_s);
        settle();
        const auto rows = m_feed->rows();
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows[0].text(item::kNote).size(), 32 * 120);
        QVERIFY(rows[1].truth(item::kChecked));
        QVERIFY(!rows[1].find(item::kNote));
        QCOMPARE(rows[2].text(item::kNote).size(), 32 * 120 + 1);
        QVERIFY(rows[3].find(item::kNote));
        QVERIFY(isNull(rows[3].value(item::kNote)));
    }

    void tellsOneTransactionOverTwoSpacesAsTwoChanges()
    {
        startFeed();
        m_psql->run(u"BEGIN"_s);
        addItems(kSpace, 2);
        addItems(kOther, 3);
        m_psql->run(u"COMMIT"_s);
        settle();
        QCOMPARE(m_feed->events.size(), std::size_t(2));
        QCOMPARE(std::get<Change>(m_feed->events[0]).rows.size(), std::size_t(2));
        QCOMPARE(std::get<Change>(m_feed->events[1]).space, spaceOf(kOther));
        QCOMPARE(std::get<Change>(m_feed->events[1]).rows.size(), std::size_t(3));
    }

    void saysNothingOfWhatWasRolledBack()
    {
        startFeed();
        m_psql->run(u"BEGIN"_s);
        addItems(kSpace, 2);
        m_psql->run(u"SAVEPOINT s; UPDATE list SET name = 'Never'; ROLLBACK TO s; COMMIT"_s);
        m_psql->run(u"BEGIN; UPDATE list SET name = 'Not this either'; ROLLBACK"_s);
        settle();
        QCOMPARE(m_feed->rows().size(), std::size_t(2));
    }

    void tellsADeletionByHandAsADeletedRecord()
    {
        addItems(kSpace, 1);
        startFeed();
        m_psql->run(u"DELETE FROM item"_s);
        settle();
        QCOMPARE(m_feed->rows().size(), std::size_t(1));
        QVERIFY(m_feed->rows()[0].isDeleted());
    }

    void tellsADeletedSpace()
    {
        addItems(kSpace, 10);
        startFeed();
        m_psql->run(u"DELETE FROM space WHERE id = '%1'"_s.arg(kSpace));
        settle();
        QCOMPARE(m_feed->events.size(), std::size_t(1));
        QCOMPARE(std::get<SpaceDeleted>(m_feed->events[0]).space, spaceOf(kSpace));
    }

    void isInterruptedByATruncateThatTheTriggersDidNotStop()
    {
        addItems(kSpace, 10);
        startFeed();
        m_psql->run(u"UPDATE list SET name = 'so that the feed knows a table'"_s);
        m_psql->run(
            u"SET session_replication_role = replica; TRUNCATE item; SET session_replication_role = origin"_s);
        QTRY_COMPARE(m_feed->interrupted, 1);
        QTRY_COMPARE(m_feed->resumed, 2);
    }

    void hearsMessagesOfTheApplication()
    {
        startFeed();
        m_psql->run(u"SELECT pg_logical_emit_message(true, 'larder', 'inside')"_s);
        m_psql->run(u"SELECT pg_logical_emit_message(false, 'larder', 'outside')"_s);
        m_psql->run(u"SELECT pg_logical_emit_message(false, 'other', 'not for us')"_s);
        settle();
        QCOMPARE(m_feed->heard.mid(0, 2), (QList<QByteArray> { "inside", "outside" }));
        QCOMPARE(m_feed->heard.size(), 3);
    }

    void tellsMembersOfATransactionBeforeItsRows()
    {
        m_psql->run(
            u"INSERT INTO member (space, id, role, name) VALUES ('%1', gen_random_uuid(), 2, 'Ana')"_s.arg(
                kSpace));
        startFeed();
        m_psql->run(u"BEGIN"_s);
        addItems(kSpace, 3'000);
        m_psql->run(u"UPDATE member SET deleted = true; COMMIT"_s);
        settle();
        QVERIFY(m_feed->events.size() > 4);
        const auto &first = std::get<Change>(m_feed->events.front());
        QCOMPARE(first.rows[0].key.kind, Kind::Member);
        QVERIFY(first.rows[0].isDeleted());
        QVERIFY(std::get<Change>(m_feed->events.back()).last);
        QCOMPARE(m_feed->rows().size(), std::size_t(3'001));
    }

    void skipsAMembershipTransactionThatIsTooLargeToHold()
    {
        startFeed({ .builder = { .heldBytes = 100'000 } });
        m_psql->run(
            u"BEGIN; INSERT INTO member (space, id, role, name) VALUES ('%1', gen_random_uuid(), 2, 'Ana')"_s
                .arg(kSpace));
        addItems(kSpace, 3'000);
        m_psql->run(u"COMMIT"_s);
        settle();
        QCOMPARE(m_feed->events.size(), std::size_t(1));
        QCOMPARE(std::get<Skipped>(m_feed->events[0]).version, 2);
    }

    void streamsAHugeTransactionInPartsWithinItsBound()
    {
        constexpr qint64 kBound = 1 << 20;
        startFeed({ .handedBytes = kBound });
        m_feed->keepBatches();
        addItems(kSpace, 20'000);
        std::size_t told = 0;
        while (told < 20'000) {
            // The reader lets go of nothing until the feed has stopped reading.
            QTRY_VERIFY_WITH_TIMEOUT(m_feed->status().paused || m_feed->rows().size() == 20'000, 20'000);
            QCoreApplication::processEvents();
            qint64 weight = 0;
            for (const auto &batch : m_feed->kept) {
                for (const FeedEvent &event : *batch) {
                    for (const Record &row : std::get<Change>(event).rows) {
                        weight += sizeInMemory(row);
                        ++told;
                    }
                }
            }
            QVERIFY2(weight < kBound + (512 << 10), qPrintable(QString::number(weight)));
            m_feed->kept.clear();
        }
        settle();
        int part = 0;
        for (const FeedEvent &event : m_feed->events) {
            const auto &change = std::get<Change>(event);
            QCOMPARE(change.part, part++);
            QCOMPARE(change.last, &event == &m_feed->events.back());
            QVERIFY(change.rows.size() <= std::size_t(limits::kFeedPartRows));
        }
        QVERIFY(part >= 40);
        QCOMPARE(m_feed->rows().size(), std::size_t(20'000));
    }

    void keepsCommitOrder()
    {
        startFeed();
        std::vector<std::unique_ptr<PostgresSession>> writers;
        for (int i = 0; i < 8; ++i) {
            writers.push_back(std::make_unique<PostgresSession>(m_database));
        }
        for (int round = 0; round < 20; ++round) {
            for (const auto &writer : writers) {
                writer->send(
                    u"INSERT INTO item (space, id, name) VALUES ('%1', gen_random_uuid(), 'Egg')"_s.arg(
                        kSpace));
            }
            for (const auto &writer : writers) {
                QVERIFY(writer->finish().isEmpty());
            }
        }
        settle();
        QCOMPARE(m_feed->events.size(), std::size_t(160));
        qint64 version = 1;
        for (const FeedEvent &event : m_feed->events) {
            QCOMPARE(std::get<Change>(event).version, ++version);
        }
    }

    void letsTheLogGoWhileOthersWrite()
    {
        startFeed();
        const auto elsewhere = ownServer().createDatabase();
        PostgresSession other(elsewhere);
        other.run(u"CREATE TABLE noise (x text)"_s);
        for (int i = 0; i < 3; ++i) {
            other.run(u"INSERT INTO noise SELECT repeat(md5(n::text), 10) FROM generate_series(1, 2000) n"_s);
            m_psql->run(
                u"UPDATE space SET horizon = horizon"_s); // a table of this database that is not published
            const QString written = other.value(u"SELECT pg_current_wal_lsn()"_s);
            QTRY_VERIFY2_WITH_TIMEOUT(
                m_psql->value(u"SELECT '%1'::pg_lsn >= '%2'"_s.arg(confirmedLsn(), written)) == u"t",
                qPrintable(confirmedLsn() + u" < "_s + written), 10'000);
        }
        QVERIFY(m_feed->events.empty());
        QTRY_VERIFY(m_feed->status().lagBytes.load() < 1'000'000);
    }

    void confirmsWhatItHandedOn()
    {
        startFeed();
        addItems(kSpace, 500);
        const QString written = m_psql->value(u"SELECT pg_current_wal_lsn()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_psql->value(u"SELECT '%1'::pg_lsn >= '%2'"_s.arg(confirmedLsn(), written)) == u"t", 10'000);
        QCOMPARE(m_feed->rows().size(), std::size_t(500));
    }

    void leavesNoSlotBehindWhenItStops()
    {
        startFeed();
        QCOMPARE(slots(), 1);
        QCOMPARE(m_psql->value(u"SELECT temporary FROM pg_replication_slots WHERE database = '%1'"_s.arg(
                     m_database.name)),
            u"t"_s);
        m_feed.reset();
        QTRY_COMPARE(slots(), 0);
    }

    // A known trap: a slot that nobody reads fills the primary's disk.
    void leavesNoSlotBehindWhenItsProcessIsKilled()
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
            { u"--feed"_s, QString::fromUtf8(conninfo(m_database)) });
        QTRY_COMPARE_WITH_TIMEOUT(slots(), 1, 20'000);
        process.kill();
        QVERIFY(process.waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(slots(), 0, 20'000);
    }

    void holdsBackATransactionWhoseMarkNoSlotCouldHear()
    {
        // A slot is born in two steps, each of which waits for the transactions that it finds. One that
        // begins between them is told when it commits; its mark, outside of it and before the birth, is not.
        m_psql->run(
            u"INSERT INTO member (space, id, role, name) VALUES ('%1', gen_random_uuid(), 2, 'Ana')"_s.arg(
                kOther));
        const auto begin = [this](const QString &firstWrite) {
            auto session = std::make_unique<PostgresSession>(m_database);
            session->run(u"BEGIN; "_s + firstWrite);
            return session;
        };
        const auto slotWaitsFor = [this](const QString &xid) {
            return m_psql->value(
                       u"SELECT count(*) FROM pg_locks WHERE NOT granted AND transactionid::text = '%1'"_s
                           .arg(xid))
                == u"1";
        };
        const QString myXid = u"SELECT pg_current_xact_id()::xid"_s;
        const auto first = begin(u"CREATE TABLE first_of_all ()"_s);
        const QString firstXid = first->value(myXid);
        m_feed = std::make_unique<FeedProbe>(FeedProbe::Options { conninfo(m_database) });
        QTRY_VERIFY_WITH_TIMEOUT(slotWaitsFor(firstXid), 20'000);
        const auto second = begin(u"CREATE TABLE second_of_all ()"_s);
        const QString secondXid = second->value(myXid);
        first->run(u"COMMIT"_s);
        QTRY_VERIFY_WITH_TIMEOUT(slotWaitsFor(secondXid), 20'000);
        const auto third = begin(
            u"INSERT INTO item (space, id, name) SELECT '%1', gen_random_uuid(), 'x' FROM generate_series(1, 1500)"_s
                .arg(kOther));
        third->run(u"UPDATE member SET deleted = true"_s);
        second->run(u"COMMIT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_feed->resumed, 1, 20'000);
        third->run(u"COMMIT"_s);
        settle();
        QCOMPARE(m_feed->rows().size(), std::size_t(1'501));
        QCOMPARE(std::get<Change>(m_feed->events[0]).rows[0].key.kind, Kind::Member);
        QVERIFY(std::get<Change>(m_feed->events[0]).rows[0].isDeleted());
    }

    void countsForTheMetrics()
    {
        startFeed();
        addItems(kSpace, 5);
        settle();
        QVERIFY(m_feed->status().streaming);
        QCOMPARE(m_feed->status().rows.load(), 5);
        QCOMPARE(m_feed->status().connects.load(), 1);
        QVERIFY(m_feed->status().transactions.load() >= 1);
        QVERIFY(m_feed->status().lagMicros.load() < 10'000'000);
    }
};

// With --feed this is a process that only follows the log, to be killed.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--feed"_s) {
        FeedProbe feed({ arguments.value(2).toUtf8() });
        return application.exec();
    }
    PostgresFeedTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "postgres_feed_test.moc"
