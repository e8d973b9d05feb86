// How the feed is doing, as numbers that any thread may read: the feed writes them, the metrics page reads
// them.
#pragma once

#include <QtCore/qglobal.h>

#include <atomic>

namespace larder::server {

struct FeedStatus {
    std::atomic<bool> streaming = false;
    std::atomic<bool> paused = false; // waits for its readers
    std::atomic<qint64> lagBytes = 0; // of the log that is not handed on, as far as the server told us
    std::atomic<qint64> lagMicros = 0; // from the newest transaction's commit to its handing on
    std::atomic<qint64> transactions = 0;
    std::atomic<qint64> rows = 0;
    std::atomic<qint64> connects = 0; // streams begun; above 1 by as many as were lost
    std::atomic<qint64> failures = 0; // attempts that came to no stream
};

} // namespace larder::server
