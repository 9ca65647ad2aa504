/* saved.c - 常用查询: what a list is asked for, kept by a name, renamed and
 * deleted. */
#include <string.h>

#include "core/saved_query.h"
#include "gkht/filter.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/saved.h"

enum { ACT_RENAME, ACT_DROP };
enum { E_ACT, E_NAME };

static const char *const acts[] = { "rename", "drop", NULL };

const struct field saved_one_fields[] = {
	[E_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[E_NAME] = { "query_name", KIND_LINE, 0, SAVED_QUERY_NAME_MAX, NULL },
	{ 0 }
};

/* The first list of each role is where it begins. */
static bool
list_of(const struct ctx *x, const char *list)
{
	switch (x->me->role) {
	case ROLE_ADMIN:
		return strcmp(list, "manage") == 0;
	case ROLE_ENTRY:
		return strcmp(list, "entry") == 0;
	case ROLE_REVIEW:
		return strcmp(list, "review") == 0 ||
		    strcmp(list, "publish") == 0 ||
		    strcmp(list, "published") == 0;
	default:
		return false;
	}
}

static enum rc
queries_show(struct ctx *x, const char *list)
{
	struct saved_queries all;
	enum rc rc = saved_query_list(x->db, &x->actor, list, &all, x->mem);

	for (int i = 0; rc == RC_OK && i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Queries");

		view_int(n, "Id", all.v[i].id);
		view_set(n, "List", all.v[i].list);
		view_set(n, "Name", all.v[i].name);
		view_set(n, "Query", all.v[i].query);
	}
	return rc;
}

enum rc
saved_offer(struct ctx *x, const char *list, const char *query)
{
	struct saved_queries all;
	enum rc rc = saved_query_list(x->db, &x->actor, list, &all, x->mem);

	for (int i = 0; rc == RC_OK && i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Queries");

		view_set(n, "Name", all.v[i].name);
		view_set(n, "Query", all.v[i].query);
		view_flag(n, "On", strcmp(query, all.v[i].query) == 0);
	}
	return rc;
}

static enum rc
page(struct ctx *x, const char *list)
{
	enum rc rc;

	frame_menu(x, list);
	view_set(x->page, "Page.List", list);
	view_int(x->page, "Page.QueryMax", SAVED_QUERY_MAX);
	if ((rc = queries_show(x, NULL)) != RC_OK)
		return rc;
	return show(x, "gkht/saved.cs");
}

/* The conditions to be kept, if any came along, and what is kept. */
enum rc
saved_queries_show(struct ctx *x)
{
	const char *list = x->in.v[V_LIST].s;
	enum rc rc;

	if (*list == '\0')
		list = frame_home(x->me->role) + strlen("/gkht/");
	if (!list_of(x, list))
		return RC_NOT_FOUND;
	if ((rc = filter_words(x)) != RC_OK)
		return rc;
	view_set(x->page, "Page.QueryName", x->in.v[V_NAME].raw);
	view_set(x->page, "Page.Deed", x->in.v[V_DONE].raw);
	return page(x, list);
}

enum rc
saved_store(struct ctx *x)
{
	struct saved_query s = { .list = x->in.v[V_LIST].s,
	    .name = x->in.v[V_NAME].s, .query = filter_query(x) };
	enum rc rc;

	if (*s.list == '\0')
		return refuse(x, "list", PROBLEM_MISSING);
	if (!list_of(x, s.list))
		return RC_NOT_FOUND;
	if ((rc = saved_query_add(x->db, &x->actor, &s, &x->problems, x->mem))
	    != RC_OK)
		return rc;
	return go(x, "/gkht/%s?%s", s.list, s.query);
}

enum rc
saved_change(struct ctx *x)
{
	bool drop = x->in.v[E_ACT].i == ACT_DROP;
	enum rc rc = drop ?
	    saved_query_drop(x->db, &x->actor, arg_id(x, 0), x->mem) :
	    saved_query_rename(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[E_NAME].s, &x->problems, x->mem);

	return rc == RC_OK ? go(x, "/gkht/saved?done=%s",
	    acts[drop ? ACT_DROP : ACT_RENAME]) : rc;
}

/* The new name was refused: the page again, with it in its row. */
enum rc
saved_again(struct ctx *x)
{
	view_int(x->page, "Page.QueryWrong", arg_id(x, 0));
	view_set(x->page, "Page.QueryTyped", x->in.v[E_NAME].raw);
	return page(x, frame_home(x->me->role) + strlen("/gkht/"));
}
