#include "core/sync/message_pace.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace std::chrono_literals;

class MessagePaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The server's bucket, counted here as it counts.
    void staysBelowWhatTheServerAllows()
    {
        MessagePace pace;
        Micros now = 1h;
        double bucket = limits::kMessagesBurst;
        int sent = 0;
        for (const Micros end = now + 60s; now < end; now += 1ms) {
            bucket = std::min<double>(limits::kMessagesBurst, bucket + limits::kMessagesPerSecond / 1000.0);
            while (pace.wait(now) == 0us) {
                pace.count(now);
                bucket -= 1;
                QVERIFY(bucket > 0);
                ++sent;
            }
        }
        QVERIFY(sent > 60 * limits::kMessagesPerSecond * 7 / 10);
    }

    void saysHowLongToWait()
    {
        MessagePace pace;
        while (pace.wait(1s) == 0us) {
            pace.count(1s);
        }
        const Micros wait = pace.wait(1s);
        QVERIFY(wait > 0us && wait < 1s);
        QCOMPARE(pace.wait(1s + wait).count(), 0);
        pace.reset();
        QCOMPARE(pace.wait(1s).count(), 0);
    }
};

QTEST_GUILESS_MAIN(MessagePaceTest)
#include "message_pace_test.moc"
