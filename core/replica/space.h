// A space as this device knows it.
#pragma once

#include "core/protocol/messages.h"

namespace larder::replica {

struct Space {
    protocol::SpaceGrant grant; // version: the server's newest that we heard of
    qint64 cursor = 0; // everything up to here is held
    bool healing = false; // offering what the server may have lost
    bool local = false; // made here and not yet known to the server

    friend bool operator==(const Space &, const Space &) = default;
};

} // namespace larder::replica
