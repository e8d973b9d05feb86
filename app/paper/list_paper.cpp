#include "app/paper/list_paper.h"

#include "app/viewmodels/item_text.h"
#include "app/viewmodels/list_view_model.h"

#include <QtGui/QGuiApplication>

#include <algorithm>
#include <array>

namespace larder::app {

// A list in another script than the program's is still read in its own direction.
static bool readsFromTheRight(const std::vector<ListPaper::Row> &rows)
{
    const auto names = std::count_if(rows.begin(), rows.end(), [](const auto &row) { return !row.header; });
    const auto others = std::count_if(
        rows.begin(), rows.end(), [](const auto &row) { return !row.header && row.name.isRightToLeft(); });
    return names > 0 ? 2 * others > names : QGuiApplication::layoutDirection() == Qt::RightToLeft;
}

ListPaper paperOf(ListViewModel &list, const QDate &today)
{
    ListPaper paper;
    const ItemRows &rows = *list.rows();
    for (int i = 0; i < rows.rowCount(); ++i) {
        const QModelIndex index = rows.index(i);
        ListPaper::Row row;
        row.header = index.data(ItemRows::KindRole).toInt() != ItemRows::Item;
        row.name = index.data(ItemRows::NameRole).toString();
        row.amount = index.data(ItemRows::AmountRole).toString();
        row.detail = index.data(ItemRows::DetailRole).toString();
        row.checked = index.data(ItemRows::CheckedRole).toBool();
        paper.rows.push_back(std::move(row));
    }
    while (!paper.rows.empty() && paper.rows.back().header) { // a section that is folded
        paper.rows.pop_back();
    }
    paper.title = list.name();
    paper.summary = list.summary();
    paper.date = QLocale().toString(today, QLocale::LongFormat);
    paper.total = totalsText(rows.totals(), list.currency(), 0);
    paper.rightToLeft = readsFromTheRight(paper.rows);
    return paper;
}

QPageSize::PageSizeId paperSizeOf(const QLocale &locale)
{
    static constexpr std::array kLetter = { QLocale::UnitedStates, QLocale::Canada, QLocale::Mexico,
        QLocale::Philippines, QLocale::Chile, QLocale::Colombia, QLocale::Venezuela, QLocale::CostaRica,
        QLocale::Guatemala, QLocale::Nicaragua, QLocale::Panama, QLocale::ElSalvador, QLocale::PuertoRico,
        QLocale::DominicanRepublic };
    const bool letter = std::find(kLetter.begin(), kLetter.end(), locale.territory()) != kLetter.end();
    return letter ? QPageSize::Letter : QPageSize::A4;
}

} // namespace larder::app
