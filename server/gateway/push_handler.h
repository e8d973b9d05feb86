// Carries pushes to the store and their answers back.
//
// On SQLite there is no log to read commits from: the thread that writes tells the feed, after the commit and
// before its next transaction, so that the feed's order is that of commits. Lives on its worker's thread.
#pragma once

#include "server/feed/in_process_feed.h"
#include "server/gateway/gateway_stats.h"
#include "server/gateway/session_action.h"
#include "server/gateway/store_desk.h"

#include <functional>

namespace larder::server {

class PushHandler {
public:
    using SessionNumber = quint64;
    using Answered
        = std::function<void(SessionNumber session, qint64 seq, const Result<PushOutcome> &outcome)>;

    // `feed`: only when it has to be told.
    PushHandler(
        StoreDesk &desk, InProcessFeed *feed, const Clock &clock, GatewayStats &stats, Answered answered);

    void run(SessionNumber session, RunPush action);

private:
    StoreDesk &m_desk;
    InProcessFeed *m_feed;
    const Clock &m_clock;
    GatewayStats &m_stats;
    const Answered m_answered;
};

} // namespace larder::server
