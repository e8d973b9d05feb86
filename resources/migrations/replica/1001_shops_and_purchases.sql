-- Where a list is shopped, what was bought when, and the photo of an item. What came of them while they were not known
-- is taken from the server anew.
ALTER TABLE item ADD COLUMN photo TEXT;
-- ;;
CREATE TABLE shop (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    extra BLOB,
    deleted INTEGER,
    name TEXT,
    category_order TEXT,
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE purchase (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    extra BLOB,
    deleted INTEGER,
    item BLOB,
    name TEXT,
    quantity INTEGER,
    unit TEXT,
    category TEXT,
    price INTEGER,
    currency TEXT,
    shop BLOB,
    bought INTEGER,
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
UPDATE list SET version = 0 WHERE space IN (SELECT s.space FROM space s JOIN unknown u ON u.space = s.space
    WHERE s.local = 0 AND s.renewal = 0 AND u.kind IN (4, 5));
-- ;;
UPDATE item SET version = 0 WHERE space IN (SELECT s.space FROM space s JOIN unknown u ON u.space = s.space
    WHERE s.local = 0 AND s.renewal = 0 AND u.kind IN (4, 5));
-- ;;
UPDATE member SET version = 0 WHERE space IN (SELECT s.space FROM space s JOIN unknown u ON u.space = s.space
    WHERE s.local = 0 AND s.renewal = 0 AND u.kind IN (4, 5));
-- ;;
UPDATE space SET cursor = 0, renewal = 2 WHERE local = 0 AND renewal = 0
    AND space IN (SELECT space FROM unknown WHERE kind IN (4, 5));
-- ;;
DELETE FROM unknown WHERE kind IN (4, 5);
