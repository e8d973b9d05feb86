-- Where a list is shopped, what was bought when, and the photo of an item.
ALTER TABLE item ADD COLUMN photo text;
-- ;;
CREATE TABLE shop (
    space uuid NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    author uuid,
    stamps bigint[] NOT NULL,
    deleted boolean,
    name text NOT NULL,
    category_order text,
    PRIMARY KEY (space, id)
);
CREATE INDEX shop_by_version ON shop (space, version, id) WHERE version > 0;
-- ;;
CREATE TABLE purchase (
    space uuid NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    author uuid,
    stamps bigint[] NOT NULL,
    deleted boolean,
    item uuid,
    name text NOT NULL,
    quantity bigint,
    unit text,
    category text,
    price bigint,
    currency text,
    shop uuid,
    bought bigint NOT NULL,
    PRIMARY KEY (space, id)
);
CREATE INDEX purchase_by_version ON purchase (space, version, id) WHERE version > 0;
-- ;;
CREATE OR REPLACE FUNCTION larder_item_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND NEW.quantity BETWEEN 1 AND 999999000
            AND larder_length(NEW.unit) BETWEEN 1 AND 32 AND larder_length(NEW.category) BETWEEN 1 AND 64
            AND larder_length(NEW.note) BETWEEN 1 AND 4000 AND NEW.price BETWEEN 0 AND 99999999
            AND larder_length(NEW.currency) = 3 AND larder_length(NEW.position) BETWEEN 1 AND 255
            AND larder_length(NEW.typed) BETWEEN 1 AND 1000 AND larder_length(NEW.photo) = 64) IS FALSE THEN
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
        larder_stamp(NEW.typed IS DISTINCT FROM OLD.typed, OLD.stamps[12]),
        larder_stamp(NEW.photo IS DISTINCT FROM OLD.photo, OLD.stamps[13])];
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
CREATE FUNCTION larder_shop_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND larder_length(NEW.category_order) BETWEEN 1 AND 8000) IS FALSE THEN
        PERFORM larder_refuse(TG_TABLE_NAME);
    END IF;
    NEW.stamps := ARRAY[
        larder_stamp(NEW.deleted IS DISTINCT FROM OLD.deleted, OLD.stamps[1]),
        larder_stamp(NEW.name IS DISTINCT FROM OLD.name, OLD.stamps[2]),
        larder_stamp(NEW.category_order IS DISTINCT FROM OLD.category_order, OLD.stamps[3])];
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
CREATE FUNCTION larder_purchase_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND NEW.quantity BETWEEN 1 AND 999999000
            AND larder_length(NEW.unit) BETWEEN 1 AND 32 AND larder_length(NEW.category) BETWEEN 1 AND 64
            AND NEW.price BETWEEN 0 AND 99999999 AND larder_length(NEW.currency) = 3
            AND NEW.bought BETWEEN 1 AND 9007199254740991) IS FALSE THEN
        PERFORM larder_refuse(TG_TABLE_NAME);
    END IF;
    NEW.stamps := ARRAY[
        larder_stamp(NEW.deleted IS DISTINCT FROM OLD.deleted, OLD.stamps[1]),
        larder_stamp(NEW.item IS DISTINCT FROM OLD.item, OLD.stamps[2]),
        larder_stamp(NEW.name IS DISTINCT FROM OLD.name, OLD.stamps[3]),
        larder_stamp(NEW.quantity IS DISTINCT FROM OLD.quantity, OLD.stamps[4]),
        larder_stamp(NEW.unit IS DISTINCT FROM OLD.unit, OLD.stamps[5]),
        larder_stamp(NEW.category IS DISTINCT FROM OLD.category, OLD.stamps[6]),
        larder_stamp(NEW.price IS DISTINCT FROM OLD.price, OLD.stamps[7]),
        larder_stamp(NEW.currency IS DISTINCT FROM OLD.currency, OLD.stamps[8]),
        larder_stamp(NEW.shop IS DISTINCT FROM OLD.shop, OLD.stamps[9]),
        larder_stamp(NEW.bought IS DISTINCT FROM OLD.bought, OLD.stamps[10])];
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
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF space, id ON shop FOR EACH ROW
    WHEN (NEW.space <> OLD.space OR NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
CREATE TRIGGER written BEFORE INSERT OR UPDATE ON shop FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_shop_written();
CREATE TRIGGER deleted BEFORE DELETE ON shop FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_record_deleted();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON shop EXECUTE FUNCTION larder_no_truncate();
-- ;;
CREATE TRIGGER a_key_is_fixed BEFORE UPDATE OF space, id ON purchase FOR EACH ROW
    WHEN (NEW.space <> OLD.space OR NEW.id <> OLD.id) EXECUTE FUNCTION larder_key_is_fixed();
CREATE TRIGGER written BEFORE INSERT OR UPDATE ON purchase FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_purchase_written();
CREATE TRIGGER deleted BEFORE DELETE ON purchase FOR EACH ROW
    WHEN (current_setting('larder.store', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION larder_record_deleted();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON purchase EXECUTE FUNCTION larder_no_truncate();
-- ;;
CREATE OR REPLACE FUNCTION larder_space_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tombstone (id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
    DELETE FROM list WHERE space = OLD.id;
    DELETE FROM item WHERE space = OLD.id;
    DELETE FROM member WHERE space = OLD.id;
    DELETE FROM shop WHERE space = OLD.id;
    DELETE FROM purchase WHERE space = OLD.id;
    RETURN NULL;
END $$;
-- ;;
ALTER PUBLICATION larder SET TABLE
    list (space, id, version, author, stamps, deleted, name, icon, color, currency, budget, archived),
    item (space, id, version, author, stamps, deleted, name, quantity, unit, category, note, price, currency, checked,
        position, assignee, typed, photo),
    member (space, id, version, author, stamps, deleted, role, name),
    shop (space, id, version, author, stamps, deleted, name, category_order),
    purchase (space, id, version, author, stamps, deleted, item, name, quantity, unit, category, price, currency, shop,
        bought),
    tombstone (id);
