-- The form that a document came from: one form makes one, however often it is
-- sent because no answer came.
ALTER TABLE document ADD COLUMN once TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX document_once ON document (entered_by, once)
	WHERE once <> '';
