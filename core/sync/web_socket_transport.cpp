#include "core/sync/web_socket_transport.h"

#include "core/assert.h"
#include "core/limits.h"
#include "core/protocol/close_code.h"

#include <QtCore/QThread>
#include <QtWebSockets/QWebSocket>

namespace larder::sync {

using namespace Qt::StringLiterals;

WebSocketTransport::WebSocketTransport(QObject *parent)
    : Transport(parent)
{
}

WebSocketTransport::~WebSocketTransport()
{
    drop();
}

void WebSocketTransport::open(const QUrl &url)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    drop();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(limits::kDownMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(limits::kDownMessageBytes);
    connect(m_socket, &QWebSocket::connected, this, &Transport::opened);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &Transport::received);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
        [this] { lose(Code::Malformed, u"a text message, where all are binary"_s); });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        lose(protocol::codeOfClose(quint16(m_socket->closeCode())).value_or(Code::Network),
            m_socket->closeReason());
    });
    connect(m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, [this] {
        // A close by the other side is an error too, but `disconnected` follows it and knows the reason.
        if (m_socket->state() == QAbstractSocket::UnconnectedState) {
            lose(Code::Network, m_socket->errorString());
        }
    });
    m_socket->open(url);
}

void WebSocketTransport::close()
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    drop();
}

void WebSocketTransport::send(const QByteArray &message)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->sendBinaryMessage(message);
    }
}

void WebSocketTransport::lose(Code code, const QString &detail)
{
    drop();
    Q_EMIT closed(code, detail);
}

// The socket may be the caller, so it dies on a later turn, silent.
void WebSocketTransport::drop()
{
    if (!m_socket) {
        return;
    }
    QWebSocket *socket = m_socket;
    m_socket = nullptr;
    socket->disconnect(this);
    if (socket->state() == QAbstractSocket::ConnectedState) {
        socket->close();
    } else {
        socket->abort(); // nobody is there to take a closing frame
    }
    socket->deleteLater();
}

} // namespace larder::sync
