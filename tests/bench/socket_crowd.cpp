#include "tests/bench/socket_crowd.h"

#include "core/protocol/codec.h"

#include <QtCore/QtEndian>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace larder::bench {

using namespace std::chrono_literals;

struct SocketCrowd::Client {
    enum class State : quint8 { Connecting, Upgrading, Greeting, Live };

    int number = 0;
    int socket = -1;
    State state = State::Connecting;
    QByteArray hello;
    QByteArray in;
    qsizetype inUsed = 0;
    QByteArray out;
    qint64 version = 0; // the newest that arrived whole

    ~Client()
    {
        if (socket >= 0) {
            ::close(socket);
        }
    }
};

// A masked binary frame; the mask is zero, which is as valid as any.
static QByteArray frame(const QByteArray &payload, char opcode = '\x02')
{
    QByteArray bytes(1, char(0x80 | opcode));
    if (payload.size() < 126) {
        bytes += char(0x80 | payload.size());
    } else if (payload.size() < 65'536) {
        bytes += char(0x80 | 126);
        bytes.resize(4);
        qToBigEndian(quint16(payload.size()), bytes.data() + 2);
    } else {
        bytes += char(0x80 | 127);
        bytes.resize(10);
        qToBigEndian(quint64(payload.size()), bytes.data() + 2);
    }
    return bytes + QByteArray(4, '\0') + payload;
}

SocketCrowd::SocketCrowd(quint16 port)
    : m_port(port)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

SocketCrowd::~SocketCrowd()
{
    m_clients.clear();
    ::close(m_epoll);
}

void SocketCrowd::join(const std::vector<protocol::Hello> &hellos)
{
    const int before = m_welcome;
    for (const protocol::Hello &hello : hellos) {
        auto client = std::make_unique<Client>();
        client->number = int(m_clients.size());
        client->hello = frame(protocol::encode(protocol::Up(hello)));
        open(*client);
        m_clients.push_back(std::move(client));
        // Not more at once than a listen queue takes.
        if (m_clients.size() % 64 == 0) {
            runUntil([this, before] { return m_welcome - before + 64 > int(m_clients.size()); }, 30s);
        }
    }
    if (!runUntil([&] { return m_welcome == int(m_clients.size()); }, 60s)) {
        qFatal("only %d of %d clients are welcome", m_welcome, int(m_clients.size()));
    }
}

void SocketCrowd::open(Client &client)
{
    client.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(client.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client.socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        && errno != EINPROGRESS) {
        qFatal("can't connect: %s", std::strerror(errno));
    }
    epoll_event event { EPOLLIN | EPOLLOUT | EPOLLET, { .ptr = &client } };
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.socket, &event);
}

bool SocketCrowd::runUntil(const std::function<bool()> &done, std::chrono::milliseconds patience)
{
    const Moment end = now() + patience;
    std::array<epoll_event, 256> events;
    while (!done()) {
        if (now() > end) {
            return false;
        }
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 20);
        for (int i = 0; i < count; ++i) {
            serve(*static_cast<Client *>(events[std::size_t(i)].data.ptr), events[std::size_t(i)].events);
        }
    }
    return true;
}

void SocketCrowd::serve(Client &client, quint32 what)
{
    if ((what & EPOLLOUT) != 0) {
        if (client.state == Client::State::Connecting) {
            client.state = Client::State::Upgrading;
            write(client,
                "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        } else {
            write(client, {});
        }
    }
    if ((what & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0) {
        return;
    }
    // Edge-triggered: read until there is no more. The buffer grows to what one turn brings and is used
    // again.
    constexpr qsizetype kRead = 64 << 10;
    for (;;) {
        if (client.in.size() - client.inUsed < kRead / 2) {
            client.in.resize(client.inUsed + kRead);
        }
        const ssize_t count = ::read(
            client.socket, client.in.data() + client.inUsed, std::size_t(client.in.size() - client.inUsed));
        if (count < 0 && errno == EAGAIN) {
            break;
        }
        if (count <= 0) {
            qFatal("the server closed the connection of client %d", client.number);
        }
        client.inUsed += count;
        m_receivedBytes += count;
        if (client.state == Client::State::Upgrading) {
            readHandshake(client);
        }
        if (client.state >= Client::State::Greeting) {
            readFrames(client);
        }
    }
    if (client.inUsed == 0) {
        client.in = {};
    }
}

void SocketCrowd::write(Client &client, const QByteArray &bytes)
{
    client.out += bytes;
    while (!client.out.isEmpty()) {
        const ssize_t count = ::write(client.socket, client.out.constData(), std::size_t(client.out.size()));
        if (count < 0) {
            break; // EPOLLOUT comes when there is room
        }
        client.out.remove(0, count);
    }
}

void SocketCrowd::readHandshake(Client &client)
{
    const qsizetype end = QByteArrayView(client.in.constData(), client.inUsed).indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    if (!client.in.startsWith("HTTP/1.1 101")) {
        qFatal("no upgrade: %s", client.in.left(200).constData());
    }
    client.in.remove(0, end + 4);
    client.inUsed -= end + 4;
    client.state = Client::State::Greeting;
    write(client, client.hello);
    client.hello = {};
}

void SocketCrowd::readFrames(Client &client)
{
    qsizetype at = 0;
    for (;;) {
        const auto *bytes = reinterpret_cast<const quint8 *>(client.in.constData()) + at;
        const qsizetype left = client.inUsed - at;
        if (left < 2) {
            break;
        }
        qsizetype head = 2;
        quint64 length = bytes[1] & 127;
        if (length == 126) {
            head = 4;
        } else if (length == 127) {
            head = 10;
        }
        if (left < head) {
            break;
        }
        if (head == 4) {
            length = qFromBigEndian<quint16>(bytes + 2);
        } else if (head == 10) {
            length = qFromBigEndian<quint64>(bytes + 2);
        }
        if (quint64(left - head) < length) {
            break;
        }
        const QByteArrayView payload(client.in.constData() + at + head, qsizetype(length));
        const int opcode = bytes[0] & 15;
        if (opcode == 2 && (bytes[0] & 0x80) != 0) {
            take(client, payload);
        } else if (opcode == 9) {
            write(client, frame(payload.toByteArray(), '\x0A'));
        } else if (opcode == 8) {
            qFatal("the server sends client %d away: %d", client.number,
                length >= 2 ? qFromBigEndian<quint16>(payload.data()) : 0);
        } else {
            qFatal("a frame that a measuring client does not expect");
        }
        at += head + qsizetype(length);
    }
    if (at > 0) {
        std::memmove(client.in.data(), client.in.constData() + at, std::size_t(client.inUsed - at));
        client.inUsed -= at;
    }
}

// A client has a processor of its own to decompress with, and the crowd has one for all: what all of them are
// sent is decompressed for the first.
DownPrefix SocketCrowd::prefixOf(QByteArrayView message)
{
    if (!protocol::isCompressed(message)) {
        return readPrefix(message);
    }
    for (const Decompressed &known : m_decompressed) {
        if (known.bytes == message) {
            return known.prefix;
        }
    }
    const auto plain = protocol::decompress(message);
    if (!plain) {
        qFatal("a message that can't be decompressed: %s", qPrintable(plain.error().detail));
    }
    Decompressed &newest = m_decompressed[m_nextDecompressed++ % m_decompressed.size()];
    newest.bytes = message.toByteArray();
    newest.head = plain->first(std::min<qsizetype>(plain->size(), 256));
    newest.prefix = readPrefix(newest.head);
    return newest.prefix;
}

void SocketCrowd::take(Client &client, QByteArrayView message)
{
    ++m_receivedMessages;
    const DownPrefix prefix = prefixOf(message);
    if (prefix.type == "rows") {
        if (prefix.last && prefix.to > client.version) {
            client.version = prefix.to;
            m_arrivals.push_back({ client.number, prefix.space, prefix.to, now() });
        }
    } else if (prefix.type == "pushed") {
        if (m_onPushed) {
            m_onPushed(client.number, prefix.seq);
        }
    } else if (prefix.type == "welcome") {
        client.state = Client::State::Live;
        ++m_welcome;
    } else if (prefix.type == "denied") {
        const auto denied = protocol::decodeDown(message);
        qFatal("denied: %s", denied ? qPrintable(std::get<protocol::Denied>(*denied).message) : "?");
    }
}

bool SocketCrowd::allHave(qint64 version) const
{
    return std::all_of(
        m_clients.begin(), m_clients.end(), [&](const auto &client) { return client->version >= version; });
}

void SocketCrowd::forgetArrivals()
{
    m_arrivals.clear();
}

void SocketCrowd::push(int client, const protocol::Push &push)
{
    write(*m_clients[std::size_t(client)], frame(protocol::encode(protocol::Up(push))));
}

} // namespace larder::bench
