// Time, as an interface: production takes the system's, tests turn their own.
//
// Nothing else in the project asks the system what time it is, sleeps, or starts a timer, so that a test can
// run a week of reconnects in a millisecond and repeat it from a seed.
#pragma once

#include <QtCore/QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

class QTimer;

namespace larder {

using Micros = std::chrono::microseconds;

class Clock {
public:
    virtual ~Clock() = default;

    // Since 1970, UTC. May jump either way when somebody sets the clock.
    virtual Micros now() const = 0;
    // Since an arbitrary start; never jumps.
    virtual Micros monotonic() const = 0;
};

// Thread-safe: it has no state.
class SystemClock final : public Clock {
public:
    Micros now() const override;
    Micros monotonic() const override;
};

// One-shot timers. Callbacks run on the thread that owns the object, from its event loop, never from start().
class Timers {
public:
    using Id = quint64;

    virtual ~Timers() = default;
    virtual Id start(std::chrono::milliseconds delay, std::function<void()> callback) = 0;
    // Stopping a timer that fired or never was is harmless.
    virtual void stop(Id id) = 0;
};

// Timers of the event loop of the thread it was made on.
class EventLoopTimers final : public Timers {
public:
    EventLoopTimers();
    ~EventLoopTimers() override;
    Q_DISABLE_COPY_MOVE(EventLoopTimers)

    Id start(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void stop(Id id) override;

private:
    QObject m_context;
    std::unordered_map<Id, std::unique_ptr<QTimer>> m_timers;
    Id m_last = 0;
};

} // namespace larder
