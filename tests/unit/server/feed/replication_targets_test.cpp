#include "server/feed/replication_targets.h"

#include <QtTest/QTest>

using namespace larder::server;

class ReplicationTargetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEachHostItsOwnAttempt()
    {
        const auto parsed = parseTargets(
            "host=one,two,/run/pg port=5432,5433,5434 user=feed target_session_attrs=read-write");
        QVERIFY(parsed);
        QCOMPARE(parsed->targets.size(), std::size_t(3));
        QCOMPARE(parsed->targets[1].describe(), QByteArray("two port 5433"));
        QVERIFY(parsed->targets[0].needsLookup());
        QVERIFY(!parsed->targets[2].needsLookup());
        QCOMPARE(parsed->settings.size(), std::size_t(2));
    }

    void takesOnePortForAllHosts()
    {
        const auto parsed = parseTargets("postgresql://feed@one,two:5433/larder?hostaddr=10.0.0.1,10.0.0.2");
        QVERIFY(parsed);
        QCOMPARE(parsed->targets.size(), std::size_t(2));
        QCOMPARE(parsed->targets[0].address, QByteArray("10.0.0.1"));
        QVERIFY(!parsed->targets[0].needsLookup());
        QCOMPARE(parseTargets("host=one,two port=9")->targets[1].port, QByteArray("9"));
    }

    void leavesLibpqItsDefaults()
    {
        const auto parsed = parseTargets("dbname=larder");
        QCOMPARE(parsed->targets.size(), std::size_t(1));
        QVERIFY(!parsed->targets[0].needsLookup());
        QVERIFY(parsed->targets[0].host.isEmpty() && parsed->targets[0].port.isEmpty());
    }

    void looksUpNoAddresses()
    {
        QVERIFY(!parseTargets("host=127.0.0.1")->targets[0].needsLookup());
        QVERIFY(!parseTargets("host=::1")->targets[0].needsLookup());
    }

    void refusesWhatItCantUseWithoutQuotingIt()
    {
        const auto nonsense = parseTargets("password=hunter2 nonsense");
        QVERIFY(!nonsense);
        QVERIFY(!nonsense.error().detail.contains(QLatin1StringView("hunter2")));
        QVERIFY(!parseTargets("host=one,two,three port=1,2"));
        QVERIFY(!parseTargets("host=one,two hostaddr=10.0.0.1,10.0.0.2,10.0.0.3"));
    }
};

QTEST_GUILESS_MAIN(ReplicationTargetsTest)
#include "replication_targets_test.moc"
