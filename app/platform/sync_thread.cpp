#include "app/platform/sync_thread.h"

#include <QtCore/QPromise>

namespace larder::app {

using namespace Qt::StringLiterals;

SyncThread::Parts::Parts(
    std::unique_ptr<replica::Replica> opened, const Files &files, const Clock &clock, Random &random)
    : replica(std::move(opened))
    , tokens(files.tokens)
    , session(tokens, clock)
    , sync(*replica, session, transport, timers, clock, random)
    , photos(session, PhotoFiles(files.photos), timers)
{
    QObject::connect(&sync, &sync::SyncClient::statusChanged, &photos,
        [this](const sync::SyncStatus &status) { photos.setLive(status.phase == sync::Phase::Live); });
}

SyncThread::SyncThread(const Files &files, const Clock &clock, Random &random, model::StampClock &stamps)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    m_opened = promise->future();
    promise->start();
    m_thread.setObjectName(u"replica"_s);
    m_context.moveToThread(&m_thread);
    m_thread.start();
    ask([this, files, promise, &clock, &random, &stamps] {
        auto replica = replica::Replica::open(files.database, clock, stamps);
        if (replica) {
            m_parts = std::make_unique<Parts>(std::move(*replica), files, clock, random);
        }
        promise->addResult(replica ? Result<void>() : Result<void>(Failure(replica.error())));
        promise->finish();
    });
}

SyncThread::~SyncThread()
{
    ask([this] {
        m_parts.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

Result<void> SyncThread::open()
{
    return m_opened.result();
}

void SyncThread::start()
{
    ask([this] { m_parts->session.restore(); });
}

} // namespace larder::app
