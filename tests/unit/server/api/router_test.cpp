#include "server/api/router.h"

#include <QtTest/QTest>

using namespace larder::server;
using namespace Qt::StringLiterals;

class RouterTest : public QObject {
    Q_OBJECT

    Router m_router;

    QByteArray routeOf(Method method, const QString &path) const
    {
        const auto match = m_router.match(method, path);
        return match.route ? match.route->pattern : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto nothing = [](const Request &) { return Answer::nothing(); };
        m_router.add(Method::Get, "/api/lists", Access::Account, nothing);
        m_router.add(Method::Post, "/api/lists", Access::Account, nothing);
        m_router.add(Method::Get, "/api/lists/:list/items/:item", Access::Account, nothing);
        m_router.add(Method::Get, "/", Access::Anyone, nothing);
    }

    void aPathFindsItsRoute()
    {
        QCOMPARE(routeOf(Method::Get, u"/api/lists"_s), QByteArray("/api/lists"));
        QCOMPARE(routeOf(Method::Get, u"/api/lists/"_s), QByteArray("/api/lists"));
        QCOMPARE(routeOf(Method::Get, u"/"_s), QByteArray("/"));
        QCOMPARE(routeOf(Method::Get, u"/api"_s), QByteArray());
        QCOMPARE(routeOf(Method::Get, u"/API/lists"_s), QByteArray());
        QCOMPARE(routeOf(Method::Get, u"/api/lists/1/items"_s), QByteArray());
        QCOMPARE(routeOf(Method::Get, u"/api/lists/1/items/2/3"_s), QByteArray());
    }

    void whatStandsInTheNamesPlacesIsCaptured()
    {
        QCOMPARE(m_router.match(Method::Get, u"/api/lists/a b/items/ü@x"_s).captured,
            (QStringList { u"a b"_s, u"ü@x"_s }));
    }

    void otherMethodsAreTold()
    {
        const auto match = m_router.match(Method::Delete, u"/api/lists"_s);
        QVERIFY(!match.route);
        QCOMPARE(match.allowed, QByteArray("GET, HEAD, POST"));
        QCOMPARE(m_router.match(std::nullopt, u"/api/lists"_s).allowed, QByteArray("GET, HEAD, POST"));
        QCOMPARE(m_router.match(Method::Get, u"/none"_s).allowed, QByteArray());
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "router_test.moc"
