// How fast this client speaks: a bucket of messages that fills steadily, somewhat smaller and slower than the
// one with which the server counts them, so that a person who imports a thousand lines is not hung up on.
//
// Kept as the one time at which the bucket would be full again (the generic cell rate algorithm of ITU-T
// I.371).
#pragma once

#include "core/clock.h"
#include "core/limits.h"

#include <algorithm>

namespace larder::sync {

class MessagePace {
public:
    // How long the next message has to wait; 0: not at all. `now` is monotonic.
    Micros wait(Micros now) const { return std::max(Micros(0), m_full - now - kInterval * (kBurst - 1)); }
    // A message was sent.
    void count(Micros now) { m_full = std::max(m_full, now) + kInterval; }
    // A new connection starts with a full bucket.
    void reset() { m_full = Micros(0); }

private:
    static constexpr int kBurst = limits::kMessagesBurst * 4 / 5;
    static constexpr Micros kInterval = Micros(1'000'000 * 5 / (limits::kMessagesPerSecond * 4));

    Micros m_full {};
};

} // namespace larder::sync
