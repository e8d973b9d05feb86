#include "server/gateway/client_session.h"

#include "core/limits.h"
#include "core/protocol/close_code.h"
#include "core/protocol/codec.h"

#include <QtCore/QtEndian>

#include <array>
#include <sys/socket.h>
#include <sys/uio.h>

namespace larder::server {

namespace {

constexpr std::size_t kFramesAtOnce = 64;

} // namespace

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
        flush();
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
    if (!m_state.isParked() || !m_transport
        || m_transport->bytesToWrite() > limits::kClientBacklogBytes / 2) {
        return;
    }
    m_state.drained();
    m_stats.parked.add(-1);
    Actions actions;
    settle(actions);
    flush();
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
    flush();
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
    m_unsent.push_back(frame);
    m_unsentBytes += frame.size();
    m_stats.sentBytes.add(frame.size());
    if (backlog() > limits::kClientBacklogBytes && !m_state.isParked()) {
        flush();
        if (backlog() > limits::kClientBacklogBytes) {
            m_state.park();
            m_stats.parked.add();
        }
    }
}

qint64 ClientSession::backlog() const
{
    return m_unsentBytes + (m_transport ? m_transport->bytesToWrite() : 0);
}

void ClientSession::flush()
{
    if (m_unsent.empty()) {
        return;
    }
    qint64 sent = m_transport && m_transport->bytesToWrite() == 0 ? sendDirectly() : 0;
    for (const QByteArray &frame : m_unsent) {
        if (sent >= frame.size()) {
            sent -= frame.size();
        } else if (m_transport) {
            // A copy of the rest where a part is gone; else the socket keeps the frame that all share.
            m_transport->write(sent == 0 ? frame : frame.sliced(sent));
            sent = 0;
        }
    }
    m_unsent.clear();
    m_unsentBytes = 0;
}

// As much as the system takes now. An error is left to QTcpSocket, which meets it when it is given the rest.
qint64 ClientSession::sendDirectly()
{
    std::array<iovec, kFramesAtOnce> pieces;
    const std::size_t count = std::min(m_unsent.size(), pieces.size());
    for (std::size_t i = 0; i < count; ++i) {
        pieces[i] = { const_cast<char *>(m_unsent[i].constData()), size_t(m_unsent[i].size()) };
    }
    msghdr message {};
    message.msg_iov = pieces.data();
    message.msg_iovlen = count;
    return std::max<qint64>(
        0, ::sendmsg(int(m_transport->socketDescriptor()), &message, MSG_NOSIGNAL | MSG_DONTWAIT));
}

// By hand, because QWebSocket would close the TCP connection in the same breath: with bytes of the client
// still unread that is a reset, and the client would never learn the code. It answers with a close of its
// own, on which QWebSocket hangs up; if it does not, the sweep does.
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
