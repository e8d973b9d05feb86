// A server that was restored from an older dump gets back from its clients what the dump did not have: what
// they hold is newer, merging it is harmless, and nobody is asked.
//
// LARDER_SEED=… LARDER_RUNS=1 repeats one run.
#include "core/model/merge.h"
#include "server/store/high_water.h"

#include "tests/support/postgres.h"
#include "tests/support/store_home.h"
#include "tests/support/world.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using model::Record;

namespace {

int runsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("LARDER_RUNS");
    return wanted > 0 ? wanted : 60;
}

// The file or database as it is now; nobody has it open.
storage::Options dumpOf(const StoreHome &home, const QTemporaryDir &folder)
{
    storage::Options dump = home.options();
    if (dump.dialect == storage::Dialect::Postgres) {
        return PostgresServer::shared().createDatabase(home.options().name);
    }
    dump.name = folder.filePath(u"dump.sqlite"_s);
    if (!QFile::copy(home.options().name, dump.name)) {
        qFatal("the store's file can't be copied");
    }
    return dump;
}

// PostgreSQL tells a copy from its original by itself; what the file had come to is written down beside it.
Result<void> writeDown(server::Store &store, const QString &mark)
{
    return kDialectUnderTest == storage::Dialect::Sqlite ? server::writeHighWater(store, mark)
                                                         : Result<void>();
}

Result<bool> noticeAge(server::Store &store, const QString &mark)
{
    return kDialectUnderTest == storage::Dialect::Sqlite ? server::beginAnewIfOlder(store, mark)
                                                         : Result<bool>(false);
}

// Whether everything of `before` is in `after`, or lost there to something newer.
QString missing(const std::vector<Record> &before, const std::vector<Record> &after)
{
    for (const Record &old : before) {
        if (old.key.kind == model::Kind::Member) {
            continue; // only the server writes those, so nobody offers them
        }
        const auto now = std::ranges::find(after, old.key, &Record::key);
        if (now == after.end()) {
            return u"a record of kind %1 is gone"_s.arg(int(old.key.kind));
        }
        std::vector<model::Register> merged = now->registers;
        if (model::merge(merged, old.registers).changed()) {
            return u"record %1 of kind %2 has older values than before"_s.arg(old.key.id.toString())
                .arg(int(old.key.kind));
        }
    }
    return {};
}

} // namespace

class RestoredServerTest : public QObject {
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

    void clientsHealWhatADumpDidNotHave()
    {
        int healed = 0;
        for (int run = 0; run < runsWanted(); ++run) {
            const quint64 seed = m_seed + quint64(run);
            const QString story = runOnce(seed, healed);
            QVERIFY2(story.isEmpty(),
                qPrintable(u"LARDER_SEED=%1 LARDER_RUNS=1 repeats it: %2"_s.arg(seed).arg(story)));
        }
        QVERIFY(healed > 0);
    }

private:
    QString runOnce(quint64 seed, int &healed)
    {
        StoreHome home;
        QTemporaryDir folder;
        VirtualTime time;
        ManualClock clock(time);
        auto store = home.open(clock);
        World world(seed,
            { .devices = 2 + int(seed % 4), .weather = {}, .clockSkew = {}, .roleChanges = false }, *store,
            clock, time);
        world.play(15);
        if (const QString restless = world.heal(); !restless.isEmpty()) {
            return u"before the dump: "_s + restless;
        }

        world.server().crash();
        store.reset();
        const storage::Options dumped = dumpOf(home, folder);
        store = home.open(clock);
        world.server().serve(*store);
        world.server().start();
        world.play(25);
        if (const QString restless = world.heal(); !restless.isEmpty()) {
            return u"after the dump: "_s + restless;
        }
        const std::vector<Record> before = world.storedRecords();

        const QString mark = folder.filePath(u"mark"_s);
        if (const auto written = writeDown(*store, mark); !written) {
            return written.error().detail;
        }

        auto restored = server::Store::open(dumped, clock);
        if (!restored) {
            return u"the dump does not open: "_s + restored.error().detail;
        }
        world.server().serve(**restored);
        if (const auto noticed = noticeAge(**restored, mark); !noticed) {
            return noticed.error().detail;
        }
        healed += missing(before, world.storedRecords()).isEmpty() ? 0 : 1;
        world.server().start();
        world.play(10);
        QStringList wrong;
        if (const QString restless = world.heal(); !restless.isEmpty()) {
            wrong.append(restless);
        }
        wrong += world.disagreements();
        if (const QString what = missing(before, world.storedRecords()); !what.isEmpty()) {
            wrong.append(what);
        }
        for (WorldDevice *device : world.devices()) {
            const auto refused = device->replica().failures();
            if (!refused || !refused->empty()) {
                wrong.append(u"a write was refused: "_s
                    + (refused ? refused->front().message : refused.error().detail));
            }
        }
        return wrong.join(u"; "_s);
    }

    quint64 m_seed = 0;
};

QTEST_GUILESS_MAIN(RestoredServerTest)
#include "restored_server_test.moc"
