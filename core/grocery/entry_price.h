// A price in the words of an entry line: a number with a currency, in one word or several, either first.
#pragma once

#include "core/grocery/entry_number.h"
#include "core/grocery/entry_parser.h"
#include "core/grocery/entry_words.h"

namespace larder::grocery {

struct TypedPrice {
    EntryNumber number;
    std::optional<model::Currency> currency; // none: the list's
    std::size_t words = 1;
};

// From this word on: "3,49€", "€ 3.49", "CHF 1'299.00", "1 299,00 €", "2€29", "99 ct", "2,-".
std::optional<TypedPrice> readPrice(const Words &words, std::size_t at, const EntryHabits &habits);

} // namespace larder::grocery
