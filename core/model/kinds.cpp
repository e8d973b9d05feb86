#include "core/model/kinds.h"

#include <QtCore/QStringView>

#include <array>

namespace larder::model {

using namespace Qt::StringLiterals;
using enum FieldType;
using enum Presence;

static constexpr Field kListFields[] = {
    { kDeleted, "deleted"_L1, Bool, Optional, 0, 1, 1 },
    { list::kName, "name"_L1, Text, Required, 1, 255, 1 },
    { list::kIcon, "icon"_L1, Text, Optional, 1, 16, 1 },
    { list::kColor, "color"_L1, Integer, Optional, 0, 11, 1 },
    { list::kCurrency, "currency"_L1, Text, Optional, 3, 3, 1 },
    { list::kBudget, "budget"_L1, Integer, Optional, 0, 9'999'999'999, 1 },
    { list::kArchived, "archived"_L1, Bool, Optional, 0, 1, 1 },
};

static constexpr Field kItemFields[] = {
    { kDeleted, "deleted"_L1, Bool, Optional, 0, 1, 1 },
    { item::kName, "name"_L1, Text, Required, 1, 255, 1 },
    { item::kQuantity, "quantity"_L1, Integer, Optional, 1, 999'999'000, 1 },
    { item::kUnit, "unit"_L1, Text, Optional, 1, 32, 1 },
    { item::kCategory, "category"_L1, Text, Optional, 1, 64, 1 },
    { item::kNote, "note"_L1, Text, Optional, 1, 4'000, 1 },
    { item::kPrice, "price"_L1, Integer, Optional, 0, 99'999'999, 1 },
    { item::kCurrency, "currency"_L1, Text, Optional, 3, 3, 1 },
    { item::kChecked, "checked"_L1, Bool, Optional, 0, 1, 1 },
    { item::kPosition, "position"_L1, Text, Optional, 1, 255, 1 },
    { item::kAssignee, "assignee"_L1, Id, Optional, 0, 0, 1 },
    { item::kTyped, "typed"_L1, Text, Optional, 1, 1'000, 1 },
    { item::kPhoto, "photo"_L1, Text, Optional, 64, 64, 2 },
    { item::kBarcode, "barcode"_L1, Text, Optional, 1, 64, 3 },
};

static constexpr Field kMemberFields[] = {
    { kDeleted, "deleted"_L1, Bool, Optional, 0, 1, 1 },
    { member::kRole, "role"_L1, Integer, Required, 1, 3, 1 },
    { member::kName, "name"_L1, Text, Required, 1, 255, 1 },
};

static constexpr Field kShopFields[] = {
    { kDeleted, "deleted"_L1, Bool, Optional, 0, 1, 2 },
    { shop::kName, "name"_L1, Text, Required, 1, 255, 2 },
    { shop::kOrder, "category_order"_L1, Text, Optional, 1, 8'000, 2 },
};

static constexpr Field kPurchaseFields[] = {
    { kDeleted, "deleted"_L1, Bool, Optional, 0, 1, 2 },
    { purchase::kItem, "item"_L1, Id, Optional, 0, 0, 2 },
    { purchase::kName, "name"_L1, Text, Required, 1, 255, 2 },
    { purchase::kQuantity, "quantity"_L1, Integer, Optional, 1, 999'999'000, 2 },
    { purchase::kUnit, "unit"_L1, Text, Optional, 1, 32, 2 },
    { purchase::kCategory, "category"_L1, Text, Optional, 1, 64, 2 },
    { purchase::kPrice, "price"_L1, Integer, Optional, 0, 99'999'999, 2 },
    { purchase::kCurrency, "currency"_L1, Text, Optional, 3, 3, 2 },
    { purchase::kShop, "shop"_L1, Id, Optional, 0, 0, 2 },
    { purchase::kBought, "bought"_L1, Integer, Required, 1, (qint64(1) << 53) - 1, 2 },
    { purchase::kBarcode, "barcode"_L1, Text, Optional, 1, 64, 3 },
};

static constexpr std::array kKinds = {
    KindInfo { Kind::List, "list"_L1, Writer::Editor, 1, kListFields },
    KindInfo { Kind::Item, "item"_L1, Writer::Editor, 1, kItemFields },
    KindInfo { Kind::Member, "member"_L1, Writer::Server, 1, kMemberFields },
    KindInfo { Kind::Shop, "shop"_L1, Writer::Editor, 2, kShopFields },
    KindInfo { Kind::Purchase, "purchase"_L1, Writer::Editor, 2, kPurchaseFields },
};

const Field *KindInfo::find(QStringView fieldName) const
{
    for (const Field &field : fields) {
        if (fieldName == field.name) {
            return &field;
        }
    }
    return nullptr;
}

std::span<const KindInfo> kinds()
{
    return kKinds;
}

const KindInfo *findKind(Kind kind)
{
    for (const KindInfo &info : kKinds) {
        if (info.kind == kind) {
            return &info;
        }
    }
    return nullptr;
}

const KindInfo *findKind(QStringView name)
{
    for (const KindInfo &info : kKinds) {
        if (name == info.name) {
            return &info;
        }
    }
    return nullptr;
}

} // namespace larder::model
