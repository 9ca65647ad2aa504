/*
 * secrecy_purge.c - a draft that turned out to hold a state secret leaves
 * without a trace of its words.
 */
#include <string.h>

#include "core/audit.h"
#include "core/document_head.h"
#include "core/erasure.h"
#include "core/file_use.h"
#include "core/list.h"
#include "core/secrecy.h"
#include "store/files.h"

struct purge {
	struct db *db;
	const struct actor *who;
	int64_t document;
	const char *files;
	struct { int n; int64_t *v; } uploads;
	struct arena *m;
};

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

/* The bytes go too, unless somebody else sent the same file. */
static enum rc
drop_upload(struct purge *p, int64_t id)
{
	struct upload u;
	bool gone, used;
	enum rc rc = upload_get(p->db, p->who->unit, id, &u, p->m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if ((rc = erasure_upload(p->db, &u, &gone)) != RC_OK || !gone)
		return rc;
	if ((rc = file_use(p->db, u.sha256, &used)) != RC_OK || used)
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
	if ((rc = load_uploads(p)) != RC_OK)
		return rc;
	return erasure_document(p->db, p->document, p->m);
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
