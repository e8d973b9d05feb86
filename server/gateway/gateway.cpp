#include "server/gateway/gateway.h"

#include "core/logging.h"
#include "server/gateway/worker.h"

#include <QtCore/QSemaphore>

namespace larder::server {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Gateway>> Gateway::listen(const Parts &parts, const Config &config)
{
    std::unique_ptr<Gateway> gateway { new Gateway(parts, config) };
    if (!gateway->m_listener.listen(config.address, config.port)) {
        return Failure(Code::Configuration,
            u"can't listen on %1 port %2 for sync: %3; end what uses it, or change --listen or --sync-port."_s
                .arg(config.address.toString())
                .arg(config.port)
                .arg(gateway->m_listener.errorString()));
    }
    return gateway;
}

Gateway::Gateway(const Parts &parts, const Config &config)
    : m_rules { parts.clock, parts.authenticator }
    , m_listener({ config.connections, config.connectionsPerAddress }, m_stats)
    , m_fanOut(new FanOut(std::max(1, config.workers), m_stats))
{
    m_fanOut->moveToThread(parts.feed.thread());
    for (int i = 0; i < std::max(1, config.workers); ++i) {
        addWorker(parts, config);
    }
    connect(&parts.feed, &Feed::committed, m_fanOut, &FanOut::take);
    connect(&parts.feed, &Feed::interrupted, m_fanOut, &FanOut::feedInterrupted);
    connect(&parts.feed, &Feed::resumed, m_fanOut, &FanOut::feedResumed);
    connect(&m_listener, &Listener::accepted, this, &Gateway::adopt);
}

void Gateway::addWorker(const Parts &parts, const Config &config)
{
    auto thread = std::make_unique<QThread>();
    thread->setObjectName(u"gateway-%1"_s.arg(m_threads.size()));
    auto *worker = new Worker(parts.store, parts.told, m_rules, config.sweepEvery, m_stats);
    worker->moveToThread(thread.get());
    connect(thread.get(), &QThread::started, worker, &Worker::start);
    connect(thread.get(), &QThread::finished, worker, &QObject::deleteLater);
    connect(m_fanOut, &FanOut::delivered, worker, &Worker::deliver);
    connect(m_fanOut, &FanOut::interrupted, worker, &Worker::feedInterrupted);
    connect(m_fanOut, &FanOut::resumed, worker, &Worker::feedResumed);
    connect(worker, &Worker::delivered, m_fanOut, &FanOut::acknowledge);
    connect(worker, &Worker::released, &m_listener, &Listener::release);
    thread->start();
    m_workers.push_back(worker);
    m_threads.push_back(std::move(thread));
}

Gateway::~Gateway()
{
    m_listener.close();
    for (const std::unique_ptr<QThread> &thread : m_threads) {
        thread->quit();
    }
    for (const std::unique_ptr<QThread> &thread : m_threads) {
        thread->wait();
    }
    letFanOutGo();
}

// The feed may be telling it something this moment, and what it counts in goes with us.
void Gateway::letFanOutGo()
{
    if (!m_fanOut->thread()->isRunning() || m_fanOut->thread() == QThread::currentThread()) {
        delete m_fanOut;
        return;
    }
    QSemaphore gone;
    connect(
        m_fanOut, &QObject::destroyed, m_fanOut, [&gone] { gone.release(); }, Qt::DirectConnection);
    m_fanOut->deleteLater();
    gone.acquire();
}

void Gateway::adopt(qintptr descriptor, const QHostAddress &address)
{
    Worker *worker = m_workers[m_turn++ % m_workers.size()];
    const auto held = std::make_shared<Descriptor>(descriptor);
    QMetaObject::invokeMethod(worker, [worker, held, address] { worker->adopt(*held, address); });
}

void Gateway::closeSession(model::SessionId session)
{
    for (Worker *worker : m_workers) {
        QMetaObject::invokeMethod(worker, [worker, session] { worker->closeSession(session); });
    }
}

} // namespace larder::server
