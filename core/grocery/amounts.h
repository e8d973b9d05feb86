// Adding and converting how much of something there is, without losing any of it.
//
// Every measure is an exact multiple of one part, in integers: mass in kilograms by the definition of the
// international pound (0.45359237 kg), volume in litres by the US gallon of 231 cubic inches (3.785411784 l),
// of which quart, pint, cup, fluid ounce, tablespoon and teaspoon are parts. These are the US customary
// measures of NIST SP 811, appendix B; a British pint or a metric cup is another thing and has no unit here.
// A package (a bottle, a bag) is only ever itself, and so is a unit that we don't know. "Some", with no
// quantity, is less than any quantity: some and 2 kg are 2 kg, some and some are some.
#pragma once

#include "core/model/quantity.h"

#include <QtCore/QString>

#include <optional>
#include <span>

namespace larder::grocery {

struct Amount {
    std::optional<model::Thousandths> quantity; // none: some
    QString unit; // as core/grocery/units.h names it; empty: a count

    friend bool operator==(const Amount &, const Amount &) = default;
};

// Pieces and bare numbers count the same things.
bool canAdd(const Amount &a, const Amount &b);

// All of them together, in the largest of their units that holds the sum in exact thousandths. Where none of
// them does (1 kg and 1 lb), in the largest, to the nearest thousandth: the only place where a sum is
// rounded, and once for all of them, so that their order never matters. Nothing when two can't be added, or
// the sum is more than an item can have.
std::optional<Amount> sumOf(std::span<const Amount> amounts);
std::optional<Amount> sumOf(const Amount &a, const Amount &b);

// In another unit of the same sort, to the nearest thousandth; nothing for another sort.
std::optional<Amount> converted(const Amount &amount, QStringView unit);

enum class UnitPreference : quint8 { AsWritten, Metric, Imperial };
// As somebody would rather read it: 1500 g as 1.5 kg, 454 g as 1 lb, 118 ml as half a cup. Rounded to what
// can be weighed and poured, so for showing only; what is stored stays as it was written. Lengths, counts and
// packages stay what they are.
Amount shown(const Amount &amount, UnitPreference preference);

} // namespace larder::grocery
