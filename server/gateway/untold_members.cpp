#include "server/gateway/untold_members.h"

#include <algorithm>

namespace larder::server {

UntoldMembers::UntoldMembers(Timers &timers, Read read, Compare compare)
    : m_timers(timers)
    , m_read(std::move(read))
    , m_compare(std::move(compare))
{
}

void UntoldMembers::compare(const model::SpaceId &space, qint64 version)
{
    const auto [place, isNew] = m_open.try_emplace(space);
    place->second.version = std::max(place->second.version, version);
    place->second.told = ++m_told;
    if (isNew) {
        ask(space, {});
    }
}

void UntoldMembers::forgetAll()
{
    for (const auto &[space, open] : m_open) {
        m_timers.stop(open.timer);
    }
    m_open.clear();
}

void UntoldMembers::ask(const model::SpaceId &space, std::chrono::milliseconds delay)
{
    const auto place = m_open.find(space);
    if (place == m_open.end()) {
        return;
    }
    m_read(space, place->second.version,
        [this, space, told = place->second.told, delay](
            const Result<std::vector<Member>> &members) { answered(space, told, delay, members); });
}

void UntoldMembers::answered(const model::SpaceId &space, quint64 told, std::chrono::milliseconds delay,
    const Result<std::vector<Member>> &members)
{
    const auto place = m_open.find(space);
    if (place == m_open.end()) {
        return; // forgotten meanwhile
    }
    if (!members) {
        const std::chrono::milliseconds longer = std::min(delay * 2 + kFirstDelay, kLongestDelay);
        place->second.timer = m_timers.start(longer, [this, space, longer] { ask(space, longer); });
    } else if (place->second.told != told) {
        ask(space, {});
    } else {
        m_open.erase(place);
        m_compare(space, *members);
    }
}

} // namespace larder::server
