// Amounts and prices as they stand alone in a cell or a member: "2", "1,5 kg", "½", "3,49 €".
#pragma once

#include "core/grocery/amounts.h"
#include "core/grocery/entry_parser.h"

namespace larder::exchange {

// An amount, or some of it when both are empty or the number is zero. The unit may stand in either; one that
// we don't know stays as it is. Nothing when the quantity is no number.
std::optional<grocery::Amount> readAmountText(
    const QString &quantity, const QString &unit, const grocery::EntryHabits &habits);

// A price of that currency or, if it has none, of what it says itself; a currency none is the list's. Nothing
// when it is no price.
std::optional<model::Money> readPriceText(
    const QString &price, model::Currency currency, const grocery::EntryHabits &habits);

} // namespace larder::exchange
