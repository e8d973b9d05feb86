// A write as it lies in the outbox and among the failures: whole, with its key, and with a checksum.
//
// The checksum lets a salvage tell a write from noise in the pages of a damaged file, and keeps a write whose
// bytes were damaged from ever being pushed. parcel.cpp has the grammar.
#pragma once

#include "core/clock.h"
#include "core/protocol/messages.h"
#include "core/result.h"

namespace larder::replica {

struct Parcel {
    // Written: by a person, who is told when it is refused. Offered: by healing, to a server that lost it.
    enum class Origin : quint8 { Written = 0, Offered = 1 };

    protocol::Write write;
    Micros clockOffset {}; // that its stamps were made with
    Origin origin = Origin::Written;

    friend bool operator==(const Parcel &, const Parcel &) = default;
};

QByteArray pack(const Parcel &parcel);
// Malformed when it is none, or damaged.
Result<Parcel> unpack(QByteArrayView bytes);

} // namespace larder::replica
