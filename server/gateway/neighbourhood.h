// What a peer's address is counted as, wherever connections or attempts are bounded per address.
//
// An IPv4 address counts by itself, however it is written. Of an IPv6 address only the network counts, its
// /64: whoever holds one has 2^64 addresses to come from, so a bound on each of them would bound nobody.
#pragma once

#include <QtNetwork/QHostAddress>

namespace larder::server {

QHostAddress neighbourhoodOf(const QHostAddress &address);

} // namespace larder::server
