/* column.c - the columns that are one category each: 公开制度, 领导信息 and
 * 机构信息 and the list of those responsible, of the district or of one unit. */
#include "core/category.h"
#include "core/publication.h"
#include "portal/entries.h"
#include "portal/pages.h"
#include "portal/profile.h"
#include "portal/rows.h"
#include "portal/switch.h"

enum { C_UNIT, C_BEFORE, C_PAGE };
const struct field column_fields[] = {
	[C_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[C_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[C_PAGE] = { "page", KIND_NUMBER, 0, 1000000, NULL },
	{ 0 }
};

static enum rc
column_show(struct ctx *x, const char *name, const char *code)
{
	struct publication_filter f = { .max = ROWS_PER_PAGE };
	struct publications found;
	struct category c;
	struct unit u;
	enum rc rc;

	if ((rc = category_by_code(x->db, code, &c, x->mem)) != RC_OK ||
	    (rc = entries_unit(x, C_UNIT, &u)) != RC_OK)
		return rc;
	f.category = c.id;
	f.unit = u.id;
	f.before = x->in.v[C_BEFORE].i;
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK ||
	    (rc = switch_show(x, name)) != RC_OK ||
	    (rc = profile_fill(x, &u, code)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Column", name);
	view_set(x->page, "Page.Feed", u.id != 0 ? arena_printf(x->mem,
	    "category=%s&unit=%s", code, u.code) : arena_printf(x->mem,
	    "category=%s", code));
	view_set(x->page, "Page.FeedName", c.name);
	view_set(x->page, "Page.Code", code);
	rows_documents(x->page, "Page.Rows", &found, x->mem);
	rows_pager(x->page, &found, &(struct place){
	    .query = u.id != 0 ? arena_printf(x->mem, "unit=%s", u.code) : "",
	    .before = f.before, .number = x->in.v[C_PAGE].i }, x->mem);
	return show(x, "portal/column.cs");
}

enum rc
rules_show(struct ctx *x)
{
	return column_show(x, "rules", "rules");
}

enum rc
leaders_show(struct ctx *x)
{
	return column_show(x, "leaders", "a20-2-lead");
}

enum rc
organisation_show(struct ctx *x)
{
	return column_show(x, "organisation", "a20-2-org");
}

enum rc
staff_show(struct ctx *x)
{
	return column_show(x, "staff", "a20-2-staff");
}
