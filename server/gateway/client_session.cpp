#include "server/gateway/client_session.h"

#include "core/limits.h"
#include "core/protocol/close_code.h"
#include "core/protocol/codec.h"

#include <QtCore/QtEndian>

namespace larder::server {

ClientSession::ClientSession(Number number, std::unique_ptr<QWebSocket> socket, QTcpSocket *transport,
    const SessionRules &rules, Host &host, GatewayStats &stats)
    : m_number(number)
    , m_state(rules)
    , m_socket(std::move(socket))
    , m_transport(transport)
    , m_clock(rules.clock)
    , m_host(host)
    , m_stats(stats)
{
    m_socket->setMaxAllowedIncomingFrameSize(limits::kHelloBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limits::kHelloBytes);
    m_socket->setReadBufferSize(2 * limits::kHelloBytes);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &ClientSession::received);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &ClientSession::receivedText);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &ClientSession::end);
    connect(transport, &QTcpSocket::bytesWritten, this, &ClientSession::drain);
    connect(transport, &QTcpSocket::readyRead, this, &ClientSession::guard);
    m_stats.sessions.add();
}

ClientSession::~ClientSession()
{
    m_socket->disconnect(this);
    if (m_transport && !m_ended) {
        m_transport->disconnect(this);
        sendClose(protocol::kGoingAway, {});
        m_transport->flush();
        m_transport->disconnectFromHost();
    }
    m_stats.sessions.add(-1);
    m_stats.open.add(m_open ? -1 : 0);
    m_stats.parked.add(m_state.isParked() ? -1 : 0);
}

// ---- what happens to the socket

void ClientSession::received(const QByteArray &message)
{
    m_stats.received.add();
    Actions actions;
    m_state.received(message, actions);
    settle(actions);
    flush();
}

void ClientSession::receivedText()
{
    Actions actions;
    m_state.receivedText(actions);
    settle(actions);
    flush();
}

void ClientSession::drain()
{
    if (!m_state.isParked() || !m_transport || m_transport->bytesToWrite() > limits::kClientBacklogBytes / 2) {
        return;
    }
    m_state.drained();
    m_stats.parked.add(-1);
    Actions actions;
    settle(actions);
}

void ClientSession::guard()
{
    if (m_transport && m_transport->bytesToWrite() > limits::kClientCutOffBytes) {
        m_stats.cutOff.add();
        m_transport->abort();
    }
}

void ClientSession::end()
{
    if (!m_ended) {
        m_ended = true;
        Actions actions;
        m_state.close(Code::Network, actions);
        settle(actions);
        Q_EMIT ended();
    }
}

void ClientSession::sweep()
{
    if (m_state.phase() == SessionPhase::Closed) {
        if (m_transport && m_clock.monotonic() - m_closedAt >= limits::kClosingTimeout) {
            m_transport->abort();
        }
        return;
    }
    Actions actions;
    m_state.swept(actions);
    settle(actions);
}

void ClientSession::flush()
{
    m_written = false;
    if (m_transport && m_transport->state() == QAbstractSocket::ConnectedState) {
        m_transport->flush();
    }
}

// ---- what the state wants

void ClientSession::settle(Actions &actions)
{
    do {
        // An answer at hand adds to the actions while they are carried out.
        for (std::size_t i = 0; i < actions.size(); ++i) {
            Action action = std::move(actions[i]);
            std::visit([this, &actions](auto &known) { perform(known, actions); }, action);
        }
        actions.clear();
        m_state.next(actions);
    } while (!actions.empty());
}

void ClientSession::perform(Send &action, Actions &)
{
    if (std::holds_alternative<protocol::Welcome>(action.message)) {
        m_open = true;
        m_stats.open.add();
        m_socket->setMaxAllowedIncomingFrameSize(limits::kUpMessageBytes);
        m_socket->setMaxAllowedIncomingMessageSize(limits::kUpMessageBytes);
        m_socket->setReadBufferSize(limits::kUpMessageBytes + limits::kHelloBytes);
    }
    QByteArray message = protocol::encode(action.message);
    if (m_state.compression() == Compression::Zstd && message.size() > limits::kCompressAboveBytes) {
        const QByteArray smaller = protocol::compress(message);
        if (smaller.size() < message.size()) {
            message = smaller;
        }
    }
    write(webSocketFrame(message));
}

void ClientSession::perform(SendParcel &action, Actions &)
{
    m_stats.deliveredMessages.add();
    m_stats.deliveredRows.add(action.parcel->rowCount());
    write(action.parcel->frame(m_state.compression()));
}

void ClientSession::perform(CloseSession &action, Actions &)
{
    const QLatin1StringView reason = wireName(action.code);
    sendClose(protocol::closeCode(action.code), QByteArrayView(reason.data(), reason.size()));
    m_closedAt = m_clock.monotonic();
}

void ClientSession::perform(Subscribe &action, Actions &more)
{
    m_host.subscribe(*this, action.space, more);
}

void ClientSession::perform(Unsubscribe &action, Actions &)
{
    m_host.unsubscribe(*this, action.space);
}

void ClientSession::perform(ReadSpaces &action, Actions &)
{
    m_host.readSpaces(*this, std::move(action));
}

void ClientSession::perform(ReadPage &action, Actions &more)
{
    if (const std::optional<PageRead> page = m_host.readPage(*this, action)) {
        m_state.pageRead(action.ticket, *page, more);
    }
}

void ClientSession::perform(WakeLater &action, Actions &)
{
    m_host.wakeLater(*this, action.delay);
}

void ClientSession::perform(RunPush &action, Actions &)
{
    m_host.runPush(*this, std::move(action));
}

void ClientSession::write(const QByteArray &frame)
{
    if (m_ended || !m_transport || m_transport->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    m_transport->write(frame);
    m_written = true;
    m_stats.sentBytes.add(frame.size());
    const qint64 unsent = m_transport->bytesToWrite();
    if (unsent > limits::kClientBacklogBytes && !m_state.isParked()) {
        m_transport->flush();
        if (m_transport && m_transport->bytesToWrite() > limits::kClientBacklogBytes) {
            m_state.park();
            m_stats.parked.add();
        }
    }
}

// By hand, because QWebSocket would close the TCP connection in the same breath: with bytes of the client still
// unread that is a reset, and the client would never learn the code. It answers with a close of its own, on which
// QWebSocket hangs up; if it does not, the sweep does.
void ClientSession::sendClose(quint16 code, QByteArrayView reason)
{
    constexpr char kFinalClose = char(0x88);
    QByteArray frame(4, Qt::Uninitialized);
    frame[0] = kFinalClose;
    frame[1] = char(2 + reason.size());
    qToBigEndian(code, frame.data() + 2);
    frame.append(reason.data(), reason.size());
    write(frame);
}

} // namespace larder::server
