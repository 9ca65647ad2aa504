-- What the import of a Word file made of it, for those who check it against
-- the original; report is text of the importer's, a line a fact.
CREATE TABLE imported (
	upload_id BIGINT PRIMARY KEY REFERENCES upload (id),
	report TEXT NOT NULL,
	-- 1: it holds tracked changes, comments, hidden text, objects, macros
	conceals BIGINT NOT NULL CHECK (conceals IN (0, 1)),
	body TEXT NOT NULL
);

-- The original's pages as pictures, made when somebody asks for them.
CREATE TABLE imported_page (
	upload_id BIGINT NOT NULL REFERENCES upload (id),
	position BIGINT NOT NULL,
	page_id BIGINT NOT NULL REFERENCES upload (id),
	PRIMARY KEY (upload_id, position)
);

CREATE INDEX revision_original ON revision (original_id)
	WHERE original_id IS NOT NULL;

-- A Word file may carry what its page does not show: the public gets only
-- those where the importer found nothing of the kind.
DROP VIEW public_original;
CREATE VIEW public_original AS
SELECT p.id AS document_id, p.revision_id, w.id AS upload_id, w.use, w.name,
	w.type, w.size, w.sha256
FROM public_revision p
JOIN upload w ON w.id = p.original_id
JOIN imported i ON i.upload_id = w.id
WHERE i.conceals = 0;
