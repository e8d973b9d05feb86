#include "tests/bench/ui_pulse.h"

namespace larder::bench {

using namespace std::chrono_literals;

UiPulse::UiPulse()
    : m_thread([this] { beat(); })
{
}

UiPulse::~UiPulse()
{
    stop();
}

void UiPulse::beat()
{
    while (!m_stop) {
        std::this_thread::sleep_for(1ms);
        if (m_waiting.exchange(true)) {
            continue;
        }
        QMetaObject::invokeMethod(
            this,
            [this, posted = now()] {
                m_longest = std::max(m_longest, now() - posted);
                m_waiting = false;
            },
            Qt::QueuedConnection);
    }
}

Moment::duration UiPulse::stop()
{
    m_stop = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
    return m_longest;
}

} // namespace larder::bench
