#include "server/store/purge.h"

#include "core/limits.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <algorithm>
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

Result<int> forget(Dialect &dialect, model::SpaceId space, const std::vector<Record> &records)
{
    std::vector<CellRow> rows;
    qint64 horizon = 0;
    for (const Record &record : records) {
        rows.push_back({ space.toBytes(), record.key.id.toBytes(), record.version });
        horizon = std::max(horizon, record.version);
    }
    WriteTransaction transaction(dialect);
    auto begun = transaction.begin({ { .statement = &sql::kLockSpaces, .rows = { { space.toBytes() } } } });
    if (!begun) {
        return Failure(begun.error());
    }
    auto done = transaction.commit({
        { .statement = &sql::kForgetRecords, .kind = model::findKind(model::Kind::Item), .rows = std::move(rows) },
        { .statement = &sql::kMoveHorizon, .rows = { { horizon, space.toBytes() } } } });
    if (!done) {
        return Failure(done.error());
    }
    return int(records.size());
}

Result<int> forgetSpace(Dialect &dialect, model::SpaceId space, Micros before)
{
    const model::KindInfo &list = *model::findKind(model::Kind::List);
    bool asleep = false;
    WriteTransaction transaction(dialect);
    auto begun = transaction.begin({ { .statement = &sql::kLockSpaces, .rows = { { space.toBytes() } } },
        { .statement = &sql::kReadRecords, .kind = &list, .rows = { { space.toBytes(), space.toBytes() } },
            .each = [&](const RowReader &row) {
                asleep = isAsleep(readRecord(list, row), before); // it may have been brought back meanwhile
                return true;
            } } });
    if (!begun) {
        return Failure(begun.error());
    }
    std::vector<Call> calls;
    if (asleep) {
        calls.push_back({ .statement = &sql::kDeleteSpace, .rows = { { space.toBytes() } } });
    }
    if (auto done = transaction.commit(std::move(calls)); !done) {
        return Failure(done.error());
    }
    return asleep ? 1 : 0;
}

// The next gravestones after a key, and the key to go on from.
Result<std::vector<Record>> gravestones(Dialect &dialect, const model::KindInfo &kind, const model::RecordKey &after)
{
    std::vector<Record> records;
    const Call calls[] = { { .statement = &sql::kGravestones, .kind = &kind,
        .rows = { { after.space.toBytes(), after.id.toBytes(), qint64(limits::kPageRows) } },
        .each = [&](const RowReader &row) {
            records.push_back(readRecord(kind, row));
            return true;
        } } };
    if (auto read = dialect.run(calls); !read) {
        return Failure(read.error());
    }
    return records;
}

} // namespace

Result<int> purge(Dialect &dialect, Micros before)
{
    int gone = 0;
    for (const model::Kind kind : { model::Kind::List, model::Kind::Item }) {
        model::RecordKey place;
        while (true) {
            const auto records = gravestones(dialect, *model::findKind(kind), place);
            if (!records) {
                return Failure(records.error());
            }
            if (records->empty()) {
                break;
            }
            place = records->back().key;
            std::map<model::SpaceId, std::vector<Record>> asleep;
            for (const Record &record : *records) {
                if (isAsleep(record, before)) {
                    asleep[record.key.space].push_back(record);
                }
            }
            for (const auto &[space, ofSpace] : asleep) {
                const auto went
                    = kind == model::Kind::List ? forgetSpace(dialect, space, before) : forget(dialect, space, ofSpace);
                if (!went) {
                    return Failure(went.error());
                }
                gone += *went;
            }
        }
    }
    return gone;
}

} // namespace larder::server
