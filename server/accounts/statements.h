// All SQL of the accounts.
#pragma once

#include "server/store/statement.h"

namespace larder::server::accounts_sql {

using namespace Qt::StringLiterals;

inline constexpr Statement kInsertPerson { Shape::Single,
    "INSERT INTO person (id, name) VALUES ($1::uuid, $2::text)"_L1,
    "INSERT INTO person (id, name) VALUES (?, ?)"_L1 };
// A row when the address was free.
inline constexpr Statement kInsertAccount { Shape::Single,
    "INSERT INTO account (id, email, email_key, password_hash, created) "
    "VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::bigint) ON CONFLICT (email_key) DO NOTHING RETURNING id"_L1,
    "INSERT INTO account (id, email, email_key, password_hash, created) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (email_key) DO NOTHING RETURNING id"_L1 };
inline constexpr Statement kAccountByEmail { Shape::Single,
    "SELECT a.id, a.email, p.name, a.password_hash FROM account a JOIN person p ON p.id = a.id "
    "WHERE a.email_key = $1::text"_L1,
    "SELECT a.id, a.email, p.name, a.password_hash FROM account a JOIN person p ON p.id = a.id "
    "WHERE a.email_key = ?"_L1 };
inline constexpr Statement kAccountById {
    Shape::Single,
    "SELECT a.id, a.email, p.name, a.password_hash FROM account a JOIN person p ON p.id = a.id "
    "WHERE a.id = $1::uuid"_L1,
    "SELECT a.id, a.email, p.name, a.password_hash FROM account a JOIN person p ON p.id = a.id WHERE a.id = ?"_L1
};
inline constexpr Statement kCountAccounts { Shape::Plain, "SELECT count(*) FROM account"_L1,
    "SELECT count(*) FROM account"_L1 };

// ---- sessions

inline constexpr Statement kInsertSession { Shape::Single,
    "INSERT INTO session (id, account, device, created, seen) "
    "VALUES ($1::uuid, $2::uuid, $3::text, $4::bigint, $5::bigint)"_L1,
    "INSERT INTO session (id, account, device, created, seen) VALUES (?, ?, ?, ?, ?)"_L1 };
inline constexpr Statement kSeenSession { Shape::Single,
    "UPDATE session SET seen = $1::bigint WHERE id = $2::uuid"_L1,
    "UPDATE session SET seen = ? WHERE id = ?"_L1 };
// On PostgreSQL every node hears of it through the log, with the commit.
inline constexpr Statement kRevokeSession { Shape::Single,
    "WITH ended AS (UPDATE session SET revoked = $1::bigint WHERE id = $2::uuid AND revoked IS NULL "
    "RETURNING id) "
    "SELECT id, pg_logical_emit_message(true, 'larder.session', id::text) FROM ended"_L1,
    "UPDATE session SET revoked = ? WHERE id = ? AND revoked IS NULL RETURNING id"_L1 };
// All but the newest: the others of an account that has too many. Told like those.
inline constexpr Statement kTrimSessions { Shape::Single,
    "WITH ended AS (UPDATE session SET revoked = $1::bigint "
    "WHERE account = $2::uuid AND revoked IS NULL AND id NOT IN (SELECT id FROM session "
    "WHERE account = $3::uuid AND revoked IS NULL ORDER BY seen DESC, id DESC LIMIT $4::bigint) RETURNING "
    "id) "
    "SELECT id, pg_logical_emit_message(true, 'larder.session', id::text) FROM ended"_L1,
    "UPDATE session SET revoked = ? WHERE account = ? AND revoked IS NULL AND id NOT IN (SELECT id FROM "
    "session "
    "WHERE account = ? AND revoked IS NULL ORDER BY seen DESC, id DESC LIMIT ?) RETURNING id"_L1 };
inline constexpr Statement kDropEndedSessions { Shape::Single,
    "DELETE FROM session WHERE account = $1::uuid AND revoked < $2::bigint"_L1,
    "DELETE FROM session WHERE account = ? AND revoked < ?"_L1 };
inline constexpr Statement kSessionsEndedSince { Shape::Single,
    "SELECT id FROM session WHERE revoked > $1::bigint"_L1, "SELECT id FROM session WHERE revoked > ?"_L1 };
// Some of those that ended before, or that no token leads to any more. A row for each.
inline constexpr Statement kForgetSessions { Shape::Single,
    "DELETE FROM session WHERE id IN (SELECT s.id FROM session s WHERE s.revoked < $1::bigint "
    "OR (s.revoked IS NULL AND s.created < $2::bigint "
    "AND NOT EXISTS (SELECT FROM refresh_token t WHERE t.session = s.id)) LIMIT $3::bigint) RETURNING id"_L1,
    "DELETE FROM session WHERE id IN (SELECT s.id FROM session s WHERE s.revoked < ? "
    "OR (s.revoked IS NULL AND s.created < ? "
    "AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.session = s.id)) LIMIT ?) RETURNING id"_L1 };

// ---- refresh tokens

inline constexpr Statement kInsertToken { Shape::Single,
    "INSERT INTO refresh_token (hash, session, created, expires) "
    "VALUES ($1::bytea, $2::uuid, $3::bigint, $4::bigint)"_L1,
    "INSERT INTO refresh_token (hash, session, created, expires) VALUES (?, ?, ?, ?)"_L1 };
inline constexpr Statement kSessionOfToken { Shape::Single,
    "SELECT session FROM refresh_token WHERE hash = $1::bytea"_L1,
    "SELECT session FROM refresh_token WHERE hash = ?"_L1 };
// Two requests with tokens of one session wait for each other here. SQLite has but one writer.
inline constexpr Statement kLockSession { Shape::Single,
    "SELECT account, revoked FROM session WHERE id = $1::uuid FOR UPDATE"_L1,
    "SELECT account, revoked FROM session WHERE id = ?"_L1 };
inline constexpr Statement kToken { Shape::Single,
    "SELECT expires, used, replaced_by FROM refresh_token WHERE hash = $1::bytea"_L1,
    "SELECT expires, used, replaced_by FROM refresh_token WHERE hash = ?"_L1 };
inline constexpr Statement kUseToken { Shape::Single,
    "UPDATE refresh_token SET used = coalesce(used, $1::bigint), replaced_by = $2::bytea WHERE hash = $3::bytea"_L1,
    "UPDATE refresh_token SET used = coalesce(used, ?), replaced_by = ? WHERE hash = ?"_L1 };
inline constexpr Statement kSupersedeToken { Shape::Single,
    "UPDATE refresh_token SET replaced_by = $1::bytea WHERE hash = $2::bytea"_L1,
    "UPDATE refresh_token SET replaced_by = ? WHERE hash = ?"_L1 };
inline constexpr Statement kDropExpiredTokens { Shape::Single,
    "DELETE FROM refresh_token WHERE session = $1::uuid AND expires < $2::bigint"_L1,
    "DELETE FROM refresh_token WHERE session = ? AND expires < ?"_L1 };
// Some of all sessions'. A row for each.
inline constexpr Statement kForgetTokens { Shape::Single,
    "DELETE FROM refresh_token WHERE hash IN "
    "(SELECT hash FROM refresh_token WHERE expires < $1::bigint LIMIT $2::bigint) RETURNING session"_L1,
    "DELETE FROM refresh_token WHERE hash IN (SELECT hash FROM refresh_token WHERE expires < ? LIMIT ?) "
    "RETURNING session"_L1 };

} // namespace larder::server::accounts_sql
