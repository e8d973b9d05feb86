// Sessions that ended, on whichever node: their access tokens are refused here from then on, and then `ended`
// lets the gateway take their sockets.
//
// This node's own accounts say so themselves. What ends on another comes by the feed, in the transaction that
// ended it. A node that just started, or whose feed is interrupted, hears nothing: so the table is asked at
// the start, after every resumption, and every few seconds in between.
//
// Lives on the main thread; `end` may be called on any.
#pragma once

#include "core/clock.h"
#include "server/accounts/tokens.h"
#include "server/feed/feed.h"
#include "server/store/store_pool.h"

#include <QtCore/QObject>

namespace larder::server {

class EndedSessions final : public QObject {
    Q_OBJECT

public:
    EndedSessions(StorePool &pool, Tokens &tokens, const Clock &clock, Timers &timers);
    ~EndedSessions() override;

    // While the feed is interrupted, and after a failure.
    static constexpr std::chrono::milliseconds kEvery { 5'000 };

    // Waits for the first answer of the table, and listens to the feed from then on. Call it before anybody
    // can connect.
    Result<void> begin(const Feed &feed);
    void end(model::SessionId session);

Q_SIGNALS:
    // On the thread of whoever called `end`.
    void ended(larder::model::SessionId session);

private:
    void ask();
    void take(const Result<std::vector<model::SessionId>> &sessions);

    StorePool &m_pool;
    Tokens &m_tokens;
    const Clock &m_clock;
    Timers &m_timers;
    Timers::Id m_timer = 0;
    bool m_listening = false; // the feed tells of everything that ends
    bool m_asking = false;
    bool m_askAgain = false; // what is being read may be older than the resumption
};

} // namespace larder::server
