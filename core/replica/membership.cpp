#include "core/replica/membership.h"

#include "core/limits.h"
#include "core/replica/renewal.h"
#include "core/replica/restamp.h"

#include <set>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

enum class History : quint8 { Same, Restored };

Result<void> takeGrant(Context &context, const protocol::SpaceGrant &grant, History history)
{
    Cursors &cursors = context.tables.cursors;
    const Cursors::Entry *held = cursors.find(grant.space);
    Cursors::Entry entry = held ? *held : Cursors::Entry {};
    const bool wasLocal = entry.local;
    const bool mayOfferNow = entry.renewal == Renewal::Kept && mayWrite(grant.role);
    context.effects.spaces = context.effects.spaces || !held || wasLocal || entry.grant != grant;
    entry.grant = grant;
    entry.local = false;
    entry.missing = false;
    if (held && !wasLocal && (history == History::Restored || grant.version < entry.cursor || mayOfferNow)) {
        return startHealing(context, entry);
    }
    if (auto put = cursors.put(entry); !put) {
        return put;
    }
    // A failover can lose what was acknowledged last, and this device need not have seen that version yet.
    if (auto reopened = context.tables.outbox.reopen(grant.space, grant.version); !reopened) {
        return reopened;
    }
    if (auto bound = context.tables.outbox.boundUnknown(grant.space, grant.version); !bound) {
        return bound;
    }
    return context.tables.outbox.settle(grant.space, entry.cursor);
}

Result<void> takeAbsence(Context &context, Cursors::Entry entry, History history)
{
    entry.missing = true;
    if (history == History::Restored) {
        return startHealing(context, entry);
    }
    return context.tables.cursors.put(entry);
}

Result<void> takeOffset(Context &context, Micros offset)
{
    const Micros known = context.tables.meta.clockOffset();
    const Micros used = std::chrono::abs(offset - known) < limits::kClockJitter ? known : offset;
    if (used != known) {
        context.effects.clockOffset = true;
        if (auto set = context.tables.meta.setClockOffset(used); !set) {
            return set;
        }
    }
    return restampQueue(context, used);
}

// What was queued for a space that is gone, each told to the person; healing's offers are not theirs.
Result<void> refuseQueued(Context &context, SpaceId space, Code code)
{
    std::vector<std::pair<qint64, Outbox::Entry>> entries;
    for (const auto &[number, entry] : context.tables.outbox.entries()) {
        if (entry.parcel.write.key.space == space) {
            entries.emplace_back(number, entry);
        }
    }
    for (const auto &[number, entry] : entries) {
        if (!entry.acknowledged && entry.parcel.origin == Parcel::Origin::Written) {
            if (auto added = context.tables.failures.add({ 0, entry.parcel.write, code, {}, context.now() });
                !added) {
                return added;
            }
        }
        if (auto removed = context.tables.outbox.remove(number); !removed) {
            return removed;
        }
    }
    return {};
}

} // namespace

Result<void> applyWelcome(Context &context, const protocol::Welcome &welcome, Micros clockOffset)
{
    Meta &meta = context.tables.meta;
    context.tables.outbox.releaseInFlight();
    context.tables.cursors.forgetParts();
    const bool restored = !meta.epoch().isEmpty() && meta.epoch() != welcome.epoch;
    const History history = restored ? History::Restored : History::Same;
    if (meta.epoch() != welcome.epoch) {
        if (auto set = meta.setEpoch(welcome.epoch); !set) {
            return set;
        }
    }
    std::set<SpaceId> granted;
    for (const protocol::SpaceGrant &grant : welcome.spaces) {
        granted.insert(grant.space);
        if (auto taken = takeGrant(context, grant, history); !taken) {
            return taken;
        }
    }
    std::vector<Cursors::Entry> absent;
    for (const auto &[id, entry] : context.tables.cursors.all()) {
        if (!entry.local && !granted.contains(id)) {
            absent.push_back(entry);
        }
    }
    for (const Cursors::Entry &entry : absent) {
        if (auto taken = takeAbsence(context, entry, history); !taken) {
            return taken;
        }
    }
    return takeOffset(context, clockOffset);
}

Result<void> applyGrant(Context &context, const protocol::SpaceGrant &grant)
{
    return takeGrant(context, grant, History::Same);
}

Result<void> applyDrop(Context &context, const protocol::Drop &drop)
{
    const Cursors::Entry *held = context.tables.cursors.find(drop.space);
    if (!held || held->local) {
        return {}; // a local space is not the server's to drop
    }
    Cursors::Entry entry = *held;
    if (drop.reason == protocol::DropReason::Unknown) {
        if (entry.grant.role == Role::Owner) {
            return offerSpace(context, entry);
        }
        // Its owner may bring it back; then what is here is offered.
        entry.missing = true;
        return startHealing(context, entry);
    }
    const Code code = drop.reason == protocol::DropReason::Deleted ? Code::SpaceGone : Code::NotAMember;
    if (auto refused = refuseQueued(context, drop.space, code); !refused) {
        return refused;
    }
    context.effects.spaces = true;
    return context.tables.cursors.remove(drop.space); // its rows go with it
}

Result<void> applyReset(Context &context, const protocol::Reset &reset)
{
    const Cursors::Entry *held = context.tables.cursors.find(reset.space);
    if (!held || held->local) {
        return {};
    }
    return startReset(context, *held);
}

} // namespace larder::replica
