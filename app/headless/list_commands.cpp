#include "app/headless/list_commands.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/item_row.h"
#include "core/grocery/entry_parser.h"
#include "core/model/decimal.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::SpaceId;
using Field = replica::ReplicaClient::Field;

static model::RecordKey headKey(SpaceId space)
{
    return { space, Kind::List, model::RecordId { space.value } };
}

ListCommands::ListCommands(replica::ReplicaClient &replica)
    : m_replica(replica)
{
    connect(&m_replica, &replica::ReplicaClient::spacesChanged, this, &ListCommands::watchAll);
    watchAll();
}

ListCommands::~ListCommands()
{
    for (const SpaceId &space : m_watched) {
        m_replica.unwatch(space);
    }
}

void ListCommands::watchAll()
{
    std::erase_if(m_watched, [this](SpaceId space) {
        const bool gone = !m_replica.space(space);
        if (gone) {
            m_replica.unwatch(space);
        }
        return gone;
    });
    for (const replica::Space &space : m_replica.spaces()) {
        if (std::find(m_watched.begin(), m_watched.end(), space.grant.space) == m_watched.end()) {
            m_watched.push_back(space.grant.space);
            m_replica.watch(space.grant.space);
        }
    }
}

bool ListCommands::isLoaded() const
{
    return std::all_of(
        m_watched.begin(), m_watched.end(), [this](SpaceId space) { return m_replica.isLoaded(space); });
}

QString ListCommands::nameOf(SpaceId space) const
{
    const Record *list = m_replica.record(headKey(space));
    return list && !list->isDeleted() ? list->text(model::list::kName) : QString();
}

std::optional<SpaceId> ListCommands::findList(const QString &list) const
{
    const auto id = SpaceId::fromString(list);
    for (const SpaceId &space : m_watched) {
        if ((id && space == *id)
            || (!list.isEmpty() && nameOf(space).compare(list, Qt::CaseInsensitive) == 0)) {
            return space;
        }
    }
    return std::nullopt;
}

const Record *ListCommands::findItem(const QString &item) const
{
    const auto id = model::RecordId::fromString(item);
    const Record *found = nullptr;
    for (const Record *record : m_replica.records(m_current, Kind::Item)) {
        const bool meant = id ? record->key.id == *id
                              : !record->isDeleted()
                && record->text(model::item::kName).compare(item, Qt::CaseInsensitive) == 0;
        if (meant && (!found || record->key.id < found->key.id)) {
            found = record;
        }
    }
    return found;
}

Result<QJsonObject> ListCommands::newList(const QString &name)
{
    auto space = m_replica.createList({ { model::list::kName, name.trimmed() } });
    if (!space) {
        return Failure(space.error());
    }
    m_current = *space;
    return QJsonObject { { u"list"_s, space->toString() } };
}

Result<QJsonObject> ListCommands::use(const QString &list)
{
    const auto space = findList(list);
    if (!space) {
        return Failure(Code::NotFound, u"no such list"_s);
    }
    m_current = *space;
    return QJsonObject { { u"list"_s, space->toString() }, { u"name"_s, nameOf(*space) } };
}

Result<QJsonObject> ListCommands::add(const QString &line)
{
    grocery::Entry entry = grocery::parseEntry(line, {});
    if (entry.name.isEmpty()) {
        return Failure(Code::InvalidValue, u"nothing to add"_s);
    }
    entry.category = categoryFromText(entry.category);
    std::vector<Field> fields;
    for (model::Register &reg : grocery::registersOf(entry, {})) {
        fields.push_back({ reg.field, std::move(reg.value) });
    }
    auto id = m_replica.create(m_current, Kind::Item, std::move(fields));
    if (!id) {
        return Failure(id.error());
    }
    return QJsonObject { { u"item"_s, id->toString() }, { u"name"_s, entry.name } };
}

Result<QJsonObject> ListCommands::write(const QString &item, std::vector<Field> fields)
{
    const Record *record = findItem(item);
    if (!record) {
        return Failure(Code::NotFound, u"no such item"_s);
    }
    const model::RecordKey key = record->key;
    if (auto written = m_replica.write(key, std::move(fields)); !written) {
        return Failure(written.error());
    }
    return QJsonObject { { u"item"_s, key.id.toString() } };
}

// A field's value as somebody types it; nothing written is null.
static Result<model::Value> valueOf(const model::Field &field, const QString &text)
{
    if (text.isEmpty()) {
        return model::Value();
    }
    switch (field.type) {
    case model::FieldType::Bool:
        return model::Value(text == "true"_L1);
    case model::FieldType::Integer: {
        const int places = field.number == model::item::kQuantity ? 3 : 2;
        auto number = model::parseDecimal(text, places);
        return number ? Result<model::Value>(model::Value(*number)) : Failure(number.error());
    }
    case model::FieldType::Text:
        return model::Value(text);
    case model::FieldType::Id: {
        auto id = model::Uuid::fromString(text);
        return id ? Result<model::Value>(model::Value(id->toBytes())) : Failure(id.error());
    }
    }
    return Failure(Code::InvalidValue);
}

Result<QJsonObject> ListCommands::edit(const QString &item, const QString &field, const QString &value)
{
    const model::Field *known = model::findKind(Kind::Item)->find(field);
    if (!known) {
        return Failure(Code::UnknownField, u"no such field"_s);
    }
    auto parsed = valueOf(*known, value);
    if (!parsed) {
        return Failure(parsed.error());
    }
    return write(item, { { known->number, std::move(*parsed) } });
}

Result<QJsonObject> ListCommands::check(const QString &item, bool checked)
{
    return write(item, { { model::item::kChecked, checked } });
}

Result<QJsonObject> ListCommands::remove(const QString &item)
{
    return write(item, { { model::kDeleted, true } });
}

QJsonObject ListCommands::lists() const
{
    QJsonArray array;
    for (const SpaceId &space : m_watched) {
        const replica::Space *held = m_replica.space(space);
        array.append(QJsonObject { { u"list"_s, space.toString() }, { u"name"_s, nameOf(space) },
            { u"role"_s, held ? int(held->grant.role) : 0 }, { u"local"_s, held && held->local },
            { u"cursor"_s, held ? held->cursor : 0 } });
    }
    return { { u"lists"_s, array } };
}

static QJsonObject toJson(const Record &item)
{
    QJsonObject json { { u"id"_s, item.key.id.toString() } };
    for (const model::Field &field : model::findKind(Kind::Item)->fields) {
        const model::Value value = item.value(field.number);
        const QString name = field.name;
        if (const bool *truth = std::get_if<bool>(&value)) {
            json.insert(name, *truth);
        } else if (const qint64 *number = std::get_if<qint64>(&value)) {
            const int places = field.number == model::item::kQuantity ? 3 : 2;
            json.insert(name, model::formatDecimal(*number, places, model::Zeros::Drop));
        } else if (const QString *text = std::get_if<QString>(&value)) {
            json.insert(name, *text);
        }
    }
    return json;
}

Result<QJsonObject> ListCommands::items() const
{
    if (!m_replica.space(m_current)) {
        return Failure(Code::NotFound, u"no list is in use"_s);
    }
    std::vector<std::pair<ItemRow, const Record *>> rows;
    for (const Record *record : m_replica.records(m_current, Kind::Item)) {
        if (auto row = itemRow(*record, {})) {
            rows.emplace_back(std::move(*row), record);
        }
    }
    std::sort(rows.begin(), rows.end(),
        [](const auto &a, const auto &b) { return compare(a.first.place, b.first.place) < 0; });
    QJsonArray array;
    for (const auto &[row, record] : rows) {
        array.append(toJson(*record));
    }
    return QJsonObject { { u"list"_s, m_current.toString() }, { u"name"_s, nameOf(m_current) },
        { u"items"_s, array } };
}

} // namespace larder::app
