#include "server/store/push_plan.h"

#include "core/limits.h"
#include "core/model/validate.h"

#include <QtCore/QVarLengthArray>

#include <algorithm>
#include <map>
#include <set>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::RecordKey;
using protocol::Correction;
using protocol::Write;

namespace {

class Planner {
public:
    Planner(model::UserId author, Micros now, std::span<const Write> writes, Situation situation)
        : m_author(author)
        , m_now { now.count() }
        , m_writes(writes)
        , m_situation(std::move(situation))
    {
    }

    void take(int index);
    PushPlan finish();

private:
    Result<void> check(const Write &write) const;
    Result<void> checkAccess(const Write &write, const SpaceState &space) const;
    Result<void> count(ItemCount &items, const Record *before, const Record &after) const;
    model::Stamp accepted(const model::Register &sent, const model::Register *held) const;
    void makeSpace(SpaceState &space, model::SpaceId id);
    void change(Record record);
    void show(Correction &correction) const;

    model::UserId m_author;
    model::Stamp m_now;
    std::span<const Write> m_writes;
    Situation m_situation;
    std::set<model::SpaceId> m_made;
    std::map<RecordKey, bool> m_changed; // whether it is new
    PushPlan m_plan;
};

bool isLiveItem(const Record *record)
{
    return record && record->key.kind == Kind::Item && !record->isDeleted();
}

std::optional<model::FieldNumber> fieldGivenTwice(std::span<const model::Register> registers)
{
    QVarLengthArray<model::FieldNumber, limits::kRegistersPerRecord> fields;
    for (const model::Register &reg : registers) {
        fields.push_back(reg.field);
    }
    std::ranges::sort(fields);
    const auto twice = std::ranges::adjacent_find(fields);
    return twice == fields.end() ? std::nullopt : std::optional(*twice);
}

Result<void> Planner::check(const Write &write) const
{
    const model::KindInfo *kind = model::findKind(write.key.kind);
    if (!kind) {
        return Failure(Code::UnknownKind, u"kind %1"_s.arg(quint16(write.key.kind)));
    }
    if (kind->writer == model::Writer::Server) {
        return Failure(Code::ServerAuthored, kind->name);
    }
    if (write.registers.size() > limits::kRegistersPerRecord) {
        return Failure(Code::TooLarge, u"more than %1 fields"_s.arg(limits::kRegistersPerRecord));
    }
    if (const auto field = fieldGivenTwice(write.registers)) {
        return Failure(Code::InvalidValue, u"field %1 twice"_s.arg(*field));
    }
    if (write.key.space.isNull() || write.key.id.isNull()) {
        return Failure(Code::InvalidValue, u"the null id"_s);
    }
    if (kind->kind == Kind::List && write.key.id.value != write.key.space.value) {
        return Failure(Code::InvalidValue, u"a list has its space's id"_s);
    }
    return model::validate(*kind, write.registers);
}

Result<void> Planner::checkAccess(const Write &write, const SpaceState &space) const
{
    switch (space.fate) {
    case SpaceState::Fate::Deleted:
        return Failure(Code::SpaceGone);
    case SpaceState::Fate::Unknown:
        if (!makesSpace(write)) {
            return Failure(Code::NotAMember);
        }
        if (m_situation.spacesOfAuthor + int(m_made.size()) >= limits::kSpacesPerUser) {
            return Failure(Code::SpaceFull, u"you have %1 lists"_s.arg(limits::kSpacesPerUser));
        }
        return {};
    case SpaceState::Fate::Exists:
        break;
    }
    if (space.role == model::Role::None) {
        return Failure(Code::NotAMember);
    }
    if (!model::mayWrite(space.role)) {
        return Failure(Code::ReadOnly);
    }
    return {};
}

void Planner::makeSpace(SpaceState &space, model::SpaceId id)
{
    space = { .fate = SpaceState::Fate::Exists, .items = {}, .role = model::Role::Owner };
    m_made.insert(id);
    Record owner;
    owner.key = { id, Kind::Member, model::RecordId { m_author.value } };
    owner.set(model::member::kRole, qint64(model::Role::Owner), m_now);
    owner.set(model::member::kName, m_situation.nameOfAuthor, m_now);
    change(std::move(owner));
}

void Planner::change(Record record)
{
    record.author = m_author;
    const RecordKey key = record.key;
    const auto [at, isNew] = m_situation.records.insert_or_assign(key, std::move(record));
    m_changed.try_emplace(key, isNew);
}

// Only what makes the sums grow is refused: whoever has too much may still edit and delete it.
Result<void> Planner::count(ItemCount &items, const Record *before, const Record &after) const
{
    if (isLiveItem(&after) && !isLiveItem(before) && items.live >= limits::kRecordsPerSpace) {
        return Failure(Code::SpaceFull, u"a list holds %1 items"_s.arg(limits::kRecordsPerSpace));
    }
    if (!before && items.live + items.others >= limits::kRememberedPerSpace) {
        return Failure(Code::SpaceFull,
            u"a list remembers %1 items, shops and purchases, with those that were deleted in the last 90 "
            "days"_s.arg(limits::kRememberedPerSpace));
    }
    if (before) {
        --(isLiveItem(before) ? items.live : items.others);
    }
    ++(isLiveItem(&after) ? items.live : items.others);
    return {};
}

// A stamp from the future becomes one of now, but keeps its place behind what its writer had seen. Where the
// future is what we hold, because a clock of ours was wrong, what was written lately is later: else nobody
// could edit it before that time has come. What is older has its place before it, as everywhere: it may have
// waited on a device since long before that future was written.
model::Stamp Planner::accepted(const model::Register &sent, const model::Register *held) const
{
    const model::Stamp latest { m_now.micros + limits::kClockToleranceMicros };
    const model::Stamp next { held ? std::min(held->stamp.micros + 1, model::Stamp::kMax) : 1 };
    if (held && held->stamp > latest) {
        if (sent.value == held->value) {
            return held->stamp;
        }
        const bool lately = sent.stamp <= latest && sent.stamp.micros > m_now.micros - limits::kLatelyMicros;
        return lately || sent.stamp > held->stamp ? next : sent.stamp;
    }
    if (sent.stamp <= latest) {
        return sent.stamp;
    }
    return std::max(m_now, next);
}

void Planner::take(int index)
{
    const Write &write = m_writes[std::size_t(index)];
    SpaceState &space = m_situation.spaces[write.key.space];
    Correction correction { .index = index, .code = Code::Internal, .message = {}, .row = {} };
    const auto correct = [&](const Error &error) {
        correction.code = error.code;
        correction.message = error.detail;
        m_plan.corrections.push_back(correction);
    };
    correction.row.key = write.key;
    // Access first: to whoever has none, a space that is and one that is not look alike.
    if (const auto access = checkAccess(write, space); !access) {
        return correct(access.error());
    }
    if (const auto valid = check(write); !valid) {
        return correct(valid.error());
    }

    const auto held = m_situation.records.find(write.key);
    const Record *before = held == m_situation.records.end() ? nullptr : &held->second;
    Record after
        = before ? *before : Record { .key = write.key, .registers = {}, .version = 0, .author = {} };
    std::vector<model::Register> corrected; // none, when every stamp is taken as it is
    for (std::size_t i = 0; i < write.registers.size(); ++i) {
        const model::Register &sent = write.registers[i];
        const model::Stamp stamp = accepted(sent, before ? before->find(sent.field) : nullptr);
        if (stamp != sent.stamp) {
            if (corrected.empty()) {
                corrected = write.registers;
            }
            corrected[i].stamp = stamp;
        }
    }
    const std::span<const model::Register> registers = corrected.empty() ? write.registers : corrected;
    const bool changed = model::merge(after.registers, registers).changed();
    if (const auto complete = model::checkComplete(*model::findKind(write.key.kind), after); !complete) {
        return correct(complete.error());
    }
    if (write.key.kind != Kind::List) {
        if (auto counted = count(space.items, before, after); !counted) {
            return correct(counted.error());
        }
    }
    if (space.fate == SpaceState::Fate::Unknown) {
        makeSpace(space, write.key.space);
    }
    if (changed) {
        change(std::move(after));
    }
    if (!corrected.empty()) {
        correct({ Code::StampClamped, {} });
    }
}

// The row as the whole push leaves it, to those who may read it, and of it what the write was about: whole
// rows of long texts could make an answer that no client takes.
void Planner::show(Correction &correction) const
{
    const auto record = m_situation.records.find(correction.row.key);
    if (record == m_situation.records.end()
        || m_situation.spaces.at(correction.row.key.space).role == model::Role::None) {
        return;
    }
    correction.row.version = record->second.version;
    correction.row.author = record->second.author;
    const auto &named = m_writes[std::size_t(correction.index)].registers;
    std::ranges::copy_if(record->second.registers, std::back_inserter(correction.row.registers),
        [&named](const model::Register &reg) {
            return std::ranges::find(named, reg.field, &model::Register::field) != named.end();
        });
}

PushPlan Planner::finish()
{
    for (const auto &[key, isNew] : m_changed) {
        const SpaceState &space = m_situation.spaces.at(key.space);
        if (m_plan.spaces.empty() || m_plan.spaces.back().id != key.space) { // keys of a space stand together
            m_plan.spaces.push_back(
                { key.space, space.kind, space.version + 1, space.items, m_made.contains(key.space) });
        }
        m_situation.records.at(key).version = space.version + 1;
    }
    for (Correction &correction : m_plan.corrections) {
        show(correction);
    }
    std::ranges::stable_sort(m_plan.corrections, {}, &Correction::index);
    m_plan.rows.reserve(m_changed.size());
    for (const auto &[key, isNew] : m_changed) {
        m_plan.rows.push_back({ std::move(m_situation.records.at(key)), isNew });
    }
    return std::move(m_plan);
}

} // namespace

bool makesSpace(const Write &write)
{
    return write.key.kind == Kind::List && write.key.id.value == write.key.space.value;
}

PushPlan planPush(model::UserId author, Micros now, std::span<const Write> writes, Situation situation)
{
    Planner planner(author, now, writes, std::move(situation));
    // Lists first: a push may bring a space and what is in it in any order.
    for (const bool lists : { true, false }) {
        for (std::size_t i = 0; i < writes.size(); ++i) {
            if (makesSpace(writes[i]) == lists) {
                planner.take(int(i));
            }
        }
    }
    return planner.finish();
}

} // namespace larder::server
