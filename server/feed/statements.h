// All that the feed says to PostgreSQL in words. The slot's name is a quoted identifier's inside, as are the
// names in a list of publications, which is itself a literal.
#pragma once

#include <QtCore/QLatin1StringView>

namespace larder::server::sql {

using namespace Qt::StringLiterals;

inline constexpr auto kCreateSlot
    = "CREATE_REPLICATION_SLOT \"%1\" TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT"_L1;

// The first transaction that begins after the slot is the one that this makes: a snapshot's end would only
// know transactions that have ended.
inline constexpr auto kReadHorizon
    = "SELECT pg_current_xact_id(), EXISTS (SELECT FROM pg_publication WHERE pubname = '%1')"_L1;

inline constexpr auto kStartReplication
    = "START_REPLICATION SLOT \"%1\" LOGICAL 0/0"
      " (proto_version '1', binary 'true', messages 'true', publication_names '\"%2\"')"_L1;

} // namespace larder::server::sql
