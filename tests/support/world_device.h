// One device of somebody in a small world: a real replica and sync client over bad weather and a clock of its
// own.
#pragma once

#include "core/replica/replica.h"
#include "core/sync/sync_client.h"

#include "tests/support/lossy_transport.h"
#include "tests/support/manual_tokens.h"

namespace larder::test {

class WorldDevice {
public:
    WorldDevice(VirtualTime &time, SeededRandom &random, const Weather &weather, ServerEnd &server,
        QString path, model::UserId user, Micros skew);
    ~WorldDevice();

    void start();
    // kill -9: nothing gets a chance to say goodbye.
    void kill();
    bool isRunning() const { return m_client != nullptr; }

    model::UserId user() const { return m_user; }
    replica::Replica &replica() { return *m_replica; }
    sync::SyncClient &client() { return *m_client; }
    LossyTransport &transport() { return *m_transport; }
    ManualClock &clock() { return m_clock; }
    // A stamp as the UI would give it.
    model::Stamp tick();

private:
    VirtualTime &m_time;
    SeededRandom &m_random;
    const Weather &m_weather;
    ServerEnd &m_server;
    const QString m_path;
    const model::UserId m_user;
    ManualClock m_clock;
    std::unique_ptr<model::StampClock> m_stamps;
    std::unique_ptr<ManualTimers> m_timers;
    std::unique_ptr<ManualTokens> m_tokens;
    std::unique_ptr<LossyTransport> m_transport;
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<sync::SyncClient> m_client;
};

} // namespace larder::test
