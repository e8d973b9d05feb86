// One client's WebSocket, and the SessionState that decides what is said over it.
//
// It carries out what concerns the socket and leaves the rest to its host. Frames are gathered, and flush()
// hands them to the system in one call, past QWebSocket and QTcpSocket, which would copy them and wait for
// the event loop twice; only what the system does not take at once goes through QTcpSocket's buffer.
// QWebSocket writes whole frames to that buffer, so neither ever comes between the bytes of the other. Unsent
// bytes are bounded: above kClientBacklogBytes the state is parked, and who even so lets kClientCutOffBytes
// pile up (by pings that QWebSocket answers unasked, say) is cut off. Lives on its worker's thread. After
// `ended` it does nothing any more, and its host lets it go in a later turn.
#pragma once

#include "server/gateway/gateway_stats.h"
#include "server/gateway/session_state.h"

#include <QtCore/QPointer>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

namespace larder::server {

class ClientSession final : public QObject {
    Q_OBJECT

public:
    using Number = quint64;

    class Host {
    public:
        virtual ~Host() = default;
        virtual void subscribe(ClientSession &session, const model::SpaceId &space, Actions &more) = 0;
        virtual void unsubscribe(ClientSession &session, const model::SpaceId &space) = 0;
        virtual void readSpaces(ClientSession &session, ReadSpaces request) = 0;
        // At once if it can be, else later.
        virtual std::optional<PageRead> readPage(ClientSession &session, const ReadPage &request) = 0;
        virtual void wakeLater(ClientSession &session, std::chrono::milliseconds delay) = 0;
        virtual void runPush(ClientSession &session, RunPush request) = 0;
    };

    // Takes the socket over; `transport` is the one below it.
    ClientSession(Number number, std::unique_ptr<QWebSocket> socket, QTcpSocket *transport,
        const SessionRules &rules, Host &host, GatewayStats &stats);
    // Tells the client that the server goes away, if it is still there.
    ~ClientSession() override;

    Number number() const { return m_number; }
    SessionState &state() { return m_state; }

    // Carries out what the state wants, until it wants nothing; leaves `actions` empty.
    void settle(Actions &actions);
    // Hands what was written to the system. To be called at the end of whatever happened to the session.
    void flush();
    bool isWritten() const { return !m_unsent.empty(); } // since the last flush
    void sweep();

Q_SIGNALS:
    void ended();

private:
    void received(const QByteArray &message);
    void receivedText();
    void drain();
    void guard();
    void end();

    void perform(Send &action, Actions &more);
    void perform(SendParcel &action, Actions &more);
    void perform(CloseSession &action, Actions &more);
    void perform(Subscribe &action, Actions &more);
    void perform(Unsubscribe &action, Actions &more);
    void perform(ReadSpaces &action, Actions &more);
    void perform(ReadPage &action, Actions &more);
    void perform(WakeLater &action, Actions &more);
    void perform(RunPush &action, Actions &more);
    void write(const QByteArray &frame);
    qint64 sendDirectly();
    qint64 backlog() const;
    void sendClose(quint16 code, QByteArrayView reason);

    const Number m_number;
    SessionState m_state;
    std::unique_ptr<QWebSocket> m_socket;
    QPointer<QTcpSocket> m_transport;
    const Clock &m_clock;
    Host &m_host;
    GatewayStats &m_stats;
    std::vector<QByteArray> m_unsent; // since the last flush
    qint64 m_unsentBytes = 0;
    Micros m_closedAt {}; // monotonic; when the close was sent
    bool m_open = false; // past the welcome
    bool m_ended = false;
};

} // namespace larder::server
