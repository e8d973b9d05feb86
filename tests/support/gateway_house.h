// A whole gateway for tests: the real store and its feed, real sockets on a free port, and clients that read
// them.
//
// Over SQLite or, with LARDER_ON_POSTGRES, over PostgreSQL and its log. Time is the system's, moved on by
// hand.
#pragma once

#include "core/protocol/codec.h"
#include "core/random.h"
#include "server/feed/in_process_feed.h"
#include "server/gateway/gateway.h"
#include "server/store/store_pool.h"
#include "tests/support/store_home.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>
#include <QtWebSockets/QWebSocket>

#include <map>
#include <set>

namespace larder::test {

class MovedClock final : public Clock {
public:
    Micros now() const override { return m_system.now() + Micros(m_by); }
    Micros monotonic() const override { return m_system.monotonic() + Micros(m_by); }
    void moveOn(Micros by) { m_by += by.count(); }

private:
    SystemClock m_system;
    std::atomic<qint64> m_by = 0;
};

// The token "7" is user(7) in session 7, "7/3" in session 3, for fifteen minutes, "7/3/30" for thirty
// seconds; all else is forged.
class NumberedTokens final : public server::Authenticator {
public:
    explicit NumberedTokens(const Clock &clock)
        : m_clock(clock)
    {
    }
    Result<server::Identity> verify(QStringView token) const override;

private:
    const Clock &m_clock;
};

model::SessionId session(quint64 number);

class GatewayHouse {
public:
    using MakeTokens = std::function<std::unique_ptr<server::Authenticator>(const Clock &clock)>;

    // With NumberedTokens unless others are made.
    explicit GatewayHouse(server::Gateway::Config config = {}, const MakeTokens &tokens = {},
        storage::Dialect dialect = kDialectUnderTest);
    ~GatewayHouse();
    Q_DISABLE_COPY_MOVE(GatewayHouse)

    server::Gateway &gateway() { return *m_gateway; }
    server::StorePool &pool() { return *m_pool; }
    server::InProcessFeed *told() { return m_told.get(); }
    const server::GatewayStats &stats() const { return m_gateway->stats(); }
    QUrl url() const;
    const storage::Options &database() const { return m_home.options(); }
    void closeGateway() { m_gateway.reset(); }
    // Everybody is cut off; the new one has nothing at hand.
    void restartGateway();

    // What a client of that user pushes, told to the feed. Aborts the test when something is refused.
    server::PushOutcome push(model::UserId author, const std::vector<protocol::Write> &writes);
    // The same without anybody being told: as if the feed had lost it. SQLite only.
    void pushUntold(model::UserId author, const std::vector<protocol::Write> &writes);
    void setMember(model::UserId owner, model::SpaceId space, model::UserId user, model::Role role);
    // The version with which the member was gone.
    qint64 removeMember(model::UserId owner, model::SpaceId space, model::UserId user);
    void deleteSpace(model::UserId owner, model::SpaceId space);
    // The feed loses its connection, and finds it again.
    void interruptFeed();
    qint64 version(model::SpaceId space);
    std::vector<model::Record> rows(model::UserId reader, model::SpaceId space);

    MovedClock clock;

private:
    template<typename Work> auto write(Work work);

    StoreHome m_home;
    std::unique_ptr<server::Authenticator> m_tokens;
    SystemRandom m_random;
    std::unique_ptr<server::StorePool> m_pool;
    QThread m_feedThread;
    std::unique_ptr<server::InProcessFeed> m_told;
    server::Feed *m_feed = nullptr; // that one, or one that lives on its thread and is let go there
    server::Gateway::Config m_config;
    std::unique_ptr<server::Gateway> m_gateway;
};

// What a client makes of what it hears, by docs/protocol.md; it counts what should not happen.
struct ClientView {
    struct Held {
        qint64 cursor = 0;
        int part = 0; // the next one of what leads on
        std::map<std::pair<model::Kind, model::RecordId>, model::Record> rows;
    };

    void hear(const QByteArray &bytes);

    bool isWelcome() const { return welcome.has_value(); }
    qint64 cursor(model::SpaceId space) const { return held.contains(space) ? held.at(space).cursor : -1; }
    bool has(model::SpaceId space) const { return roles.contains(space); }

    std::optional<protocol::Welcome> welcome;
    std::map<model::SpaceId, Held> held;
    std::map<model::SpaceId, model::Role> roles;
    std::map<model::SpaceId, protocol::DropReason> drops;
    std::map<model::SpaceId, int> resets;
    std::map<qint64, protocol::Pushed> answers;
    std::vector<protocol::Denied> denials;
    std::vector<std::pair<model::SpaceId, qint64>> rowVersions; // of every row that came, in order
    qint64 bytes = 0;
    int messages = 0;
    int compressed = 0;
    int gaps = 0; // rows that did not lead on
    int repeats = 0; // rows that it had
    int strays = 0; // rows of spaces that it was not granted

private:
    void take(const protocol::Rows &rows);
    void take(const protocol::Welcome &said);
    void take(const protocol::Grant &grant) { roles[grant.space.space] = grant.space.role; }
    void take(const protocol::Drop &drop);
    void take(const protocol::Reset &reset)
    {
        held[reset.space] = {};
        ++resets[reset.space];
    }
    void take(const protocol::Pushed &answer) { answers[answer.seq] = answer; }
    void take(const protocol::Denied &denied) { denials.push_back(denied); }
    void take(const protocol::Pong &) { }
    void take(const protocol::UnknownMessage &) { }
};

class SocketClient final : public QObject, public ClientView {
    Q_OBJECT

public:
    explicit SocketClient(QObject *parent = nullptr);

    void open(const QUrl &url);
    // Opens, and says hello when it is open.
    void enter(const QUrl &url, const protocol::Hello &hello);
    void enter(const QUrl &url, quint64 user) { enter(url, helloOf(user)); }
    static protocol::Hello helloOf(quint64 user);
    void send(const protocol::Up &message) { m_socket.sendBinaryMessage(protocol::encode(message)); }
    void sendBytes(const QByteArray &message) { m_socket.sendBinaryMessage(message); }
    // Changes under the next number.
    qint64 push(const std::vector<protocol::Write> &writes);
    QWebSocket &socket() { return m_socket; }

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool isClosed() const { return m_closed; }
    int closeCode() const { return int(m_socket.closeCode()); }

    // Takes messages until `condition` holds; false when it has not for five seconds. Unlike QTRY_VERIFY it
    // looks after every message and does not sleep in between.
    template<typename Condition> bool waitFor(Condition condition)
    {
        QEventLoop loop;
        EventLoopTimers timers;
        bool late = false;
        timers.start(std::chrono::seconds(5), [&] {
            late = true;
            loop.quit();
        });
        connect(this, &SocketClient::changed, &loop, &QEventLoop::quit);
        while (!condition() && !late) {
            loop.exec();
        }
        return condition();
    }

Q_SIGNALS:
    void changed(); // a message came, or the socket was closed

private:
    QWebSocket m_socket;
    qint64 m_seq = 0;
    bool m_closed = false;
};

} // namespace larder::test
