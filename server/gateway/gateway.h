// The WebSocket side of larderd: threads of sessions over the store and its feed.
//
// A change walks: feed -> FanOut (one delivery for all) -> workers -> sessions (who may have it, who is
// where) -> sockets. What a client pushes goes the other way: session -> PushHandler -> store, and comes back
// by the feed like everybody's. A node holds nothing that another needs: whoever is cut off comes back to any
// node and catches up by version. Lives on the main thread. Whoever owns it starts the feed after it, and
// stops the feed's thread after it is gone.
#pragma once

#include "server/gateway/authenticator.h"
#include "server/gateway/fan_out.h"
#include "server/gateway/gateway_stats.h"
#include "server/gateway/listener.h"
#include "server/gateway/session_state.h"

#include <QtCore/QThread>

namespace larder::server {

class InProcessFeed;
class StorePool;
class Worker;

class Gateway final : public QObject {
    Q_OBJECT

public:
    struct Config {
        QHostAddress address = QHostAddress::Any;
        quint16 port = 4848; // 0: any that is free
        int workers = 2;
        int connections = limits::kSocketConnections;
        int connectionsPerAddress = limits::kSocketConnectionsPerAddress; // 0: no bound, as behind a proxy
        std::chrono::milliseconds sweepEvery = std::chrono::seconds(1); // how late a time-out may be noticed
    };
    struct Parts {
        StorePool &store;
        Feed &feed;
        InProcessFeed *told; // the same feed, if the thread that writes has to tell it of commits; else null
        const Authenticator &authenticator;
        const Clock &clock;
    };

    // Configuration when the address can't be listened on.
    static Result<std::unique_ptr<Gateway>> listen(const Parts &parts, const Config &config);
    // Closes every socket with 1001, going away.
    ~Gateway() override;

    quint16 port() const { return m_listener.serverPort(); }
    // Any thread may read them.
    const GatewayStats &stats() const { return m_stats; }

    // Sign-out: the sockets of that session are closed as unauthenticated.
    void closeSession(model::SessionId session);

private:
    Gateway(const Parts &parts, const Config &config);
    void addWorker(const Parts &parts, const Config &config);
    void letFanOutGo();
    void adopt(qintptr descriptor, const QHostAddress &address);

    GatewayStats m_stats;
    const SessionRules m_rules;
    Listener m_listener;
    FanOut *m_fanOut; // lives on the feed's thread and is let go there
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<Worker *> m_workers; // each lives on its thread and is let go there
    std::size_t m_turn = 0; // which worker gets the next connection
};

} // namespace larder::server
