// One node of larderd without its sockets and threads: the gateway's sessions and fan-out over a real Store,
// on virtual time. What its workers do between threads happens here after short waits of random length, so
// that all that can come between does.
#pragma once

#include "server/feed/in_process_feed.h"
#include "server/gateway/fan_out.h"
#include "server/gateway/recent.h"
#include "server/gateway/session_state.h"

#include "tests/support/lossy_transport.h"

#include <QtCore/QPointer>

#include <functional>
#include <map>
#include <memory>

namespace larder::test {

// Its tokens are the user's id.
class TrustingAuthenticator final : public server::Authenticator {
public:
    Result<server::Identity> verify(QStringView token) const override;
};

class WorldServer final : public QObject, public ServerEnd {
    Q_OBJECT

public:
    WorldServer(VirtualTime &time, SeededRandom &random, const Clock &clock, server::Store &store);
    ~WorldServer() override;

    server::Store &store() { return *m_store; }
    // Another one is served from now on; the node crashes for it and has to be started.
    void serve(server::Store &store);

    // Every connection is lost, and so is what the node had not answered; the store stays.
    void crash();
    void start() { m_running = true; }
    bool isRunning() const { return m_running; }

    // What REST does: changes that only the server writes, told to everybody as any other.
    Result<void> setMember(model::UserId actor, model::SpaceId space, const server::Member &member);
    Result<void> removeMember(model::UserId actor, model::SpaceId space, model::UserId user);
    Result<void> deleteSpace(model::UserId actor, model::SpaceId space);
    // As when 90 days have gone by without anybody writing to them; the number of records and spaces. The
    // node crashes for it, as for the next.
    int forgetDeleted();
    // As after a restore. PostgreSQL notices one by itself; for a file that is put back, whoever does it has
    // to.
    void changeEpoch();

    bool connected(quint64 connection, LossyTransport &client) override;
    void heard(quint64 connection, const QByteArray &message) override;
    void gone(quint64 connection) override;

private:
    struct Session {
        Session(const server::SessionRules &rules, LossyTransport &transport)
            : state(rules)
            , client(&transport)
        {
        }
        server::SessionState state;
        QPointer<LossyTransport> client;
    };

    static constexpr server::Recent::Bounds kRecent { .weight = 1
            << 16 }; // small, so that the store is read often

    // Runs later, unless the session or the node is gone by then.
    void later(quint64 connection, std::function<void(Session &)> what);
    void happen(
        quint64 connection, const std::function<void(server::SessionState &, server::Actions &)> &event);
    void settle(quint64 connection, Session &session, server::Actions &actions);
    void perform(quint64 connection, Session &session, server::Send &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::SendParcel &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::CloseSession &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::Subscribe &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::Unsubscribe &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::ReadSpaces &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::ReadPage &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::WakeLater &action, server::Actions &more);
    void perform(quint64 connection, Session &session, server::RunPush &action, server::Actions &more);
    Result<server::SpacesRead> readSpaces(const server::ReadSpaces &request);
    Result<server::PageRead> readPage(const server::ReadPage &request);
    void deliver(const server::Deliveries &deliveries);
    void sweepLater();

    VirtualTime &m_time;
    SeededRandom &m_random;
    server::Store *m_store;
    TrustingAuthenticator m_authenticator;
    server::SessionRules m_rules;
    server::GatewayStats m_stats;
    server::InProcessFeed m_feed;
    server::FanOut m_fanOut;
    std::optional<server::Recent> m_recent { std::in_place, kRecent };
    std::map<quint64, std::unique_ptr<Session>> m_sessions;
    std::optional<quint64> m_subscribingAsOf;
    Micros m_lastDelivery {};
    bool m_running = true;
    int m_life = 0; // counts crashes
};

} // namespace larder::test
