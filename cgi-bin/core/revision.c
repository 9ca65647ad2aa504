/* revision.c - one revision into and out of its tables, and its hash. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "core/category.h"
#include "core/digest.h"
#include "core/finding.h"
#include "core/likeness.h"
#include "core/list.h"
#include "core/profiles.h"
#include "core/revision.h"
#include "core/title_key.h"

#define REVISION_LIST_MAX 1000

#define COLS "r.id, r.number, r.title, r.doc_no, r.made_on, r.summary,"	\
	" r.openness, r.kind_id, r.theme_id, r.original_id, r.note, r.hash," \
	" r.created, r.published, a.login, COALESCE(k.name, ''),"	\
	" COALESCE(t.name, ''), "
#define FROM " FROM revision r JOIN account a ON a.id = r.saved_by"	\
	" LEFT JOIN vocabulary k ON k.id = r.kind_id"			\
	" LEFT JOIN vocabulary t ON t.id = r.theme_id"

static void
revision_load(const struct rows *q, struct revision *r, struct arena *m)
{
	*r = (struct revision){ .id = db_int(q, 0) };
	r->number = (int)db_int(q, 1);
	r->c.title = db_text(q, 2, m);
	r->c.doc_no = db_text(q, 3, m);
	r->c.made_on = db_text(q, 4, m);
	r->c.summary = db_text(q, 5, m);
	r->c.openness = db_text(q, 6, m);
	r->c.kind = db_int(q, 7);
	r->c.theme = db_int(q, 8);
	r->c.original = db_int(q, 9);
	r->note = db_text(q, 10, m);
	r->hash = db_text(q, 11, m);
	r->created = db_text(q, 12, m);
	r->published = db_text(q, 13, m);
	r->author = db_text(q, 14, m);
	r->kind_name = db_text(q, 15, m);
	r->theme_name = db_text(q, 16, m);
	r->c.body = db_html(q, 17, m);
	r->c.body_text = db_text(q, 18, m);
}

static enum rc
load_categories(struct db *db, struct revision *r, struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct rows q = db_query(db, "SELECT c.id, c.name,"
	    " c.code FROM revision_category x JOIN category c ON c.id = x.category_id"
	    " WHERE x.revision_id = $1 ORDER BY c.position, c.id", V(r->id));

	while (db_next(&q)) {
		*list_add(&ids, m) = db_int(&q, 0);
		*list_add(&r->category_names, m) = db_text(&q, 1, m);
		*list_add(&r->category_codes, m) = db_text(&q, 2, m);
	}
	r->c.n_categories = ids.n;
	r->c.category = ids.v;
	return db_done(&q);
}

static enum rc
load_attachments(struct db *db, struct revision *r, struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct upload *u;
	struct rows q = db_query(db, "SELECT w.id, w.use, w.name, w.type,"
	    " w.size, w.sha256 FROM attachment a"
	    " JOIN upload w ON w.id = a.upload_id"
	    " WHERE a.revision_id = $1 ORDER BY a.position", V(r->id));

	while (db_next(&q)) {
		u = list_add(&r->attachments, m);
		upload_load(&q, 0, u, m);
		*list_add(&ids, m) = u->id;
	}
	r->c.n_attachments = ids.n;
	r->c.attachment = ids.v;
	return db_done(&q);
}

static enum rc
load_original(struct db *db, struct revision *r, struct arena *m)
{
	struct rows q;
	enum rc rc;

	if (r->c.original == 0)
		return RC_OK;
	q = db_query(db, "SELECT id, use, name, type, size, sha256"
	    " FROM upload WHERE id = $1", V(r->c.original));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	upload_load(&q, 0, &r->original, m);
	return db_done(&q);
}

static enum rc
load_images(struct db *db, struct revision *r, struct arena *m)
{
	struct { int n; const char **v; } images = { 0 };
	struct rows q = db_query(db, "SELECT sha256 FROM revision_image"
	    " WHERE revision_id = $1 ORDER BY sha256", V(r->id));

	while (db_next(&q))
		*list_add(&images, m) = db_text(&q, 0, m);
	r->c.n_images = images.n;
	r->c.image = images.v;
	return db_done(&q);
}

static enum rc
load_closure(struct db *db, struct revision *r, struct arena *m)
{
	struct rows q = db_query(db, "SELECT article, reason, reassess"
	    " FROM closure WHERE revision_id = $1", V(r->id));
	enum rc rc = db_first(&q);

	r->c.article = r->c.closed_reason = r->c.reassess = "";
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	r->c.article = db_text(&q, 0, m);
	r->c.closed_reason = db_text(&q, 1, m);
	r->c.reassess = db_text(&q, 2, m);
	return db_done(&q);
}

static enum rc
load_parts(struct db *db, struct revision *r, struct arena *m)
{
	enum rc rc;

	if ((rc = load_closure(db, r, m)) != RC_OK ||
	    (rc = profile_get(db, r->id, &r->c.profile, m)) != RC_OK)
		return rc;
	if ((rc = load_categories(db, r, m)) != RC_OK ||
	    (rc = load_attachments(db, r, m)) != RC_OK ||
	    (rc = load_original(db, r, m)) != RC_OK)
		return rc;
	return load_images(db, r, m);
}

enum rc
revision_get(struct db *db, int64_t id, struct revision *r, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS "r.body, r.body_text" FROM
	    " WHERE r.id = $1", V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	revision_load(&q, r, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return load_parts(db, r, m);
}

enum rc
revision_list(struct db *db, int64_t document, struct revisions *out,
    struct arena *m)
{
	enum rc rc;
	struct rows q = db_query(db, "SELECT " COLS "'', ''" FROM
	    " WHERE r.document_id = $1 ORDER BY r.number DESC LIMIT $2",
	    V(document), V(REVISION_LIST_MAX));

	*out = (struct revisions){ 0 };
	while (db_next(&q))
		revision_load(&q, list_add(out, m), m);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = load_parts(db, &out->v[k], m);
	return rc;
}

static enum rc
write_closure(struct db *db, const struct actor *who,
    const struct revision *r)
{
	const struct content *c = &r->c;
	enum rc rc = db_run(db, "DELETE FROM closure WHERE revision_id = $1",
	    V(r->id));

	if (rc != RC_OK || strcmp(c->openness, "active") == 0)
		return rc;
	return db_run(db, "INSERT INTO closure (revision_id, unit_id,"
	    " openness, article, reason, reassess) VALUES ($1, $2, $3, $4, $5,"
	    " $6)", V(r->id), V(who->unit), V(c->openness), V(c->article),
	    V(c->closed_reason), V(c->reassess));
}

/* What follows from a revision's content, for as long as it is that. */
static enum rc
keep_derived(struct db *db, const struct actor *who, const struct revision *r)
{
	struct arena *m = arena_new();
	char *hash;
	enum rc rc = likeness_keep(db, who->unit, r->id, r->c.body_text);

	if (rc == RC_OK && (rc = revision_hash(db, r, &hash, m)) == RC_OK)
		rc = db_run(db, "INSERT INTO revision_content (revision_id,"
		    " hash) VALUES ($1, $2) ON CONFLICT (revision_id)"
		    " DO UPDATE SET hash = excluded.hash", V(r->id), V(hash));
	arena_free(m);
	if (rc == RC_OK)
		rc = write_closure(db, who, r);
	return rc == RC_OK ? finding_forget(db, r->id) : rc;
}

static enum rc
write_parts(struct db *db, const struct actor *who, const struct revision *r)
{
	const struct content *c = &r->c;
	enum rc rc = keep_derived(db, who, r);

	if (rc == RC_OK)
		rc = profile_put(db, who->unit, r->id, c->profile);
	for (int k = 0; rc == RC_OK && k < c->n_categories; k++)
		rc = db_run(db, "INSERT INTO revision_category"
		    " (revision_id, category_id) VALUES ($1, $2)",
		    V(r->id), V(c->category[k]));
	for (int k = 0; rc == RC_OK && k < c->n_attachments; k++)
		rc = db_run(db, "INSERT INTO attachment"
		    " (revision_id, position, upload_id) VALUES ($1, $2, $3)",
		    V(r->id), V(k + 1), V(c->attachment[k]));
	for (int k = 0; rc == RC_OK && k < c->n_images; k++)
		rc = db_run(db, "INSERT INTO revision_image"
		    " (revision_id, sha256, type)"
		    " SELECT $1, sha256, min(type) FROM upload"
		    " WHERE sha256 = $2 AND unit_id = $3 AND use = 'image'"
		    " GROUP BY sha256", V(r->id), V(c->image[k]),
		    V(who->unit));
	return rc;
}

enum rc
revision_add(struct db *db, const struct actor *who, int64_t document,
    const struct revision *r, struct arena *m)
{
	const struct content *c = &r->c;
	enum rc rc;

	rc = db_run(db, "INSERT INTO revision (id, document_id, number, title,"
	    " doc_no, made_on, summary, openness, kind_id, theme_id,"
	    " original_id, note, hash, published, created_by, created,"
	    " saved_by, body, body_text, title_sort) VALUES ($1, $2, $3, $4,"
	    " $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15,"
	    " $17, $18, $19)",
	    V(r->id), V(document), V(r->number), V(c->title), V(c->doc_no),
	    V(c->made_on), V(c->summary), V(c->openness),
	    c->kind ? V(c->kind) : V_NULL, c->theme ? V(c->theme) : V_NULL,
	    c->original ? V(c->original) : V_NULL, V(r->note), V(r->hash),
	    V(r->published), V(who->user), V(clock_text(m, clock_now())),
	    V(c->body), V(c->body_text), V(title_key(m, c->title)));
	if (rc != RC_OK)
		return rc;
	return write_parts(db, who, r);
}

enum rc
revision_number(struct db *db, int64_t document, int *out)
{
	struct rows q = db_query(db, "SELECT COALESCE(max(number), 0) + 1"
	    " FROM revision WHERE document_id = $1", V(document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*out = (int)db_int(&q, 0);
	return db_done(&q);
}

enum rc
revision_drop_parts(struct db *db, int64_t id)
{
	enum rc rc;

	rc = db_run(db, "DELETE FROM revision_category WHERE revision_id = $1",
	    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM attachment WHERE revision_id = $1",
		    V(id));
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM revision_image"
		    " WHERE revision_id = $1", V(id));
	return rc;
}

enum rc
revision_replace(struct db *db, const struct actor *who,
    const struct revision *r, struct arena *m)
{
	const struct content *c = &r->c;
	enum rc rc;

	/* a frozen one is never written to, whoever asks */
	rc = db_run(db, "UPDATE revision SET title = $1, doc_no = $2,"
	    " made_on = $3, summary = $4, openness = $5, kind_id = $6,"
	    " theme_id = $7, original_id = $8, saved_by = $9, body = $10,"
	    " body_text = $11, title_sort = $13"
	    " WHERE id = $12 AND hash = ''",
	    V(c->title), V(c->doc_no), V(c->made_on), V(c->summary),
	    V(c->openness), c->kind ? V(c->kind) : V_NULL,
	    c->theme ? V(c->theme) : V_NULL,
	    c->original ? V(c->original) : V_NULL, V(who->user), V(c->body),
	    V(c->body_text), V(r->id), V(title_key(m, c->title)));
	if (rc == RC_OK && db_changed(db) != 1)
		rc = RC_CONFLICT;
	if (rc != RC_OK || (rc = revision_drop_parts(db, r->id)) != RC_OK)
		return rc;
	return write_parts(db, who, r);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Codes, because the order of ids says nothing to whoever checks later. */
static enum rc
hash_categories(struct db *db, const struct content *c,
    struct secret_sha256 *h, struct arena *m)
{
	const char **code = arena_calloc(m, (size_t)c->n_categories,
	    sizeof(*code));
	struct category found;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < c->n_categories; k++) {
		rc = category_get(db, c->category[k], &found, m);
		code[k] = found.code;
	}
	if (rc != RC_OK)
		return rc;
	if (c->n_categories > 1)
		qsort(code, (size_t)c->n_categories, sizeof(*code), by_text);
	digest_int(h, c->n_categories);
	for (int k = 0; k < c->n_categories; k++)
		digest_text(h, code[k]);
	return RC_OK;
}

static void
hash_file(struct secret_sha256 *h, const struct upload *u)
{
	digest_text(h, u->name);
	digest_text(h, u->type);
	digest_text(h, u->sha256);
}

enum rc
revision_hash(struct db *db, const struct revision *r, char **hash,
    struct arena *m)
{
	const struct content *c = &r->c;
	struct secret_sha256 *h = secret_sha256_new(m);
	enum rc rc;

	digest_text(h, c->title);
	digest_text(h, c->doc_no);
	digest_text(h, c->made_on);
	digest_text(h, c->summary);
	digest_text(h, c->openness);
	/* the day to look again is none of the content: it moves on */
	if (c->article != NULL && *c->article != '\0') {
		digest_text(h, c->article);
		digest_text(h, c->closed_reason);
	}
	digest_int(h, c->kind);
	digest_int(h, c->theme);
	rc = hash_categories(db, c, h, m);
	digest_text(h, c->body.s);
	digest_int(h, r->attachments.n);
	for (int k = 0; k < r->attachments.n; k++)
		hash_file(h, &r->attachments.v[k]);
	digest_text(h, r->original.id ? r->original.sha256 : "");
	*hash = secret_sha256_end(h, m);
	return rc;
}
