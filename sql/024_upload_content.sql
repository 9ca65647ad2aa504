-- A file that is given another name is looked for under it first.
CREATE INDEX upload_content ON upload (unit_id, sha256);
