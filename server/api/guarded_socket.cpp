#include "server/api/guarded_socket.h"

#include "server/api/guarded_tcp_server.h"

#include <sys/socket.h>

namespace larder::server {

// More than this at once is left in the kernel, where it slows the sender down.
static constexpr qint64 kReadAtOnce = 64 << 10;

GuardedSocket::GuardedSocket(GuardedTcpServer &server)
    : QTcpSocket(&server)
    , m_server(server)
    , m_framer(server.limits().framing)
    , m_since(server.clock().monotonic())
    , m_wrote(m_since)
{
    setReadBufferSize(kReadAtOnce);
    // Made before Qt's own connection to the signal, so it runs before the parser looks.
    connect(this, &QIODevice::readyRead, this, &GuardedSocket::takeIn);
    connect(this, &QIODevice::bytesWritten, this, [this] {
        m_wrote = m_server.clock().monotonic();
        if (m_phase == Phase::Lingering && bytesToWrite() == 0) {
            ::shutdown(int(socketDescriptor()), SHUT_WR);
        }
    });
}

GuardedSocket::~GuardedSocket()
{
    m_framer = RequestFramer({});
    m_released.clear();
    m_readAhead.clear();
    account();
}

void GuardedSocket::enter(Phase phase)
{
    m_phase = phase;
    m_since = m_server.clock().monotonic();
    m_wrote = m_since;
}

// The server counts what all connections hold of requests that are still arriving.
void GuardedSocket::account()
{
    const qint64 held = m_framer.held() + m_readAhead.size();
    m_server.countBuffered(held - m_accounted);
    m_accounted = held;
}

void GuardedSocket::takeIn()
{
    // What the parser left open was empty: it had been given nothing.
    if (isTransactionStarted()) {
        commitTransaction();
    }
    QByteArray arrived(QTcpSocket::bytesAvailable(), Qt::Uninitialized);
    arrived.resize(read(arrived.data(), arrived.size()));
    switch (m_phase) {
    case Phase::Lingering:
        return;
    case Phase::Answering:
        m_readAhead.append(arrived);
        if (m_readAhead.size() > limits::kHttpPipelinedBytes) {
            m_readAhead.clear();
            m_keepAlive = false;
        }
        account();
        return;
    case Phase::Reading:
        break;
    }
    m_framer.feed(m_readAhead);
    m_framer.feed(arrived);
    m_readAhead.clear();
    account();
    if (m_framer.state() != m_seen) {
        m_seen = m_framer.state();
        m_since = m_server.clock().monotonic();
    }
    if (m_framer.state() == RequestFramer::State::Refused) {
        refuse(m_framer.refusal());
    } else if (m_framer.state() == RequestFramer::State::Whole) {
        release();
    } else if (m_server.buffered() > m_server.limits().bufferedBytes) {
        refuse(503);
    } else if (m_framer.takeExpectation()) {
        write("HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void GuardedSocket::release()
{
    RequestFramer::Framed framed = m_framer.take();
    m_released = std::move(framed.bytes);
    m_keepAlive = framed.keepAlive && !m_server.isDraining();
    m_fresh = false;
    m_seen = m_framer.state();
    account();
    enter(Phase::Answering);
}

qint64 GuardedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_released.size();
}

qint64 GuardedSocket::readData(char *data, qint64 maxSize)
{
    if (m_released.isEmpty()) {
        return QTcpSocket::readData(data, maxSize);
    }
    const qint64 taken = std::min(maxSize, qint64(m_released.size()));
    std::copy_n(m_released.constData(), taken, data);
    m_released.remove(0, taken);
    return taken;
}

void GuardedSocket::answer(const QByteArray &bytes)
{
    if (m_phase != Phase::Answering || state() != ConnectedState) {
        return;
    }
    write(bytes);
    if (!m_keepAlive) {
        linger();
        return;
    }
    enter(Phase::Reading);
    // The next request may be here already, wholly or in part. In a turn of its own: we may be inside the
    // parser's handling of this one.
    if (!m_readAhead.isEmpty() || m_framer.state() != RequestFramer::State::Between) {
        QMetaObject::invokeMethod(this, &GuardedSocket::goOn, Qt::QueuedConnection);
    }
}

void GuardedSocket::goOn()
{
    if (state() == ConnectedState && m_phase == Phase::Reading) {
        Q_EMIT readyRead();
    }
}

void GuardedSocket::refuse(int status)
{
    m_released.clear();
    write(m_server.refusal(status, peerAddress()));
    linger();
}

// The client may still be sending. Closing now would make the kernel reset the connection and take the answer
// away from under it, so what comes is read and dropped, for a moment.
void GuardedSocket::linger()
{
    enter(Phase::Lingering);
    m_framer = RequestFramer(m_server.limits().framing);
    m_readAhead.clear();
    account();
    if (bytesToWrite() == 0) {
        ::shutdown(int(socketDescriptor()), SHUT_WR);
    }
}

void GuardedSocket::finish()
{
    if (m_phase == Phase::Answering) {
        m_keepAlive = false;
    } else if (m_phase == Phase::Reading) {
        m_framer.state() == RequestFramer::State::Between ? disconnectFromHost() : refuse(503);
    }
}

void GuardedSocket::sweep(Micros now)
{
    const GuardLimits &limits = m_server.limits();
    const Micros waited = now - m_since;
    if (bytesToWrite() > 0 && now - m_wrote > limits.idleTimeout) {
        abort();
        return;
    }
    if (m_phase == Phase::Lingering) {
        if (waited > limits.linger && bytesToWrite() == 0) {
            abort();
        }
        return;
    }
    if (m_phase == Phase::Answering) {
        return;
    }
    switch (m_framer.state()) {
    case RequestFramer::State::Between:
        if (waited > (m_fresh ? limits.headerTimeout : limits.idleTimeout)) {
            m_fresh ? refuse(408) : disconnectFromHost();
        }
        break;
    case RequestFramer::State::Head:
        if (waited > limits.headerTimeout) {
            refuse(408);
        }
        break;
    case RequestFramer::State::Body:
        if (waited > limits.bodyTimeout) {
            refuse(408);
        }
        break;
    case RequestFramer::State::Whole:
    case RequestFramer::State::Refused:
        break;
    }
}

} // namespace larder::server
