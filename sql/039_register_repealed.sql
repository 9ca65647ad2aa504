-- The register tells 废止 from 失效.  Older lines say "expired" of both and stay
-- what they are, word and hash.  As with documents it is one state with a mark.

ALTER TABLE register_line ADD COLUMN repealed BIGINT NOT NULL DEFAULT 0 CHECK (repealed IN (0, 1));

DROP VIEW public_register;
CREATE VIEW public_register AS
SELECT number, at, since, action, origin, index_no, unit_code,
	CASE repealed WHEN 1 THEN 'repealed' ELSE state END AS state, version,
	hash, leaf FROM register_line;
