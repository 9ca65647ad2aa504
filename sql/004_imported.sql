-- What the import of a Word file made of it, for those who check it against
-- the original; report is text of the importer's, a line a fact.
CREATE TABLE imported (
	upload_id BIGINT PRIMARY KEY REFERENCES upload (id),
	report TEXT NOT NULL,
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
