-- Why a revision is not for everybody, and when that is looked at again (条例
-- art. 18); what the unit's separate catalogues are made of.
CREATE TABLE closure (
	revision_id BIGINT PRIMARY KEY REFERENCES revision (id),
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	openness TEXT NOT NULL CHECK (openness IN ('request', 'closed')),
	article TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
	-- the day to look at it again; '' for none
	reassess TEXT NOT NULL DEFAULT ''
);
CREATE INDEX closure_unit ON closure (unit_id, openness, revision_id);
CREATE INDEX closure_due ON closure (unit_id, openness, reassess);
INSERT INTO closure (revision_id, unit_id, openness)
SELECT r.id, d.unit_id, r.openness FROM revision r
JOIN document d ON d.id = r.document_id WHERE r.openness <> 'active';

-- Every time it was looked at again, and with what result.
CREATE TABLE reassessment (
	id BIGINT PRIMARY KEY,
	document_id BIGINT NOT NULL REFERENCES document (id),
	result TEXT NOT NULL CHECK (result IN ('keep', 'open')),
	note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
	next TEXT NOT NULL,
	login TEXT NOT NULL,
	at TEXT NOT NULL
);
CREATE INDEX reassessment_document ON reassessment (document_id, id);

-- Why a document is late: over 20 working days before it is public (art. 26).
CREATE TABLE late_reason (
	document_id BIGINT PRIMARY KEY REFERENCES document (id),
	reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
	login TEXT NOT NULL,
	at TEXT NOT NULL
);
