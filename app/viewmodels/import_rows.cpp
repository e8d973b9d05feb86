#include "app/viewmodels/import_rows.h"

#include "app/viewmodels/amount_text.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/import_text.h"
#include "app/viewmodels/unit_text.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using exchange::ExportedItem;

ImportRows::ImportRows(QObject &owner)
    : QAbstractListModel(&owner)
{
}

void ImportRows::addSection(const QString &title, PlannedItem::Kind kind)
{
    bool first = true;
    for (std::size_t at = 0; at < m_plan.items.size(); ++at) {
        if (m_plan.items[at].kind == kind) {
            if (std::exchange(first, false)) {
                m_rows.push_back({ Header, 0, title });
            }
            m_rows.push_back({ kind == PlannedItem::Kind::New ? New
                    : kind == PlannedItem::Kind::Raise        ? Raise
                                                              : Again,
                at, {} });
        }
    }
}

void ImportRows::begin(std::shared_ptr<const exchange::Import> import, ImportPlan plan)
{
    beginResetModel();
    m_import = std::move(import);
    m_plan = std::move(plan);
    m_rows.clear();
    if (!m_import->unreadable.empty()) {
        m_rows.push_back({ Header, 0, tr("Can't be read (%L1)").arg(m_import->unreadableCount) });
        for (std::size_t at = 0; at < m_import->unreadable.size(); ++at) {
            m_rows.push_back({ Unreadable, at, {} });
        }
    }
}

void ImportRows::end()
{
    m_chosen = int(std::ranges::count_if(m_plan.items, &PlannedItem::chosen));
    endResetModel();
    Q_EMIT chosenChanged();
}

void ImportRows::showInto(
    std::shared_ptr<const exchange::Import> import, ImportPlan plan, const QString &currency)
{
    begin(std::move(import), std::move(plan));
    m_currency = currency;
    addSection(tr("On the list already"), PlannedItem::Kind::Raise);
    addSection(tr("Checked; to buy again"), PlannedItem::Kind::Again);
    addSection(tr("New"), PlannedItem::Kind::New);
    end();
}

void ImportRows::showApart(std::shared_ptr<const exchange::Import> import, ImportPlan plan)
{
    begin(std::move(import), std::move(plan));
    m_currency.clear();
    std::size_t list = m_import->lists.size();
    for (std::size_t at = 0; at < m_plan.items.size(); ++at) {
        if (m_plan.items[at].list != list) {
            list = m_plan.items[at].list;
            m_rows.push_back({ Header, 0, m_import->lists[list].details.name });
        }
        m_rows.push_back({ New, at, {} });
    }
    end();
}

void ImportRows::clear()
{
    showApart(std::make_shared<const exchange::Import>(), {});
}

int ImportRows::count(Kind kind) const
{
    return int(std::ranges::count(m_rows, kind, &Row::kind));
}

void ImportRows::toggle(int row)
{
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].kind == Header
        || m_rows[std::size_t(row)].kind == Unreadable) {
        return;
    }
    bool &chosen = m_plan.items[m_rows[std::size_t(row)].at].chosen;
    chosen = !chosen;
    m_chosen += chosen ? 1 : -1;
    Q_EMIT dataChanged(index(row), index(row), { ChosenRole, SpokenRole });
    Q_EMIT chosenChanged();
}

void ImportRows::chooseAll(bool chosen)
{
    if (m_rows.empty()) {
        return;
    }
    for (PlannedItem &item : m_plan.items) {
        item.chosen = chosen;
    }
    m_chosen = chosen ? int(m_plan.items.size()) : 0;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), { ChosenRole, SpokenRole });
    Q_EMIT chosenChanged();
}

int ImportRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString ImportRows::detailOf(const Row &row) const
{
    const PlannedItem &planned = m_plan.items[row.at];
    const ExportedItem &item = m_import->lists[planned.list].items[planned.item].item;
    QStringList parts;
    if (row.kind == Raise && planned.onto.isNull()) {
        parts.append(tr("comes twice"));
    } else if (row.kind == Raise) {
        const QString has = amountText(planned.has.quantity, planned.has.unit);
        parts.append(has.isEmpty() ? tr("one is there") : tr("%1 is there").arg(has));
    }
    if (!item.category.isEmpty()) {
        parts.append(categoryTitle(item.category));
    }
    if (!item.note.isEmpty()) {
        parts.append(item.note.simplified());
    }
    if (item.price) {
        const QString own = item.price->currency.code();
        const QString listed = m_import->lists[planned.list].details.currency.code();
        parts.append(moneyText(item.price->minor,
            !own.isEmpty()             ? own
                : m_currency.isEmpty() ? listed
                                       : m_currency));
    }
    if (item.checked) {
        parts.append(tr("checked"));
    }
    return parts.join(u" · "_s);
}

QVariant ImportRows::itemData(const Row &row, int role) const
{
    const PlannedItem &planned = m_plan.items[row.at];
    const ExportedItem &item = m_import->lists[planned.list].items[planned.item].item;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case AmountRole:
        return amountText(item.quantity, item.unit);
    case DetailRole:
        return detailOf(row);
    case ChosenRole:
        return planned.chosen;
    case SpokenRole: {
        QStringList parts { item.name, amountText(item.quantity, item.unit), detailOf(row) };
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant ImportRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == KindRole) {
        return row.kind;
    }
    if (row.kind == New || row.kind == Raise || row.kind == Again) {
        return itemData(row, role);
    }
    const bool header = row.kind == Header;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return header ? row.title : m_import->unreadable[row.at].excerpt;
    case DetailRole:
        return header ? QString() : unreadableText(m_import->unreadable[row.at]);
    case SpokenRole:
        return header ? row.title
                      : QString(unreadableText(m_import->unreadable[row.at]) + u' '
                          + m_import->unreadable[row.at].excerpt);
    case AmountRole:
        return QString();
    case ChosenRole:
        return false;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportRows::roleNames() const
{
    return { { KindRole, "kind" }, { NameRole, "name" }, { AmountRole, "amount" }, { DetailRole, "detail" },
        { ChosenRole, "chosen" }, { SpokenRole, "spoken" } };
}

} // namespace larder::app
