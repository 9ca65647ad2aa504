-- An account is a role of a unit; the people behind it change.  Who of
-- them a document or what is typed belongs to is kept with it, so that a new
-- name on the account does not rewrite who entered what.

-- The name on the account of entered_by when it was entered, or of who has
-- taken it over since; '' when the account had none.
ALTER TABLE document ADD COLUMN person TEXT NOT NULL DEFAULT '';
UPDATE document SET person = COALESCE((SELECT a.name FROM account a
	WHERE a.id = document.entered_by), '');
CREATE INDEX document_entered ON document (entered_by, state, modified, id);

ALTER TABLE working_copy ADD COLUMN person TEXT NOT NULL DEFAULT '';
UPDATE working_copy SET person = COALESCE((SELECT a.name FROM account a
	WHERE a.id = working_copy.account_id), '');
