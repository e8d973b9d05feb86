// Prices that come into a list whose currency isn't the one that they were written in. Pure.
#pragma once

#include "core/exchange/import_reader.h"

namespace larder::exchange {

// Says for each price what it is in, as the list sees it that it goes to: nothing when that is the list's
// own, which it has from then on. A price that says nothing is in the currency of the list that it comes from
// or, if that has none, in `written`, which the file was read with. A list without a currency has no price in
// its own.
void settleCurrencies(ImportedList &list, model::Currency written, model::Currency target);

} // namespace larder::exchange
