-- The lists of the back office in other orders than that of the last change:
-- by the day a document was made, by publication, by index number.

-- That of the revision the document stands at, kept by the triggers below.
ALTER TABLE document ADD COLUMN made_sort TEXT NOT NULL DEFAULT '';
UPDATE document SET made_sort = COALESCE((SELECT r.made_on FROM revision r
	WHERE r.id = document.revision_id), '');

CREATE INDEX document_office_made ON document (unit_id, state, made_sort, id);
CREATE INDEX document_unit_made ON document (unit_id, made_sort, id);
CREATE INDEX document_office_published ON document (unit_id, state, published, id);
CREATE INDEX document_unit_published ON document (unit_id, published, id);
CREATE INDEX document_office_index ON document (unit_id, state, index_no, id);
CREATE INDEX document_unit_index ON document (unit_id, index_no, id);

CREATE TRIGGER document_made_insert AFTER INSERT ON revision
BEGIN UPDATE document SET made_sort = NEW.made_on
	WHERE revision_id = NEW.id; END;
CREATE TRIGGER document_made_update AFTER UPDATE OF made_on ON revision
BEGIN UPDATE document SET made_sort = NEW.made_on
	WHERE revision_id = NEW.id; END;
CREATE TRIGGER document_made_other AFTER UPDATE OF revision_id ON document
BEGIN UPDATE document SET made_sort = COALESCE((SELECT r.made_on
	FROM revision r WHERE r.id = NEW.revision_id), made_sort)
	WHERE id = NEW.id; END;
