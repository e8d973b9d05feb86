// The feed from PostgreSQL's log: a replication connection, and what its messages mean.
//
// It hands on what has arrived as one batch of events, in commit order, and confirms to the server only what
// it has handed on. Batches are counted until the last reader lets go of them: when too many bytes are out,
// the feed stops reading, so a slow gateway costs the server's disk (bounded by max_slot_wal_keep_size) and
// not our memory. Made anywhere, moved to the feed thread, started and stopped there.
#pragma once

#include "core/clock.h"
#include "core/random.h"
#include "server/feed/event_builder.h"
#include "server/feed/feed.h"
#include "server/feed/feed_status.h"
#include "server/feed/replication_connection.h"

namespace larder::server {

class PostgresFeed final : public Feed, private ReplicationListener {
    Q_OBJECT

public:
    struct Bounds {
        EventBuilder::Bounds builder = {};
        qint64 handedBytes = limits::kFeedHandedBytes;
    };

    PostgresFeed(ReplicationConnection::Options options, const Clock &clock, Random &random);
    PostgresFeed(ReplicationConnection::Options options, Bounds bounds, const Clock &clock, Random &random);
    ~PostgresFeed() override;

    void start() override;
    void stop() override;

    const FeedStatus &status() const { return m_status; } // thread-safe, as long as the feed lives

private:
    void streamingBegan(quint32 firstXid) override;
    void streamingEnded(const Error &reason) override;
    void attemptFailed(const Error &reason) override;
    Result<void> received(QByteArrayView message) override;
    void heardKeepalive(pgoutput::Lsn walEnd) override;
    bool isInLongPush() const override;
    void drained() override;

    void handOn();
    void reportLag();
    void holdReading();

    ReplicationConnection::Options m_options;
    Bounds m_bounds;
    const Clock &m_clock;
    Random &m_random;
    EventBuilder m_builder;
    FeedStatus m_status;
    std::shared_ptr<std::atomic<qint64>> m_handedBytes;
    bool m_complained = false;
    std::unique_ptr<EventLoopTimers> m_timers; // made with the connection, on the feed thread
    std::unique_ptr<ReplicationConnection> m_connection;
};

} // namespace larder::server
