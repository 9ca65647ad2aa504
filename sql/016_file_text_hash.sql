-- The text of a public attachment with the hash of the file, so that a unit can
-- have its own files read again.
DROP VIEW public_file_text;
CREATE VIEW public_file_text AS
SELECT a.document_id, a.revision_id, a.position, a.upload_id, a.name,
	a.sha256, t.state, t.cause, t.text
FROM public_attachment a
JOIN public_document p ON p.id = a.document_id
	AND p.revision_id = a.revision_id
JOIN file_text t ON t.sha256 = a.sha256;

CREATE INDEX file_text_failed ON file_text (cause) WHERE state = 'failed';
