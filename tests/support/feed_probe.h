// A PostgreSQL feed on its own thread, and all it says, in order, on the test's thread.
#pragma once

#include "server/feed/postgres_feed.h"

#include <QtCore/QThread>

namespace larder::test {

class FeedProbe final : public QObject {
public:
    using Options = server::ReplicationConnection::Options;

    explicit FeedProbe(const Options &options, const server::PostgresFeed::Bounds &bounds = {})
        : m_feed(std::make_unique<server::PostgresFeed>(options, bounds, m_clock, m_random))
    {
        m_thread.setObjectName(QLatin1StringView("feed"));
        m_feed->moveToThread(&m_thread);
        connect(&m_thread, &QThread::started, m_feed.get(), &server::Feed::start);
        connect(&m_thread, &QThread::finished, m_feed.get(), &server::Feed::stop, Qt::DirectConnection);
        connect(m_feed.get(), &server::Feed::committed, this, [this](const auto &batch) {
            if (m_keepBatches) {
                kept.push_back(batch);
            }
            events.insert(events.end(), batch->begin(), batch->end());
        });
        connect(m_feed.get(), &server::Feed::heard, this,
            [this](const QByteArray &message) { heard << message; });
        connect(m_feed.get(), &server::Feed::resumed, this, [this] { ++resumed; });
        connect(m_feed.get(), &server::Feed::interrupted, this, [this] { ++interrupted; });
        m_thread.start();
    }
    ~FeedProbe() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    const server::FeedStatus &status() const { return m_feed->status(); }
    // From now on every batch is kept, as by a reader that never comes to an end.
    void keepBatches() { m_keepBatches = true; }

    // The rows told so far, over all changes.
    std::vector<model::Record> rows() const
    {
        std::vector<model::Record> all;
        for (const server::FeedEvent &event : events) {
            if (const auto *change = std::get_if<server::Change>(&event)) {
                all.insert(all.end(), change->rows.begin(), change->rows.end());
            }
        }
        return all;
    }

    std::vector<server::FeedEvent> events;
    std::vector<std::shared_ptr<const std::vector<server::FeedEvent>>> kept;
    QList<QByteArray> heard;
    int resumed = 0;
    int interrupted = 0;

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QThread m_thread;
    std::unique_ptr<server::PostgresFeed> m_feed;
    bool m_keepBatches = false;
};

} // namespace larder::test
