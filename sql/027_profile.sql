-- Documents with a form of their own (公开指南, 机构信息, 领导信息, the list of
-- those responsible): what was filled in, field by field.  The text of the
-- revision is written from it.
CREATE TABLE profile (
	revision_id BIGINT PRIMARY KEY REFERENCES revision (id),
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	kind TEXT NOT NULL
	    CHECK (kind IN ('guide', 'organisation', 'leaders', 'staff'))
);
CREATE INDEX profile_unit ON profile (unit_id, kind, revision_id);
-- person 0: of the whole; fields that say nothing have no row.
CREATE TABLE profile_value (
	revision_id BIGINT NOT NULL REFERENCES profile (revision_id),
	person BIGINT NOT NULL CHECK (person >= 0),
	field TEXT NOT NULL,
	value TEXT NOT NULL CHECK (length(value) <= 3000),
	PRIMARY KEY (revision_id, person, field)
);
-- 核对无变化: looked at again and found right as it stands.
CREATE TABLE profile_check (
	document_id BIGINT PRIMARY KEY REFERENCES document (id),
	login TEXT NOT NULL,
	at TEXT NOT NULL
);

CREATE VIEW public_profile AS
SELECT f.revision_id, f.unit_id AS by_unit, f.kind, p.id AS document_id,
	p.unit_code, p.index_no, p.title, p.publication,
	COALESCE((SELECT r.published FROM public_revision r
	    WHERE r.revision_id = f.revision_id), p.published) AS published,
	COALESCE((SELECT k.at FROM profile_check k WHERE k.document_id = p.id),
	    '') AS checked
FROM profile f JOIN public_document p ON p.revision_id = f.revision_id
WHERE p.state = 'published';
CREATE VIEW public_profile_value AS
SELECT v.revision_id, v.person, v.field, v.value
FROM profile_value v JOIN public_profile f ON f.revision_id = v.revision_id;

CREATE TRIGGER public_profile_check_insert AFTER INSERT ON profile_check
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_profile_check_update AFTER UPDATE ON profile_check
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
