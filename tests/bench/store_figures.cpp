// Writing through larderd into PostgreSQL with fsync, against pgbench with a bare transaction of the same
// shape.
#include "tests/bench/access_token.h"
#include "tests/bench/larderd_process.h"
#include "tests/bench/socket_crowd.h"
#include "tests/bench/stage.h"
#include "tests/bench/tool_runs.h"

namespace larder::bench {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLists = 1'000;
constexpr int kPushers = 50;
constexpr std::chrono::seconds kTime = 3s; // a client's allowance of messages lasts at least that long
constexpr qint64 kStamp = 1'700'000'000'000'000;

// Tables of the same columns and keys without triggers and checks, for pgbench.
void addBareTables(test::PostgresSession &psql)
{
    psql.run(u"CREATE TABLE bare_space (id int PRIMARY KEY, version bigint NOT NULL DEFAULT 0) WITH "
             u"(fillfactor = 50);"
             "INSERT INTO bare_space SELECT n FROM generate_series(1, %1) n;"
             "CREATE SEQUENCE bare_id CACHE 1000;"
             "CREATE TABLE bare_item (LIKE item);"
             "ALTER TABLE bare_item ADD PRIMARY KEY (space, id);"
             "CREATE INDEX ON bare_item (space, version, id)"_s.arg(kLists));
}

// Lock the space, insert, bump the version. Ids grow, as those of devices do.
QString bareInsert(int rows)
{
    return u"\\set list random(1, %1)\n"
           "BEGIN;\n"
           "SELECT version FROM bare_space WHERE id = :list FOR UPDATE;\n"
           "INSERT INTO bare_item (space, id, version, author, stamps, name, quantity, unit, category, "
           "position, typed)"
           " SELECT (lpad(to_hex(:list::int), 8, '0') || '-0000-7000-8000-000000000000')::uuid,"
           " lpad(to_hex(nextval('bare_id')), 32, '0')::uuid, 1, '00000000-0000-7000-8000-000000000001',"
           " ARRAY[NULL, 1, 1, 1, 1, NULL, NULL, NULL, NULL, 1, NULL, 1]::bigint[], 'Oat milk', 2000, 'l', "
           "'dairy', 'a5',"
           " '2 l oat milk' FROM generate_series(1, %2);\n"
           "UPDATE bare_space SET version = version + 1 WHERE id = :list;\n"
           "COMMIT;\n"_s.arg(kLists)
               .arg(rows);
}

model::UserId pusherId(int pusher)
{
    return { uuid(0xFFFFFFFD, quint32(pusher)) };
}

// `lists` lists, each with one of the pushers as its owner, in turn.
void addListsOf(test::PostgresSession &psql, int lists, int pushers)
{
    psql.run(u"BEGIN"_s);
    for (int list = 1; list <= lists; ++list) {
        const QString id = listId(quint32(list)).toString();
        psql.run(u"INSERT INTO space (id, kind) VALUES ('%1', 1); INSERT INTO list (space, id, name) VALUES "
                 u"('%1', '%1', 'Household');"
                 "INSERT INTO member (space, id, role, name) VALUES ('%1', '%2', 3, 'Ana')"_s.arg(
                     id, pusherId(list % pushers).toString()));
    }
    psql.run(u"COMMIT"_s);
}

// Pushes in a closed loop: each client the next when the last was answered. The rate of writes.
double pushRate(
    const storage::Options &database, int pushers, int lists, int writesPerPush, int pushesPerList)
{
    const LarderdProcess larderd(database);
    SocketCrowd crowd(larderd.syncPort());
    std::vector<protocol::Hello> hellos;
    for (int pusher = 0; pusher < pushers; ++pusher) {
        protocol::Hello hello = helloOf(quint32(pusher), 0, 0);
        hello.token = accessToken(pusherId(pusher));
        for (int list = pusher == 0 ? pushers : pusher; list <= lists; list += pushers) {
            hello.cursors.push_back({ listId(quint32(list)), 1 });
        }
        hellos.push_back(hello);
    }
    crowd.join(hellos);
    std::vector<int> sent(std::size_t(pushers), 0);
    quint32 item = 0;
    const auto next = [&](int pusher) {
        const int number = sent[std::size_t(pusher)]++;
        const int own = lists / pushers;
        const auto list
            = quint32((pusher == 0 ? pushers : pusher) + pushers * (number / pushesPerList % own));
        protocol::Push push;
        push.seq = number;
        for (int i = 0; i < writesPerPush; ++i, ++item) {
            model::Record record = groceryItem(list, item, kStamp + item);
            push.writes.push_back({ record.key, std::move(record.registers) });
        }
        crowd.push(pusher, push);
    };
    qint64 answered = 0;
    const Moment begun = now();
    const Moment end = begun + kTime;
    Moment last = begun;
    int open = pushers;
    crowd.setOnPushed([&](int pusher, qint64) {
        ++answered;
        last = now();
        if (last < end) {
            next(pusher);
        } else {
            --open;
        }
    });
    for (int pusher = 0; pusher < pushers; ++pusher) {
        next(pusher);
    }
    if (!crowd.runUntil([&] { return open == 0; }, 60s)) {
        qFatal("pushes were not answered");
    }
    return double(answered) * writesPerPush / seconds(last - begun);
}

void measurePushes(Stage &stage, const Figure &ratio, const Figure &rate, int pushers, int lists,
    int writesPerPush, int pushesPerList)
{
    std::vector<double> ratios;
    std::vector<double> rates;
    for (int run = 0; run < stage.runs(); ++run) {
        const auto database = stage.database();
        test::PostgresSession psql(database);
        addBareTables(psql);
        addListsOf(psql, lists, pushers);
        const double bare = writesPerPush
            * pgbenchTransactionsPerSecond(database, bareInsert(writesPerPush), pushers, kTime);
        rates.push_back(pushRate(database, pushers, lists, writesPerPush, pushesPerList));
        ratios.push_back(rates.back() / bare);
    }
    stage.report().add(ratio, ratios);
    stage.report().add(rate, rates);
}

void measureSingles(Stage &stage)
{
    measurePushes(stage, { "store.pushes_of_one_over_pgbench", "x", Goal::atLeast(0.6) },
        { "store.pushes_of_one", "1/s", {} }, kPushers, kLists, 1, 1);
}

void measureBatches(Stage &stage)
{
    // Fifteen batches to a list, because a list holds 10,000 items.
    measurePushes(stage, { "store.batches_of_500_over_pgbench", "x", Goal::atLeast(0.4) },
        { "store.batches_of_500", "rows/s", {} }, 4, 200, 500, 15);
}

} // namespace

std::vector<Measure> storeMeasures()
{
    return { { { "store.pushes_of_one_over_pgbench", "store.pushes_of_one" }, measureSingles },
        { { "store.batches_of_500_over_pgbench", "store.batches_of_500" }, measureBatches } };
}

} // namespace larder::bench
