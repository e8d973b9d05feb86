#include "core/replica/inbound.h"

#include "core/limits.h"
#include "core/model/merge.h"
#include "core/replica/renewal.h"

#include <algorithm>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

bool isRemote(const Context &context, const Record &row)
{
    const UserId user = context.tables.meta.user();
    return user.isNull() || row.author != user;
}

// Whether the server's row takes the place of what is held, instead of being merged with it: in a reset, and
// in a healing where nothing could be offered. Both hold for the first time that the row comes.
bool takesThePlace(const Cursors::Entry &space, const Record &held)
{
    const bool mayOffer = mayWrite(space.grant.role) && isOffered(held.key.kind);
    return held.version == 0
        && (space.renewal == Renewal::Reset || (space.renewal != Renewal::None && !mayOffer));
}

// Live rows may leave out what did not change and lies outside of its row in PostgreSQL, which moves nothing
// there that is as small as this.
constexpr qsizetype kNeverLeftOut = 16; // bytes

bool mayBeLeftOut(const KindInfo *kind, const Register &reg)
{
    const Field *field = kind ? kind->find(reg.field) : nullptr;
    const QString *text = std::get_if<QString>(&reg.value);
    return !field || (text && text->toUtf8().size() > kNeverLeftOut);
}

// Whether the server has less of a record than it had before: it forgot the record with its deletion, and got
// some of it back from somebody who had not heard of that. What is pending it need not have.
bool isForgotten(const Record &held, std::span<const Register> pending, const Record &incoming)
{
    if (held.version == 0 || incoming.version <= held.version || incoming.registers.empty()) {
        return false;
    }
    const KindInfo *kind = findKind(held.key.kind);
    return std::ranges::any_of(held.registers, [&](const Register &reg) {
        if (std::ranges::find(pending, reg.field, &Register::field) != pending.end()) {
            return false;
        }
        const Register *came = incoming.find(reg.field);
        return came ? wins(reg, *came) : !mayBeLeftOut(kind, reg);
    });
}

Result<void> journalConflicts(
    Context &context, std::span<const Register> mine, const Record &incoming, const Record &held)
{
    for (Conflict &conflict : conflictsOf(mine, incoming, held, context.tables.meta.user())) {
        conflict.at = context.now();
        if (auto added = context.tables.conflicts.add(conflict); !added) {
            return added;
        }
    }
    return {};
}

Result<void> takeNewRow(Context &context, const Record &incoming)
{
    if (incoming.registers.size() > std::size_t(limits::kRegistersPerRecord)) {
        return Failure(
            Code::Malformed, u"a record has more than %1 registers"_s.arg(limits::kRegistersPerRecord));
    }
    if (auto put = context.tables.records.put(incoming); !put) {
        return put;
    }
    context.effects.add(RowsChanged::How::Merge, isRemote(context, incoming), incoming);
    return context.tables.outbox.settle(incoming);
}

// Merges a row into `held` and puts it.
Result<void> takeRow(Context &context, const Cursors::Entry &space, Record &held, const Record &incoming)
{
    Outbox &outbox = context.tables.outbox;
    if (auto journaled = journalConflicts(context, outbox.pending(incoming.key), incoming, held);
        !journaled) {
        return journaled;
    }
    // What was acknowledged up to this version is in the row, or forgotten.
    const auto pending = outbox.pending(incoming.key, incoming.version);
    const bool forgotten = isForgotten(held, pending, incoming);
    const bool mayOffer = mayWrite(space.grant.role) && isOffered(held.key.kind);
    const bool replace = takesThePlace(space, held) || (forgotten && !mayOffer);
    if (replace) {
        held.registers = incoming.registers;
        merge(held.registers, pending);
    } else {
        merge(held.registers, incoming.registers);
    }
    if (held.registers.size() > std::size_t(limits::kRegistersPerRecord)) {
        return Failure(
            Code::Malformed, u"a record has more than %1 registers"_s.arg(limits::kRegistersPerRecord));
    }
    if (incoming.version >= held.version) {
        held.version = incoming.version;
        held.author = incoming.author;
    }
    if (auto put = context.tables.records.put(held); !put) {
        return put;
    }
    if (mayOffer && (forgotten || space.renewal == Renewal::Healing)) {
        if (auto offered = offerNewer(context, held, incoming, pending); !offered) {
            return offered;
        }
    }
    context.effects.add(replace ? RowsChanged::How::Replace : RowsChanged::How::Merge,
        isRemote(context, incoming), replace ? held : incoming);
    return outbox.settle(incoming);
}

// Whether no two rows are of the same record, as far as that can be seen at a glance.
bool isInOrder(const std::vector<Record> &rows)
{
    return std::adjacent_find(rows.begin(), rows.end(), [](const Record &a, const Record &b) {
        return !(a.key < b.key);
    }) == rows.end();
}

Result<void> takeAll(Context &context, const Cursors::Entry &space, const protocol::Rows &rows)
{
    auto held = context.tables.records.findAll(rows.rows);
    if (!held) {
        return Failure(held.error());
    }
    const bool mayRepeat = !isInOrder(rows.rows);
    Stamp newest;
    for (const Record &row : rows.rows) {
        if (row.key.space != rows.space || row.version <= 0) {
            return Failure(Code::Malformed, u"a row of another space, or without a version"_s);
        }
        for (const Register &reg : row.registers) {
            newest = std::max(newest, reg.stamp);
        }
        const auto at = held->find(row.key);
        if (auto taken
            = at == held->end() ? takeNewRow(context, row) : takeRow(context, space, at->second, row);
            !taken) {
            return taken;
        }
        if (mayRepeat) {
            held->try_emplace(row.key, row);
        }
    }
    context.stamps.observe(newest);
    return {};
}

} // namespace

Result<Applied> applyRows(Context &context, const protocol::Rows &rows)
{
    const Cursors::Entry *known = context.tables.cursors.find(rows.space);
    if (!known) {
        return Applied::Old; // of a space that was dropped while it was under way
    }
    if (rows.part < 0 || rows.from < 0 || rows.to < rows.from) {
        return Failure(
            Code::Malformed, u"rows from %1 to %2, part %3"_s.arg(rows.from).arg(rows.to).arg(rows.part));
    }
    switch (context.tables.cursors.placeOf(rows)) {
    case Cursors::Place::Old:
        return Applied::Old;
    case Cursors::Place::Gap:
        return Applied::Gap;
    case Cursors::Place::Next:
        break;
    }
    Cursors::Entry space = *known;
    if (space.cursor == 0 && space.renewal == Renewal::None) {
        space.renewal
            = Renewal::Reset; // what the server does not send now it has forgotten, and never says so
    }
    if (auto taken = takeAll(context, space, rows); !taken) {
        return Failure(taken.error());
    }
    if (!context.tables.cursors.passPart(rows)) {
        return Applied::Yes;
    }
    // The answer to the push that made the space may have been lost, but the server has it.
    context.effects.spaces = context.effects.spaces || space.local;
    space.local = false;
    space.cursor = rows.to;
    space.grant.version = std::max(space.grant.version, rows.to);
    const bool renewing = space.renewal == Renewal::Healing || space.renewal == Renewal::Reset;
    auto moved = renewing && !rows.more ? finishRenewal(context, space) : context.tables.cursors.put(space);
    if (!moved) {
        return Failure(moved.error());
    }
    if (auto settled = context.tables.outbox.settle(space.grant.space, space.cursor); !settled) {
        return Failure(settled.error());
    }
    return Applied::Yes;
}

} // namespace larder::replica
