-- Where a list is shopped, what was bought when, and the photo of an item.
ALTER TABLE item ADD COLUMN photo TEXT CHECK (length(photo) = 64);
-- ;;
CREATE TABLE shop (
    space BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    deleted INTEGER CHECK (deleted IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    category_order TEXT CHECK (length(category_order) BETWEEN 1 AND 8000),
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX shop_by_version ON shop (space, version, id);
-- ;;
CREATE TABLE purchase (
    space BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    deleted INTEGER CHECK (deleted IN (0, 1)),
    item BLOB CHECK (length(item) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    quantity INTEGER CHECK (quantity BETWEEN 1 AND 999999000),
    unit TEXT CHECK (length(unit) BETWEEN 1 AND 32),
    category TEXT CHECK (length(category) BETWEEN 1 AND 64),
    price INTEGER CHECK (price BETWEEN 0 AND 99999999),
    currency TEXT CHECK (length(currency) = 3),
    shop BLOB CHECK (length(shop) = 16),
    bought INTEGER NOT NULL CHECK (bought BETWEEN 1 AND 9007199254740991),
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX purchase_by_version ON purchase (space, version, id);
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
END;
