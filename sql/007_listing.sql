-- Lists by kind, month, agency word of the document number and validity as
-- well, in three orders.  What a reader filters by stands apart from what a
-- row shows: each index below holds all of the former, so that a filter is
-- checked without reading rows.  Both are filled again from the views.

DROP TRIGGER listing_document;
DROP TRIGGER listing_revision;
DROP TRIGGER listing_unit;
DROP TRIGGER listing_theme;
DROP TRIGGER public_listing_insert;
DROP TRIGGER public_listing_update;
DROP TRIGGER public_listing_delete;
DROP VIEW public_listing;
DROP TABLE listing;
DELETE FROM listing_count;

-- 发文机关代字: what stands before the year of a document number.
CREATE TABLE doc_word (
	id BIGINT PRIMARY KEY,
	word TEXT NOT NULL UNIQUE,
	-- the order of words by their pinyin
	rank BIGINT NOT NULL
);

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
	-- 1 in force, 2 expired; 0 when public_document does not show it
	validity BIGINT NOT NULL CHECK (validity BETWEEN 0 AND 2),
	-- the orders by day and by number, falling, no two alike
	made_key BIGINT NOT NULL,
	number_key BIGINT NOT NULL,
	PRIMARY KEY (document_id, category_id)
);
CREATE INDEX listing_category ON listing (category_id, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_category_year ON listing (category_id, year, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit ON listing (unit_id, category_id, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_year ON listing (unit_id, category_id, year, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_theme ON listing (theme_id, category_id, publication, unit_id, kind_id, word_id, month, validity);
CREATE INDEX listing_kind ON listing (kind_id, category_id, publication, unit_id, theme_id, word_id, month, validity);
CREATE INDEX listing_word ON listing (word_id, category_id, publication, unit_id, theme_id, kind_id, month, validity);
CREATE INDEX listing_month ON listing (month, category_id, publication, unit_id, theme_id, kind_id, word_id, validity);
CREATE INDEX listing_expired ON listing (category_id, publication, unit_id, theme_id, kind_id, word_id, month) WHERE validity = 2;
CREATE INDEX listing_made ON listing (category_id, made_key, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_made ON listing (unit_id, category_id, made_key, publication, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_number ON listing (category_id, number_key, publication, unit_id, theme_id, kind_id, word_id, month, validity);
CREATE INDEX listing_unit_number ON listing (unit_id, category_id, number_key, publication, theme_id, kind_id, word_id, month, validity);

-- What a row of a list shows.
CREATE TABLE listing_row (
	publication INTEGER PRIMARY KEY,
	document_id BIGINT NOT NULL UNIQUE REFERENCES document (id),
	unit_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	kind_id BIGINT NOT NULL,
	-- as it is counted in listing_facet
	validity BIGINT NOT NULL,
	index_no TEXT NOT NULL,
	unit_code TEXT NOT NULL,
	unit_short TEXT NOT NULL,
	title TEXT NOT NULL,
	doc_no TEXT NOT NULL,
	made_on TEXT NOT NULL,
	theme_name TEXT NOT NULL,
	kind_name TEXT NOT NULL,
	published TEXT NOT NULL
);
CREATE INDEX listing_row_unit ON listing_row (unit_id);
CREATE INDEX listing_row_theme ON listing_row (theme_id);
CREATE INDEX listing_row_kind ON listing_row (kind_id);

-- How many public documents stand under each value of the other facets: 1
-- kind, 2 month, 3 agency word, 4 validity; unit_id 0 and category_id 0: any.
CREATE TABLE listing_facet (
	facet BIGINT NOT NULL,
	unit_id BIGINT NOT NULL,
	category_id BIGINT NOT NULL,
	value BIGINT NOT NULL,
	n BIGINT NOT NULL CHECK (n >= 0),
	PRIMARY KEY (facet, unit_id, category_id, value)
);
CREATE INDEX listing_facet_category ON listing_facet (facet, value, unit_id, category_id, n);
CREATE INDEX listing_facet_unit ON listing_facet (facet, category_id, value, unit_id, n);

CREATE VIEW public_listing AS
SELECT category_id, publication AS key, made_key, number_key,
	unit_id AS by_unit, theme_id AS by_theme, kind_id AS by_kind,
	word_id AS by_word, year AS by_year, month AS by_month, validity,
	publication
FROM listing
WHERE validity > 0;

-- Shown beside rows of public_listing only.
CREATE VIEW public_row AS
SELECT publication, document_id AS id, index_no, unit_code, unit_short, title,
	doc_no, made_on, theme_name, kind_name, published
FROM listing_row;

CREATE VIEW public_facet AS
SELECT facet, unit_id, category_id, value, n FROM listing_facet;

CREATE VIEW public_word AS
SELECT w.id, w.word, w.rank FROM doc_word w
WHERE EXISTS (SELECT 1 FROM listing_facet f WHERE f.facet = 3
	AND f.unit_id = 0 AND f.category_id = 0 AND f.value = w.id);

-- The copies follow whoever changes what they were copied from; above all its
-- state, so that no forgotten row shows a hidden document.
CREATE TRIGGER listing_document AFTER UPDATE OF state, revision_id ON document
BEGIN UPDATE listing SET validity = COALESCE((SELECT CASE p.state
	WHEN 'published' THEN 1 ELSE 2 END
	FROM public_document p WHERE p.id = NEW.id), 0)
	WHERE document_id = NEW.id; END;
CREATE TRIGGER listing_revision AFTER UPDATE OF openness ON revision
BEGIN UPDATE listing SET validity = COALESCE((SELECT CASE p.state
	WHEN 'published' THEN 1 ELSE 2 END
	FROM public_document p WHERE p.id = NEW.document_id), 0)
	WHERE document_id = NEW.document_id; END;
CREATE TRIGGER listing_unit AFTER UPDATE OF code, short_name ON unit
BEGIN UPDATE listing_row SET unit_code = NEW.code, unit_short = NEW.short_name
	WHERE unit_id = NEW.id; END;
CREATE TRIGGER listing_theme AFTER UPDATE OF name ON vocabulary
BEGIN UPDATE listing_row SET theme_name = NEW.name WHERE theme_id = NEW.id;
	UPDATE listing_row SET kind_name = NEW.name WHERE kind_id = NEW.id; END;

CREATE TRIGGER public_listing_insert AFTER INSERT ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_update AFTER UPDATE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_delete AFTER DELETE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_row_update AFTER UPDATE ON listing_row
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
