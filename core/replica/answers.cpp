#include "core/replica/answers.h"

#include "core/model/merge.h"
#include "core/replica/renewal.h"

#include <algorithm>
#include <map>
#include <set>

namespace larder::replica {

using namespace model;
using protocol::Correction;

namespace {

// Takes what was sent out of its entry; what joined it since then stays. The origin of what was taken, if
// anything was.
Result<std::optional<Parcel::Origin>> takeBack(Outbox &outbox, const QueuedWrite &sent)
{
    const auto at = outbox.entries().find(sent.entry);
    if (at == outbox.entries().end() || at->second.acknowledged
        || at->second.parcel.write.key != sent.write.key) {
        return std::optional<Parcel::Origin>();
    }
    const Parcel parcel = at->second.parcel;
    std::vector<Register> left = parcel.write.registers;
    std::erase_if(left, [&](const Register &reg) {
        return std::find(sent.write.registers.begin(), sent.write.registers.end(), reg)
            != sent.write.registers.end();
    });
    if (left.size() == parcel.write.registers.size()) {
        return std::optional<Parcel::Origin>(); // all of it was overwritten here since it was sent
    }
    const auto done = left.empty() ? outbox.remove(sent.entry)
                                   : outbox.replace(sent.entry, std::move(left), parcel.clockOffset);
    if (!done) {
        return Failure(done.error());
    }
    return std::optional(parcel.origin);
}

// The record with the server's registers where the sent ones still stand, and on it what is queued. It stays
// at the version at which all of it came: of the one that the answer names, the other registers are still to
// come.
Result<void> rollBack(Context &context, const protocol::Write &sent, const Record &row)
{
    auto found = context.tables.records.find(sent.key);
    if (!found) {
        return Failure(found.error());
    }
    const bool isHeld
        = row.version > 0 || !row.registers.empty(); // with none, it may be, of those that were sent
    if (!*found && !isHeld) {
        return {};
    }
    Record record = std::move(*found).value_or(Record { sent.key, {}, 0, {} });
    if (!isHeld) {
        record.registers.clear(); // the server has no such record, or no more
    }
    for (const Register &mine : sent.registers) {
        const Register *held = record.find(mine.field);
        if (held && held->stamp == mine.stamp) {
            std::erase_if(record.registers, [&](const Register &reg) { return reg.field == mine.field; });
        }
    }
    merge(record.registers, row.registers);
    // Of a record that it does not have, the server has forgotten what it acknowledged.
    const qint64 known = isHeld ? row.version : Outbox::kEveryVersion;
    merge(record.registers, context.tables.outbox.pending(sent.key, known));
    const auto done = record.registers.empty() ? context.tables.records.remove(sent.key)
                                               : context.tables.records.put(record);
    if (!done) {
        return done;
    }
    context.effects.add(RowsChanged::How::Replace, false, std::move(record));
    return {};
}

// An offer that the server has no place for is nobody's loss: what was held stays here for a server that has.
bool isHarmless(Parcel::Origin origin, Code code)
{
    return origin == Parcel::Origin::Offered
        && (code == Code::UnknownKind || code == Code::UnknownField || code == Code::ServerAuthored);
}

// Whether rows that the server wrote after this answer's came before it. They were merged into a record that
// still had the refused registers, so what those hid is not known here any more.
Result<bool> isOvertaken(Context &context, const Correction &correction)
{
    const auto held = context.tables.records.find(correction.row.key);
    if (!held) {
        return Failure(held.error());
    }
    return *held && correction.row.version < (*held)->version;
}

Result<void> correct(
    Context &context, const QueuedWrite &sent, const Correction &correction, std::set<SpaceId> &overtaken)
{
    const auto origin = takeBack(context.tables.outbox, sent);
    if (!origin) {
        return Failure(origin.error());
    }
    if (!*origin || isHarmless(**origin, correction.code)) {
        return {};
    }
    const auto late = isOvertaken(context, correction);
    if (!late) {
        return Failure(late.error());
    }
    if (*late) {
        overtaken.insert(sent.write.key.space);
    }
    if (auto rolled = rollBack(context, sent.write, correction.row); !rolled) {
        return rolled;
    }
    if (correction.code == Code::StampClamped) {
        return {};
    }
    return context.tables.failures.add({ 0, sent.write, correction.code, correction.message, context.now() });
}

// A local space whose making was refused, when nothing is left in it.
Result<void> removeIfRefused(Context &context, SpaceId space)
{
    const Cursors::Entry *entry = context.tables.cursors.find(space);
    if (!entry || !entry->local) {
        return {};
    }
    const auto left = context.tables.records.of(space);
    if (!left) {
        return Failure(left.error());
    }
    if (!left->empty()) {
        return {};
    }
    context.effects.spaces = true;
    return context.tables.cursors.remove(space);
}

// Takes them anew from the server, which knows.
Result<void> takeAnew(Context &context, const std::set<SpaceId> &spaces)
{
    for (const SpaceId space : spaces) {
        const Cursors::Entry *entry = context.tables.cursors.find(space);
        if (entry && !entry->local) {
            if (auto begun = startReset(context, *entry); !begun) {
                return begun;
            }
        }
    }
    return {};
}

Result<void> takeVersion(Context &context, const protocol::Cursor &version)
{
    const Cursors::Entry *known = context.tables.cursors.find(version.space);
    if (!known) {
        return {};
    }
    Cursors::Entry entry = *known;
    context.effects.spaces = context.effects.spaces || entry.local;
    entry.local = false;
    entry.grant.version = std::max(entry.grant.version, version.version);
    if (auto put = context.tables.cursors.put(entry); !put) {
        return put;
    }
    return context.tables.outbox.settle(version.space, entry.cursor);
}

} // namespace

Result<void> applyAnswer(Context &context, std::span<const QueuedWrite> sent, const protocol::Pushed &answer)
{
    std::map<SpaceId, qint64> versions;
    for (const protocol::Cursor &cursor : answer.versions) {
        versions.insert_or_assign(cursor.space, cursor.version);
    }
    std::map<int, const Correction *> corrections;
    for (const Correction &correction : answer.corrections) {
        corrections.insert_or_assign(correction.index, &correction);
    }
    std::set<SpaceId> overtaken;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const auto correction = corrections.find(int(i));
        Result<void> done;
        if (correction != corrections.end()) {
            done = correct(context, sent[i], *correction->second, overtaken);
        } else {
            const auto version = versions.find(sent[i].write.key.space);
            done = context.tables.outbox.acknowledge(sent[i].entry, sent[i].write,
                version == versions.end() ? Outbox::kUnknownVersion : version->second);
        }
        if (!done) {
            return done;
        }
    }
    for (const auto &[index, correction] : corrections) {
        if (index >= 0 && index < int(sent.size())) {
            if (auto done = removeIfRefused(context, sent[std::size_t(index)].write.key.space); !done) {
                return done;
            }
        }
    }
    for (const protocol::Cursor &cursor : answer.versions) {
        if (auto done = takeVersion(context, cursor); !done) {
            return done;
        }
    }
    return takeAnew(context, overtaken);
}

} // namespace larder::replica
