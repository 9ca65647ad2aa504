/* document_list.c - the lists and counts of the back office. */
#include "base/buf.h"
#include "base/text.h"
#include "core/document.h"
#include "core/list.h"

#define LIST_MAX 100

#define COLS "SELECT d.id, d.version, d.state, r.title, r.doc_no, r.made_on," \
	" r.openness, d.index_no, COALESCE((SELECT c.name"		\
	" FROM revision_category x JOIN category c ON c.id = x.category_id" \
	" WHERE x.revision_id = r.id ORDER BY c.position, c.id LIMIT 1), '')," \
	" d.returned, d.reason, d.modified, d.published, a.login, d.repealed" \
	" FROM document d JOIN revision r ON r.id = d.revision_id"	\
	" JOIN account a ON a.id = d.entered_by WHERE d.unit_id = $1"

/* $2: one state of document_office, or all that are wanted between commas. */
#define ONE_STATE " AND d.state = $2"
#define SOME_STATES " AND $2 LIKE '%,' || d.state || ',%'"

/* Everything that is optional comes with a value that switches it off. */
#define REST " AND (d.state <> 'deleted' OR d.index_no IS NOT NULL)"		\
	" AND (CAST($5 AS BIGINT) = 0 OR d.returned <> '')"		\
	" AND ($6 = '' OR lower(r.title) LIKE $6 ESCAPE '\\'"		\
	" OR lower(d.index_no) LIKE $6 ESCAPE '\\'"			\
	" OR r.doc_no LIKE $7 ESCAPE '\\')"				\
	" AND ($8 = '' OR r.made_on >= $8) AND ($9 = '' OR"		\
	" (r.made_on <= $9 AND r.made_on <> ''))"			\
	" AND (CAST($10 AS BIGINT) = 0 OR EXISTS (SELECT 1"		\
	" FROM revision_category x WHERE x.revision_id = r.id"		\
	" AND x.category_id IN (WITH RECURSIVE below (id) AS ("		\
	"SELECT CAST($10 AS BIGINT) UNION SELECT c.id FROM category c"	\
	" JOIN below b ON c.parent_id = b.id) SELECT id FROM below)))"

/* From the row before on: $3 is its key, $4 its id. */
#define FALL(key) " AND (" key ", d.id) < ($3, $4)" REST		\
	" ORDER BY " key " DESC, d.id DESC LIMIT $11"
#define RISE(key) " AND (" key ", d.id) > ($3, $4)" REST		\
	" ORDER BY " key ", d.id LIMIT $11"

/* Before and after every key: they are dates and index numbers. */
#define BEFORE_ALL	""
#define AFTER_ALL	"~"

static void
row_load(const struct rows *q, struct document_row *r, struct arena *m)
{
	r->id = db_int(q, 0);
	r->version = db_int(q, 1);
	r->state = state_of_key(db_text(q, 2, m));
	r->title = db_text(q, 3, m);
	r->doc_no = db_text(q, 4, m);
	r->made_on = db_text(q, 5, m);
	r->openness = db_text(q, 6, m);
	r->index_no = db_text(q, 7, m);
	r->path = *r->index_no == '\0' ? "" :
	    arena_printf(m, "/doc/%s", text_lower(m, r->index_no));
	r->category = db_text(q, 8, m);
	r->returned = db_text(q, 9, m);
	r->reason = db_text(q, 10, m);
	r->modified = db_text(q, 11, m);
	r->published = db_text(q, 12, m);
	r->entered_login = db_text(q, 13, m);
	r->repealed = db_int(q, 14) != 0;
}

/* s anywhere, with its own % and _ taken as they are; "" stays "". */
static char *
pattern(struct arena *m, const char *s)
{
	struct buf b = buf_new(m);

	if (*s == '\0')
		return arena_strdup(m, "");
	buf_putc(&b, '%');
	for (; *s != '\0'; s++) {
		if (*s == '%' || *s == '_' || *s == '\\')
			buf_putc(&b, '\\');
		buf_putc(&b, *s);
	}
	buf_putc(&b, '%');
	return b.s;
}

static char *
states_text(const struct document_filter *f, struct arena *m, int *n)
{
	struct buf b = buf_new(m);

	buf_putc(&b, ',');
	for (*n = 0; *n < STATE__MAX && f->states[*n] != STATE_NONE; (*n)++)
		buf_printf(&b, "%s,", state_key(f->states[*n]));
	if (*n == 0)
		for (int k = STATE_NONE + 1; k < STATE__MAX; k++)
			buf_printf(&b, "%s,", state_key((enum state)k));
	return b.s;
}

/* The values of the query in the order of its numbers. */
struct wanted {
	const char *states, *after, *title, *no, *from, *to;
	int64_t unit, after_id, category;
	int returned, max;
};

#define FIND(which, rest) db_query(db, COLS which rest, V(w->unit),	\
	V(w->states), V(w->after), V(w->after_id), V(w->returned),	\
	V(w->title), V(w->no), V(w->from), V(w->to), V(w->category),	\
	V(w->max))
#define BOTH(rest) (one ? FIND(ONE_STATE, rest) : FIND(SOME_STATES, rest))

static struct rows
ask(struct db *db, enum document_order order, bool one,
    const struct wanted *w)
{
	switch (order) {
	case LIST_MODIFIED_UP:
		return BOTH(RISE("d.modified"));
	case LIST_MADE:
		return BOTH(FALL("d.made_sort"));
	case LIST_MADE_UP:
		return BOTH(RISE("d.made_sort"));
	case LIST_PUBLISHED:
		return BOTH(FALL("d.published"));
	case LIST_PUBLISHED_UP:
		return BOTH(RISE("d.published"));
	case LIST_INDEX:
		return BOTH(FALL("d.index_no"));
	case LIST_INDEX_UP:
		return BOTH(RISE("d.index_no"));
	case LIST_MODIFIED:
	case LIST__MAX:
		break;
	}
	return BOTH(FALL("d.modified"));
}

static bool
rises(enum document_order o)
{
	return o == LIST_MODIFIED_UP || o == LIST_MADE_UP ||
	    o == LIST_PUBLISHED_UP || o == LIST_INDEX_UP;
}

static struct rows
find(struct db *db, const struct document_filter *f, int max, struct arena *m)
{
	const char *q = f->q ? text_trim(m, f->q) : "";
	bool up = rises(f->order);
	struct wanted w = {
		.unit = f->unit, .after = up ? BEFORE_ALL : AFTER_ALL,
		.after_id = up ? 0 : INT64_MAX,
		.returned = f->returned_only ? 1 : 0,
		.title = pattern(m, text_lower(m, q)),
		.no = pattern(m, document_no_tidy(m, q)),
		.from = f->from ? f->from : "", .to = f->to ? f->to : "",
		.category = f->category, .max = max
	};
	int n;

	if (f->after_id != 0) {
		w.after = f->after ? f->after : "";
		w.after_id = f->after_id;
	}
	w.states = states_text(f, m, &n);
	if (n == 1)
		w.states = state_key(f->states[0]);
	return ask(db, f->order, n == 1, &w);
}

/* Where the page after this row begins. */
static const char *
key_of(const struct document_row *r, enum document_order order)
{
	switch (order) {
	case LIST_MADE:
	case LIST_MADE_UP:
		return r->made_on;
	case LIST_PUBLISHED:
	case LIST_PUBLISHED_UP:
		return r->published;
	case LIST_INDEX:
	case LIST_INDEX_UP:
		return r->index_no;
	default:
		return r->modified;
	}
}

enum rc
document_list(struct db *db, const struct document_filter *f,
    struct document_rows *out, struct arena *m)
{
	int max = f->max < 1 ? 1 : f->max > LIST_MAX ? LIST_MAX : f->max;
	struct rows q = find(db, f, max + 1, m);

	*out = (struct document_rows){ .next = "" };
	while (db_next(&q))
		row_load(&q, list_add(out, m), m);
	if (out->n > max) {
		out->n = max;
		out->next = key_of(&out->v[max - 1], f->order);
		out->next_id = out->v[max - 1].id;
	}
	return db_done(&q);
}

static enum rc
count_returned(struct db *db, int64_t unit, int64_t *returned)
{
	struct rows q = db_query(db, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = 'draft' AND returned <> ''",
	    V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*returned = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
count_discarded(struct db *db, int64_t unit, int64_t *discarded)
{
	struct rows q = db_query(db, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = 'deleted' AND index_no IS NULL",
	    V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*discarded = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
count_state(struct db *db, int64_t unit, enum state state, int64_t *n)
{
	struct rows q = db_query(db, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = $2", V(unit),
	    V(state_key(state)));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*n = db_int(&q, 0);
	return db_done(&q);
}

enum rc
document_counts(struct db *db, int64_t unit, int64_t out[STATE__MAX],
    int64_t *returned)
{
	int64_t discarded = 0;
	enum rc rc = RC_OK;

	out[STATE_NONE] = *returned = 0;
	for (int k = STATE_NONE + 1; rc == RC_OK && k < STATE__MAX; k++)
		rc = count_state(db, unit, (enum state)k, &out[k]);
	if (rc == RC_OK)
		rc = count_discarded(db, unit, &discarded);
	if (rc != RC_OK)
		return rc;
	out[STATE_DELETED] -= discarded;
	return count_returned(db, unit, returned);
}
