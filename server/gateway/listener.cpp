#include "server/gateway/listener.h"

#include "server/gateway/neighbourhood.h"
#include "server/gateway/spare_descriptors.h"

#include <sys/socket.h>
#include <unistd.h>

namespace larder::server {

namespace {

constexpr int kBacklog = 1'024; // the system's default of 50 is one burst of reconnects

QHostAddress peerOf(qintptr descriptor)
{
    sockaddr_storage peer {};
    socklen_t size = sizeof peer;
    if (::getpeername(int(descriptor), reinterpret_cast<sockaddr *>(&peer), &size) != 0) {
        return {};
    }
    return QHostAddress(reinterpret_cast<const sockaddr *>(&peer));
}

} // namespace

Listener::Listener(Bounds bounds, GatewayStats &stats)
    : m_bounds(bounds)
    , m_stats(stats)
{
    setListenBacklogSize(kBacklog);
}

void Listener::incomingConnection(qintptr descriptor)
{
    const QHostAddress peer = neighbourhoodOf(peerOf(descriptor));
    const bool full = isSpareDescriptor(descriptor) || m_connections >= m_bounds.connections
        || (m_bounds.perAddress > 0 && m_byAddress.value(peer) >= m_bounds.perAddress);
    if (full) {
        m_stats.refusedConnections.add();
        ::close(int(descriptor));
        return;
    }
    ++m_connections;
    ++m_byAddress[peer];
    Q_EMIT accepted(descriptor, peer);
}

void Listener::release(const QHostAddress &address)
{
    --m_connections;
    const auto place = m_byAddress.find(address);
    if (place != m_byAddress.end() && --place.value() == 0) {
        m_byAddress.erase(place);
    }
}

} // namespace larder::server
