#include "server/gateway/push_handler.h"

namespace larder::server {

PushHandler::PushHandler(
    StoreDesk &desk, InProcessFeed *feed, const Clock &clock, GatewayStats &stats, Answered answered)
    : m_desk(desk)
    , m_feed(feed)
    , m_clock(clock)
    , m_stats(stats)
    , m_answered(std::move(answered))
{
}

void PushHandler::run(SessionNumber session, RunPush action)
{
    const Micros begun = m_clock.monotonic();
    const qint64 seq = action.push.seq;
    auto work = [author = action.author, writes = std::move(action.push.writes), epoch = action.epoch,
                    feed = m_feed](Store &store) {
        Result<PushOutcome> outcome = store.push(author, writes, epoch);
        if (outcome && feed != nullptr) {
            feed->publish(*outcome);
        }
        return outcome;
    };
    m_desk.write(std::move(work), [this, session, seq, begun](const Result<PushOutcome> &outcome) {
        m_stats.pushAnswered((m_clock.monotonic() - begun).count());
        m_answered(session, seq, outcome);
    });
}

} // namespace larder::server
