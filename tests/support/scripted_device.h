// One device whose other end is the test: a real replica and sync client over a socket, tokens and a time
// that the test plays. Whatever should not happen ends the test.
#pragma once

#include "core/replica/replica.h"
#include "core/sync/sync_client.h"

#include "tests/support/manual_clock.h"
#include "tests/support/manual_tokens.h"
#include "tests/support/scripted_socket.h"
#include "tests/support/seeded_random.h"

#include <QtCore/QTemporaryDir>

namespace larder::test {

class ScriptedDevice {
public:
    explicit ScriptedDevice(Micros skew = {});

    model::UserId ana() const { return model::UserId { model::Uuid { { 0xA1 } } }; }
    Micros serverNow() const { return ManualClock::kEpoch + time.elapsed(); }

    void edit(const model::RecordKey &key, model::FieldNumber field, model::Value value);
    model::RecordKey makeList(const QString &name);
    model::RecordKey makeItem(model::SpaceId space, const QString &name);

    protocol::Welcome welcome(std::vector<protocol::SpaceGrant> spaces = {});
    protocol::Hello connectAndHear();
    void goLive(std::vector<protocol::SpaceGrant> spaces = {});
    // Makes a list, and the server knows it: version 1.
    model::RecordKey goLiveWithAList();
    // What is due at once: the client notices a write on the next turn.
    void turn();
    void keeps(const protocol::Push &push, std::vector<protocol::Correction> corrections = {});
    std::optional<model::Record> record(const model::RecordKey &key);
    int queued() const { return replica->queueState().queued; }
    sync::Phase phase() const { return client->status().phase; }

    QTemporaryDir dir;
    VirtualTime time;
    ManualClock clock;
    ManualTimers timers { time };
    SeededRandom random { 1 };
    ManualTokens tokens { timers };
    ScriptedSocket socket;
    model::StampClock stamps;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<sync::SyncClient> client;
};

} // namespace larder::test
