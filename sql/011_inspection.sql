-- What was found in a revision before it is submitted.  A row here: it was
-- looked at as it is now; a later edit takes the row away.
CREATE TABLE inspection (
	revision_id BIGINT PRIMARY KEY REFERENCES revision (id),
	at TEXT NOT NULL
);

-- weight 3 must be put right, 2 be put right or explained, 1 be looked at.
-- key stands for kind, value and place; the value itself is kept nowhere but
-- in the text: what is quoted here is masked.
CREATE TABLE finding (
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	position BIGINT NOT NULL,
	kind TEXT NOT NULL,
	weight BIGINT NOT NULL CHECK (weight IN (1, 2, 3)),
	field TEXT NOT NULL,
	upload_id BIGINT REFERENCES upload (id),
	key TEXT NOT NULL,
	line BIGINT NOT NULL,
	before_text TEXT NOT NULL,
	masked TEXT NOT NULL,
	after_text TEXT NOT NULL,
	reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
	reason_by TEXT NOT NULL DEFAULT '',
	reason_at TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (revision_id, position)
);

-- What was found in a file, for everybody who attaches it: it depends on its
-- bytes and on the rules that looked at it.
CREATE TABLE inspected_file (
	sha256 TEXT NOT NULL,
	type TEXT NOT NULL,
	rules BIGINT NOT NULL,
	report TEXT NOT NULL,
	PRIMARY KEY (sha256, type)
);

-- SHA-256 over a revision as it was saved last: what a signature is under.
CREATE TABLE revision_content (
	revision_id BIGINT PRIMARY KEY REFERENCES revision (id),
	hash TEXT NOT NULL
);

-- 保密审查, item by item (保密法 art. 35, 条例 art. 17): good for that content
-- and no other.
CREATE TABLE secrecy_review (
	id BIGINT PRIMARY KEY,
	document_id BIGINT NOT NULL REFERENCES document (id),
	content TEXT NOT NULL,
	openness TEXT NOT NULL,
	carrier TEXT NOT NULL CHECK (carrier IN ('paper', 'other')),
	-- where it is to be published: keys between commas
	channels TEXT NOT NULL,
	-- what it holds: commercial, privacy, safety; '' for none of them
	holds TEXT NOT NULL,
	opinion TEXT NOT NULL CHECK (opinion IN ('public', 'closed', 'refer')),
	basis TEXT NOT NULL DEFAULT '' CHECK (length(basis) <= 500),
	handler TEXT NOT NULL CHECK (length(handler) BETWEEN 1 AND 40),
	head TEXT NOT NULL CHECK (length(head) BETWEEN 1 AND 40),
	reviewer TEXT NOT NULL CHECK (length(reviewer) BETWEEN 1 AND 40),
	account_id BIGINT NOT NULL REFERENCES account (id),
	login TEXT NOT NULL,
	at TEXT NOT NULL
);
CREATE INDEX secrecy_review_document ON secrecy_review (document_id, id);
CREATE INDEX secrecy_review_account ON secrecy_review (account_id, id);
