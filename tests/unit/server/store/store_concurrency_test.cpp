// Several Stores on one database, each on its own thread, as the nodes and threads of a deployment are.
#include "tests/support/store_home.h"

#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using model::Role;
using protocol::Write;

namespace item = larder::model::item;
namespace list = larder::model::list;

static const model::UserId kAna = user(1);
static const model::UserId kBen = user(2);

class StoreConcurrencyTest : public QObject {
    Q_OBJECT

    // Each with a Store of its own; all begin at the same time.
    void inThreads(int count, const std::function<void(int, server::Store &)> &work)
    {
        std::barrier start(count);
        std::vector<std::thread> threads;
        for (int number = 0; number < count; ++number) {
            threads.emplace_back([&, number] {
                const auto store = m_home->open(m_clock);
                start.arrive_and_wait();
                work(number, *store);
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
    }

    Write write(model::SpaceId in, quint64 number, qint64 after, const QString &name) const
    {
        return itemWrite(in, number, m_clock.now() + Micros(after), { { item::kName, name } });
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
        makeList(*m_store, kAna, space(1), m_clock.now());
    }
    void cleanup() { m_store.reset(); }

    void sixteenWritersOfOneSpaceLeaveNoGapInItsVersions()
    {
        constexpr int kWriters = 16;
        constexpr int kPushes = 15;
        std::mutex mutex;
        std::map<qint64, std::vector<Record>> told; // by version: what the push that made it was told
        std::atomic<int> failures = 0;
        inThreads(kWriters, [&](int writer, server::Store &store) {
            for (int push = 0; push < kPushes; ++push) {
                // One item of its own, and one that all fight for.
                const std::vector writes { write(space(1), 1000 + writer * kPushes + push, 0, u"own"_s),
                    write(space(1), 7, writer + push * kWriters, u"%1 %2"_s.arg(writer).arg(push)) };
                const auto outcome = store.push(kAna, writes);
                if (!outcome || !outcome->corrections.empty() || outcome->versions.size() != 1) {
                    ++failures;
                    continue;
                }
                const std::lock_guard lock(mutex);
                told[outcome->versions[0].version] = outcome->rows;
            }
        });
        QCOMPARE(failures.load(), 0);
        QCOMPARE(told.size(), std::size_t(kWriters * kPushes)); // every push its own version
        QCOMPARE(told.begin()->first, 2);
        QCOMPARE(told.rbegin()->first, 1 + kWriters * kPushes);
        QCOMPARE(*m_store->version(space(1)), 1 + kWriters * kPushes);
        for (const auto &[version, rows] : told) {
            QVERIFY(std::ranges::all_of(rows, [&](const Record &row) { return row.version == version; }));
        }
        // The latest stamp won, whoever came last.
        for (const Record &record : catchUp(*m_store, kAna, space(1))) {
            if (record.key.id.value == uuid(7)) {
                QCOMPARE(record.text(item::kName), u"%1 %2"_s.arg(kWriters - 1).arg(kPushes - 1));
            }
        }
    }

    void aReaderWhileOthersWriteNeverMissesARow()
    {
        // Whoever follows page by page holds in the end what a fresh reader holds.
        std::atomic<int> writing = 4;
        std::map<model::RecordKey, Record> followed;
        inThreads(5, [&](int number, server::Store &store) {
            if (number < 4) {
                for (int push = 0; push < 25; ++push) {
                    std::vector<Write> writes;
                    for (int i = 0; i < 40; ++i) {
                        writes.push_back(write(space(1), quint64((push * 7 + i * 3) % 100 + 1),
                            number + push * 4, u"x%1"_s.arg(number)));
                    }
                    if (!store.push(kAna, writes)) {
                        qFatal("a push failed");
                    }
                }
                --writing;
                return;
            }
            qint64 cursor = 0;
            for (bool done = false; !done;) {
                done = writing == 0;
                const auto page
                    = store.page(kAna, { .space = space(1), .since = cursor, .part = 0, .resumeAfter = {} });
                if (!page || page->to < cursor) {
                    qFatal("a page went back");
                }
                for (const Record &row : page->rows) {
                    if (row.version <= cursor || row.version > page->to) {
                        qFatal("a row outside its page");
                    }
                    followed[row.key] = row;
                }
                cursor = page->to;
            }
        });
        std::map<model::RecordKey, Record> fresh;
        for (const Record &row : catchUp(*m_store, kAna, space(1))) {
            fresh[row.key] = row;
        }
        QCOMPARE(followed.size(), fresh.size());
        QVERIFY(followed == fresh);
    }

    void pushesIntoTheSameSpacesInAnyOrderDoNotDeadlock()
    {
        for (int i = 2; i <= 6; ++i) {
            makeList(*m_store, kAna, space(i), m_clock.now());
        }
        std::atomic<int> failures = 0;
        inThreads(8, [&](int number, server::Store &store) {
            for (int push = 0; push < 20; ++push) {
                std::vector<Write> writes;
                for (int i = 1; i <= 6; ++i) {
                    const int in = number % 2 == 0 ? i : 7 - i; // half of them the other way round
                    writes.push_back(write(space(in), 7, push * 8 + number, u"x"_s));
                }
                failures += store.push(kAna, writes) ? 0 : 1;
            }
        });
        QCOMPARE(failures.load(), 0);
        QCOMPARE(catchUp(*m_store, kAna, space(6)).size(), 3u);
        if (kDialectUnderTest == storage::Dialect::Postgres) {
            QSqlQuery query(m_store->database().connection());
            QVERIFY(query.exec(u"SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"_s)
                && query.next());
            QCOMPARE(query.value(0).toInt(), 0); // none that was only tried again
        }
    }

    void ofTwoOwnersWhoStepDownAtOnceOneStays()
    {
        for (int round = 0; round < 10; ++round) {
            const auto in = space(100 + round);
            makeList(*m_store, kAna, in, m_clock.now());
            QVERIFY(m_store->setMember(kAna, in, { kBen, Role::Owner, u"Ben"_s }));
            std::atomic<int> stepped = 0;
            inThreads(2, [&](int number, server::Store &store) {
                const auto who = number == 0 ? kAna : kBen;
                const bool leaves = round % 2 == 0;
                stepped += (leaves ? store.removeMember(who, in, who)
                                   : store.setMember(who, in, { who, Role::Viewer, {} }))
                    ? 1
                    : 0;
            });
            QCOMPARE(stepped.load(), 1);
            QCOMPARE(std::ranges::count(*m_store->members(in), Role::Owner, &server::Member::role), 1);
        }
    }

    void whoIsRevokedWhileTheirPushWaitsIsRefused()
    {
        // Role and rows are looked at under the lock, so each push is before the revocation or refused.
        for (int round = 0; round < 10; ++round) {
            const auto in = space(100 + round);
            makeList(*m_store, kAna, in, m_clock.now());
            QVERIFY(m_store->setMember(kAna, in, { kBen, Role::Editor, u"Ben"_s }));
            qint64 revokedAt = 0;
            std::vector<qint64> kept;
            inThreads(2, [&](int number, server::Store &store) {
                if (number == 0) {
                    const auto removed = store.removeMember(kAna, in, kBen);
                    revokedAt = removed->versions[0].version;
                    return;
                }
                for (int push = 0; push < 10; ++push) {
                    const Write one = write(in, 7, push, u"x"_s);
                    const auto outcome = store.push(kBen, { &one, 1 });
                    if (outcome->corrections.empty()) {
                        kept.push_back(outcome->versions[0].version);
                    } else if (outcome->corrections[0].code != Code::NotAMember
                        || !outcome->corrections[0].row.registers.empty()) {
                        qFatal("not refused as it should be");
                    }
                }
            });
            QVERIFY(kept.empty() || kept.back() < revokedAt);
        }
    }

    void twoWhoMakeTheSameSpaceAtOnceMakeOne()
    {
        for (int round = 0; round < 10; ++round) {
            const auto in = space(100 + round);
            std::array<Code, 2> codes {};
            std::array<bool, 2> kept {};
            inThreads(2, [&](int number, server::Store &store) {
                const std::vector writes { listWrite(in, m_clock.now(),
                                               { { list::kName, u"of %1"_s.arg(number) } }),
                    write(in, quint64(number), 0, u"x"_s) };
                const auto outcome = store.push(number == 0 || round % 2 == 0 ? kAna : kBen, writes);
                kept[number] = outcome && outcome->corrections.empty();
                codes[number] = outcome && !outcome->corrections.empty() ? outcome->corrections[0].code
                                                                         : Code::Internal;
            });
            if (round % 2 == 0) { // two devices of one user
                QVERIFY(kept[0] && kept[1]);
                QCOMPARE(*m_store->version(in), 2);
                QCOMPARE(catchUp(*m_store, kAna, in).size(), 4u);
            } else {
                QVERIFY(kept[0] != kept[1]);
                QCOMPARE(codes[kept[0] ? 1 : 0], Code::NotAMember);
                QCOMPARE(m_store->members(in)->size(), 1u);
            }
        }
    }

    void aSpaceThatIsDeletedWhileOthersWriteStaysDeleted()
    {
        for (int round = 0; round < 5; ++round) {
            const auto in = space(100 + round);
            makeList(*m_store, kAna, in, m_clock.now());
            inThreads(3, [&](int number, server::Store &store) {
                if (number == 0) {
                    if (!store.deleteSpace(kAna, in)) {
                        qFatal("not deleted");
                    }
                    return;
                }
                for (int push = 0; push < 10; ++push) {
                    const std::vector writes { listWrite(in, m_clock.now() + Micros(push),
                                                   { { list::kName, u"back"_s } }),
                        write(in, quint64(number), push, u"x"_s) };
                    const auto outcome = store.push(kAna, writes);
                    if (!outcome
                        || (!outcome->corrections.empty()
                            && outcome->corrections[0].code != Code::SpaceGone)) {
                        qFatal("neither kept nor gone");
                    }
                }
            });
            QCOMPARE(*m_store->version(in), 0);
            QCOMPARE(*m_store->whyNot(kAna, in), protocol::DropReason::Deleted);
        }
    }

    void theLimitOfASpaceHoldsAgainstThoseWhoFillItAtOnce()
    {
        for (int at = 0; at < limits::kRecordsPerSpace - 50; at += limits::kWritesPerPush) {
            std::vector<Write> writes;
            for (int i = at; i < std::min(at + limits::kWritesPerPush, limits::kRecordsPerSpace - 50); ++i) {
                writes.push_back(write(space(1), quint64(100'000 + i), 0, u"x"_s));
            }
            QVERIFY(m_store->push(kAna, writes));
        }
        std::atomic<int> refused = 0;
        inThreads(4, [&](int number, server::Store &store) {
            for (int i = 0; i < 20; ++i) {
                const Write one = write(space(1), quint64(1000 + number * 20 + i), 0, u"x"_s);
                refused += int(store.push(kAna, { &one, 1 })->corrections.size());
            }
        });
        QCOMPARE(refused.load(), 4 * 20 - 50);
        QCOMPARE(m_store->records(kAna, space(1), Kind::Item)->size(), std::size_t(limits::kRecordsPerSpace));
    }

private:
    StandingClock m_clock;
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
};

QTEST_GUILESS_MAIN(StoreConcurrencyTest)
#include "store_concurrency_test.moc"
