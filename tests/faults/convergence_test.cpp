// Invariant 3: all replicas that can reach the server converge to the same bytes, whatever was lost, repeated
// or reordered between them.
//
// LARDER_SEED=… LARDER_RUNS=1 repeats one schedule.
#include "tests/support/relayed_clock.h"
#include "tests/support/store_home.h"
#include "tests/support/world.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

int runsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("LARDER_RUNS");
    return wanted > 0 ? wanted : 1'000;
}

World::Options optionsOf(quint64 seed)
{
    SeededRandom random(seed ^ 0x5EED);
    World::Options options;
    options.devices = 2 + int(random.below(4));
    if (!random.once(4)) {
        options.weather = { int(random.below(40)), int(random.below(60)), int(random.below(60)) };
    }
    options.newEpochs = random.once(3);
    options.forgetting = random.once(3);
    return options;
}

} // namespace

class ConvergenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = seedOfThisRun();
        if (kDialectUnderTest == storage::Dialect::Sqlite) {
            qputenv("TMPDIR", quickFolder().toUtf8());
        }
        QLoggingCategory::setFilterRules(u"larder.*.info=false\nlarder.sync.warning=false"_s);
    }

    void everyScheduleEndsInTheSameBytes()
    {
        StoreHome home;
        VirtualTime openingTime;
        ManualClock openingClock(openingTime);
        RelayedClock clock(openingClock);
        const auto store = home.open(clock);
        World::Tally tally;
        QElapsedTimer watch;
        watch.start();
        for (int run = 0; run < runsWanted(); ++run) {
            const quint64 seed = m_seed + quint64(run);
            VirtualTime time;
            ManualClock serverClock(time);
            clock.follow(serverClock);
            World world(seed, optionsOf(seed), *store, serverClock, time);
            world.play(60);
            const QString restless = world.heal();
            QStringList wrong = world.disagreements();
            if (!restless.isEmpty()) {
                wrong.prepend(restless);
            }
            const QString story
                = u"LARDER_SEED=%1 LARDER_RUNS=1 repeats it: %2"_s.arg(seed).arg(wrong.join(u"; "_s));
            QVERIFY2(wrong.isEmpty(), qPrintable(story));
            tally.add(world.tally());
            clock.follow(openingClock);
        }
        qInfo("%d schedules in %lld ms: %d edits (%d refused at once), %d lists, %d deleted, %d changes of "
              "roles, %d "
              "breaks, %d restarts, %d crashes of the server, %d new epochs, %d clocks set, %d long queues, "
              "%d records "
              "forgotten; of the messages %d were lost, %d repeated, "
              "%d overtaken",
            runsWanted(), watch.elapsed(), tally.edits, tally.refusals, tally.spacesMade, tally.spacesDeleted,
            tally.roleChanges, tally.breaks, tally.restarts, tally.crashes, tally.newEpochs, tally.clockJumps,
            tally.longQueues, tally.forgotten, tally.lost, tally.repeated, tally.overtaken);
        if (runsWanted() >= 1'000) {
            for (const int each : { tally.edits, tally.spacesMade, tally.spacesDeleted, tally.roleChanges,
                     tally.breaks, tally.restarts, tally.crashes, tally.newEpochs, tally.clockJumps,
                     tally.longQueues, tally.forgotten, tally.lost, tally.repeated, tally.overtaken }) {
                QVERIFY(each > 0);
            }
        }
    }

private:
    quint64 m_seed = 0;
};

QTEST_GUILESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
