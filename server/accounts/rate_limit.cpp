#include "server/accounts/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace larder::server {

// How many buckets the hand looks at to find a place.
static constexpr size_t kLookedAt = 16;

RateLimit::RateLimit(Rate rate, const Clock &clock, int entries)
    : m_rate(rate)
    , m_clock(clock)
    , m_entries(size_t(entries))
{
}

double RateLimit::leftNow(const Bucket &bucket, Micros now) const
{
    const double minutes = double((now - bucket.at).count()) / 60e6;
    return std::min(double(m_rate.burst), bucket.left + minutes * m_rate.perMinute);
}

size_t RateLimit::placeFor(const QByteArray &who, Micros now)
{
    const Bucket full { who, double(m_rate.burst), now };
    if (m_buckets.size() < m_entries) {
        m_buckets.push_back(full);
        return m_buckets.size() - 1;
    }
    size_t fullest = m_hand;
    for (size_t i = 0; i < kLookedAt; ++i, m_hand = (m_hand + 1) % m_buckets.size()) {
        if (leftNow(m_buckets[m_hand], now) > leftNow(m_buckets[fullest], now)) {
            fullest = m_hand;
        }
    }
    m_places.remove(m_buckets[fullest].who);
    m_buckets[fullest] = full;
    return fullest;
}

std::chrono::seconds RateLimit::take(const QByteArray &who)
{
    const Micros now = m_clock.monotonic();
    auto place = m_places.find(who);
    if (place == m_places.end()) {
        place = m_places.insert(who, placeFor(who, now));
    }
    Bucket &bucket = m_buckets[*place];
    const double left = leftNow(bucket, now);
    if (left < 1) {
        const double minutes = (1 - left) / m_rate.perMinute;
        return std::max(
            std::chrono::seconds(1), std::chrono::seconds(std::lround(std::ceil(minutes * 60 - 1e-6))));
    }
    bucket.left = left - 1;
    bucket.at = now;
    return std::chrono::seconds(0);
}

} // namespace larder::server
