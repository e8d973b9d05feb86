// Invariant 7: a clock that is wrong on one device does not win for ever. The server clamps stamps from the
// future and tells the client, and the client corrects its own.
//
// LARDER_SEED=… LARDER_RUNS=1 repeats one run.
#include "core/limits.h"

#include "tests/support/relayed_clock.h"
#include "tests/support/store_home.h"
#include "tests/support/world.h"

#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int runsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("LARDER_RUNS");
    return wanted > 0 ? wanted : 200;
}

// Devices of different people who share one list, in fine weather.
class House {
public:
    House(quint64 seed, int devices, Micros skew, server::Store &store, VirtualTime &time,
        const ManualClock &clock)
        : world(seed, { .devices = devices, .weather = {}, .clockSkew = skew, .roleChanges = false }, store,
            clock, time)
        , m_time(time)
    {
        settle();
    }

    void settle() { m_time.advance(10s); }
    void rename(WorldDevice &device, const QString &name)
    {
        const auto written
            = device.replica().write({ world.sharedList(), { { model::list::kName, device.tick(), name } } });
        if (!written) {
            qFatal("the write was refused: %s", qPrintable(written.error().detail));
        }
    }
    // The list's name as each device has it.
    QStringList names()
    {
        QStringList names;
        for (WorldDevice *device : world.devices()) {
            const auto lists = device->replica().records(world.sharedList().space, model::Kind::List);
            names.append(lists->empty() ? u"none"_s : lists->front().text(model::list::kName));
        }
        return names;
    }
    bool allSay(const QString &name)
    {
        const QStringList said = names();
        return std::ranges::all_of(said, [&](const QString &each) { return each == name; });
    }

    World world;

private:
    VirtualTime &m_time;
};

} // namespace

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = seedOfThisRun();
        if (kDialectUnderTest == storage::Dialect::Sqlite) {
            qputenv("TMPDIR", quickFolder().toUtf8());
        }
        QLoggingCategory::setFilterRules(u"larder.*.info=false\nlarder.sync.warning=false"_s);
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
    }
    void init()
    {
        m_time = std::make_unique<VirtualTime>();
        m_serverClock = std::make_unique<ManualClock>(*m_time);
        m_clock.follow(*m_serverClock);
    }
    void cleanup() { m_clock.follow(m_openingClock); }

    void whatWasWrittenInTheFutureLosesToWhatIsWrittenLater()
    {
        House house(m_seed, 3, 0s, *m_store, *m_time, *m_serverClock);
        WorldDevice &wrong = *house.world.devices()[0];
        WorldDevice &right = *house.world.devices()[2];
        // Set while connected: until it notices, it stamps two days ahead.
        wrong.clock().jump(48h);
        house.rename(wrong, u"from the future"_s);
        m_time->advance(200ms);
        QVERIFY2(house.allSay(u"from the future"_s), qPrintable(house.names().join(u", "_s)));
        m_time->advance(100ms);
        house.rename(right, u"later"_s);
        house.settle();
        QVERIFY2(house.allSay(u"later"_s), qPrintable(house.names().join(u", "_s)));
        house.rename(wrong, u"later still"_s);
        house.settle();
        QVERIFY2(house.allSay(u"later still"_s), qPrintable(house.names().join(u", "_s)));
    }

    void aClockThatIsSlowLosesNoEdits()
    {
        House house(m_seed, 3, 0s, *m_store, *m_time, *m_serverClock);
        WorldDevice &slow = *house.world.devices()[0];
        slow.clock().jump(-48h);
        house.settle();
        house.rename(*house.world.devices()[2], u"first"_s);
        house.settle();
        house.rename(slow, u"second"_s);
        house.settle();
        QVERIFY2(house.allSay(u"second"_s), qPrintable(house.names().join(u", "_s)));
    }

    void editsUnderAClockThatRanAheadOfflineTakeTheirPlaceInTime()
    {
        House house(m_seed + 1, 3, 0s, *m_store, *m_time, *m_serverClock);
        editOfflineUnder(house, 48h);
        QVERIFY2(house.allSay(u"later"_s), qPrintable(house.names().join(u", "_s)));
    }

    // A clock that is set back gives stamps just above the last one, which say nothing of when; they count as
    // written at the time of the connection at the latest, so what is written after that wins.
    void editsUnderAClockThatWasSetBackWinNoLongerThanUntilTheNextEdit()
    {
        House house(m_seed + 2, 3, 0s, *m_store, *m_time, *m_serverClock);
        editOfflineUnder(house, -48h);
        const QStringList names = house.names();
        QVERIFY2(house.allSay(names.front()), qPrintable(names.join(u", "_s)));
        house.rename(*house.world.devices()[2], u"last"_s);
        house.settle();
        QVERIFY2(house.allSay(u"last"_s), qPrintable(house.names().join(u", "_s)));
    }

    // What was stamped under it lies in the future when the clock is right again, and is edited as before.
    void editsHoldAfterTheServersOwnClockWasAhead()
    {
        House house(m_seed + 3, 3, 0s, *m_store, *m_time, *m_serverClock);
        WorldDevice &first = *house.world.devices()[0];
        WorldDevice &other = *house.world.devices()[2];
        const auto comeAnew = [this](WorldDevice &device) {
            device.client().setManualOffline(true);
            m_time->advance(1s);
            device.client().setManualOffline(false);
            m_time->advance(10s);
        };
        m_serverClock->jump(48h);
        comeAnew(first);
        house.rename(first, u"under a wrong clock"_s);
        house.settle();
        QVERIFY2(house.allSay(u"under a wrong clock"_s), qPrintable(house.names().join(u", "_s)));
        m_serverClock->jump(-48h);
        house.rename(other, u"still connected"_s);
        house.settle();
        QVERIFY2(house.allSay(u"still connected"_s), qPrintable(house.names().join(u", "_s)));
        comeAnew(first);
        house.rename(first, u"connected anew"_s);
        house.settle();
        QVERIFY2(house.allSay(u"connected anew"_s), qPrintable(house.names().join(u", "_s)));
        other.client().setManualOffline(true);
        house.rename(other, u"offline"_s);
        m_time->advance(1min);
        other.client().setManualOffline(false);
        house.settle();
        QVERIFY2(house.allSay(u"offline"_s), qPrintable(house.names().join(u", "_s)));
    }

    // Whoever edits last, and whatever clocks are set meanwhile, is who everybody sees in the end.
    void theLastEditWinsWhateverTheClocksSay()
    {
        for (int run = 0; run < runsWanted(); ++run) {
            init();
            const quint64 seed = m_seed + quint64(run);
            SeededRandom random(seed);
            House house(seed, 3 + int(random.below(2)), 48h, *m_store, *m_time, *m_serverClock);
            QString last;
            for (int round = 0; round < 8; ++round) {
                const auto devices = house.world.devices();
                if (random.once(2)) {
                    WorldDevice &device = *devices[std::size_t(random.below(devices.size()))];
                    device.clock().jump(
                        Micros(qint64(random.below(4 * 86'400'000'000ull)) - 2 * 86'400'000'000ll));
                }
                WorldDevice &editor = *devices[std::size_t(random.below(devices.size()))];
                last = u"edit %1"_s.arg(round);
                house.rename(editor, last);
                house.settle();
            }
            // The very last comes from a clock that nobody has just set.
            last = u"the last"_s;
            house.rename(*house.world.devices()[std::size_t(random.below(3))], last);
            house.settle();
            QVERIFY2(house.allSay(last),
                qPrintable(u"LARDER_SEED=%1 LARDER_RUNS=1 repeats it: %2"_s.arg(seed).arg(
                    house.names().join(u", "_s))));
        }
    }

private:
    // One edits offline under a clock that was set, restarts, and comes back after another has edited.
    void editOfflineUnder(House &house, Micros jump)
    {
        WorldDevice &device = *house.world.devices()[0];
        device.client().setManualOffline(true);
        device.clock().jump(jump);
        device.kill();
        device.start();
        device.client().setManualOffline(true);
        house.rename(device, u"offline"_s);
        m_time->advance(1min);
        house.rename(*house.world.devices()[2], u"later"_s);
        m_time->advance(1min);
        device.client().setManualOffline(false);
        house.settle();
    }

    quint64 m_seed = 0;
    VirtualTime m_openingTime;
    ManualClock m_openingClock { m_openingTime };
    RelayedClock m_clock { m_openingClock };
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
    std::unique_ptr<VirtualTime> m_time;
    std::unique_ptr<ManualClock> m_serverClock;
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clock_test.moc"
