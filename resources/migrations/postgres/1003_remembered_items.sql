-- The number of all items of a space, deleted ones too; null, as where `items` is, when it is not known.
ALTER TABLE space ADD COLUMN records integer;
