// What a walsender and its client say to each other inside the COPY of a replication connection.
//
// Pure: bytes to values and back, every length checked; what is not as the grammar says is Malformed.
//
// Grammar (integers big-endian, times in microseconds since 2000-01-01 UTC):
//   server:  'w' int64 start  int64 walEnd  int64 time  payload          a piece of the log
//            'k' int64 walEnd  int64 time  int8 replyWanted               a keepalive
//   client:  'r' int64 written  int64 flushed  int64 applied  int64 time  int8 replyWanted
//
// Example, a keepalive at log position 0/1A2B that wants a reply:
//   6b 0000000000001a2b 0000000000000000 01
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "server/feed/pgoutput_decoder.h"

#include <array>

namespace larder::server {

struct WalData {
    pgoutput::Lsn walEnd = 0; // how far the server's log was
    QByteArrayView payload; // one pgoutput message, a view into what was given
};

struct Keepalive {
    pgoutput::Lsn walEnd = 0; // up to here everything was sent
    bool replyWanted = false;
};

Result<std::variant<WalData, Keepalive>> readCopyData(QByteArrayView bytes);

// That everything before `confirmed` need not be kept.
std::array<char, 34> standbyStatus(pgoutput::Lsn confirmed, Micros unixTime, bool replyWanted);

// A time of PostgreSQL's as one of ours.
Micros unixTime(qint64 microsSince2000);

} // namespace larder::server
