#include "server/gateway/catch_up.h"

#include <algorithm>

namespace larder::server {

namespace {

// On a pool thread.
Result<PageRead> readPage(Store &store, model::UserId reader, const PageRequest &request)
{
    Result<Page> page = store.page(reader, request);
    if (!page) {
        return Failure(page.error());
    }
    PageRead read;
    if (page->reset) {
        read.reset = true;
        return read;
    }
    protocol::Rows rows { request.space, page->from, page->to, page->part, page->last, page->more, std::move(page->rows) };
    read.parcels.push_back(std::make_shared<const Parcel>(std::move(rows), page->resumeAfter));
    return read;
}

} // namespace

CatchUp::CatchUp(StoreDesk &desk, const Recent &recent, GatewayStats &stats, Answered answered)
    : m_desk(desk)
    , m_recent(recent)
    , m_stats(stats)
    , m_answered(std::move(answered))
{
}

std::optional<PageRead> CatchUp::atHand(const ReadPage &request) const
{
    if (request.resumeAfter) {
        return std::nullopt;
    }
    PageRead found { request.ticket, PageRead::Source::Recent, false, m_recent.after(request.space, request.position) };
    if (found.parcels.empty()) {
        return std::nullopt;
    }
    m_stats.pagesRecent.add();
    return found;
}

void CatchUp::read(SessionNumber session, const ReadPage &request)
{
    Wish wish { request.reader, request.space, request.position, request.resumeAfter };
    if (!wish.resumeAfter) {
        wish.position.part = 0; // the store does not know how the feed had cut a version
    }
    const auto same = std::ranges::find(m_flights, wish, &Flight::wish);
    if (same != m_flights.end()) {
        same->waiters.push_back({ session, request.ticket });
        m_stats.pagesShared.add();
        return;
    }
    m_flights.push_back({ wish, { { session, request.ticket } } });
    m_stats.pagesRead.add();
    const PageRequest asked { wish.space, wish.position.version, wish.position.part, wish.resumeAfter };
    m_desk.read([reader = wish.reader, asked](Store &store) { return readPage(store, reader, asked); },
        [this, wish](const Result<PageRead> &answer) { land(wish, answer); });
}

void CatchUp::land(const Wish &wish, Result<PageRead> answer)
{
    const auto place = std::ranges::find(m_flights, wish, &Flight::wish);
    const std::vector<Waiter> waiters = std::move(place->waiters);
    m_flights.erase(place);
    for (const Waiter &waiter : waiters) {
        m_answered(waiter.session, waiter.ticket, answer);
    }
}

} // namespace larder::server
