// A local write on its way to the disk.
#pragma once

#include "core/clock.h"
#include "core/protocol/messages.h"

namespace larder::replica {

struct LocalWrite {
    protocol::Write write;
    Micros clockOffset {}; // that it was stamped with
    qint64 intent = 0; // the caller's number for it, growing; 0 when none
};

} // namespace larder::replica
