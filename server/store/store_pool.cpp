#include "server/store/store_pool.h"

namespace larder::server {

StorePool::StorePool(storage::Options options, const Clock &clock, Sizes sizes)
    : m_options(std::move(options))
    , m_clock(clock)
{
    const bool sqlite = m_options.dialect == storage::Dialect::Sqlite;
    m_writers.setMaxThreadCount(sqlite ? 1 : std::max(sizes.writers, 1));
    m_readers.setMaxThreadCount(std::max(sizes.readers, 1));
    for (QThreadPool *pool : { &m_writers, &m_readers }) {
        pool->setExpiryTimeout(-1); // a thread that ends takes its connection along
    }
}

StorePool::~StorePool()
{
    m_writers.waitForDone();
    m_readers.waitForDone();
}

Result<std::unique_ptr<StorePool>> StorePool::open(
    const storage::Options &options, const Clock &clock, Sizes sizes)
{
    std::unique_ptr<StorePool> pool(new StorePool(options, clock, sizes));
    const Result<void> opened = pool->write([](Store &) { return Result<void>(); }).result();
    if (!opened) {
        return Failure(opened.error());
    }
    return pool;
}

storage::Dialect StorePool::dialect() const
{
    return m_options.dialect;
}

Result<Store *> StorePool::storeOfThisThread()
{
    if (!m_stores.hasLocalData()) {
        auto opened = Store::open(m_options, m_clock);
        if (!opened) {
            return Failure(opened.error());
        }
        m_stores.setLocalData(opened->release());
    }
    Store *store = m_stores.localData();
    if (auto connected = store->reconnect(); !connected) {
        return Failure(connected.error());
    }
    return store;
}

} // namespace larder::server
