-- What an administrator made of a published document where the district wants
-- it reviewed first.  The revision it names is stored complete but was never
-- published and is no document's current one, so no view of the public holds
-- it; it becomes live when it is approved.
CREATE TABLE amendment (
	id BIGINT PRIMARY KEY,
	document_id BIGINT NOT NULL REFERENCES document (id),
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	-- of the document when it was made: approved on no other
	version BIGINT NOT NULL,
	state TEXT NOT NULL
	    CHECK (state IN ('pending', 'returned', 'approved', 'dropped')),
	-- the relations that come with it, NULL: they stay as they are
	interprets TEXT,
	replaces TEXT,
	account_id BIGINT NOT NULL REFERENCES account (id),
	login TEXT NOT NULL,
	at TEXT NOT NULL,
	-- who approved, returned or dropped it, when and why
	decided_by TEXT NOT NULL DEFAULT '',
	decided TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500)
);
-- at most one of a document is open: waiting, or returned and not gone on with
CREATE UNIQUE INDEX amendment_open ON amendment (document_id) WHERE state IN ('pending', 'returned');
CREATE INDEX amendment_unit ON amendment (unit_id, state, id);
CREATE INDEX amendment_document ON amendment (document_id);
CREATE INDEX amendment_revision ON amendment (revision_id);
