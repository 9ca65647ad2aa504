/* file_text.c - see file_text.h. */
#include "core/file_text.h"

#include "base/buf.h"
#include "base/clock.h"
#include "core/list.h"
#include "core/listing.h"

#define DOCUMENTS_MAX 1000	/* that share one file */

enum rc
file_text_want(struct db *db, int64_t document, struct arena *m)
{
	return db_run(db, "INSERT INTO file_text (sha256, type, state, due)"
	    " SELECT DISTINCT a.sha256, MIN(a.type), 'waiting', $2"
	    " FROM public_attachment a JOIN public_document p"
	    " ON p.revision_id = a.revision_id WHERE p.id = $1"
	    " GROUP BY a.sha256 ON CONFLICT (sha256) DO NOTHING",
	    V(document), V(clock_text(m, clock_now())));
}

enum rc
file_text_all(struct db *db, int64_t document, const char **text,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT name, text FROM public_file_text"
	    " WHERE document_id = $1 AND state = 'read' ORDER BY position",
	    V(document));
	struct buf b = buf_new(m);

	while (db_next(&q))
		buf_printf(&b, "%s\n%s\n", db_text(&q, 0, m),
		    db_text(&q, 1, m));
	*text = b.s;
	return db_done(&q);
}

enum rc
file_text_next(struct db *db, struct file_text_job *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT sha256, type, tries"
	    " FROM file_text WHERE state = 'waiting' AND due <= $1"
	    " ORDER BY due LIMIT 1", V(clock_text(m, clock_now())));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*out = (struct file_text_job){ .sha256 = db_text(&q, 0, m),
	    .type = db_text(&q, 1, m), .tries = (int)db_int(&q, 2) };
	return db_done(&q);
}

static enum rc
index_again(struct db *db, const char *sha256, struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct rows q = db_query(db, "SELECT DISTINCT p.id FROM upload w"
	    " JOIN attachment a ON a.upload_id = w.id"
	    " JOIN public_document p ON p.revision_id = a.revision_id"
	    " WHERE w.sha256 = $1 ORDER BY p.id LIMIT $2", V(sha256),
	    V(DOCUMENTS_MAX));
	enum rc rc;

	while (db_next(&q))
		*list_add(&ids, m) = db_int(&q, 0);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < ids.n; k++)
		rc = listing_search(db, ids.v[k], m);
	return rc;
}

enum rc
file_text_read(struct db *db, const char *sha256, const char *text,
    int pages, const char *cause, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE file_text SET state = $1, text = $2,"
	    " cause = $3, tries = tries + 1, pages = $4 WHERE sha256 = $5",
	    V(*cause == '\0' ? "read" : "failed"), V(text), V(cause),
	    V(pages), V(sha256));

	return rc == RC_OK && *text != '\0' ? index_again(db, sha256, m) : rc;
}

enum rc
file_text_pages(struct db *db, const char *sha256, int *pages)
{
	struct rows q = db_query(db, "SELECT pages FROM public_file_pages"
	    " WHERE sha256 = $1", V(sha256));
	enum rc rc = db_first(&q);

	*pages = rc == RC_OK ? (int)db_int(&q, 0) : 0;
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	return rc == RC_OK ? db_done(&q) : rc;
}

enum rc
file_text_later(struct db *db, const struct file_text_job *job,
    const char *cause, struct arena *m)
{
	int tries = job->tries + 1;
	int64_t due = clock_now() + ((int64_t)30 << (2 * tries));

	return db_run(db, "UPDATE file_text SET state = $1, cause = $2,"
	    " tries = $3, due = $4 WHERE sha256 = $5",
	    V(tries < FILE_TEXT_TRIES ? "waiting" : "failed"), V(cause),
	    V(tries), V(clock_text(m, due)), V(job->sha256));
}

/* From the few files that failed, not from all documents of the unit: + 0
 * keeps the indexes of those out of it, CROSS JOIN and >= '' keep the order. */
enum rc
file_text_failed(struct db *db, int64_t unit, int max,
    struct file_text_failures *out, struct arena *m)
{
	struct file_text_failure *f;
	struct rows q = db_query(db, "SELECT t.document_id, p.title, t.name,"
	    " t.cause FROM public_file_text t JOIN public_document p"
	    " ON p.id = t.document_id WHERE p.unit_id + 0 = $1"
	    " AND t.state = 'failed' AND t.cause <> 'none' AND p.id IN ("
	    "SELECT r.document_id FROM file_text f CROSS JOIN upload w"
	    " CROSS JOIN attachment a CROSS JOIN revision r"
	    " WHERE f.state = 'failed' AND f.cause >= ''"
	    " AND f.cause <> 'none' AND w.sha256 = f.sha256"
	    " AND w.unit_id + 0 = $1 AND a.upload_id = w.id"
	    " AND r.id = a.revision_id)"
	    " ORDER BY p.publication DESC, t.position LIMIT $2", V(unit),
	    V(max));

	*out = (struct file_text_failures){ 0 };
	while (db_next(&q)) {
		f = list_add(out, m);
		*f = (struct file_text_failure){ db_int(&q, 0),
		    db_text(&q, 1, m), db_text(&q, 2, m), db_text(&q, 3, m) };
	}
	return db_done(&q);
}

enum rc
file_text_again(struct db *db, int64_t unit, struct arena *m)
{
	return db_run(db, "UPDATE file_text SET state = 'waiting', tries = 0,"
	    " due = $1 WHERE state = 'failed' AND cause <> 'none'"
	    " AND sha256 IN (SELECT t.sha256 FROM public_file_text t"
	    " JOIN public_document p ON p.id = t.document_id"
	    " WHERE p.unit_id = $2 AND t.state = 'failed')",
	    V(clock_text(m, clock_now())), V(unit));
}
