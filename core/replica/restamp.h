// Stamps of queued writes that were made while the device's clock was wrong.
#pragma once

#include "core/replica/context.h"

namespace larder::replica {

// Moves the stamps that were made with another offset than `offset` by the difference, and those then still
// further in the future than the server accepts to now; their order stays. Rows and outbox in the caller's
// transaction. A space where a stamp moved back is taken anew, because a later write of somebody else's may
// have lost to the wrong stamp here.
Result<void> restampQueue(Context &context, Micros offset);

} // namespace larder::replica
