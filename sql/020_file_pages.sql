-- How many pages a PDF has, for people who think before they load it; counted
-- while its text is read.  0: not known.
ALTER TABLE file_text ADD COLUMN pages BIGINT NOT NULL DEFAULT 0;
UPDATE file_text SET state = 'waiting', tries = 0
	WHERE type = 'application/pdf' AND state <> 'waiting';

CREATE VIEW public_file_pages AS
SELECT DISTINCT a.sha256, t.pages
FROM public_attachment a
JOIN file_text t ON t.sha256 = a.sha256
WHERE t.pages > 0;

-- A scan has pages, too, although there is no text to read.
DROP TRIGGER public_state_file_text;
CREATE TRIGGER public_state_file_text AFTER UPDATE ON file_text
	WHEN NEW.state = 'read' OR NEW.pages > 0
BEGIN UPDATE seq SET v = random() WHERE name = 'public'; END;
