// Asks the store every other second whether it answers, and tells Health; so /ready answers at once, also
// while the database does not. Lives on the main thread.
#pragma once

#include "server/ops/health.h"
#include "server/ops/metrics.h"
#include "server/store/store_pool.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace larder::server {

class StoreWatch final : public QObject {
    Q_OBJECT

public:
    StoreWatch(StorePool &pool, Health &health, Metrics &metrics, const Clock &clock);

    static constexpr std::chrono::milliseconds kEvery { 2'000 };

private:
    void ask();

    StorePool &m_pool;
    Health &m_health;
    const Clock &m_clock;
    Metrics::Histogram &m_answers;
    QTimer m_timer;
    std::optional<Micros> m_asked; // since when an answer is waited for
};

} // namespace larder::server
