#include "server/gateway/listener.h"

#include "server/gateway/spare_descriptors.h"

#include <sys/socket.h>
#include <unistd.h>

namespace larder::server {

namespace {

constexpr int kBacklog = 1'024; // the system's default of 50 is one burst of reconnects

// One host may have a whole /64 of IPv6, so that counts as one address.
QHostAddress countedAs(const QHostAddress &address)
{
    constexpr int kNetworkBytes = 8;
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4) {
        return QHostAddress(v4);
    }
    Q_IPV6ADDR raw = address.toIPv6Address();
    for (int i = kNetworkBytes; i < int(sizeof raw.c); ++i) {
        raw[i] = 0;
    }
    return QHostAddress(raw);
}

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
    const QHostAddress peer = countedAs(peerOf(descriptor));
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
