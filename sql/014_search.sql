-- What searching needs beside its index: words to suggest, and the text of
-- attachments.  Neither shows anything by itself: a word is offered only with
-- the number of public documents that hold it, a text only through the view.

-- Words of titles of published documents, learned outside the request.
CREATE TABLE search_word (
	word TEXT PRIMARY KEY,
	-- "tudizhengshou", "tdzs"
	pinyin TEXT NOT NULL,
	initials TEXT NOT NULL
);
CREATE INDEX search_word_pinyin ON search_word (pinyin);
CREATE INDEX search_word_initials ON search_word (initials);

-- Each word with one character left open: 征? and ?收 for 征收.
CREATE TABLE search_near (
	near TEXT NOT NULL,
	word TEXT NOT NULL REFERENCES search_word (word),
	PRIMARY KEY (near, word)
);

-- The text of files, by what they hold: read once, outside the request.
CREATE TABLE file_text (
	sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
	type TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'failed')),
	-- why there is no text: the name of an enum extract, or ''
	cause TEXT NOT NULL DEFAULT '',
	tries BIGINT NOT NULL DEFAULT 0,
	-- not before (stored time)
	due TEXT NOT NULL,
	text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX file_text_waiting ON file_text (due) WHERE state = 'waiting';
CREATE INDEX upload_sha256 ON upload (sha256);
CREATE INDEX attachment_upload ON attachment (upload_id);

CREATE VIEW public_file_text AS
SELECT a.document_id, a.revision_id, a.position, a.upload_id, a.name,
	t.state, t.cause, t.text
FROM public_attachment a
JOIN public_document p ON p.id = a.document_id
	AND p.revision_id = a.revision_id
JOIN file_text t ON t.sha256 = a.sha256;
