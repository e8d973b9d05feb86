// A clock that follows another one: for a store that outlives the worlds with their own times.
#pragma once

#include "core/clock.h"

namespace larder::test {

class RelayedClock final : public Clock {
public:
    explicit RelayedClock(const Clock &source)
        : m_source(&source)
    {
    }

    Micros now() const override { return m_source->now(); }
    Micros monotonic() const override { return m_source->monotonic(); }
    void follow(const Clock &source) { m_source = &source; }

private:
    const Clock *m_source;
};

} // namespace larder::test
