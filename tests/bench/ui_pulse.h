// Feels how responsive the UI thread is: another thread posts it an event every millisecond, one at a time,
// and the longest that one had to wait is the longest that a tap would have.
#pragma once

#include "tests/bench/moment.h"

#include <QtCore/QObject>

#include <atomic>
#include <thread>

namespace larder::bench {

class UiPulse final : public QObject {
public:
    // From now on, on this thread.
    UiPulse();
    ~UiPulse() override;

    // The longest wait so far; it feels no more.
    Moment::duration stop();

private:
    void beat();

    std::atomic<bool> m_stop = false;
    std::atomic<bool> m_waiting = false;
    Moment::duration m_longest {};
    std::thread m_thread;
};

} // namespace larder::bench
