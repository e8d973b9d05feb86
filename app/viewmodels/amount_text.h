// Exact amounts as people write and read them: in the locale's digits, with comma or point.
#pragma once

#include "core/model/money.h"
#include "core/model/quantity.h"

#include <optional>

namespace larder::app {

QString quantityText(model::Thousandths quantity);
// Either separator; InvalidValue for what is no such amount.
Result<model::Thousandths> quantityFromText(const QString &text);

// What stands for the currency: its sign, or its code when it has none of its own.
QString signOf(const QString &currency);
// With the currency's sign where the locale puts it; the amount alone, with two digits, when there is no
// currency.
QString moneyText(qint64 minor, const QString &currency);
// The amount without its sign, for a field that is edited.
QString priceText(qint64 minor, const QString &currency);
// The same to be read only: with the locale's groups of thousands.
QString shownPriceText(qint64 minor, const QString &currency);
Result<qint64> priceFromText(const QString &text, const QString &currency);

} // namespace larder::app
