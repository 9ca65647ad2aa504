/* bulk_row.c - see bulk_row.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/bulk_row.h"
#include "core/bulk_work.h"
#include "core/list.h"

static const char *const states[BULK_ROW__MAX] = {
	[BULK_ROW_NONE] = "", [BULK_ROW_WAITING] = "waiting",
	[BULK_ROW_GOOD] = "good", [BULK_ROW_BAD] = "bad",
	[BULK_ROW_IMPORTED] = "imported", [BULK_ROW_KEPT] = "kept",
	[BULK_ROW_UNDONE] = "undone",
};

const char *
bulk_row_key(enum bulk_row_state s)
{
	return states[s];
}

enum bulk_row_state
bulk_row_of_key(const char *key)
{
	for (int k = 1; k < BULK_ROW__MAX; k++)
		if (strcmp(states[k], key) == 0)
			return (enum bulk_row_state)k;
	return BULK_ROW_NONE;
}

static char *
ids_text(const int64_t *v, int n, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int k = 0; k < n; k++)
		buf_printf(&b, "%s%lld", k > 0 ? "," : "", (long long)v[k]);
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

static void
ids_read(char *s, struct content *c, struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	int64_t id;
	char *one;

	while ((one = strsep(&s, ",")) != NULL)
		if (text_int(one, 1, INT64_MAX, &id))
			*list_add(&ids, m) = id;
	c->n_categories = ids.n;
	c->category = ids.v;
}

void
bulk_row_load(const struct rows *q, struct bulk_row *r, struct arena *m)
{
	*r = (struct bulk_row){ .id = db_int(q, 0), .bulk = db_int(q, 1),
	    .number = (int)db_int(q, 2),
	    .state = bulk_row_of_key(db_text(q, 3, m)),
	    .tries = (int)db_int(q, 4) };
	r->c.title = db_text(q, 5, m);
	r->c.doc_no = db_text(q, 6, m);
	r->c.made_on = db_text(q, 7, m);
	r->c.summary = db_text(q, 8, m);
	r->c.openness = db_text(q, 9, m);
	r->c.article = db_text(q, 10, m);
	r->c.closed_reason = db_text(q, 11, m);
	r->c.reassess = db_text(q, 12, m);
	r->c.kind = db_int(q, 13);
	r->c.theme = db_int(q, 14);
	ids_read(db_text(q, 15, m), &r->c, m);
	r->interprets = db_text(q, 16, m);
	r->replaces = db_text(q, 17, m);
	r->late = db_text(q, 18, m);
	r->word = db_text(q, 19, m);
	r->attachments = db_text(q, 20, m);
	r->fix = db_int(q, 21);
	r->explain = db_int(q, 22);
	r->document = db_int(q, 23);
	r->version = db_int(q, 24);
}

enum rc
bulk_row_insert(struct db *db, int64_t bulk, struct bulk_row *r,
    struct arena *m)
{
	const struct content *c = &r->c;
	enum rc rc = db_id(db, "bulk_row", &r->id);

	r->bulk = bulk;
	if (rc != RC_OK)
		return rc;
	rc = db_run(db, "INSERT INTO bulk_row (id, bulk_id, number, state,"
	    " title, doc_no, made_on, summary, openness, article,"
	    " closed_reason, reassess, kind_id, theme_id, categories,"
	    " interprets, replaces, late, word, attachments, body, body_text)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
	    " $14, $15, $16, $17, $18, $19, $20, $21, $22)", V(r->id),
	    V(bulk), V(r->number), V(states[r->state]), V(c->title),
	    V(c->doc_no), V(c->made_on), V(c->summary), V(c->openness),
	    V(c->article), V(c->closed_reason), V(c->reassess), V(c->kind),
	    V(c->theme), V(ids_text(c->category, c->n_categories, m)),
	    V(r->interprets), V(r->replaces), V(r->late), V(r->word),
	    V(r->attachments), V(c->body), V(c->body_text));
	return rc == RC_OK ? bulk_notes_keep(db, r) : rc;
}

enum rc
bulk_row_update(struct db *db, const struct bulk_row *r)
{
	const struct content *c = &r->c;

	return db_run(db, "UPDATE bulk_row SET state = $1, title = $2,"
	    " doc_no = $3, made_on = $4, fix = $5, explain = $6, body = $7,"
	    " body_text = $8 WHERE id = $9", V(states[r->state]), V(c->title),
	    V(c->doc_no), V(c->made_on), V(r->fix), V(r->explain), V(c->body),
	    V(c->body_text), V(r->id));
}

enum rc
bulk_notes_keep(struct db *db, const struct bulk_row *r)
{
	enum rc rc = db_run(db, "DELETE FROM bulk_note WHERE row_id = $1",
	    V(r->id));

	for (int k = 0; rc == RC_OK && k < r->notes.n; k++) {
		const struct bulk_note *n = &r->notes.v[k];

		rc = db_run(db, "INSERT INTO bulk_note (row_id, position, bad,"
		    " field, what, detail) VALUES ($1, $2, $3, $4, $5, $6)",
		    V(r->id), V(k), V(n->bad), V(n->field),
		    V(bulk_problem_key(n->what)), V(n->detail));
	}
	return rc;
}

enum rc
bulk_notes_of(struct db *db, struct bulk_row *r, struct arena *m)
{
	struct rows q = db_query(db, "SELECT bad, field, what, detail"
	    " FROM bulk_note WHERE row_id = $1 ORDER BY position", V(r->id));

	for (r->notes.n = 0; db_next(&q) && r->notes.n < BULK_NOTES_MAX;
	    r->notes.n++)
		r->notes.v[r->notes.n] = (struct bulk_note){
			.bad = db_int(&q, 0) != 0,
			.field = db_text(&q, 1, m),
			.what = bulk_problem_of_key(db_text(&q, 2, m)),
			.detail = db_text(&q, 3, m),
		};
	return db_done(&q);
}
