/* erasure.c - see erasure.h. */
#include "core/bulk.h"
#include "core/erasure.h"
#include "core/list.h"
#include "core/profiles.h"
#include "core/revision.h"

/* Goes on only while all went well, so that a row of them reads as a list. */
#define DROP(rc, db, table, column, id)					\
	do {								\
		if ((rc) == RC_OK)					\
			(rc) = db_run((db), "DELETE FROM " table	\
			    " WHERE " column " = $1", V(id));		\
	} while (0)

static enum rc
drop_revision(struct db *db, int64_t id)
{
	enum rc rc = profile_drop(db, id);

	if (rc == RC_OK)
		rc = revision_drop_parts(db, id);
	DROP(rc, db, "finding", "revision_id", id);
	DROP(rc, db, "inspection", "revision_id", id);
	DROP(rc, db, "revision_content", "revision_id", id);
	DROP(rc, db, "likeness", "revision_id", id);
	DROP(rc, db, "closure", "revision_id", id);
	DROP(rc, db, "revision", "id", id);
	return rc;
}

static enum rc
drop_revisions(struct db *db, int64_t document, struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct rows q = db_query(db, "SELECT id FROM revision"
	    " WHERE document_id = $1", V(document));
	enum rc rc;

	while (db_next(&q))
		*list_add(&ids, m) = db_int(&q, 0);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < ids.n; k++)
		rc = drop_revision(db, ids.v[k]);
	return rc;
}

enum rc
erasure_document(struct db *db, int64_t document, struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM document_relation"
	    " WHERE from_id = $1 OR to_id = $1", V(document));

	DROP(rc, db, "secrecy_review", "document_id", document);
	DROP(rc, db, "profile_check", "document_id", document);
	DROP(rc, db, "review_remark", "document_id", document);
	DROP(rc, db, "publication_plan", "document_id", document);
	DROP(rc, db, "review_seen", "document_id", document);
	DROP(rc, db, "late_reason", "document_id", document);
	DROP(rc, db, "reassessment", "document_id", document);
	DROP(rc, db, "working_copy", "document_id", document);
	DROP(rc, db, "amendment", "document_id", document);
	DROP(rc, db, "listing", "document_id", document);
	if (rc == RC_OK)
		rc = bulk_forget(db, document);
	if (rc == RC_OK)
		rc = drop_revisions(db, document, m);
	DROP(rc, db, "document", "id", document);
	return rc;
}

static enum rc
number(struct rows q, int64_t *n)
{
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*n = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
is_used(struct db *db, const struct upload *u, bool *used)
{
	int64_t n = 0;
	enum rc rc = number(db_query(db, "SELECT"
	    " (SELECT count(*) FROM revision WHERE original_id = $1)"
	    " + (SELECT count(*) FROM attachment WHERE upload_id = $1)"
	    " + (SELECT count(*) FROM revision_image WHERE sha256 = $2)",
	    V(u->id), V(u->sha256)), &n);

	*used = n > 0;
	return rc;
}

/* What was found in the bytes is forgotten with the last who sent them. */
static enum rc
drop_upload(struct db *db, const struct upload *u)
{
	int64_t others = 0;
	enum rc rc = db_run(db, "DELETE FROM imported_page WHERE page_id = $1"
	    " OR upload_id = $1", V(u->id));

	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM imported WHERE upload_id = $1",
		    V(u->id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM upload WHERE id = $1", V(u->id));
	if (rc == RC_OK)
		rc = number(db_query(db, "SELECT count(*) FROM upload"
		    " WHERE sha256 = $1", V(u->sha256)), &others);
	return rc != RC_OK || others > 0 ? rc : db_run(db,
	    "DELETE FROM inspected_file WHERE sha256 = $1", V(u->sha256));
}

enum rc
erasure_upload(struct db *db, const struct upload *u, bool *gone)
{
	bool used;
	enum rc rc = is_used(db, u, &used);

	*gone = rc == RC_OK && !used;
	return *gone ? drop_upload(db, u) : rc;
}
