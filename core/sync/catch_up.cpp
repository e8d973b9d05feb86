#include "core/sync/catch_up.h"

#include <algorithm>

namespace larder::sync {

using replica::Replica;

void CatchUp::await(const protocol::Cursor &since, qint64 wanted, Micros now)
{
    m_behind.insert_or_assign(since.space, Behind { wanted, since.version, false, now });
}

void CatchUp::want(const protocol::Cursor &since, qint64 wanted, Micros now)
{
    m_behind.insert_or_assign(since.space, Behind { wanted, since.version, true, now });
}

void CatchUp::took(const protocol::Rows &rows, Replica::Applied applied, qint64 cursor, Micros now)
{
    const auto found = m_behind.find(rows.space);
    if (applied == Replica::Applied::Gap) {
        if (found == m_behind.end()) {
            want({ rows.space, cursor }, rows.to, now);
        } else {
            found->second.wanted = std::max(found->second.wanted, rows.to);
        }
        return;
    }
    if (found == m_behind.end()) {
        return;
    }
    Behind &behind = found->second;
    if (cursor >= behind.wanted && !rows.more) {
        m_behind.erase(found);
        return;
    }
    if (applied == Replica::Applied::Yes) {
        behind.progressAt = now;
    }
    const bool ends = rows.last && !rows.more;
    if (!ends || behind.due || rows.from < behind.since) {
        return;
    }
    if (cursor > behind.since) {
        want({ rows.space, cursor }, behind.wanted, now);
    } else {
        m_behind.erase(found);
    }
}

std::vector<protocol::Pull> CatchUp::due() const
{
    std::vector<protocol::Pull> pulls;
    for (const auto &[space, behind] : m_behind) {
        if (behind.due) {
            pulls.push_back({ space, behind.since });
        }
    }
    std::ranges::sort(pulls, {}, &protocol::Pull::space);
    return pulls;
}

void CatchUp::sent(const protocol::Pull &pull, Micros now)
{
    await({ pull.space, pull.since }, m_behind[pull.space].wanted, now);
}

std::optional<Micros> CatchUp::waitingSince() const
{
    std::optional<Micros> oldest;
    for (const auto &[space, behind] : m_behind) {
        if (!oldest || behind.progressAt < *oldest) {
            oldest = behind.progressAt;
        }
    }
    return oldest;
}

} // namespace larder::sync
