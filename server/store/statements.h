// All SQL of the store. What differs between the dialects is how a set of keys comes in, how a row is locked
// and how far a page may read; the columns of an answer are the same.
//
// The Store's session on PostgreSQL plans each statement once and for ever, so each of them is made to be
// answered from an index whatever the size of the tables (see kSession).
#pragma once

#include "server/store/statement.h"

namespace larder::server::sql {

using namespace Qt::StringLiterals;

// lock_timeout bounds the wait for a transaction that somebody left open in psql. What the server says below
// an error libpq would print on our stderr, between the log's lines.
inline constexpr auto kSession
    = "SET client_min_messages = error; SET standard_conforming_strings = on; SET plan_cache_mode = "
      "force_generic_plan; SET enable_seqscan = off; "
      "SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off; SET lock_timeout = '10s'; "
      "SET idle_in_transaction_session_timeout = '60s'"_L1;
inline constexpr auto kDurability = "SHOW synchronous_commit"_L1;

inline constexpr Statement kBeginWrite { Shape::Plain, "BEGIN"_L1, "BEGIN IMMEDIATE"_L1 };
// The triggers leave what this transaction writes as it is.
inline constexpr Statement kAnnounceStore { Shape::Plain, "SET LOCAL larder.store = on"_L1, ""_L1 };
inline constexpr Statement kBeginRead { Shape::Plain, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_L1,
    "BEGIN"_L1 };
inline constexpr Statement kCommit { Shape::Plain, "COMMIT"_L1, "COMMIT"_L1 };
inline constexpr Statement kRollback { Shape::Plain, "ROLLBACK"_L1, "ROLLBACK"_L1 };

// ---- spaces

// Rows are locked after the sort, so in the order of ids. Nothing else may be read here: a statement that
// waited for a lock sees that row as it is now, and every other row as it was before the wait.
inline constexpr Statement kLockSpaces { Shape::Many,
    "SELECT id, kind, version, items, records, (SELECT epoch::text FROM meta) FROM space "
    "WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE"_L1,
    "SELECT id, kind, version, items, records, (SELECT epoch FROM meta) FROM space WHERE id = ?"_L1,
    "SELECT id, kind, version, items, records, (SELECT epoch::text FROM meta) FROM space "
    "WHERE id = $1::uuid FOR NO KEY UPDATE"_L1 };
inline constexpr Statement kTombstones { Shape::Many,
    "SELECT id FROM tombstone WHERE id = ANY($1::uuid[])"_L1, "SELECT id FROM tombstone WHERE id = ?"_L1 };
inline constexpr Statement kRoles {
    Shape::Many,
    "SELECT m.space, m.id, m.role FROM unnest($1::uuid[], $2::uuid[]) AS k(space, id) "
    "JOIN member m ON m.space = k.space AND m.id = k.id WHERE m.deleted IS NOT TRUE"_L1,
    "SELECT space, id, role FROM member WHERE space = ? AND id = ? AND deleted IS NOT TRUE"_L1,
    "SELECT space, id, role FROM member WHERE space = $1::uuid AND id = $2::uuid AND deleted IS NOT TRUE"_L1
};
inline constexpr Statement kCountItems { Shape::Many,
    "SELECT k.id, (SELECT count(*) FROM item WHERE space = k.id AND deleted IS NOT TRUE), "
    "(SELECT count(*) FROM item WHERE space = k.id) + (SELECT count(*) FROM shop WHERE space = k.id) "
    "+ (SELECT count(*) FROM purchase WHERE space = k.id) FROM unnest($1::uuid[]) AS k(id)"_L1,
    "SELECT k.id, (SELECT count(*) FROM item WHERE space = k.id AND deleted IS NOT TRUE), "
    "(SELECT count(*) FROM item WHERE space = k.id) + (SELECT count(*) FROM shop WHERE space = k.id) "
    "+ (SELECT count(*) FROM purchase WHERE space = k.id) FROM (SELECT ? AS id) k"_L1 };
inline constexpr Statement kInsertSpaces { Shape::Many,
    "INSERT INTO space (id, kind, version, items, records, created, moved_by, moved_at) "
    "SELECT id, kind, version, items, records, created, pg_current_xact_id(), now() FROM "
    "unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::integer[], $5::integer[], $6::bigint[]) "
    "AS t(id, kind, version, items, records, created)"_L1,
    "INSERT INTO space (id, kind, version, items, records, created) VALUES (?, ?, ?, ?, ?, ?)"_L1 };
inline constexpr Statement kMoveSpaces { Shape::Many,
    "UPDATE space s SET version = t.version, items = t.items, records = t.records, "
    "moved_by = pg_current_xact_id(), moved_at = now() "
    "FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::uuid[]) AS t(version, items, records, id) "
    "WHERE s.id = t.id"_L1,
    "UPDATE space SET version = ?, items = ?, records = ? WHERE id = ?"_L1,
    "UPDATE space SET version = $1::bigint, items = $2::integer, records = $3::integer, "
    "moved_by = pg_current_xact_id(), moved_at = now() WHERE id = $4::uuid"_L1 };
inline constexpr Statement kMoveHorizon { Shape::Single,
    "UPDATE space SET horizon = greatest(horizon, $1::bigint), records = records - $2::integer "
    "WHERE id = $3::uuid"_L1,
    "UPDATE space SET horizon = max(horizon, ?), records = records - ? WHERE id = ?"_L1 };
// A trigger leaves the tombstone and takes the rows along.
inline constexpr Statement kDeleteSpace { Shape::Single, "DELETE FROM space WHERE id = $1::uuid"_L1,
    "DELETE FROM space WHERE id = ?"_L1 };

inline constexpr Statement kSpace { Shape::Single,
    "SELECT kind, version, horizon FROM space WHERE id = $1::uuid"_L1,
    "SELECT kind, version, horizon FROM space WHERE id = ?"_L1 };
inline constexpr Statement kSpacesOf { Shape::Single,
    "SELECT s.id, s.kind, m.role, s.version FROM member m JOIN space s ON s.id = m.space "
    "WHERE m.id = $1::uuid AND m.deleted IS NOT TRUE ORDER BY s.id"_L1,
    "SELECT s.id, s.kind, m.role, s.version FROM member m JOIN space s ON s.id = m.space "
    "WHERE m.id = ? AND m.deleted IS NOT TRUE ORDER BY s.id"_L1 };
inline constexpr Statement kSpacesOfMany { Shape::Many,
    "SELECT m.id, s.id, s.kind, m.role, s.version FROM unnest($1::uuid[]) AS k(id) "
    "JOIN member m ON m.id = k.id JOIN space s ON s.id = m.space WHERE m.deleted IS NOT TRUE ORDER BY s.id"_L1,
    "SELECT m.id, s.id, s.kind, m.role, s.version FROM member m JOIN space s ON s.id = m.space "
    "WHERE m.id = ? AND m.deleted IS NOT TRUE ORDER BY s.id"_L1 };
inline constexpr Statement kAccess { Shape::Single,
    "SELECT s.kind, m.role, s.version FROM member m JOIN space s ON s.id = m.space "
    "WHERE m.space = $1::uuid AND m.id = $2::uuid AND m.deleted IS NOT TRUE"_L1,
    "SELECT s.kind, m.role, s.version FROM member m JOIN space s ON s.id = m.space "
    "WHERE m.space = ? AND m.id = ? AND m.deleted IS NOT TRUE"_L1 };
// Whether the user was a member once, and whether the space was deleted.
inline constexpr Statement kWhatBecame { Shape::Many,
    "SELECT k.space, k.id, (SELECT true FROM member m WHERE m.space = k.space AND m.id = k.id), "
    "(SELECT true FROM tombstone t WHERE t.id = k.space) FROM unnest($1::uuid[], $2::uuid[]) AS k(space, id)"_L1,
    "SELECT k.space, k.id, EXISTS (SELECT 1 FROM member m WHERE m.space = k.space AND m.id = k.id), "
    "EXISTS (SELECT 1 FROM tombstone t WHERE t.id = k.space) FROM (SELECT ? AS space, ? AS id) k"_L1 };

// ---- members

inline constexpr Statement kCountSpacesOf { Shape::Single,
    "SELECT count(*) FROM member WHERE id = $1::uuid AND deleted IS NOT TRUE"_L1,
    "SELECT count(*) FROM member WHERE id = ? AND deleted IS NOT TRUE"_L1 };
inline constexpr Statement kMembers { Shape::Single,
    "SELECT id, role, name FROM member WHERE space = $1::uuid AND deleted IS NOT TRUE ORDER BY id"_L1,
    "SELECT id, role, name FROM member WHERE space = ? AND deleted IS NOT TRUE ORDER BY id"_L1 };
inline constexpr Statement kNameOf { Shape::Single, "SELECT name FROM person WHERE id = $1::uuid"_L1,
    "SELECT name FROM person WHERE id = ?"_L1 };

// ---- records of a kind

inline constexpr Statement kReadRecords { Shape::Many,
    "SELECT {columns} FROM unnest($1::uuid[], $2::uuid[]) AS k(k_space, k_id) "
    "JOIN {table} ON space = k_space AND id = k_id"_L1,
    "SELECT {columns} FROM {table} WHERE space = ? AND id = ?"_L1,
    "SELECT {columns} FROM {table} WHERE space = $1::uuid AND id = $2::uuid"_L1 };
// Apart, because PostgreSQL pays for an ON CONFLICT with a third more work for each row. The lock on the
// space keeps everybody else from bringing the same row meanwhile. The values are unnested side by side in a
// select list, which makes one row after the other; in FROM each column would be stored first.
inline constexpr Statement kInsertRecords { Shape::Many,
    "INSERT INTO {table} ({columns}) SELECT {values} FROM (SELECT {unnested}) AS t"_L1,
    "INSERT INTO {table} ({columns}) VALUES ({marks})"_L1,
    "INSERT INTO {table} ({columns}) VALUES ({numbers})"_L1, 4 };
inline constexpr Statement kUpdateRecords { Shape::Many,
    "UPDATE {table} r SET {new_values} FROM (SELECT {values} FROM (SELECT {unnested}) AS t) AS t({columns}) "
    "WHERE r.space = t.space AND r.id = t.id"_L1,
    "INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT (space, id) DO UPDATE SET {excluded}"_L1,
    "UPDATE {table} SET {numbered} WHERE space = $1::uuid AND id = $2::uuid"_L1, 4 };
// By version and id from a place on. SQLite is asked for one row after the other and stopped; PostgreSQL
// would send them all, so it also adds up the length of their texts and leaves the row that passes a page's
// bytes as the last.
inline constexpr Statement kPageRecords { Shape::Single,
    "SELECT {columns} FROM (SELECT *, sum({bytes}) OVER (ORDER BY version, id) - ({bytes}) AS "
    "preceding_bytes FROM "
    "(SELECT * FROM {table} WHERE space = $1::uuid AND (version, id) > ($2::bigint, $3::uuid) AND version <= "
    "$4::bigint "
    "AND version > 0 ORDER BY version, id LIMIT $5::bigint) AS head) AS summed WHERE preceding_bytes <= {page_bytes} ORDER BY version, id"_L1,
    "SELECT {columns} FROM {table} WHERE space = ? AND (version, id) > (?, ?) AND version <= ? "
    "ORDER BY version, id LIMIT ?"_L1 };
inline constexpr Statement kAllRecords { Shape::Single,
    "SELECT {columns} FROM {table} WHERE space = $1::uuid ORDER BY space, id"_L1,
    "SELECT {columns} FROM {table} WHERE space = ? ORDER BY space, id"_L1 };
inline constexpr Statement kLiveRecords { Shape::Single,
    "SELECT {columns} FROM {table} WHERE space = $1::uuid AND deleted IS NOT TRUE ORDER BY space, id"_L1,
    "SELECT {columns} FROM {table} WHERE space = ? AND deleted IS NOT TRUE ORDER BY space, id"_L1 };
// One node at a time: whoever does not get it leaves the work to the one that has it. Until the end of the
// transaction.
inline constexpr Statement kHoldPurge { Shape::Plain,
    "SELECT pg_try_advisory_xact_lock(hashtextextended('larder.purge', 0))"_L1, "SELECT 1"_L1 };
inline constexpr Statement kGravestones { Shape::Single,
    "SELECT {columns} FROM {table} WHERE deleted AND (space, id) > ($1::uuid, $2::uuid) ORDER BY space, id LIMIT $3"_L1,
    "SELECT {columns} FROM {table} WHERE deleted AND (space, id) > (?, ?) ORDER BY space, id LIMIT ?"_L1 };
// Only as it was looked at: what was written since stays.
inline constexpr Statement kForgetRecords { Shape::Many,
    "DELETE FROM {table} USING unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS k(k_space, k_id, k_version) "
    "WHERE space = k_space AND id = k_id AND version = k_version RETURNING id"_L1,
    "DELETE FROM {table} WHERE space = ? AND id = ? AND version = ? RETURNING id"_L1 };

// ---- photos

// Of a reader who has a role.
inline constexpr Statement kPhoto { Shape::Single,
    "SELECT p.media_type, p.bytes FROM photo p JOIN member m ON m.space = p.space "
    "WHERE p.space = $1::uuid AND p.hash = $2::bytea AND m.id = $3::uuid AND m.deleted IS NOT TRUE"_L1,
    "SELECT p.media_type, p.bytes FROM photo p JOIN member m ON m.space = p.space "
    "WHERE p.space = ? AND p.hash = ? AND m.id = ? AND m.deleted IS NOT TRUE"_L1 };
inline constexpr Statement kPhotoSizes { Shape::Single,
    "SELECT count(*), coalesce(sum(size), 0)::bigint, "
    "EXISTS (SELECT FROM photo WHERE space = $1::uuid AND hash = $2::bytea) FROM photo WHERE space = $3::uuid"_L1,
    "SELECT count(*), coalesce(sum(size), 0), "
    "EXISTS (SELECT 1 FROM photo WHERE space = ? AND hash = ?) FROM photo WHERE space = ?"_L1 };
inline constexpr Statement kInsertPhoto { Shape::Single,
    "INSERT INTO photo (space, hash, media_type, size, author, uploaded_at, bytes) "
    "VALUES ($1::uuid, $2::bytea, $3::text, $4::bigint, $5::uuid, $6::bigint, $7::bytea)"_L1,
    "INSERT INTO photo (space, hash, media_type, size, author, uploaded_at, bytes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"_L1 };
// The next after one of them, whether an item shows it, and since when none does.
inline constexpr Statement kPhotosAfter { Shape::Single,
    "SELECT p.space, p.hash, p.unused, EXISTS (SELECT FROM item i WHERE i.space = p.space "
    "AND i.photo = encode(p.hash, 'hex') AND i.deleted IS NOT TRUE) FROM photo p "
    "WHERE (p.space, p.hash) > ($1::uuid, $2::bytea) ORDER BY p.space, p.hash LIMIT $3::bigint"_L1,
    "SELECT p.space, p.hash, p.unused, EXISTS (SELECT 1 FROM item i WHERE i.space = p.space "
    "AND i.photo = lower(hex(p.hash)) AND i.deleted IS NOT TRUE) FROM photo p "
    "WHERE (p.space, p.hash) > (?, ?) ORDER BY p.space, p.hash LIMIT ?"_L1 };
inline constexpr Statement kMarkPhoto { Shape::Single,
    "UPDATE photo SET unused = $1::bigint WHERE space = $2::uuid AND hash = $3::bytea"_L1,
    "UPDATE photo SET unused = ? WHERE space = ? AND hash = ?"_L1 };
// Only if nobody began to show it since it was looked at, or brought it again.
inline constexpr Statement kForgetPhoto { Shape::Single,
    "DELETE FROM photo p WHERE p.space = $1::uuid AND p.hash = $2::bytea AND p.unused = $3::bigint "
    "AND NOT EXISTS (SELECT FROM item i WHERE i.space = p.space AND i.photo = encode(p.hash, 'hex') "
    "AND i.deleted IS NOT TRUE) RETURNING p.space"_L1,
    "DELETE FROM photo WHERE space = ? AND hash = ? AND unused = ? "
    "AND NOT EXISTS (SELECT 1 FROM item i WHERE i.space = photo.space AND i.photo = lower(hex(photo.hash)) "
    "AND i.deleted IS NOT TRUE) RETURNING space"_L1 };

// ---- the database

inline constexpr Statement kEpoch { Shape::Plain, "SELECT epoch::text FROM meta"_L1,
    "SELECT epoch FROM meta"_L1 };
// What tells one copy of the database from another, and does not change while a connection that may write
// lives. The timeline is that of the log being written; the control file has a promotion's only after the
// next checkpoint.
inline constexpr Statement kCopy { Shape::Plain,
    "SELECT c.system_identifier || ' ' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || ' ' || "
    "d.oid || ' ' || 'space'::regclass::oid "
    "FROM pg_control_system() c, pg_database d WHERE d.datname = current_database()"_L1,
    ""_L1 };
inline constexpr Statement kBeginAnew { Shape::Plain, "UPDATE meta SET epoch = gen_random_uuid()"_L1,
    "UPDATE meta SET epoch = lower(hex(randomblob(16)))"_L1 };
inline constexpr Statement kSumOfVersions {
    Shape::Plain, ""_L1,
    "SELECT (SELECT coalesce(sum(version), 0) FROM space) + (SELECT coalesce(sum(version), 0) FROM tombstone)"_L1
};

} // namespace larder::server::sql
