-- Spaces and what they hold, as first shipped: the embedded server's one file. Ids are 16 bytes; `stamps` holds each
-- field's stamp as 8 big-endian bytes by field number, 0 or beyond its end: never written.
CREATE TABLE meta (
    one INTEGER PRIMARY KEY NOT NULL DEFAULT 1 CHECK (one = 1),
    epoch TEXT NOT NULL
) STRICT;
-- ;;
INSERT INTO meta (epoch) VALUES (lower(hex(randomblob(16))));
-- ;;
-- `items` is the number of live items, null when it is not known.
CREATE TABLE space (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    version INTEGER NOT NULL DEFAULT 0,
    horizon INTEGER NOT NULL DEFAULT 0,
    items INTEGER,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE tombstone (
    id BLOB PRIMARY KEY NOT NULL,
    deleted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE person (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE list (
    space BLOB NOT NULL,
    id BLOB NOT NULL CHECK (id = space),
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    deleted INTEGER CHECK (deleted IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    icon TEXT CHECK (length(icon) BETWEEN 1 AND 16),
    color INTEGER CHECK (color BETWEEN 0 AND 11),
    currency TEXT CHECK (length(currency) = 3),
    budget INTEGER CHECK (budget BETWEEN 0 AND 9999999999),
    archived INTEGER CHECK (archived IN (0, 1)),
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX list_by_version ON list (space, version, id);
-- ;;
CREATE TABLE item (
    space BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    deleted INTEGER CHECK (deleted IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    quantity INTEGER CHECK (quantity BETWEEN 1 AND 999999000),
    unit TEXT CHECK (length(unit) BETWEEN 1 AND 32),
    category TEXT CHECK (length(category) BETWEEN 1 AND 64),
    note TEXT CHECK (length(note) BETWEEN 1 AND 4000),
    price INTEGER CHECK (price BETWEEN 0 AND 99999999),
    currency TEXT CHECK (length(currency) = 3),
    checked INTEGER CHECK (checked IN (0, 1)),
    position TEXT CHECK (length(position) BETWEEN 1 AND 255),
    assignee BLOB CHECK (length(assignee) = 16),
    typed TEXT CHECK (length(typed) BETWEEN 1 AND 1000),
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX item_by_version ON item (space, version, id);
-- ;;
CREATE TABLE member (
    space BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    deleted INTEGER CHECK (deleted IN (0, 1)),
    role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 3),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE INDEX member_by_version ON member (space, version, id);
-- ;;
CREATE INDEX member_by_user ON member (id);
-- ;;
CREATE TRIGGER space_deleted AFTER DELETE ON space
BEGIN
    INSERT INTO tombstone (id, deleted) VALUES (OLD.id, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) * 1000)
        ON CONFLICT DO NOTHING;
    DELETE FROM list WHERE space = OLD.id;
    DELETE FROM item WHERE space = OLD.id;
    DELETE FROM member WHERE space = OLD.id;
END;
