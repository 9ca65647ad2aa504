-- 废止 beside 失效: a mark of its own on what is not in force any more.  To the
-- workflow both are one state; the public sees which of the two it is.

ALTER TABLE document ADD COLUMN repealed BIGINT NOT NULL DEFAULT 0 CHECK (repealed IN (0, 1));

DROP VIEW public_document;
CREATE VIEW public_document AS
SELECT d.id, d.unit_id, u.code AS unit_code, u.name AS unit_name,
	u.short_name AS unit_short,
	CASE d.repealed WHEN 1 THEN 'repealed' ELSE d.state END AS state,
	d.index_no, d.publication,
	d.first_published, d.published, d.reason, d.expired,
	r.id AS revision_id, r.number, r.title, r.doc_no, r.made_on, r.summary,
	r.openness, r.kind_id, r.theme_id,
	COALESCE((SELECT k.name FROM vocabulary k WHERE k.id = r.kind_id), '')
	    AS kind_name,
	COALESCE((SELECT t.name FROM vocabulary t WHERE t.id = r.theme_id), '')
	    AS theme_name,
	r.original_id, r.hash, r.body, r.body_text
FROM document d
JOIN revision r ON r.id = d.revision_id
JOIN unit u ON u.id = d.unit_id
WHERE d.state IN ('published', 'expired') AND r.openness = 'active';

-- The lists again, with a third validity; the rows stay what they were.
CREATE TABLE listing_kept AS SELECT * FROM listing;
DROP TRIGGER listing_document;
DROP TRIGGER listing_revision;
DROP TABLE listing;

-- One row for each category a document stands in, those above it and 0, which
-- stands for "any".
CREATE TABLE listing (
	category_id BIGINT NOT NULL,
	publication BIGINT NOT NULL,
	document_id BIGINT NOT NULL REFERENCES document (id),
	unit_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	kind_id BIGINT NOT NULL,
	word_id BIGINT NOT NULL,
	-- of the day the document was made: 2026 and 202610; 0: no day
	year BIGINT NOT NULL,
	month BIGINT NOT NULL,
	-- 1 in force, 2 expired, 3 repealed; 0 when public_document does not show it
	validity BIGINT NOT NULL CHECK (validity BETWEEN 0 AND 3),
	-- the orders by day and by number, falling, no two alike
	made_key BIGINT NOT NULL,
	number_key BIGINT NOT NULL,
	PRIMARY KEY (document_id, category_id)
);
INSERT INTO listing (category_id, publication, document_id, unit_id, theme_id,
	kind_id, word_id, year, month, validity, made_key, number_key)
SELECT category_id, publication, document_id, unit_id, theme_id, kind_id,
	word_id, year, month, validity, made_key, number_key FROM listing_kept;
DROP TABLE listing_kept;
CREATE INDEX listing_category ON listing (category_id, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_category_year ON listing (category_id, year, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit ON listing (unit_id, category_id, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_year ON listing (unit_id, category_id, year, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_theme ON listing (theme_id, category_id, publication, unit_id, kind_id, word_id, month, validity);
CREATE INDEX listing_kind ON listing (kind_id, category_id, publication, unit_id, theme_id, word_id, month, validity);
CREATE INDEX listing_word ON listing (word_id, category_id, publication, unit_id, theme_id, kind_id, month, validity);
CREATE INDEX listing_month ON listing (month, category_id, publication, unit_id, theme_id, kind_id, word_id, validity);
CREATE INDEX listing_expired ON listing (category_id, publication, unit_id, theme_id, kind_id, word_id, month) WHERE validity = 2;
CREATE INDEX listing_repealed ON listing (category_id, publication, unit_id, theme_id, kind_id, word_id, month) WHERE validity = 3;
CREATE INDEX listing_made ON listing (category_id, made_key, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_made ON listing (unit_id, category_id, made_key, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_number ON listing (category_id, number_key, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_number ON listing (unit_id, category_id, number_key, publication, theme_id, kind_id, word_id, month, validity);

CREATE TRIGGER listing_document AFTER UPDATE OF state, repealed, revision_id ON document
BEGIN UPDATE listing SET validity = COALESCE((SELECT CASE p.state
	WHEN 'published' THEN 1 WHEN 'expired' THEN 2 ELSE 3 END
	FROM public_document p WHERE p.id = NEW.id), 0)
	WHERE document_id = NEW.id; END;
CREATE TRIGGER listing_revision AFTER UPDATE OF openness ON revision
BEGIN UPDATE listing SET validity = COALESCE((SELECT CASE p.state
	WHEN 'published' THEN 1 WHEN 'expired' THEN 2 ELSE 3 END
	FROM public_document p WHERE p.id = NEW.document_id), 0)
	WHERE document_id = NEW.document_id; END;

CREATE TRIGGER public_listing_insert AFTER INSERT ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_update AFTER UPDATE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_delete AFTER DELETE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
