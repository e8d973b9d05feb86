#include "server/store/membership.h"

#include "core/limits.h"
#include "core/model/validate.h"
#include "server/store/push.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::Role;

namespace {

const model::KindInfo &memberKind()
{
    return *model::findKind(Kind::Member);
}

// A space under lock, with its members.
struct Circle {
    std::optional<PushPlan::Space> space;
    std::vector<Record> members;

    Role roleOf(model::UserId user) const
    {
        const Record *record = find(user);
        return record && !record->isDeleted() ? Role(record->integer(model::member::kRole)) : Role::None;
    }
    const Record *find(model::UserId user) const
    {
        const auto at = std::ranges::find(
            members, model::RecordId { user.value }, [](const Record &record) { return record.key.id; });
        return at == members.end() ? nullptr : &*at;
    }
    bool isLastOwner(model::UserId user) const
    {
        return roleOf(user) == Role::Owner && std::ranges::none_of(members, [&](const Record &record) {
            const model::UserId other { record.key.id.value };
            return other != user && roleOf(other) == Role::Owner;
        });
    }
};

std::vector<Call> lookAt(model::SpaceId space, Circle &circle)
{
    return {
        { .statement = &sql::kLockSpaces,
            .rows = { { space.value } },
            .each =
                [&](const RowReader &row) {
                    circle.space = PushPlan::Space { .id = { row.id(0) },
                        .kind = model::SpaceKind(row.integer(1)),
                        .version = row.integer(2),
                        .items = itemCountOf(row) };
                    return true;
                } },
        { .statement = &sql::kAllRecords,
            .kind = &memberKind(),
            .rows = { { space.value } },
            .each =
                [&](const RowReader &row) {
                    circle.members.push_back(readRecord(memberKind(), row));
                    return true;
                } },
    };
}

Result<void> checkOwner(const Circle &circle, model::UserId actor)
{
    const Role role = circle.roleOf(actor);
    if (!circle.space || role == Role::None) {
        return Failure(Code::NotAMember);
    }
    if (role != Role::Owner) {
        return Failure(Code::ReadOnly, u"only an owner changes who belongs to a list"_s);
    }
    return {};
}

// Puts a value where it is not there yet, later than what it takes the place of.
void write(Record &record, model::FieldNumber field, const model::Value &value, Micros now)
{
    const model::Register *held = record.find(field);
    if (!held ? !model::isNull(value) : held->value != value) {
        record.set(
            field, value, model::Stamp { std::max<qint64>(now.count(), held ? held->stamp.micros + 1 : 0) });
    }
}

enum class Row : quint8 { New, Existing };

PushPlan planFor(const PushPlan::Space &space, Record record, Row presence, model::UserId actor)
{
    PushPlan plan;
    plan.spaces = { space };
    ++plan.spaces.front().version;
    record.version = plan.spaces.front().version;
    record.author = actor;
    plan.rows = { { std::move(record), presence == Row::New } };
    return plan;
}

Result<PushPlan> finish(
    WriteTransaction &transaction, const Circle &circle, Record after, model::UserId actor, Micros now)
{
    if (auto valid = model::validate(memberKind(), after.registers); !valid) {
        return Failure(valid.error());
    }
    const Record *before = circle.find(model::UserId { after.key.id.value });
    PushPlan plan;
    if (!before || before->registers != after.registers) {
        plan = planFor(*circle.space, std::move(after), before ? Row::Existing : Row::New, actor);
    }
    if (auto done = transaction.commit(callsFor(plan, now)); !done) {
        return Failure(done.error());
    }
    return plan;
}

} // namespace

Result<PushPlan> setMember(
    Dialect &dialect, const Clock &clock, model::UserId actor, model::SpaceId space, const Member &member)
{
    Circle circle;
    qint64 spacesOfUser = 0;
    QString name = member.user.toString();
    WriteTransaction transaction(dialect);
    std::vector<Call> look = lookAt(space, circle);
    look.push_back({ .statement = &sql::kCountSpacesOf,
        .rows = { { member.user.value } },
        .each = [&](const RowReader &row) {
            spacesOfUser = row.integer(0);
            return true;
        } });
    look.push_back(
        { .statement = &sql::kNameOf, .rows = { { member.user.value } }, .each = [&](const RowReader &row) {
             name = row.text(0);
             return true;
         } });
    if (auto begun = transaction.begin(std::move(look)); !begun) {
        return Failure(begun.error());
    }
    if (auto allowed = checkOwner(circle, actor); !allowed) {
        return Failure(allowed.error());
    }
    if (member.role != Role::Owner && circle.isLastOwner(member.user)) {
        return Failure(Code::InvalidValue, u"a list keeps an owner"_s);
    }
    if (circle.roleOf(member.user) == Role::None && spacesOfUser >= limits::kSpacesPerUser) {
        return Failure(Code::SpaceFull, u"they have %1 lists"_s.arg(limits::kSpacesPerUser));
    }
    const Record *before = circle.find(member.user);
    Record after = before ? *before
                          : Record { .key = { space, Kind::Member, { member.user.value } },
                                .registers = {},
                                .version = 0,
                                .author = {} };
    const Micros now = clock.now();
    write(after, model::kDeleted,
        before && before->isDeleted() ? model::Value(false) : after.value(model::kDeleted), now);
    write(after, model::member::kRole, qint64(member.role), now);
    if (!member.name.isEmpty() || !before) {
        write(after, model::member::kName, member.name.isEmpty() ? name : member.name, now);
    }
    return finish(transaction, circle, std::move(after), actor, now);
}

Result<PushPlan> removeMember(
    Dialect &dialect, const Clock &clock, model::UserId actor, model::SpaceId space, model::UserId user)
{
    Circle circle;
    WriteTransaction transaction(dialect);
    if (auto begun = transaction.begin(lookAt(space, circle)); !begun) {
        return Failure(begun.error());
    }
    if (actor != user || circle.roleOf(actor) == Role::None) {
        if (auto allowed = checkOwner(circle, actor); !allowed) {
            return Failure(allowed.error());
        }
    }
    if (circle.roleOf(user) == Role::None) {
        return Failure(Code::NotFound, u"no such member"_s);
    }
    if (circle.isLastOwner(user)) {
        return Failure(Code::InvalidValue, u"a list keeps an owner"_s);
    }
    Record after = *circle.find(user);
    const Micros now = clock.now();
    write(after, model::kDeleted, true, now);
    return finish(transaction, circle, std::move(after), actor, now);
}

Result<PushPlan> deleteSpace(Dialect &dialect, model::UserId actor, model::SpaceId space)
{
    Circle circle;
    WriteTransaction transaction(dialect);
    if (auto begun = transaction.begin(lookAt(space, circle)); !begun) {
        return Failure(begun.error());
    }
    if (auto allowed = checkOwner(circle, actor); !allowed) {
        return Failure(allowed.error());
    }
    if (auto done = transaction.commit({ { .statement = &sql::kDeleteSpace, .rows = { { space.value } } } });
        !done) {
        return Failure(done.error());
    }
    return PushPlan();
}

} // namespace larder::server
