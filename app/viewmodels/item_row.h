// One row of a list as ItemRows keeps it: where it stands, and the little that counting needs.
//
// The order is total, so that a row's place is found by bisection: the open rows as the list is arranged,
// each category led by its header where there are headers, then the header of what is checked, then the
// checked rows, newest first.
#pragma once

#include "app/viewmodels/arrangement.h"

#include <QtCore/QString>

#include <compare>

namespace larder::app {

struct ItemRow {
    enum class Section : quint8 { Open, CheckedHeader, Checked };

    // What decides the row's place.
    struct Place {
        Section section = Section::Open;
        bool hidden = false; // by the filter
        int rank = 0; // of the category
        QString group; // orders categories of one rank
        QString category;
        bool header = false;
        qint64 number = 0;
        QString text; // an empty one comes last
        model::RecordId id;

        friend bool operator==(const Place &, const Place &) = default;
    };

    Place place;
    bool checked = false; // as written; the place follows when the row glides
    qint64 price = -1; // minor units; none below 0
    QString currency; // empty: the list's
    model::UserId touchedBy; // who changed it a moment ago, null when nobody else did

    bool isHeader() const { return place.header || place.section == Section::CheckedHeader; }
};

std::strong_ordering compare(const ItemRow::Place &a, const ItemRow::Place &b);

// The row of a record; none when it is deleted or has no name.
std::optional<ItemRow> itemRow(const model::Record &record, const Arrangement &arrangement);
// The header over an open row.
ItemRow categoryHeader(const ItemRow::Place &of);
ItemRow checkedHeader();

} // namespace larder::app
