#include "server/gateway/neighbourhood.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using larder::server::neighbourhoodOf;

static QHostAddress of(const QString &text)
{
    return neighbourhoodOf(QHostAddress(text));
}

class NeighbourhoodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIpv4AddressCountsWhole()
    {
        QCOMPARE(of(u"192.0.2.7"_s), QHostAddress(u"192.0.2.7"_s));
        QVERIFY(of(u"192.0.2.7"_s) != of(u"192.0.2.8"_s));
    }

    void oneThatIsMappedIntoIpv6IsTheIpv4Address()
    {
        QCOMPARE(of(u"::ffff:192.0.2.7"_s), of(u"192.0.2.7"_s));
        QVERIFY(of(u"::ffff:192.0.2.7"_s) != of(u"::ffff:192.0.2.8"_s));
    }

    void ofAnIpv6AddressItsNetworkCounts()
    {
        QCOMPARE(of(u"2001:db8:1:2::1"_s), of(u"2001:db8:1:2:ffff:ffff:ffff:ffff"_s));
        QVERIFY(of(u"2001:db8:1:2::1"_s) != of(u"2001:db8:1:3::1"_s));
        QCOMPARE(qHash(of(u"2001:db8:1:2::1"_s)), qHash(of(u"2001:db8:1:2::2"_s)));
    }

    void theInterfaceItCameByDoesNotCount()
    {
        QCOMPARE(of(u"fe80::1%eth0"_s), of(u"fe80::2%eth1"_s));
        QCOMPARE(of(u"fe80::1%eth0"_s), of(u"fe80::1"_s));
    }

    void theHostItselfIsNoIpv4Address()
    {
        QVERIFY(of(u"::1"_s) != of(u"127.0.0.1"_s));
        QVERIFY(of(u"::1"_s) != of(u"0.0.0.1"_s));
    }
};

QTEST_APPLESS_MAIN(NeighbourhoodTest)
#include "neighbourhood_test.moc"
