/* seed.c - categories, vocabularies and holidays from sql/data. */
#include "gkctl/seed.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/calendar.h"
#include "core/category.h"
#include "gkctl/table.h"

static enum rc
seed_categories(struct db *db, const char *dir, struct arena *m)
{
	struct category c, parent;
	struct table t;
	enum rc rc;
	int i;

	rc = table_read(arena_printf(m, "%s/categories.tsv", dir), 4, &t, m);
	for (i = 0; rc == RC_OK && i < t.n; i++) {
		rc = category_by_code(db, t.row[i][0], &c, m);
		if (rc != RC_NOT_FOUND)
			continue;
		memset(&c, 0, sizeof(c));
		c.code = t.row[i][0];
		c.name = t.row[i][2];
		c.basis = t.row[i][3];
		rc = RC_OK;
		if (*t.row[i][1]) {
			rc = category_by_code(db, t.row[i][1], &parent, m);
			c.parent = parent.id;
		}
		if (rc == RC_OK)
			rc = category_add(db, &c, m);
		if (rc != RC_OK)
			log_fail("category %s: not added", t.row[i][0]);
	}
	return rc;
}

static enum rc
seed_vocabulary(struct db *db, const char *dir, const char *list,
    const char *file, struct arena *m)
{
	struct vocabulary have;
	struct table t;
	int64_t id;
	enum rc rc;
	int i, k;

	if ((rc = vocabulary_list(db, list, &have, m)) != RC_OK)
		return rc;
	rc = table_read(arena_printf(m, "%s/%s", dir, file), 1, &t, m);
	for (i = 0; rc == RC_OK && i < t.n; i++) {
		for (k = 0; k < have.n; k++)
			if (strcmp(have.v[k].name, t.row[i][0]) == 0)
				break;
		if (k == have.n)
			rc = vocabulary_add(db, list, t.row[i][0], &id);
	}
	return rc;
}

static enum rc
seed_holiday(struct db *db, char **row, struct arena *m)
{
	struct rows q;
	int64_t year;
	day_t day;
	enum rc rc;

	if (!day_parse(row[0], &day) || !text_int(row[3], 1990, 2999, &year) ||
	    (strcmp(row[1], "off") != 0 && strcmp(row[1], "work") != 0)) {
		log_fail("holidays.tsv: %s: not a holiday row", row[0]);
		return RC_INVALID;
	}
	q = db_query(db, "SELECT kind FROM holiday WHERE day = $1", V(row[0]));
	if ((rc = db_first(&q)) == RC_OK)
		return db_done(&q);
	if (rc != RC_NOT_FOUND)
		return rc;
	return calendar_set(db, day, row[1], row[2], (int)year, m);
}

static enum rc
seed_holidays(struct db *db, const char *dir, struct arena *m)
{
	struct table t;
	enum rc rc;
	int i;

	rc = table_read(arena_printf(m, "%s/holidays.tsv", dir), 4, &t, m);
	for (i = 0; rc == RC_OK && i < t.n; i++)
		rc = seed_holiday(db, t.row[i], m);
	return rc;
}

enum rc
seed_apply(struct db *db, const char *dir, struct arena *m)
{
	enum rc rc;

	if ((rc = db_begin(db)) != RC_OK)
		return rc;
	if ((rc = seed_categories(db, dir, m)) == RC_OK &&
	    (rc = seed_vocabulary(db, dir, "theme", "themes.tsv", m)) == RC_OK &&
	    (rc = seed_vocabulary(db, dir, "kind", "kinds.tsv", m)) == RC_OK)
		rc = seed_holidays(db, dir, m);
	return db_end(db, rc);
}
