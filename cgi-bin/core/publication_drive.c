/*
 * publication_drive.c - see publication_drive.h.  Reads the public_... views
 * and nothing else.
 */
#include "core/listing_place.h"
#include "core/publication_drive.h"

#define KEY_LAST	((INT64_C(1) << 62) - 1)
#define MONTH_LAST	INT64_C(999999)

int64_t
drive_month(const struct publication_filter *f)
{
	return f->year > 0 && f->month > 0 ? f->year * 100 + f->month : 0;
}

int
drive_extras(const struct publication_filter *f)
{
	return (f->kind > 0) + (f->word > 0) + (f->validity > 0) +
	    (drive_month(f) > 0);
}

int
drive_facet(const struct publication_filter *f, int64_t *value)
{
	if (f->kind > 0)
		return *value = f->kind, FACET_KIND;
	if (f->word > 0)
		return *value = f->word, FACET_WORD;
	if (f->validity > 0)
		return *value = f->validity, FACET_VALIDITY;
	return *value = drive_month(f), FACET_MONTH;
}

static enum rc
one_number(struct rows q, int64_t *n)
{
	enum rc rc = db_first(&q);

	*n = 0;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*n = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
counted(struct db *db, int64_t unit, int64_t category, int64_t theme,
    int64_t year, int64_t *n)
{
	return one_number(db_query(db, "SELECT n FROM public_count"
	    " WHERE unit_id = $1 AND category_id = $2 AND theme_id = $3"
	    " AND year = $4", V(unit), V(category), V(theme), V(year)), n);
}

static enum rc
counted_facet(struct db *db, int facet, int64_t unit, int64_t category,
    int64_t value, int64_t *n)
{
	return one_number(db_query(db, "SELECT n FROM public_facet"
	    " WHERE facet = $1 AND unit_id = $2 AND category_id = $3"
	    " AND value = $4", V(facet), V(unit), V(category), V(value)), n);
}

enum rc
drive_total(struct db *db, const struct publication_filter *f, int64_t *total)
{
	int64_t value;
	int facet;

	if (drive_extras(f) == 0)
		return counted(db, f->unit, f->category, f->theme, f->year,
		    total);
	facet = drive_facet(f, &value);
	if (drive_extras(f) > 1 || f->theme > 0 ||
	    (f->year > 0 && facet != FACET_MONTH))
		return RC_NOT_FOUND;
	return counted_facet(db, facet, f->unit, f->category, value, total);
}

/* A way to walk, and how many documents stand there. */
struct way { enum driver by; int64_t n; };

static enum rc
first_way(struct db *db, const struct publication_filter *f, struct way *w)
{
	if (f->unit > 0)
		w->by = f->year > 0 ? DRIVER_UNIT_YEAR : DRIVER_UNIT;
	else
		w->by = f->year > 0 ? DRIVER_CATEGORY_YEAR : DRIVER_CATEGORY;
	return counted(db, f->unit, f->category, 0, f->year, &w->n);
}

static enum rc
shorter(struct db *db, const struct publication_filter *f, int facet,
    int64_t value, enum driver by, struct way *w)
{
	int64_t n;
	enum rc rc;

	if (value <= 0)
		return RC_OK;
	rc = facet != 0 ? counted_facet(db, facet, 0, f->category, value, &n) :
	    counted(db, 0, f->category, value, 0, &n);
	if (rc == RC_OK && n < w->n)
		*w = (struct way){ by, n };
	return rc;
}

static enum rc
shortest(struct db *db, const struct publication_filter *f, struct way *w)
{
	enum rc rc;

	if ((rc = first_way(db, f, w)) != RC_OK ||
	    (rc = shorter(db, f, 0, f->theme, DRIVER_THEME, w)) != RC_OK ||
	    (rc = shorter(db, f, FACET_KIND, f->kind, DRIVER_KIND, w)) !=
	    RC_OK ||
	    (rc = shorter(db, f, FACET_WORD, f->word, DRIVER_WORD, w)) !=
	    RC_OK ||
	    (rc = shorter(db, f, FACET_MONTH, drive_month(f), DRIVER_MONTH,
	    w)) != RC_OK || f->validity < 2)
		return rc;
	return shorter(db, f, FACET_VALIDITY, f->validity,
	    f->validity == 2 ? DRIVER_EXPIRED : DRIVER_REPEALED, w);
}

/* Does the index of the way alone say everything the filter asks? */
static bool
is_exact(const struct publication_filter *f, enum driver by)
{
	int asked = (f->unit > 0) + (f->theme > 0) + (f->kind > 0) +
	    (f->word > 0) + (f->validity > 0) + (f->year > 0) +
	    (drive_month(f) > 0);

	switch (by) {
	case DRIVER_CATEGORY:
		return asked == 0;
	case DRIVER_UNIT_YEAR:
		return asked == 2;
	case DRIVER_MONTH:
		return asked == 2;	/* the year is in the month */
	default:
		return asked == 1;
	}
}

/* Which keys of the order can match: days of a year, numbers of a word. */
static enum rc
bounds(struct db *db, const struct publication_filter *f, struct drive *d)
{
	struct number_range r;
	struct rows q;
	enum rc rc;

	if (f->order == ORDER_MADE && f->year > 0) {
		int64_t from = drive_month(f) > 0 ? f->month : 1;
		int64_t to = drive_month(f) > 0 ? f->month : 12;

		listing_made_range(f->year, (int)from, (int)to, &d->low,
		    &d->high);
	}
	if (f->order != ORDER_NUMBER || f->word == 0)
		return RC_OK;
	q = db_query(db, "SELECT rank FROM public_word WHERE id = $1",
	    V(f->word));
	if ((rc = db_first(&q)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	r = listing_number_range(f->word, db_int(&q, 0));
	d->low = r.low;
	d->high = r.high;
	return db_done(&q);
}

/* The two other orders have indexes under category and unit only. */
static enum rc
choose_order(struct db *db, const struct publication_filter *f,
    const struct way *w, struct drive *d)
{
	struct publication_filter rest = *f;

	if (w->by != DRIVER_CATEGORY && w->by != DRIVER_UNIT &&
	    w->n <= PUBLICATION_SCAN) {
		d->sorts = true;
		return RC_OK;
	}
	d->by = f->unit > 0 ? DRIVER_UNIT : DRIVER_CATEGORY;
	if (f->order == ORDER_MADE)
		rest.year = rest.month = 0;
	else
		rest.word = 0;
	d->exact = is_exact(&rest, d->by);
	return bounds(db, f, d);
}

enum rc
drive_choose(struct db *db, const struct publication_filter *f,
    struct drive *d)
{
	struct way w;
	enum rc rc;

	*d = (struct drive){ .high = KEY_LAST, .month_high = MONTH_LAST };
	if (f->year > 0) {
		d->month_low = f->year * 100;
		d->month_high = d->month_low + 99;
	}
	if (drive_month(f) > 0)
		d->month_low = d->month_high = drive_month(f);
	if ((rc = shortest(db, f, &w)) != RC_OK)
		return rc;
	d->by = w.by;
	d->exact = is_exact(f, w.by);
	return f->order == ORDER_PUBLISHED ? RC_OK :
	    choose_order(db, f, &w, d);
}

#define DOWN(key) "SELECT p." key " FROM public_listing p"		\
	" WHERE p.category_id = $1 AND p." key " < $2"
#define DOWN_END(key) " ORDER BY p." key " DESC LIMIT 1 OFFSET $3"
#define UP(key) "SELECT p." key " FROM public_listing p"		\
	" WHERE p.category_id = $1 AND p." key " >= $2"
#define UP_END(key) " ORDER BY p." key " LIMIT 1 OFFSET $3"
/* A bounded look ahead, no paging. */
#define EDGE(key, where, ...)						\
	(up ? db_query(db, UP(key) where UP_END(key), V(f->category),	\
	V(from), V(PUBLICATION_SCAN - 1), ##__VA_ARGS__) :		\
	db_query(db, DOWN(key) where DOWN_END(key), V(f->category),	\
	V(from), V(PUBLICATION_SCAN - 1), ##__VA_ARGS__))

static struct rows
edge_of_order(struct db *db, const struct publication_filter *f, int64_t from,
    bool up)
{
	if (f->unit > 0)
		return f->order == ORDER_MADE ?
		    EDGE("made_key", " AND p.by_unit = $4", V(f->unit)) :
		    EDGE("number_key", " AND p.by_unit = $4", V(f->unit));
	return f->order == ORDER_MADE ? EDGE("made_key", "") :
	    EDGE("number_key", "");
}

static struct rows
edge_published(struct db *db, const struct publication_filter *f,
    const struct drive *d, int64_t from, bool up)
{
	switch (d->by) {
	default:
		return EDGE("key", "");
	case DRIVER_CATEGORY_YEAR:
		return EDGE("key", " AND p.by_year = $4", V(f->year));
	case DRIVER_UNIT:
		return EDGE("key", " AND p.by_unit = $4", V(f->unit));
	case DRIVER_UNIT_YEAR:
		return EDGE("key", " AND p.by_unit = $4 AND p.by_year = $5",
		    V(f->unit), V(f->year));
	case DRIVER_THEME:
		return EDGE("key", " AND p.by_theme = $4", V(f->theme));
	case DRIVER_KIND:
		return EDGE("key", " AND p.by_kind = $4", V(f->kind));
	case DRIVER_WORD:
		return EDGE("key", " AND p.by_word = $4", V(f->word));
	case DRIVER_MONTH:
		return EDGE("key", " AND p.by_month = $4", V(drive_month(f)));
	case DRIVER_EXPIRED:
		return EDGE("key", " AND p.validity = 2");
	case DRIVER_REPEALED:
		return EDGE("key", " AND p.validity = 3");
	}
}

enum rc
drive_edge(struct db *db, const struct publication_filter *f,
    const struct drive *d, int64_t from, bool up, int64_t *edge)
{
	*edge = 0;
	if (d->exact || d->sorts)
		return RC_OK;
	return one_number(f->order == ORDER_PUBLISHED ?
	    edge_published(db, f, d, from, up) :
	    edge_of_order(db, f, from, up), edge);
}
