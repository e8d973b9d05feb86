-- The photos of items, by the SHA-256 that an item names. They reach nobody by themselves, so the table is not in the
-- publication and moves no version. `unused` is when the purge first saw that no item shows it. Pictures can't be
-- made smaller, so nobody tries.
CREATE TABLE photo (
    space uuid NOT NULL,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
    size bigint NOT NULL,
    author uuid NOT NULL,
    uploaded_at bigint NOT NULL,
    unused bigint,
    bytes bytea NOT NULL CHECK (octet_length(bytes) = size),
    PRIMARY KEY (space, hash)
);
ALTER TABLE photo ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX item_by_photo ON item (space, photo) WHERE photo IS NOT NULL;
-- ;;
CREATE OR REPLACE FUNCTION larder_space_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tombstone (id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
    DELETE FROM list WHERE space = OLD.id;
    DELETE FROM item WHERE space = OLD.id;
    DELETE FROM member WHERE space = OLD.id;
    DELETE FROM shop WHERE space = OLD.id;
    DELETE FROM purchase WHERE space = OLD.id;
    DELETE FROM photo WHERE space = OLD.id;
    RETURN NULL;
END $$;
