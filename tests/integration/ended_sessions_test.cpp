// Signing out holds on a node that did not hear of it: it was not running, or its feed was cut off.
#include "tests/support/larderd.h"
#ifdef LARDER_ON_POSTGRES
#include "tests/support/postgres.h"
#endif

#include <QtTest/QTest>

using namespace larder;
using namespace Qt::StringLiterals;
using test::Larderd;

class EndedSessionsTest : public QObject {
    Q_OBJECT

    static void signOut(const Larderd &node, const Larderd::User &user)
    {
        QCOMPARE(node.call("POST", "/api/auth/logout", {}, user.token).status, 204);
    }
    static int me(const Larderd &node, const Larderd::User &user)
    {
        return node.call("GET", "/api/me", {}, user.token).status;
    }

private Q_SLOTS:
#ifndef LARDER_ON_POSTGRES
    void aSessionThatEndedBeforeARestartHasEndedAfterIt()
    {
        Larderd larderd;
        const auto eva = larderd.registerUser("Eva");
        const auto fay = larderd.registerUser("Fay");
        signOut(larderd, eva);
        larderd.kill();
        larderd.start();
        QCOMPARE(me(larderd, eva), 401);
        QCOMPARE(me(larderd, fay), 200);
    }
#else
    void aNodeThatStartsKnowsWhatEndedBefore()
    {
        const auto database = test::PostgresServer::shared().createDatabase();
        Larderd first(database);
        const auto eva = first.registerUser("Eva");
        const auto fay = first.registerUser("Fay");
        signOut(first, eva);
        const Larderd second(database, { u"--keys-file"_s, first.folder() + u"/keys.json"_s });
        QCOMPARE(me(second, eva), 401);
        QCOMPARE(me(second, fay), 200);
    }

    void aNodeWhoseFeedIsCutOffHearsOfItAllTheSame()
    {
        test::PostgresServer server;
        const auto database = server.createDatabase();
        test::PostgresSession psql(database);
        psql.run(u"CREATE ROLE follower LOGIN SUPERUSER"_s);
        auto replication = database;
        replication.user = u"follower"_s;
        Larderd first(database);
        Larderd second(database,
            { u"--keys-file"_s, first.folder() + u"/keys.json"_s, u"--replication-database"_s,
                QString::fromUtf8(test::conninfo(replication)) });
        QTRY_COMPARE_WITH_TIMEOUT(second.call("GET", "/ready").status, 200, 30'000);
        const auto eva = first.registerUser("Eva");
        const auto fay = first.registerUser("Fay");
        QCOMPARE(me(second, eva), 200);

        psql.run(u"ALTER ROLE follower NOLOGIN"_s);
        psql.run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_replication WHERE usename = 'follower'"_s);
        QTRY_COMPARE(second.call("GET", "/ready").status, 503);
        signOut(first, eva);
        QTRY_COMPARE_WITH_TIMEOUT(me(second, eva), 401, 30'000);
        QCOMPARE(second.call("GET", "/ready").status, 503); // the feed is still away
        QCOMPARE(me(second, fay), 200);

        psql.run(u"ALTER ROLE follower LOGIN"_s);
        QTRY_COMPARE_WITH_TIMEOUT(second.call("GET", "/ready").status, 200, 60'000);
        QCOMPARE(me(second, eva), 401);
        signOut(first, fay);
        QTRY_COMPARE(me(second, fay), 401);
    }
#endif
};

QTEST_GUILESS_MAIN(EndedSessionsTest)
#include "ended_sessions_test.moc"
