#include "core/model/uuid7.h"

#include <QtCore/QtEndian>

#include <mutex>

namespace larder::model {

namespace {

// The id made last, without version and variant: 12 and 62 bits after the milliseconds.
struct Last {
    std::mutex mutex;
    quint64 millis = 0;
    quint64 high = 0;
    quint64 low = 0;
};

constexpr quint64 kLowBits = 0x3fff'ffff'ffff'ffffULL;

} // namespace

Uuid makeUuid7(Micros unixTime, Random &random)
{
    static Last last;
    const auto millis = quint64(std::chrono::duration_cast<std::chrono::milliseconds>(unixTime).count());
    // The highest bit of a millisecond's first id is 0, so that steps of up to 2^32 never overflow.
    quint64 high = random.next() & 0x07ff;
    quint64 low = random.next() & kLowBits;
    {
        const std::scoped_lock lock(last.mutex);
        if (millis == last.millis) {
            const quint64 sum = last.low + 1 + (low & 0xffff'ffffULL);
            high = last.high + (sum > kLowBits ? 1 : 0);
            low = sum & kLowBits;
        }
        last.millis = millis;
        last.high = high;
        last.low = low;
    }
    Uuid id;
    qToBigEndian<quint64>((millis << 16) | high | 0x7000, id.bytes.data());
    qToBigEndian<quint64>(low | 0x8000'0000'0000'0000ULL, id.bytes.data() + 8);
    return id;
}

} // namespace larder::model
