#include "core/storage/migrations.h"
#include "core/storage/transaction.h"

#include "tests/support/postgres.h"

#include <QtCore/QThread>
#include <QtCore/QVariant>
#include <QtTest/QTest>

#include <atomic>

using namespace larder;
using namespace larder::storage;
using namespace larder::test;
using namespace Qt::StringLiterals;

static std::vector<Migration> steps()
{
    return {
        { 1000, u"1000_first.sql"_s, u"CREATE TABLE a (x integer)\n-- ;;\nINSERT INTO a VALUES (1)"_s },
        { 1001, u"1001_second.sql"_s,
            u"CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.x := NEW.x * 2;\n "
            u" RETURN NEW;\nEND;\n$$;\n"
            "-- ;;\nCREATE TRIGGER doubles BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION twice()\n"
            "-- ;;\nINSERT INTO a VALUES (10)\n-- ;;\nSELECT pg_sleep(0.05)"_s },
        { 1002, u"1002_third.sql"_s, u"ALTER TABLE a ADD COLUMN y text"_s },
    };
}

class MigrationsPostgresTest : public QObject {
    Q_OBJECT

    Options m_options;
    std::unique_ptr<Database> m_database;

    int number(const QString &sql) { return m_database->scalar(sql)->toInt(); }

private Q_SLOTS:
    void init()
    {
        m_options = PostgresServer::shared().createDatabase();
        m_database = std::move(*Database::open(m_options));
    }
    void cleanup() { m_database.reset(); }

    void statementsWithSemicolonsInsideRun()
    {
        const auto report = migrate(*m_database, steps());
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->from, 0);
        QCOMPARE(report->to, 1002);
        QCOMPARE(number(u"SELECT sum(x) FROM a"_s), 21);
        QCOMPARE(migrate(*m_database, steps())->from, 1002);
    }

    void aFailureUndoesItsWholeStep()
    {
        for (std::size_t step = 0; step < steps().size(); ++step) {
            auto broken = steps();
            broken[step].sql += u"\n-- ;;\nINSERT INTO nowhere VALUES (1)"_s;
            const auto failed = migrate(*m_database, broken);
            QVERIFY(!failed);
            QVERIFY(failed.error().detail.contains(broken[step].name));
            const bool any
                = number(u"SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version'"_s) > 0;
            QCOMPARE(any ? number(u"SELECT count(*) FROM schema_version"_s) : 0, int(step));
        }
        QVERIFY(migrate(*m_database, steps()));
        QCOMPARE(number(u"SELECT count(*) FROM schema_version"_s), 3);
    }

    void ofManyProcessesThatStartAtOnceOneMigrates()
    {
        std::atomic<int> done = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back(QThread::create([&] {
                auto database = Database::open(m_options);
                if (database && migrate(**database, steps())) {
                    ++done;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads) {
            QVERIFY(thread->wait());
        }
        QCOMPARE(done.load(), 8);
        QCOMPARE(number(u"SELECT count(*) FROM a"_s), 2);
        QCOMPARE(number(u"SELECT count(*) FROM schema_version"_s), 3);
    }

    void aNewerMajorIsRefused()
    {
        QVERIFY(migrate(*m_database, steps()));
        QVERIFY(m_database->execute(u"INSERT INTO schema_version (version, name) VALUES (2000, 'x')"_s));
        QCOMPARE(migrate(*m_database, steps()).error().code, Code::SchemaTooNew);
    }

    void aTransactionThatFailedRollsBack()
    {
        QVERIFY(migrate(*m_database, steps()));
        {
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(m_database->execute(u"INSERT INTO a VALUES (5)"_s));
            QVERIFY(!m_database->execute(u"INSERT INTO nowhere VALUES (5)"_s));
        }
        QCOMPARE(number(u"SELECT count(*) FROM a"_s), 2);
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(m_database->execute(u"INSERT INTO a VALUES (5)"_s));
        QVERIFY((*transaction)->commit());
        QCOMPARE(number(u"SELECT count(*) FROM a"_s), 3);
    }

    void aServerThatIsKilledIsUnavailable()
    {
        PostgresServer server;
        auto database = Database::open(server.createDatabase());
        QVERIFY(database);
        QVERIFY((*database)->execute(u"SELECT 1"_s));
        server.kill();
        const auto lost = (*database)->execute(u"SELECT 1"_s);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, Code::Unavailable);
        QVERIFY(!Transaction::begin(**database));
    }

    void boundValuesStayOutOfErrors()
    {
        QVERIFY(
            m_database->execute(u"CREATE TABLE s (email text CONSTRAINT one_of_each UNIQUE, n integer)"_s));
        for (const QVariant &n : { QVariant(1), QVariant(1), QVariant(u"planted"_s) }) {
            auto insert = m_database->prepare(u"INSERT INTO s VALUES (?, ?)"_s);
            QVERIFY(insert);
            insert->bindValue(0, u"planted@example.org"_s);
            insert->bindValue(1, n);
            const auto done = run(*insert);
            QVERIFY(done || !done.error().detail.contains(u"planted"));
            QVERIFY(done || done.error().code == Code::Storage);
        }
    }
};

QTEST_GUILESS_MAIN(MigrationsPostgresTest)
#include "migrations_postgres_test.moc"
