#include "server/api/members_api.h"

#include "server/accounts/account_table.h"
#include "server/api/json_body.h"
#include "server/api/lists_api.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Role;
using model::SpaceId;
using model::UserId;

MembersApi::MembersApi(SpaceDoor &door)
    : m_door(door)
{
}

void MembersApi::addRoutes(Router &router)
{
    router.add(Method::Get, "/api/lists/:list/members", Access::Account,
        [this](const Request &r) { return members(r); });
    router.add(Method::Put, "/api/lists/:list/members/:user", Access::Account,
        [this](const Request &r) { return setMember(r); });
    router.add(Method::Delete, "/api/lists/:list/members/:user", Access::Account,
        [this](const Request &r) { return removeMember(r); });
}

static QJsonObject toJson(const Member &member)
{
    return { { u"userId"_s, member.user.toString() }, { u"name"_s, member.name },
        { u"role"_s, roleName(member.role) } };
}

// NotAMember unless the reader is one.
static Result<std::vector<Member>> membersFor(Store &store, UserId reader, SpaceId space)
{
    auto members = store.members(space);
    if (!members) {
        return members;
    }
    const bool in
        = std::any_of(members->begin(), members->end(), [&](const Member &m) { return m.user == reader; });
    return in ? std::move(members) : Result<std::vector<Member>>(Failure(Code::NotAMember));
}

Reply MembersApi::members(const Request &request)
{
    const auto space = spaceIn(request);
    if (!space) {
        return notFound();
    }
    return m_door
        .read([space = *space, reader = request.user()](
                  Store &store) { return membersFor(store, reader, space); })
        .then([](const Result<std::vector<Member>> &members) {
            if (!members) {
                return Answer::of(members.error());
            }
            QJsonArray array;
            for (const Member &member : *members) {
                array.append(toJson(member));
            }
            return Answer::json(
                QJsonDocument(QJsonObject { { u"members"_s, array } }).toJson(QJsonDocument::Compact));
        });
}

// Whom a path's segment means: an id, an e-mail address, or "me".
static Result<Account> findPerson(Store &store, const QString &who, UserId caller)
{
    if (who == "me"_L1) {
        return findAccount(store.dialect(), caller);
    }
    if (who.contains(u'@')) {
        return findAccount(store.dialect(), who);
    }
    const auto id = UserId::fromString(who);
    return id ? findAccount(store.dialect(), *id) : Failure(Code::NotFound);
}

// Only owners get to know whether there is such an account.
static Result<void> checkOwner(Store &store, UserId caller, SpaceId space)
{
    const auto members = membersFor(store, caller, space);
    if (!members) {
        return Failure(members.error());
    }
    for (const Member &member : *members) {
        if (member.user == caller && member.role == Role::Owner) {
            return {};
        }
    }
    return Failure(Code::ReadOnly);
}

static Answer answerTo(const Result<PushOutcome> &outcome)
{
    if (!outcome && outcome.error().code == Code::InvalidValue) {
        return Answer::of(Problem { 409, Code::InvalidValue,
            QStringLiteral(
                "A list needs an owner. Make somebody else an owner first, or delete the list.") });
    }
    if (!outcome) {
        return Answer::of(outcome.error());
    }
    return outcome->corrections.empty() ? Answer::nothing() : refusalOf(outcome->corrections.front());
}

Reply MembersApi::setMember(const Request &request)
{
    const auto space = spaceIn(request);
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    JsonFields fields(std::get<QJsonObject>(body));
    const auto role = roleFromName(fields.text(u"role"_s));
    std::vector<FieldFault> faults = fields.faults();
    if (!role && faults.empty()) {
        faults.push_back({ u"role"_s, u"One of owner, editor, viewer."_s });
    }
    if (!faults.empty()) {
        return faulty(std::move(faults));
    }
    if (!space) {
        return notFound();
    }
    auto work = [space = *space, caller = request.user(), who = request.captured.value(1), role = *role](
                    Store &store) -> Result<PushOutcome> {
        if (auto owner = checkOwner(store, caller, space); !owner) {
            return Failure(owner.error());
        }
        const auto person = findPerson(store, who, caller);
        if (!person) {
            return Failure(person.error());
        }
        return store.setMember(caller, space, { person->id, role, person->name });
    };
    return m_door.write(std::move(work), answerTo);
}

Reply MembersApi::removeMember(const Request &request)
{
    const auto space = spaceIn(request);
    if (!space) {
        return notFound();
    }
    auto work = [space = *space, caller = request.user(), who = request.captured.value(1)](
                    Store &store) -> Result<PushOutcome> {
        const auto id = who == "me"_L1 ? Result<UserId>(caller) : UserId::fromString(who);
        const bool leaves = id && *id == caller;
        if (auto owner = leaves ? Result<void>() : checkOwner(store, caller, space); !owner) {
            return Failure(owner.error());
        }
        const auto person = findPerson(store, who, caller);
        if (!person) {
            return Failure(person.error());
        }
        return store.removeMember(caller, space, person->id);
    };
    return m_door.write(std::move(work), answerTo);
}

} // namespace larder::server
