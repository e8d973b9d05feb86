// Token buckets: how many attempts somebody has left, by address or by account.
//
// The table is bounded: when more try than it can hold, a hand goes round and takes the place of the fullest
// bucket among the next few, so a flood of made-up names does not give whoever is out of attempts a new
// start. Not thread-safe: lives where the REST server does.
#pragma once

#include "core/clock.h"
#include "core/limits.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <vector>

namespace larder::server {

class RateLimit {
public:
    struct Rate {
        int burst = 20; // attempts at once
        double perMinute = 20; // and then so many
    };

    RateLimit(Rate rate, const Clock &clock, int entries = limits::kRateLimitEntries);

    // Takes an attempt, if there is one. Without: how long until there is.
    std::chrono::seconds take(const QByteArray &who);
    qsizetype watched() const { return qsizetype(m_buckets.size()); }

private:
    struct Bucket {
        QByteArray who;
        double left = 0;
        Micros at {};
    };

    double leftNow(const Bucket &bucket, Micros now) const;
    size_t placeFor(const QByteArray &who, Micros now);

    Rate m_rate;
    const Clock &m_clock;
    const size_t m_entries;
    std::vector<Bucket> m_buckets;
    QHash<QByteArray, size_t> m_places;
    size_t m_hand = 0;
};

} // namespace larder::server
