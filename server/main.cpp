// larderd: builds every long-lived object in order, runs until it is asked to stop, and takes them down in
// the reverse order.
#include "core/logging.h"
#include "server/announcement.h"
#include "server/api/auth_api.h"
#include "server/api/figures.h"
#include "server/api/http_server.h"
#include "server/api/lists_api.h"
#include "server/api/members_api.h"
#include "server/api/photos_api.h"
#include "server/api/purge_job.h"
#include "server/api/status_api.h"
#include "server/api/store_watch.h"
#include "server/config.h"
#include "server/feed_thread.h"
#include "server/gateway/gateway.h"
#include "server/ops/process.h"
#include "server/store/high_water.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cstdio>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

namespace {

// How long a stop waits for answers that are under way.
constexpr std::chrono::seconds kStopPatience { 5 };

enum ExitCode { kOk = 0, kFailed = 1, kMisconfigured = 2 };

int fail(const Error &error)
{
    std::fprintf(stderr, "larderd: %s\n", qUtf8Printable(error.detail));
    return error.code == Code::Configuration ? kMisconfigured : kFailed;
}

// From where on the log is one of JSON lines.
int giveUp(const Error &error)
{
    qCCritical(lcOps, "can't start: %s", qUtf8Printable(error.detail));
    return error.code == Code::Configuration ? kMisconfigured : kFailed;
}

// Whether it is a folder or can become one. Who asks may be another user than larderd's, so rights are not
// looked at.
Result<void> checkDataDir(const QString &path)
{
    QFileInfo there(path);
    while (!there.exists() && !there.isRoot()) {
        there.setFile(there.absolutePath());
    }
    if (!there.isDir()) {
        return Failure(
            Code::Configuration, u"data-dir: %1 is no folder; name another."_s.arg(there.filePath()));
    }
    return {};
}

Result<void> makeDataDir(const QString &path)
{
    if (auto checked = checkDataDir(path); !checked || QFileInfo(path).isDir()) {
        return checked;
    }
    if (!QDir().mkpath(path)
        || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return Failure(Code::Configuration,
            u"data-dir: can't make %1; make it for the user that larderd runs as, or name another."_s.arg(
                path));
    }
    return {};
}

bool isFile(const storage::Options &database)
{
    return database.dialect == storage::Dialect::Sqlite && database.name != ":memory:"_L1;
}

// Two servers on one SQLite file would not hear of each other's changes.
Result<std::unique_ptr<QFile>> holdDatabase(const storage::Options &database)
{
    if (!isFile(database)) {
        return std::unique_ptr<QFile>();
    }
    return holdAlone(database.name + ".lock"_L1);
}

Error databaseError(const Error &error, storage::Dialect dialect)
{
    const bool sqlite = dialect == storage::Dialect::Sqlite;
    const QString advice = error.code == Code::Unavailable
        ? u"; check --database, that PostgreSQL runs, and that it lets larderd in."_s
        : error.code == Code::Corrupt ? u"; restore a backup, or name another with --database."_s
        : sqlite && error.code == Code::Storage
        ? u"; check the file, its folder, and the space on the disk."_s
        : QString();
    return { error.code, u"database: "_s + error.detail + advice };
}

void listenTo(const Feed &feed, ListCache &cache, Health &health)
{
    QObject::connect(&feed, &Feed::committed, &cache, &ListCache::committed);
    QObject::connect(&feed, &Feed::interrupted, &cache, &ListCache::interrupted);
    QObject::connect(&feed, &Feed::resumed, &cache, &ListCache::resumed);
    QObject::connect(
        &feed, &Feed::interrupted, &cache, [&health] { health.set("feed", false, u"reconnecting"_s); });
    QObject::connect(&feed, &Feed::resumed, &cache, [&health] { health.set("feed", true); });
}

int serve(QCoreApplication &app, const Config &config)
{
    const SystemClock clock;
    SystemRandom random;
    Metrics metrics;
    Health health({ "store", "feed", "serving" });
    StopSignals stopSignals;
    EventLoopTimers timers;

    if (auto made = makeDataDir(config.dataDir); !made) {
        return giveUp(made.error());
    }
    const auto held = holdDatabase(config.database);
    if (!held) {
        return giveUp(databaseError(held.error(), config.database.dialect));
    }
    auto keys = openSigningKeys(config.keysFile, random);
    if (!keys) {
        return giveUp(keys.error());
    }
    Tokens tokens(std::move(*keys), clock);
    Passwords passwords(std::max(1, QThread::idealThreadCount() / 2));
    auto pool = StorePool::open(config.database, clock, { config.storeWriters, config.storeReaders });
    if (!pool) {
        return giveUp(databaseError(pool.error(), config.database.dialect));
    }
    std::unique_ptr<HighWater> highWater;
    if (isFile(config.database)) {
        const QString path = config.database.name + ".mark"_L1;
        if (auto asked
            = (*pool)->write([path](Store &store) { return beginAnewIfOlder(store, path); }).result();
            !asked) {
            return giveUp(databaseError(asked.error(), config.database.dialect));
        }
        highWater = std::make_unique<HighWater>(**pool, timers, path);
    }
    FeedThread feed((*pool)->dialect(), config.replication, clock, random);
    EndedSessions ends(**pool, tokens, clock, timers);
    if (auto begun = ends.begin(feed.feed()); !begun) {
        return giveUp(databaseError(begun.error(), config.database.dialect));
    }
    Accounts accounts(**pool, passwords, tokens, ends, clock, random);
    ListCache cache;
    listenTo(feed.feed(), cache, health);

    auto gateway = Gateway::listen({ **pool, feed.feed(), feed.told(), tokens, clock },
        { config.listenAddress, config.syncPort, config.syncThreads, limits::kSocketConnections,
            config.connectionsPerAddress });
    if (!gateway) {
        return giveUp(gateway.error());
    }
    QObject::connect(&ends, &EndedSessions::ended, gateway->get(), &Gateway::closeSession);
    SpaceDoor door(**pool, feed.told(), cache);
    const RateLimit::Rate rate { config.authAttemptsPerMinute, double(config.authAttemptsPerMinute) };
    AuthApi authApi(accounts, metrics, clock, { rate, rate });
    ListsApi listsApi(door, clock, random);
    MembersApi membersApi(door);
    PhotosApi photosApi(door, clock);
    StatusApi statusApi(health, metrics, { config.publicSyncUrl, (*gateway)->port() });
    Router router;
    listsApi.addRoutes(router);
    membersApi.addRoutes(router);
    photosApi.addRoutes(router);
    authApi.addRoutes(router);
    statusApi.addRoutes(router);

    HttpServer::Options options { {}, config.trustedProxies };
    options.limits.connectionsPerAddress
        = config.connectionsPerAddress > 0 ? config.connectionsPerAddress : limits::kHttpConnections;
    options.limits.unlimitedAddresses = config.trustedProxies;
    auto http = std::make_unique<HttpServer>(std::move(router), tokens, metrics, clock, random, options);
    if (auto listening = http->listenOn(config.listenAddress, config.httpPort); !listening) {
        return giveUp(listening.error());
    }
    showGateway(metrics, (*gateway)->stats());
    showProcess(metrics);
    if (feed.status()) {
        showFeed(metrics, *feed.status());
    }
    auto storeWatch = std::make_unique<StoreWatch>(**pool, health, metrics, clock);
    auto purgeJob
        = std::make_unique<PurgeJob>(PurgeJob::Parts { **pool, feed.told(), metrics, clock, timers, random });
    health.set("serving", true);
    feed.start();
    accounts.count().then(&app, [&](const Result<qint64> &count) {
        announce({ config.listenAddress, http->port(), (*gateway)->port(), count.value_or(1) > 0 });
    });

    QObject::connect(http.get(), &HttpServer::drained, &app, &QCoreApplication::quit);
    QObject::connect(&stopSignals, &StopSignals::stopAsked, &app, [&] {
        qCInfo(lcOps, "asked to stop");
        health.drain("serving");
        timers.start(kStopPatience, [] { QCoreApplication::quit(); });
        http->drain();
    });
    const int code = QCoreApplication::exec();

    // Who asks goes before who answers, and work that has begun finds everything it needs until it is done.
    http.reset();
    storeWatch.reset();
    purgeJob.reset();
    gateway->reset();
    feed.stop();
    passwords.finish();
    highWater.reset();
    pool->reset();
    qCInfo(lcOps, "stopped");
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const ReadConfig read
        = readConfig(QCoreApplication::arguments().mid(1), QProcessEnvironment::systemEnvironment());
    if (read.commands.help || read.commands.version) {
        std::printf("%s", read.commands.help ? qUtf8Printable(helpText()) : "larderd " LARDER_VERSION "\n");
        return kOk;
    }
    for (const QString &fault : read.faults) {
        std::fprintf(stderr, "larderd: %s\n", qUtf8Printable(fault));
    }
    if (!read.faults.isEmpty()) {
        return kMisconfigured;
    }
    if (read.commands.checkConfig) {
        if (const auto checked = checkDataDir(read.config.dataDir); !checked) {
            return fail(checked.error());
        }
        std::printf("larderd: the settings are fine%s\n",
            read.config.file.isEmpty() ? "" : qUtf8Printable(u" ("_s + read.config.file + u')'));
        return kOk;
    }
    if (read.commands.rotateKeys) {
        SystemRandom random;
        const auto rotated = rotateSigningKeys(read.config.keysFile, random);
        return rotated ? kOk : fail(rotated.error());
    }
    installJsonLog(read.config.logLevel);
    keepFilesPrivate();
    raiseFileLimit();
    return serve(app, read.config);
}
