#include "core/storage/database.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QVariant>
#include <QtSql/QSqlError>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::storage;
using namespace Qt::StringLiterals;

class DatabaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    Options file(const QString &name) const { return { .name = m_dir.filePath(name) }; }

    static QString pragma(Database &database, const QString &name)
    {
        return database.scalar(u"PRAGMA "_s + name)->toString();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void setsWhatDurabilityNeeds()
    {
        auto database = Database::open(file(u"a.sqlite"_s));
        QVERIFY(database);
        QCOMPARE(pragma(**database, u"journal_mode"_s), u"wal"_s);
        QCOMPARE(pragma(**database, u"synchronous"_s), u"2"_s);
        QCOMPARE(pragma(**database, u"foreign_keys"_s), u"1"_s);
        QVERIFY(pragma(**database, u"busy_timeout"_s).toInt() > 0);
    }

    void givesEachRowUntilOneIsRefused()
    {
        auto database = Database::open(file(u"rows.sqlite"_s));
        QVERIFY((*database)->execute(u"CREATE TABLE t (n INTEGER)"_s));
        QVERIFY((*database)->execute(u"INSERT INTO t VALUES (1), (2), (3)"_s));
        QSqlQuery &query = **(*database)->cached(u"SELECT n FROM t ORDER BY n"_s);
        QList<int> taken;
        const auto take = [&](const QSqlQuery &row) {
            taken += row.value(0).toInt();
            return Result<void>();
        };
        QVERIFY(forEach(query, take));
        QCOMPARE(taken, (QList<int> { 1, 2, 3 }));
        int seen = 0;
        const auto refused = forEach(query, [&](const QSqlQuery &) -> Result<void> {
            return ++seen < 2 ? Result<void>() : Failure(Code::Corrupt, u"the second"_s);
        });
        QCOMPARE(refused.error().code, Code::Corrupt);
        QCOMPARE(seen, 2);
        // It keeps no snapshot, so that what others write is seen, and the log can be emptied.
        auto other = Database::open(file(u"rows.sqlite"_s));
        QVERIFY((*other)->execute(u"DROP TABLE t"_s));
        QCOMPARE((*other)->scalar(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)->toInt(), 0);
        const auto gone = forEach(query, take);
        QCOMPARE(gone.error().code, Code::Storage);
        QCOMPARE(taken.size(), 3);
    }

    void saysThatAFileIsNoDatabase()
    {
        write(file(u"b.sqlite"_s).name, QByteArray(10'000, 'x'));
        const auto database = Database::open(file(u"b.sqlite"_s));
        QVERIFY(!database);
        QCOMPARE(database.error().code, Code::Corrupt);
    }

    void saysThatTheDiskRefuses()
    {
        const auto database = Database::open(file(u"no/such/folder/c.sqlite"_s));
        QVERIFY(!database);
        QCOMPARE(database.error().code, Code::Storage);
    }

    void saysThatAServerCannotBeReached()
    {
        const auto database = Database::open({ .dialect = Dialect::Postgres,
            .name = u"none"_s,
            .host = m_dir.path(),
            .password = u"planted"_s });
        QVERIFY(!database);
        QCOMPARE(database.error().code, Code::Unavailable);
        QVERIFY(!database.error().detail.contains(u"planted"));
    }

    void keepsConnectionsApart()
    {
        auto first = Database::open({ .name = u":memory:"_s });
        auto second = Database::open({ .name = u":memory:"_s });
        QVERIFY(first && second);
        QVERIFY((*first)->execute(u"CREATE TABLE t (a)"_s));
        QVERIFY(!(*second)->execute(u"SELECT a FROM t"_s));
        const QStringList open = QSqlDatabase::connectionNames();
        QCOMPARE(open.size(), 2);
        first->reset();
        second->reset();
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    }

    void keepsBoundValuesOutOfErrors()
    {
        auto database = Database::open({ .name = u":memory:"_s });
        QVERIFY((*database)->execute(u"CREATE TABLE t (a TEXT UNIQUE CHECK (length(a) < 50))"_s));
        for (const QString &value : { u"planted-secret"_s, u"planted-secret"_s, u"planted"_s.repeated(10) }) {
            auto insert = (*database)->cached(u"INSERT INTO t VALUES (?)"_s);
            QVERIFY(insert);
            (*insert)->bindValue(0, value);
            const auto done = run(**insert);
            QVERIFY(done || !done.error().detail.contains(u"planted"));
            QVERIFY(done || done.error().code == Code::Storage);
        }
        QCOMPARE((*database)->scalar(u"SELECT count(*) FROM t"_s)->toInt(), 1);
    }

    void keepsPostgresDetailsOutOfErrors()
    {
        const QSqlError duplicate(u"QPSQL: Unable to create query"_s,
            u"ERROR:  duplicate key value violates unique constraint \"account_email_key\"\n"
            "DETAIL:  Key (email)=(planted@example.org) already exists."_s,
            QSqlError::StatementError, u"23505"_s);
        const Error error = Database::errorOf(duplicate);
        QCOMPARE(error.code, Code::Storage);
        QVERIFY(!error.detail.contains(u"planted"));
        QVERIFY(error.detail.contains(u"account_email_key"));

        const QSqlError shutdown(u"QPSQL: Unable to create query"_s,
            u"FATAL:  terminating connection due to administrator command"_s, QSqlError::StatementError,
            u"57P01"_s);
        QCOMPARE(Database::errorOf(shutdown).code, Code::Unavailable);
        const QSqlError lost(u"QPSQL: Unable to create query"_s,
            u"server closed the connection unexpectedly"_s, QSqlError::StatementError, QString());
        QCOMPARE(Database::errorOf(lost).code, Code::Unavailable);
    }

    void tellsTheEndOfRowsFromAnError()
    {
        auto database = Database::open({ .name = u":memory:"_s });
        auto query = (*database)->prepare(
            u"SELECT CASE x WHEN 2 THEN abs(-9223372036854775808) ELSE x END FROM (SELECT 1 AS x UNION ALL SELECT 2)"_s);
        QVERIFY(query);
        QVERIFY(run(*query));
        QCOMPARE(step(*query).value(), true);
        const auto second = step(*query);
        QVERIFY(!second);
        QCOMPARE(second.error().code, Code::Storage);
    }

    void saysThatAPageIsDamaged()
    {
        const Options options = file(u"d.sqlite"_s);
        {
            auto database = Database::open(options);
            QVERIFY((*database)->execute(u"CREATE TABLE t (a)"_s));
            QVERIFY((*database)->execute(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                "INSERT INTO t SELECT hex(randomblob(20)) FROM n"_s));
        }
        QFile damaged(options.name);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(8192));
        damaged.write(QByteArray(40'000, '\xee'));
        damaged.close();
        auto database = Database::open(options);
        QVERIFY(database);
        const auto sum = (*database)->scalar(u"SELECT sum(length(a)) FROM t"_s);
        QVERIFY(!sum);
        QCOMPARE(sum.error().code, Code::Corrupt);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
