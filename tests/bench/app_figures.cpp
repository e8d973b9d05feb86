// The client with its screen: the program's start, and the UI thread while things happen.
#include "tests/bench/client_window.h"
#include "tests/bench/device.h"
#include "tests/bench/larderd_process.h"
#include "tests/bench/stage.h"
#include "tests/bench/ui_pulse.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtQuick/QQuickWindow>

#include <random>

namespace larder::bench {

using namespace Qt::StringLiterals;

static constexpr int kItems = 10'000;

// The program itself, over a file that a device left behind: until it says that the list is on its screen.
static void measureColdStart(Stage &stage)
{
    const QTemporaryDir folder;
    {
        const auto database = stage.database();
        test::PostgresSession psql(database);
        addList(psql, 1);
        addItems(psql, 1, kItems);
        const qint64 version = versionOf(psql, 1);
        const LarderdProcess larderd(database);
        Device device(userId(), larderd.syncPort(), folder.filePath(u"larder.sqlite"_s));
        device.runUntil([&] { return device.has(listId(1), version); });
    }
    std::vector<double> times;
    std::vector<double> memory;
    for (int run = 0; run <= stage.runs(); ++run) {
        QProcess larder;
        larder.setProgram(QStringLiteral(LARDER_BENCH_CLIENT));
        larder.setArguments(
            { u"--database"_s, folder.filePath(u"larder.sqlite"_s), u"--exit-after-first-list"_s });
        larder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const Moment begun = now();
        larder.start();
        while (!larder.canReadLine()) {
            if (!larder.waitForReadyRead(60'000)) {
                qFatal("the client shows no list");
            }
        }
        const double taken = millis(now() - begun);
        const QJsonObject said = QJsonDocument::fromJson(larder.readLine()).object();
        larder.waitForFinished();
        if (said[u"rows"_s].toInt() < kItems / 2) {
            qFatal("the client shows %d rows", said[u"rows"_s].toInt());
        }
        if (run > 0) { // the first one warms the file cache
            times.push_back(taken);
            memory.push_back(said[u"rssKb"_s].toDouble() / 1'024);
        }
    }
    stage.report().add({ "client.cold_start_10000_items", "ms", Goal::atMost(250) }, times);
    stage.report().add({ "client.memory_10000_items", "MB", Goal::atMost(120) }, memory);
}

// From the call that a tap makes until the model says that the row changed: the slowest but one of a hundred.
static void measureTap(Stage &stage)
{
    Client client;
    std::vector<model::RecordId> items;
    client.makeList(kItems, &items);
    // No item twice, because one that was checked is folded away.
    std::shuffle(items.begin(), items.end(), std::mt19937(1));
    std::size_t next = 0;
    std::vector<double> slowest;
    for (int run = 0; run < stage.runs(); ++run) {
        std::vector<double> taps;
        for (int tap = 0; tap < 100; ++tap) {
            const QString id = items[next++ % items.size()].toString();
            std::optional<Moment> changed;
            const auto connection
                = QObject::connect(client.app->list()->rows(), &QAbstractItemModel::dataChanged,
                    client.app->list(), [&changed] { changed = changed.value_or(now()); });
            const Moment begun = now();
            client.app->list()->toggle(id);
            turnUntil([&] { return changed.has_value(); });
            taps.push_back(millis(*changed - begun));
            QObject::disconnect(connection);
        }
        client.settle();
        slowest.push_back(percentile(taps, 99));
    }
    stage.report().add({ "client.tap_to_changed_row_p99", "ms", Goal::atMost(1) }, slowest);
}

// The whole window, signed in, with the list open that somebody else writes 10,000 items into: how long an
// input would have waited at worst.
static void measureStall(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    const LarderdProcess larderd(database, { u"--auth-attempts-per-minute"_s, u"1000"_s });
    std::vector<double> stalls;
    for (int run = 0; run < stage.runs(); ++run) {
        Client client;
        ClientWindow page(client);
        std::optional<model::UserId> user;
        QObject::connect(&client.thread.session(), &sync::Session::accountChanged, &page.window(),
            [&user](const std::optional<sync::Account> &account) {
                if (account) {
                    user = account->user;
                }
            });
        const sync::SignIn entry { QUrl(u"http://127.0.0.1:%1"_s.arg(larderd.httpPort())),
            u"ana%1@example.org"_s.arg(run), u"correct horse battery staple"_s, u"Ana"_s };
        client.thread.ask([session = &client.thread.session(), entry] { session->registerAccount(entry); });
        turnUntil([&] { return user.has_value(); });
        const auto list = quint32(run + 1);
        addList(psql, list, *user);
        turnUntil([&] { return client.replica->space(listId(list)) != nullptr; });
        client.open(listId(list));
        UiPulse pulse;
        psql.send(u"INSERT INTO item (space, id, name, quantity, unit, category, checked, position, typed)"
                  " SELECT '%1', gen_random_uuid(), 'Oat milk ' || n, 2000, 'l', "
                  "(ARRAY['dairy','produce','bakery'])[1 + n % 3],"
                  " n % 7 = 0, 'a' || lpad(n::text, 6, '0'), '2 l oat milk' FROM generate_series(1, %2) n"_s
                      .arg(listId(list).toString())
                      .arg(kItems));
        turnUntil([&] { return client.rows() == kItems && client.app->list()->rows()->isIdle(); });
        stalls.push_back(millis(pulse.stop()));
        psql.finish();
    }
    stage.report().add({ "client.longest_stall_while_10000_rows_arrive", "ms", Goal::atMost(16) }, stalls);
}

std::vector<Measure> appMeasures()
{
    return { { { "client.cold_start_10000_items", "client.memory_10000_items" }, measureColdStart },
        { { "client.tap_to_changed_row_p99" }, measureTap, Measure::Needs::Window },
        { { "client.longest_stall_while_10000_rows_arrive" }, measureStall, Measure::Needs::Window } };
}

} // namespace larder::bench
