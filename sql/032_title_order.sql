-- The lists of the back office by name: pinyin first, as core/title_key.c
-- makes it; gkctl init fills in what stood here before.
ALTER TABLE revision ADD COLUMN title_sort TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN title_sort TEXT NOT NULL DEFAULT '';

CREATE INDEX document_office_title ON document (unit_id, state, title_sort, id);
CREATE INDEX document_unit_title ON document (unit_id, title_sort, id);

CREATE TRIGGER document_title_insert AFTER INSERT ON revision
BEGIN UPDATE document SET title_sort = NEW.title_sort
	WHERE revision_id = NEW.id; END;
CREATE TRIGGER document_title_update AFTER UPDATE OF title_sort ON revision
BEGIN UPDATE document SET title_sort = NEW.title_sort
	WHERE revision_id = NEW.id; END;
CREATE TRIGGER document_title_other AFTER UPDATE OF revision_id ON document
BEGIN UPDATE document SET title_sort = COALESCE((SELECT r.title_sort
	FROM revision r WHERE r.id = NEW.revision_id), title_sort)
	WHERE id = NEW.id; END;
