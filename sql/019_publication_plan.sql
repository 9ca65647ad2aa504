-- 定时发布: what is to be published when.  The row names the version and the
-- hash that were approved; it is taken away in the transaction that publishes,
-- so two runners publish once, and whatever moves the document takes it away.
CREATE TABLE publication_plan (
	document_id BIGINT PRIMARY KEY REFERENCES document (id),
	version BIGINT NOT NULL,
	hash TEXT NOT NULL,
	due TEXT NOT NULL,
	account_id BIGINT NOT NULL REFERENCES account (id),
	login TEXT NOT NULL,
	planned TEXT NOT NULL,
	-- '' or why nothing was published: changed, account, state
	failed TEXT NOT NULL DEFAULT ''
);
CREATE INDEX publication_plan_due ON publication_plan (failed, due);
