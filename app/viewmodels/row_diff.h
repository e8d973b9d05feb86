// Where new rows go in an ordered list, as few insertions as possible.
//
// Rows that end up beside each other are inserted together, so a page of two thousand rows that arrive from
// the server costs a view a few hundred signals at most, and usually one.
#pragma once

#include "app/viewmodels/item_row.h"

#include <span>
#include <vector>

namespace larder::app {

struct InsertRun {
    int at = 0; // index once all runs before it were inserted
    int first = 0; // of the new rows
    int count = 0;

    friend bool operator==(const InsertRun &, const InsertRun &) = default;
};

// Both are ordered, and have no place in common.
std::vector<InsertRun> insertRuns(
    std::span<const ItemRow *const> held, std::span<const ItemRow *const> added);

} // namespace larder::app
