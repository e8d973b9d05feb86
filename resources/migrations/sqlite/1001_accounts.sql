-- Accounts, their sessions (one per device that is signed in) and the refresh tokens of those. Times are
-- microseconds since 1970. A token itself is never kept, only its SHA-256; `email_key` is the address case-folded.
CREATE TABLE account (
    id BLOB PRIMARY KEY NOT NULL REFERENCES person (id),
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE session (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    revoked INTEGER
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX session_by_account ON session (account, seen);
-- ;;
-- `replaced_by` is the newer token that was given for this one; `used` is when this one was brought first.
CREATE TABLE refresh_token (
    hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
    session BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER,
    replaced_by BLOB
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX refresh_token_by_session ON refresh_token (session, expires);
