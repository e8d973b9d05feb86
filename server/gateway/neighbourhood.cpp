#include "server/gateway/neighbourhood.h"

namespace larder::server {

QHostAddress neighbourhoodOf(const QHostAddress &address)
{
    constexpr int kNetworkBytes = 8;
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also of one that is mapped into IPv6
    if (isV4) {
        return QHostAddress(v4);
    }
    Q_IPV6ADDR v6 = address.toIPv6Address();
    std::fill(std::begin(v6.c) + kNetworkBytes, std::end(v6.c), quint8(0));
    return QHostAddress(v6);
}

} // namespace larder::server
