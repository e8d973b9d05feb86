// The time of a write, as every replica agrees on it: a hybrid logical clock (Kulkarni et al., 2014) folded
// into one integer, microseconds since 1970 UTC, at least one more than the largest stamp seen. It stays
// below 2^53 until the year 2255, so JSON and JavaScript carry it exactly.
#pragma once

#include "core/clock.h"

#include <atomic>
#include <compare>

namespace larder::model {

struct Stamp {
    qint64 micros = 0; // 0: never written

    static constexpr qint64 kMax = (qint64(1) << 53) - 1;

    bool isNull() const { return micros == 0; }
    // Whether a register may have it.
    bool isValid() const { return micros >= 1 && micros <= kMax; }
    friend bool operator==(const Stamp &, const Stamp &) = default;
    friend auto operator<=>(const Stamp &, const Stamp &) = default;
};

// Hands out stamps that grow. Thread-safe: the UI thread stamps what a person does, the replica thread
// observes what others did, and neither waits for the other.
class StampClock {
public:
    // The next stamp; `correctedNow` is the device's clock plus its known offset to the server's.
    Stamp tick(Micros correctedNow)
    {
        qint64 last = m_last.load(std::memory_order_relaxed);
        qint64 next = 0;
        do {
            next = std::max<qint64>(correctedNow.count(), last + 1);
        } while (!m_last.compare_exchange_weak(last, next, std::memory_order_relaxed));
        return Stamp { next };
    }

    // Every stamp handed out from now on is larger than `seen`.
    void observe(Stamp seen)
    {
        qint64 last = m_last.load(std::memory_order_relaxed);
        while (last < seen.micros
            && !m_last.compare_exchange_weak(last, seen.micros, std::memory_order_relaxed)) { }
    }

    // Takes the clock back after a wrong device clock ran ahead: only when no stamp above `latest` is in use.
    void reset(Stamp latest) { m_last.store(latest.micros, std::memory_order_relaxed); }

    Stamp last() const { return Stamp { m_last.load(std::memory_order_relaxed) }; }

private:
    std::atomic<qint64> m_last = 0;
};

} // namespace larder::model
