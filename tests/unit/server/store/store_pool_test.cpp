#include "server/store/store_pool.h"

#include "tests/support/store_home.h"

#include <QtTest/QTest>

#include <atomic>
#include <set>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::test;
using server::Store;
using server::StorePool;

static const model::UserId kAna = user(1);

class StorePoolTest : public QObject {
    Q_OBJECT

    std::unique_ptr<StorePool> open(const storage::Options &options, StorePool::Sizes sizes = {})
    {
        auto pool = StorePool::open(options, m_clock, sizes);
        return pool ? std::move(*pool) : nullptr;
    }

    auto pushOf(quint64 number) const
    {
        return [write = itemWrite(space(1), number, m_clock.now(), { { model::item::kName, u"x"_s } })](
                   Store &store) {
            return store.push(kAna, { &write, 1 });
        };
    }

private Q_SLOTS:
    void answersThroughFutures()
    {
        const StoreHome home;
        const auto pool = open(home.options());
        QVERIFY(pool);
        QCOMPARE(pool->dialect(), kDialectUnderTest);
        makeList(*home.open(m_clock), kAna, space(1), m_clock.now());
        std::vector<QFuture<Result<server::PushOutcome>>> answers;
        for (quint64 i = 1; i <= 50; ++i) {
            answers.push_back(pool->write(pushOf(i)));
        }
        std::set<qint64> versions;
        for (auto &answer : answers) {
            versions.insert(answer.result()->versions.at(0).version);
        }
        QCOMPARE(versions.size(), 50u);
        QCOMPARE(*versions.rbegin(), 51);
        QCOMPARE(*pool->read([](Store &store) { return store.version(space(1)); }).result(), 51);
    }

    void sqliteIsWrittenByOneThreadInTheOrderOfAsking()
    {
        if (kDialectUnderTest != storage::Dialect::Sqlite) {
            return; // PostgreSQL has as many writers as were asked for
        }
        const StoreHome home;
        const auto pool = open(home.options(), { .writers = 8, .readers = 2 });
        makeList(*home.open(m_clock), kAna, space(1), m_clock.now());
        std::vector<QFuture<Result<server::PushOutcome>>> answers;
        for (quint64 i = 1; i <= 50; ++i) {
            answers.push_back(pool->write(pushOf(i)));
        }
        for (std::size_t i = 0; i < answers.size(); ++i) {
            QCOMPARE(answers[i].result()->versions.at(0).version, qint64(i) + 2);
        }
    }

    void aSettingThatCannotWorkIsToldAtOnce()
    {
        storage::Options options = StoreHome().options();
        options.name = u"/nonexistent/larder"_s;
        const auto pool = StorePool::open(options, m_clock, {});
        QVERIFY(!pool);
    }

    void opensAnotherConnectionAfterOneWasLost()
    {
        const StoreHome home;
        const auto pool = open(home.options(), { .writers = 1, .readers = 1 });
        const auto connectionName = [&pool] {
            return *pool->read([](Store &store) -> Result<QString> {
                            return store.database().connection().connectionName();
                        })
                        .result();
        };
        const QString before = connectionName();
        QCOMPARE(connectionName(), before);
        const auto lost
            = pool->read([](Store &) -> Result<int> { return Failure(Code::Unavailable); }).result();
        QVERIFY(!lost);
        QVERIFY(connectionName() != before);
    }

    void finishesWhatWasAskedBeforeItGoes()
    {
        const StoreHome home;
        makeList(*home.open(m_clock), kAna, space(1), m_clock.now());
        std::vector<QFuture<Result<server::PushOutcome>>> answers;
        {
            const auto pool = open(home.options());
            for (quint64 i = 1; i <= 20; ++i) {
                answers.push_back(pool->write(pushOf(i)));
            }
        }
        for (auto &answer : answers) {
            QVERIFY(answer.isFinished() && answer.result());
        }
        QCOMPARE(*home.open(m_clock)->version(space(1)), 21);
    }

private:
    StandingClock m_clock;
};

QTEST_GUILESS_MAIN(StorePoolTest)
#include "store_pool_test.moc"
