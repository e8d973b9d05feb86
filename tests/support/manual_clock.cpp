#include "tests/support/manual_clock.h"

namespace larder::test {

VirtualTime::Id VirtualTime::after(Micros delay, std::function<void()> callback)
{
    const Id id = ++m_last;
    const Micros due = m_elapsed + std::max(delay, Micros(0));
    m_queue.emplace(Moment { due, id }, std::move(callback));
    m_dues.emplace(id, due);
    return id;
}

void VirtualTime::cancel(Id id)
{
    const auto due = m_dues.find(id);
    if (due != m_dues.end()) {
        m_queue.erase({ due->second, id });
        m_dues.erase(due);
    }
}

std::optional<Micros> VirtualTime::nextDue() const
{
    if (m_queue.empty()) {
        return std::nullopt;
    }
    return m_queue.begin()->first.due;
}

bool VirtualTime::step()
{
    if (m_queue.empty()) {
        return false;
    }
    auto first = m_queue.extract(m_queue.begin());
    m_dues.erase(first.key().id);
    m_elapsed = std::max(m_elapsed, first.key().due);
    first.mapped()();
    return true;
}

void VirtualTime::advance(Micros span)
{
    const Micros end = m_elapsed + span;
    while (nextDue() && *nextDue() <= end) {
        step();
    }
    m_elapsed = end;
}

ManualTimers::~ManualTimers()
{
    for (const Id id : m_running) {
        m_time.cancel(id);
    }
}

Timers::Id ManualTimers::start(std::chrono::milliseconds delay, std::function<void()> callback)
{
    // The id is known only after it was asked for, so the callback looks it up.
    const auto slot = std::make_shared<Id>();
    *slot = m_time.after(delay, [this, slot, call = std::move(callback)] {
        m_running.erase(*slot);
        call();
    });
    m_running.insert(*slot);
    return *slot;
}

void ManualTimers::stop(Id id)
{
    m_running.erase(id);
    m_time.cancel(id);
}

} // namespace larder::test
