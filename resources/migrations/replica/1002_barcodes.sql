-- What a scanner reads on the packet.
ALTER TABLE item ADD COLUMN barcode TEXT;
-- ;;
ALTER TABLE purchase ADD COLUMN barcode TEXT;
