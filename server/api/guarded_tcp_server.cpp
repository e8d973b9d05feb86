#include "server/api/guarded_tcp_server.h"

#include "core/logging.h"
#include "server/api/guarded_socket.h"
#include "server/gateway/neighbourhood.h"
#include "server/gateway/spare_descriptors.h"

#include <unistd.h>

namespace larder::server {

// Connections that wait to be accepted while the thread is busy; Qt's 50 are few when all clients come back
// at once.
static constexpr int kListenBacklog = 1'024;
static constexpr std::chrono::seconds kSayAgain { 10 };

GuardedTcpServer::GuardedTcpServer(
    const GuardLimits &limits, const Clock &clock, Refusal refusal, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
    , m_clock(clock)
    , m_refusal(std::move(refusal))
{
    setListenBacklogSize(kListenBacklog);
    // After an error Qt stops accepting, and would for ever: the sweep tries again.
    connect(this, &QTcpServer::acceptError, this,
        [this] { qCWarning(lcApi, "can't accept connections: %ls", qUtf16Printable(errorString())); });
    connect(&m_sweep, &QTimer::timeout, this, &GuardedTcpServer::sweep);
    m_sweep.start(m_limits.sweepEvery);
}

GuardedTcpServer::~GuardedTcpServer()
{
    // They count themselves out of our members, so they go before these do.
    qDeleteAll(findChildren<GuardedSocket *>(Qt::FindDirectChildrenOnly));
}

void GuardedTcpServer::incomingConnection(qintptr descriptor)
{
    if (isSpareDescriptor(descriptor)) {
        if (!m_saidFull || m_clock.monotonic() - *m_saidFull >= kSayAgain) {
            m_saidFull = m_clock.monotonic();
            qCWarning(lcApi, "out of file descriptors: connections are refused until some end");
        }
        ::close(int(descriptor));
        return;
    }
    auto *socket = new GuardedSocket(*this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(int(descriptor));
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QHostAddress address = neighbourhoodOf(socket->peerAddress());
    if (m_sockets.size() >= m_limits.connections) {
        turnAway(socket, 503);
        return;
    }
    int &fromThere = m_perAddress[address];
    if (fromThere >= m_limits.connectionsPerAddress
        && !m_limits.unlimitedAddresses.contains(socket->peerAddress())) {
        turnAway(socket, 429);
        return;
    }
    ++fromThere;
    m_sockets.insert(socket, address);
    connect(socket, &QObject::destroyed, this, [this, socket] { forget(socket); });
    addPendingConnection(socket);
}

// It gets its answer if only few are being turned away; in a flood we just hang up.
void GuardedTcpServer::turnAway(GuardedSocket *socket, int status)
{
    if (m_turnedAway.size() >= limits::kHttpRefusalsLingering) {
        delete socket;
        return;
    }
    m_turnedAway.insert(socket);
    connect(socket, &QObject::destroyed, this, [this, socket] { m_turnedAway.remove(socket); });
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    socket->refuse(status);
}

void GuardedTcpServer::forget(GuardedSocket *socket)
{
    const QHostAddress address = m_sockets.take(socket);
    if (--m_perAddress[address] <= 0) {
        m_perAddress.remove(address);
    }
    if (m_draining && m_sockets.isEmpty()) {
        Q_EMIT drained();
    }
}

void GuardedTcpServer::sweep()
{
    if (isListening()) {
        resumeAccepting();
    }
    const Micros now = m_clock.monotonic();
    // Copies: an aborted socket leaves the containers.
    for (GuardedSocket *socket : m_sockets.keys()) {
        socket->sweep(now);
    }
    for (GuardedSocket *socket : QSet<GuardedSocket *>(m_turnedAway)) {
        socket->sweep(now);
    }
}

void GuardedTcpServer::drain()
{
    m_draining = true;
    close();
    for (GuardedSocket *socket : m_sockets.keys()) {
        socket->finish();
    }
    if (m_sockets.isEmpty()) {
        Q_EMIT drained();
    }
}

} // namespace larder::server
