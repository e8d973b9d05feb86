// Puts work to the store's threads and takes the answer back on its own: the worker's one door to the
// database.
//
// Answers that come after it is gone are dropped. Lives on its worker's thread; the work runs on a pool
// thread and touches nothing that is not its own.
#pragma once

#include "server/store/store_pool.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

namespace larder::server {

class StoreDesk final : public QObject {
public:
    StoreDesk(StorePool &pool, QObject *parent)
        : QObject(parent)
        , m_pool(pool)
    {
    }

    // `then` takes what `work` gave, or the error that kept it from being done.
    template<typename Work, typename Then> void read(Work work, Then then)
    {
        wait(m_pool.read(std::move(work)), std::move(then));
    }
    template<typename Work, typename Then> void write(Work work, Then then)
    {
        wait(m_pool.write(std::move(work)), std::move(then));
    }

private:
    template<typename Answer, typename Then> void wait(QFuture<Answer> future, Then then)
    {
        auto *watcher = new QFutureWatcher<Answer>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [watcher, then = std::move(then)] {
            watcher->deleteLater();
            then(watcher->future().takeResult());
        });
        watcher->setFuture(future);
    }

    StorePool &m_pool;
};

} // namespace larder::server
