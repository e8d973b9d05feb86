#include "app/viewmodels/item_row.h"

namespace larder::app {

static std::strong_ordering compareText(const QString &a, const QString &b)
{
    // Texts of one category are one text, and most comparisons are between two of them.
    return a.constData() == b.constData() && a.size() == b.size() ? std::strong_ordering::equal
                                                                  : a.compare(b) <=> 0;
}

static std::strong_ordering compareOpen(const ItemRow::Place &a, const ItemRow::Place &b)
{
    if (const auto order = a.rank <=> b.rank; order != 0) {
        return order;
    }
    if (const auto order = compareText(a.group, b.group); order != 0) {
        return order;
    }
    if (a.header != b.header) {
        return a.header ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    if (const auto order = a.number <=> b.number; order != 0) {
        return order;
    }
    if (a.text.isEmpty() != b.text.isEmpty()) {
        return a.text.isEmpty() ? std::strong_ordering::greater : std::strong_ordering::less;
    }
    return compareText(a.text, b.text);
}

std::strong_ordering compare(const ItemRow::Place &a, const ItemRow::Place &b)
{
    if (const auto order = a.section <=> b.section; order != 0) {
        return order;
    }
    const auto order = a.section == ItemRow::Section::Open ? compareOpen(a, b) : a.number <=> b.number;
    return order != 0 ? order : a.id <=> b.id;
}

std::optional<ItemRow> itemRow(const model::Record &record, const Arrangement &arrangement)
{
    using namespace model;
    ItemRow row;
    bool named = false;
    QString category;
    Stamp checkedAt;
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
            category = text ? *text : QString();
            break;
        case item::kPrice:
            row.price = std::holds_alternative<qint64>(reg.value) ? std::get<qint64>(reg.value) : -1;
            break;
        case item::kCurrency:
            row.currency = text ? *text : QString();
            break;
        case item::kChecked:
            row.checked = truth && *truth;
            checkedAt = reg.stamp;
            break;
        default:
            break;
        }
    }
    if (!named) {
        return std::nullopt;
    }
    row.place.hidden = !arrangement.filter().isEmpty() && !arrangement.shows(record);
    if (row.checked) {
        row.place.section = ItemRow::Section::Checked;
        row.place.number = -checkedAt.micros;
        return row;
    }
    if (arrangement.isGrouped()) {
        row.place.rank = arrangement.rankOf(category);
        row.place.group = arrangement.groupOf(category);
        row.place.category = category;
    }
    row.place.number = arrangement.numberOf(record);
    row.place.text = arrangement.textOf(record);
    return row;
}

ItemRow categoryHeader(const ItemRow::Place &of)
{
    ItemRow row;
    row.place.rank = of.rank;
    row.place.group = of.group;
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
