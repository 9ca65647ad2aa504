-- Whether anybody remarked on a revision, before it goes.
CREATE INDEX review_remark_revision ON review_remark (revision_id);
