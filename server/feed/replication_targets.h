// The addresses behind a libpq connection string, one connection attempt each.
//
// libpq itself walks several hosts, but without blocking it has no time-out for one of them, and it looks
// names up in the caller's thread: a host that swallows packets would keep the feed from its healthy sibling
// for minutes. So the feed tries one address at a time with its own time-out; all other settings stay libpq's
// to understand.
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>
#include <vector>

class QHostAddress;
struct pg_conn;

namespace larder::server {

struct ReplicationTarget {
    QByteArray host; // a name, an address or a socket's directory; empty: libpq's default
    QByteArray address; // of that host, where it is known
    QByteArray port; // empty: libpq's default

    bool needsLookup() const;
    QByteArray describe() const; // for the log
};

struct ReplicationTargets {
    std::vector<ReplicationTarget> targets; // empty only before it was parsed
    std::vector<std::pair<QByteArray, QByteArray>> settings; // everything but host, hostaddr and port

    // A name gives way to its addresses, which are tried in its place and order.
    void replaceByAddresses(std::size_t index, const QList<QHostAddress> &addresses);
    // libpq's PQconnectStart, in replication mode. What the operator did not set about dead peers is set.
    pg_conn *startConnecting(const ReplicationTarget &target) const;
};

// Configuration when libpq does not understand the string.
Result<ReplicationTargets> parseTargets(const QByteArray &conninfo);

} // namespace larder::server
