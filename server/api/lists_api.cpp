#include "server/api/lists_api.h"

#include "core/model/uuid7.h"
#include "server/api/json_body.h"
#include "server/api/list_encoding.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Kind;
using model::RecordKey;
using model::SpaceId;
using model::UserId;

static QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<SpaceId> spaceIn(const Request &request)
{
    const auto id = SpaceId::fromString(request.captured.value(0));
    return id ? std::optional(*id) : std::nullopt;
}

static std::optional<RecordKey> itemIn(const Request &request)
{
    const auto space = spaceIn(request);
    const auto id = model::RecordId::fromString(request.captured.value(1));
    return space && id ? std::optional(RecordKey { *space, Kind::Item, *id }) : std::nullopt;
}

Answer notFound()
{
    return Answer::of(problemOf(Code::NotFound));
}

Answer refusalOf(const protocol::Correction &correction)
{
    return Answer::of(problemOf(correction.code));
}

ListsApi::ListsApi(SpaceDoor &door, const Clock &clock, Random &random)
    : m_door(door)
    , m_clock(clock)
    , m_random(random)
{
}

void ListsApi::addRoutes(Router &router)
{
    const auto add = [&](Method method, const char *pattern, Reply (ListsApi::*handler)(const Request &)) {
        router.add(method, pattern, Access::Account,
            [this, handler](const Request &r) { return (this->*handler)(r); });
    };
    add(Method::Get, "/api/lists/:list/items", &ListsApi::items);
    add(Method::Post, "/api/lists/:list/items", &ListsApi::makeItem);
    add(Method::Get, "/api/lists/:list/items/:item", &ListsApi::item);
    add(Method::Patch, "/api/lists/:list/items/:item", &ListsApi::changeItem);
    add(Method::Delete, "/api/lists/:list/items/:item", &ListsApi::deleteItem);
    add(Method::Get, "/api/lists/:list", &ListsApi::list);
    add(Method::Patch, "/api/lists/:list", &ListsApi::changeList);
    add(Method::Delete, "/api/lists/:list", &ListsApi::deleteList);
    add(Method::Get, "/api/lists", &ListsApi::allLists);
    add(Method::Post, "/api/lists", &ListsApi::makeList);
}

// ---- reading

Reply ListsApi::show(SpaceId space, UserId reader, Show answer)
{
    // Who has no role there may have got one on another node a moment ago: the store knows.
    if (const EncodedList *known = m_door.cache().find(space);
        known && known->roleOf(reader) != model::Role::None) {
        return answer(*known);
    }
    const ListCache::Reading reading = m_door.cache().beginReading(space);
    return m_door.read([reader, space](Store &store) { return readList(store, reader, space); })
        .then(&m_door.cache(),
            [this, space, reader, reading, answer = std::move(answer)](const Result<EncodedList> &list) {
                m_door.cache().endReading(reading, space, list ? &*list : nullptr);
                if (!list) {
                    return Answer::of(list.error());
                }
                // The role was looked up by the store a moment before the members were.
                return list->roleOf(reader) == model::Role::None ? notFound() : answer(*list);
            });
}

Reply ListsApi::items(const Request &request)
{
    const auto space = spaceIn(request);
    if (!space) {
        return notFound();
    }
    return show(*space, request.user(), [tag = request.ifNoneMatch](const EncodedList &list) {
        Answer answer = Answer::json(list.items);
        answer.headers = { { "ETag", list.itemsTag }, { "Cache-Control", "private, no-cache" } };
        if (!tag.isEmpty() && (tag == "*" || tag.contains(list.itemsTag))) {
            answer.status = 304;
            answer.body.clear();
            answer.contentType.clear();
        }
        return answer;
    });
}

Reply ListsApi::list(const Request &request)
{
    const auto space = spaceIn(request);
    if (!space) {
        return notFound();
    }
    return show(*space, request.user(), [reader = request.user()](const EncodedList &list) {
        return Answer::json(list.list + ",\"role\":\"" + roleName(list.roleOf(reader)).toLatin1() + "\"}");
    });
}

// Nothing when it is not there or deleted.
static Result<std::optional<model::Record>> findRecord(Store &store, UserId reader, const RecordKey &key)
{
    auto found = store.record(reader, key);
    if (found && *found && (*found)->isDeleted()) {
        found->reset();
    }
    return found;
}

Reply ListsApi::item(const Request &request)
{
    const auto key = itemIn(request);
    if (!key) {
        return notFound();
    }
    return m_door
        .read([key = *key, reader = request.user()](Store &store) { return findRecord(store, reader, key); })
        .then([](const Result<std::optional<model::Record>> &found) {
            if (!found) {
                return Answer::of(found.error());
            }
            return *found ? Answer::json(encoded(toJson(**found))) : notFound();
        });
}

static Result<QJsonArray> readAllLists(Store &store, UserId reader)
{
    const auto spaces = store.spacesOf(reader);
    if (!spaces) {
        return Failure(spaces.error());
    }
    QJsonArray lists;
    for (const protocol::SpaceGrant &grant : *spaces) {
        if (grant.kind != model::SpaceKind::List) {
            continue;
        }
        const auto records = store.records(reader, grant.space, Kind::List);
        if (!records && records.error().code == Code::NotAMember) {
            continue; // it went between the two questions
        }
        if (!records) {
            return Failure(records.error());
        }
        if (records->empty() || records->front().isDeleted()) {
            continue;
        }
        QJsonObject list = toJson(records->front());
        list.insert(u"version"_s, grant.version);
        list.insert(u"role"_s, roleName(grant.role));
        lists.append(list);
    }
    return lists;
}

Reply ListsApi::allLists(const Request &request)
{
    return m_door.read([reader = request.user()](Store &store) { return readAllLists(store, reader); })
        .then([](const Result<QJsonArray> &lists) {
            return lists ? Answer::json(encoded({ { u"lists"_s, *lists } })) : Answer::of(lists.error());
        });
}

// ---- writing

// A request means now: it comes after what it replaces, also where that was stamped by a clock ahead of ours.
static Result<PushOutcome> pushNow(
    Store &store, UserId author, const RecordKey &key, std::vector<model::Register> registers, bool mustExist)
{
    if (mustExist) {
        const auto held = findRecord(store, author, key);
        if (!held) {
            return Failure(held.error());
        }
        if (!*held) {
            return Failure(Code::NotFound);
        }
        for (model::Register &reg : registers) {
            if (const model::Register *old = (*held)->find(reg.field)) {
                reg.stamp.micros = std::max(reg.stamp.micros, old->stamp.micros + 1);
            }
        }
    }
    const protocol::Write write { key, std::move(registers) };
    auto outcome = store.push(author, std::span(&write, 1));
    if (!outcome || !outcome->corrections.empty() || !outcome->rows.empty()) {
        return outcome;
    }
    // It is there already: an earlier attempt was committed though its answer was lost.
    auto held = findRecord(store, author, key);
    if (!held) {
        return Failure(held.error());
    }
    if (*held) {
        outcome->rows.push_back(std::move(**held));
    }
    return outcome;
}

static Answer answerTo(const Result<PushOutcome> &outcome, const RecordKey &key)
{
    if (!outcome) {
        return Answer::of(outcome.error());
    }
    for (const protocol::Correction &correction : outcome->corrections) {
        if (correction.code != Code::StampClamped) {
            return refusalOf(correction);
        }
    }
    const auto row = std::find_if(
        outcome->rows.begin(), outcome->rows.end(), [&](const model::Record &r) { return r.key == key; });
    if (row == outcome->rows.end()) {
        return Answer::of(problemOf(Code::StampClamped));
    }
    return row->isDeleted() ? Answer::nothing() : Answer::json(encoded(toJson(*row)));
}

Reply ListsApi::write(
    const Request &request, const RecordKey &key, std::vector<model::Register> registers, bool mustExist)
{
    auto work = [author = request.user(), key, registers = std::move(registers), mustExist](
                    Store &store) { return pushNow(store, author, key, registers, mustExist); };
    return m_door.write(
        std::move(work), [key](const Result<PushOutcome> &outcome) { return answerTo(outcome, key); });
}

Reply ListsApi::make(const Request &request, const RecordKey &key)
{
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    ParsedFields fields = parseFields(
        *model::findKind(key.kind), std::get<QJsonObject>(body), now(), Completeness::WholeRecord);
    if (!fields.faults.empty()) {
        return faulty(std::move(fields.faults));
    }
    return write(request, key, std::move(fields.registers), false);
}

Reply ListsApi::change(const Request &request, const RecordKey &key)
{
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    ParsedFields fields = parseFields(
        *model::findKind(key.kind), std::get<QJsonObject>(body), now(), Completeness::SomeFields);
    if (!fields.faults.empty() || fields.registers.empty()) {
        return faulty(std::move(fields.faults));
    }
    return write(request, key, std::move(fields.registers), true);
}

Reply ListsApi::makeList(const Request &request)
{
    const model::Uuid id = model::makeUuid7(m_clock.now(), m_random);
    return make(request, { { id }, Kind::List, { id } });
}

Reply ListsApi::changeList(const Request &request)
{
    const auto space = spaceIn(request);
    return space ? change(request, { *space, Kind::List, { space->value } }) : notFound();
}

Reply ListsApi::deleteList(const Request &request)
{
    const auto space = spaceIn(request);
    return space ? Reply(m_door.deleteSpace(request.user(), *space)) : notFound();
}

Reply ListsApi::makeItem(const Request &request)
{
    const auto space = spaceIn(request);
    return space ? make(request, { *space, Kind::Item, { model::makeUuid7(m_clock.now(), m_random) } })
                 : notFound();
}

Reply ListsApi::changeItem(const Request &request)
{
    const auto key = itemIn(request);
    return key ? change(request, *key) : notFound();
}

Reply ListsApi::deleteItem(const Request &request)
{
    const auto key = itemIn(request);
    return key ? write(request, *key, { { model::kDeleted, now(), true } }, true) : notFound();
}

} // namespace larder::server
