// Makes one delivery of each change for all workers, and holds back while they are busy.
//
// At most two rounds are under way at the workers. What is committed meanwhile waits here, and successive
// small changes of one space that wait together become one message: the busier the house, the fewer and
// larger the messages. What waits is bounded: past kFanOutRows or kFanOutBytes only versions and members are
// told, and sessions read the store. The feed's batches are kept until the last worker is done with what was
// made of them, so that a feed that counts them stops reading while workers are slow. Lives on the feed's
// thread, so that a change passes no more threads than it must.
#pragma once

#include "server/feed/feed.h"
#include "server/gateway/delivery.h"
#include "server/gateway/gateway_stats.h"

#include <QtCore/QObject>

#include <unordered_map>
#include <vector>

namespace larder::server {

class FanOut final : public QObject {
    Q_OBJECT

public:
    FanOut(int workers, GatewayStats &stats);

    void take(const std::shared_ptr<const std::vector<larder::server::FeedEvent>> &events);
    void feedInterrupted();
    void feedResumed();
    // A worker is done with one round.
    void acknowledge();

Q_SIGNALS:
    void delivered(const larder::server::Deliveries &deliveries);
    void interrupted();
    void resumed();

private:
    struct Waiting {
        Delivery delivery;
        protocol::Rows rows;
        qsizetype weight = 0;
        bool mergeable = false;
        bool untold = false; // rows were given up
    };

    void add(const Change &change);
    void add(const SpaceDeleted &gone);
    void add(const Skipped &skipped);
    bool mergeInto(Waiting &waiting, const Change &change, qsizetype weight);
    void giveUpRows();
    void flush();

    const int m_workers;
    GatewayStats &m_stats;
    int m_underWay = 0; // rounds, counted once for each worker
    qint64 m_waitingRows = 0;
    qint64 m_waitingBytes = 0;
    std::vector<std::shared_ptr<const void>> m_batches; // of what waits
    std::vector<Waiting> m_waiting;
    std::unordered_map<model::SpaceId, std::size_t> m_newest; // of each space that waits
};

} // namespace larder::server
