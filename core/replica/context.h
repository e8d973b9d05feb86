// What an operation of the replica works on: the tables within one transaction, the clocks, and the place for
// what is to be told after the commit.
#pragma once

#include "core/model/stamp.h"
#include "core/replica/tables.h"

namespace larder::replica {

struct Context {
    Tables &tables;
    Effects &effects;
    const Clock &clock;
    model::StampClock &stamps;

    // Now, by the server's clock as far as it is known.
    Micros now() const { return clock.now() + tables.meta.clockOffset(); }
};

} // namespace larder::replica
