/* document_list.c - the lists and counts of the back office. */
#include <time.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"
#include "core/document_likely.h"
#include "core/document_walk.h"
#include "core/list.h"

#define LIST_MAX 100

/* How far one call looks when few rows are wanted of many: so many rows, the
 * fewer where their whole texts are read, and so long. */
#define SCAN_ROWS	200000
#define SCAN_TEXTS	20000
#define SCAN_MS		800

#define COLS "SELECT d.id, d.version, d.state, r.title, r.doc_no, r.made_on," \
	" r.openness, d.index_no, COALESCE((SELECT c.name"		\
	" FROM revision_category x JOIN category c ON c.id = x.category_id" \
	" WHERE x.revision_id = r.id ORDER BY c.position, c.id LIMIT 1), '')," \
	" d.returned, d.reason, d.modified, d.published, a.login, d.repealed," \
	" d.person" \
	" FROM document d JOIN revision r ON r.id = d.revision_id"	\
	" JOIN account a ON a.id = d.entered_by WHERE d.id = $1"

/* Before and after every key: the last character there is. */
#define BEFORE_ALL	""
#define AFTER_ALL	"\xf4\x8f\xbf\xbf"

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
	r->person = db_text(q, 15, m);
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

/* s anywhere, in any case; NULL: anything. */
static char *
anywhere(struct arena *m, const char *s)
{
	return pattern(m, s != NULL ? text_lower(m, text_trim(m, s)) : "");
}

/* The instant at which a day begins, or the one after it; "": no such day. */
static const char *
instant(struct arena *m, const char *day, int after)
{
	day_t d;

	if (day == NULL || !day_parse(day, &d))
		return "";
	return clock_text(m, day_start(d + after));
}

static void
wanted_words(struct wanted *w, const struct document_filter *f,
    struct arena *m)
{
	w->title = anywhere(m, f->q);
	w->no = pattern(m, document_no_tidy(m, f->q ? f->q : ""));
	/* a part of one, with whatever brackets */
	w->doc_no = pattern(m, text_fold(m, text_trim(m,
	    f->doc_no ? f->doc_no : "")));
	w->index_no = anywhere(m, f->index_no);
	w->by = anywhere(m, f->by);
	w->summary = anywhere(m, f->summary);
	w->text = anywhere(m, f->text);
	w->since = instant(m, f->published_from, 0);
	w->before = instant(m, f->published_to, 1);
}

/* Returns how a walk over all that may be wanted goes. */
static enum document_walk
wanted_read(struct wanted *w, const struct document_filter *f, int scan,
    struct arena *m)
{
	bool up = document_order_rises(f->order);
	int n;

	*w = (struct wanted){
		.unit = f->unit, .after = up ? BEFORE_ALL : AFTER_ALL,
		.after_id = up ? 0 : INT64_MAX,
		.returned = f->returned_only ? 1 : 0,
		.from = f->from ? f->from : "", .to = f->to ? f->to : "",
		.category = f->category, .max = scan,
		.openness = f->openness ? f->openness : "",
		.kind = f->kind, .theme = f->theme
	};
	wanted_words(w, f, m);
	if (f->after_id != 0) {
		w->after = f->after ? f->after : "";
		w->after_id = f->after_id;
	}
	w->states = states_text(f, m, &n);
	if (n == 1)
		w->states = state_key(f->states[0]);
	return n == 1 ? WALK_STATE : WALK_STATES;
}

/* What a walk has come to. */
struct trail {
	int max, scan;
	clock_t end;
	int n, seen;
	int64_t id[LIST_MAX], last;
	const char *key;	/* of last: where to go on */
	bool more;		/* there is another wanted row */
	bool cut;
};

static bool
trail_over(const struct trail *w)
{
	return w->seen >= w->scan || (w->seen % 64 == 0 && clock() > w->end);
}

static void
trail_follow(struct trail *w, struct rows *q, struct arena *m)
{
	while (!w->more && !w->cut && db_next(q)) {
		bool wanted = db_int(q, 2) != 0;

		w->more = wanted && w->n == w->max;
		if (w->more)
			break;
		w->seen++;
		w->cut = trail_over(w);
		if (!wanted && !w->cut)
			continue;
		w->last = db_int(q, 0);
		w->key = db_text(q, 1, m);
		if (wanted)
			w->id[w->n++] = w->last;
	}
}

static void
trail_likely(struct trail *w, const struct likely *l)
{
	w->more = l->n > w->max;
	for (; w->n < w->max && w->n < l->n; w->n++) {
		w->id[w->n] = w->last = l->v[w->n].id;
		w->key = l->v[w->n].key;
	}
}

static enum rc
rows_load(struct db *db, const struct trail *w, struct document_rows *out,
    struct arena *m)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < w->n; k++) {
		struct rows q = db_query(db, COLS, V(w->id[k]));

		if ((rc = db_first(&q)) != RC_OK)
			break;
		row_load(&q, list_add(out, m), m);
		rc = db_done(&q);
	}
	return rc == RC_NOT_FOUND ? RC_FAIL : rc;
}

static enum rc
walk(struct db *db, const struct document_filter *f, enum document_walk which,
    const struct wanted *wanted, struct trail *w, struct arena *m)
{
	struct rows q = document_walk(db, f->order, which, wanted);

	trail_follow(w, &q, m);
	return db_done(&q);
}

enum rc
document_list(struct db *db, const struct document_filter *f,
    struct document_rows *out, struct arena *m)
{
	int ms = f->ms > 0 ? f->ms : SCAN_MS;
	struct trail w = { .key = "",
	    .max = f->max < 1 ? 1 : f->max > LIST_MAX ? LIST_MAX : f->max,
	    .scan = f->text != NULL ? SCAN_TEXTS : SCAN_ROWS,
	    .end = clock() + (clock_t)ms * (CLOCKS_PER_SEC / 1000) };
	struct wanted wanted;
	enum document_walk which = wanted_read(&wanted, f, w.scan + 1, m);
	struct likely likely;
	enum rc rc = document_likely(db, f, &wanted, &likely, m);

	if (rc == RC_OK)
		trail_likely(&w, &likely);
	else if (rc == RC_NOT_FOUND)
		rc = walk(db, f, which, &wanted, &w, m);
	if (rc != RC_OK)
		return rc;
	*out = (struct document_rows){ .next = "", .cut = w.cut };
	if (w.more || w.cut) {
		out->next = w.key;
		out->next_id = w.last;
	}
	return rows_load(db, &w, out, m);
}

static enum rc
count_returned(struct db *db, int64_t unit, int64_t *returned)
{
	return db_number(db, returned, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = 'draft' AND returned <> ''",
	    V(unit));
}

static enum rc
count_discarded(struct db *db, int64_t unit, int64_t *discarded)
{
	return db_number(db, discarded, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = 'deleted' AND index_no IS NULL",
	    V(unit));
}

static enum rc
count_state(struct db *db, int64_t unit, enum state state, int64_t *n)
{
	return db_number(db, n, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND state = $2", V(unit),
	    V(state_key(state)));
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
