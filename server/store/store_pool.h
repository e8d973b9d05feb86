// Threads with a Store each. Work is queued and answered through a future; writes to SQLite have one thread,
// because it has one writer, and are therefore told to the in-process feed in commit order.
//
// Thread-safe. The work runs on a pool thread: it takes values, gives values, and touches nothing else.
#pragma once

#include "server/store/store.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <QtCore/QThreadStorage>

namespace larder::server {

class StorePool {
public:
    struct Sizes {
        int writers = 8; // 1 on SQLite, whatever is asked for
        int readers = 4;
    };

    // Opens one Store at once, so that a wrong setting is told here; others when they are first needed.
    static Result<std::unique_ptr<StorePool>> open(
        const storage::Options &options, const Clock &clock, Sizes sizes);
    ~StorePool();
    Q_DISABLE_COPY_MOVE(StorePool)

    storage::Dialect dialect() const;

    // `work` is Result<X>(Store &). Unavailable when the database can't be reached; the next call tries
    // again.
    template<typename Work> auto write(Work work) { return run(m_writers, std::move(work)); }
    template<typename Work> auto read(Work work) { return run(m_readers, std::move(work)); }

private:
    StorePool(storage::Options options, const Clock &clock, Sizes sizes);

    // Not QtConcurrent::run: who waits for its future may be made to run the work itself, on a thread that is
    // none of the pool's, beside the one writer and with a Store that outlives the pool.
    template<typename Work> QFuture<std::invoke_result_t<Work, Store &>> run(QThreadPool &pool, Work work)
    {
        auto promise = std::make_shared<QPromise<std::invoke_result_t<Work, Store &>>>();
        promise->start();
        pool.start([this, promise, work = std::make_shared<Work>(std::move(work))] {
            promise->addResult(answer(*work));
            promise->finish();
        });
        return promise->future();
    }
    template<typename Work> std::invoke_result_t<Work, Store &> answer(Work &work)
    {
        Result<Store *> store = storeOfThisThread();
        if (!store) {
            return Failure(store.error());
        }
        auto result = work(**store);
        if (!result && result.error().code == Code::Unavailable) {
            (*store)->markLost();
        }
        return result;
    }
    Result<Store *> storeOfThisThread();

    storage::Options m_options;
    const Clock &m_clock;
    QThreadStorage<Store *> m_stores; // before the threads, which delete theirs when they end
    QThreadPool m_writers;
    QThreadPool m_readers;
};

} // namespace larder::server
