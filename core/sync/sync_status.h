// What a person may know about synchronisation at any moment.
#pragma once

#include "core/clock.h"
#include "core/error_code.h"

#include <optional>

namespace larder::sync {

enum class Phase : quint8 {
    SignedOut, // no account, or its session ended: lists stay local
    Offline, // no connection; waiting to try again, or told to stay offline
    Connecting,
    CatchingUp,
    Live,
};

struct SyncStatus {
    Phase phase = Phase::SignedOut;
    std::optional<Code> reason; // why it is not live
    bool manualOffline = false; // the person asked for it
    std::optional<Micros> lastSync; // when everything was last seen to agree
    std::optional<Micros> nextAttempt;

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

} // namespace larder::sync
