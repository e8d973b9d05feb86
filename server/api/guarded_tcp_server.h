// The listening socket of the REST API: it bounds what QHttpServer does not (how many connections, from
// where, how much they hold, how long they may take).
//
// One timer sweeps all connections once a second, so ten thousand of them cost no more timers than one.
// Lives on the main thread.
#pragma once

#include "core/clock.h"
#include "core/limits.h"
#include "server/api/request_framer.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <optional>

namespace larder::server {

class GuardedSocket;

struct GuardLimits {
    RequestFramer::Bounds framing;
    std::chrono::milliseconds headerTimeout = limits::kHttpHeaderTimeout;
    std::chrono::milliseconds bodyTimeout = limits::kHttpBodyTimeout;
    std::chrono::milliseconds idleTimeout = limits::kHttpIdleTimeout;
    std::chrono::milliseconds linger = limits::kHttpLinger;
    std::chrono::milliseconds sweepEvery = std::chrono::seconds(1);
    int connections = limits::kHttpConnections;
    int connectionsPerAddress = limits::kHttpConnectionsPerAddress;
    qint64 bufferedBytes = limits::kHttpBufferedBytes;
    QSet<QHostAddress> unlimitedAddresses; // of our own proxies, which stand for many
};

class GuardedTcpServer final : public QTcpServer {
    Q_OBJECT

public:
    // What a refused client is told, as the bytes of a whole answer.
    using Refusal = std::function<QByteArray(int status, const QHostAddress &peer)>;

    GuardedTcpServer(
        const GuardLimits &limits, const Clock &clock, Refusal refusal, QObject *parent = nullptr);
    ~GuardedTcpServer() override;

    const GuardLimits &limits() const { return m_limits; }
    const Clock &clock() const { return m_clock; }
    QByteArray refusal(int status, const QHostAddress &peer) const { return m_refusal(status, peer); }
    qint64 buffered() const { return m_buffered; }
    void countBuffered(qint64 change) { m_buffered += change; }
    qsizetype connections() const { return m_sockets.size(); }
    qsizetype turnedAway() const { return m_turnedAway.size(); } // and not gone yet

    // No new connections; those that are here end with their answer.
    void drain();
    bool isDraining() const { return m_draining; }

Q_SIGNALS:
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void turnAway(GuardedSocket *socket, int status);
    void forget(GuardedSocket *socket);
    void sweep();

    GuardLimits m_limits;
    const Clock &m_clock;
    Refusal m_refusal;
    QTimer m_sweep;
    QHash<GuardedSocket *, QHostAddress> m_sockets;
    QHash<QHostAddress, int> m_perAddress;
    QSet<GuardedSocket *> m_turnedAway;
    qint64 m_buffered = 0;
    std::optional<Micros> m_saidFull; // when we last told the log
    bool m_draining = false;
};

} // namespace larder::server
