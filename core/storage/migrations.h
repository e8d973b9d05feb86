// The one way to a schema: every database, new or old, runs the frozen files
// resources/migrations/<folder>/NNNN_what.sql that it has not run yet, each with its version number in one
// transaction. A failed step rolls back and stops with a sentence.
//
// A schema version is major * 1000 + minor, the file's number: 1000, 1001, … A database of a newer minor
// version is opened as it is (newer minors only add), one of a newer major version is refused with
// SchemaTooNew. SQLite keeps the version in user_version, PostgreSQL in table schema_version.
#pragma once

#include "core/storage/database.h"

#include <span>
#include <vector>

namespace larder::storage {

struct Migration {
    int version = 0;
    QString name; // the file's
    QString sql; // statements separated as the file's comment line "-- ;;" says
};

// The migrations in a resource folder (":/larder/migrations/replica"), by version; Internal when a number is
// missing or doubled.
Result<std::vector<Migration>> loadMigrations(const QString &folder);

struct MigrationReport {
    int from = 0; // 0: it was empty
    int to = 0; // above the newest we know: the database is newer
};

Result<MigrationReport> migrate(Database &database, std::span<const Migration> migrations);

} // namespace larder::storage
