#include "tests/support/world_device.h"

namespace larder::test {

using model::UserId;

WorldDevice::WorldDevice(VirtualTime &time, SeededRandom &random, const Weather &weather, ServerEnd &server,
    QString path, UserId user, Micros skew)
    : m_time(time)
    , m_random(random)
    , m_weather(weather)
    , m_server(server)
    , m_path(std::move(path))
    , m_user(user)
    , m_clock(time, skew)
{
}

WorldDevice::~WorldDevice()
{
    kill();
}

void WorldDevice::start()
{
    m_stamps = std::make_unique<model::StampClock>();
    m_timers = std::make_unique<ManualTimers>(m_time);
    m_tokens = std::make_unique<ManualTokens>(*m_timers);
    m_transport = std::make_unique<LossyTransport>(m_time, m_random, m_weather, m_server);
    auto opened = replica::Replica::open(m_path, m_clock, *m_stamps);
    if (!opened) {
        qFatal("the replica can't be opened: %s", qPrintable(opened.error().detail));
    }
    m_replica = std::move(*opened);
    m_client = std::make_unique<sync::SyncClient>(
        *m_replica, *m_tokens, *m_transport, *m_timers, m_clock, m_random);
    m_tokens->signIn(m_user, m_user.toString());
}

void WorldDevice::kill()
{
    m_client.reset();
    m_replica.reset();
    m_transport.reset();
    m_tokens.reset();
    m_timers.reset();
    m_stamps.reset();
}

model::Stamp WorldDevice::tick()
{
    return m_stamps->tick(m_clock.now() + m_replica->clockOffset());
}

} // namespace larder::test
