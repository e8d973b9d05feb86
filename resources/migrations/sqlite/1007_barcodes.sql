-- What a scanner reads on the packet.
ALTER TABLE item ADD COLUMN barcode TEXT CHECK (length(barcode) BETWEEN 1 AND 64);
-- ;;
ALTER TABLE purchase ADD COLUMN barcode TEXT CHECK (length(barcode) BETWEEN 1 AND 64);
