/*
 * secrecy_purge.c - a draft that turned out to hold a state secret leaves
 * without a trace of its words.
 */
#include <string.h>

#include "core/audit.h"
#include "core/document_head.h"
#include "core/list.h"
#include "core/secrecy.h"
#include "store/files.h"

struct purge {
	struct db *db;
	const struct actor *who;
	int64_t document;
	const char *files;
	struct { int n; int64_t *v; } revisions, uploads;
	struct arena *m;
};

static enum rc
load_revisions(struct purge *p)
{
	struct rows q = db_query(p->db, "SELECT id FROM revision"
	    " WHERE document_id = $1", V(p->document));

	while (db_next(&q))
		*list_add(&p->revisions, p->m) = db_int(&q, 0);
	return db_done(&q);
}

/* Every file of the document: attached, imported, its pages, its pictures. */
static enum rc
load_uploads(struct purge *p)
{
	struct rows q = db_query(p->db, "SELECT a.upload_id FROM attachment a"
	    " JOIN revision r ON r.id = a.revision_id"
	    " WHERE r.document_id = $1 UNION SELECT r.original_id"
	    " FROM revision r WHERE r.document_id = $1"
	    " AND r.original_id IS NOT NULL UNION SELECT g.page_id"
	    " FROM imported_page g JOIN revision r"
	    " ON r.original_id = g.upload_id WHERE r.document_id = $1"
	    " UNION SELECT u.id FROM upload u JOIN revision_image i"
	    " ON i.sha256 = u.sha256 JOIN revision r ON r.id = i.revision_id"
	    " WHERE r.document_id = $1 AND u.use = 'image'"
	    " AND u.unit_id = $2", V(p->document), V(p->who->unit));

	while (db_next(&q))
		*list_add(&p->uploads, p->m) = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
drop_revision(struct db *db, int64_t id)
{
	enum rc rc = db_run(db, "DELETE FROM finding WHERE revision_id = $1",
	    V(id));

	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM inspection WHERE revision_id = $1",
		    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM revision_content"
		    " WHERE revision_id = $1", V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM likeness WHERE revision_id = $1",
		    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM closure WHERE revision_id = $1",
		    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM revision_category"
		    " WHERE revision_id = $1", V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM attachment WHERE revision_id = $1",
		    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM revision_image"
		    " WHERE revision_id = $1", V(id));
	return rc == RC_OK ? db_run(db, "DELETE FROM revision WHERE id = $1",
	    V(id)) : rc;
}

static enum rc
drop_document(struct purge *p)
{
	enum rc rc = db_run(p->db, "DELETE FROM secrecy_review"
	    " WHERE document_id = $1", V(p->document));

	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM document_relation"
		    " WHERE from_id = $1 OR to_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM review_remark"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM publication_plan"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM review_seen"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM late_reason"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM reassessment"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM working_copy"
		    " WHERE document_id = $1", V(p->document));
	if (rc == RC_OK)
		rc = db_run(p->db, "DELETE FROM listing"
		    " WHERE document_id = $1", V(p->document));
	for (int k = 0; rc == RC_OK && k < p->revisions.n; k++)
		rc = drop_revision(p->db, p->revisions.v[k]);
	return rc == RC_OK ? db_run(p->db, "DELETE FROM document"
	    " WHERE id = $1", V(p->document)) : rc;
}

static enum rc
is_used(struct db *db, int64_t upload, const char *sha256, bool *used)
{
	struct rows q = db_query(db, "SELECT count(*) FROM revision r"
	    " LEFT JOIN attachment a ON a.revision_id = r.id"
	    " LEFT JOIN revision_image i ON i.revision_id = r.id"
	    " WHERE r.original_id = $1 OR a.upload_id = $1 OR i.sha256 = $2",
	    V(upload), V(sha256));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*used = db_int(&q, 0) > 0;
	return db_done(&q);
}

static enum rc
drop_rows(struct db *db, const struct upload *u)
{
	enum rc rc = db_run(db, "DELETE FROM imported_page WHERE page_id = $1"
	    " OR upload_id = $1", V(u->id));

	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM imported WHERE upload_id = $1",
		    V(u->id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM inspected_file WHERE sha256 = $1",
		    V(u->sha256));
	return rc == RC_OK ? db_run(db, "DELETE FROM upload WHERE id = $1",
	    V(u->id)) : rc;
}

/* The bytes go too, unless somebody else sent the same file. */
static enum rc
drop_upload(struct purge *p, int64_t id)
{
	struct upload u;
	struct rows q;
	bool used, shared;
	enum rc rc = upload_get(p->db, p->who->unit, id, &u, p->m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if ((rc = is_used(p->db, id, u.sha256, &used)) != RC_OK || used ||
	    (rc = drop_rows(p->db, &u)) != RC_OK)
		return rc;
	q = db_query(p->db, "SELECT count(*) FROM upload WHERE sha256 = $1",
	    V(u.sha256));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	shared = db_int(&q, 0) > 0;
	if ((rc = db_done(&q)) != RC_OK || shared)
		return rc;
	return files_remove(p->files, u.sha256, p->m);
}

/* Only what was never public can go as if it had never been. */
static enum rc
take_document(struct purge *p)
{
	struct head h;
	enum rc rc;

	if ((rc = head_get(p->db, p->who->unit, p->document, &h, p->m))
	    != RC_OK)
		return rc;
	if (workflow_find(h.state, ACTION_EDIT, p->who->role) == NULL ||
	    *h.index_no != '\0')
		return RC_DENIED;
	if ((rc = load_revisions(p)) != RC_OK ||
	    (rc = load_uploads(p)) != RC_OK)
		return rc;
	return drop_document(p);
}

enum rc
secrecy_purge(struct db *db, const struct actor *who, int64_t document,
    const int64_t *upload, int uploads, const char *files, struct arena *m)
{
	struct purge p = { .db = db, .who = who, .document = document,
	    .files = files, .m = m };
	enum rc rc = document != 0 ? take_document(&p) : RC_OK;

	for (int k = 0; k < uploads; k++)
		*list_add(&p.uploads, m) = upload[k];
	for (int k = 0; rc == RC_OK && k < p.uploads.n; k++)
		rc = drop_upload(&p, p.uploads.v[k]);
	return rc != RC_OK ? rc : audit_write(db, who, "secret_refused",
	    "document", document, "", "", "", m);
}
