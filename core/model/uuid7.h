// UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then version, variant and 74 random bits.
// Ids made on one device sort by their time of making, so new rows land at the end of an index. Those that a
// process makes in a row in one millisecond go up by a random step (§6.2, method 2). Any thread may call it.
#pragma once

#include "core/clock.h"
#include "core/model/uuid.h"
#include "core/random.h"

namespace larder::model {

Uuid makeUuid7(Micros unixTime, Random &random);

} // namespace larder::model
