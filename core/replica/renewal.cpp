#include "core/replica/renewal.h"

#include "core/logging.h"
#include "core/model/merge.h"

#include <algorithm>

namespace larder::replica {

using namespace model;

namespace {

constexpr qint64 kNothingIsSure = -1; // below every version, and below the unknown one

Result<void> offer(Context &context, const RecordKey &key, std::vector<Register> registers)
{
    if (registers.empty()) {
        return {};
    }
    return context.tables.outbox.append({ { key, std::move(registers) }, {}, Parcel::Origin::Offered });
}

// Of a record that the server has: what is pending is queued already.
Result<void> offerUnlessPending(Context &context, const RecordKey &key, std::vector<Register> registers,
    std::span<const Register> pending)
{
    std::erase_if(registers, [&](const Register &reg) {
        return std::any_of(pending.begin(), pending.end(),
            [&](const Register &mine) { return mine.field == reg.field && !wins(reg, mine); });
    });
    return offer(context, key, std::move(registers));
}

// Of a record that the server lacks: with what is pending on it, or it would come without a field that it
// must have.
Result<void> offerWhole(Context &context, const Record &record)
{
    return offer(context, record.key, record.registers);
}

Result<void> removeRecord(Context &context, const RecordKey &key)
{
    context.effects.addGone(key);
    return context.tables.records.remove(key);
}

Result<void> beginAgain(Context &context, Cursors::Entry space, Renewal renewal)
{
    if (auto forgotten = context.tables.records.forgetVersions(space.grant.space); !forgotten) {
        return forgotten;
    }
    space.cursor = 0;
    space.renewal = renewal;
    context.effects.spaces = true;
    if (space.grant.version == 0) {
        return finishRenewal(context, space);
    }
    return context.tables.cursors.put(space);
}

// Everything that it acknowledged up to here has been sent, or is gone.
Result<void> settleAll(Context &context, const Cursors::Entry &space)
{
    if (auto bound = context.tables.outbox.boundUnknown(space.grant.space, space.cursor); !bound) {
        return bound;
    }
    return context.tables.outbox.settle(space.grant.space, space.cursor);
}

// A reset: what the server did not send is gone, but for what is queued here.
Result<void> keepOnlyPending(Context &context, const Record &record)
{
    Record left { record.key, context.tables.outbox.pending(record.key), 0, {} };
    if (left.registers.empty()) {
        return removeRecord(context, record.key);
    }
    if (auto put = context.tables.records.put(left); !put) {
        return put;
    }
    context.effects.add(RowsChanged::How::Replace, true, std::move(left));
    return {};
}

} // namespace

bool isOffered(Kind kind)
{
    const KindInfo *info = findKind(kind);
    return !info || info->writer != Writer::Server;
}

Result<void> startHealing(Context &context, Cursors::Entry space)
{
    qCInfo(lcReplica, "the server may have lost some of %s: it is compared anew",
        qPrintable(space.grant.space.toString()));
    if (auto reopened = context.tables.outbox.reopen(space.grant.space, kNothingIsSure); !reopened) {
        return reopened;
    }
    return beginAgain(context, space, Renewal::Healing);
}

Result<void> startReset(Context &context, Cursors::Entry space)
{
    // What a server may have lost matters more than a deletion that came back.
    const bool heals = space.renewal == Renewal::Healing || space.renewal == Renewal::Kept;
    return beginAgain(context, space, heals ? Renewal::Healing : Renewal::Reset);
}

Result<void> finishRenewal(Context &context, Cursors::Entry space)
{
    const auto unsent = context.tables.records.unversioned(space.grant.space);
    if (!unsent) {
        return Failure(unsent.error());
    }
    const bool healing = space.renewal == Renewal::Healing;
    if (!healing) {
        if (auto settled = settleAll(context, space); !settled) {
            return settled;
        }
    }
    const bool writes = mayWrite(space.grant.role);
    for (const Record &record : *unsent) {
        Result<void> done;
        if (!isOffered(record.key.kind)) {
            done = removeRecord(context, record.key);
        } else if (!healing) {
            done = keepOnlyPending(context, record);
        } else if (writes) {
            done = offerWhole(context, record);
        }
        if (!done) {
            return done;
        }
    }
    space.renewal = healing && !writes ? Renewal::Kept : Renewal::None;
    context.effects.spaces = true;
    return context.tables.cursors.put(space);
}

Result<void> offerNewer(
    Context &context, const Record &merged, const Record &incoming, std::span<const Register> pending)
{
    std::vector<Register> newer;
    for (const Register &reg : merged.registers) {
        const Register *came = incoming.find(reg.field);
        if (!came || wins(reg, *came)) {
            newer.push_back(reg);
        }
    }
    return offerUnlessPending(context, merged.key, std::move(newer), pending);
}

Result<void> offerSpace(Context &context, Cursors::Entry space)
{
    if (auto reopened = context.tables.outbox.reopen(space.grant.space, kNothingIsSure); !reopened) {
        return reopened;
    }
    const auto records = context.tables.records.of(space.grant.space);
    if (!records) {
        return Failure(records.error());
    }
    for (const Record &record : *records) {
        const auto done
            = isOffered(record.key.kind) ? offerWhole(context, record) : removeRecord(context, record.key);
        if (!done) {
            return done;
        }
    }
    if (auto forgotten = context.tables.records.forgetVersions(space.grant.space); !forgotten) {
        return forgotten;
    }
    space.grant.version = 0;
    space.cursor = 0;
    space.renewal = Renewal::None;
    space.local = true;
    space.missing = false;
    context.effects.spaces = true;
    return context.tables.cursors.put(space);
}

} // namespace larder::replica
