#include "tests/support/scripted_device.h"

#include "core/model/uuid7.h"
#include "core/protocol/version.h"

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Record;
using model::RecordKey;
using model::Stamp;
using protocol::Hello;
using protocol::Push;
using protocol::Pushed;
using protocol::Rows;
using protocol::Welcome;
using sync::SyncClient;

ScriptedDevice::ScriptedDevice(Micros skew)
    : clock(time, skew)
{
    auto opened = replica::Replica::open(dir.filePath(u"replica.db"_s), clock, stamps);
    if (!opened) {
        qFatal("the replica can't be opened: %s", qPrintable(opened.error().detail));
    }
    replica = std::move(*opened);
    client = std::make_unique<SyncClient>(*replica, tokens, socket, timers, clock, random);
}

void ScriptedDevice::edit(const RecordKey &key, model::FieldNumber field, model::Value value)
{
    const Stamp stamp = stamps.tick(clock.now() + replica->clockOffset());
    const auto written = replica->write({ key, { { field, stamp, std::move(value) } } });
    if (!written) {
        qFatal("the write was refused: %s", qPrintable(written.error().detail));
    }
}

RecordKey ScriptedDevice::makeList(const QString &name)
{
    const model::Uuid id = model::makeUuid7(clock.now(), random);
    const RecordKey key { model::SpaceId { id }, model::Kind::List, model::RecordId { id } };
    edit(key, model::list::kName, name);
    return key;
}

RecordKey ScriptedDevice::makeItem(model::SpaceId space, const QString &name)
{
    const RecordKey key { space, model::Kind::Item,
        model::RecordId { model::makeUuid7(clock.now(), random) } };
    edit(key, model::item::kName, name);
    return key;
}

Welcome ScriptedDevice::welcome(std::vector<protocol::SpaceGrant> spaces)
{
    Welcome message;
    message.version = protocol::kVersion;
    message.epoch = u"epoch-1"_s;
    message.now = serverNow().count();
    message.spaces = std::move(spaces);
    return message;
}

Hello ScriptedDevice::connectAndHear()
{
    if (tokens.user().isNull()) {
        tokens.signIn(ana(), u"token-1"_s);
    }
    for (int turn = 0; turn < 100 && !socket.isWanted(); ++turn) {
        time.step();
    }
    socket.accept();
    return socket.hears<Hello>();
}

void ScriptedDevice::goLive(std::vector<protocol::SpaceGrant> spaces)
{
    connectAndHear();
    socket.says(welcome(std::move(spaces)));
}

RecordKey ScriptedDevice::goLiveWithAList()
{
    goLive();
    const RecordKey list = makeList(u"Weekly"_s);
    turn();
    keeps(socket.hears<Push>());
    socket.says(protocol::Grant { { list.space, model::SpaceKind::List, model::Role::Owner, 1 } });
    Rows rows { list.space, 0, 1, 0, true, false, { *record(list) } };
    rows.rows.front().version = 1;
    socket.says(rows);
    return list;
}

void ScriptedDevice::turn()
{
    time.advance(1ms);
}

void ScriptedDevice::keeps(const Push &push, std::vector<protocol::Correction> corrections)
{
    Pushed answer;
    answer.seq = push.seq;
    answer.corrections = std::move(corrections);
    socket.says(answer);
}

std::optional<Record> ScriptedDevice::record(const RecordKey &key)
{
    auto all = replica->records(key.space, key.kind);
    for (Record &each : *all) {
        if (each.key == key) {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace larder::test
