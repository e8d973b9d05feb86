// What a view reads of the rows: their data, and where the keyboard comes to stand among them.
#include "app/viewmodels/item_rows.h"

#include "app/viewmodels/category_text.h"
#include "app/viewmodels/item_text.h"

namespace larder::app {

using Section = ItemRow::Section;

int ItemRows::rowOf(model::RecordId id) const
{
    const auto row = m_rows.find(id);
    return row != m_rows.end() && isShown(row->second.place) ? lowerBound(row->second.place) : -1;
}

bool ItemRows::isStop(int row) const
{
    return row >= 0 && row < int(m_order.size()) && data(index(row), KindRole).toInt() != CategoryHeader;
}

int ItemRows::stopAt(int row, int by) const
{
    const int last = int(m_order.size()) - 1;
    for (int at = std::clamp(row, 0, std::max(0, last)); at >= 0 && at <= last; at += by) {
        if (isStop(at)) {
            return at;
        }
    }
    for (int at = std::min(row, last) - by; at >= 0 && at <= last; at -= by) {
        if (isStop(at)) {
            return at;
        }
    }
    return -1;
}

int ItemRows::neighbourOf(int row) const
{
    // No two headers of categories stand together, but the one before the first.
    for (const int at : { row + 1, row + 2, row - 1, row - 2 }) {
        if (isStop(at)) {
            return at;
        }
    }
    return -1;
}

int ItemRows::nextToBuy(int row) const
{
    const auto isOpen = [this](int at) {
        return data(index(at), KindRole).toInt() == Item && !data(index(at), CheckedRole).toBool();
    };
    for (int at = row + 1; at < int(m_order.size()) && m_order[at]->place.section == Section::Open; ++at) {
        if (isOpen(at)) {
            return at;
        }
    }
    for (int at = row - 1; at >= 0; --at) {
        if (isOpen(at)) {
            return at;
        }
    }
    return -1;
}

std::vector<model::RecordId> ItemRows::itemsBetween(int from, int to) const
{
    std::vector<model::RecordId> ids;
    for (int at = std::max(from, 0); at <= to && at < int(m_order.size()); ++at) {
        if (!m_order[at]->isHeader()) {
            ids.push_back(m_order[at]->place.id);
        }
    }
    return ids;
}

std::optional<ItemRows::Spot> ItemRows::spotBefore(int row, model::RecordId moved) const
{
    const bool inside = row > 0 && row <= int(m_order.size());
    if (!inside || !m_arrangement.isGrouped() || m_order[row - 1]->place.section != Section::Open) {
        return std::nullopt;
    }
    Spot spot { m_order[row - 1]->place.category, {}, 0 };
    for (int at = 0; at < int(m_order.size()); ++at) {
        const ItemRow &each = *m_order[at];
        if (each.place.section != Section::Open) {
            break;
        }
        if (!each.isHeader() && each.place.category == spot.category && each.place.id != moved) {
            spot.index += at < row ? 1 : 0;
            spot.others.push_back(each.place.id);
        }
    }
    return spot;
}

int ItemRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

QString ItemRows::initialOf(model::UserId user) const
{
    if (user.isNull()) {
        return {};
    }
    const model::Record *member
        = m_replica.record({ m_space, model::Kind::Member, model::RecordId { user.value } });
    return member ? member->text(model::member::kName).left(1).toUpper() : QStringLiteral("•");
}

// Without headers the row says itself what it belongs to.
QString ItemRows::detailOf(const model::Record &record) const
{
    const QString detail = detailText(record, m_currency);
    const QString category = record.text(model::item::kCategory);
    if (m_arrangement.isGrouped() || category.isEmpty()) {
        return detail;
    }
    const QString title = categoryTitle(category);
    return detail.isEmpty() ? title : title + QStringLiteral(" · ") + detail;
}

QVariant ItemRows::headerData(const ItemRow &row, int role) const
{
    const bool checkedOnes = row.place.section == Section::CheckedHeader;
    switch (role) {
    case KindRole:
        return checkedOnes ? CheckedHeader : CategoryHeader;
    case NameRole:
        return checkedOnes ? QString() : categoryTitle(row.place.category);
    case HueRole:
        return categoryHue(row.place.category);
    case CheckedRole:
    case SelectedRole:
        return false;
    case ItemIdRole:
    case AmountRole:
    case DetailRole:
    case TouchedByRole:
    case SpokenRole:
    case PhotoRole:
        return QString();
    default:
        return {};
    }
}

QVariant ItemRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ItemRow &row = *m_order[index.row()];
    if (row.isHeader()) {
        return headerData(row, role);
    }
    const model::Record *record = m_replica.record(key(row.place.id));
    if (!record) {
        return {};
    }
    switch (role) {
    case KindRole:
        return Item;
    case ItemIdRole:
        return row.place.id.toString();
    case Qt::DisplayRole:
    case NameRole:
        return record->text(model::item::kName);
    case AmountRole:
        return amountText(*record, m_arrangement.units());
    case DetailRole:
        return detailOf(*record);
    case CheckedRole:
        return row.checked;
    case HueRole:
        return categoryHue(record->text(model::item::kCategory));
    case TouchedByRole:
        return initialOf(row.touchedBy);
    case SpokenRole:
        return spokenText(*record, m_arrangement.units());
    case SelectedRole:
        return m_selection.contains(row.place.id);
    case PhotoRole:
        return record->text(model::item::kPhoto);
    default:
        return {};
    }
}

QHash<int, QByteArray> ItemRows::roleNames() const
{
    return { { KindRole, "kind" }, { ItemIdRole, "itemId" }, { NameRole, "name" }, { AmountRole, "amount" },
        { DetailRole, "detail" }, { CheckedRole, "checked" }, { HueRole, "hue" },
        { TouchedByRole, "touchedBy" }, { SpokenRole, "spoken" }, { SelectedRole, "selected" },
        { PhotoRole, "photo" } };
}

} // namespace larder::app
