-- The register of publication: a line for whatever becomes public, changes or
-- leaves, in a Merkle tree as in RFC 9162 whose heads are signed.

CREATE TABLE register_line (
	-- 1, 2, 3 ...: the leaf's index is one less
	number BIGINT PRIMARY KEY,
	-- when the line was written
	at TEXT NOT NULL,
	-- since when what it says holds: the same, or earlier where the
	-- register began after it
	since TEXT NOT NULL,
	action TEXT NOT NULL CHECK (action IN ('publish', 'revise', 'expire',
	    'withdraw', 'delete')),
	-- move: with the deed itself; existing: public before the register was
	origin TEXT NOT NULL CHECK (origin IN ('move', 'existing')),
	document_id BIGINT NOT NULL REFERENCES document (id),
	index_no TEXT NOT NULL,
	unit_code TEXT NOT NULL,
	-- of the document after it
	state TEXT NOT NULL CHECK (state IN ('published', 'expired',
	    'withdrawn', 'deleted')),
	-- the revision that is, or last was, public, and its hash
	version BIGINT NOT NULL,
	hash TEXT NOT NULL CHECK (length(hash) = 64),
	leaf TEXT NOT NULL CHECK (length(leaf) = 64)
);
CREATE INDEX register_line_document ON register_line (document_id, number);
CREATE INDEX register_line_index ON register_line (index_no, number);

-- The hashes of complete subtrees: 2^level leaves from position * 2^level on.
CREATE TABLE register_node (
	level BIGINT NOT NULL CHECK (level > 0),
	position BIGINT NOT NULL,
	hash TEXT NOT NULL CHECK (length(hash) = 64),
	PRIMARY KEY (level, position)
);

-- Public keys, the newest last; what an older one has signed stays good.
CREATE TABLE register_key (
	id BIGINT PRIMARY KEY,
	since TEXT NOT NULL,
	public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64)
);

-- Tree heads: the whole register up to line `size`, signed.
CREATE TABLE register_head (
	id BIGINT PRIMARY KEY,
	at TEXT NOT NULL,
	size BIGINT NOT NULL CHECK (size >= 0),
	root TEXT NOT NULL CHECK (length(root) = 64),
	key_id BIGINT NOT NULL REFERENCES register_key (id),
	origin TEXT NOT NULL,
	signature TEXT NOT NULL CHECK (length(signature) = 128)
);
CREATE INDEX register_head_size ON register_head (size, id);

CREATE TRIGGER register_line_no_update BEFORE UPDATE ON register_line
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_line_no_delete BEFORE DELETE ON register_line
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_node_no_update BEFORE UPDATE ON register_node
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_node_no_delete BEFORE DELETE ON register_node
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_key_no_update BEFORE UPDATE ON register_key
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_key_no_delete BEFORE DELETE ON register_key
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_head_no_update BEFORE UPDATE ON register_head
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;
CREATE TRIGGER register_head_no_delete BEFORE DELETE ON register_head
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END;

-- Where each document stands or stood, with its newest line: what feeds read,
-- so that what left is still told to those who follow its unit or category.
-- category_id 0 and theme_id 0 as in listing.
CREATE TABLE register_latest (
	document_id BIGINT NOT NULL REFERENCES document (id),
	category_id BIGINT NOT NULL,
	unit_id BIGINT NOT NULL,
	theme_id BIGINT NOT NULL,
	number BIGINT NOT NULL REFERENCES register_line (number),
	PRIMARY KEY (document_id, category_id)
);
CREATE INDEX register_latest_category ON register_latest (category_id, number);
CREATE INDEX register_latest_unit
    ON register_latest (unit_id, category_id, number);
CREATE INDEX register_latest_theme
    ON register_latest (theme_id, category_id, number);

-- How many public documents were published in each month (UTC), and when
-- anything of it changed: the index of the sitemaps.
CREATE TABLE register_month (
	month TEXT PRIMARY KEY CHECK (length(month) = 7),
	n BIGINT NOT NULL CHECK (n >= 0),
	changed TEXT NOT NULL
);
CREATE TABLE register_stand (
	document_id BIGINT PRIMARY KEY REFERENCES document (id),
	-- '' when it is not public any more
	month TEXT NOT NULL
);
CREATE INDEX listing_published ON listing (category_id, published, publication);

-- Nothing in a line is more than what the public was told at the time.
CREATE VIEW public_register AS
SELECT number, at, since, action, origin, index_no, unit_code, state, version,
	hash, leaf FROM register_line;
CREATE VIEW public_register_node AS
SELECT level, position, hash FROM register_node;
CREATE VIEW public_register_head AS
SELECT h.id, h.at, h.size, h.root, h.origin, h.signature, k.public_key
FROM register_head h JOIN register_key k ON k.id = h.key_id;
CREATE VIEW public_register_key AS
SELECT id, since, public_key FROM register_key;
CREATE VIEW public_latest AS
SELECT document_id, category_id, unit_id AS by_unit, theme_id AS by_theme,
	number FROM register_latest;
CREATE VIEW public_month AS
SELECT month, n, changed FROM register_month WHERE n > 0;

CREATE TRIGGER public_register_head_insert AFTER INSERT ON register_head
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
CREATE TRIGGER public_register_line_insert AFTER INSERT ON register_line
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
