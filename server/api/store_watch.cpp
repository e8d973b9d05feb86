#include "server/api/store_watch.h"

#include "server/accounts/persistently.h"

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr std::chrono::seconds kPatience { 5 };

StoreWatch::StoreWatch(StorePool &pool, Health &health, Metrics &metrics, const Clock &clock)
    : m_pool(pool)
    , m_health(health)
    , m_clock(clock)
    , m_answers(metrics.histogram("larder_store_answer_duration_seconds",
          "From a trivial question to the store's answer, waiting for a free connection included."))
{
    connect(&m_timer, &QTimer::timeout, this, &StoreWatch::ask);
    m_timer.start(kEvery);
    ask();
}

void StoreWatch::ask()
{
    const Micros now = m_clock.monotonic();
    if (m_asked) {
        if (now - *m_asked > kPatience) {
            m_health.set("store", false, u"the database does not answer"_s);
        }
        return;
    }
    m_asked = now;
    m_pool.read(persistently([](Store &store) { return store.epoch(); }))
        .then(this, [this](const Result<QString> &epoch) {
            m_answers.observe(double((m_clock.monotonic() - *m_asked).count()) / 1e6);
            m_asked.reset();
            m_health.set("store", epoch.has_value(), epoch ? QString() : u"the database can't be reached"_s);
        });
}

} // namespace larder::server
