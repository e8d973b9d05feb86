// The gateway's numbers, which /metrics reads: counters that its threads write (listener, fan-out, workers)
// and any thread may read.
//
// One of the few places with atomics; nothing is decided by them, so every access is relaxed.
#pragma once

#include <QtCore/qglobal.h>

#include <array>
#include <atomic>

namespace larder::server {

class Counter {
public:
    void add(qint64 amount = 1) { m_value.fetch_add(amount, std::memory_order_relaxed); }
    qint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<qint64> m_value = 0;
};

struct GatewayStats {
    // Now
    Counter connections; // sockets, from accept to close
    Counter sessions; // past the upgrade to a WebSocket
    Counter open; // past the welcome
    Counter parked; // with more unsent bytes than they may have

    // Since the start
    Counter refusedConnections; // over a limit
    Counter received; // messages of clients
    Counter deliveredMessages; // of rows, live and of pages
    Counter deliveredRows;
    Counter sentBytes;
    Counter encoded; // Rows messages made of changes; each goes to many
    Counter pagesRead; // from the store
    Counter pagesShared; // answered by a read that another had begun
    Counter pagesRecent; // answered by what was at hand
    Counter skipped; // changes too many to hold for busy workers
    Counter cutOff; // clients that neither read nor went away

    // From a push's arrival to its answer: how many took no longer than each bound, in microseconds.
    static constexpr std::array<qint64, 12> kPushBounds = { 500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000,
        100'000, 250'000, 500'000, 1'000'000, 5'000'000 };
    std::array<Counter, kPushBounds.size()> pushesWithin; // each counts those of the smaller bounds too
    Counter pushes;
    Counter pushMicros;

    void pushAnswered(qint64 micros)
    {
        pushes.add();
        pushMicros.add(micros);
        for (std::size_t i = 0; i < kPushBounds.size(); ++i) {
            if (micros <= kPushBounds[i]) {
                pushesWithin[i].add();
            }
        }
    }
};

} // namespace larder::server
