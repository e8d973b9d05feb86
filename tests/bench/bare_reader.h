// The yardstick: a replication connection with pgoutput that reads, notes when each commit arrived, and does
// nothing else. What the feed adds is measured against it in the same run.
//
// A thread of its own reads with libpq; the caller asks for what arrived.
#pragma once

#include "tests/bench/moment.h"

#include <QtCore/QByteArray>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace larder::bench {

class BareReader {
public:
    // Returns when it streams.
    explicit BareReader(const QByteArray &conninfo);
    ~BareReader();
    Q_DISABLE_COPY_MOVE(BareReader)

    // The arrival of each commit so far, once there are as many; fewer when a minute passes.
    std::vector<Moment> commits(std::size_t count);

private:
    void read();
    void take(const char *data, int size);

    struct Connection;
    std::unique_ptr<Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Moment> m_commits;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace larder::bench
