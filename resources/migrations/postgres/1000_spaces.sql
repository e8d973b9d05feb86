-- Spaces and what they hold, as first shipped.
--
-- The Store announces itself in each transaction with SET LOCAL larder.store = on, and brings stamps and versions
-- with it. Whatever anybody else writes is stamped and versioned by the triggers below, so that a row changed by
-- hand reaches every device like any other.
CREATE TABLE meta (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO meta DEFAULT VALUES;
-- ;;
-- `items` is the number of live items, null when it is not known. `moved_by` and `moved_at` tell the transaction
-- that last moved the version; the time is there because a dump may be restored where the number comes again. Every
-- write moves a version, so half of each page is left for the rows' next forms.
CREATE TABLE space (
    id uuid PRIMARY KEY,
    kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    version bigint NOT NULL DEFAULT 0,
    moved_by xid8,
    moved_at timestamptz,
    horizon bigint NOT NULL DEFAULT 0,
    items integer,
    created bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
) WITH (fillfactor = 50);
CREATE TABLE tombstone (
    id uuid PRIMARY KEY,
    deleted bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint
);
CREATE TABLE person (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 255)
);
-- ;;
-- stamps[field number + 1]; null or 0: never written. The Store has checked every value before it writes, and a CHECK
-- would cost each of its statements more than the row does; the triggers check what others write. Every version is
-- above 0; that the index by versions says so keeps it out of the look-up of a record by its key, for which it seems
-- as good as the key while the table is empty, and reads the whole list.
CREATE TABLE list (
    space uuid NOT NULL,
    id uuid NOT NULL CHECK (id = space),
    version bigint NOT NULL,
    author uuid,
    stamps bigint[] NOT NULL,
    deleted boolean,
    name text NOT NULL,
    icon text,
    color bigint,
    currency text,
    budget bigint,
    archived boolean,
    PRIMARY KEY (space, id)
);
CREATE INDEX list_by_version ON list (space, version, id) WHERE version > 0;
-- ;;
CREATE TABLE item (
    space uuid NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    author uuid,
    stamps bigint[] NOT NULL,
    deleted boolean,
    name text NOT NULL,
    quantity bigint,
    unit text,
    category text,
    note text,
    price bigint,
    currency text,
    checked boolean,
    position text,
    assignee uuid,
    typed text,
    PRIMARY KEY (space, id)
);
CREATE INDEX item_by_version ON item (space, version, id) WHERE version > 0;
-- ;;
CREATE TABLE member (
    space uuid NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    author uuid,
    stamps bigint[] NOT NULL,
    deleted boolean,
    role bigint NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (space, id)
);
CREATE INDEX member_by_version ON member (space, version, id) WHERE version > 0;
CREATE INDEX member_by_user ON member (id);
-- ;;
-- The version for what this transaction writes into a space: one more than before, the same for all its rows; null
-- when there is no such space. It looks before it updates, because a row that one transaction updates again and
-- again is found more slowly each time.
CREATE FUNCTION larder_next_version(of_space uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    moved bigint;
BEGIN
    SELECT version INTO moved FROM space
        WHERE id = of_space AND moved_by = pg_current_xact_id() AND moved_at = now();
    IF NOT FOUND THEN
        UPDATE space SET version = version + 1, moved_by = pg_current_xact_id(), moved_at = now(), items = NULL
            WHERE id = of_space RETURNING version INTO moved;
    END IF;
    RETURN moved;
END $$;
-- ;;
-- The stamp of a field that changed: later than the one it had, also where that was ahead of this clock.
CREATE FUNCTION larder_stamp(changed boolean, held bigint) RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN changed
        THEN greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, held + 1)
        ELSE held END
$$;
-- ;;
CREATE FUNCTION larder_key_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a record keeps its space and its id' USING ERRCODE = 'integrity_constraint_violation';
END $$;
-- ;;
CREATE FUNCTION larder_version_for(of_space uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    moved bigint := larder_next_version(of_space);
BEGIN
    IF moved IS NULL THEN
        RAISE EXCEPTION 'there is no space %', of_space USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN moved;
END $$;
-- ;;
-- The length of a text, or 0 when there is space around it.
CREATE FUNCTION larder_length(value text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN btrim(value, E' \t\n\r') = value THEN char_length(value) WHEN value IS NOT NULL THEN 0 END
$$;
-- ;;
CREATE FUNCTION larder_refuse(of_table name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a value is outside the limits of its field in %', of_table USING ERRCODE = 'check_violation';
END $$;
-- ;;
CREATE FUNCTION larder_list_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND larder_length(NEW.icon) BETWEEN 1 AND 16
            AND NEW.color BETWEEN 0 AND 11 AND larder_length(NEW.currency) = 3
            AND NEW.budget BETWEEN 0 AND 9999999999) IS FALSE THEN
        PERFORM larder_refuse(TG_TABLE_NAME);
    END IF;
    NEW.stamps := ARRAY[
        larder_stamp(NEW.deleted IS DISTINCT FROM OLD.deleted, OLD.stamps[1]),
        larder_stamp(NEW.name IS DISTINCT FROM OLD.name, OLD.stamps[2]),
        larder_stamp(NEW.icon IS DISTINCT FROM OLD.icon, OLD.stamps[3]),
        larder_stamp(NEW.color IS DISTINCT FROM OLD.color, OLD.stamps[4]),
        larder_stamp(NEW.currency IS DISTINCT FROM OLD.currency, OLD.stamps[5]),
        larder_stamp(NEW.budget IS DISTINCT FROM OLD.budget, OLD.stamps[6]),
        larder_stamp(NEW.archived IS DISTINCT FROM OLD.archived, OLD.stamps[7])];
    IF TG_OP = 'UPDATE' AND NEW.stamps IS NOT DISTINCT FROM OLD.stamps THEN
        RETURN NULL; -- nothing changed, so no version moves
    END IF;
    IF NEW.author IS NOT DISTINCT FROM OLD.author THEN
        NEW.author := NULL;
    END IF;
    NEW.version := larder_version_for(NEW.space);
    RETURN NEW;
END $$;
-- ;;
CREATE FUNCTION larder_item_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND NEW.quantity BETWEEN 1 AND 999999000
            AND larder_length(NEW.unit) BETWEEN 1 AND 32 AND larder_length(NEW.category) BETWEEN 1 AND 64
            AND larder_length(NEW.note) BETWEEN 1 AND 4000 AND NEW.price BETWEEN 0 AND 99999999
            AND larder_length(NEW.currency) = 3 AND larder_length(NEW.position) BETWEEN 1 AND 255
            AND larder_length(NEW.typed) BETWEEN 1 AND 1000) IS FALSE THEN
        PERFORM larder_refuse(TG_TABLE_NAME);
    END IF;
    NEW.stamps := ARRAY[
        larder_stamp(NEW.deleted IS DISTINCT FROM OLD.deleted, OLD.stamps[1]),
        larder_stamp(NEW.name IS DISTINCT FROM OLD.name, OLD.stamps[2]),
        larder_stamp(NEW.quantity IS DISTINCT FROM OLD.quantity, OLD.stamps[3]),
        larder_stamp(NEW.unit IS DISTINCT FROM OLD.unit, OLD.stamps[4]),
        larder_stamp(NEW.category IS DISTINCT FROM OLD.category, OLD.stamps[5]),
        larder_stamp(NEW.note IS DISTINCT FROM OLD.note, OLD.stamps[6]),
        larder_stamp(NEW.price IS DISTINCT FROM OLD.price, OLD.stamps[7]),
        larder_stamp(NEW.currency IS DISTINCT FROM OLD.currency, OLD.stamps[8]),
        larder_stamp(NEW.checked IS DISTINCT FROM OLD.checked, OLD.stamps[9]),
        larder_stamp(NEW.position IS DISTINCT FROM OLD.position, OLD.stamps[10]),
        larder_stamp(NEW.assignee IS DISTINCT FROM OLD.assignee, OLD.stamps[11]),
        larder_stamp(NEW.typed IS DISTINCT FROM OLD.typed, OLD.stamps[12])];
    IF TG_OP = 'UPDATE' AND NEW.stamps IS NOT DISTINCT FROM OLD.stamps THEN
        RETURN NULL;
    END IF;
    IF NEW.author IS NOT DISTINCT FROM OLD.author THEN
        NEW.author := NULL;
    END IF;
    NEW.version := larder_version_for(NEW.space);
    RETURN NEW;
END $$;
-- ;;
CREATE FUNCTION larder_member_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.role BETWEEN 1 AND 3 AND larder_length(NEW.name) BETWEEN 1 AND 255) IS FALSE THEN
        PERFORM larder_refuse(TG_TABLE_NAME);
    END IF;
    NEW.stamps := ARRAY[
        larder_stamp(NEW.deleted IS DISTINCT FROM OLD.deleted, OLD.stamps[1]),
        larder_stamp(NEW.role IS DISTINCT FROM OLD.role, OLD.stamps[2]),
        larder_stamp(NEW.name IS DISTINCT FROM OLD.name, OLD.stamps[3])];
    IF TG_OP = 'UPDATE' AND NEW.stamps IS NOT DISTINCT FROM OLD.stamps THEN
        RETURN NULL;
    END IF;
    IF NEW.author IS NOT DISTINCT FROM OLD.author THEN
        NEW.author := NULL;
    END IF;
    NEW.version := larder_version_for(NEW.space);
    RETURN NEW;
END $$;
-- ;;
-- A DELETE by hand becomes a gravestone, which every device hears of; the rows of a space that is gone do go.
CREATE FUNCTION larder_record_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM space WHERE id = OLD.space) THEN
        RETURN OLD;
    END IF;
    EXECUTE format('UPDATE %I.%I SET deleted = true WHERE space = $1 AND id = $2', TG_TABLE_SCHEMA, TG_TABLE_NAME)
        USING OLD.space, OLD.id;
    RETURN NULL;
END $$;
-- ;;
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF space, id ON list FOR EACH ROW
    WHEN (NEW.space <> OLD.space OR NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF space, id ON item FOR EACH ROW
    WHEN (NEW.space <> OLD.space OR NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF space, id ON member FOR EACH ROW
    WHEN (NEW.space <> OLD.space OR NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
CREATE TRIGGER written BEFORE INSERT OR UPDATE ON list FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_list_written();
CREATE TRIGGER written BEFORE INSERT OR UPDATE ON item FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_item_written();
CREATE TRIGGER written BEFORE INSERT OR UPDATE ON member FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_member_written();
CREATE TRIGGER deleted BEFORE DELETE ON list FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_record_deleted();
CREATE TRIGGER deleted BEFORE DELETE ON item FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_record_deleted();
CREATE TRIGGER deleted BEFORE DELETE ON member FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_record_deleted();
-- ;;
-- Says, before the commit is in the log, that transaction <low 32 bits of its id, as pgoutput's Begin has it>
-- changes who may read <space>: who sends rows on looks at the roles again before it sends that transaction's.
CREATE FUNCTION larder_member_announced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_logical_emit_message(false, 'larder.member', pg_current_xact_id()::xid::text || ' ' || NEW.space::text);
    RETURN NULL;
END $$;
CREATE TRIGGER announced AFTER INSERT OR UPDATE ON member FOR EACH ROW EXECUTE FUNCTION larder_member_announced();
-- ;;
-- After, not before: an insert that waited for a delete of the same id sees the tombstone only then.
CREATE FUNCTION larder_space_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM tombstone WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'the space % was deleted', NEW.id USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER made AFTER INSERT ON space FOR EACH ROW EXECUTE FUNCTION larder_space_made();
-- ;;
CREATE FUNCTION larder_space_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tombstone (id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
    DELETE FROM list WHERE space = OLD.id;
    DELETE FROM item WHERE space = OLD.id;
    DELETE FROM member WHERE space = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER deleted AFTER DELETE ON space FOR EACH ROW EXECUTE FUNCTION larder_space_deleted();
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF id ON space FOR EACH ROW
    WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
-- ;;
CREATE FUNCTION larder_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'TRUNCATE would leave every device with the rows: use DELETE' USING ERRCODE = 'feature_not_supported';
END $$;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON space EXECUTE FUNCTION larder_no_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON tombstone EXECUTE FUNCTION larder_no_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON list EXECUTE FUNCTION larder_no_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON item EXECUTE FUNCTION larder_no_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON member EXECUTE FUNCTION larder_no_truncate();
-- ;;
-- Columns are listed so that one added later enters the stream only when somebody has thought about it. Deletes are
-- left out: rows go for good only with their space, which its tombstone tells, or as gravestones that all have seen.
CREATE PUBLICATION larder FOR TABLE
    list (space, id, version, author, stamps, deleted, name, icon, color, currency, budget, archived),
    item (space, id, version, author, stamps, deleted, name, quantity, unit, category, note, price, currency, checked,
        position, assignee, typed),
    member (space, id, version, author, stamps, deleted, role, name),
    tombstone (id)
    WITH (publish = 'insert, update, truncate');
-- ;;
-- Where the operator made two roles: larder_serve reads and writes rows; larder_feed, which has REPLICATION, only
-- follows the publication and may read no table, hence no password hash.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'larder_serve') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO larder_serve;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO larder_serve;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO larder_serve;
    END IF;
END $$;
