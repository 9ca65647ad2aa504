-- 批量导入: many documents from one table and the files it names, first
-- looked at row by row, then made into drafts, and taken back as a whole.
CREATE TABLE bulk (
	id BIGINT PRIMARY KEY,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	account_id BIGINT NOT NULL REFERENCES account (id),
	login TEXT NOT NULL,
	address TEXT NOT NULL,
	-- of the file that was sent
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	state TEXT NOT NULL CHECK (state IN ('unpacking', 'checking', 'checked',
	    'importing', 'imported', 'undoing', 'undone', 'dropped', 'failed')),
	-- 1: the worker has something to do
	work BIGINT NOT NULL CHECK (work IN (0, 1)),
	-- the zip file in the store, '' when there is none (any more)
	zip TEXT NOT NULL,
	-- files of it that no row names
	unused BIGINT NOT NULL DEFAULT 0,
	-- why it failed
	problem TEXT NOT NULL DEFAULT '',
	created TEXT NOT NULL,
	-- when the worker last got on with it
	touched TEXT NOT NULL
);
CREATE INDEX bulk_unit ON bulk (unit_id, id);
CREATE INDEX bulk_work ON bulk (work, touched, id);
CREATE INDEX bulk_zip ON bulk (zip);

-- What one row becomes.  Its words go once they stand in a document.
CREATE TABLE bulk_row (
	id BIGINT PRIMARY KEY,
	bulk_id BIGINT NOT NULL REFERENCES bulk (id),
	-- as the spreadsheet counts
	number BIGINT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('waiting', 'good', 'bad',
	    'imported', 'kept', 'undone')),
	tries BIGINT NOT NULL DEFAULT 0,
	title TEXT NOT NULL,
	doc_no TEXT NOT NULL,
	made_on TEXT NOT NULL,
	summary TEXT NOT NULL,
	openness TEXT NOT NULL,
	article TEXT NOT NULL,
	closed_reason TEXT NOT NULL,
	reassess TEXT NOT NULL,
	kind_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	-- ids between commas
	categories TEXT NOT NULL,
	interprets TEXT NOT NULL,
	replaces TEXT NOT NULL,
	late TEXT NOT NULL,
	-- names in the zip file; of attachments a line each
	word TEXT NOT NULL,
	attachments TEXT NOT NULL,
	-- what an inspection finds: to be put right, to be explained
	fix BIGINT NOT NULL DEFAULT 0,
	explain BIGINT NOT NULL DEFAULT 0,
	document_id BIGINT,
	version BIGINT NOT NULL DEFAULT 0,
	body TEXT NOT NULL,
	body_text TEXT NOT NULL,
	UNIQUE (bulk_id, number)
);
CREATE INDEX bulk_row_state ON bulk_row (bulk_id, state, number);
CREATE INDEX bulk_row_document ON bulk_row (document_id);
CREATE INDEX bulk_row_doc_no ON bulk_row (bulk_id, doc_no, number);

-- What is wrong with a row (bad 1), or worth knowing.
CREATE TABLE bulk_note (
	row_id BIGINT NOT NULL REFERENCES bulk_row (id),
	position BIGINT NOT NULL,
	bad BIGINT NOT NULL CHECK (bad IN (0, 1)),
	field TEXT NOT NULL,
	what TEXT NOT NULL,
	detail TEXT NOT NULL,
	PRIMARY KEY (row_id, position)
);

-- Bytes in the store: row_id 0, an entry of the zip file; else what a row
-- will need, upload_id what it became.
CREATE TABLE bulk_file (
	bulk_id BIGINT NOT NULL REFERENCES bulk (id),
	row_id BIGINT NOT NULL,
	position BIGINT NOT NULL,
	use TEXT NOT NULL CHECK (use IN ('entry', 'attachment', 'original',
	    'image')),
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	size BIGINT NOT NULL,
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
	-- of the original: see imported
	report TEXT NOT NULL DEFAULT '',
	conceals BIGINT NOT NULL DEFAULT 0,
	upload_id BIGINT NOT NULL DEFAULT 0,
	PRIMARY KEY (bulk_id, row_id, position)
);
CREATE INDEX bulk_file_name ON bulk_file (bulk_id, row_id, name);
CREATE INDEX bulk_file_sha ON bulk_file (sha256);

-- Whether anybody still uses a file, before its row goes.
CREATE INDEX finding_upload ON finding (upload_id);
CREATE INDEX imported_page_page ON imported_page (page_id);
CREATE INDEX feedback_document ON feedback (document_id);
CREATE INDEX case_follow_document ON case_follow (document_id);
