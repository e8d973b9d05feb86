#include "tests/support/raw_web_socket.h"

#include <QtCore/QtEndian>

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace larder::test {

RawWebSocket::~RawWebSocket()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool RawWebSocket::connectTo(quint16 port, int receiveBuffer, quint32 from)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    if (receiveBuffer > 0) {
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    }
    constexpr timeval kPatience { 5, 0 };
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(from);
    if (from != kHere
        && ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        return false;
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(kHere);
    return ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool RawWebSocket::upgrade()
{
    write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
    QByteArray answer;
    char next = 0;
    while (!answer.endsWith("\r\n\r\n")) {
        if (::recv(m_descriptor, &next, 1, 0) != 1) {
            return false;
        }
        answer += next;
    }
    return answer.startsWith("HTTP/1.1 101");
}

bool RawWebSocket::write(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t more
            = ::send(m_descriptor, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (more <= 0) {
            return false;
        }
        sent += more;
    }
    return true;
}

bool RawWebSocket::isHungUp() const
{
    char next = 0;
    const ssize_t got = ::recv(m_descriptor, &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

bool RawWebSocket::isHungUpOn()
{
    QByteArray thrown(64 << 10, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::recv(m_descriptor, thrown.data(), size_t(thrown.size()), 0);
        if (got <= 0) {
            return got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
        }
    }
}

// Masked, as a client's have to be, with a mask of zeros.
QByteArray RawWebSocket::frame(Opcode opcode, const QByteArray &payload, Part part)
{
    QByteArray frame;
    frame += char(quint8(part) | quint8(opcode));
    if (payload.size() < 126) {
        frame += char(0x80 | payload.size());
    } else if (payload.size() <= 0xFFFF) {
        frame += char(0x80 | 126);
        frame.resize(4);
        qToBigEndian(quint16(payload.size()), frame.data() + 2);
    } else {
        frame += char(0x80 | 127);
        frame.resize(10);
        qToBigEndian(quint64(payload.size()), frame.data() + 2);
    }
    return frame + QByteArray(4, '\0') + payload;
}

void RawWebSocket::readAll(std::function<void(const QByteArray &message)> hear)
{
    m_hear = std::move(hear);
    m_socket.setSocketDescriptor(std::exchange(m_descriptor, -1));
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
    read();
}

std::optional<RawWebSocket::Frame> RawWebSocket::nextFrame() const
{
    if (m_unread.size() < 2) {
        return std::nullopt;
    }
    qsizetype head = 2;
    quint64 size = quint8(m_unread[1]);
    if (size == 126) {
        head = 4;
        size = m_unread.size() < head ? 0 : qFromBigEndian<quint16>(m_unread.constData() + 2);
    } else if (size == 127) {
        head = 10;
        size = m_unread.size() < head ? 0 : qFromBigEndian<quint64>(m_unread.constData() + 2);
    }
    if (m_unread.size() < head || quint64(m_unread.size() - head) < size) {
        return std::nullopt;
    }
    return Frame { head + qsizetype(size), Opcode(quint8(m_unread[0]) & 0x0F),
        m_unread.mid(head, qsizetype(size)) };
}

void RawWebSocket::read()
{
    m_unread += m_socket.readAll();
    while (const auto frame = nextFrame()) {
        m_unread.remove(0, frame->size);
        if (frame->opcode == Opcode::Binary) {
            m_hear(frame->payload);
        }
    }
}

std::optional<RawWebSocket::Frame> RawWebSocket::skipTo(Opcode opcode, bool &hungUp)
{
    QByteArray more(64 << 10, Qt::Uninitialized);
    for (;;) {
        while (auto frame = nextFrame()) {
            m_unread.remove(0, frame->size);
            if (frame->opcode == opcode) {
                return frame;
            }
        }
        const ssize_t got = ::recv(m_descriptor, more.data(), size_t(more.size()), 0);
        if (got <= 0) {
            hungUp = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
            return std::nullopt;
        }
        m_unread.append(more.constData(), got);
    }
}

bool RawWebSocket::skipMessage()
{
    bool hungUp = false;
    return skipTo(Opcode::Binary, hungUp).has_value();
}

std::optional<int> RawWebSocket::closeCode()
{
    bool hungUp = false;
    const auto frame = skipTo(Opcode::Close, hungUp);
    if (!frame) {
        return hungUp ? std::optional(0) : std::nullopt;
    }
    return frame->payload.size() < 2 ? 0 : qFromBigEndian<quint16>(frame->payload.constData());
}

} // namespace larder::test
