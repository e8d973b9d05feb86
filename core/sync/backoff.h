// How long to wait before trying again: exponential, with full jitter (Brooker, AWS, 2015).
//
// The whole span is random, so a thousand clients that lost the same server do not come back in one wave.
#pragma once

#include "core/random.h"

#include <chrono>

namespace larder::sync {

// Between 0 and kBackoffFirst at attempt 1, doubling up to kBackoffMax.
std::chrono::milliseconds backoff(int attempt, Random &random);

} // namespace larder::sync
