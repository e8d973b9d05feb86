-- What a scanner reads on the packet.
ALTER TABLE item ADD COLUMN barcode text;
-- ;;
ALTER TABLE purchase ADD COLUMN barcode text;
-- ;;
CREATE OR REPLACE FUNCTION larder_item_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND NEW.quantity BETWEEN 1 AND 999999000
            AND larder_length(NEW.unit) BETWEEN 1 AND 32 AND larder_length(NEW.category) BETWEEN 1 AND 64
            AND larder_length(NEW.note) BETWEEN 1 AND 4000 AND NEW.price BETWEEN 0 AND 99999999
            AND larder_length(NEW.currency) = 3 AND larder_length(NEW.position) BETWEEN 1 AND 255
            AND larder_length(NEW.typed) BETWEEN 1 AND 1000 AND larder_length(NEW.photo) = 64
            AND larder_length(NEW.barcode) BETWEEN 1 AND 64) IS FALSE THEN
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
        larder_stamp(NEW.photo IS DISTINCT FROM OLD.photo, OLD.stamps[13]),
        larder_stamp(NEW.barcode IS DISTINCT FROM OLD.barcode, OLD.stamps[14])];
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
CREATE OR REPLACE FUNCTION larder_purchase_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (larder_length(NEW.name) BETWEEN 1 AND 255 AND NEW.quantity BETWEEN 1 AND 999999000
            AND larder_length(NEW.unit) BETWEEN 1 AND 32 AND larder_length(NEW.category) BETWEEN 1 AND 64
            AND NEW.price BETWEEN 0 AND 99999999 AND larder_length(NEW.currency) = 3
            AND NEW.bought BETWEEN 1 AND 9007199254740991
            AND larder_length(NEW.barcode) BETWEEN 1 AND 64) IS FALSE THEN
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
        larder_stamp(NEW.bought IS DISTINCT FROM OLD.bought, OLD.stamps[10]),
        larder_stamp(NEW.barcode IS DISTINCT FROM OLD.barcode, OLD.stamps[11])];
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
ALTER PUBLICATION larder SET TABLE
    list (space, id, version, author, stamps, deleted, name, icon, color, currency, budget, archived),
    item (space, id, version, author, stamps, deleted, name, quantity, unit, category, note, price, currency, checked,
        position, assignee, typed, photo, barcode),
    member (space, id, version, author, stamps, deleted, role, name),
    shop (space, id, version, author, stamps, deleted, name, category_order),
    purchase (space, id, version, author, stamps, deleted, item, name, quantity, unit, category, price, currency, shop,
        bought, barcode),
    tombstone (id);
