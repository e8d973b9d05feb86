// The SQL of opening, transactions and schema versions. What is kept in a database has its SQL with its
// owner: core/replica/statements.h and server/store/statements.h.
#pragma once

#include <QtCore/QLatin1StringView>

namespace larder::storage::sql {

using namespace Qt::StringLiterals;

// SQLite takes its write lock at once, see transaction.h.
inline constexpr auto kBeginSqlite = "BEGIN IMMEDIATE"_L1;
inline constexpr auto kBeginPostgres = "BEGIN"_L1;
inline constexpr auto kCommit = "COMMIT"_L1;
inline constexpr auto kRollback = "ROLLBACK"_L1;

inline constexpr auto kForeignKeyCheck = "PRAGMA foreign_key_check"_L1;

inline constexpr auto kUserVersion = "PRAGMA user_version"_L1;
inline constexpr auto kSetUserVersion = "PRAGMA user_version = %1"_L1; // pragmas take no bound values

// Held until the transaction ends, by one process of all that share the database.
inline constexpr auto kLockMigrations = "SELECT pg_advisory_xact_lock(7380561)"_L1;
inline constexpr auto kFindSchemaVersion = "SELECT to_regclass('schema_version') IS NOT NULL"_L1;
inline constexpr auto kCreateSchemaVersion
    = "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL, "
      "applied_at timestamptz NOT NULL DEFAULT now())"_L1;
inline constexpr auto kSchemaVersion = "SELECT coalesce(max(version), 0) FROM schema_version"_L1;
inline constexpr auto kAddSchemaVersion = "INSERT INTO schema_version (version, name) VALUES (?, ?)"_L1;

} // namespace larder::storage::sql
