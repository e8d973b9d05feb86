#include "core/model/uuid7.h"

#include <QtCore/QtEndian>

namespace larder::model {

Uuid makeUuid7(Micros unixTime, Random &random)
{
    const auto millis = quint64(std::chrono::duration_cast<std::chrono::milliseconds>(unixTime).count());
    Uuid id;
    qToBigEndian<quint64>((millis << 16) | (random.next() & 0x0fff) | 0x7000, id.bytes.data());
    qToBigEndian<quint64>((random.next() & 0x3fff'ffff'ffff'ffffULL) | 0x8000'0000'0000'0000ULL, id.bytes.data() + 8);
    return id;
}

} // namespace larder::model
