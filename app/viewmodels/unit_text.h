// What a unit is called on the screen, for an amount of it.
#pragma once

#include "core/model/quantity.h"

#include <optional>

namespace larder::app {

// "can" or "cans"; what people made up stays as it is.
QString unitText(const QString &unit, model::Thousandths amount);
// "2 kg", "3 cans", "6", "can"; empty for neither.
QString amountText(std::optional<model::Thousandths> quantity, const QString &unit);

} // namespace larder::app
