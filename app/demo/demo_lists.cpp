#include "app/demo/demo_lists.h"

#include "core/grocery/entry_parser.h"

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using Field = replica::ReplicaClient::Field;

struct DemoItem {
    const char *line; // as somebody would type it
    bool checked = false;
};

static constexpr std::array kWeekly = {
    DemoItem { "2 kg Apples #produce 3.49 !for the pie" },
    DemoItem { "6 Bananas #produce 1.89" },
    DemoItem { "Flat parsley #produce" },
    DemoItem { "Sourdough bread #bakery 4.80 !the dark one, sliced" },
    DemoItem { "Milk 1.5 l #dairy 1.79" },
    DemoItem { "Butter 250 g #dairy 2.49" },
    DemoItem { "4x Plain yoghurt #dairy" },
    DemoItem { "Chicken thighs 800 g #meat 6.49" },
    DemoItem { "Spaghetti 500 g #pantry 1.59" },
    DemoItem { "Chopped tomatoes 3 cans #pantry 2.67" },
    DemoItem { "Olive oil #pantry !if it is on offer" },
    DemoItem { "Sparkling water 6 bottles #drinks 2.94" },
    DemoItem { "12 Eggs #dairy 3.29", true },
    DemoItem { "Coffee beans 1 kg #breakfast 12.90", true },
    DemoItem { "Dish soap #household 1.29", true },
};

static constexpr std::array kParty = {
    DemoItem { "Birthday cake #bakery" },
    DemoItem { "24 Candles #household" },
    DemoItem { "Lemonade 6 l #drinks", true },
    DemoItem { "Crisps 4 packs #snacks", true },
    DemoItem { "Balloons", true },
};

struct DemoList {
    const char *name;
    const char *icon;
    int hue;
    std::span<const DemoItem> items;
};

static const std::array kLists = {
    DemoList { "Weekly shop", "🥕", 4, kWeekly },
    DemoList { "Birthday party", "🎉", 10, kParty },
    DemoList { "Hardware shop", "🔧", 7, {} },
};

static Result<void> addItem(replica::ReplicaClient &replica, model::SpaceId space, const DemoItem &item)
{
    std::vector<Field> fields;
    for (model::Register &reg :
        grocery::registersOf(grocery::parseEntry(QString::fromUtf8(item.line), {}), {})) {
        fields.push_back({ reg.field, std::move(reg.value) });
    }
    const auto id = replica.create(space, Kind::Item, std::move(fields));
    if (!id) {
        return Failure(id.error());
    }
    if (item.checked) {
        const auto checked = replica.write({ space, Kind::Item, *id }, { { model::item::kChecked, true } });
        return checked ? Result<void>() : Result<void>(Failure(checked.error()));
    }
    return {};
}

Result<model::SpaceId> makeDemoLists(replica::ReplicaClient &replica)
{
    std::optional<model::SpaceId> first;
    for (const DemoList &list : kLists) {
        std::vector<Field> fields { { model::list::kName, QString::fromUtf8(list.name) },
            { model::list::kIcon, QString::fromUtf8(list.icon) }, { model::list::kColor, qint64(list.hue) } };
        if (!first) {
            fields.push_back({ model::list::kCurrency, u"EUR"_s });
            fields.push_back({ model::list::kBudget, qint64(8000) });
        }
        const auto space = replica.createList(std::move(fields));
        if (!space) {
            return Failure(space.error());
        }
        first = first.value_or(*space);
        for (const DemoItem &item : list.items) {
            if (auto added = addItem(replica, *space, item); !added) {
                return Failure(added.error());
            }
        }
    }
    return *first;
}

} // namespace larder::app
