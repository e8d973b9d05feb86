#include "core/clock.h"

#include <QtCore/QTimer>

namespace larder {

Micros SystemClock::now() const
{
    return std::chrono::duration_cast<Micros>(std::chrono::system_clock::now().time_since_epoch());
}

Micros SystemClock::monotonic() const
{
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch());
}

EventLoopTimers::EventLoopTimers() = default;
EventLoopTimers::~EventLoopTimers() = default;

Timers::Id EventLoopTimers::start(std::chrono::milliseconds delay, std::function<void()> callback)
{
    const Id id = ++m_last;
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, &m_context, [this, id, call = std::move(callback)] {
        // The timer must outlive its own signal, and the callback may start or stop others.
        auto done = m_timers.extract(id);
        done.mapped().release()->deleteLater();
        const auto last = call;
        last();
    });
    timer->start(delay);
    m_timers.emplace(id, std::move(timer));
    return id;
}

void EventLoopTimers::stop(Id id)
{
    m_timers.erase(id);
}

} // namespace larder
