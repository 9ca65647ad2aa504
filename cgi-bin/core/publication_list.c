/*
 * publication_list.c - lists of the portal.  Reads the public_... views and
 * nothing else; each way to walk has the literal that fits its index.
 */
#include "core/list.h"
#include "core/publication_drive.h"
#include "core/publication_row.h"

#define LIST_MAX 1000
#define KEY_ABOVE (INT64_C(1) << 62)

#define ROW(key) "SELECT " key ", r.id, p.publication, r.unit_code,"	\
	" r.unit_short, r.index_no, p.validity, r.title, r.doc_no,"	\
	" r.made_on, r.theme_name, r.kind_name, r.published"		\
	" FROM public_listing p"					\
	" JOIN public_row r ON r.publication = p.publication"		\
	" WHERE p.category_id = $1"
#define KEY(key) "SELECT " key " FROM public_listing p"			\
	" WHERE p.category_id = $1"

/* What the index of a way does not say is checked in it; the sign keeps the
 * month from being taken for an index of its own. */
#define CHECKS " AND (p.by_unit = $5 OR $5 = 0)"			\
	" AND (p.by_theme = $6 OR $6 = 0)"				\
	" AND (p.by_kind = $7 OR $7 = 0)"				\
	" AND (p.by_word = $8 OR $8 = 0)"				\
	" AND (p.validity = $9 OR $9 = 0)"				\
	" AND +p.by_month >= $10 AND +p.by_month <= $11"
#define OLDER(key) CHECKS " AND " key " < $2 AND " key " >= $3"		\
	" ORDER BY " key " DESC LIMIT $4"
#define NEWER(key) CHECKS " AND " key " >= $2 AND " key " <= $3"		\
	" ORDER BY " key " LIMIT $4"

#define BY_UNIT_ID	" AND p.by_unit = $5"
#define BY_YEAR_NO	" AND p.by_year = $10 / 100"

struct walk {
	const struct publication_filter *f;
	struct drive d;
	int64_t key, end;	/* where it begins and what it does not pass */
	int n;
};

#define ASKED(w) V((w)->f->category), V((w)->key), V((w)->end), V((w)->n), \
	V((w)->f->unit), V((w)->f->theme), V((w)->f->kind),		\
	V((w)->f->word), V((w)->f->validity), V((w)->d.month_low),	\
	V((w)->d.month_high)

#define ASK(db, w, what, side, ...)					\
	switch ((w)->d.by) {						\
	default:							\
		return db_query((db), what side, ASKED(w), ##__VA_ARGS__); \
	case DRIVER_CATEGORY_YEAR:					\
		return db_query((db), what BY_YEAR_NO side, ASKED(w),	\
		    ##__VA_ARGS__);					\
	case DRIVER_UNIT:						\
		return db_query((db), what BY_UNIT_ID side, ASKED(w),	\
		    ##__VA_ARGS__);					\
	case DRIVER_UNIT_YEAR:						\
		return db_query((db), what BY_UNIT_ID BY_YEAR_NO side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_THEME:						\
		return db_query((db), what " AND p.by_theme = $6" side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_KIND:						\
		return db_query((db), what " AND p.by_kind = $7" side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_WORD:						\
		return db_query((db), what " AND p.by_word = $8" side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_MONTH:						\
		return db_query((db), what " AND p.by_month = $10" side, \
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_EXPIRED:						\
		return db_query((db), what " AND p.validity = 2" side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	case DRIVER_REPEALED:						\
		return db_query((db), what " AND p.validity = 3" side,	\
		    ASKED(w), ##__VA_ARGS__);				\
	}
/* Under category and unit only. */
#define ASK_ORDER(db, w, what, side)					\
	((w)->d.by == DRIVER_UNIT ? db_query((db), what BY_UNIT_ID side, \
	ASKED(w)) : db_query((db), what side, ASKED(w)))

/* Small sets are sorted by what $12 names. */
#define SORTED "CASE WHEN $12 = 1 THEN p.made_key ELSE p.number_key END"

static struct rows
older_published(struct db *db, const struct walk *w)
{
	ASK(db, w, ROW("p.key"), OLDER("p.key"))
}

static struct rows
newer_published(struct db *db, const struct walk *w)
{
	ASK(db, w, KEY("p.key"), NEWER("p.key"))
}

static struct rows
older_sorted(struct db *db, const struct walk *w)
{
	ASK(db, w, ROW(SORTED), OLDER(SORTED), V((int)w->f->order))
}

static struct rows
newer_sorted(struct db *db, const struct walk *w)
{
	ASK(db, w, KEY(SORTED), NEWER(SORTED), V((int)w->f->order))
}

static struct rows
older(struct db *db, const struct walk *w)
{
	if (w->d.sorts)
		return older_sorted(db, w);
	switch (w->f->order) {
	default:
		return older_published(db, w);
	case ORDER_MADE:
		return ASK_ORDER(db, w, ROW("p.made_key"),
		    OLDER("p.made_key"));
	case ORDER_NUMBER:
		return ASK_ORDER(db, w, ROW("p.number_key"),
		    OLDER("p.number_key"));
	}
}

static struct rows
newer(struct db *db, const struct walk *w)
{
	if (w->d.sorts)
		return newer_sorted(db, w);
	switch (w->f->order) {
	default:
		return newer_published(db, w);
	case ORDER_MADE:
		return ASK_ORDER(db, w, KEY("p.made_key"),
		    NEWER("p.made_key"));
	case ORDER_NUMBER:
		return ASK_ORDER(db, w, KEY("p.number_key"),
		    NEWER("p.number_key"));
	}
}

/*
 * The page before this one holds the max rows that are just newer; it begins
 * below the one after them, or at the newest when there is none.
 */
static enum rc
find_previous(struct db *db, struct walk *w, int max, int64_t *previous)
{
	struct rows q;
	int64_t edge;
	int n = 0;
	enum rc rc;

	*previous = -1;
	if (w->f->before <= 0)
		return RC_OK;
	w->key = w->f->before;
	if ((rc = drive_edge(db, w->f, &w->d, w->key, true, &edge)) != RC_OK)
		return rc;
	w->end = edge > 0 && edge < w->d.high ? edge : w->d.high;
	w->n = max + 1;
	q = newer(db, w);
	for (; db_next(&q); n++)
		*previous = n < max ? 0 : db_int(&q, 0);
	if (n <= max && w->end == edge)
		*previous = edge + 1;
	return db_done(&q);
}

static void
load_row(const struct rows *q, struct publication *p, struct arena *m)
{
	p->id = db_int(q, 1);
	p->publication = db_int(q, 2);
	p->unit_code = db_text(q, 3, m);
	p->unit_short = db_text(q, 4, m);
	p->index_no = db_text(q, 5, m);
	p->path = publication_path(p->index_no, m);
	p->expired = db_int(q, 6) >= 2;
	p->repealed = db_int(q, 6) == 3;
	p->title = db_text(q, 7, m);
	p->doc_no = db_text(q, 8, m);
	p->made_on = db_text(q, 9, m);
	p->theme_name = db_text(q, 10, m);
	p->kind_name = db_text(q, 11, m);
	p->published = db_text(q, 12, m);
}

/* The rows of the page; *edge is where the walk ended early, 0: it did not. */
static enum rc
find_rows(struct db *db, struct walk *w, int max, struct publications *out,
    struct arena *m)
{
	struct rows q;
	int64_t edge, last = 0;
	enum rc rc;

	w->key = w->f->before > 0 ? w->f->before : KEY_ABOVE;
	if (w->key > w->d.high)
		w->key = w->d.high + 1;
	if ((rc = drive_edge(db, w->f, &w->d, w->key, false, &edge)) != RC_OK)
		return rc;
	w->end = edge > w->d.low ? edge : w->d.low;
	w->n = max + 1;
	q = older(db, w);
	while (db_next(&q)) {
		if (out->n == max) {
			out->next = last;
			break;
		}
		last = db_int(&q, 0);
		load_row(&q, list_add(out, m), m);
	}
	if (out->next == 0 && edge > w->d.low)
		out->next = edge;
	return db_done(&q);
}

enum rc
publication_list(struct db *db, const struct publication_filter *f,
    struct publications *out, struct arena *m)
{
	int max = f->max < 1 ? 1 : f->max > LIST_MAX ? LIST_MAX : f->max;
	struct walk w = { .f = f };
	enum rc rc;

	*out = (struct publications){ .previous = -1 };
	if ((rc = drive_choose(db, f, &w.d)) != RC_OK ||
	    (rc = find_rows(db, &w, max, out, m)) != RC_OK ||
	    (rc = find_previous(db, &w, max, &out->previous)) != RC_OK)
		return rc;
	if ((rc = drive_total(db, f, &out->total)) != RC_NOT_FOUND)
		return rc;
	out->total = -1;
	return RC_OK;
}

#define FACETS "SELECT p.by_unit, p.by_theme, p.by_kind, p.by_word,"	\
	" p.by_month, p.validity FROM public_listing p"			\
	" WHERE p.category_id = $1"

static struct rows
facets(struct db *db, const struct walk *w)
{
	ASK(db, w, FACETS, OLDER("p.key"))
}

static void
tally_add(struct publication_counts *c, int64_t key, struct arena *m)
{
	struct publication_count *v;

	if (key == 0)
		return;
	for (int k = 0; k < c->n; k++)
		if (c->v[k].key == key) {
			c->v[k].n++;
			return;
		}
	v = list_add(c, m);
	v->key = key;
	v->n = 1;
}

static void
tally_row(const struct rows *q, struct publication_tally *t, struct arena *m)
{
	static const enum publication_heading at[] = { BY_UNIT, BY_THEME,
	    BY_KIND, BY_WORD, BY_MONTH, BY_VALIDITY };

	for (int k = 0; k < 6; k++)
		tally_add(&t->by[at[k]], db_int(q, k), m);
	tally_add(&t->by[BY_YEAR], db_int(q, 4) / 100, m);
	t->total++;
}

enum rc
publication_tally(struct db *db, const struct publication_filter *f,
    struct publication_tally *t, struct arena *m)
{
	struct publication_filter all = *f;
	struct walk w = { .f = &all, .key = KEY_ABOVE };
	struct rows q;
	int64_t edge;
	enum rc rc;

	*t = (struct publication_tally){ 0 };
	all.order = ORDER_PUBLISHED;
	all.before = 0;
	if ((rc = drive_choose(db, &all, &w.d)) != RC_OK)
		return rc;
	w.d.exact = false;	/* also these are many */
	if ((rc = drive_edge(db, &all, &w.d, w.key, false, &edge)) != RC_OK)
		return rc;
	w.end = edge;
	w.n = PUBLICATION_SCAN;
	q = facets(db, &w);
	while (db_next(&q))
		tally_row(&q, t, m);
	t->at_least = edge > 0;
	return db_done(&q);
}

enum rc
publication_total(struct db *db, const struct publication_filter *f,
    int64_t *total, bool *at_least)
{
	struct publication_tally t;
	struct arena *m;
	enum rc rc;

	*at_least = false;
	if ((rc = drive_total(db, f, total)) != RC_NOT_FOUND)
		return rc;
	m = arena_new();
	rc = publication_tally(db, f, &t, m);
	*total = t.total;
	*at_least = t.at_least;
	arena_free(m);
	return rc;
}
