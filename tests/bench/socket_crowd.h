// Many WebSocket clients on one thread: plain sockets over epoll, which read what the server sends, note
// when, and can push. Far cheaper than the server they measure.
//
// It runs only while one of its functions does; nothing happens in between.
#pragma once

#include "core/protocol/messages.h"
#include "tests/bench/down_prefix.h"
#include "tests/bench/moment.h"

#include <QtCore/QByteArray>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace larder::bench {

class SocketCrowd {
public:
    struct Arrival {
        int client = 0;
        model::SpaceId space;
        qint64 version = 0;
        Moment at;
    };
    // Called with each answer to a push, and may push again.
    using OnPushed = std::function<void(int client, qint64 seq)>;

    explicit SocketCrowd(quint16 port);
    ~SocketCrowd();
    Q_DISABLE_COPY_MOVE(SocketCrowd)

    // Connects one client more for each hello; returns when all are welcome.
    void join(const std::vector<protocol::Hello> &hellos);
    int size() const { return int(m_clients.size()); }
    // Serves the sockets until `done`, or until the time is up: then false.
    bool runUntil(const std::function<bool()> &done, std::chrono::milliseconds patience);

    // Whether `count` clients hold the space's version, whole.
    bool allHave(qint64 version) const;
    void forgetArrivals();
    const std::vector<Arrival> &arrivals() const { return m_arrivals; }
    qint64 receivedBytes() const { return m_receivedBytes; }
    qint64 receivedMessages() const { return m_receivedMessages; }

    void push(int client, const protocol::Push &push);
    void setOnPushed(OnPushed callback) { m_onPushed = std::move(callback); }

private:
    struct Client;
    struct Decompressed {
        QByteArray bytes;
        QByteArray head; // of what was in them; the prefix points there
        DownPrefix prefix;
    };

    void open(Client &client);
    void serve(Client &client, quint32 what);
    void write(Client &client, const QByteArray &bytes);
    void readHandshake(Client &client);
    void readFrames(Client &client);
    void take(Client &client, QByteArrayView message);
    DownPrefix prefixOf(QByteArrayView message);

    quint16 m_port;
    int m_epoll;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<Arrival> m_arrivals;
    int m_welcome = 0;
    qint64 m_receivedBytes = 0;
    qint64 m_receivedMessages = 0;
    OnPushed m_onPushed;
    std::array<Decompressed, 16> m_decompressed; // the newest
    std::size_t m_nextDecompressed = 0;
};

} // namespace larder::bench
