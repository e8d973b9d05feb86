// The entry line: "2 kg apples", "milk 1.5l", "apples, 2 kg, 3.49", "batteries AAA @hardware 4.99€ !the cheap
// ones".
//
// Never an error: what is not understood is the name, so that nothing typed is lost, and what was understood
// is shown before it is taken. In English, German, French and Spanish habits, all at once; `EntryHabits`
// settles what alone can't be told. docs/entry.md says what is understood, and how what could be read in two
// ways is decided; the amounts are read in entry_amount.h and the prices in entry_price.h. A name longer than
// its field is cut; `typed` keeps the line as it was typed, to the length of its own field.
#pragma once

#include "core/model/money.h"
#include "core/model/quantity.h"
#include "core/model/record.h"

#include <optional>

namespace larder::grocery {

struct EntryHabits {
    QChar decimal = u'.'; // the other of point and comma separates thousands
    model::Currency currency; // the list's: of a price without a currency, and of a "$" that could be several
};

struct Entry {
    QString name; // empty exactly when the line is blank
    std::optional<model::Thousandths> quantity;
    QString unit; // as core/grocery/units.h names it; empty: none
    QString category;
    QString note;
    std::optional<model::Money> price;
    bool currencyTyped = false; // false: the price is in the list's currency
    QString typed; // the line, trimmed

    friend bool operator==(const Entry &, const Entry &) = default;
};

Entry parseEntry(QStringView line, const EntryHabits &habits);

// The registers of an item that says this, each valid: fields that were not typed are left out.
std::vector<model::Register> registersOf(const Entry &entry, model::Stamp stamp);

} // namespace larder::grocery
