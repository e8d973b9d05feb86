// The end of a run: the weather clears, and everybody has to agree.
#include "tests/support/world.h"

#include "tests/support/record_difference.h"

#include <set>

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Record;
using model::RecordKey;
using model::Role;
using model::SpaceId;
using model::UserId;

QString World::whyNotQuiet()
{
    for (std::size_t number = 0; number < m_devices.size(); ++number) {
        WorldDevice &device = *m_devices[number];
        const sync::SyncStatus status = device.client().status();
        const int queued = device.replica().queueState().queued;
        if (status.phase != sync::Phase::Live || queued > 0) {
            return u"device %1: phase %2, reason %3, %4 queued"_s.arg(number)
                .arg(int(status.phase))
                .arg(status.reason ? QString(wireName(*status.reason)) : u"none"_s)
                .arg(queued);
        }
    }
    return {};
}

bool World::isQuiet()
{
    return whyNotQuiet().isEmpty();
}

QString World::heal()
{
    m_weather = {};
    m_server.start();
    for (const auto &device : m_devices) {
        if (!device->isRunning()) {
            device->start();
        }
        device->client().setManualOffline(false);
        device->client().setNetworkReachable(true);
        // A message that the bad weather swallowed is noticed at the next connection.
        device->client().wakeUp();
    }
    int calm = 0;
    for (int second = 0; second < 600 && calm < 3; ++second) {
        m_time.advance(1s);
        calm = isQuiet() ? calm + 1 : 0;
    }
    return whyNotQuiet();
}

Result<std::vector<Record>> World::stored(UserId reader, SpaceId space)
{
    std::vector<Record> all;
    for (const model::KindInfo &kind : model::kinds()) {
        auto some = m_server.store().records(reader, space, kind.kind, server::Gravestones::With);
        if (!some) {
            return some;
        }
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

std::vector<Record> World::storedRecords()
{
    std::vector<Record> all;
    for (const SpaceId space : m_spaces) {
        const auto members = m_server.store().members(space);
        if (members && !members->empty()) {
            const auto some = stored(members->front().user, space);
            all.insert(all.end(), some->begin(), some->end());
        }
    }
    return all;
}

void World::checkSpace(const QString &who, const protocol::SpaceGrant &grant, std::vector<Record> held,
    std::vector<Record> truth, QStringList &wrong) const
{
    if (m_tally.forgotten > 0) {
        // A device that has seen a deletion keeps what the server has meanwhile forgotten; nobody sees it. A
        // viewer keeps what the server may have lost for the day on which it may offer it.
        std::erase_if(held, [&](const Record &record) {
            const bool kept = record.isDeleted() || (grant.role == Role::Viewer && record.version == 0);
            return kept && std::ranges::find(truth, record.key, &Record::key) == truth.end();
        });
    }
    if (model::digest(held) != model::digest(truth)) {
        wrong.append(u"%1, space %2 (version %3), role %4: %5"_s.arg(who, grant.space.toString())
                         .arg(grant.version)
                         .arg(int(grant.role))
                         .arg(firstDifference(held, truth)));
    }
}

void World::checkDevice(WorldDevice &device, QStringList &wrong)
{
    const auto number
        = std::ranges::find_if(m_devices, [&](const auto &each) { return each.get() == &device; });
    const QString who = u"device %1"_s.arg(number - m_devices.begin());
    const auto held = device.replica().allRecords();
    const auto grants = m_server.store().spacesOf(device.user());
    if (!held || !grants) {
        wrong.append(who + u": can't be read"_s);
        return;
    }
    std::map<SpaceId, std::vector<Record>> bySpace;
    for (const Record &record : *held) {
        bySpace[record.key.space].push_back(record);
    }
    for (const protocol::SpaceGrant &grant : *grants) {
        const auto truth = stored(device.user(), grant.space);
        if (!truth) {
            wrong.append(u"the store: "_s + truth.error().detail);
        } else {
            checkSpace(who, grant, bySpace[grant.space], *truth, wrong);
        }
        bySpace.erase(grant.space);
    }
    for (const auto &[space, records] : bySpace) {
        wrong.append(u"%1 holds %2 records of space %3, in which it has no role"_s.arg(who)
                         .arg(records.size())
                         .arg(space.toString()));
    }
    for (const replica::Space &space : device.replica().spaces()) {
        const auto same = std::ranges::find(*grants, space.grant.space, &protocol::SpaceGrant::space);
        if (same == grants->end() || same->role != space.grant.role) {
            wrong.append(u"%1 believes to have role %2 in space %3"_s.arg(who)
                             .arg(int(space.grant.role))
                             .arg(space.grant.space.toString()));
        }
    }
}

QStringList World::disagreements()
{
    QStringList wrong;
    for (const auto &device : m_devices) {
        checkDevice(*device, wrong);
    }
    // What was made is there, or its maker was told that it was refused, or lost the space.
    std::set<RecordKey> told;
    int onlyCounted = 0; // of what was told, the oldest, beyond those that are kept
    for (const auto &device : m_devices) {
        onlyCounted += device->replica().queueState().failuresOlder;
        if (const auto failures = device->replica().failures()) {
            for (const replica::RefusedWrite &failure : *failures) {
                told.insert(failure.write.key);
            }
        }
    }
    QStringList untold;
    for (const auto &[device, key] : m_made) {
        const auto truth = stored(device->user(), key.space);
        const bool mayLook = truth.has_value();
        const bool there = mayLook && std::ranges::find(*truth, key, &Record::key) != truth->end();
        if (mayLook && !there && !told.contains(key) && m_tally.forgotten == 0) {
            untold.append(u"record %1 of space %2 is gone, and nobody was told"_s.arg(
                key.id.toString(), key.space.toString()));
        }
    }
    if (untold.size() > onlyCounted) {
        wrong.append(untold);
    }
    return wrong;
}

} // namespace larder::test
