#include "core/replica/restamp.h"

#include "core/limits.h"
#include "core/replica/renewal.h"

#include <algorithm>
#include <set>

namespace larder::replica {

using namespace model;

namespace {

struct Moved {
    qint64 entry = 0;
    std::size_t index = 0; // of the register in its entry
    Stamp from;
    Stamp to;
};

std::vector<Moved> plan(const Outbox &outbox, Micros offset, Micros now)
{
    std::vector<Moved> all;
    for (const auto &[number, entry] : outbox.entries()) {
        if (entry.acknowledged || entry.parcel.origin != Parcel::Origin::Written) {
            continue;
        }
        const qint64 distance = (offset - entry.parcel.clockOffset).count();
        const auto &registers = entry.parcel.write.registers;
        for (std::size_t i = 0; i < registers.size(); ++i) {
            const Stamp from = registers[i].stamp;
            all.push_back({ number, i, from, Stamp { std::max<qint64>(1, from.micros + distance) } });
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Moved &a, const Moved &b) { return a.from < b.from; });
    const Stamp accepted { now.count() + limits::kClockToleranceMicros };
    Stamp newest { Stamp::kMax };
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        if (each != all.rbegin() && each->from == (each - 1)->from) {
            each->to = (each - 1)->to;
            continue;
        }
        // Somewhat ahead is another's clock that was followed, and what the server accepts.
        each->to = each->to > accepted ? Stamp { now.count() } : each->to;
        each->to = std::max(Stamp { 1 }, std::min(each->to, newest));
        newest = Stamp { each->to.micros - 1 };
    }
    return all;
}

Result<void> moveInRow(Context &context, const RecordKey &key, const std::vector<Moved> &moves,
    const std::vector<Register> &before)
{
    auto held = context.tables.records.find(key);
    if (!held) {
        return Failure(held.error());
    }
    if (!*held) {
        return {};
    }
    Record &record = **held;
    for (const Moved &moved : moves) {
        const Register &mine = before[moved.index];
        const Register *reg = record.find(mine.field);
        if (reg && *reg == mine) {
            record.set(mine.field, mine.value, moved.to);
        }
    }
    if (auto put = context.tables.records.put(record); !put) {
        return put;
    }
    context.effects.add(RowsChanged::How::Replace, false, std::move(record));
    return {};
}

// The newest stamp that any row holds: the clock must not go back behind it.
Result<Stamp> newestStamp(Context &context)
{
    const auto records = context.tables.records.all();
    if (!records) {
        return Failure(records.error());
    }
    Stamp newest;
    for (const Record &record : *records) {
        for (const Register &reg : record.registers) {
            newest = std::max(newest, reg.stamp);
        }
    }
    return newest;
}

} // namespace

Result<void> restampQueue(Context &context, Micros offset)
{
    const Micros now = context.clock.now() + offset;
    std::map<qint64, std::vector<Moved>> byEntry;
    for (const Moved &moved : plan(context.tables.outbox, offset, now)) {
        byEntry[moved.entry].push_back(moved);
    }
    std::set<SpaceId> takeAnew;
    for (const auto &[number, moves] : byEntry) {
        const Parcel parcel = context.tables.outbox.entries().at(number).parcel;
        const bool changed
            = std::any_of(moves.begin(), moves.end(), [](const Moved &m) { return m.from != m.to; });
        if (!changed && parcel.clockOffset == offset) {
            continue;
        }
        std::vector<Register> registers = parcel.write.registers;
        for (const Moved &moved : moves) {
            registers[moved.index].stamp = moved.to;
            if (moved.to < moved.from) {
                takeAnew.insert(parcel.write.key.space);
            }
        }
        if (auto done = context.tables.outbox.replace(number, std::move(registers), offset); !done) {
            return done;
        }
        if (auto done = moveInRow(context, parcel.write.key, moves, parcel.write.registers); !done) {
            return done;
        }
    }
    for (const SpaceId space : takeAnew) {
        const Cursors::Entry *entry = context.tables.cursors.find(space);
        if (entry && !entry->local && entry->cursor > 0) {
            if (auto begun = startReset(context, *entry); !begun) {
                return begun;
            }
        }
    }
    if (context.stamps.last().micros > now.count() + limits::kClockToleranceMicros) {
        const auto newest = newestStamp(context);
        if (!newest) {
            return Failure(newest.error());
        }
        if (*newest < context.stamps.last()) {
            context.effects.stampsBackTo = *newest;
        }
    }
    return {};
}

} // namespace larder::replica
