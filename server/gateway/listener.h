// Accepts TCP connections and says so; who takes the descriptor is somebody else's business.
//
// Bounds connections in all and per address, so that one host can't take every place. Behind a proxy all
// clients share its address: there the bound per address is the proxy's job, and 0 switches ours off. Lives
// on the main thread.
#pragma once

#include "core/result.h"
#include "server/gateway/gateway_stats.h"

#include <QtCore/QHash>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

namespace larder::server {

class Listener final : public QTcpServer {
    Q_OBJECT

public:
    struct Bounds {
        int connections = 0;
        int perAddress = 0; // 0: no bound
    };

    Listener(Bounds bounds, GatewayStats &stats);

    // A connection that was accepted is no more.
    void release(const QHostAddress &address);

Q_SIGNALS:
    // Whoever takes it owns the descriptor, and sees to it that `address` is released.
    void accepted(qintptr descriptor, const QHostAddress &address);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const Bounds m_bounds;
    GatewayStats &m_stats;
    int m_connections = 0;
    QHash<QHostAddress, int> m_byAddress;
};

} // namespace larder::server
