// Exact amounts as people write and read them: in the locale's digits, with comma or point.
#pragma once

#include "core/model/money.h"
#include "core/model/quantity.h"

#include <optional>

namespace larder::app {

QString quantityText(model::Thousandths quantity);
// Either separator; InvalidValue for what is no such amount.
Result<model::Thousandths> quantityFromText(const QString &text);

// With the currency's sign where the locale puts it; the amount alone, with two digits, when there is no currency.
QString moneyText(qint64 minor, const QString &currency);
// The amount without its sign, for a field that is edited.
QString priceText(qint64 minor, const QString &currency);
Result<qint64> priceFromText(const QString &text, const QString &currency);

} // namespace larder::app
