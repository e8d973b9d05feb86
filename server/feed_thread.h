// The feed that goes with the store, and the thread it lives on. The gateway, part of which lives on that
// thread, is gone before it stops; who listens on another thread may stay, and hears nothing more.
#pragma once

#include "server/feed/feed_status.h"
#include "server/feed/in_process_feed.h"

#include <QtCore/QThread>

namespace larder {
class Random;
}

namespace larder::server {

class FeedThread {
public:
    // `replication`: a libpq connection string, which the feed of SQLite does not need.
    FeedThread(storage::Dialect dialect, const QByteArray &replication, const Clock &clock, Random &random);
    ~FeedThread();
    Q_DISABLE_COPY_MOVE(FeedThread)

    Feed &feed() { return *m_feed; }
    InProcessFeed *told() { return m_told; } // the same feed, when it has to be told of commits
    const FeedStatus *status() const { return m_status; } // of PostgreSQL's

    void start();
    void stop();

private:
    QThread m_thread;
    std::unique_ptr<Feed> m_feed;
    InProcessFeed *m_told = nullptr;
    const FeedStatus *m_status = nullptr;
};

} // namespace larder::server
