// A connection through bad weather: every message may be lost, repeated, or overtaken by later ones.
//
// No WebSocket is that bad, and what survives this survives one. In calm weather messages arrive in order,
// each once, after a short while. All chance comes from the seed, all time is virtual.
#pragma once

#include "core/sync/transport.h"

#include "tests/support/manual_clock.h"
#include "tests/support/seeded_random.h"

namespace larder::test {

struct Weather {
    int loss = 0; // messages in a thousand
    int repeats = 0;
    int disorder = 0;
};

class LossyTransport;

// What a server is to the transport. Connections have numbers, never used twice.
class ServerEnd {
public:
    virtual ~ServerEnd() = default;
    // False when nobody answers.
    virtual bool connected(quint64 connection, LossyTransport &client) = 0;
    virtual void heard(quint64 connection, const QByteArray &message) = 0;
    virtual void gone(quint64 connection) = 0;
};

class LossyTransport final : public sync::Transport {
    Q_OBJECT

public:
    LossyTransport(VirtualTime &time, SeededRandom &random, const Weather &weather, ServerEnd &server);
    ~LossyTransport() override;

    void open(const QUrl &url) override;
    void close() override;
    void send(const QByteArray &message) override;

    // The server's side of it.
    void deliver(quint64 connection, const QByteArray &message);
    void hangUp(quint64 connection, Code code);
    // Somebody pulls the plug.
    void breakOff();

    struct Counts {
        int lost = 0;
        int repeated = 0;
        int overtaken = 0;
    };
    const Counts &counts() const { return m_counts; }

private:
    // When a message arrives that is sent now; nothing when it is lost.
    std::vector<Micros> arrivals(Micros &lastDue);

    VirtualTime &m_time;
    SeededRandom &m_random;
    const Weather &m_weather;
    ServerEnd &m_server;
    quint64 m_connection = 0; // 0: none
    bool m_open = false;
    Micros m_lastUp {};
    Micros m_lastDown {};
    Counts m_counts;
};

} // namespace larder::test
