#include "server/accounts/rate_limit.h"

#include "tests/support/store_home.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace std::chrono_literals;

class RateLimitTest : public QObject {
    Q_OBJECT

    test::StandingClock m_clock;

private Q_SLOTS:
    void aBurstAndThenSoManyAMinute()
    {
        RateLimit limit({ 3, 6 }, m_clock);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(limit.take("ana"), 0s);
        }
        QCOMPARE(limit.take("ana"), 10s);
        QCOMPARE(limit.take("bob"), 0s);
        m_clock.advance(9s);
        QCOMPARE(limit.take("ana"), 1s);
        m_clock.advance(1s);
        QCOMPARE(limit.take("ana"), 0s);
        QCOMPARE(limit.take("ana"), 10s);
        m_clock.advance(1h);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(limit.take("ana"), 0s);
        }
        QVERIFY(limit.take("ana") > 0s);
    }

    void theTableIsBoundedAndKeepsWhoIsOutOfAttempts()
    {
        RateLimit limit({ 2, 1 }, m_clock);
        QCOMPARE(limit.take("ana"), 0s);
        QCOMPARE(limit.take("ana"), 0s);
        QVERIFY(limit.take("ana") > 0s);
        for (int i = 0; i < 2 * limits::kRateLimitEntries; ++i) {
            limit.take(QByteArray::number(i));
        }
        QCOMPARE(limit.watched(), limits::kRateLimitEntries);
        QVERIFY(limit.take("ana") > 0s);
    }

    void whoIsFullAgainGivesUpTheirPlaceFirst()
    {
        RateLimit limit({ 2, 60 }, m_clock, 16);
        for (int i = 0; i < 16; ++i) {
            limit.take(QByteArray::number(i));
        }
        m_clock.advance(1min);
        for (int i = 0; i < 15; ++i) { // all but the last try again, twice
            limit.take(QByteArray::number(i));
            limit.take(QByteArray::number(i));
        }
        limit.take("ana");
        QCOMPARE(limit.watched(), 16);
        for (int i = 0; i < 15; ++i) {
            QVERIFY(limit.take(QByteArray::number(i)) > 0s);
        }
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "rate_limit_test.moc"
