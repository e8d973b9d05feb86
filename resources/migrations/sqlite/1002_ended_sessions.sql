-- A node that was away asks which sessions ended lately.
CREATE INDEX session_by_end ON session (revoked) WHERE revoked IS NOT NULL;
