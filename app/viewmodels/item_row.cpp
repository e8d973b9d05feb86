#include "app/viewmodels/item_row.h"

#include "app/viewmodels/category_text.h"

namespace larder::app {

static std::strong_ordering compareText(const QString &a, const QString &b)
{
    return a.compare(b) <=> 0;
}

static std::strong_ordering compareOpen(const ItemRow::Place &a, const ItemRow::Place &b)
{
    if (const auto order = a.categoryRank <=> b.categoryRank; order != 0) {
        return order;
    }
    if (const auto order = compareText(a.category, b.category); order != 0) {
        return order;
    }
    if (a.header != b.header) {
        return a.header ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    if (a.position.isEmpty() != b.position.isEmpty()) {
        return a.position.isEmpty() ? std::strong_ordering::greater : std::strong_ordering::less;
    }
    return compareText(a.position, b.position);
}

std::strong_ordering compare(const ItemRow::Place &a, const ItemRow::Place &b)
{
    if (const auto order = a.section <=> b.section; order != 0) {
        return order;
    }
    const auto order = a.section == ItemRow::Section::Open ? compareOpen(a, b) : b.checkedAt <=> a.checkedAt;
    return order != 0 ? order : a.id <=> b.id;
}

std::optional<ItemRow> itemRow(const model::Record &record)
{
    using namespace model;
    ItemRow row;
    bool named = false;
    row.place.id = record.key.id;
    // One walk over the registers: this runs for every row of a list that opens.
    for (const Register &reg : record.registers) {
        const QString *text = std::get_if<QString>(&reg.value);
        const bool *truth = std::get_if<bool>(&reg.value);
        switch (reg.field) {
        case kDeleted:
            if (truth && *truth) {
                return std::nullopt;
            }
            break;
        case item::kName:
            named = text != nullptr;
            break;
        case item::kCategory:
            row.place.category = text ? *text : QString();
            break;
        case item::kPosition:
            row.place.position = text ? *text : QString();
            break;
        case item::kPrice:
            row.price = std::holds_alternative<qint64>(reg.value) ? std::get<qint64>(reg.value) : -1;
            break;
        case item::kCurrency:
            row.currency = text ? *text : QString();
            break;
        case item::kChecked:
            row.checked = truth && *truth;
            row.place.checkedAt = reg.stamp;
            break;
        default:
            break;
        }
    }
    if (!named) {
        return std::nullopt;
    }
    if (row.checked) {
        row.place.section = ItemRow::Section::Checked;
        row.place.category.clear();
        row.place.position.clear();
    } else {
        row.place.checkedAt = {};
        row.place.categoryRank = categoryRank(row.place.category);
    }
    return row;
}

ItemRow categoryHeader(const ItemRow::Place &of)
{
    ItemRow row;
    row.place.categoryRank = of.categoryRank;
    row.place.category = of.category;
    row.place.header = true;
    return row;
}

ItemRow checkedHeader()
{
    ItemRow row;
    row.place.section = ItemRow::Section::CheckedHeader;
    return row;
}

} // namespace larder::app
