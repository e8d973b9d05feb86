// All SQL of the accounts. The two dialects differ only in how an id is bound (account_table.cpp) and in the
// row lock that SQLite, with its one writer, needs not.
#pragma once

#include <QtCore/QLatin1StringView>

namespace larder::server::accounts_sql {

using namespace Qt::StringLiterals;

inline constexpr auto kInsertPerson = "INSERT INTO person (id, name) VALUES (?, ?)"_L1;
inline constexpr auto kInsertAccount = "INSERT INTO account (id, email, email_key, password_hash, created)"
                                       " VALUES (?, ?, ?, ?, ?) ON CONFLICT (email_key) DO NOTHING"_L1;
inline constexpr auto kAccountByEmail = "SELECT account.id, email, person.name, password_hash FROM account"
                                        " JOIN person ON person.id = account.id WHERE email_key = ?"_L1;
inline constexpr auto kAccountById = "SELECT account.id, email, person.name, password_hash FROM account"
                                     " JOIN person ON person.id = account.id WHERE account.id = ?"_L1;
inline constexpr auto kCountAccounts = "SELECT count(*) FROM account"_L1;

inline constexpr auto kInsertSession
    = "INSERT INTO session (id, account, device, created, seen) VALUES (?, ?, ?, ?, ?)"_L1;
inline constexpr auto kSeenSession = "UPDATE session SET seen = ? WHERE id = ?"_L1;
inline constexpr auto kRevokeSession = "UPDATE session SET revoked = ? WHERE id = ? AND revoked IS NULL"_L1;
// The same, and with the commit every node hears of it through the log.
inline constexpr auto kRevokeSessionAndTell
    = "WITH ended AS (UPDATE session SET revoked = ? WHERE id = ? AND revoked IS NULL RETURNING id)"
      " SELECT pg_logical_emit_message(true, 'larder.session', id::text) FROM ended"_L1;
// All but the newest: the others of an account that has too many.
inline constexpr auto kTrimSessions
    = "UPDATE session SET revoked = ? WHERE account = ? AND revoked IS NULL AND id NOT IN"
      " (SELECT id FROM session WHERE account = ? AND revoked IS NULL ORDER BY seen DESC, id DESC LIMIT ?)"
      " RETURNING id"_L1;
inline constexpr auto kTrimSessionsAndTell
    = "WITH ended AS (UPDATE session SET revoked = ? WHERE account = ? AND revoked IS NULL AND id NOT IN"
      " (SELECT id FROM session WHERE account = ? AND revoked IS NULL ORDER BY seen DESC, id DESC LIMIT ?)"
      " RETURNING id)"
      " SELECT id, pg_logical_emit_message(true, 'larder.session', id::text) FROM ended"_L1;
inline constexpr auto kDropEndedSessions = "DELETE FROM session WHERE account = ? AND revoked < ?"_L1;
inline constexpr auto kSessionsEndedSince = "SELECT id FROM session WHERE revoked > ?"_L1;

inline constexpr auto kInsertToken
    = "INSERT INTO refresh_token (hash, session, created, expires) VALUES (?, ?, ?, ?)"_L1;
inline constexpr auto kSessionOfToken = "SELECT session FROM refresh_token WHERE hash = ?"_L1;
// Two requests with tokens of one session wait for each other here.
inline constexpr auto kLockSession = "SELECT account, revoked FROM session WHERE id = ?"_L1;
inline constexpr auto kLockSuffix = " FOR UPDATE"_L1;
inline constexpr auto kToken = "SELECT expires, used, replaced_by FROM refresh_token WHERE hash = ?"_L1;
inline constexpr auto kUseToken
    = "UPDATE refresh_token SET used = coalesce(used, ?), replaced_by = ? WHERE hash = ?"_L1;
inline constexpr auto kSupersedeToken = "UPDATE refresh_token SET replaced_by = ? WHERE hash = ?"_L1;
inline constexpr auto kDropExpiredTokens = "DELETE FROM refresh_token WHERE session = ? AND expires < ?"_L1;

} // namespace larder::server::accounts_sql
