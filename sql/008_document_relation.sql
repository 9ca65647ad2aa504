-- Documents that belong together: a reading (政策解读) interprets what it
-- explains, a new document replaces an old one.
CREATE TABLE document_relation (
	from_id BIGINT NOT NULL REFERENCES document (id),
	kind TEXT NOT NULL CHECK (kind IN ('interprets', 'replaces')),
	to_id BIGINT NOT NULL REFERENCES document (id),
	PRIMARY KEY (from_id, kind, to_id),
	CHECK (from_id <> to_id)
);
CREATE INDEX document_relation_to ON document_relation (to_id, kind);

-- From either side, where the other one is public.
CREATE VIEW public_relation AS
SELECT r.from_id AS document_id, r.kind, r.to_id AS other_id
FROM document_relation r
JOIN public_document p ON p.id = r.to_id
UNION ALL
SELECT r.to_id, CASE r.kind WHEN 'interprets' THEN 'interpreted'
	ELSE 'replaced' END, r.from_id
FROM document_relation r
JOIN public_document p ON p.id = r.from_id;

CREATE TRIGGER public_relation_insert AFTER INSERT ON document_relation
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_relation_update AFTER UPDATE ON document_relation
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_relation_delete AFTER DELETE ON document_relation
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
