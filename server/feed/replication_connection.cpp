#include "server/feed/replication_connection.h"

#include "core/assert.h"
#include "core/backoff.h"
#include "server/feed/copy_data.h"
#include "server/feed/statements.h"

#include <QtCore/QSocketNotifier>
#include <QtCore/QThread>
#include <QtNetwork/QHostInfo>

#include <libpq-fe.h>

#include <poll.h>

namespace larder::server {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using pgoutput::Lsn;

namespace {

constexpr std::chrono::milliseconds kAnswerTimeout = 10s; // for a query that waits for nobody
constexpr Backoff kBackoff { limits::kFeedBackoffFirst, limits::kFeedBackoffMax };
constexpr Micros kTurn = 10ms; // of reading, before the event loop has its turn

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
struct FreeCopy {
    void operator()(char *data) const { PQfreemem(data); }
};

QString trimmedMessage(const char *message)
{
    return QString::fromUtf8(message).simplified();
}

} // namespace

void ReplicationConnection::Close::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

ReplicationConnection::ReplicationConnection(
    Options options, ReplicationListener &listener, const Clock &clock, Random &random)
    : m_options(std::move(options))
    , m_listener(listener)
    , m_clock(clock)
    , m_random(random)
{
}

ReplicationConnection::~ReplicationConnection()
{
    close();
}

void ReplicationConnection::start()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    beginRound();
}

void ReplicationConnection::confirm(Lsn lsn)
{
    m_confirmed = std::max(m_confirmed, lsn);
    m_serverEnd = std::max(m_serverEnd, lsn);
}

qint64 ReplicationConnection::lagBytes() const
{
    return qint64(m_serverEnd - m_confirmed);
}

void ReplicationConnection::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    if (m_phase != Phase::Streaming) {
        return;
    }
    m_reader->setEnabled(!paused);
    if (!paused) {
        m_lastHeard = m_clock.monotonic();
        // Whole messages may wait in libpq's buffer, of which the socket knows nothing.
        QMetaObject::invokeMethod(this, &ReplicationConnection::onReadable, Qt::QueuedConnection);
    }
}

// ---- connecting

void ReplicationConnection::beginRound()
{
    auto round = parseTargets(m_options.conninfo);
    if (!round) {
        fail(round.error().code, round.error().detail);
        return;
    }
    m_round = std::move(*round);
    m_nextTarget = 0;
    tryNextTarget();
}

void ReplicationConnection::tryNextTarget()
{
    if (m_nextTarget >= m_round.targets.size()) {
        // Full jitter, so that the nodes of a cluster don't come back as one.
        const auto delay = kBackoff.wait(++m_failedRounds, m_random);
        m_timers.stop(m_deadline);
        m_deadline = m_timers.start(delay, [this] { beginRound(); });
        return;
    }
    const ReplicationTarget target = m_round.targets[m_nextTarget++];
    m_targetName = target.describe();
    if (target.needsLookup()) {
        setDeadline(m_options.connectTimeout);
        m_lookup
            = QHostInfo::lookupHost(QString::fromUtf8(target.host), this, &ReplicationConnection::resolved);
    } else {
        connectTo(target);
    }
}

void ReplicationConnection::resolved(const QHostInfo &info)
{
    if (info.lookupId() != m_lookup) {
        return; // of an attempt that was given up
    }
    m_lookup = -1;
    if (info.addresses().isEmpty()) {
        fail(Code::Network, info.errorString());
        return;
    }
    m_round.replaceByAddresses(--m_nextTarget, info.addresses());
    tryNextTarget();
}

void ReplicationConnection::connectTo(const ReplicationTarget &target)
{
    m_phase = Phase::Connecting;
    m_connection.reset(m_round.startConnecting(target));
    if (!m_connection || PQstatus(m_connection.get()) == CONNECTION_BAD) {
        failWithLibpqMessage();
        return;
    }
    PQsetNoticeProcessor(
        m_connection.get(), [](void *, const char *) {}, nullptr);
    setDeadline(m_options.connectTimeout);
    watchSocket(false, true);
}

void ReplicationConnection::pollConnecting()
{
    switch (PQconnectPoll(m_connection.get())) {
    case PGRES_POLLING_READING:
        watchSocket(true, false);
        return;
    case PGRES_POLLING_WRITING:
        watchSocket(false, true);
        return;
    case PGRES_POLLING_OK:
        break;
    default:
        failWithLibpqMessage();
        return;
    }
    if (PQsetnonblocking(m_connection.get(), 1) != 0) {
        failWithLibpqMessage();
        return;
    }
    // A new name each time: after a partition the old slot may live on until the server notices.
    m_slot = u"larder_"_s + QString::number(m_random.next(), 16);
    query(Phase::CreatingSlot, QString(sql::kCreateSlot).arg(m_slot));
}

void ReplicationConnection::query(Phase phase, const QString &command)
{
    m_phase = phase;
    if (PQsendQuery(m_connection.get(), command.toUtf8().constData()) != 1) {
        failWithLibpqMessage();
        return;
    }
    watchSocket(true, false);
    if (phase == Phase::CreatingSlot) {
        // A slot waits until every transaction has ended that writes now. That is nobody's fault and may take
        // long; whether the server still lives meanwhile is watched by TCP.
        m_timers.stop(m_deadline);
    } else {
        setDeadline(kAnswerTimeout);
    }
    flush();
}

void ReplicationConnection::readAnswer()
{
    if (PQconsumeInput(m_connection.get()) != 1) {
        failWithLibpqMessage();
        return;
    }
    const Phase phase = m_phase;
    while (m_phase == phase && !PQisBusy(m_connection.get())) {
        const std::unique_ptr<PGresult, ClearResult> result(PQgetResult(m_connection.get()));
        answered(phase, result.get());
    }
}

// Called for each result of the phase's query, and with null when there is none left.
void ReplicationConnection::answered(Phase phase, const pg_result *result)
{
    const ExecStatusType status = PQresultStatus(result);
    if (phase == Phase::Starting && status == PGRES_COPY_BOTH) {
        beginStreaming();
        return;
    }
    if (result) {
        if (status != PGRES_TUPLES_OK || phase == Phase::Starting) {
            fail(Code::Unavailable, trimmedMessage(PQresultErrorMessage(result)));
        } else if (phase == Phase::ReadingHorizon) {
            m_firstXid = quint32(QByteArray(PQgetvalue(result, 0, 0)).toULongLong());
            if (QByteArrayView(PQgetvalue(result, 0, 1)) != "t") {
                fail(Code::Configuration, u"the database has no publication "_s + m_options.publication);
            }
        }
        return;
    }
    QString publication = m_options.publication;
    publication.replace(u'\'', u"''"_s);
    if (phase == Phase::CreatingSlot) {
        query(Phase::ReadingHorizon, QString(sql::kReadHorizon).arg(publication));
    } else if (phase == Phase::ReadingHorizon) {
        query(Phase::Starting,
            QString(sql::kStartReplication).arg(m_slot, publication.replace(u'"', u"\"\""_s)));
    }
}

void ReplicationConnection::beginStreaming()
{
    m_phase = Phase::Streaming;
    m_failedRounds = 0;
    m_confirmed = 0;
    m_serverEnd = 0;
    m_lastHeard = m_clock.monotonic();
    m_timers.stop(m_deadline);
    m_heartbeat = m_timers.start(m_options.statusInterval, [this] { beat(); });
    m_listener.streamingBegan(m_firstXid);
    m_reader->setEnabled(!m_paused);
    QMetaObject::invokeMethod(this, &ReplicationConnection::onReadable, Qt::QueuedConnection);
}

// ---- streaming

void ReplicationConnection::readStream()
{
    const Micros begun = m_clock.monotonic();
    // TLS may keep bytes that the socket no longer shows; one more look finds them.
    const int looks = PQsslInUse(m_connection.get()) ? 2 : 1;
    for (int emptyLooks = 0; emptyLooks < looks && m_clock.monotonic() - begun < kTurn;) {
        if (PQconsumeInput(m_connection.get()) != 1) {
            failWithLibpqMessage();
            return;
        }
        const bool any = readBuffered();
        if (m_phase != Phase::Streaming || m_paused) {
            return;
        }
        emptyLooks = any ? 0 : emptyLooks + 1;
        if (any && m_listener.isInLongPush()) {
            letGather();
        }
    }
    m_listener.drained();
}

// Until the server has gone or the time is over.
void ReplicationConnection::letGather()
{
    pollfd socket { PQsocket(m_connection.get()), 0, 0 };
    const timespec time { 0, std::chrono::nanoseconds(limits::kFeedGather).count() };
    ::ppoll(&socket, 1, &time, nullptr);
}

// Whether there was anything. Afterwards the connection may be gone.
bool ReplicationConnection::readBuffered()
{
    bool any = false;
    while (!m_paused) {
        char *raw = nullptr;
        const int size = PQgetCopyData(m_connection.get(), &raw, 1);
        const std::unique_ptr<char, FreeCopy> data(raw);
        if (size == 0) {
            break;
        }
        if (size < 0) {
            const std::unique_ptr<PGresult, ClearResult> result(PQgetResult(m_connection.get()));
            const QString why = result ? trimmedMessage(PQresultErrorMessage(result.get())) : QString();
            fail(Code::Network, why.isEmpty() ? u"the server ended the stream"_s : why);
            return any;
        }
        any = true;
        if (const auto taken = takeCopyData(QByteArrayView(raw, size)); !taken) {
            fail(taken.error().code, taken.error().detail);
            return any;
        }
        if (m_phase != Phase::Streaming) {
            return any;
        }
    }
    if (any) {
        m_lastHeard = m_clock.monotonic();
    }
    return any;
}

Result<void> ReplicationConnection::takeCopyData(QByteArrayView data)
{
    const auto message = readCopyData(data);
    if (!message) {
        return Failure(message.error());
    }
    if (const auto *wal = std::get_if<WalData>(&*message)) {
        m_serverEnd = std::max(m_serverEnd, wal->walEnd);
        return m_listener.received(wal->payload);
    }
    const auto &keepalive = std::get<Keepalive>(*message);
    m_serverEnd = std::max(m_serverEnd, keepalive.walEnd);
    m_listener.heardKeepalive(keepalive.walEnd);
    if (keepalive.replyWanted) {
        sendStatus(false);
    }
    return {};
}

void ReplicationConnection::beat()
{
    m_heartbeat = m_timers.start(m_options.statusInterval, [this] { beat(); });
    const Micros silent = m_clock.monotonic() - m_lastHeard;
    // Who does not read can't hear.
    if (!m_paused && silent > m_options.silence) {
        fail(Code::Timeout, u"the server has said nothing for %1 ms"_s.arg(silent.count() / 1000));
        return;
    }
    sendStatus(silent > m_options.silence / 4);
}

void ReplicationConnection::sendStatus(bool askForReply)
{
    const auto message = standbyStatus(m_confirmed, m_clock.now(), askForReply);
    if (PQputCopyData(m_connection.get(), message.data(), int(message.size())) < 0) {
        failWithLibpqMessage();
        return;
    }
    flush();
}

void ReplicationConnection::flush()
{
    const int left = PQflush(m_connection.get());
    if (left < 0) {
        failWithLibpqMessage();
    } else if (m_writer) {
        m_writer->setEnabled(left > 0);
    }
}

// ---- the socket, and its end

void ReplicationConnection::onReadable()
{
    switch (m_phase) {
    case Phase::Idle:
        return;
    case Phase::Connecting:
        pollConnecting();
        return;
    case Phase::Streaming:
        if (!m_paused) {
            readStream();
        }
        return;
    default:
        readAnswer();
    }
}

void ReplicationConnection::onWritable()
{
    if (m_phase == Phase::Connecting) {
        pollConnecting();
    } else if (m_phase != Phase::Idle) {
        flush();
    }
}

// They may be the very callers, hence not deleted at once.
void ReplicationConnection::dropNotifiers()
{
    for (auto *notifier : { &m_reader, &m_writer }) {
        if (*notifier) {
            (*notifier)->setEnabled(false);
            notifier->release()->deleteLater();
        }
    }
}

// libpq may have another socket after each step of connecting, so the notifiers are made anew.
void ReplicationConnection::watchSocket(bool read, bool write)
{
    dropNotifiers();
    const int socket = PQsocket(m_connection.get());
    if (socket < 0) {
        failWithLibpqMessage();
        return;
    }
    m_reader = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    m_writer = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
    m_reader->setEnabled(read);
    m_writer->setEnabled(write);
    connect(m_reader.get(), &QSocketNotifier::activated, this, &ReplicationConnection::onReadable);
    connect(m_writer.get(), &QSocketNotifier::activated, this, &ReplicationConnection::onWritable);
}

void ReplicationConnection::setDeadline(std::chrono::milliseconds delay)
{
    m_timers.stop(m_deadline);
    m_deadline = m_timers.start(delay, [this] { fail(Code::Timeout, u"no answer in time"_s); });
}

void ReplicationConnection::failWithLibpqMessage()
{
    fail(Code::Network,
        m_connection ? trimmedMessage(PQerrorMessage(m_connection.get())) : u"out of memory"_s);
}

void ReplicationConnection::fail(Code code, const QString &detail)
{
    const bool wasStreaming = m_phase == Phase::Streaming;
    const Error reason { code, QString::fromUtf8(m_targetName) + u": "_s + detail };
    close();
    if (wasStreaming) {
        m_listener.streamingEnded(reason);
        m_nextTarget = m_round.targets.size(); // after a pause, from the first address
    } else {
        m_listener.attemptFailed(reason);
    }
    // Not in this turn: libpq or the listener may be below us on the stack.
    m_timers.stop(m_deadline);
    m_deadline = m_timers.start(0ms, [this] { tryNextTarget(); });
}

void ReplicationConnection::close()
{
    m_phase = Phase::Idle;
    m_timers.stop(m_deadline);
    m_timers.stop(m_heartbeat);
    if (m_lookup != -1) {
        QHostInfo::abortHostLookup(m_lookup);
        m_lookup = -1;
    }
    dropNotifiers();
    m_connection.reset();
}

} // namespace larder::server
