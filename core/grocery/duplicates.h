// What is on a list twice, because it was added again, or two people added it apart.
//
// Two names are the same thing when they are the same but for case, accents and number, or when the catalogue
// has them for the same grocery, in any language. What merging gives is the sum of the amounts; where those
// are of different sorts (6 eggs and a box of eggs) both stay. Which items count, such as only the open ones,
// is the caller's to say. Pure functions.
#pragma once

#include "core/grocery/amounts.h"
#include "core/grocery/catalogue.h"

#include <vector>

namespace larder::grocery {

struct Listed {
    QString name;
    Amount amount;
};

struct Duplicate {
    std::size_t item = 0; // its place among the items
    std::optional<Amount> merged; // none: their amounts can't be added
};

// The item that is the same thing as what is about to be added: of several one that it can be added to, and
// of those the first. Looks at every item, at a fraction of a microsecond each.
std::optional<Duplicate> findDuplicate(
    const Listed &added, std::span<const Listed> items, const Catalogue &catalogue, Language language);

struct DuplicateGroup {
    std::vector<std::size_t> items; // in their order
    Amount merged;
};

// Each set of two items or more that are the same thing and can be added, by their first item. An item
// without a quantity goes with the first set of its thing.
std::vector<DuplicateGroup> duplicatesAmong(
    std::span<const Listed> items, const Catalogue &catalogue, Language language);

} // namespace larder::grocery
