// Token buckets: how many attempts somebody has left, by address or by account.
//
// A bucket that is full again is forgotten, so the table holds only who tried lately; and it is bounded: when more
// try than it can hold, the fullest neighbour's place is taken, which never helps whoever is out of attempts.
// Not thread-safe: lives where the REST server does.
#pragma once

#include "core/clock.h"
#include "core/limits.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

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
    qsizetype watched() const { return m_buckets.size(); }

private:
    struct Bucket {
        double left = 0;
        Micros at {};
    };

    double leftNow(const Bucket &bucket, Micros now) const;
    void makeRoom(Micros now);

    Rate m_rate;
    const Clock &m_clock;
    int m_entries;
    QHash<QByteArray, Bucket> m_buckets;
    Micros m_cleared {}; // when those that are full again were last forgotten
};

} // namespace larder::server
