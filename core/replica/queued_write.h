// A write as it goes out in a push, with the number under which the outbox has it.
#pragma once

#include "core/protocol/messages.h"

namespace larder::replica {

struct QueuedWrite {
    qint64 entry = 0; // grows; a key, not a position
    protocol::Write write;
};

struct QueueState {
    int queued = 0; // outbox entries, in flight or not
    int failures = 0;
    int failuresOlder = 0; // of those, that are only counted any more
    int conflicts = 0;

    friend bool operator==(const QueueState &, const QueueState &) = default;
};

} // namespace larder::replica
