#include "server/store/push.h"

#include "core/limits.h"
#include "core/protocol/codec.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Record;
using protocol::Write;

namespace {

using Spaces = std::set<model::SpaceId>; // in the order in which they are locked

std::vector<CellRow> idRows(const Spaces &spaces)
{
    std::vector<CellRow> rows;
    for (const model::SpaceId id : spaces) {
        rows.push_back({ id.value });
    }
    return rows;
}

// Where the writes are meant to go, and whether it is there.
struct Aim {
    const EpochTest &test;
    bool missed = false;

    void look(const QString &written) { missed = missed || (test && !test(written)); }
};

std::vector<Call> lookAt(const Spaces &spaces, model::UserId author, std::span<const Write> writes, Aim &aim,
    Situation &situation, Spaces &uncounted)
{
    std::vector<Call> calls;
    calls.push_back(
        { .statement = &sql::kLockSpaces, .rows = idRows(spaces), .each = [&](const RowReader &row) {
             SpaceState &space = situation.spaces[{ row.id(0) }];
             space.fate = SpaceState::Fate::Exists;
             space.kind = model::SpaceKind(row.integer(1));
             space.version = row.integer(2);
             if (const auto items = itemCountOf(row)) {
                 space.items = *items;
             } else {
                 uncounted.insert({ row.id(0) });
             }
             aim.look(row.text(5));
             return true;
         } });
    std::vector<CellRow> memberships;
    for (const model::SpaceId id : spaces) {
        memberships.push_back({ id.value, author.value });
    }
    calls.push_back(
        { .statement = &sql::kRoles, .rows = std::move(memberships), .each = [&](const RowReader &row) {
             situation.spaces[{ row.id(0) }].role = model::Role(row.integer(2));
             return true;
         } });
    std::map<model::Kind, std::vector<model::RecordKey>> keys;
    for (const Write &write : writes) {
        keys[write.key.kind].push_back(write.key);
    }
    for (auto &[kind, ofKind] : keys) {
        const model::KindInfo *info = model::findKind(kind);
        if (!info) {
            continue;
        }
        std::ranges::sort(ofKind);
        const auto repeated = std::ranges::unique(ofKind);
        ofKind.erase(repeated.begin(), repeated.end());
        std::vector<CellRow> rows;
        rows.reserve(ofKind.size());
        for (const model::RecordKey &key : ofKind) {
            rows.push_back({ key.space.value, key.id.value });
        }
        calls.push_back({ .statement = &sql::kReadRecords,
            .kind = info,
            .rows = std::move(rows),
            .each = [&situation, info](const RowReader &row) {
                Record record = readRecord(*info, row);
                const model::RecordKey key = record.key;
                situation.records.insert_or_assign(key, std::move(record));
                return true;
            } });
    }
    return calls;
}

std::vector<Call> lookCloser(model::UserId author, std::span<const Write> writes, Aim &aim,
    Situation &situation, const Spaces &uncounted)
{
    std::vector<Call> calls;
    if (!uncounted.empty()) {
        calls.push_back(
            { .statement = &sql::kCountItems, .rows = idRows(uncounted), .each = [&](const RowReader &row) {
                 const int live = int(row.integer(1));
                 situation.spaces[{ row.id(0) }].items = { live, int(row.integer(2)) - live };
                 return true;
             } });
    }
    Spaces unknown;
    bool mayMake = false;
    for (const Write &write : writes) {
        if (situation.spaces[write.key.space].fate == SpaceState::Fate::Unknown) {
            unknown.insert(write.key.space);
            mayMake = mayMake || makesSpace(write);
        }
    }
    if (!unknown.empty()) {
        calls.push_back({ .statement = &sql::kEpoch, .each = [&](const RowReader &row) {
                             aim.look(row.text(0));
                             return true;
                         } });
        calls.push_back(
            { .statement = &sql::kTombstones, .rows = idRows(unknown), .each = [&](const RowReader &row) {
                 situation.spaces[{ row.id(0) }].fate = SpaceState::Fate::Deleted;
                 return true;
             } });
    }
    if (mayMake) {
        situation.nameOfAuthor = author.toString();
        calls.push_back({ .statement = &sql::kCountSpacesOf,
            .rows = { { author.value } },
            .each = [&](const RowReader &row) {
                situation.spacesOfAuthor = int(row.integer(0));
                return true;
            } });
        calls.push_back(
            { .statement = &sql::kNameOf, .rows = { { author.value } }, .each = [&](const RowReader &row) {
                 situation.nameOfAuthor = row.text(0);
                 return true;
             } });
    }
    return calls;
}

} // namespace

std::optional<ItemCount> itemCountOf(const RowReader &row)
{
    // Fewer records than live items: a larderd that does not know of the one has counted the other.
    if (row.isNull(3) || row.isNull(4) || row.integer(4) < row.integer(3)) {
        return std::nullopt;
    }
    const int live = int(row.integer(3));
    return ItemCount { live, int(row.integer(4)) - live };
}

std::vector<Call> callsFor(const PushPlan &plan, Micros now)
{
    std::vector<CellRow> made, moved;
    for (const PushPlan::Space &space : plan.spaces) {
        const Cell items = space.items ? Cell(qint64(space.items->live)) : Cell();
        const Cell records = space.items ? Cell(qint64(space.items->live) + space.items->others) : Cell();
        if (space.isNew) {
            made.push_back(
                { space.id.value, qint64(space.kind), space.version, items, records, qint64(now.count()) });
        } else {
            moved.push_back({ space.version, items, records, space.id.value });
        }
    }
    std::vector<Call> calls;
    if (!made.empty()) {
        calls.push_back({ .statement = &sql::kInsertSpaces, .rows = std::move(made) });
    }
    if (!moved.empty()) {
        calls.push_back({ .statement = &sql::kMoveSpaces, .rows = std::move(moved) });
    }
    for (const model::KindInfo &kind : model::kinds()) {
        std::vector<CellRow> inserted, updated;
        for (const auto &[record, isNew] : plan.rows) {
            if (record.key.kind == kind.kind) {
                (isNew ? inserted : updated).push_back(cellsOf(kind, record));
            }
        }
        if (!inserted.empty()) {
            calls.push_back(
                { .statement = &sql::kInsertRecords, .kind = &kind, .rows = std::move(inserted) });
        }
        if (!updated.empty()) {
            calls.push_back({ .statement = &sql::kUpdateRecords, .kind = &kind, .rows = std::move(updated) });
        }
    }
    return calls;
}

// Refused values may be short where those that the store holds are long. A push that can't be answered is not
// kept.
static bool answerFits(const PushPlan &plan)
{
    if (plan.corrections.empty()) {
        return true;
    }
    protocol::Pushed answer { std::numeric_limits<qint64>::max(), {}, plan.corrections };
    for (const PushPlan::Space &space : plan.spaces) {
        answer.versions.push_back({ space.id, space.version });
    }
    return protocol::encode(protocol::Down(std::move(answer))).size() <= limits::kDownMessageBytes;
}

Result<PushPlan> push(Dialect &dialect, const Clock &clock, model::UserId author,
    std::span<const Write> writes, const EpochTest &test)
{
    Spaces spaces, uncounted;
    for (const Write &write : writes) {
        spaces.insert(write.key.space);
    }
    if (spaces.empty()) {
        return PushPlan();
    }
    Situation situation;
    WriteTransaction transaction(dialect);
    Aim aim { test };
    if (auto begun = transaction.begin(lookAt(spaces, author, writes, aim, situation, uncounted)); !begun) {
        return Failure(begun.error());
    }
    if (auto closer = lookCloser(author, writes, aim, situation, uncounted); !closer.empty()) {
        if (auto looked = transaction.run(std::move(closer)); !looked) {
            return Failure(looked.error());
        }
    }
    if (aim.missed) {
        return Failure(Code::Cancelled, u"the database began another epoch"_s);
    }
    const Micros now = clock.now();
    PushPlan plan = planPush(author, now, writes, std::move(situation));
    if (!answerFits(plan)) {
        return Failure(Code::TooLarge, u"the answer would be; push fewer writes"_s);
    }
    if (auto done = transaction.commit(callsFor(plan, now)); !done) {
        return Failure(done.error());
    }
    return plan;
}

} // namespace larder::server
