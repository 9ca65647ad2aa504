/* map.c - 网站地图 and 数据: where everything is. */
#include "core/publication.h"
#include "portal/directory.h"
#include "portal/ld.h"
#include "portal/pages.h"
#include "portal/part.h"
#include "portal/rows.h"
#include "portal/tree.h"

static enum rc
fill_map(struct ctx *x, struct node *page, const void *arg)
{
	const struct publication_filter all = { .max = 1 };
	const struct directory *d;
	struct publication_counts n;
	enum rc rc;

	(void)arg;
	if ((rc = directory_get(x, &d)) != RC_OK ||
	    (rc = publication_count(x->db, BY_CATEGORY, &all, &n, x->mem)) !=
	    RC_OK)
		return rc;
	tree_fill(page, &(struct tree){ &d->categories, &n, TREE_STATUTORY,
	    0 });
	rows_unit_groups(page, "Page.Groups", &d->units);
	return RC_OK;
}

enum rc
map_show(struct ctx *x)
{
	enum rc rc = part_show(x, &(struct part){ "Page.MapHtml",
	    "portal/map_parts.cs", "", fill_map, NULL });

	return rc == RC_OK ? show(x, "portal/map.cs") : rc;
}

enum rc
data_show(struct ctx *x)
{
	ld_data(x);
	return show(x, "portal/data.cs");
}
