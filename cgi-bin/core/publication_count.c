/*
 * publication_count.c - counts under each heading of the lists, as they are
 * kept.  Reads the public_... views and nothing else.
 */
#include "core/list.h"
#include "core/listing_place.h"
#include "core/publication_drive.h"

#define COUNTS_MAX 2000

/* With unit, category, theme and year. */
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

/* Of one facet's value, with unit and category. */
static struct rows
ask_within(struct db *db, enum publication_heading by,
    const struct publication_filter *f)
{
	int64_t value;
	int facet = drive_facet(f, &value);

	if (by == BY_UNIT)
		return db_query(db, "SELECT unit_id, n FROM public_facet"
		    " WHERE facet = $1 AND category_id = $2 AND value = $3"
		    " AND unit_id > 0 ORDER BY unit_id LIMIT $4", V(facet),
		    V(f->category), V(value), V(COUNTS_MAX));
	return db_query(db, "SELECT category_id, n FROM public_facet"
	    " WHERE facet = $1 AND value = $2 AND unit_id = $3"
	    " AND category_id > 0 ORDER BY category_id LIMIT $4", V(facet),
	    V(value), V(f->unit), V(COUNTS_MAX));
}

/* The values of a facet; months are those of the year. */
static struct rows
ask_facet(struct db *db, enum publication_heading by,
    const struct publication_filter *f)
{
	static const int facet[BY__MAX] = { [BY_KIND] = FACET_KIND,
	    [BY_MONTH] = FACET_MONTH, [BY_WORD] = FACET_WORD,
	    [BY_VALIDITY] = FACET_VALIDITY };
	int64_t from = 1, to = INT64_MAX;

	if (by == BY_MONTH) {
		from = f->year * 100;
		to = from + 99;
	}
	return db_query(db, "SELECT value, n FROM public_facet"
	    " WHERE facet = $1 AND unit_id = $2 AND category_id = $3"
	    " AND value >= $4 AND value <= $5 ORDER BY value LIMIT $6",
	    V(facet[by]), V(f->unit), V(f->category), V(from), V(to),
	    V(COUNTS_MAX));
}

/* The filter without what is to be counted. */
static struct publication_filter
others(const struct publication_filter *f, enum publication_heading by)
{
	struct publication_filter o = *f;

	switch (by) {
	case BY_THEME:
		o.theme = 0;
		break;
	case BY_YEAR:
		o.year = o.month = 0;
		break;
	case BY_KIND:
		o.kind = 0;
		break;
	case BY_MONTH:
		o.month = 0;
		break;
	case BY_WORD:
		o.word = 0;
		break;
	case BY_VALIDITY:
		o.validity = 0;
		break;
	default:
		break;
	}
	return o;
}

/* Which of the three questions is kept; false: none. */
static bool
ask_kept(struct db *db, enum publication_heading by,
    const struct publication_filter *f, struct rows *q)
{
	int64_t value;
	int extras = drive_extras(f);
	bool month = extras == 1 && drive_facet(f, &value) == FACET_MONTH;

	if (by >= BY_KIND) {
		if (extras > 0 || f->theme > 0 ||
		    (f->year > 0 && by != BY_MONTH))
			return false;
		*q = ask_facet(db, by, f);
	} else if (extras == 0) {
		*q = ask_counts(db, by, f);
	} else {
		if (extras > 1 || f->theme > 0 || (f->year > 0 && !month) ||
		    by == BY_THEME || by == BY_YEAR)
			return false;
		*q = ask_within(db, by, f);
	}
	return true;
}

enum rc
publication_count(struct db *db, enum publication_heading by,
    const struct publication_filter *f, struct publication_counts *out,
    struct arena *m)
{
	const struct publication_filter o = others(f, by);
	struct publication_count *c;
	struct rows q;

	*out = (struct publication_counts){ 0 };
	if (!ask_kept(db, by, &o, &q)) {
		out->unknown = true;
		return RC_OK;
	}
	while (db_next(&q)) {
		c = list_add(out, m);
		c->key = db_int(&q, 0);
		c->n = db_int(&q, 1);
	}
	return db_done(&q);
}

enum rc
publication_words(struct db *db, struct publication_words *out,
    struct arena *m)
{
	struct publication_word *w;
	struct rows q = db_query(db, "SELECT id, word FROM public_word"
	    " ORDER BY rank, word LIMIT $1", V(COUNTS_MAX));

	*out = (struct publication_words){ 0 };
	while (db_next(&q)) {
		w = list_add(out, m);
		w->id = db_int(&q, 0);
		w->word = db_text(&q, 1, m);
	}
	return db_done(&q);
}

enum rc
publication_word_find(struct db *db, const char *word, int64_t *id)
{
	*id = 0;
	return db_number(db, id, "SELECT id FROM public_word"
	    " WHERE word = $1", V(word));
}
