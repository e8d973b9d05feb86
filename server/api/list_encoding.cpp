#include "server/api/list_encoding.h"

#include "server/api/record_json.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace larder::server {

using namespace Qt::StringLiterals;

// A list under so much writing that it never stands still for two queries is shown as it came.
static constexpr int kAttempts = 3;

namespace {

struct Contents {
    std::vector<model::Record> lists;
    std::vector<model::Record> items;
    std::vector<Member> members;
};

Result<Contents> readContents(Store &store, model::UserId reader, model::SpaceId space)
{
    auto lists = store.records(reader, space, model::Kind::List);
    if (!lists) {
        return Failure(lists.error());
    }
    auto items = store.records(reader, space, model::Kind::Item);
    if (!items) {
        return Failure(items.error());
    }
    auto members = store.members(space);
    if (!members) {
        return Failure(members.error());
    }
    return Contents { std::move(*lists), std::move(*items), std::move(*members) };
}

// In the order that people gave them; those without a place come last, oldest first.
bool comesBefore(const model::Record *a, const model::Record *b)
{
    const QString placeA = a->text(model::item::kPosition);
    const QString placeB = b->text(model::item::kPosition);
    if (placeA.isEmpty() != placeB.isEmpty()) {
        return placeB.isEmpty();
    }
    return placeA != placeB ? placeA < placeB : a->key.id < b->key.id;
}

EncodedList encode(const Contents &contents, qint64 version)
{
    EncodedList encoded;
    encoded.version = version;
    for (const Member &member : contents.members) {
        encoded.roles.insert(member.user, member.role);
    }
    QJsonObject list = contents.lists.empty() ? QJsonObject() : toJson(contents.lists.front());
    list.insert(u"version"_s, version);
    list.insert(u"members"_s, qint64(contents.members.size()));
    encoded.list = QJsonDocument(list).toJson(QJsonDocument::Compact);
    encoded.list.chop(1);

    std::vector<const model::Record *> live;
    for (const model::Record &item : contents.items) {
        if (!item.isDeleted()) {
            live.push_back(&item);
        }
    }
    std::sort(live.begin(), live.end(), comesBefore);
    QJsonArray array;
    for (const model::Record *item : live) {
        array.append(toJson(*item));
    }
    encoded.items = QJsonDocument(QJsonObject { { u"version"_s, version }, { u"items"_s, array } })
                        .toJson(QJsonDocument::Compact);
    encoded.itemsTag
        = '"' + QCryptographicHash::hash(encoded.items, QCryptographicHash::Sha256).first(12).toHex() + '"';
    return encoded;
}

} // namespace

Result<EncodedList> readList(Store &store, model::UserId reader, model::SpaceId space)
{
    for (int attempt = 1;; ++attempt) {
        // Every commit to the space moves its version: if it is the same before and after, all that was read
        // in between is of that version.
        const auto before = store.access(reader, space);
        if (!before) {
            return Failure(before.error());
        }
        const auto contents = readContents(store, reader, space);
        if (!contents) {
            return Failure(contents.error());
        }
        const auto after = store.version(space);
        if (!after) {
            return Failure(after.error());
        }
        if (before->version == *after || attempt == kAttempts) {
            const bool gone = contents->lists.empty() || contents->lists.front().isDeleted();
            return gone ? Result<EncodedList>(Failure(Code::NotAMember)) : encode(*contents, before->version);
        }
    }
}

} // namespace larder::server
