-- 常用查询: conditions of a list of documents that somebody keeps by a name.
CREATE TABLE saved_query (
	id BIGINT PRIMARY KEY,
	account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
	-- the address of the list after /gkht/
	list TEXT NOT NULL CHECK (list IN ('entry', 'review', 'publish',
	    'published', 'manage')),
	name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
	-- as it stands in the address
	query TEXT NOT NULL CHECK (length(query) BETWEEN 1 AND 4000),
	UNIQUE (account_id, list, name)
);
