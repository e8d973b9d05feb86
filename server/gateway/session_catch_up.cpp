// The half of SessionState that follows the versions of spaces.
#include "server/gateway/session_state.h"

#include <algorithm>

namespace larder::server {

void SessionState::delivered(const Delivery &delivery, Actions &actions)
{
    Subscription *held = find(delivery.space);
    if (held == nullptr) {
        return;
    }
    if (delivery.deleted) {
        unsubscribe(delivery.space, protocol::DropReason::Deleted, actions);
        return;
    }
    held->newest = std::max(held->newest, delivery.after);
    if (held->at >= delivery.after) {
        return;
    }
    const bool mayTake = held->whole && !m_parked && !isReading(*held);
    if (mayTake && delivery.parcel && delivery.parcel->follows(held->at)) {
        actions.push_back(SendParcel { delivery.parcel });
        held->at = delivery.after;
    } else {
        m_behind = true;
    }
}

void SessionState::announced(const model::SpaceId &space, std::optional<Position> newest)
{
    Subscription *held = find(space);
    if (held == nullptr) {
        return;
    }
    if (newest) {
        held->newest = std::max(held->newest, *newest);
    } else {
        held->look = true;
    }
    m_behind = true;
}

bool SessionState::isReading(const Subscription &subscription) const
{
    return (m_pageInFlight || m_reading.insideVersion) && m_reading.space == subscription.space;
}

// What is on its way for the space is thrown away when it comes.
void SessionState::forgetReading(const model::SpaceId &space)
{
    if (m_reading.space == space) {
        m_reading = {};
        ++m_ticket;
    }
}

void SessionState::next(Actions &actions)
{
    if (m_phase != SessionPhase::Open || !m_behind || m_parked || m_readPaused || m_pageInFlight) {
        return;
    }
    Subscription *behind = m_reading.insideVersion ? find(m_reading.space) : nullptr;
    for (std::size_t i = 0; i < m_subscriptions.size() && behind == nullptr; ++i) {
        Subscription &candidate = m_subscriptions[(m_next + i) % m_subscriptions.size()];
        if (candidate.look || (candidate.at < candidate.newest && !candidate.late)) {
            behind = &candidate;
        }
    }
    if (behind == nullptr) {
        m_behind = false;
        return;
    }
    m_next = quint32(behind - m_subscriptions.data()) + 1;
    m_reading.space = behind->space;
    m_pageInFlight = true;
    const Position position
        = m_reading.insideVersion ? Position { behind->at.version, m_reading.part } : behind->at;
    actions.push_back(ReadPage { ++m_ticket, m_identity.user, behind->space, position, m_reading.resumeAfter,
        behind->whole, behind->horizon });
}

void SessionState::pageRead(quint32 ticket, const Result<PageRead> &answer, Actions &actions)
{
    m_pageInFlight = false;
    if (ticket != m_ticket || m_phase != SessionPhase::Open) {
        return;
    }
    Subscription *held = find(m_reading.space);
    if (held == nullptr) {
        return;
    }
    if (answer) {
        if (answer->source == PageRead::Source::Recent) {
            takeRecent(*held, *answer, actions);
        } else {
            takePage(*held, *answer, actions);
        }
        return;
    }
    const Code code = answer.error().code;
    if (code == Code::NotAMember || code == Code::SpaceGone) {
        // The store knows before the feed has told us. What became of the space is read, and then said.
        const model::SpaceId space = held->space;
        forgetReading(space);
        m_subscriptions.erase(m_subscriptions.begin() + (held - m_subscriptions.data()));
        actions.push_back(Unsubscribe { space });
        m_asked.push_back(space);
        readSpaces(actions);
        return;
    }
    m_readPaused = true; // until the next sweep
}

void SessionState::takeRecent(Subscription &subscription, const PageRead &page, Actions &actions)
{
    for (const SharedParcel &parcel : page.parcels) {
        if (parcel->after() > subscription.at && parcel->follows(subscription.at)) {
            actions.push_back(SendParcel { parcel });
            subscription.at = parcel->after();
            subscription.newest = std::max(subscription.newest, subscription.at);
            subscription.look = false;
            subscription.late = false;
            subscription.pulled = false;
        }
    }
}

void SessionState::takePage(Subscription &subscription, const PageRead &page, Actions &actions)
{
    m_reading = {};
    if (page.reset) {
        actions.push_back(Send { protocol::Reset { subscription.space } });
        subscription.at = {};
        subscription.whole = false;
        subscription.look = true;
        return;
    }
    subscription.horizon = page.horizon;
    const SharedParcel &parcel = page.parcels.front();
    const bool news = parcel->rowCount() > 0 || parcel->to() != subscription.at.version;
    if (news || subscription.pulled) {
        actions.push_back(SendParcel { parcel });
    }
    subscription.look = false;
    subscription.pulled = false;
    subscription.whole = parcel->isLast() && !parcel->hasMore();
    if (!parcel->isLast()) {
        subscription.at = { parcel->from(), 0 };
        m_reading = { subscription.space, true, parcel->part() + 1, parcel->resumeAfter() };
        return;
    }
    subscription.at = parcel->after();
    if (news) {
        m_readRetries = 0;
        const Position further { parcel->to() + 1, 0 };
        subscription.newest = std::max(subscription.newest, parcel->hasMore() ? further : subscription.at);
        subscription.late = false;
    } else if (subscription.at < subscription.newest && !subscription.late && m_readRetries < kRetries) {
        m_readPaused = true;
        actions.push_back(WakeLater { retryDelay(m_readRetries++) });
    } else {
        // What the feed told does not go away, but it must not keep the other spaces from being read.
        subscription.late = subscription.at < subscription.newest;
        m_readRetries = 0;
    }
}

} // namespace larder::server
