// Time that a test turns by hand: a week of reconnects runs in a millisecond, and the same each time.
//
// VirtualTime is the one course of events; clocks and timers of several devices hang on it. A clock may be
// wrong by any amount, and its timers die with the device.
#pragma once

#include "core/clock.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace larder::test {

class VirtualTime {
public:
    using Id = quint64;

    Micros elapsed() const { return m_elapsed; }
    // Runs `callback` when `delay` has gone by; of several at one moment, the one that was asked for first.
    Id after(Micros delay, std::function<void()> callback);
    void cancel(Id id);

    // Lets the time go by and runs what becomes due meanwhile.
    void advance(Micros span);
    // Goes to the next moment at which something is due, and runs that. False when nothing is.
    bool step();
    std::optional<Micros> nextDue() const;

private:
    struct Moment {
        Micros due;
        Id id;
        auto operator<=>(const Moment &) const = default;
    };
    std::map<Moment, std::function<void()>> m_queue;
    std::map<Id, Micros> m_dues;
    Micros m_elapsed {};
    Id m_last = 0;
};

class ManualClock final : public Clock {
public:
    static constexpr Micros kEpoch = std::chrono::hours(24 * 365 * 56); // about 2026

    explicit ManualClock(const VirtualTime &time, Micros skew = {})
        : m_time(time)
        , m_skew(skew)
    {
    }

    Micros now() const override { return kEpoch + m_time.elapsed() + m_skew; }
    Micros monotonic() const override { return m_time.elapsed() + std::chrono::hours(1); }

    // Somebody sets the clock, or the device slept.
    void jump(Micros by) { m_skew += by; }
    Micros skew() const { return m_skew; }

private:
    const VirtualTime &m_time;
    Micros m_skew;
};

class ManualTimers final : public Timers {
public:
    explicit ManualTimers(VirtualTime &time)
        : m_time(time)
    {
    }
    ~ManualTimers() override;
    Q_DISABLE_COPY_MOVE(ManualTimers)

    Id start(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void stop(Id id) override;
    int running() const { return int(m_running.size()); }

private:
    VirtualTime &m_time;
    std::set<Id> m_running;
};

} // namespace larder::test
