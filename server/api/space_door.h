// The REST server's way to the store: reads, and writes with what must follow each of them. On SQLite the
// thread that wrote tells the feed, after the commit and before its next transaction; on any store the cache
// forgets what this node now knows to be old, before the answer goes out.
//
// Lives on the main thread, where its futures end; the work runs on a pool thread.
#pragma once

#include "server/accounts/persistently.h"
#include "server/api/answer.h"
#include "server/api/list_cache.h"
#include "server/feed/in_process_feed.h"
#include "server/store/store_pool.h"

namespace larder::server {

class SpaceDoor {
public:
    // `told`: the feed, if it has to be told of commits.
    SpaceDoor(StorePool &pool, InProcessFeed *told, ListCache &cache)
        : m_pool(pool)
        , m_told(told)
        , m_cache(cache)
    {
    }

    ListCache &cache() { return m_cache; }

    template<typename Work> auto read(Work work) { return m_pool.read(persistently(std::move(work))); }

    // `work` is Result<PushOutcome>(Store &), and may be done twice; `then` is Answer(const
    // Result<PushOutcome> &), on the main thread.
    template<typename Work, typename Then> QFuture<Answer> write(Work work, Then then)
    {
        auto published = [work = persistently(std::move(work)), told = m_told](Store &store) mutable {
            Result<PushOutcome> outcome = work(store);
            if (outcome && told) {
                told->publish(*outcome);
            }
            return outcome;
        };
        return m_pool.write(std::move(published))
            .then(&m_cache, [this, then = std::move(then)](const Result<PushOutcome> &outcome) {
                if (outcome) {
                    for (const protocol::Cursor &cursor : outcome->versions) {
                        m_cache.moved(cursor.space, cursor.version);
                    }
                }
                return then(outcome);
            });
    }

    // What is kept beside the records: no version moves, and nobody is told.
    template<typename Work> auto writeBeside(Work work)
    {
        return m_pool.write(persistently(std::move(work)));
    }

    QFuture<Answer> deleteSpace(model::UserId actor, model::SpaceId space);

private:
    StorePool &m_pool;
    InProcessFeed *m_told;
    ListCache &m_cache;
};

} // namespace larder::server
