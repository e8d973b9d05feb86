// An item in words: what its row shows, and what a screen reader says of it.
#pragma once

#include "core/grocery/amounts.h"
#include "core/model/record.h"

#include <map>

namespace larder::app {

grocery::Amount amountOf(const model::Record &item);
// "2 kg", "6"; empty when no quantity was given.
QString amountText(
    const model::Record &item, grocery::UnitPreference units = grocery::UnitPreference::AsWritten);
// "for the pie · 3.49 €"; empty when there is nothing to say.
QString detailText(const model::Record &item, const QString &listCurrency);
// "Milk, 1.5 l, not checked, Dairy".
QString spokenText(
    const model::Record &item, grocery::UnitPreference units = grocery::UnitPreference::AsWritten);
// "34.20 of 80 €"; each currency apart, never added.
QString totalsText(const std::map<QString, qint64> &totals, const QString &listCurrency, qint64 budget);

} // namespace larder::app
