-- Applications for disclosure.  Whatever identifies an applicant or a third
-- party is sealed text; what is left open is masked or counted.

CREATE TABLE application (
	id BIGINT PRIMARY KEY,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	-- grows with every act: the optimistic lock
	version BIGINT NOT NULL,
	number TEXT NOT NULL UNIQUE,
	-- SHA-256 of the 查询码, '' when it was imported
	code_hash TEXT NOT NULL,
	-- hash of the token of the form: one form makes one application
	once_hash TEXT UNIQUE,
	-- number in the register that was imported
	old_number TEXT NOT NULL DEFAULT '',
	channel TEXT NOT NULL CHECK (channel IN ('internet', 'counter', 'post',
	    'letter', 'fax', 'oral')),
	state TEXT NOT NULL CHECK (state IN ('submitted', 'open', 'correcting',
	    'drafted', 'answered', 'withdrawn', 'ended')),
	came_on TEXT NOT NULL CHECK (length(came_on) = 10),
	submitted TEXT NOT NULL,
	closed TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',
	-- '' for a citizen
	organisation TEXT NOT NULL DEFAULT '' CHECK (organisation IN ('',
	    'business', 'research', 'welfare', 'legal', 'other')),
	masked_name TEXT NOT NULL DEFAULT '',
	person TEXT NOT NULL,
	-- keyed hash of the number of the paper: the same applicant again
	applicant TEXT NOT NULL DEFAULT '',
	wish_name TEXT NOT NULL DEFAULT '',
	wish_doc_no TEXT NOT NULL DEFAULT '',
	wish_description TEXT NOT NULL DEFAULT '',
	delivery TEXT NOT NULL DEFAULT '',
	carrier TEXT NOT NULL DEFAULT '',
	other_ways BIGINT NOT NULL DEFAULT 0 CHECK (other_ways IN (0, 1)),
	assistance TEXT NOT NULL DEFAULT '',
	open_answer BIGINT NOT NULL DEFAULT 0 CHECK (open_answer IN (0, 1)),
	public_answer BIGINT NOT NULL DEFAULT 0 CHECK (public_answer IN (0, 1)),
	open_summary TEXT NOT NULL DEFAULT '',
	purged TEXT NOT NULL DEFAULT '',
	CHECK (state IN ('answered', 'withdrawn', 'ended') OR closed = ''),
	CHECK (state NOT IN ('answered', 'withdrawn', 'ended') OR
	    (closed <> '' AND result <> ''))
);
CREATE INDEX application_office ON application (unit_id, state, id);
CREATE INDEX application_unit ON application (unit_id, id);
CREATE INDEX application_applicant ON application (unit_id, applicant, id)
    WHERE applicant <> '';
CREATE INDEX application_closed ON application (closed, id)
    WHERE purged = '' AND closed <> '';
CREATE INDEX application_answered ON application (unit_id, closed)
    WHERE state = 'answered';
CREATE INDEX application_open ON application (id) WHERE open_answer = 1;
CREATE INDEX application_open_unit ON application (unit_id, id)
    WHERE open_answer = 1;
CREATE UNIQUE INDEX application_old ON application (unit_id, old_number)
    WHERE old_number <> '';

CREATE TABLE case_event (
	id BIGINT PRIMARY KEY,
	application_id BIGINT NOT NULL REFERENCES application (id),
	kind TEXT NOT NULL,
	at TEXT NOT NULL,
	day TEXT NOT NULL CHECK (length(day) = 10),
	until TEXT NOT NULL DEFAULT '',
	days BIGINT NOT NULL DEFAULT 0,
	amount BIGINT NOT NULL DEFAULT 0,
	text TEXT NOT NULL DEFAULT '',
	-- sealed when it names a third party
	organ TEXT NOT NULL DEFAULT '',
	about BIGINT NOT NULL DEFAULT 0,
	account_id BIGINT REFERENCES account (id),
	-- '' for the applicant
	login TEXT NOT NULL DEFAULT ''
);
CREATE INDEX case_event_application ON case_event (application_id, id);

-- Bytes are sealed before they reach the store; the name is sealed as well.
CREATE TABLE application_file (
	id BIGINT PRIMARY KEY,
	application_id BIGINT REFERENCES application (id),
	event_id BIGINT NOT NULL DEFAULT 0,
	-- hash of who may claim it, '' once it is claimed
	owner TEXT NOT NULL,
	use TEXT NOT NULL CHECK (use IN ('identity', 'paper', 'correction',
	    'answer')),
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	size BIGINT NOT NULL CHECK (size >= 0),
	-- of the sealed bytes; '' after the purge
	sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
	created TEXT NOT NULL,
	downloaded TEXT NOT NULL DEFAULT ''
);
CREATE INDEX application_file_application ON application_file (application_id, id);
CREATE INDEX application_file_owner ON application_file (owner, created)
    WHERE owner <> '';

CREATE TABLE reply (
	application_id BIGINT PRIMARY KEY REFERENCES application (id),
	result TEXT NOT NULL,
	note TEXT NOT NULL,
	given TEXT NOT NULL DEFAULT '',
	withheld TEXT NOT NULL DEFAULT '',
	basis TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	way TEXT NOT NULL DEFAULT '',
	organ TEXT NOT NULL DEFAULT '',
	organ_contact TEXT NOT NULL DEFAULT '',
	delivery TEXT NOT NULL DEFAULT '',
	drafted_by BIGINT REFERENCES account (id),
	drafted_login TEXT NOT NULL,
	drafted TEXT NOT NULL,
	released_login TEXT NOT NULL DEFAULT '',
	released TEXT NOT NULL DEFAULT '',
	returned TEXT NOT NULL DEFAULT ''
);

CREATE TABLE letter (
	id BIGINT PRIMARY KEY,
	application_id BIGINT NOT NULL REFERENCES application (id),
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	event_id BIGINT NOT NULL DEFAULT 0,
	kind TEXT NOT NULL,
	-- 代字, the part of the number before the year
	word TEXT NOT NULL,
	title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
	-- markup from the sanitizer; never names the applicant
	body TEXT NOT NULL,
	body_text TEXT NOT NULL,
	organ TEXT NOT NULL DEFAULT '',
	serial BIGINT NOT NULL DEFAULT 0,
	year BIGINT NOT NULL DEFAULT 0,
	number TEXT NOT NULL DEFAULT '',
	created TEXT NOT NULL,
	issued TEXT NOT NULL DEFAULT '',
	downloaded TEXT NOT NULL DEFAULT '',
	account_id BIGINT REFERENCES account (id),
	login TEXT NOT NULL
);
CREATE INDEX letter_application ON letter (application_id, id);
CREATE UNIQUE INDEX letter_series ON letter (unit_id, kind, year, serial)
    WHERE serial > 0;

-- 复议, 诉讼, complaints, corrections of records, suggestions to publish.
CREATE TABLE case_follow (
	id BIGINT PRIMARY KEY,
	application_id BIGINT NOT NULL REFERENCES application (id),
	version BIGINT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('review', 'suit',
	    'suit_after_review', 'complaint', 'correction', 'suggestion')),
	outcome TEXT NOT NULL,
	day TEXT NOT NULL CHECK (length(day) = 10),
	done TEXT NOT NULL DEFAULT '',
	text TEXT NOT NULL DEFAULT '',
	document_id BIGINT REFERENCES document (id),
	account_id BIGINT REFERENCES account (id),
	login TEXT NOT NULL DEFAULT ''
);
CREATE INDEX case_follow_application ON case_follow (application_id, id);

-- A form that is being filled in: sealed, gone after two idle hours.
CREATE TABLE application_copy (
	token_hash TEXT PRIMARY KEY,
	seen TEXT NOT NULL,
	fields TEXT NOT NULL
);
CREATE INDEX application_copy_seen ON application_copy (seen);

-- An application opened with its number and code.
CREATE TABLE application_visit (
	token_hash TEXT PRIMARY KEY,
	application_id BIGINT NOT NULL REFERENCES application (id),
	created TEXT NOT NULL
);
CREATE INDEX application_visit_created ON application_visit (created);

-- Wrong pairs of number and code by address, to slow the address down.
CREATE TABLE code_failure (
	address TEXT PRIMARY KEY,
	failures BIGINT NOT NULL,
	last TEXT NOT NULL
);
CREATE INDEX code_failure_last ON code_failure (last);

-- unit_id 0: the whole district.
CREATE TABLE setting (
	unit_id BIGINT NOT NULL,
	key TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (unit_id, key)
);

-- "这已回答我的问题", counted by month and first category of what helped;
-- category_id 0: an answered application.
CREATE TABLE answered_click (
	month TEXT NOT NULL CHECK (length(month) = 7),
	category_id BIGINT NOT NULL,
	n BIGINT NOT NULL CHECK (n > 0),
	PRIMARY KEY (month, category_id)
);

-- What the public may see of applications: what the unit marked, in the
-- unit's own neutral words; the answer only when it is marked as well.
CREATE VIEW public_application AS
SELECT a.id, a.unit_id, u.code AS unit_code, u.name AS unit_name,
	u.short_name AS unit_short, a.open_summary AS summary, a.result,
	a.came_on, a.submitted, a.closed, a.channel, a.state,
	CASE WHEN a.public_answer = 1 THEN
	    COALESCE((SELECT r.note FROM reply r WHERE r.application_id = a.id
	    AND r.released <> ''), '') ELSE '' END AS answer
FROM application a
JOIN unit u ON u.id = a.unit_id
WHERE a.open_answer = 1 AND a.open_summary <> '';
