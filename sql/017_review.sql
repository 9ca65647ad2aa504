-- What a reviewer says about a passage of the revision that is reviewed: one
-- round of review is one revision, so every round stays.
CREATE TABLE review_remark (
	id BIGINT PRIMARY KEY,
	document_id BIGINT NOT NULL REFERENCES document (id),
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	quote TEXT NOT NULL CHECK (length(quote) BETWEEN 1 AND 200),
	-- which of its occurrences, from 1
	place BIGINT NOT NULL CHECK (place > 0),
	words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
	account_id BIGINT NOT NULL REFERENCES account (id),
	login TEXT NOT NULL,
	at TEXT NOT NULL
);
CREATE INDEX review_remark_document ON review_remark (document_id, id);

-- Which version of a document somebody has opened: several are decided at
-- once only when each was.
CREATE TABLE review_seen (
	document_id BIGINT NOT NULL REFERENCES document (id),
	account_id BIGINT NOT NULL REFERENCES account (id),
	version BIGINT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (document_id, account_id)
);
