// Several nodes over one PostgreSQL, and one whose PostgreSQL goes away.
#include "tests/integration/larderd_fixture.h"

#include <QtCore/QJsonDocument>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

class LarderdNodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoNodesAreOneService()
    {
        const auto database = PostgresServer::shared().createDatabase();
        Larderd first(database);
        Larderd second(database, { u"--keys-file"_s, first.folder() + u"/keys.json"_s });
        const auto eva = first.registerUser("Eva");
        const QByteArray list = "/api/lists/"
            + textOf(first.call("POST", "/api/lists", { { u"name"_s, u"Shared"_s } }, eva.token), "id");
        QTRY_COMPARE_WITH_TIMEOUT(second.call("GET", "/ready").status, 200, 30'000);
        QCOMPARE(itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList());
        // The second knows the list by heart, but not yet whom it was shared with on the first.
        const auto fay = first.registerUser("Fay");
        QCOMPARE(second.call("GET", list + "/items", {}, fay.token).status, 404);
        QCOMPARE(
            first.call("PUT", list + "/members/" + fay.id, { { u"role"_s, u"viewer"_s } }, eva.token).status,
            204);
        QCOMPARE(second.call("GET", list + "/items", {}, fay.token).status, 200);
        Listener listener(second.syncPort(), eva.token);
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(first.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token).status, 200);
        QTRY_COMPARE(
            itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList { u"Milk"_s });
        QTRY_VERIFY(listener.itemNames().contains(u"Milk"_s));
        PostgresSession psql(database);
        psql.run(u"UPDATE item SET name = 'Oat milk'"_s);
        QTRY_COMPARE(
            itemNames(first.call("GET", list + "/items", {}, eva.token)), QStringList { u"Oat milk"_s });
        QTRY_COMPARE(
            itemNames(second.call("GET", list + "/items", {}, eva.token)), QStringList { u"Oat milk"_s });
    }

    void aSessionThatEndsOnOneNodeEndsOnTheOther()
    {
        const auto database = PostgresServer::shared().createDatabase();
        Larderd first(database);
        Larderd second(database, { u"--keys-file"_s, first.folder() + u"/keys.json"_s });
        const auto eva = first.registerUser("Eva");
        const auto fay = first.registerUser("Fay");
        QTRY_COMPARE_WITH_TIMEOUT(second.call("GET", "/ready").status, 200, 30'000);
        Listener evas(second.syncPort(), eva.token);
        Listener fays(second.syncPort(), fay.token);
        QTRY_VERIFY(evas.isWelcome() && fays.isWelcome());
        QCOMPARE(second.call("GET", "/api/me", {}, eva.token).status, 200);
        QCOMPARE(first.call("POST", "/api/auth/logout", {}, eva.token).status, 204);
        QTRY_VERIFY(evas.isClosed());
        QCOMPARE(second.call("GET", "/api/me", {}, eva.token).status, 401);
        QCOMPARE(second.call("GET", "/api/me", {}, fay.token).status, 200);
        QVERIFY(!fays.isClosed());
    }

    void withoutItsDatabaseItSaysSoAndComesBack()
    {
        PostgresServer server;
        Larderd larderd(server.createDatabase());
        const auto eva = larderd.registerUser("Eva");
        const QByteArray list = "/api/lists/"
            + textOf(larderd.call("POST", "/api/lists", { { u"name"_s, u"Kept"_s } }, eva.token), "id");
        QTRY_COMPARE_WITH_TIMEOUT(larderd.call("GET", "/ready").status, 200, 30'000);
        server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(larderd.call("GET", "/ready").status, 503, 20'000);
        QCOMPARE(larderd.call("GET", "/health").status, 200);
        const HttpAnswer down
            = larderd.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token);
        QCOMPARE(down.status, 503);
        QCOMPARE(down.code(), u"unavailable"_s);
        server.start();
        QTRY_COMPARE_WITH_TIMEOUT(larderd.call("GET", "/ready").status, 200, 30'000);
        // Every pooled connection is dead by now, and nobody is made to notice.
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(
                larderd.call("POST", list + "/items", { { u"name"_s, u"Milk"_s } }, eva.token).status, 200);
            QCOMPARE(itemNames(larderd.call("GET", list + "/items", {}, eva.token)).size(), i + 1);
        }
        // An operator reads that it was away and is back, and that nothing is wrong with larderd itself.
        QCOMPARE(larderd.terminate(), 0);
        const QByteArray log = larderd.log();
        for (const QByteArray &line : log.split('\n')) {
            QVERIFY2(line.isEmpty() || QJsonDocument::fromJson(line).isObject(), line.constData());
        }
        QVERIFY2(!log.contains("Unable to free"), log.constData());
        QVERIFY2(log.contains("not ready: store") || log.contains("not ready: feed"), log.constData());
        QVERIFY(log.lastIndexOf(R"("msg":"ready")") > log.indexOf("not ready: "));
        QVERIFY2(!log.contains(R"("level":"error")"), log.constData());
    }
};

QTEST_GUILESS_MAIN(LarderdNodesTest)
#include "larderd_nodes_test.moc"
