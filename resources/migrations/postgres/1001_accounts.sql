-- Accounts, their sessions (one per device that is signed in) and the refresh tokens of those. Times are
-- microseconds since 1970. A token itself is never kept, only its SHA-256; `email_key` is the address case-folded.
-- None of these tables is in the publication.
CREATE TABLE account (
    id uuid PRIMARY KEY REFERENCES person (id),
    email text NOT NULL,
    email_key text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    created bigint NOT NULL
);
-- ;;
CREATE TABLE session (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device text NOT NULL,
    created bigint NOT NULL,
    seen bigint NOT NULL,
    revoked bigint
);
-- ;;
CREATE INDEX session_by_account ON session (account, seen);
-- ;;
-- `replaced_by` is the newer token that was given for this one; `used` is when this one was brought first.
CREATE TABLE refresh_token (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    session uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    created bigint NOT NULL,
    expires bigint NOT NULL,
    used bigint,
    replaced_by bytea
);
-- ;;
CREATE INDEX refresh_token_by_session ON refresh_token (session, expires);
