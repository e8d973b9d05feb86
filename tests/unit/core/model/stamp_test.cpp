#include "core/model/stamp.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <algorithm>
#include <thread>

using namespace larder;
using namespace larder::model;
using namespace larder::test;

class StampTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stampsGrowWhateverTheClockDoes()
    {
        struct Turn {
            bool observes;
            qint64 time;
        };
        const auto any = built([](Choices &choices) {
            std::vector<Turn> turns(choices.below(20));
            for (Turn &each : turns) {
                each = { choices.coin(), 1 + choices.below(50) };
            }
            return turns;
        });
        holds("growing", [&] {
            StampClock clock;
            Stamp largest;
            for (const auto &[observes, time] : *any) {
                if (observes) {
                    clock.observe(Stamp { time });
                    largest = std::max(largest, Stamp { time });
                } else {
                    const Stamp stamp = clock.tick(Micros(time));
                    RC_ASSERT(stamp > largest);
                    RC_ASSERT(stamp.micros >= time);
                    largest = stamp;
                }
                RC_ASSERT(clock.last() == largest);
            }
        });
    }

    void followsTheClockWhenItIsAhead()
    {
        StampClock clock;
        QCOMPARE(clock.tick(Micros(100)), Stamp { 100 });
        QCOMPARE(clock.tick(Micros(100)), Stamp { 101 });
        QCOMPARE(clock.tick(Micros(50)), Stamp { 102 });
        QCOMPARE(clock.tick(Micros(200)), Stamp { 200 });
    }

    void goesBackOnlyWhenTold()
    {
        StampClock clock;
        clock.observe(Stamp { 1'000 });
        clock.reset(Stamp { 10 });
        QCOMPARE(clock.tick(Micros(20)), Stamp { 20 });
    }

    void twoThreadsNeverGetTheSameStamp()
    {
        constexpr int kEach = 20'000;
        StampClock clock;
        std::vector<Stamp> stamps(2 * kEach);
        const auto take = [&](int from) {
            for (int i = from; i < from + kEach; ++i) {
                stamps[std::size_t(i)] = clock.tick(Micros(7));
                clock.observe(stamps[std::size_t(i)]);
            }
        };
        std::thread other(take, kEach);
        take(0);
        other.join();
        std::sort(stamps.begin(), stamps.end());
        QVERIFY(std::adjacent_find(stamps.begin(), stamps.end()) == stamps.end());
    }

    void fitsJavaScript() { QCOMPARE(Stamp::kMax, qint64(9'007'199'254'740'991)); }
};

QTEST_GUILESS_MAIN(StampTest)
#include "stamp_test.moc"
