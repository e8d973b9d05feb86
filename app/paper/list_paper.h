// A list as it goes on paper: the rows of the screen, in their order and under their headers.
//
// It is taken once and then owes nothing to the list, so that what is printed is what was seen when printing
// was asked for. Values only; what they look like is drawPaper().
#pragma once

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtGui/QPageSize>

#include <vector>

namespace larder::app {

class ListViewModel;

struct ListPaper {
    struct Row {
        QString name;
        QString amount; // of a header: nothing
        QString detail;
        bool header = false;
        bool checked = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    QString title;
    QString summary; // under the title: what is left, money
    QString date;
    QString total; // after the last row; empty when nothing has a price
    std::vector<Row> rows;
    bool rightToLeft = false;

    friend bool operator==(const ListPaper &, const ListPaper &) = default;
};

ListPaper paperOf(ListViewModel &list, const QDate &today);

// Letter where people use it, else A4.
QPageSize::PageSizeId paperSizeOf(const QLocale &locale);

} // namespace larder::app
