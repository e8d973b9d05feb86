// The SQL of the replica's own tables. What depends on the field table is made in record_statements.cpp.
#pragma once

#include <QtCore/QLatin1StringView>

namespace larder::replica::sql {

using namespace Qt::StringLiterals;

inline constexpr auto kQuickCheck = "PRAGMA quick_check(1)"_L1;
// What was deleted leaves no copy in free pages: signing out forgets, and a salvage finds no old writes.
inline constexpr auto kSecureDelete = "PRAGMA secure_delete = ON"_L1;

inline constexpr auto kMeta = "SELECT key, value FROM meta"_L1;
inline constexpr auto kPutMeta
    = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_L1;

inline constexpr auto kSpaces = "SELECT space, kind, role, version, cursor, renewal, local FROM space"_L1;
inline constexpr auto kPutSpace
    = "INSERT INTO space (space, kind, role, version, cursor, renewal, local) VALUES (?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (space) DO UPDATE SET kind = excluded.kind, role = excluded.role, version = "
      "excluded.version, "
      "cursor = excluded.cursor, renewal = excluded.renewal, local = excluded.local"_L1;
inline constexpr auto kDeleteSpace = "DELETE FROM space WHERE space = ?"_L1;
inline constexpr auto kDeleteSpaces = "DELETE FROM space"_L1;

inline constexpr auto kOutbox = "SELECT entry, parcel, acknowledged FROM outbox ORDER BY entry"_L1;
inline constexpr auto kPutEntry
    = "INSERT INTO outbox (entry, parcel, acknowledged) VALUES (?, ?, ?) ON CONFLICT (entry) DO UPDATE SET "
      "parcel = excluded.parcel, acknowledged = excluded.acknowledged"_L1;
inline constexpr auto kAcknowledgeEntry = "UPDATE outbox SET acknowledged = ? WHERE entry = ?"_L1;
inline constexpr auto kDeleteEntry = "DELETE FROM outbox WHERE entry = ?"_L1;
inline constexpr auto kDeleteOutbox = "DELETE FROM outbox"_L1;

inline constexpr auto kFailures = "SELECT id, parcel, code, message, at FROM failure ORDER BY id"_L1;
inline constexpr auto kFailure = "SELECT id, parcel, code, message, at FROM failure WHERE id = ?"_L1;
inline constexpr auto kCountFailures = "SELECT count(*) FROM failure"_L1;
inline constexpr auto kAddFailure = "INSERT INTO failure (parcel, code, message, at) VALUES (?, ?, ?, ?)"_L1;
inline constexpr auto kDeleteFailure = "DELETE FROM failure WHERE id = ?"_L1;
inline constexpr auto kDeleteFailures = "DELETE FROM failure"_L1;
inline constexpr auto kTrimFailures
    = "DELETE FROM failure WHERE id NOT IN (SELECT id FROM failure ORDER BY id DESC LIMIT ?)"_L1;
inline constexpr auto kOlderFailures = "SELECT value FROM meta WHERE key = 'older_failures'"_L1;

inline constexpr auto kConflicts
    = "SELECT id, space, kind, record, field, stamp, mine, theirs, author, at FROM conflict ORDER BY id"_L1;
inline constexpr auto kCountConflicts = "SELECT count(*) FROM conflict"_L1;
inline constexpr auto kAddConflict
    = "INSERT INTO conflict (space, kind, record, field, stamp, mine, theirs, author, at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (space, kind, record, field, stamp) DO NOTHING"_L1;
inline constexpr auto kDeleteConflict = "DELETE FROM conflict WHERE id = ?"_L1;
inline constexpr auto kDeleteOldestConflicts
    = "DELETE FROM conflict WHERE id IN (SELECT id FROM conflict ORDER BY id DESC LIMIT -1 OFFSET ?)"_L1;
inline constexpr auto kDeleteConflicts = "DELETE FROM conflict"_L1;

} // namespace larder::replica::sql
