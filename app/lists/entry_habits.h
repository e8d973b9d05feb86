// How whoever uses this device writes numbers and money, for what they type into a list.
#pragma once

#include "core/grocery/entry_parser.h"

namespace larder::app {

// With the currency of the list, or that of where one is when the list has none.
grocery::EntryHabits entryHabits(const QString &listCurrency);

} // namespace larder::app
