#include "tests/support/world.h"

#include "core/grocery/purchase.h"
#include "core/limits.h"
#include "core/model/uuid7.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Kind;
using model::Record;
using model::RecordKey;
using model::Role;
using model::SpaceId;
using model::UserId;

// Thousands of runs are one test function, which Qt would end after five minutes.
[[maybe_unused]] static const bool kUnhurried = qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

quint64 seedOfThisRun()
{
    bool given = false;
    const quint64 wanted = qEnvironmentVariable("LARDER_SEED").toULongLong(&given);
    const quint64 seed = given ? wanted : SystemRandom().next() >> 16;
    qInfo("LARDER_SEED=%llu", static_cast<unsigned long long>(seed));
    return seed;
}

QString quickFolder()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath();
}

void World::Tally::add(const Tally &other)
{
    edits += other.edits;
    refusals += other.refusals;
    restarts += other.restarts;
    crashes += other.crashes;
    breaks += other.breaks;
    clockJumps += other.clockJumps;
    roleChanges += other.roleChanges;
    spacesMade += other.spacesMade;
    spacesDeleted += other.spacesDeleted;
    longQueues += other.longQueues;
    newEpochs += other.newEpochs;
    forgotten += other.forgotten;
    lost += other.lost;
    repeated += other.repeated;
    overtaken += other.overtaken;
}

World::World(
    quint64 seed, Options options, server::Store &store, const ManualClock &serverClock, VirtualTime &time)
    : m_options(options)
    , m_random(seed)
    , m_time(time)
    , m_weather(options.weather)
    , m_server(time, m_random, serverClock, store)
    , m_dir(quickFolder() + u"/larder-world-XXXXXX"_s)
{
    // One person has two devices, the others one each.
    for (int number = 0; number < options.devices; ++number) {
        if (number != 1) {
            m_users.push_back(UserId { model::makeUuid7(serverClock.now(), m_random) });
        }
        const qint64 span = options.clockSkew.count();
        const Micros skew = span == 0 ? 0us : Micros(qint64(m_random.below(quint64(2 * span))) - span);
        m_devices.push_back(std::make_unique<WorldDevice>(m_time, m_random, m_weather, m_server,
            m_dir.filePath(u"device%1.db"_s.arg(number)), m_users.back(), skew));
        m_devices.back()->start();
    }
    shareFirstList();
}

World::~World() = default;

void World::shareFirstList()
{
    makeList(*m_devices.front());
    m_time.advance(2s);
    for (const UserId user : m_users) {
        const bool shared
            = m_server.setMember(m_users.front(), m_spaces.front(), { user, Role::Editor, u"Friend"_s })
                  .has_value();
        m_tally.roleChanges += shared ? 1 : 0;
    }
}

void World::play(int steps)
{
    for (int step = 0; step < steps; ++step) {
        playOne();
        m_time.advance(Micros(m_random.below(m_random.once(8) ? 5'000'000 : 60'000)));
    }
}

void World::playOne()
{
    const quint64 chance = m_random.below(100);
    if (chance < 72) {
        edit();
    } else if (chance < 82) {
        if (m_options.roleChanges) {
            changeRoles();
        }
    } else if (chance < 84) {
        changeServer();
    } else {
        disturb();
    }
}

// ---- edits

void World::edit()
{
    WorldDevice &device = *pick(m_devices);
    if (!device.isRunning()) {
        device.start();
    }
    std::vector<SpaceId> held;
    for (const replica::Space &space : device.replica().spaces()) {
        held.push_back(space.grant.space);
    }
    if (held.empty() || m_random.once(15)) {
        makeList(device);
    } else if (m_random.once(6)) {
        editList(device, pick(held));
    } else if (m_random.once(2'000)) {
        writeLong(device, pick(held));
    } else {
        editItem(device, pick(held));
    }
}

bool World::write(WorldDevice &device, const RecordKey &key, std::vector<model::Register> registers)
{
    const bool kept = device.replica().write({ key, std::move(registers) }).has_value();
    ++(kept ? m_tally.edits : m_tally.refusals);
    return kept;
}

void World::makeList(WorldDevice &device)
{
    const model::Uuid id = model::makeUuid7(device.clock().now(), m_random);
    const RecordKey key { SpaceId { id }, Kind::List, model::RecordId { id } };
    if (write(device, key, { { model::list::kName, device.tick(), u"List %1"_s.arg(++m_values) } })) {
        m_spaces.push_back(key.space);
        m_made.emplace_back(&device, key);
        ++m_tally.spacesMade;
    }
}

void World::editList(WorldDevice &device, SpaceId space)
{
    const RecordKey key { space, Kind::List, model::RecordId { space.value } };
    if (m_random.once(3)) {
        write(device, key, { { model::list::kIcon, device.tick(), u"i%1"_s.arg(++m_values) } });
    } else {
        write(device, key, { { model::list::kName, device.tick(), u"List %1"_s.arg(++m_values) } });
    }
}

void World::makeItem(WorldDevice &device, SpaceId space)
{
    const RecordKey key { space, Kind::Item,
        model::RecordId { model::makeUuid7(device.clock().now(), m_random) } };
    const model::Stamp stamp = device.tick();
    if (write(device, key,
            { { model::item::kName, stamp, u"Item %1"_s.arg(++m_values) },
                { model::item::kQuantity, stamp, qint64(1000 + m_values) } })) {
        m_made.emplace_back(&device, key);
    }
}

// More than one push can carry, usually while nothing can be sent.
void World::writeLong(WorldDevice &device, SpaceId space)
{
    device.client().setNetworkReachable(m_random.once(3));
    for (int item = 0; item <= limits::kWritesPerPush; ++item) {
        makeItem(device, space);
    }
    ++m_tally.longQueues;
}

void World::editItem(WorldDevice &device, SpaceId space)
{
    const auto items = device.replica().records(space, Kind::Item);
    if (!items || items->empty() || m_random.once(3)) {
        makeItem(device, space);
        return;
    }
    const RecordKey key = pick(*items).key;
    switch (m_random.below(7)) {
    case 0:
        write(device, key, { { model::kDeleted, device.tick(), m_random.once(2) } });
        break;
    case 1:
        write(device, key, { { model::item::kQuantity, device.tick(), qint64(1000 + ++m_values) } });
        break;
    case 2:
        write(device, key, { { model::item::kNote, device.tick(), model::Value() } });
        break;
    case 3:
        write(device, key, { { model::item::kNote, device.tick(), u"note %1"_s.arg(++m_values) } });
        break;
    case 4:
        write(device, key, { { model::item::kChecked, device.tick(), m_random.once(2) } });
        break;
    case 5:
        buy(device, key);
        break;
    default:
        write(device, key, { { model::item::kName, device.tick(), u"Item %1"_s.arg(++m_values) } });
        break;
    }
}

// As a check does, on the same day on every device: they meet in one record.
void World::buy(WorldDevice &device, const RecordKey &item)
{
    const RecordKey key { item.space, Kind::Purchase, grocery::purchaseIdOf(item.id, QDate(2026, 1, 1)) };
    const auto held = device.replica().record(item);
    const auto bought = device.replica().record(key);
    if (!held || !*held || !bought) {
        return;
    }
    std::vector<model::Register> registers;
    const model::Stamp stamp = device.tick();
    if (*bought && !(*bought)->isDeleted() && m_random.once(2)) {
        registers.push_back({ model::kDeleted, stamp, true });
    } else {
        for (auto [field, value] : grocery::purchaseOf(**held, {}, device.clock().now())) {
            registers.push_back({ field, stamp, std::move(value) });
        }
    }
    write(device, key, std::move(registers));
}

// ---- what else happens

// Some of it is refused: the last owner can't go, and some spaces are not there yet, or not any more.
void World::changeRoles()
{
    const SpaceId space = pick(m_spaces);
    const auto members = m_server.store().members(space);
    if (!members || members->empty()) {
        return;
    }
    const auto owner = std::ranges::find(*members, Role::Owner, &server::Member::role);
    const UserId actor = owner == members->end() || m_random.once(10) ? pick(m_users) : owner->user;
    const UserId other = pick(m_users);
    if (m_random.once(40)) {
        m_tally.spacesDeleted += m_server.deleteSpace(actor, space).has_value() ? 1 : 0;
    } else if (m_random.once(3)) {
        m_tally.roleChanges += m_server.removeMember(actor, space, other).has_value() ? 1 : 0;
        if (m_random.once(3)) { // and back before anybody has noticed
            m_time.advance(Micros(m_random.below(20'000)));
            m_tally.roleChanges
                += m_server.setMember(actor, space, { other, Role::Editor, u"Friend"_s }).has_value() ? 1 : 0;
        }
    } else {
        const Role role = m_random.once(4) ? Role::Viewer : m_random.once(4) ? Role::Owner : Role::Editor;
        m_tally.roleChanges
            += m_server.setMember(actor, space, { other, role, u"Friend"_s }).has_value() ? 1 : 0;
    }
}

void World::changeServer()
{
    if (m_options.newEpochs && m_random.once(2)) {
        m_server.changeEpoch();
        ++m_tally.newEpochs;
    } else if (m_options.forgetting) {
        m_tally.forgotten += m_server.forgetDeleted();
    }
    if (m_random.once(2)) {
        m_server.start();
    }
}

void World::disturb()
{
    WorldDevice &device = *pick(m_devices);
    if (!device.isRunning()) {
        device.start();
        return;
    }
    switch (m_random.below(9)) {
    case 0:
    case 1:
        device.transport().breakOff();
        ++m_tally.breaks;
        break;
    case 2:
        device.client().setNetworkReachable(m_random.once(2));
        break;
    case 3:
        device.client().setManualOffline(m_random.once(2));
        break;
    case 4:
        countWeather(device);
        device.kill();
        ++m_tally.restarts;
        break;
    case 5: {
        const qint64 span = m_options.clockSkew.count();
        device.clock().jump(
            Micros(qint64(m_random.below(quint64(2 * span) + 1)) - span) - device.clock().skew());
        ++m_tally.clockJumps;
        break;
    }
    case 6:
        if (m_server.isRunning()) {
            m_server.crash();
            ++m_tally.crashes;
        } else {
            m_server.start();
        }
        break;
    case 7:
        m_server.start();
        break;
    default:
        device.client().wakeUp();
        break;
    }
}

void World::countWeather(WorldDevice &device)
{
    const auto &counts = device.transport().counts();
    m_tally.lost += counts.lost;
    m_tally.repeated += counts.repeated;
    m_tally.overtaken += counts.overtaken;
}

World::Tally World::tally() const
{
    Tally tally = m_tally;
    for (const auto &device : m_devices) {
        if (device->isRunning()) {
            const auto &counts = device->transport().counts();
            tally.lost += counts.lost;
            tally.repeated += counts.repeated;
            tally.overtaken += counts.overtaken;
        }
    }
    return tally;
}

std::vector<WorldDevice *> World::devices()
{
    std::vector<WorldDevice *> running;
    for (const auto &device : m_devices) {
        if (!device->isRunning()) {
            device->start();
        }
        running.push_back(device.get());
    }
    return running;
}

RecordKey World::sharedList() const
{
    return { m_spaces.front(), Kind::List, model::RecordId { m_spaces.front().value } };
}

} // namespace larder::test
