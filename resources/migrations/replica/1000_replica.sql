-- The device's replica, as first shipped. One table per kind of record, a column per field; `stamps` holds each
-- field's stamp as 8 big-endian bytes by field number (0: never written), `extra` the registers that have no
-- column here, as the CBOR map {field: [stamp, value]}.
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value ANY
) STRICT;
-- ;;
CREATE TABLE space (
    space BLOB PRIMARY KEY NOT NULL,
    kind INTEGER NOT NULL,
    role INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    renewal INTEGER NOT NULL,
    local INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE list (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    extra BLOB,
    deleted INTEGER,
    name TEXT,
    icon TEXT,
    color INTEGER,
    currency TEXT,
    budget INTEGER,
    archived INTEGER,
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE item (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    extra BLOB,
    deleted INTEGER,
    name TEXT,
    quantity INTEGER,
    unit TEXT,
    category TEXT,
    note TEXT,
    price INTEGER,
    currency TEXT,
    checked INTEGER,
    position TEXT,
    assignee BLOB,
    typed TEXT,
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
CREATE TABLE member (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    stamps BLOB NOT NULL,
    extra BLOB,
    deleted INTEGER,
    role INTEGER,
    name TEXT,
    PRIMARY KEY (space, id)
) STRICT, WITHOUT ROWID;
-- ;;
-- Records of kinds that this version does not know.
CREATE TABLE unknown (
    space BLOB NOT NULL REFERENCES space (space) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    author BLOB,
    registers BLOB NOT NULL,
    PRIMARY KEY (space, kind, id)
) STRICT, WITHOUT ROWID;
-- ;;
-- `parcel` holds a whole write with its key and a checksum, so that it can be told from noise in a damaged file.
-- `acknowledged` is null until the server has it, then the version at which its echo must have come.
CREATE TABLE outbox (
    entry INTEGER PRIMARY KEY,
    parcel BLOB NOT NULL,
    acknowledged INTEGER
) STRICT;
-- ;;
CREATE TABLE failure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel BLOB NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
-- ;;
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space BLOB NOT NULL,
    kind INTEGER NOT NULL,
    record BLOB NOT NULL,
    field INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    mine BLOB NOT NULL,
    theirs BLOB NOT NULL,
    author BLOB,
    at INTEGER NOT NULL,
    UNIQUE (space, kind, record, field, stamp)
) STRICT;
