// larderd as a process over PostgreSQL with fsync: from a commit to the sockets, by latency and by mass, and
// what it costs in memory.
#include "tests/bench/access_token.h"
#include "tests/bench/bare_reader.h"
#include "tests/bench/larderd_process.h"
#include "tests/bench/socket_crowd.h"
#include "tests/bench/stage.h"
#include "tests/bench/tool_runs.h"

#include <thread>

namespace larder::bench {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// A list, a server, and clients that hold all of it: the scene of most figures here.
struct Audience {
    Audience(Stage &stage, int clients)
        : database(stage.database())
        , psql(database)
    {
        addList(psql, 1);
        larderd = std::make_unique<LarderdProcess>(database);
        crowd = std::make_unique<SocketCrowd>(larderd->syncPort());
        join(clients);
    }
    void join(int clients)
    {
        std::vector<protocol::Hello> hellos;
        const qint64 version = versionOf(psql, 1);
        for (int i = 0; i < clients; ++i) {
            hellos.push_back(helloOf(quint32(crowd->size() + i), 1, version));
        }
        crowd->join(hellos);
    }
    void waitFor(qint64 version)
    {
        if (!crowd->runUntil([&] { return crowd->allHave(version); }, 120s)) {
            qFatal("not all clients come to have version %lld", version);
        }
    }

    storage::Options database;
    test::PostgresSession psql;
    std::unique_ptr<LarderdProcess> larderd;
    std::unique_ptr<SocketCrowd> crowd;
};

// Commits one inserted item after another, `pause` apart, and notes when each COMMIT was sent.
static std::vector<Moment> commitItems(
    const storage::Options &database, int count, std::chrono::milliseconds pause)
{
    test::PostgresSession psql(database);
    std::vector<Moment> sent;
    const Moment begun = now();
    for (int i = 0; i < count; ++i) {
        std::this_thread::sleep_until(begun + pause * i);
        psql.run(u"BEGIN; "_s + insertItem(1));
        sent.push_back(now());
        psql.run(u"COMMIT"_s);
    }
    return sent;
}

struct Latencies {
    std::vector<double> bare;
    std::vector<double> sockets;
};

static Latencies measureLatencies(
    Audience &audience, BareReader &bare, std::size_t &seen, int count, std::chrono::milliseconds pause)
{
    const qint64 before = versionOf(audience.psql, 1);
    audience.crowd->forgetArrivals();
    std::vector<Moment> sent;
    std::thread writer([&] { sent = commitItems(audience.database, count, pause); });
    audience.waitFor(before + count);
    writer.join();
    const auto commits = bare.commits(seen + std::size_t(count));
    Latencies latencies;
    for (int i = 0; i < count; ++i) {
        latencies.bare.push_back(millis(commits[seen + std::size_t(i)] - sent[std::size_t(i)]));
    }
    seen = commits.size();
    for (const SocketCrowd::Arrival &arrival : audience.crowd->arrivals()) {
        latencies.sockets.push_back(millis(arrival.at - sent[std::size_t(arrival.version - before - 1)]));
    }
    return latencies;
}

static void measureOneClient(Stage &stage)
{
    Audience audience(stage, 1);
    BareReader bare(test::conninfo(audience.database));
    std::size_t seen = 0;
    std::vector<double> ratios;
    std::vector<double> added;
    measureLatencies(audience, bare, seen, 50, 5ms);
    for (int run = 0; run < stage.runs(); ++run) {
        const auto latencies = measureLatencies(audience, bare, seen, 200, 10ms);
        ratios.push_back(median(latencies.sockets) / median(latencies.bare));
        added.push_back((median(latencies.sockets) - median(latencies.bare)) * 1'000);
    }
    stage.report().add({ "gateway.commit_to_socket_p50_over_bare", "x", Goal::atMost(1.5) }, ratios);
    stage.report().add({ "gateway.commit_to_socket_p50_added", "us", {} }, added);
}

static void measureThousandClients(Stage &stage)
{
    Audience audience(stage, 1'000);
    BareReader bare(test::conninfo(audience.database));
    std::size_t seen = 0;
    std::vector<double> ratios;
    std::vector<double> p99;
    measureLatencies(audience, bare, seen, 40, 50ms);
    for (int run = 0; run < stage.runs(); ++run) {
        const auto latencies = measureLatencies(audience, bare, seen, 200, 50ms);
        p99.push_back(percentile(latencies.sockets, 99));
        ratios.push_back(p99.back() / percentile(latencies.bare, 99));
    }
    stage.report().add({ "gateway.commit_to_1000_sockets_p99_over_bare", "x", Goal::atMost(5) }, ratios);
    stage.report().add({ "gateway.commit_to_1000_sockets_p99", "ms", {} }, p99);
}

// Single-row transactions, as fast as one session commits them when nothing waits for the disk: each is one
// message to each of 200 clients.
static void measureDeliveries(Stage &stage)
{
    constexpr int kClients = 200;
    constexpr int kCommits = 4'000;
    Audience audience(stage, kClients);
    const QString commits
        = u"DO $$ DECLARE v bigint; BEGIN FOR i IN 1..%2 LOOP"
          " PERFORM set_config('larder.store', 'on', true);"
          " UPDATE space SET version = version + 1 WHERE id = '%1' RETURNING version INTO v;"
          " INSERT INTO item (space, id, version, stamps, name, quantity, unit, category, position, typed) "
          "VALUES ('%1',"
          " gen_random_uuid(), v, ARRAY[NULL, 1, 1, 1, 1, NULL, NULL, NULL, NULL, 1, NULL, 1], 'Oat milk', "
          "2000, 'l',"
          " 'dairy', 'a5', '2 l oat milk');"
          " COMMIT; END LOOP; END $$"_s.arg(listId(1).toString())
              .arg(kCommits);
    std::vector<double> rates;
    audience.psql.run(u"SET synchronous_commit = off"_s);
    for (int run = 0; run < stage.runs(); ++run) {
        const qint64 before = versionOf(audience.psql, 1);
        const Moment begun = now();
        audience.psql.send(commits);
        audience.waitFor(before + kCommits);
        rates.push_back(double(kClients) * kCommits / seconds(now() - begun));
        if (const QString state = audience.psql.finish(); !state.isEmpty()) {
            qFatal("the commits failed: %s", qPrintable(state));
        }
    }
    stage.report().add({ "gateway.deliveries_to_200_clients", "1/s", Goal::atLeast(300'000) }, rates);
}

// Changes every item of the list in one transaction; returns when its COMMIT was sent.
static Moment commitBurst(test::PostgresSession &psql)
{
    psql.run(
        u"BEGIN; UPDATE item SET quantity = quantity % 9000 + 1000, checked = NOT checked WHERE space = '%1'"_s
            .arg(listId(1).toString()));
    const Moment sent = now();
    psql.send(u"COMMIT"_s);
    return sent;
}

// The server and the bare reader take turns, each over a database of its own: two decoders at once would
// share two cores, and the figure would be who got them first.
static void measureBurst(Stage &stage)
{
    constexpr int kRows = 20'000;
    Audience audience(stage, 50);
    addItems(audience.psql, 1, kRows);
    audience.waitFor(versionOf(audience.psql, 1));
    const storage::Options other = stage.database();
    test::PostgresSession psql(other);
    addList(psql, 1);
    addItems(psql, 1, kRows);
    BareReader bare(test::conninfo(other));
    const auto timeAlone = [&] {
        const std::size_t seen = bare.commits(0).size();
        const Moment sent = commitBurst(psql);
        const Moment arrived = bare.commits(seen + 1).back();
        psql.finish();
        return millis(arrived - sent);
    };
    const auto timeAll = [&] {
        const qint64 before = versionOf(audience.psql, 1);
        const Moment sent = commitBurst(audience.psql);
        audience.waitFor(before + 1);
        const Moment arrived = now();
        audience.psql.finish();
        return millis(arrived - sent);
    };
    timeAlone(); // the first ones warm up
    timeAll();
    std::vector<double> ratios;
    std::vector<double> rates;
    for (int run = 0; run < stage.runs(); ++run) {
        std::vector<double> alone;
        std::vector<double> all;
        for (int turn = 0; turn < 3; ++turn) {
            alone.push_back(timeAlone());
            all.push_back(timeAll());
        }
        ratios.push_back(median(alone) / median(all));
        rates.push_back(kRows / median(all) * 1'000);
    }
    stage.report().add({ "gateway.burst_20000_to_50_clients_over_bare", "x", Goal::atLeast(0.8) }, ratios);
    stage.report().add({ "gateway.burst_20000_to_50_clients", "rows/s", {} }, rates);
}

static void measureMemory(Stage &stage)
{
    constexpr int kClients = 2'000;
    std::vector<double> idle;
    std::vector<double> perClient;
    for (int run = 0; run < stage.runs(); ++run) {
        Audience audience(stage, 0);
        const qint64 empty = audience.larderd->residentKilobytes();
        audience.join(kClients);
        idle.push_back(double(empty) / 1'024);
        perClient.push_back(double(audience.larderd->residentKilobytes() - empty) / kClients);
    }
    stage.report().add({ "larderd.memory_idle", "MB", Goal::atMost(40) }, idle);
    stage.report().add({ "larderd.memory_per_idle_client", "KB", Goal::atMost(30) }, perClient);
}

static void measureStart(Stage &stage)
{
    const auto database = stage.database();
    std::vector<double> postgres;
    std::vector<double> sqlite;
    for (int run = 0; run < stage.runs(); ++run) {
        postgres.push_back(LarderdProcess(database).secondsToReady());
        const QTemporaryDir folder;
        sqlite.push_back(LarderdProcess(sqliteIn(folder.path())).secondsToReady());
    }
    stage.report().add({ "larderd.ready_on_postgres", "s", Goal::atMost(0.3) }, postgres);
    stage.report().add({ "larderd.ready_on_sqlite", "s", Goal::atMost(0.3) }, sqlite);
}

static void measureRest(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    addList(psql, 1);
    addItems(psql, 1, 100);
    const LarderdProcess larderd(database);
    const QString url
        = u"http://127.0.0.1:%1/api/lists/%2/items"_s.arg(larderd.httpPort()).arg(listId(1).toString());
    std::vector<double> rates;
    for (int run = 0; run <= stage.runs(); ++run) {
        const double rate = wrkRequestsPerSecond(url, accessToken(userId()), 32, 3s);
        if (run > 0) {
            rates.push_back(rate);
        }
    }
    stage.report().add({ "rest.get_100_items", "1/s", Goal::atLeast(10'000) }, rates);
}

std::vector<Measure> gatewayMeasures()
{
    return {
        { { "gateway.commit_to_socket_p50_over_bare", "gateway.commit_to_socket_p50_added" },
            measureOneClient },
        { { "gateway.commit_to_1000_sockets_p99_over_bare", "gateway.commit_to_1000_sockets_p99" },
            measureThousandClients },
        { { "gateway.deliveries_to_200_clients" }, measureDeliveries },
        { { "gateway.burst_20000_to_50_clients_over_bare", "gateway.burst_20000_to_50_clients" },
            measureBurst },
        { { "larderd.memory_idle", "larderd.memory_per_idle_client" }, measureMemory },
        { { "larderd.ready_on_postgres", "larderd.ready_on_sqlite" }, measureStart },
        { { "rest.get_100_items" }, measureRest },
    };
}

} // namespace larder::bench
