// The Store and a PostgreSQL that is killed, hangs, or is locked by somebody else; and how many messages it
// takes.
#include "server/accounts/account_table.h"
#include "server/store/store.h"
#include "tests/support/postgres.h"
#include "tests/support/store_home.h"

#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <atomic>
#include <csignal>
#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using protocol::Write;

namespace item = larder::model::item;

static const model::UserId kAna = user(1);

// So many prepared statements the server's log has of it.
template<typename Work> static qsizetype executed(const PostgresServer &server, Work work)
{
    const auto log = [&server] {
        QFile file(server.socketFolder() + u"/log"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const qsizetype begun = log().size();
    if (!work()) {
        qFatal("the work failed");
    }
    return log().mid(begun).count(u" LOG:  execute "_s);
}

class StoreOutageTest : public QObject {
    Q_OBJECT

    Write named(quint64 number, const QString &name, qint64 after = 0) const
    {
        return itemWrite(space(1), number, m_clock.now() + Micros(after), { { item::kName, name } });
    }
    // The backend of the Store, which is the only other session of its database.
    static QString otherBackend(PostgresSession &psql)
    {
        return psql.value(
            u"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    }
    static bool waitsForLock(PostgresSession &psql, const QString &pid)
    {
        return psql.value(
                   u"SELECT count(*) FROM pg_stat_activity WHERE pid = %1 AND wait_event_type = 'Lock'"_s.arg(
                       pid))
            == u"1";
    }

private Q_SLOTS:
    void aBackendThatIsKilledInMidPushKeepsNothingAndTheNextPushGoesThrough()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        makeList(*store, kAna, space(1), m_clock.now());
        PostgresSession psql(home.options());
        const QString backend = otherBackend(psql);
        psql.run(u"BEGIN; LOCK TABLE item IN ACCESS EXCLUSIVE MODE"_s); // the push stops after it has locked
                                                                        // the space
        Result<server::PushOutcome> outcome = Failure(Code::Internal);
        std::thread pusher([&] {
            const auto other = home.open(m_clock);
            const Write write = named(7, u"Milk"_s);
            outcome = other->push(kAna, { &write, 1 });
            if (!outcome) {
                outcome = other->push(kAna, { &write, 1 }); // resent by the client, on the same Store
            }
        });
        PostgresSession watcher(home.options());
        const QString waiting
            = u"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"_s;
        QTRY_VERIFY(!watcher.value(waiting).isEmpty());
        watcher.run(u"SELECT pg_terminate_backend(%1)"_s.arg(watcher.value(waiting)));
        psql.run(u"ROLLBACK"_s);
        pusher.join();
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(outcome->versions.at(0).version, 2);
        // A connection that died while it was idle is told once, too.
        psql.run(u"SELECT pg_terminate_backend(%1)"_s.arg(backend));
        QCOMPARE(store->version(space(1)).error().code, Code::Unavailable);
        QCOMPARE(*store->version(space(1)), 2);
    }

    void aDeadlockIsTriedAgain()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        makeList(*store, kAna, space(1), m_clock.now());
        const Write write = named(7, u"Milk"_s);
        QVERIFY(store->push(kAna, { &write, 1 }));
        PostgresSession psql(home.options());
        psql.run(
            u"BEGIN; SELECT FROM item FOR UPDATE"_s); // the row first, then the space: the other way round
        Result<server::PushOutcome> outcome = Failure(Code::Internal);
        std::thread pusher([&] {
            const auto other = home.open(m_clock);
            const Write later = named(7, u"Oat milk"_s, 1);
            outcome = other->push(kAna, { &later, 1 });
        });
        PostgresSession watcher(home.options());
        QTRY_COMPARE(
            watcher.value(
                u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"_s),
            u"1"_s);
        const QString state
            = psql.errorOf(u"UPDATE item SET note = 'by hand'"_s); // one of the two is the victim
        psql.run(state.isEmpty() ? u"COMMIT"_s : u"ROLLBACK"_s);
        pusher.join();
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(
            watcher.value(u"SELECT deadlocks > 0 FROM pg_stat_database WHERE datname = current_database()"_s),
            u"t"_s);
        QCOMPARE(psql.value(u"SELECT name FROM item"_s), u"Oat milk"_s);
        QCOMPARE(psql.value(u"SELECT note FROM item"_s), state.isEmpty() ? u"by hand"_s : QString());
        QCOMPARE(*store->version(space(1)), state.isEmpty() ? 4 : 3);
    }

    void whatOthersAlwaysMakeFailIsGivenUp()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        makeList(*store, kAna, space(1), m_clock.now());
        PostgresSession psql(home.options());
        // A sequence counts on, also in a transaction that is rolled back.
        psql.run(
            u"CREATE SEQUENCE attempt; CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "PERFORM nextval('attempt'); RAISE EXCEPTION 'again' USING ERRCODE = 'serialization_failure'; "
            "END $$; "
            "CREATE TRIGGER fail BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION fail()"_s);
        const Write write = named(7, u"Milk"_s);
        const auto outcome = store->push(kAna, { &write, 1 });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Code::Unavailable);
        QCOMPARE(psql.value(u"SELECT last_value FROM attempt"_s).toInt(), limits::kStoreAttempts);
        psql.run(u"DROP TRIGGER fail ON item"_s);
        QVERIFY(store->push(kAna, { &write, 1 }));
        QCOMPARE(*store->version(space(1)), 2);
    }

    void aServerThatFallsSilentCostsOnlyTheConnection_data()
    {
        QTest::addColumn<bool>("accounts");
        QTest::newRow("a push") << false;
        QTest::newRow("a question for an account") << true;
    }
    void aServerThatFallsSilentCostsOnlyTheConnection()
    {
        QFETCH(const bool, accounts);
        const StoreHome home;
        storage::Options options = home.options();
        options.silence = 300ms;
        const auto opened = server::Store::open(options, m_clock);
        QVERIFY(opened);
        server::Store &store = **opened;
        makeList(store, kAna, space(1), m_clock.now());
        PostgresSession psql(home.options());
        const int backend = psql.value(u"SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                                       u"AND pid <> pg_backend_pid()"
                                       " AND backend_type = 'client backend'"_s)
                                .toInt();
        QVERIFY(backend > 0 && ::kill(backend, SIGSTOP) == 0);
        const Write write = named(7, u"Milk"_s);
        std::optional<Error> error;
        if (accounts) {
            const auto answer = server::findAccount(store.dialect(), kAna);
            error = answer ? std::nullopt : std::optional(answer.error());
        } else {
            const auto answer = store.push(kAna, { &write, 1 });
            error = answer ? std::nullopt : std::optional(answer.error());
        }
        const bool goesOn = ::kill(backend, SIGCONT) == 0;
        QVERIFY(goesOn && error);
        QCOMPARE(error->code, Code::Unavailable);
        QVERIFY2(error->detail.contains(u"in time"_s), qPrintable(error->detail));
        store.markLost(); // as the pool does
        QVERIFY(store.push(kAna, { &write, 1 }));
    }

    void whatAQueryOnTheSameConnectionDidNotReadIsNotInTheWay()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        makeList(*store, kAna, space(1), m_clock.now());
        auto unread = store->database().prepare(u"SELECT n FROM generate_series(1, 3) n"_s);
        QVERIFY(unread && storage::run(*unread) && unread->next());
        const Write write = named(7, u"Milk"_s);
        QVERIFY(store->push(kAna, { &write, 1 }));
        QVERIFY(storage::run(*unread) && unread->next());
        QCOMPARE(unread->value(0).toInt(), 1);
    }

    void aServerThatOnlyReadsIsLeftForOneThatWrites()
    {
        const StoreHome home;
        PostgresSession psql(home.options());
        const auto first = home.open(m_clock);
        makeList(*first, kAna, space(1), m_clock.now());
        psql.run(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(home.options().name));
        const auto store = home.open(m_clock); // as one that met a standby
        const Write write = named(7, u"Milk"_s);
        const auto outcome = store->push(kAna, { &write, 1 });
        psql.run(
            u"SET default_transaction_read_only = off; ALTER DATABASE %1 RESET default_transaction_read_only"_s
                .arg(home.options().name));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Code::Unavailable);
        QVERIFY(store->push(kAna, { &write, 1 }));
    }

    void aPushCostsTheSameNumberOfStatementsWhateverItsSize()
    {
        const PostgresServer server(PostgresServer::Durability::Fast, { u"log_statement = 'all'"_s });
        const storage::Options options = server.createDatabase();
        const auto opened = server::Store::open(options, m_clock);
        QVERIFY(opened);
        server::Store &store = **opened;
        makeList(store, kAna, space(1), m_clock.now());
        quint64 number = 10'000;
        const auto pushOf = [&](int inserts, int updates) {
            std::vector<Write> writes;
            m_clock.advance(1s);
            for (int i = 0; i < inserts; ++i) {
                writes.push_back(named(++number, u"x"_s));
            }
            for (int i = 0; i < updates; ++i) {
                writes.push_back(
                    itemWrite(space(1), quint64(i + 1), m_clock.now(), { { item::kName, u"y"_s } }));
            }
            const auto outcome = store.push(kAna, writes);
            return outcome && outcome->rows.size() == writes.size();
        };
        QVERIFY(pushOf(250, 250) && pushOf(2, 2)); // each statement is prepared once a connection
        const auto few = executed(server, [&] { return pushOf(2, 2); });
        const auto many = executed(server, [&] { return pushOf(250, 250); });
        QCOMPARE(few, many);
        QVERIFY2(many > 0 && many <= 10, qPrintable(QString::number(many)));
    }

    void askingWhatBecameOfManySpacesIsOneStatement()
    {
        const PostgresServer server(PostgresServer::Durability::Fast, { u"log_statement = 'all'"_s });
        const storage::Options options = server.createDatabase();
        const auto opened = server::Store::open(options, m_clock);
        QVERIFY(opened);
        server::Store &store = **opened;
        std::vector<server::Store::Stranger> strangers;
        for (quint64 i = 0; i < 500; ++i) {
            strangers.push_back({ kAna, space(i + 1) });
        }
        const auto asked = [&] { return store.whyNot(strangers).has_value(); };
        QVERIFY(asked()); // each statement is prepared once a connection
        QCOMPARE(executed(server, asked), 1);
    }

    void everyAcknowledgedPushOutlivesKillMinusNine()
    {
        PostgresServer server(PostgresServer::Durability::Durable);
        const storage::Options options = server.createDatabase();
        makeList(**server::Store::open(options, m_clock), kAna, space(1), m_clock.now());
        constexpr int kWriters = 4;
        std::mutex mutex;
        std::map<quint64, qint64> acknowledged; // item to version
        std::atomic<bool> stop = false;
        std::vector<std::thread> writers;
        for (int writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([&, writer] {
                auto store = server::Store::open(options, m_clock);
                for (quint64 number = quint64(writer + 1) << 32; !stop; ++number) {
                    const Write write = named(number, u"x"_s);
                    // As a client does: again and again until it is acknowledged.
                    while (!stop) {
                        const auto outcome
                            = store ? (*store)->push(kAna, { &write, 1 }) : Failure(Code::Unavailable);
                        if (outcome) {
                            const std::lock_guard lock(mutex);
                            acknowledged[number]
                                = outcome->versions.empty() ? 0 : outcome->versions[0].version;
                            break;
                        }
                        if (outcome.error().code != Code::Unavailable) {
                            qFatal("not what a lost connection says: %s", qPrintable(outcome.error().detail));
                        }
                        QThread::yieldCurrentThread();
                    }
                }
            });
        }
        const auto count = [&] {
            const std::lock_guard lock(mutex);
            return acknowledged.size();
        };
        for (int kill = 0; kill < 3; ++kill) {
            const std::size_t before = count();
            QTRY_VERIFY_WITH_TIMEOUT(count() >= before + 40, 60'000);
            server.kill();
            server.start();
        }
        const std::size_t before = count();
        QTRY_VERIFY_WITH_TIMEOUT(count() >= before + 10, 60'000);
        stop = true;
        for (std::thread &writer : writers) {
            writer.join();
        }
        const auto store = server::Store::open(options, m_clock);
        std::map<quint64, qint64> kept;
        std::set<qint64> versions;
        for (const model::Record &record : catchUp(**store, kAna, space(1))) {
            versions.insert(record.version);
            if (record.key.kind == model::Kind::Item) {
                const QByteArray id = record.key.id.toBytes();
                kept[qFromBigEndian<quint64>(id.constData() + 8)] = record.version;
            }
        }
        for (const auto &[number, version] : acknowledged) {
            QVERIFY2(kept.contains(number), "an acknowledged write is lost");
            QVERIFY(version == 0
                || kept[number] == version); // 0: the answer before was lost, and it was there already
        }
        // One write a version, so without gaps every version is there.
        QCOMPARE(qint64(versions.size()), *(*store)->version(space(1)));
    }

    void aServerThatIsAwayIsUnavailableAndBackWhenItIsBack()
    {
        PostgresServer server;
        const storage::Options options = server.createDatabase();
        const auto store = server::Store::open(options, m_clock);
        makeList(**store, kAna, space(1), m_clock.now());
        const QString epoch = *(*store)->epoch();
        server.stop();
        QCOMPARE((*store)->version(space(1)).error().code, Code::Unavailable);
        QCOMPARE((*store)->version(space(1)).error().code, Code::Unavailable);
        server.start();
        QCOMPARE(*(*store)->version(space(1)), 1);
        QCOMPARE(*(*store)->epoch(), epoch); // a restart is no restore
    }

    void aRestoredDumpHasAnotherEpoch()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        makeList(*store, kAna, space(1), m_clock.now());
        const storage::Options restored = PostgresServer::shared().createDatabase();
        QProcess pipe;
        pipe.start(u"sh"_s,
            { u"-c"_s,
                u"pg_dump -h '%1' -U '%2' %3 | psql -q -h '%1' -U '%2' %4"_s.arg(
                    restored.host, restored.user, home.options().name, restored.name) });
        QVERIFY(pipe.waitForFinished() && pipe.exitCode() == 0);
        const auto after = server::Store::open(restored, m_clock);
        QVERIFY2(after, qPrintable(after ? QString() : after.error().detail));
        QCOMPARE(catchUp(**after, kAna, space(1)).size(), 2u);
        QVERIFY(*(*after)->epoch() != *store->epoch());
    }

    // It may lack the last commits of the one it stood by, so clients shall offer what they hold.
    void aStandbyThatIsPromotedHasAnotherEpoch()
    {
        const PostgresServer primary;
        const storage::Options options = primary.createDatabase();
        QVERIFY(server::Store::open(options, m_clock));
        const auto standby = PostgresServer::standbyOf(primary);
        storage::Options promoted = options;
        promoted.host = standby->socketFolder();
        standby->promote();
        QVERIFY(*(*server::Store::open(promoted, m_clock))->epoch()
            != *(*server::Store::open(options, m_clock))->epoch());
    }

private:
    StandingClock m_clock;
};

QTEST_GUILESS_MAIN(StoreOutageTest)
#include "store_outage_test.moc"
