-- The form a bulk came from: one form makes one, however often it is sent.
ALTER TABLE bulk ADD COLUMN once TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX bulk_once ON bulk (account_id, once) WHERE once <> '';
