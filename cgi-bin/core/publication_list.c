/*
 * publication_list.c - lists and counts of the portal.  Reads the public_...
 * views and nothing else; each filter has the literal that fits its index.
 */
#include <string.h>

#include "core/list.h"
#include "core/publication_row.h"

#define LIST_MAX 100
#define COUNTS_MAX 2000

#define LIST "SELECT p.id, p.publication, p.unit_code, p.unit_short,"	\
	" p.index_no, p.state, p.title, p.doc_no, p.made_on,"		\
	" p.theme_name, p.published"					\
	" FROM public_listing p WHERE p.category_id = $1"
#define KEYS "SELECT p.key FROM public_listing p WHERE p.category_id = $1"
#define OLDER " AND p.key < $2 ORDER BY p.key DESC LIMIT $3"
#define NEWER " AND p.key >= $2 ORDER BY p.key LIMIT $3"

/* The index each ends on stands in sql/: listing_category and its kin. */
#define BY_Y " AND p.by_year = $4"
#define BY_U " AND p.by_unit = $4"
#define BY_UY " AND p.by_unit = $4 AND p.by_year = $5"
#define BY_T " AND p.by_theme = $4"
#define BY_TY " AND p.by_theme = $4 AND p.by_year = $5"
#define BY_TU " AND p.by_theme = $4 AND p.by_unit = $5"
#define BY_TUY " AND p.by_theme = $4 AND p.by_unit = $5 AND p.by_year = $6"

/* One statement per kind of filter: `what` for rows on one side of key. */
#define ASK(db, f, key, n, what, side)					\
	switch (kind_of(f)) {						\
	default:							\
		return db_query((db), what side, V((f)->category),	\
		    V(key), V(n));					\
	case YEAR:							\
		return db_query((db), what BY_Y side, V((f)->category),	\
		    V(key), V(n), V((f)->year));			\
	case UNIT:							\
		return db_query((db), what BY_U side, V((f)->category),	\
		    V(key), V(n), V((f)->unit));			\
	case UNIT | YEAR:						\
		return db_query((db), what BY_UY side, V((f)->category), \
		    V(key), V(n), V((f)->unit), V((f)->year));		\
	case THEME:							\
		return db_query((db), what BY_T side, V((f)->category),	\
		    V(key), V(n), V((f)->theme));			\
	case THEME | YEAR:						\
		return db_query((db), what BY_TY side, V((f)->category), \
		    V(key), V(n), V((f)->theme), V((f)->year));		\
	case THEME | UNIT:						\
		return db_query((db), what BY_TU side, V((f)->category), \
		    V(key), V(n), V((f)->theme), V((f)->unit));		\
	case THEME | UNIT | YEAR:					\
		return db_query((db), what BY_TUY side, V((f)->category), \
		    V(key), V(n), V((f)->theme), V((f)->unit),		\
		    V((f)->year));					\
	}

enum { YEAR = 1, UNIT = 2, THEME = 4 };

static int
kind_of(const struct publication_filter *f)
{
	return (f->year ? YEAR : 0) | (f->unit ? UNIT : 0) |
	    (f->theme ? THEME : 0);
}

static struct rows
older(struct db *db, const struct publication_filter *f, int n)
{
	int64_t key = f->before > 0 ? f->before : INT64_MAX;

	ASK(db, f, key, n, LIST, OLDER)
}

static struct rows
newer(struct db *db, const struct publication_filter *f, int n)
{
	ASK(db, f, f->before, n, KEYS, NEWER)
}

/*
 * The page before this one holds the max rows that are just newer; it begins
 * below the one after them, or at the newest when there is none.
 */
static enum rc
find_previous(struct db *db, const struct publication_filter *f, int max,
    int64_t *previous)
{
	struct rows q;
	int n = 0;

	*previous = -1;
	if (f->before <= 0)
		return RC_OK;
	q = newer(db, f, max + 1);
	for (; db_next(&q); n++)
		*previous = n < max ? 0 : db_int(&q, 0);
	return db_done(&q);
}

enum rc
publication_total(struct db *db, const struct publication_filter *f,
    int64_t *total)
{
	struct rows q = db_query(db, "SELECT n FROM public_count"
	    " WHERE unit_id = $1 AND category_id = $2 AND theme_id = $3"
	    " AND year = $4", V(f->unit), V(f->category), V(f->theme),
	    V(f->year));
	enum rc rc = db_first(&q);

	*total = 0;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*total = db_int(&q, 0);
	return db_done(&q);
}

static void
load_row(const struct rows *q, struct publication *p, struct arena *m)
{
	p->id = db_int(q, 0);
	p->publication = db_int(q, 1);
	p->unit_code = db_text(q, 2, m);
	p->unit_short = db_text(q, 3, m);
	p->index_no = db_text(q, 4, m);
	p->path = publication_path(p->index_no, m);
	p->expired = strcmp(db_text(q, 5, m), "expired") == 0;
	p->title = db_text(q, 6, m);
	p->doc_no = db_text(q, 7, m);
	p->made_on = db_text(q, 8, m);
	p->theme_name = db_text(q, 9, m);
	p->published = db_text(q, 10, m);
}

enum rc
publication_list(struct db *db, const struct publication_filter *f,
    struct publications *out, struct arena *m)
{
	int max = f->max < 1 ? 1 : f->max > LIST_MAX ? LIST_MAX : f->max;
	enum rc rc;
	struct rows q = older(db, f, max + 1);

	*out = (struct publications){ .previous = -1 };
	while (db_next(&q))
		load_row(&q, list_add(out, m), m);
	if (out->n > max) {
		out->n = max;
		out->next = out->v[max - 1].publication;
	}
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = find_previous(db, f, max, &out->previous)) != RC_OK)
		return rc;
	return publication_total(db, f, &out->total);
}

static struct rows
ask_counts(struct db *db, enum publication_heading by,
    const struct publication_filter *f)
{
	switch (by) {
	default:
		return db_query(db, "SELECT category_id, n FROM public_count"
		    " WHERE unit_id = $1 AND theme_id = $2 AND year = $3"
		    " AND category_id > 0 ORDER BY category_id LIMIT $4",
		    V(f->unit), V(f->theme), V(f->year), V(COUNTS_MAX));
	case BY_THEME:
		return db_query(db, "SELECT theme_id, n FROM public_count"
		    " WHERE unit_id = $1 AND category_id = $2 AND year = $3"
		    " AND theme_id > 0 ORDER BY theme_id LIMIT $4",
		    V(f->unit), V(f->category), V(f->year), V(COUNTS_MAX));
	case BY_YEAR:
		return db_query(db, "SELECT year, n FROM public_count"
		    " WHERE unit_id = $1 AND category_id = $2 AND theme_id = $3"
		    " AND year > 0 ORDER BY year DESC LIMIT $4",
		    V(f->unit), V(f->category), V(f->theme), V(COUNTS_MAX));
	case BY_UNIT:
		return db_query(db, "SELECT unit_id, n FROM public_count"
		    " WHERE category_id = $1 AND theme_id = $2 AND year = $3"
		    " AND unit_id > 0 ORDER BY unit_id LIMIT $4",
		    V(f->category), V(f->theme), V(f->year), V(COUNTS_MAX));
	}
}

enum rc
publication_count(struct db *db, enum publication_heading by,
    const struct publication_filter *f, struct publication_counts *out,
    struct arena *m)
{
	struct publication_count *c;
	struct rows q = ask_counts(db, by, f);

	*out = (struct publication_counts){ 0 };
	while (db_next(&q)) {
		c = list_add(out, m);
		c->key = db_int(&q, 0);
		c->n = db_int(&q, 1);
	}
	return db_done(&q);
}
