// One thread of sessions: their sockets, who follows which space, and what was delivered lately.
//
// It shares nothing with other workers but the deliveries, which never change. Sockets that have not finished
// their upgrade to a WebSocket yet are counted and timed here, because QWebSocketServer does neither for
// sockets that it is given. Lives on its own thread from start() on, and is deleted there, saying goodbye to
// every client.
#pragma once

#include "server/gateway/catch_up.h"
#include "server/gateway/client_session.h"
#include "server/gateway/descriptor.h"
#include "server/gateway/push_handler.h"
#include "server/gateway/spaces_reader.h"
#include "server/gateway/untold_members.h"

#include <QtNetwork/QHostAddress>
#include <QtWebSockets/QWebSocketServer>

#include <unordered_map>

namespace larder::server {

class Worker final : public QObject, public ClientSession::Host {
    Q_OBJECT

public:
    Worker(StorePool &pool, InProcessFeed *feed, const SessionRules &rules,
        std::chrono::milliseconds sweepEvery, GatewayStats &stats);
    ~Worker() override;

    // First of all, on its thread.
    void start();
    // `address` is what the connection is counted as, and is given back with `released`.
    void adopt(Descriptor &descriptor, const QHostAddress &address);
    void deliver(const larder::server::Deliveries &deliveries);
    void feedInterrupted();
    void feedResumed();
    void closeSession(model::SessionId session);

Q_SIGNALS:
    // A connection that was adopted is no more.
    void released(const QHostAddress &address);
    // One round of deliveries is done.
    void delivered();

private:
    struct Handshake {
        QTcpSocket *transport;
        Micros begun; // monotonic
    };

    void upgraded();
    void disconnected(QTcpSocket *transport, const QHostAddress &address);
    void sweepLater();
    void sweep();
    void bury();
    void readMembers(const model::SpaceId &space, qint64 version, const UntoldMembers::Then &then);
    void noteEpoch(const QString &epoch);
    void compareMembers(const model::SpaceId &space, const std::vector<Member> &members);
    void deliverOne(const Delivery &delivery);
    void deliverTo(const std::vector<ClientSession *> &followers, const Delivery &delivery);
    void tellMembers(const Delivery &delivery);
    // Something happens to a session: `event` tells its state, and what that wants is done.
    template<typename Event> void happen(ClientSession &session, Event event);
    ClientSession *find(ClientSession::Number number) const;

    void subscribe(ClientSession &session, const model::SpaceId &space, Actions &more) override;
    void unsubscribe(ClientSession &session, const model::SpaceId &space) override;
    void readSpaces(ClientSession &session, ReadSpaces request) override;
    std::optional<PageRead> readPage(ClientSession &session, const ReadPage &request) override;
    void wakeLater(ClientSession &session, std::chrono::milliseconds delay) override;
    void runPush(ClientSession &session, RunPush request) override;

    const SessionRules &m_rules;
    const std::chrono::milliseconds m_sweepEvery;
    GatewayStats &m_stats;
    StoreDesk m_desk;
    QString m_epoch; // of the newest answer of the store
    Recent m_recent;
    CatchUp m_catchUp;
    SpacesReader m_spacesReader;
    PushHandler m_pushHandler;
    std::unique_ptr<Timers> m_timers;
    std::unique_ptr<UntoldMembers> m_untold;
    QWebSocketServer m_server; // never listens
    ClientSession::Number m_last = 0;
    std::optional<quint64> m_subscribingAsOf; // while an answer about spaces is being taken
    std::vector<Handshake> m_handshakes;
    std::unordered_map<ClientSession::Number, std::unique_ptr<ClientSession>> m_sessions;
    std::unordered_map<model::SpaceId, std::vector<ClientSession *>> m_subscribers;
    std::unordered_map<model::UserId, std::vector<ClientSession *>> m_byUser;
    std::vector<ClientSession::Number> m_ended;
    std::vector<ClientSession *> m_audience; // of the delivery that is under way
    std::vector<ClientSession *> m_written; // and have something to flush
};

} // namespace larder::server
