// PostgreSQL's log as a stream: a libpq connection in replication mode, with a temporary slot of its own.
//
// The slot dies with the connection, so nothing here can hold the primary's disk; what was committed between
// two connections is not told, and the listener knows that from streamingEnded and streamingBegan. While
// connected it tells the server every second what need not be kept any more, and at once when asked. A peer
// that says nothing though it was asked is given up. It reconnects for ever, with jitter, walking through all
// addresses of the connection string, so it finds the new primary after a failover.
//
// Nothing blocks: it lives on the feed thread's event loop, where it is made, and calls its listener there.
#pragma once

#include "core/clock.h"
#include "core/limits.h"
#include "core/random.h"
#include "core/result.h"
#include "server/feed/pgoutput_decoder.h"
#include "server/feed/replication_targets.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

class QHostInfo;
class QSocketNotifier;
struct pg_conn;
struct pg_result;

namespace larder::server {

class ReplicationListener {
public:
    virtual ~ReplicationListener() = default;
    // Everything that commits from now on will be told. `firstXid` is the first transaction that began after
    // the slot.
    virtual void streamingBegan(quint32 firstXid) = 0;
    virtual void streamingEnded(const Error &reason) = 0;
    virtual void attemptFailed(const Error &reason) = 0;
    // One pgoutput message, valid during the call. A failure ends the connection.
    virtual Result<void> received(QByteArrayView message) = 0;
    // The server has nothing more to tell up to `walEnd`.
    virtual void heardKeepalive(pgoutput::Lsn walEnd) = 0;
    // Whether many rows of a push have come and more are about to. Each would wake us, which costs the server
    // and us more than the row does, so they are left to gather for kFeedGather; a timer of the event loop is
    // too coarse.
    virtual bool isInLongPush() const = 0;
    // What had arrived has been told; a good moment to hand on.
    virtual void drained() = 0;
};

class ReplicationConnection final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QByteArray conninfo; // as libpq takes it: hosts, target_session_attrs, TLS, …
        QString publication = QStringLiteral("larder");
        std::chrono::milliseconds statusInterval = limits::kFeedStatusInterval;
        std::chrono::milliseconds silence = limits::kFeedSilence;
        std::chrono::milliseconds connectTimeout = limits::kFeedConnectTimeout;
    };

    ReplicationConnection(Options options, ReplicationListener &listener, const Clock &clock, Random &random);
    ~ReplicationConnection() override;

    void start();
    // The server need not keep what lies before `lsn`; it is told with the next status.
    void confirm(pgoutput::Lsn lsn);
    // Stops and resumes reading, so that a slow listener slows the server and not our memory.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    // How far the server's log was ahead of what is confirmed, by the newest we heard.
    qint64 lagBytes() const;

private:
    enum class Phase : quint8 { Idle, Connecting, CreatingSlot, ReadingHorizon, Starting, Streaming };
    struct Close {
        void operator()(pg_conn *connection) const;
    };

    void beginRound();
    void tryNextTarget();
    void resolved(const QHostInfo &info);
    void connectTo(const ReplicationTarget &target);
    void pollConnecting();
    void query(Phase phase, const QString &command);
    void readAnswer();
    void answered(Phase phase, const pg_result *result);
    void beginStreaming();
    void readStream();
    void letGather();
    bool readBuffered();
    Result<void> takeCopyData(QByteArrayView data);
    void beat();
    void sendStatus(bool askForReply);
    void flush();
    void fail(Code code, const QString &detail);
    void failWithLibpqMessage();
    void close();
    void dropNotifiers();
    void watchSocket(bool read, bool write);
    void onReadable();
    void onWritable();
    void setDeadline(std::chrono::milliseconds delay);

    Options m_options;
    ReplicationListener &m_listener;
    const Clock &m_clock;
    Random &m_random;
    EventLoopTimers m_timers;
    Timers::Id m_deadline = 0;
    Timers::Id m_heartbeat = 0;

    Phase m_phase = Phase::Idle;
    ReplicationTargets m_round;
    std::size_t m_nextTarget = 0;
    int m_failedRounds = 0;
    int m_lookup = -1;
    QByteArray m_targetName;
    QString m_slot;
    quint32 m_firstXid = 0;
    std::unique_ptr<pg_conn, Close> m_connection;
    std::unique_ptr<QSocketNotifier> m_reader;
    std::unique_ptr<QSocketNotifier> m_writer;

    bool m_paused = false;
    pgoutput::Lsn m_confirmed = 0;
    pgoutput::Lsn m_serverEnd = 0;
    Micros m_lastHeard {};
};

} // namespace larder::server
