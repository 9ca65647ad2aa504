/* copy_entries.c - see copy_entries.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/category.h"
#include "core/list.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/copy_entries.h"
#include "portal/tree.h"

static void __attribute__((format(printf, 2, 3)))
add(struct copy *c, const char *fmt, ...)
{
	char text[200];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	*list_add(&c->entries, c->mem) = arena_strdup(c->mem, text);
}

/* One address for each thing counted; fmt takes its key. */
static enum rc
add_years(struct copy *c, const struct publication_filter *f,
    const char *before)
{
	struct publication_counts n;
	enum rc rc = publication_count(c->app.db, BY_YEAR, f, &n, c->app.mem);

	for (int k = 0; rc == RC_OK && k < n.n; k++)
		add(c, "%s%lld", before, (long long)n.v[k].key);
	return rc;
}

static enum rc
add_categories(struct copy *c, const struct categories *all,
    const struct unit *u)
{
	const struct publication_filter f = { .unit = u->id, .max = 1 };
	struct publication_counts n;
	enum rc rc = publication_count(c->app.db, BY_CATEGORY, &f, &n,
	    c->app.mem);

	for (int k = 0; rc == RC_OK && k < all->n; k++)
		if (tree_count(&n, all->v[k].id) > 0)
			add(c, "/list?category=%s&unit=%s", all->v[k].code,
			    u->code);
	return rc;
}

static enum rc
add_unit(struct copy *c, const struct categories *all, int64_t report,
    const struct unit *u)
{
	static const char *const entries[] = { "guide", "rules", "leaders",
	    "organisation", "staff", "open", "report", "list" };
	const struct publication_filter f = { .unit = u->id, .max = 1 };
	const struct publication_filter r = { .unit = u->id,
	    .category = report, .max = 1 };
	struct arena *m = c->app.mem;
	enum rc rc;

	add(c, "/unit/%s", u->code);
	for (size_t k = 0; k < sizeof(entries) / sizeof(entries[0]); k++)
		add(c, "/%s?unit=%s", entries[k], u->code);
	if ((rc = add_categories(c, all, u)) != RC_OK ||
	    (rc = add_years(c, &f, arena_printf(m, "/list?unit=%s&year=",
	    u->code))) != RC_OK)
		return rc;
	return add_years(c, &r, arena_printf(m, "/report?unit=%s&year=",
	    u->code));
}

static enum rc
add_themes(struct copy *c)
{
	const struct publication_filter f = { .max = 1 };
	struct publication_counts n;
	enum rc rc = publication_count(c->app.db, BY_THEME, &f, &n,
	    c->app.mem);

	for (int k = 0; rc == RC_OK && k < n.n; k++)
		add(c, "/list?theme=%lld", (long long)n.v[k].key);
	return rc;
}

static enum rc
add_units(struct copy *c, const struct categories *all, int64_t report)
{
	struct units units;
	enum rc rc = unit_list(c->app.db, &units, c->app.mem);

	for (int k = 0; rc == RC_OK && k < units.n; k++)
		if (units.v[k].enabled)
			rc = add_unit(c, all, report, &units.v[k]);
	return rc;
}

static enum rc
add_district(struct copy *c, const struct categories *all, int64_t report)
{
	static const char *const entries[] = { "/", "/units", "/guide",
	    "/rules", "/leaders", "/organisation", "/staff", "/open", "/report",
	    "/list", "/register", "/map", "/about", "/statistics",
	    "/api/v1/units", "/api/v1/categories", "/api/v1/themes",
	    "/api/v1/register/lines", "/api/v1/register/heads",
	    "/api/v1/register/keys" };
	const struct publication_filter f = { .max = 1 };
	const struct publication_filter r = { .category = report, .max = 1 };
	enum rc rc;

	for (size_t k = 0; k < sizeof(entries) / sizeof(entries[0]); k++)
		add(c, "%s", entries[k]);
	for (int k = 0; k < all->n; k++)
		add(c, "/list?category=%s", all->v[k].code);
	if ((rc = add_themes(c)) != RC_OK ||
	    (rc = add_years(c, &f, "/list?year=")) != RC_OK ||
	    (rc = add_years(c, &f, "/statistics?year=")) != RC_OK)
		return rc;
	return add_years(c, &r, "/report?year=");
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

enum rc
copy_entries(struct copy *c)
{
	const struct category *report;
	struct categories all;
	enum rc rc = category_list(c->app.db, &all, c->app.mem);

	if (rc != RC_OK)
		return rc;
	report = tree_find(&all, "report");
	if (report == NULL)
		return RC_FAIL;
	if ((rc = add_district(c, &all, report->id)) != RC_OK ||
	    (rc = add_units(c, &all, report->id)) != RC_OK)
		return rc;
	qsort(c->entries.v, (size_t)c->entries.n, sizeof(c->entries.v[0]),
	    by_text);
	return RC_OK;
}
