#include "server/store/purge.h"

#include "core/limits.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <algorithm>
#include <array>
#include <map>

namespace larder::server {

using model::Record;

namespace {

// Nothing of it was written since: a late edit of a deleted record is still on its way to some device.
bool isAsleep(const Record &record, Micros before)
{
    return record.isDeleted() && std::ranges::all_of(record.registers, [before](const model::Register &reg) {
        return reg.stamp.micros < before.count();
    });
}

// What became of one space: nothing, while another node has the purge in hand.
struct Forgotten {
    bool held = false;
    int count = 0;
};

Call holdPurge(Forgotten &result)
{
    return { .statement = &sql::kHoldPurge, .each = [&result](const RowReader &row) {
                result.held = row.truth(0);
                return true;
            } };
}

Result<Forgotten> forget(
    Dialect &dialect, model::Kind kind, model::SpaceId space, const std::vector<Record> &records)
{
    std::vector<CellRow> rows;
    qint64 horizon = 0;
    for (const Record &record : records) {
        rows.push_back({ space.value, record.key.id.value, record.version });
        horizon = std::max(horizon, record.version);
    }
    Forgotten result;
    WriteTransaction transaction(dialect);
    auto begun = transaction.begin(
        { holdPurge(result), { .statement = &sql::kLockSpaces, .rows = { { space.value } } } });
    if (!begun) {
        return Failure(begun.error());
    }
    if (!result.held) {
        return result;
    }
    int gone = 0; // fewer than were found, if somebody wrote to one meanwhile
    auto forgotten = transaction.run({ { .statement = &sql::kForgetRecords,
        .kind = model::findKind(kind),
        .rows = std::move(rows),
        .each = [&gone](const RowReader &) {
            ++gone;
            return true;
        } } });
    if (!forgotten) {
        return Failure(forgotten.error());
    }
    auto done = transaction.commit(
        { { .statement = &sql::kMoveHorizon, .rows = { { horizon, qint64(gone), space.value } } } });
    if (!done) {
        return Failure(done.error());
    }
    result.count = gone;
    return result;
}

Result<Forgotten> forgetSpace(Dialect &dialect, model::SpaceId space, Micros before)
{
    const model::KindInfo &list = *model::findKind(model::Kind::List);
    Forgotten result;
    bool asleep = false;
    WriteTransaction transaction(dialect);
    auto begun = transaction.begin({ holdPurge(result),
        { .statement = &sql::kLockSpaces, .rows = { { space.value } } },
        { .statement = &sql::kReadRecords,
            .kind = &list,
            .rows = { { space.value, space.value } },
            .each = [&](const RowReader &row) {
                asleep = isAsleep(readRecord(list, row), before); // it may have been brought back meanwhile
                return true;
            } } });
    if (!begun) {
        return Failure(begun.error());
    }
    if (!result.held || !asleep) {
        return result;
    }
    if (auto done = transaction.commit({ { .statement = &sql::kDeleteSpace, .rows = { { space.value } } } });
        !done) {
        return Failure(done.error());
    }
    result.count = 1;
    return result;
}

// The next gravestones after a key, and the key to go on from.
Result<std::vector<Record>> gravestones(
    Dialect &dialect, const model::KindInfo &kind, const model::RecordKey &after)
{
    std::vector<Record> records;
    const Call calls[] = { { .statement = &sql::kGravestones,
        .kind = &kind,
        .rows = { { after.space.value, after.id.value, qint64(limits::kPurgeRows) } },
        .each = [&](const RowReader &row) {
            records.push_back(readRecord(kind, row));
            return true;
        } } };
    if (auto read = dialect.run(calls); !read) {
        return Failure(read.error());
    }
    return records;
}

// Lists first: with one goes all that is in it.
std::optional<model::Kind> kindAfter(model::Kind kind)
{
    static constexpr std::array kOrder
        = { model::Kind::List, model::Kind::Item, model::Kind::Shop, model::Kind::Purchase };
    const auto *at = std::ranges::find(kOrder, kind);
    return at == kOrder.end() || at + 1 == kOrder.end() ? std::nullopt : std::optional(*(at + 1));
}

} // namespace

Result<PurgeStep> purge(Dialect &dialect, Micros before, const PurgeTurn &turn)
{
    const model::Kind kind = turn.after.kind;
    const auto records = gravestones(dialect, *model::findKind(kind), turn.after);
    if (!records) {
        return Failure(records.error());
    }
    PurgeStep step;
    if (records->size() == std::size_t(limits::kPurgeRows)) {
        step.next = records->back().key;
    } else if (const auto other = kindAfter(kind)) {
        step.next = model::RecordKey { {}, *other, {} };
    }
    std::map<model::SpaceId, std::vector<Record>> asleep;
    for (const Record &record : *records) {
        if (isAsleep(record, before)) {
            asleep[record.key.space].push_back(record);
        }
    }
    for (const auto &[space, ofSpace] : asleep) {
        const auto went = kind == model::Kind::List ? forgetSpace(dialect, space, before)
                                                    : forget(dialect, kind, space, ofSpace);
        if (!went) {
            return Failure(went.error());
        }
        if (!went->held) {
            step.elsewhere = true;
            step.next.reset();
            break;
        }
        if (kind != model::Kind::List) {
            step.records += went->count;
        } else if (went->count > 0) {
            ++step.spaces;
            if (turn.spaceGone) {
                turn.spaceGone(space);
            }
        }
    }
    return step;
}

} // namespace larder::server
