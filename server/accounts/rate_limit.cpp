#include "server/accounts/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace larder::server {

// Of how many places the fullest is given up.
static constexpr int kLookedAt = 16;

RateLimit::RateLimit(Rate rate, const Clock &clock, int entries)
    : m_rate(rate)
    , m_clock(clock)
    , m_entries(entries)
{
}

double RateLimit::leftNow(const Bucket &bucket, Micros now) const
{
    const double minutes = double((now - bucket.at).count()) / 60e6;
    return std::min(double(m_rate.burst), bucket.left + minutes * m_rate.perMinute);
}

std::chrono::seconds RateLimit::take(const QByteArray &who)
{
    const Micros now = m_clock.monotonic();
    auto place = m_buckets.find(who);
    if (place == m_buckets.end()) {
        if (m_buckets.size() >= m_entries) {
            makeRoom(now);
        }
        place = m_buckets.insert(who, { double(m_rate.burst), now });
    }
    const double left = leftNow(*place, now);
    if (left < 1) {
        return std::chrono::seconds(qint64(std::ceil((1 - left) * 60 / m_rate.perMinute)));
    }
    *place = { left - 1, now };
    return std::chrono::seconds(0);
}

void RateLimit::makeRoom(Micros now)
{
    if (now - m_cleared > std::chrono::seconds(1)) {
        m_cleared = now;
        m_buckets.removeIf([&](const auto &entry) { return leftNow(entry.value(), now) >= m_rate.burst; });
    }
    if (m_buckets.size() < m_entries) {
        return;
    }
    auto fullest = m_buckets.begin();
    auto each = m_buckets.begin();
    for (int i = 0; i < kLookedAt && each != m_buckets.end(); ++i, ++each) {
        if (leftNow(*each, now) > leftNow(*fullest, now)) {
            fullest = each;
        }
    }
    m_buckets.erase(fullest);
}

} // namespace larder::server
