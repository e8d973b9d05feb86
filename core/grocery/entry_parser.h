// The entry line: "2 kg apples", "milk 1.5l", "apples, 2 kg, 3.49", "batteries AAA @hardware 4.99€ !the cheap
// ones".
//
// Never an error: what is not understood is the name, so that nothing typed is lost, and what was understood
// is shown before it is taken. In English, German, French and Spanish habits, all at once; `EntryHabits`
// settles what alone can't be told. In short:
//   a number in front, or a number with a unit anywhere, is how much; so are "6x", "x6" and a last whole
//   number to 99 a number with a currency is the price; so is a last one with the currency's decimals, or a
//   second number that stands alone between commas the first word with # or @ is the category; from a word
//   with ! on, the rest is the note
// A name longer than its field is cut; `typed` keeps the line as it was typed, to the length of its own
// field.
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
