-- What somebody types in 内容表添加 and has not saved yet: the form's fields,
-- kept every few seconds.  One row for each open form.
CREATE TABLE working_copy (
	token TEXT PRIMARY KEY,
	account_id BIGINT NOT NULL REFERENCES account (id),
	-- 0: a new document
	document_id BIGINT NOT NULL,
	-- the version of the document that it started from
	base BIGINT NOT NULL,
	-- how often it was kept; who writes names the one seen last
	serial BIGINT NOT NULL,
	fields TEXT NOT NULL,
	title TEXT NOT NULL,
	saved TEXT NOT NULL
);
CREATE INDEX working_copy_of ON working_copy (account_id, document_id, saved);
CREATE INDEX working_copy_document ON working_copy (document_id);
