#include "server/gateway/catch_up.h"

#include "core/limits.h"

#include <algorithm>

namespace larder::server {

namespace {

// On a pool thread.
Result<SharedRead> readPage(Store &store, std::span<const model::UserId> readers, const PageRequest &request)
{
    Result<SharedPage> shared = store.page(readers, request);
    if (!shared) {
        return Failure(shared.error());
    }
    Page &page = shared->page;
    SharedRead read { {}, std::move(shared->readers) };
    read.page.horizon = page.horizon;
    if (page.reset) {
        read.page.reset = true;
        return read;
    }
    protocol::Rows rows { request.space, page.from, page.to, page.part, page.last, page.more,
        std::move(page.rows) };
    read.page.parcels.push_back(std::make_shared<const Parcel>(std::move(rows), page.resumeAfter));
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
    if (request.resumeAfter || !request.whole) {
        return std::nullopt;
    }
    PageRead found { request.ticket, PageRead::Source::Recent, false,
        m_recent.after(request.space, request.position), 0 };
    if (found.parcels.empty()) {
        return std::nullopt;
    }
    m_stats.pagesRecent.add();
    return found;
}

void CatchUp::read(SessionNumber session, const ReadPage &request)
{
    Wish wish { request.space, request.position, request.resumeAfter, request.horizon };
    if (!wish.resumeAfter) {
        wish.position.part = 0; // the store does not know how the feed had cut a version
    }
    const Waiter waiter { session, request.ticket, request.reader };
    const auto same = std::ranges::find(m_flights, wish, &Flight::wish);
    if (same == m_flights.end()) {
        m_flights.push_back({ wish, {}, {}, { waiter } });
        begin(m_flights.back());
        return;
    }
    const bool named = std::ranges::find(same->readers, request.reader) != same->readers.end();
    (named ? same->waiters : same->later).push_back(waiter);
    m_stats.pagesShared.add();
}

// For those who wait, as many users as one reading may name.
void CatchUp::begin(Flight &flight)
{
    std::vector<Waiter> later;
    for (const Waiter &waiter : std::exchange(flight.later, {})) {
        const bool named = std::ranges::find(flight.readers, waiter.reader) != flight.readers.end();
        if (!named && flight.readers.size() == std::size_t(limits::kUsersPerRead)) {
            later.push_back(waiter);
            continue;
        }
        if (!named) {
            flight.readers.push_back(waiter.reader);
        }
        flight.waiters.push_back(waiter);
    }
    flight.later = std::move(later);
    m_stats.pagesRead.add();
    const Wish &wish = flight.wish;
    const PageRequest asked { wish.space, wish.position.version, wish.position.part, wish.resumeAfter,
        wish.horizon };
    m_desk.read([readers = flight.readers, asked](Store &store) { return readPage(store, readers, asked); },
        [this, wish](const Result<SharedRead> &answer) { land(wish, answer); });
}

void CatchUp::land(const Wish &wish, const Result<SharedRead> &answer)
{
    const auto place = std::ranges::find(m_flights, wish, &Flight::wish);
    const std::vector<Waiter> waiters = std::exchange(place->waiters, {});
    place->readers.clear();
    if (place->later.empty()) {
        m_flights.erase(place);
    } else {
        begin(*place);
    }
    const Result<PageRead> refused = Failure(Code::NotAMember);
    const Result<PageRead> given = answer ? Result<PageRead>(answer->page) : Failure(answer.error());
    for (const Waiter &waiter : waiters) {
        const bool mayHave
            = !answer || std::ranges::find(answer->readers, waiter.reader) != answer->readers.end();
        m_answered(waiter.session, waiter.ticket, mayHave ? given : refused);
    }
}

} // namespace larder::server
