// The client without its screen, as the program runs it: replica on disk, sync client, real socket, real
// server.
#include "tests/bench/device.h"
#include "tests/bench/larderd_process.h"
#include "tests/bench/stage.h"

namespace larder::bench {

using namespace Qt::StringLiterals;

static constexpr int kQueued = 1'000;
static constexpr int kLarge = 10'000;
static constexpr int kSmall = 1'000;

static std::vector<double> drains(const LarderdProcess &larderd, int runs)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        // A list of its own for each run, so that none is full.
        const auto list = quint32(run + 1);
        Device device(userId(), larderd.syncPort());
        device.runUntil([&] { return device.isLive() && device.has(listId(list), 1); });
        device.setOffline(true);
        device.writeItems(list, kQueued);
        const Moment begun = now();
        device.setOffline(false);
        device.runUntil([&] { return device.queued() == 0; });
        times.push_back(millis(now() - begun));
    }
    return times;
}

static void measureDrainOnPostgres(Stage &stage)
{
    const auto database = stage.database();
    {
        test::PostgresSession psql(database);
        for (int run = 0; run < stage.runs(); ++run) {
            addList(psql, quint32(run + 1));
        }
    }
    const LarderdProcess larderd(database);
    stage.report().add(
        { "client.drain_1000_on_postgres", "ms", Goal::atMost(100) }, drains(larderd, stage.runs()));
}

// The embedded store has no psql, so the lists are made as a person makes them.
static void measureDrainOnSqlite(Stage &stage)
{
    const QTemporaryDir folder;
    const LarderdProcess larderd(sqliteIn(folder.path()));
    {
        Device owner(userId(), larderd.syncPort());
        for (int run = 0; run < stage.runs(); ++run) {
            owner.makeList(quint32(run + 1));
        }
        owner.runUntil([&] { return owner.isLive() && owner.queued() == 0; });
    }
    stage.report().add(
        { "client.drain_1000_on_sqlite", "ms", Goal::atMost(100) }, drains(larderd, stage.runs()));
}

static void measureFreshClient(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    addList(psql, 1);
    addItems(psql, 1, kLarge);
    const qint64 version = versionOf(psql, 1);
    const LarderdProcess larderd(database);
    std::vector<double> times;
    for (int run = 0; run < stage.runs(); ++run) {
        Device device(userId(), larderd.syncPort());
        device.runUntil([&] { return device.has(listId(1), version); });
        times.push_back(millis(now() - device.helloAt()));
    }
    stage.report().add({ "client.take_10000_items", "ms", Goal::atMost(250) }, times);
}

// 100 changes to items, each in a transaction of its own.
static qint64 changeItems(test::PostgresSession &psql, quint32 list)
{
    psql.run(u"DO $$ DECLARE row record; BEGIN"
             " FOR row IN SELECT id FROM item WHERE space = '%1' LIMIT 100 LOOP"
             " UPDATE item SET checked = checked IS NOT TRUE WHERE space = '%1' AND id = row.id; COMMIT;"
             " END LOOP; END $$"_s.arg(listId(list).toString()));
    return versionOf(psql, list);
}

// How long a device that missed 100 changes of the list takes to have them, from its hello.
static double catchUp(test::PostgresSession &psql, Device &device, quint32 list)
{
    device.setOffline(true);
    const qint64 version = changeItems(psql, list);
    device.setOffline(false);
    device.runUntil([&] { return device.has(listId(list), version); });
    return millis(now() - device.helloAt());
}

static void measureCatchUp(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    const model::UserId other { uuid(0xFFFFFFFF, 2) };
    addList(psql, 1);
    addItems(psql, 1, kLarge);
    addList(psql, 2, other);
    addItems(psql, 2, kSmall);
    const LarderdProcess larderd(database);
    Device largeDevice(userId(), larderd.syncPort());
    Device smallDevice(other, larderd.syncPort());
    for (auto &[device, list] : { std::pair(&largeDevice, 1), std::pair(&smallDevice, 2) }) {
        device->runUntil([&] {
            return device->isLive() && device->has(listId(quint32(list)), versionOf(psql, quint32(list)));
        });
    }
    std::vector<double> large;
    std::vector<double> small;
    // In turns, so that whatever else the machine does meets both; more runs, because each is short.
    for (int run = 0; run <= 3 * stage.runs(); ++run) {
        const double inLarge = catchUp(psql, largeDevice, 1);
        const double inSmall = catchUp(psql, smallDevice, 2);
        if (run > 0) { // the first one warms up
            large.push_back(inLarge);
            small.push_back(inSmall);
        }
    }
    stage.report().add({ "client.catch_up_100_in_10000", "ms", Goal::atMost(15) }, large);
    stage.report().add({ "client.catch_up_100_in_1000", "ms", {} }, small);
    stage.report().add(
        { "client.catch_up_10000_over_1000", "x", Goal::atMost(1.2) }, { median(large) / median(small) });
}

std::vector<Measure> clientMeasures()
{
    return { { { "client.drain_1000_on_postgres" }, measureDrainOnPostgres },
        { { "client.drain_1000_on_sqlite" }, measureDrainOnSqlite },
        { { "client.take_10000_items" }, measureFreshClient },
        { { "client.catch_up_100_in_10000", "client.catch_up_100_in_1000",
              "client.catch_up_10000_over_1000" },
            measureCatchUp } };
}

} // namespace larder::bench
