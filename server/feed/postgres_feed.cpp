#include "server/feed/postgres_feed.h"

#include "core/assert.h"
#include "core/logging.h"
#include "server/feed/copy_data.h"

#include <QtCore/QThread>

namespace larder::server {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kHandOnBytes = 128 << 10; // while more is arriving, a batch is about this large
constexpr std::chrono::milliseconds kLookAgain = 2ms; // whether the readers let go

// Events, and what they weigh until the last reader has let go of them.
struct Batch {
    std::vector<FeedEvent> events;
    qint64 bytes = 0;
    std::shared_ptr<std::atomic<qint64>> handedBytes;

    Batch(std::vector<FeedEvent> taken, qint64 size, std::shared_ptr<std::atomic<qint64>> account)
        : events(std::move(taken))
        , bytes(size)
        , handedBytes(std::move(account))
    {
        handedBytes->fetch_add(bytes, std::memory_order_relaxed);
    }
    ~Batch() { handedBytes->fetch_sub(bytes, std::memory_order_relaxed); }
    Q_DISABLE_COPY_MOVE(Batch)
};

} // namespace

PostgresFeed::PostgresFeed(ReplicationConnection::Options options, const Clock &clock, Random &random)
    : PostgresFeed(std::move(options), Bounds {}, clock, random)
{
}

PostgresFeed::PostgresFeed(
    ReplicationConnection::Options options, Bounds bounds, const Clock &clock, Random &random)
    : m_options(std::move(options))
    , m_bounds(bounds)
    , m_clock(clock)
    , m_random(random)
    , m_builder(bounds.builder)
    , m_handedBytes(std::make_shared<std::atomic<qint64>>(0))
{
}

PostgresFeed::~PostgresFeed() = default;

void PostgresFeed::start()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    m_timers = std::make_unique<EventLoopTimers>();
    ReplicationListener &listener = *this;
    m_connection = std::make_unique<ReplicationConnection>(m_options, listener, m_clock, m_random);
    m_connection->start();
}

void PostgresFeed::stop()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    m_connection.reset();
    m_timers.reset();
    m_status.streaming = false;
}

void PostgresFeed::streamingBegan(quint32 firstXid)
{
    m_builder.restart(firstXid);
    m_complained = false;
    m_status.streaming = true;
    m_status.connects += 1;
    qCInfo(lcFeed, "streaming changes from PostgreSQL");
    Q_EMIT resumed();
}

void PostgresFeed::streamingEnded(const Error &reason)
{
    handOn(); // what was read is committed, whatever became of the connection
    m_status.streaming = false;
    qCWarning(lcFeed, "lost the stream of changes: %s", qUtf8Printable(reason.detail));
    Q_EMIT interrupted();
}

void PostgresFeed::attemptFailed(const Error &reason)
{
    // Once: it goes on for as long as the database is away.
    if (!m_complained) {
        qCWarning(lcFeed, "no stream of changes, trying on: %s", qUtf8Printable(reason.detail));
    }
    m_complained = true;
    m_status.failures += 1;
}

Result<void> PostgresFeed::received(QByteArrayView message)
{
    auto taken = m_builder.take(message);
    if (m_builder.readyBytes() >= kHandOnBytes) {
        handOn();
    }
    return taken;
}

void PostgresFeed::heardKeepalive(pgoutput::Lsn walEnd)
{
    handOn();
    if (!m_builder.isInTransaction()) {
        m_connection->confirm(walEnd);
    }
    reportLag();
}

bool PostgresFeed::isInLongPush() const
{
    return m_builder.isInLongPush();
}

void PostgresFeed::drained()
{
    handOn();
    reportLag();
}

void PostgresFeed::handOn()
{
    EventBuilder::Output output = m_builder.takeOutput();
    for (const QByteArray &message : output.heard) {
        Q_EMIT heard(message);
    }
    if (!output.events.empty()) {
        const auto batch
            = std::make_shared<const Batch>(std::move(output.events), output.bytes, m_handedBytes);
        Q_EMIT committed({ batch, &batch->events });
        m_status.rows += output.rows;
    }
    if (output.rowsLost) {
        // Rows changed in spaces that nobody can name: for the gateway that is the same as not having heard.
        Q_EMIT interrupted();
        Q_EMIT resumed();
    }
    if (output.transactions > 0) {
        m_status.transactions += output.transactions;
        m_status.lagMicros
            = std::max<qint64>(0, (m_clock.now() - unixTime(m_builder.lastCommitTime())).count());
    }
    m_connection->confirm(m_builder.lastEnd());
    if (m_handedBytes->load(std::memory_order_relaxed) > m_bounds.handedBytes && !m_connection->isPaused()) {
        m_connection->setPaused(true);
        m_status.paused = true;
        holdReading();
    }
}

void PostgresFeed::holdReading()
{
    if (m_handedBytes->load(std::memory_order_relaxed) > m_bounds.handedBytes / 2) {
        m_timers->start(kLookAgain, [this] { holdReading(); });
        return;
    }
    m_status.paused = false;
    m_connection->setPaused(false);
}

void PostgresFeed::reportLag()
{
    m_status.lagBytes = m_connection->lagBytes();
}

} // namespace larder::server
