#include "app/lists/item_writes.h"

#include "core/grocery/purchase.h"
#include "core/limits.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace larder::app {

using model::Kind;
using model::Record;
using Field = replica::ReplicaClient::Field;

Change madeRecord(const model::RecordKey &key)
{
    return { key, { { model::kDeleted, {}, true } } };
}

ItemWrites::ItemWrites(replica::ReplicaClient &replica, const Clock &clock)
    : m_replica(replica)
    , m_clock(clock)
{
}

Result<model::RecordId> ItemWrites::add(model::SpaceId list, std::vector<Field> fields)
{
    const Added added = addAll(list, { std::move(fields) });
    return added.stopped ? Result<model::RecordId>(Failure(*added.stopped)) : added.items.front();
}

ItemWrites::Added ItemWrites::addAll(model::SpaceId list, std::vector<std::vector<Field>> items)
{
    const std::vector<const Record *> held = m_replica.records(list, Kind::Item);
    auto live = std::ranges::count_if(held, [](const Record *item) { return !item->isDeleted(); });
    Added added;
    for (std::vector<Field> &fields : items) {
        if (live++ >= limits::kRecordsPerSpace) {
            added.stopped = Error { Code::SpaceFull, {} };
            break;
        }
        const auto id = m_replica.create(list, Kind::Item, std::move(fields));
        if (!id) {
            added.stopped = id.error();
            break;
        }
        added.items.push_back(*id);
    }
    return added;
}

Result<Changes> ItemWrites::set(const model::RecordKey &record, std::vector<Field> fields)
{
    auto before = m_replica.write(record, std::move(fields));
    if (!before) {
        return Failure(before.error());
    }
    return Changes { { record, std::move(*before) } };
}

Result<Changes> ItemWrites::edit(const model::RecordKey &item, std::vector<Field> fields)
{
    auto changes = set(item, std::move(fields));
    if (changes) {
        if (auto purchase = follow(item)) {
            changes->push_back(std::move(*purchase));
        }
    }
    return changes;
}

Result<Changes> ItemWrites::remove(const model::RecordKey &record)
{
    return set(record, { { model::kDeleted, true } });
}

Result<Changes> ItemWrites::setChecked(const model::RecordKey &item, bool checked, model::RecordId shop)
{
    auto changes = set(item, { { model::item::kChecked, checked } });
    if (!changes) {
        return changes;
    }
    // Without the purchase the item is checked all the same.
    if (auto purchase = checked ? remember(item, shop) : forget(item)) {
        changes->push_back(std::move(*purchase));
    }
    return changes;
}

// Its place among the others, and to whom it was given, mean nothing in another list.
Result<Changes> ItemWrites::copy(const model::RecordKey &item, model::SpaceId to)
{
    const Record *original = m_replica.record(item);
    if (!original) {
        return Failure(Code::NotFound);
    }
    std::vector<Field> fields;
    bool priced = false;
    bool hasCurrency = false;
    for (const model::Register &written : original->registers) {
        const bool local = written.field == model::kDeleted || written.field == model::item::kPosition
            || written.field == model::item::kAssignee;
        if (local || model::isNull(written.value)) {
            continue;
        }
        priced = priced || written.field == model::item::kPrice;
        hasCurrency = hasCurrency || written.field == model::item::kCurrency;
        fields.push_back({ written.field, written.value });
    }
    if (const QString own = currencyOf(item.space); priced && !hasCurrency && !own.isEmpty()) {
        fields.push_back({ model::item::kCurrency, own });
    }
    const auto made = add(to, std::move(fields));
    if (!made) {
        return Failure(made.error());
    }
    return Changes { madeRecord({ to, Kind::Item, *made }) };
}

model::RecordKey ItemWrites::purchaseKey(const model::RecordKey &item) const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().count() / 1'000);
    return { item.space, Kind::Purchase, grocery::purchaseIdOf(item.id, now.date()) };
}

QString ItemWrites::currencyOf(model::SpaceId list) const
{
    const Record *head = m_replica.record({ list, Kind::List, model::RecordId { list.value } });
    return head ? head->text(model::list::kCurrency) : QString();
}

std::vector<Field> ItemWrites::purchaseFields(
    const model::RecordKey &item, model::RecordId shop, Micros at) const
{
    std::vector<Field> fields;
    for (auto [number, value] : grocery::purchaseOf(*m_replica.record(item), shop, at)) {
        if (number == model::purchase::kCurrency && model::isNull(value)) {
            if (const QString own = currencyOf(item.space); !own.isEmpty()) {
                value = own; // the list may have another one day
            }
        }
        fields.push_back({ number, std::move(value) });
    }
    return fields;
}

std::optional<Change> ItemWrites::remember(const model::RecordKey &item, model::RecordId shop)
{
    const model::RecordKey key = purchaseKey(item);
    const bool isNew = m_replica.record(key) == nullptr;
    auto before = m_replica.write(key, purchaseFields(item, shop, m_clock.now()));
    if (!before) {
        return std::nullopt;
    }
    return isNew ? madeRecord(key) : Change { key, std::move(*before) };
}

std::optional<Change> ItemWrites::follow(const model::RecordKey &item)
{
    const model::RecordKey key = purchaseKey(item);
    const Record *bought = m_replica.record(key);
    const Record *record = m_replica.record(item);
    if (!bought || bought->isDeleted() || !record || !record->truth(model::item::kChecked)) {
        return std::nullopt;
    }
    const model::Value place = bought->value(model::purchase::kShop);
    const QByteArray *bytes = std::get_if<QByteArray>(&place);
    const auto shop = model::RecordId::fromBytes(bytes ? *bytes : QByteArray());
    std::vector<Field> fields = purchaseFields(
        item, shop ? *shop : model::RecordId {}, Micros(bought->integer(model::purchase::kBought)));
    std::erase_if(fields, [&](const Field &field) { return bought->value(field.number) == field.value; });
    if (fields.empty()) {
        return std::nullopt;
    }
    auto before = m_replica.write(key, std::move(fields));
    return before ? std::optional(Change { key, std::move(*before) }) : std::nullopt;
}

std::optional<Change> ItemWrites::forget(const model::RecordKey &item)
{
    const model::RecordKey key = purchaseKey(item);
    const Record *bought = m_replica.record(key);
    if (!bought || bought->isDeleted()) {
        return std::nullopt;
    }
    auto before = m_replica.write(key, { { model::kDeleted, true } });
    return before ? std::optional(Change { key, std::move(*before) }) : std::nullopt;
}

} // namespace larder::app
