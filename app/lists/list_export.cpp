#include "app/lists/list_export.h"

#include "app/viewmodels/item_row.h"
#include "core/grocery/shop_order.h"

#include <algorithm>

namespace larder::app {

using exchange::ExportedItem;
using exchange::ExportedList;
using model::Kind;
using model::Record;

static model::Currency currencyOf(const QString &code)
{
    const auto currency = model::Currency::fromCode(code);
    return currency ? *currency : model::Currency {};
}

static ExportedItem exportedItem(const Record &record)
{
    ExportedItem item;
    item.name = record.text(model::item::kName);
    if (const qint64 count = record.integer(model::item::kQuantity); count > 0) {
        item.quantity = model::Thousandths { count };
    }
    item.unit = record.text(model::item::kUnit);
    item.category = record.text(model::item::kCategory);
    if (const qint64 minor = record.integer(model::item::kPrice, -1); minor >= 0) {
        item.price = model::Money { minor, currencyOf(record.text(model::item::kCurrency)) };
    }
    item.note = record.text(model::item::kNote);
    item.barcode = record.text(model::item::kBarcode);
    item.checked = record.truth(model::item::kChecked);
    return item;
}

ExportedList exportedList(const replica::ReplicaClient &replica, model::SpaceId list)
{
    ExportedList exported;
    if (const Record *head = replica.record({ list, Kind::List, model::RecordId { list.value } })) {
        exported.details.name = head->text(model::list::kName);
        exported.details.icon = head->text(model::list::kIcon);
        if (const qint64 color = head->integer(model::list::kColor, -1); color >= 0) {
            exported.details.color = int(color);
        }
        exported.details.currency = currencyOf(head->text(model::list::kCurrency));
        if (const qint64 budget = head->integer(model::list::kBudget, -1); budget >= 0) {
            exported.details.budget = budget;
        }
    }
    for (const Record *shop : replica.records(list, Kind::Shop)) {
        if (!shop->isDeleted()) {
            exported.details.shops.push_back(
                { shop->text(model::shop::kName), grocery::categoriesOf(shop->text(model::shop::kOrder)) });
        }
    }
    std::ranges::sort(exported.details.shops, {}, &exchange::ExportedShop::name);
    struct Placed {
        ItemRow row;
        const Record *record;
    };
    std::vector<Placed> placed;
    const Arrangement inOrderOfTheShop;
    for (const Record *record : replica.records(list, Kind::Item)) {
        if (auto row = itemRow(*record, inOrderOfTheShop)) {
            placed.push_back({ std::move(*row), record });
        }
    }
    std::ranges::sort(
        placed, [](const Placed &a, const Placed &b) { return compare(a.row.place, b.row.place) < 0; });
    for (const Placed &each : placed) {
        exported.items.push_back(exportedItem(*each.record));
    }
    return exported;
}

} // namespace larder::app
