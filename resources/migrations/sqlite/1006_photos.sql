-- The photos of items, by the SHA-256 that an item names. `unused` is when the purge first saw that no item shows it.
-- The bytes stand last, so that the other columns are read without them.
CREATE TABLE photo (
    space BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
    size INTEGER NOT NULL,
    author BLOB NOT NULL,
    uploaded_at INTEGER NOT NULL,
    unused INTEGER,
    bytes BLOB NOT NULL CHECK (length(bytes) = size),
    PRIMARY KEY (space, hash)
) STRICT;
-- ;;
CREATE INDEX item_by_photo ON item (space, photo) WHERE photo IS NOT NULL;
-- ;;
DROP TRIGGER space_deleted;
-- ;;
CREATE TRIGGER space_deleted AFTER DELETE ON space
BEGIN
    INSERT INTO tombstone (id, deleted, version)
        VALUES (OLD.id, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) * 1000, OLD.version)
        ON CONFLICT DO NOTHING;
    DELETE FROM list WHERE space = OLD.id;
    DELETE FROM item WHERE space = OLD.id;
    DELETE FROM member WHERE space = OLD.id;
    DELETE FROM shop WHERE space = OLD.id;
    DELETE FROM purchase WHERE space = OLD.id;
    DELETE FROM photo WHERE space = OLD.id;
END;
