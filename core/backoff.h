// How long to wait before trying again: exponential, with full jitter (Brooker, AWS, 2015).
//
// The whole span is random, so a thousand clients that lost the same server, or the nodes that lost the same
// database, do not come back in one wave.
#pragma once

#include "core/random.h"

#include <chrono>

namespace larder {

struct Backoff {
    std::chrono::milliseconds first;
    std::chrono::milliseconds most;

    // Between 0 and `first` at attempt 1, doubling up to `most`. Any number of an attempt is taken.
    std::chrono::milliseconds wait(int attempt, Random &random) const;
};

} // namespace larder
