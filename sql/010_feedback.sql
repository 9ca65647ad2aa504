-- 找错: a visitor reports an error in a page, the unit answers.
CREATE TABLE feedback (
	id BIGINT PRIMARY KEY,
	number TEXT NOT NULL UNIQUE,
	code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
	-- hash of the moment the form was shown: one report a form
	once TEXT NOT NULL UNIQUE,
	unit_id BIGINT NOT NULL REFERENCES unit (id),
	-- the document whose page it was
	document_id BIGINT REFERENCES document (id),
	page TEXT NOT NULL,
	words TEXT NOT NULL CHECK (words <> ''),
	-- sealed; '' when none was given
	contact TEXT NOT NULL,
	received TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('open', 'answered')),
	answer TEXT NOT NULL DEFAULT '',
	-- 1: the page was corrected
	corrected BIGINT NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)),
	answered TEXT NOT NULL DEFAULT ''
);
CREATE INDEX feedback_unit ON feedback (unit_id, state, id);
-- how to reach somebody is forgotten in time
CREATE INDEX feedback_answered ON feedback (answered)
    WHERE contact <> '' AND answered <> '';
