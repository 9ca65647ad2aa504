/* listing_count.c - how many public documents stand under each heading: one by
 * one as they come and go, or all at once. */
#include "core/listing_place.h"

static enum rc
count_up(struct db *db, int64_t unit, int64_t category, int64_t theme,
    int64_t year)
{
	return db_run(db, "INSERT INTO listing_count"
	    " (unit_id, category_id, theme_id, year, n)"
	    " VALUES ($1, $2, $3, $4, 1)"
	    " ON CONFLICT (unit_id, category_id, theme_id, year)"
	    " DO UPDATE SET n = listing_count.n + 1",
	    V(unit), V(category), V(theme), V(year));
}

/* The last one takes the row away, so that only what is there is counted. */
static enum rc
count_down(struct db *db, int64_t unit, int64_t category, int64_t theme,
    int64_t year)
{
	enum rc rc;

	rc = db_run(db, "UPDATE listing_count SET n = n - 1 WHERE unit_id = $1"
	    " AND category_id = $2 AND theme_id = $3 AND year = $4 AND n > 1",
	    V(unit), V(category), V(theme), V(year));
	if (rc != RC_OK || db_changed(db) > 0)
		return rc;
	return db_run(db, "DELETE FROM listing_count WHERE unit_id = $1"
	    " AND category_id = $2 AND theme_id = $3 AND year = $4",
	    V(unit), V(category), V(theme), V(year));
}

static enum rc
facet_up(struct db *db, enum facet facet, int64_t unit, int64_t category,
    int64_t value)
{
	return db_run(db, "INSERT INTO listing_facet"
	    " (facet, unit_id, category_id, value, n)"
	    " VALUES ($1, $2, $3, $4, 1)"
	    " ON CONFLICT (facet, unit_id, category_id, value)"
	    " DO UPDATE SET n = listing_facet.n + 1",
	    V((int)facet), V(unit), V(category), V(value));
}

static enum rc
facet_down(struct db *db, enum facet facet, int64_t unit, int64_t category,
    int64_t value)
{
	enum rc rc;

	rc = db_run(db, "UPDATE listing_facet SET n = n - 1 WHERE facet = $1"
	    " AND unit_id = $2 AND category_id = $3 AND value = $4 AND n > 1",
	    V((int)facet), V(unit), V(category), V(value));
	if (rc != RC_OK || db_changed(db) > 0)
		return rc;
	return db_run(db, "DELETE FROM listing_facet WHERE facet = $1"
	    " AND unit_id = $2 AND category_id = $3 AND value = $4",
	    V((int)facet), V(unit), V(category), V(value));
}

/* With the unit or any, the theme or any, the year or any. */
static enum rc
change_counts(struct db *db, const struct place *p, int64_t category, int by)
{
	const int64_t unit[] = { 0, p->unit }, theme[] = { 0, p->theme };
	const int64_t year[] = { 0, p->year };
	int themes = p->theme ? 2 : 1, years = p->year ? 2 : 1;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < 2 * themes * years; k++)
		rc = (by > 0 ? count_up : count_down)(db, unit[k % 2],
		    category, theme[k / 2 % themes], year[k / 2 / themes]);
	return rc;
}

static enum rc
change_facets(struct db *db, const struct place *p, int64_t category, int by)
{
	const int64_t value[] = {
		[FACET_KIND] = p->kind, [FACET_MONTH] = p->month,
		[FACET_WORD] = p->word, [FACET_VALIDITY] = p->validity,
	};
	enum rc rc = RC_OK;

	for (enum facet k = FACET_KIND; k <= FACET_VALIDITY; k++) {
		if (value[k] == 0)
			continue;
		for (int u = 0; rc == RC_OK && u < 2; u++)
			rc = (by > 0 ? facet_up : facet_down)(db, k,
			    u == 0 ? 0 : p->unit, category, value[k]);
	}
	return rc;
}

enum rc
listing_count_change(struct db *db, const struct place *p, int by)
{
	enum rc rc = RC_OK;

	for (int c = 0; rc == RC_OK && c < p->categories.n; c++) {
		rc = change_counts(db, p, p->categories.v[c], by);
		if (rc == RC_OK)
			rc = change_facets(db, p, p->categories.v[c], by);
	}
	return rc;
}

#define ADD "INSERT INTO listing_count (unit_id, category_id, theme_id,"	\
	" year, n) "
#define FACET "INSERT INTO listing_facet (facet, unit_id, category_id, value," \
	" n) "
/* Some have no kind, no number, no day: those have no such heading. */
#define FACET_OF(db, facet, column)					\
	(rc = db_run(db, FACET "SELECT " facet ", unit_id, category_id, "	\
	    column ", COUNT(*) FROM listing WHERE " column " > 0"	\
	    " GROUP BY unit_id, category_id, " column)) == RC_OK &&	\
	(rc = db_run(db, FACET "SELECT " facet ", 0, category_id, " column	\
	    ", SUM(n) FROM (SELECT category_id, value AS " column ", n"	\
	    " FROM listing_facet WHERE facet = " facet ") AS x"		\
	    " GROUP BY category_id, " column)) == RC_OK

static enum rc
facets_all(struct db *db)
{
	enum rc rc;

	(void)(FACET_OF(db, "1", "kind_id") && FACET_OF(db, "2", "month") &&
	    FACET_OF(db, "3", "word_id") && FACET_OF(db, "4", "validity"));
	return rc;
}

/* From the finest to the coarser: each sums what is there already. */
enum rc
listing_count_all(struct db *db)
{
	enum rc rc;

	rc = db_run(db, ADD "SELECT unit_id, category_id, theme_id, year,"
	    " COUNT(*) FROM listing"
	    " GROUP BY unit_id, category_id, theme_id, year");
	if (rc == RC_OK)
		rc = db_run(db, ADD "SELECT 0, category_id, theme_id, year,"
		    " SUM(n) FROM listing_count WHERE unit_id > 0"
		    " GROUP BY category_id, theme_id, year");
	/* theme 0 stands for "none" until here */
	if (rc == RC_OK)
		rc = db_run(db, ADD "SELECT unit_id, category_id, 0, year,"
		    " SUM(n) FROM listing_count WHERE theme_id > 0"
		    " GROUP BY unit_id, category_id, year"
		    " ON CONFLICT (unit_id, category_id, theme_id, year)"
		    " DO UPDATE SET n = listing_count.n + excluded.n");
	if (rc == RC_OK)
		rc = db_run(db, ADD "SELECT unit_id, category_id, theme_id, 0,"
		    " SUM(n) FROM listing_count WHERE year > 0"
		    " GROUP BY unit_id, category_id, theme_id"
		    " ON CONFLICT (unit_id, category_id, theme_id, year)"
		    " DO UPDATE SET n = listing_count.n + excluded.n");
	return rc == RC_OK ? facets_all(db) : rc;
}
