-- The version that a space had when it was deleted, so that the sum of all versions never falls.
ALTER TABLE tombstone ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
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
END;
