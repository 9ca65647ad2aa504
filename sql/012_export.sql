-- What the registered hash of a public text is made of, beside what
-- public_revision shows: whoever has it can compute the hash himself.
CREATE VIEW public_content AS
SELECT p.revision_id, COALESCE(p.kind_id, 0) AS kind_id,
	COALESCE(p.theme_id, 0) AS theme_id,
	COALESCE((SELECT w.sha256 FROM upload w WHERE w.id = p.original_id), '')
	    AS original_sha256,
	p.body_text
FROM public_revision p;

-- The public documents published in a month (UTC).
CREATE INDEX register_stand_month ON register_stand (month, document_id);
CREATE VIEW public_stand AS
SELECT document_id, month FROM register_stand WHERE month <> '';
