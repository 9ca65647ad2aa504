/* imported.c - see imported.h. */
#include "core/imported.h"

#define PAGES_MAX 200

enum rc
imported_add(struct db *db, int64_t upload, const char *report,
    bool conceals, struct safe_html body)
{
	return db_run(db, "INSERT INTO imported (upload_id, report, conceals,"
	    " body) VALUES ($1, $2, $3, $4)", V(upload), V(report),
	    V(conceals), V(body));
}

enum rc
imported_again(struct db *db, int64_t upload, int64_t again)
{
	return db_run(db, "INSERT INTO imported (upload_id, report, conceals,"
	    " body) SELECT $2, report, conceals, body FROM imported"
	    " WHERE upload_id = $1 ON CONFLICT (upload_id) DO NOTHING",
	    V(upload), V(again));
}

static enum rc
newest_body(struct db *db, int64_t unit, int64_t upload,
    struct imported *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.body FROM revision r"
	    " JOIN document d ON d.revision_id = r.id"
	    " WHERE r.original_id = $1 AND d.unit_id = $2"
	    " ORDER BY d.id DESC LIMIT 1", V(upload), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	out->document = db_int(&q, 0);
	out->body = db_html(&q, 1, m);
	return db_done(&q);
}

enum rc
imported_get(struct db *db, int64_t unit, int64_t upload,
    struct imported *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT i.report, i.body FROM imported i"
	    " JOIN upload u ON u.id = i.upload_id"
	    " WHERE i.upload_id = $1 AND u.unit_id = $2", V(upload), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*out = (struct imported){
		.report = db_text(&q, 0, m), .body = db_html(&q, 1, m)
	};
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return newest_body(db, unit, upload, out, m);
}

enum rc
imported_pages_add(struct db *db, const struct actor *who, int64_t upload,
    struct uploads *pages, struct arena *m)
{
	enum rc rc = RC_OK;
	int i;

	for (i = 0; i < pages->n && rc == RC_OK; i++) {
		if ((rc = upload_add(db, who, &pages->v[i], m)) != RC_OK)
			return rc;
		rc = db_run(db, "INSERT INTO imported_page (upload_id,"
		    " position, page_id) VALUES ($1, $2, $3)", V(upload),
		    V(i + 1), V(pages->v[i].id));
	}
	return rc;
}

enum rc
imported_pages(struct db *db, int64_t unit, int64_t upload,
    struct uploads *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT w.id, w.use, w.name, w.type,"
	    " w.size, w.sha256 FROM imported_page p"
	    " JOIN upload w ON w.id = p.page_id"
	    " WHERE p.upload_id = $1 AND w.unit_id = $2"
	    " ORDER BY p.position", V(upload), V(unit));

	*out = (struct uploads){ 0, arena_calloc(m, PAGES_MAX,
	    sizeof(*out->v)) };
	while (out->n < PAGES_MAX && db_next(&q))
		upload_load(&q, 0, &out->v[out->n++], m);
	return db_done(&q);
}
