// How far an SQLite file had come when it was last looked at, in a small file of its own beside it.
//
// A file that is put back from a backup knows nothing of what was written after that, so its next versions
// would be given a second time, and a device that holds the first ones would never notice. What is written
// down here outlives it: a file that has come less far than that begins a new epoch, and the devices bring
// back what they hold. PostgreSQL tells a restored dump by itself.
#pragma once

#include "core/clock.h"
#include "server/store/store_pool.h"

namespace larder::server {

// On the store's thread, before anybody is served; whether the store is older than `path` says, or of another
// epoch: then it may be from before the one that began last. A file that is not there, or that can't be
// understood, says nothing. Storage when it can't be read or the epoch not be changed.
Result<bool> beginAnewIfOlder(Store &store, const QString &path);
// On the store's thread. Storage when it can't be written.
Result<void> writeHighWater(Store &store, const QString &path);

// Writes it down at once, every minute, and at the end, behind all writes. Lives on the main thread.
class HighWater final : public QObject {
    Q_OBJECT

public:
    HighWater(StorePool &pool, Timers &timers, const QString &path);
    ~HighWater() override;

    static constexpr std::chrono::seconds kEvery { 60 };

private:
    QFuture<Result<void>> write();
    void wait();

    StorePool &m_pool;
    Timers &m_timers;
    QString m_path;
    Timers::Id m_timer = 0;
};

} // namespace larder::server
