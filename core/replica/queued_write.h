// A write as it goes out in a push, with the number under which the outbox has it.
#pragma once

#include "core/protocol/messages.h"

#include <algorithm>
#include <vector>

namespace larder::replica {

struct QueuedWrite {
    qint64 entry = 0; // grows; a key, not a position
    protocol::Write write;
};

// What waits, for a person to read: the newest first, without the purchases that go with checks.
struct QueueListing {
    std::vector<QueuedWrite> writes;
    int older = 0; // that are not among them
};

struct QueueState {
    int queued = 0; // outbox entries, in flight or not
    int failures = 0;
    int failuresOlder = 0; // of those, that are only counted any more
    int conflicts = 0;
    int purchases = 0; // of the queued; each goes with the check of an item, and nobody counts it apart

    // As a person counts: what was done and is not sent.
    int waiting() const { return purchases < queued ? queued - purchases : std::min(queued, 1); }
    friend bool operator==(const QueueState &, const QueueState &) = default;
};

} // namespace larder::replica
