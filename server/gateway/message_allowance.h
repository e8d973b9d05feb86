// How often one client may speak: a bucket of kMessagesBurst messages that fills by kMessagesPerSecond, kept
// as the one time at which it would be full again (the generic cell rate algorithm of ITU-T I.371).
#pragma once

#include "core/clock.h"
#include "core/limits.h"

#include <algorithm>

namespace larder::server {

class MessageAllowance {
public:
    // Whether one more message is within the bounds. `now` is monotonic.
    bool take(Micros now)
    {
        constexpr Micros kInterval = Micros(1'000'000 / limits::kMessagesPerSecond);
        const Micros full = std::max(m_full, now);
        if (full - now > kInterval * (limits::kMessagesBurst - 1)) {
            return false;
        }
        m_full = full + kInterval;
        return true;
    }

private:
    Micros m_full {};
};

} // namespace larder::server
