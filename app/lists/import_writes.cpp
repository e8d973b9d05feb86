#include "app/lists/import_writes.h"

#include "app/viewmodels/category_text.h"
#include "core/exchange/import_currency.h"
#include "core/grocery/shop_order.h"
#include "core/model/position.h"

#include <algorithm>
#include <map>

namespace larder::app {

using exchange::ExportedItem;
using exchange::Import;
using exchange::ListDetails;
using model::Kind;
using model::Record;
using Field = replica::ReplicaClient::Field;
namespace item = model::item;

namespace {

struct Group {
    std::vector<const PlannedItem *> items;
};

const exchange::ImportedItem &importedOf(const Import &import, const PlannedItem &planned)
{
    return import.lists[planned.list].items[planned.item];
}

// All of them together; what can't be added was not put into one group, but a list may have changed since.
std::optional<grocery::Amount> sumOf(const Import &import, const std::vector<const PlannedItem *> &items)
{
    std::vector<grocery::Amount> amounts;
    for (const PlannedItem *each : items) {
        const ExportedItem &one = importedOf(import, *each).item;
        amounts.push_back({ one.quantity, one.unit });
    }
    return grocery::sumOf(amounts);
}

void addAmount(std::vector<Field> &fields, const grocery::Amount &amount)
{
    if (amount.quantity) {
        fields.push_back({ item::kQuantity, amount.quantity->count });
    }
    if (!amount.unit.isEmpty()) {
        fields.push_back({ item::kUnit, amount.unit });
    }
}

std::vector<Field> fieldsOf(
    const exchange::ImportedItem &imported, const grocery::Amount &amount, const CategoryOf &categoryOf)
{
    const ExportedItem &one = imported.item;
    std::vector<Field> fields { { item::kName, one.name } };
    addAmount(fields, amount);
    const QString category = one.category.isEmpty() ? categoryOf(one.name) : categoryFromText(one.category);
    if (!category.isEmpty()) {
        fields.push_back({ item::kCategory, category });
    }
    if (!one.note.isEmpty()) {
        fields.push_back({ item::kNote, one.note });
    }
    if (!one.barcode.isEmpty()) {
        fields.push_back({ item::kBarcode, one.barcode });
    }
    if (one.price) {
        fields.push_back({ item::kPrice, one.price->minor });
        if (const QString currency = one.price->currency.code(); !currency.isEmpty()) {
            fields.push_back({ item::kCurrency, currency });
        }
    }
    if (one.checked) {
        fields.push_back({ item::kChecked, true });
    }
    if (!imported.typed.isEmpty()) {
        fields.push_back({ item::kTyped, imported.typed });
    }
    return fields;
}

class Taking {
public:
    Taking(const Import &import, replica::ReplicaClient &replica, ItemWrites &writes,
        const CategoryOf &categoryOf)
        : m_import(import)
        , m_replica(replica)
        , m_writes(writes)
        , m_categoryOf(categoryOf)
    {
    }

    Imported &done() { return m_done; }

    void into(model::SpaceId list, const std::vector<const PlannedItem *> &chosen)
    {
        std::map<int, Group> groups;
        std::vector<int> order;
        for (const PlannedItem *planned : chosen) {
            Group &group = groups[planned->group];
            if (group.items.empty()) {
                order.push_back(planned->group);
            }
            group.items.push_back(planned);
        }
        std::vector<std::vector<Field>> made;
        for (const int each : order) {
            const Group &group = groups[each];
            if (!raise(list, group)) {
                addNew(made, group);
            }
        }
        ItemWrites::Added added = m_writes.addAll(list, std::move(made));
        for (const model::RecordId &id : added.items) {
            m_done.changes.push_back(madeRecord({ list, Kind::Item, id }));
            ++m_done.things;
        }
        if (added.stopped) {
            m_done.stopped = added.stopped;
        }
    }

    std::optional<model::SpaceId> make(const ListDetails &details)
    {
        std::vector<Field> fields { { model::list::kName, details.name } };
        if (!details.icon.isEmpty()) {
            fields.push_back({ model::list::kIcon, details.icon });
        }
        fields.push_back({ model::list::kColor, qint64(details.color.value_or(0)) });
        if (const QString currency = details.currency.code(); !currency.isEmpty()) {
            fields.push_back({ model::list::kCurrency, currency });
        }
        if (details.budget) {
            fields.push_back({ model::list::kBudget, *details.budget });
        }
        const auto list = m_replica.createList(std::move(fields));
        if (!list) {
            m_done.stopped = list.error();
            return std::nullopt;
        }
        m_done.lists.push_back(*list);
        m_done.changes.push_back(madeRecord({ *list, Kind::List, model::RecordId { list->value } }));
        for (const exchange::ExportedShop &shop : details.shops) {
            std::vector<Field> said { { model::shop::kName, shop.name } };
            if (!shop.order.isEmpty()) {
                said.push_back({ model::shop::kOrder, grocery::textOf(shop.order) });
            }
            const auto made = m_replica.create(*list, Kind::Shop, std::move(said));
            if (!made) {
                m_done.stopped = made.error();
            }
        }
        return *list;
    }

private:
    // False when nothing that is there is meant, or no longer.
    bool raise(model::SpaceId list, const Group &group)
    {
        const PlannedItem &first = *group.items.front();
        const model::RecordKey key { list, Kind::Item, first.onto };
        const Record *there = first.onto.isNull() ? nullptr : m_replica.record(key);
        if (!there || there->isDeleted()) {
            return false;
        }
        const bool again = there->truth(item::kChecked);
        std::optional<grocery::Amount> amount = sumOf(m_import, group.items);
        if (amount && !again) {
            const qint64 count = there->integer(item::kQuantity);
            amount = grocery::sumOf({ count > 0 ? std::optional(model::Thousandths { count }) : std::nullopt,
                                        there->text(item::kUnit) },
                *amount);
        }
        if (!amount) {
            return false;
        }
        std::vector<Field> fields;
        if (*amount != grocery::Amount {}) {
            addAmount(fields, *amount);
        }
        const exchange::ImportedItem &said = importedOf(m_import, first);
        if (!said.item.note.isEmpty()) {
            fields.push_back({ item::kNote, said.item.note });
        }
        if (said.item.price) {
            const QString currency = said.item.price->currency.code();
            fields.push_back({ item::kPrice, said.item.price->minor });
            fields.push_back({ item::kCurrency, currency.isEmpty() ? model::Value() : currency });
        }
        if (again) {
            fields.push_back({ item::kChecked, false });
        }
        std::erase_if(fields, [&](const Field &field) { return there->value(field.number) == field.value; });
        m_done.things += int(group.items.size());
        if (fields.empty()) {
            return true; // it says what the file says
        }
        auto changes = m_writes.set(key, std::move(fields));
        if (!changes) {
            m_done.stopped = changes.error();
            m_done.things -= int(group.items.size());
            return true;
        }
        std::ranges::move(*changes, std::back_inserter(m_done.changes));
        return true;
    }

    // One item of them all, or, where their amounts can't be added, each.
    void addNew(std::vector<std::vector<Field>> &made, const Group &group)
    {
        if (const auto amount = sumOf(m_import, group.items)) {
            made.push_back(fieldsOf(importedOf(m_import, *group.items.front()), *amount, m_categoryOf));
            return;
        }
        for (const PlannedItem *each : group.items) {
            const exchange::ImportedItem &one = importedOf(m_import, *each);
            made.push_back(fieldsOf(one, { one.item.quantity, one.item.unit }, m_categoryOf));
        }
    }

    const Import &m_import;
    replica::ReplicaClient &m_replica;
    ItemWrites &m_writes;
    const CategoryOf &m_categoryOf;
    Imported m_done;
};

// A price in the currency of the list that it was exported from says so in a list of another one.
Import settledFor(model::SpaceId list, Import import, const replica::ReplicaClient &replica)
{
    const Record *head = replica.record({ list, Kind::List, model::RecordId { list.value } });
    const auto own = model::Currency::fromCode(head ? head->text(model::list::kCurrency) : QString());
    const model::Currency target = own ? *own : model::Currency();
    for (exchange::ImportedList &each : import.lists) {
        exchange::settleCurrencies(each, target, target);
    }
    return import;
}

} // namespace

Imported importInto(model::SpaceId list, const Import &import, const ImportPlan &plan,
    replica::ReplicaClient &replica, ItemWrites &writes, const CategoryOf &categoryOf)
{
    std::vector<const PlannedItem *> chosen;
    for (const PlannedItem &planned : plan.items) {
        if (planned.chosen) {
            chosen.push_back(&planned);
        }
    }
    const Import settled = settledFor(list, import, replica);
    Taking taking(settled, replica, writes, categoryOf);
    taking.into(list, chosen);
    return std::move(taking.done());
}

Imported importApart(const Import &import, const ImportPlan &plan, replica::ReplicaClient &replica,
    ItemWrites &writes, const CategoryOf &categoryOf)
{
    Taking taking(import, replica, writes, categoryOf);
    for (std::size_t list = 0; list < import.lists.size() && !taking.done().stopped; ++list) {
        const auto made = taking.make(import.lists[list].details);
        if (!made) {
            break;
        }
        std::vector<const PlannedItem *> chosen;
        for (const PlannedItem &planned : plan.items) {
            if (planned.chosen && planned.list == list) {
                chosen.push_back(&planned);
            }
        }
        taking.into(*made, chosen);
    }
    return std::move(taking.done());
}

} // namespace larder::app
