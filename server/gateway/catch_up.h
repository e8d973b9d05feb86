// The pages by which sessions that are behind come back: from what is at hand, else from the store.
//
// Sessions that want the same page get one: a thousand clients that come back at the same version cost a read
// or two and one encoding. The store says, in the page's own snapshot, which of them may have it; so who
// comes when it is being read already, and was not named, waits for the next reading of it together with all
// who come meanwhile. Lives on its worker's thread.
#pragma once

#include "server/gateway/gateway_stats.h"
#include "server/gateway/recent.h"
#include "server/gateway/session_action.h"
#include "server/gateway/store_desk.h"

#include <functional>
#include <optional>
#include <vector>

namespace larder::server {

// What several sessions asked for, and whose users may have it.
struct SharedRead {
    PageRead page;
    std::vector<model::UserId> readers;
};

class CatchUp {
public:
    using SessionNumber = quint64;
    using Answered
        = std::function<void(SessionNumber session, quint32 ticket, const Result<PageRead> &answer)>;

    CatchUp(StoreDesk &desk, const Recent &recent, GatewayStats &stats, Answered answered);

    // At once, if it is at hand and the reader may go on from it.
    std::optional<PageRead> atHand(const ReadPage &request) const;
    // Answered later, in a turn of its own.
    void read(SessionNumber session, const ReadPage &request);

private:
    struct Wish {
        model::SpaceId space;
        Position position;
        std::optional<PagePosition> resumeAfter;
        qint64 horizon = 0;

        friend bool operator==(const Wish &, const Wish &) = default;
    };
    struct Waiter {
        SessionNumber session;
        quint32 ticket;
        model::UserId reader;
    };
    struct Flight {
        Wish wish;
        std::vector<model::UserId> readers; // named to the reading that is under way
        std::vector<Waiter> waiters; // for it
        std::vector<Waiter> later; // for the next one
    };

    void begin(Flight &flight);
    void land(const Wish &wish, const Result<SharedRead> &answer);

    StoreDesk &m_desk;
    const Recent &m_recent;
    GatewayStats &m_stats;
    const Answered m_answered;
    std::vector<Flight> m_flights;
};

} // namespace larder::server
