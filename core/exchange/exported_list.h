// A list as it is handed to another program or another household: by value, and without whatever only means
// something here.
//
// There are no ids, stamps, assignees or pictures in it, so importing it makes new items and never overwrites
// one. Items stand in the order in which the list shows them, which is how their positions are told. All the
// texts are as the field table wants them. Pure values.
#pragma once

#include "core/model/money.h"
#include "core/model/quantity.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace larder::exchange {

struct ExportedItem {
    QString name;
    std::optional<model::Thousandths> quantity;
    QString unit; // as core/grocery/units.h names it, or a word that we don't know; empty: none
    QString category; // a key of the catalogue's, or somebody's own; empty: none
    std::optional<model::Money> price; // its currency none: the list's
    QString note;
    bool checked = false;
    QString barcode {}; // as core/grocery/barcode.h writes it; empty: none

    friend bool operator==(const ExportedItem &, const ExportedItem &) = default;
};

struct ExportedShop {
    QString name;
    QStringList order; // of the categories on the way through it

    friend bool operator==(const ExportedShop &, const ExportedShop &) = default;
};

// What a list is, without what stands on it.
struct ListDetails {
    QString name; // empty only in an import whose file names no list
    QString icon;
    std::optional<int> color;
    model::Currency currency; // none: never chosen
    std::optional<qint64> budget; // in minor units of the currency
    std::vector<ExportedShop> shops;

    friend bool operator==(const ListDetails &, const ListDetails &) = default;
};

struct ExportedList {
    ListDetails details;
    std::vector<ExportedItem> items;

    friend bool operator==(const ExportedList &, const ExportedList &) = default;
};

} // namespace larder::exchange
