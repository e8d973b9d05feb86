#include "server/feed_thread.h"

#include "server/feed/postgres_feed.h"

namespace larder::server {

FeedThread::FeedThread(
    storage::Dialect dialect, const QByteArray &replication, const Clock &clock, Random &random)
{
    if (dialect == storage::Dialect::Sqlite) {
        auto inProcess = std::make_unique<InProcessFeed>();
        m_told = inProcess.get();
        m_feed = std::move(inProcess);
    } else {
        auto postgres = std::make_unique<PostgresFeed>(
            ReplicationConnection::Options { .conninfo = replication }, clock, random);
        m_status = &postgres->status();
        m_feed = std::move(postgres);
    }
    m_thread.setObjectName(QStringLiteral("feed"));
    m_feed->moveToThread(&m_thread);
    // Directly, because it must be on that thread, whose event loop has just ended.
    QObject::connect(&m_thread, &QThread::finished, m_feed.get(), &Feed::stop, Qt::DirectConnection);
    m_thread.start();
}

FeedThread::~FeedThread()
{
    stop();
}

void FeedThread::start()
{
    QMetaObject::invokeMethod(m_feed.get(), &Feed::start);
}

void FeedThread::stop()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace larder::server
