-- What keeps programs that fill in forms at bay.  Nothing here tells who
-- somebody is, and rows go as soon as they have no effect any more.

-- When the bucket is empty again (Unix seconds): that far from now it is full.
CREATE TABLE gate_bucket (
	key TEXT PRIMARY KEY,
	empty_at BIGINT NOT NULL
);
CREATE INDEX gate_bucket_empty ON gate_bucket (empty_at);

-- Proofs of work that were used.
CREATE TABLE gate_spent (
	signature TEXT PRIMARY KEY,
	expires BIGINT NOT NULL
);
CREATE INDEX gate_spent_expires ON gate_spent (expires);
