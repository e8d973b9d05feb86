#include "tests/support/lossy_transport.h"

#include <QtCore/QPointer>

namespace larder::test {

using namespace std::chrono_literals;

namespace {

quint64 newConnection()
{
    static quint64 last = 0;
    return ++last;
}

} // namespace

LossyTransport::LossyTransport(
    VirtualTime &time, SeededRandom &random, const Weather &weather, ServerEnd &server)
    : m_time(time)
    , m_random(random)
    , m_weather(weather)
    , m_server(server)
{
}

LossyTransport::~LossyTransport()
{
    close();
}

std::vector<Micros> LossyTransport::arrivals(Micros &lastDue)
{
    std::vector<Micros> due;
    if (m_random.below(1000) < quint64(m_weather.loss)) {
        ++m_counts.lost;
        return due;
    }
    const Micros way = 1ms + Micros(m_random.below(20'000));
    if (m_random.below(1000) < quint64(m_weather.disorder)) {
        ++m_counts.overtaken;
        due.push_back(m_time.elapsed() + way + Micros(m_random.below(200'000)));
    } else {
        lastDue = std::max(lastDue, m_time.elapsed() + way);
        due.push_back(lastDue);
    }
    if (m_random.below(1000) < quint64(m_weather.repeats)) {
        ++m_counts.repeated;
        due.push_back(due.front() + Micros(m_random.below(2'000'000)));
    }
    return due;
}

void LossyTransport::open(const QUrl &)
{
    close();
    m_connection = newConnection();
    m_lastUp = m_lastDown = m_time.elapsed();
    m_time.after(5ms, [self = QPointer(this), connection = m_connection] {
        if (!self || self->m_connection != connection) {
            return;
        }
        if (self->m_server.connected(connection, *self)) {
            self->m_open = true;
            Q_EMIT self->opened();
        } else {
            self->m_connection = 0;
            Q_EMIT self->closed(Code::Network, {});
        }
    });
}

// What is under way still arrives, as it does with a real network; only then does the server notice.
void LossyTransport::close()
{
    if (m_connection != 0) {
        m_time.after(250ms, [server = &m_server, connection = m_connection] { server->gone(connection); });
        m_connection = 0;
        m_open = false;
    }
}

void LossyTransport::send(const QByteArray &message)
{
    if (!m_open) {
        return;
    }
    for (const Micros due : arrivals(m_lastUp)) {
        m_time.after(due - m_time.elapsed(),
            [server = &m_server, connection = m_connection, message] { server->heard(connection, message); });
    }
}

void LossyTransport::deliver(quint64 connection, const QByteArray &message)
{
    if (connection != m_connection) {
        return;
    }
    for (const Micros due : arrivals(m_lastDown)) {
        m_time.after(due - m_time.elapsed(), [self = QPointer(this), connection, message] {
            if (self && self->m_connection == connection) {
                Q_EMIT self->received(message);
            }
        });
    }
}

void LossyTransport::hangUp(quint64 connection, Code code)
{
    const Micros due = std::max(m_lastDown, m_time.elapsed() + 1ms);
    m_time.after(due - m_time.elapsed(), [self = QPointer(this), connection, code] {
        if (self && self->m_connection == connection) {
            self->close();
            Q_EMIT self->closed(code, {});
        }
    });
}

void LossyTransport::breakOff()
{
    if (m_connection != 0) {
        close();
        Q_EMIT closed(Code::Network, {});
    }
}

} // namespace larder::test
