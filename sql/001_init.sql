-- The whole first schema.  One text for SQLite and PostgreSQL: ids come from
-- seq, times are UTC text (2026-10-22T01:31:00Z), days are text (2026-10-22),
-- flags are 0/1.

CREATE TABLE seq (
	name TEXT PRIMARY KEY,
	v BIGINT NOT NULL
);

CREATE TABLE unit (
	id BIGINT PRIMARY KEY,
	code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 2 AND 16 AND code = lower(code)),
	name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 2 AND 60),
	short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 30),
	kind TEXT NOT NULL CHECK (kind IN ('department', 'street', 'town', 'zone')),
	position BIGINT NOT NULL,
	pinyin TEXT NOT NULL,
	supervising BIGINT NOT NULL DEFAULT 0 CHECK (supervising IN (0, 1)),
	enabled BIGINT NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
	duties TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	postcode TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	fax TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	hours TEXT NOT NULL DEFAULT ''
);

CREATE TABLE account (
	id BIGINT PRIMARY KEY,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	login TEXT NOT NULL UNIQUE CHECK (login = lower(login)),
	role TEXT NOT NULL CHECK (role IN ('admin', 'entry', 'review')),
	name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 30),
	phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 30),
	password TEXT NOT NULL,
	-- 1: opens nothing but the page that changes the password
	initial BIGINT NOT NULL CHECK (initial IN (0, 1)),
	password_set TEXT NOT NULL,
	enabled BIGINT NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
	failures BIGINT NOT NULL DEFAULT 0,
	locked_until TEXT NOT NULL DEFAULT '',
	last_login TEXT NOT NULL DEFAULT '',
	UNIQUE (unit_id, role)
);

-- Only logged-in people have a row; an anonymous visitor's token is enough
-- for the form token and is kept nowhere.
CREATE TABLE session (
	token_hash TEXT PRIMARY KEY,
	account_id BIGINT NOT NULL REFERENCES account (id),
	created TEXT NOT NULL,
	seen TEXT NOT NULL,
	address TEXT NOT NULL,
	agent TEXT NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- Failed logins by address, to slow the address down.
CREATE TABLE login_failure (
	address TEXT PRIMARY KEY,
	failures BIGINT NOT NULL,
	last TEXT NOT NULL
);
CREATE INDEX login_failure_last ON login_failure (last);

CREATE TABLE category (
	id BIGINT PRIMARY KEY,
	parent_id BIGINT REFERENCES category (id),
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
	basis TEXT NOT NULL DEFAULT '',
	position BIGINT NOT NULL,
	depth BIGINT NOT NULL CHECK (depth BETWEEN 0 AND 3)
);
CREATE INDEX category_parent ON category (parent_id);

-- Flat lists: theme (主题分类, 22 classes) and kind (体裁).
CREATE TABLE vocabulary (
	id BIGINT PRIMARY KEY,
	list TEXT NOT NULL CHECK (list IN ('theme', 'kind')),
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
	position BIGINT NOT NULL,
	UNIQUE (list, name)
);

-- Days that differ from the plain Monday-to-Friday rule.
CREATE TABLE holiday (
	day TEXT PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
	name TEXT NOT NULL,
	notice_year BIGINT NOT NULL
);

-- A file somebody of a unit sent in: an attachment, an imported Word file or
-- a picture of a text.  Its bytes are in the content-addressed store.
CREATE TABLE upload (
	id BIGINT PRIMARY KEY,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	account_id BIGINT REFERENCES account (id),
	use TEXT NOT NULL CHECK (use IN ('attachment', 'original', 'image')),
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
	type TEXT NOT NULL,
	size BIGINT NOT NULL CHECK (size >= 0),
	sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
	created TEXT NOT NULL
);
CREATE INDEX upload_image ON upload (sha256, unit_id) WHERE use = 'image';

CREATE TABLE document (
	id BIGINT PRIMARY KEY,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved',
	    'published', 'withdrawn', 'expired', 'deleted')),
	-- grows with every change: the optimistic lock
	version BIGINT NOT NULL,
	-- the revision being worked on; the live one while published or expired
	revision_id BIGINT NOT NULL,
	-- '' or why it came back from review
	returned TEXT NOT NULL DEFAULT '',
	-- why it was withdrawn, marked expired or deleted
	reason TEXT NOT NULL DEFAULT '',
	-- SHA-256 of the approved revision, '' when not approved
	approved_hash TEXT NOT NULL DEFAULT '',
	-- given at first publication, never reused: ZFB/2026-00012
	index_no TEXT UNIQUE,
	-- grows with every publication; newest first is by this
	publication BIGINT UNIQUE,
	first_published TEXT NOT NULL DEFAULT '',
	published TEXT NOT NULL DEFAULT '',
	expired TEXT NOT NULL DEFAULT '',
	left_portal TEXT NOT NULL DEFAULT '',
	entered_by BIGINT NOT NULL REFERENCES account (id),
	created TEXT NOT NULL,
	modified TEXT NOT NULL,
	CHECK (state NOT IN ('published', 'expired') OR
	    (index_no IS NOT NULL AND publication IS NOT NULL))
);
CREATE UNIQUE INDEX document_revision ON document (revision_id);
CREATE INDEX document_office ON document (unit_id, state, modified, id);
CREATE INDEX document_unit ON document (unit_id, modified, id);
CREATE INDEX document_first ON document (unit_id, first_published);

CREATE TABLE revision (
	id BIGINT PRIMARY KEY,
	document_id BIGINT NOT NULL REFERENCES document (id),
	number BIGINT NOT NULL CHECK (number > 0),
	title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
	doc_no TEXT NOT NULL DEFAULT '' CHECK (length(doc_no) <= 60),
	made_on TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '' CHECK (length(summary) <= 500),
	openness TEXT NOT NULL DEFAULT 'active'
	    CHECK (openness IN ('active', 'request', 'closed')),
	kind_id BIGINT REFERENCES vocabulary (id),
	theme_id BIGINT REFERENCES vocabulary (id),
	original_id BIGINT REFERENCES upload (id),
	-- what changed, said by whoever changed a published document
	note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500),
	-- SHA-256 over text, metadata and files; '' while it can still change
	hash TEXT NOT NULL DEFAULT '',
	-- '' until this revision was first on the portal
	published TEXT NOT NULL DEFAULT '',
	-- '' or when it was taken off the portal: what was withdrawn does not
	-- come back as the history of a later, corrected publication
	withdrawn TEXT NOT NULL DEFAULT '',
	created_by BIGINT NOT NULL REFERENCES account (id),
	created TEXT NOT NULL,
	saved_by BIGINT NOT NULL REFERENCES account (id),
	-- last, so that lists do not read through them
	body TEXT NOT NULL DEFAULT '',
	body_text TEXT NOT NULL DEFAULT '',
	UNIQUE (document_id, number)
);
CREATE INDEX revision_doc_no ON revision (doc_no);

CREATE TABLE revision_category (
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	category_id BIGINT NOT NULL REFERENCES category (id),
	PRIMARY KEY (revision_id, category_id)
);

CREATE TABLE attachment (
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	position BIGINT NOT NULL,
	upload_id BIGINT NOT NULL REFERENCES upload (id),
	PRIMARY KEY (revision_id, position)
);

-- The pictures a revision's text shows.
CREATE TABLE revision_image (
	revision_id BIGINT NOT NULL REFERENCES revision (id),
	sha256 TEXT NOT NULL,
	type TEXT NOT NULL,
	PRIMARY KEY (revision_id, sha256)
);
CREATE INDEX revision_image_sha ON revision_image (sha256);

-- What a reader filters by and what a row of a list shows, copied at
-- publication so that every list of the portal is one index range without
-- joins.  category_id 0 stands for "any".
CREATE TABLE listing (
	category_id BIGINT NOT NULL,
	publication BIGINT NOT NULL,
	document_id BIGINT NOT NULL REFERENCES document (id),
	unit_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	year BIGINT NOT NULL,
	-- as public_document shows it, '' when it does not
	state TEXT NOT NULL,
	index_no TEXT NOT NULL,
	unit_code TEXT NOT NULL,
	unit_short TEXT NOT NULL,
	title TEXT NOT NULL,
	doc_no TEXT NOT NULL,
	made_on TEXT NOT NULL,
	theme_name TEXT NOT NULL,
	published TEXT NOT NULL,
	PRIMARY KEY (document_id, category_id)
);
CREATE INDEX listing_category ON listing (category_id, publication);
CREATE INDEX listing_category_year ON listing (category_id, year, publication);
CREATE INDEX listing_unit ON listing (unit_id, category_id, publication);
CREATE INDEX listing_unit_year ON listing (unit_id, category_id, year, publication);
CREATE INDEX listing_theme ON listing (theme_id, category_id, publication);

-- How many public documents stand under each heading; kept by the same
-- functions that keep listing, so no page counts rows.
CREATE TABLE listing_count (
	unit_id BIGINT NOT NULL,
	category_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	year BIGINT NOT NULL,
	n BIGINT NOT NULL CHECK (n >= 0),
	PRIMARY KEY (unit_id, category_id, theme_id, year)
);
CREATE INDEX listing_count_category ON listing_count (unit_id, theme_id, year, category_id, n);
CREATE INDEX listing_count_theme ON listing_count (unit_id, category_id, year, theme_id, n);
CREATE INDEX listing_count_unit ON listing_count (category_id, theme_id, year, unit_id, n);

CREATE TABLE audit (
	id BIGINT PRIMARY KEY,
	at TEXT NOT NULL,
	account_id BIGINT,
	login TEXT NOT NULL,
	unit_id BIGINT,
	address TEXT NOT NULL,
	action TEXT NOT NULL,
	object TEXT NOT NULL,
	object_id BIGINT NOT NULL,
	from_state TEXT NOT NULL,
	to_state TEXT NOT NULL,
	detail TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL
);
CREATE INDEX audit_object ON audit (object, object_id, id);
CREATE INDEX audit_unit ON audit (unit_id, id);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

-- The one visibility: what the public may see, and through these views only.
CREATE VIEW public_document AS
SELECT d.id, d.unit_id, u.code AS unit_code, u.name AS unit_name,
	u.short_name AS unit_short, d.state, d.index_no, d.publication,
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

-- Every published revision of a public document: its history.
CREATE VIEW public_revision AS
SELECT p.id, p.unit_id, p.unit_code, p.unit_name, p.unit_short, p.state,
	p.index_no, p.publication, p.first_published, r.published, p.reason,
	p.expired, r.id AS revision_id, r.number, r.title, r.doc_no, r.made_on,
	r.summary, r.openness, r.kind_id, r.theme_id,
	COALESCE((SELECT k.name FROM vocabulary k WHERE k.id = r.kind_id), '')
	    AS kind_name,
	COALESCE((SELECT t.name FROM vocabulary t WHERE t.id = r.theme_id), '')
	    AS theme_name,
	r.original_id, r.note, r.hash, r.body, r.body_text
FROM revision r
JOIN public_document p ON p.id = r.document_id
WHERE r.published <> '' AND r.withdrawn = '' AND r.openness = 'active';

CREATE VIEW public_category AS
SELECT p.revision_id, c.id, c.parent_id, c.code, c.name, c.basis, c.depth,
	c.position
FROM public_revision p
JOIN revision_category x ON x.revision_id = p.revision_id
JOIN category c ON c.id = x.category_id;

CREATE VIEW public_attachment AS
SELECT p.id AS document_id, p.revision_id, a.position, w.id AS upload_id,
	w.use, w.name, w.type, w.size, w.sha256
FROM public_revision p
JOIN attachment a ON a.revision_id = p.revision_id
JOIN upload w ON w.id = a.upload_id;

CREATE VIEW public_original AS
SELECT p.id AS document_id, p.revision_id, w.id AS upload_id, w.use, w.name,
	w.type, w.size, w.sha256
FROM public_revision p
JOIN upload w ON w.id = p.original_id;

CREATE VIEW public_image AS
SELECT i.sha256, i.type, p.id AS document_id
FROM revision_image i
JOIN public_revision p ON p.revision_id = i.revision_id;

-- What a list of the portal is read from: a row for each category a document
-- stands in, those above it and 0.
CREATE VIEW public_listing AS
SELECT category_id, publication AS key, unit_id AS by_unit,
	theme_id AS by_theme, year AS by_year, document_id AS id, publication,
	state, index_no, unit_code, unit_short, title, doc_no, made_on,
	theme_name, published
FROM listing
WHERE state IN ('published', 'expired');

CREATE VIEW public_count AS
SELECT unit_id, category_id, theme_id, year, n FROM listing_count;

-- What stays of a deleted document that was once public: name, number, dates.
CREATE VIEW public_tombstone AS
SELECT d.id, u.code AS unit_code, u.name AS unit_name,
	u.short_name AS unit_short, d.index_no, d.first_published, d.published,
	d.left_portal, d.reason, r.title, r.doc_no, r.made_on
FROM document d
JOIN revision r ON r.id = d.revision_id
JOIN unit u ON u.id = d.unit_id
WHERE d.state = 'deleted' AND d.index_no IS NOT NULL
	AND r.openness = 'active';

-- The copies in listing follow whoever changes what they were copied from;
-- above all its state, so that no forgotten row shows a hidden document.
CREATE TRIGGER listing_document AFTER UPDATE OF state, revision_id ON document
BEGIN UPDATE listing SET state = COALESCE((SELECT p.state
	FROM public_document p WHERE p.id = NEW.id), '')
	WHERE document_id = NEW.id; END;
CREATE TRIGGER listing_revision AFTER UPDATE OF openness ON revision
BEGIN UPDATE listing SET state = COALESCE((SELECT p.state
	FROM public_document p WHERE p.id = NEW.document_id), '')
	WHERE document_id = NEW.document_id; END;
CREATE TRIGGER listing_unit AFTER UPDATE OF code, short_name ON unit
BEGIN UPDATE listing SET unit_code = NEW.code, unit_short = NEW.short_name
	WHERE unit_id = NEW.id; END;
CREATE TRIGGER listing_theme AFTER UPDATE OF name ON vocabulary
BEGIN UPDATE listing SET theme_name = NEW.name WHERE theme_id = NEW.id; END;

-- Another number after every change of what the public can see, and never the
-- same one twice, not even in a restored copy: pages are compared by it.
INSERT INTO seq (name, v) VALUES ('public', 0);
CREATE VIEW public_state AS SELECT v FROM seq WHERE name = 'public';

CREATE TRIGGER public_listing_insert AFTER INSERT ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_update AFTER UPDATE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_listing_delete AFTER DELETE ON listing
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_unit_insert AFTER INSERT ON unit
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_unit_update AFTER UPDATE ON unit
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_unit_delete AFTER DELETE ON unit
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_category_insert AFTER INSERT ON category
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_category_update AFTER UPDATE ON category
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_category_delete AFTER DELETE ON category
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_vocabulary_insert AFTER INSERT ON vocabulary
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_vocabulary_update AFTER UPDATE ON vocabulary
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_vocabulary_delete AFTER DELETE ON vocabulary
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_holiday_insert AFTER INSERT ON holiday
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_holiday_update AFTER UPDATE ON holiday
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_holiday_delete AFTER DELETE ON holiday
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_document_update AFTER UPDATE ON document
WHEN OLD.state IN ('published', 'expired') OR NEW.state IN ('published', 'expired')
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
