#include "tests/support/postgres.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder::test;

class PostgresServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesALogicalLogWithABoundOnWhatASlotKeeps()
    {
        PostgresSession session(PostgresServer::shared().createDatabase());
        QCOMPARE(session.value(u"SHOW wal_level"_s), u"logical"_s);
        QCOMPARE(session.value(u"SHOW max_slot_wal_keep_size"_s), u"64MB"_s);
        QCOMPARE(session.value(u"SHOW fsync"_s), u"off"_s);
    }

    void copiesATemplate()
    {
        const auto original = PostgresServer::shared().createDatabase();
        PostgresSession(original).run(u"CREATE TABLE t AS SELECT 7 AS x"_s);
        PostgresSession copy(PostgresServer::shared().createDatabase(original.name));
        QCOMPARE(copy.value(u"SELECT x FROM t"_s), u"7"_s);
    }

    void keepsWhatWasCommittedWhenEveryProcessOfItIsKilled()
    {
        PostgresServer server(PostgresServer::Durability::Durable);
        const auto database = server.createDatabase();
        PostgresSession session(database);
        QCOMPARE(session.value(u"SHOW fsync"_s), u"on"_s);
        session.run(u"CREATE TABLE t (x int); INSERT INTO t VALUES (1)"_s);
        session.run(u"BEGIN; INSERT INTO t VALUES (2)"_s);
        server.kill();
        QVERIFY(!server.isRunning());
        QVERIFY(!session.errorOf(u"COMMIT"_s).isEmpty());
        server.start();
        QCOMPARE(PostgresSession(database).run(u"SELECT x FROM t"_s), PostgresSession::Rows { { u"1"_s } });
    }

    void stopsInOrderAndStartsAgain()
    {
        PostgresServer server;
        const auto database = server.createDatabase();
        PostgresSession(database).run(u"CREATE TABLE t AS SELECT 7 AS x"_s);
        server.stop();
        server.start();
        QCOMPARE(PostgresSession(database).value(u"SELECT x FROM t"_s), u"7"_s);
    }
};

QTEST_GUILESS_MAIN(PostgresServerTest)
#include "postgres_server_test.moc"
