/* way.c - see way.h. */
#include <string.h>

#include "base/text.h"
#include "gkht/way.h"

const struct field way_fields[] = {
	WAY_FIELD,
	{ 0 }
};

/* What url_encode() leaves and what stands between it, readable once decoded. */
static bool
is_query(const char *s, struct param **param, int *n, struct arena *m)
{
	static const char used[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~%=&";

	if (s[strspn(s, used)] != '\0' ||
	    request_params(s, strlen(s), param, n, m) != RC_OK)
		return false;
	for (int k = 0; k < *n; k++)
		if (!text_printable((*param)[k].name,
		    strlen((*param)[k].name), false) ||
		    !text_printable((*param)[k].value,
		    strlen((*param)[k].value), false))
			return false;
	return true;
}

const char *
way_of(const struct ctx *x)
{
	/* not those of the route: what is restored has the form's */
	const struct field *f = x->in.fields;
	struct param *param;
	int n;

	for (; f != NULL && f->name != NULL; f++)
		if (strcmp(f->name, way_fields[0].name) == 0) {
			const char *s = x->in.v[f - x->in.fields].s;

			return s != NULL && is_query(s, &param, &n, x->mem) ?
			    s : "";
		}
	return "";
}

void
way_show(struct ctx *x, const char *query)
{
	struct node *way = view_child(x->page, "Page.Way");
	struct param *param;
	int n;

	if (strlen(query) > WAY_MAX || !is_query(query, &param, &n, x->mem))
		return;
	view_set(x->page, "Page.Way", query);
	view_set(way, "Query", url_encode(x->mem, query));
	if (*query != '\0')
		view_set(way, "Link", arena_printf(x->mem, "?way=%s",
		    url_encode(x->mem, query)));
	for (int k = 0; k < n; k++) {
		struct node *f = view_item(way, "Fields");

		view_set(f, "Name", param[k].name);
		view_set(f, "Value", param[k].value);
	}
}

const char *
way_back(struct ctx *x, const char *list, const char *deed, int count)
{
	const char *way = way_of(x);

	if (*deed == '\0')
		return arena_printf(x->mem, "/gkht/%s?%s", list, way);
	return arena_printf(x->mem, "/gkht/%s?%s%sdone=%s%s", list, way,
	    *way != '\0' ? "&" : "", deed, count > 0 ?
	    arena_printf(x->mem, "&count=%d", count) : "");
}

const char *
way_on(struct ctx *x, const char *page, int64_t id, const char *query)
{
	const char *way = way_of(x);

	if (*way != '\0')
		query = arena_printf(x->mem, "%s%sway=%s", query,
		    *query != '\0' ? "&" : "", url_encode(x->mem, way));
	return arena_printf(x->mem, "/gkht/%s/%lld%s%s", page, (long long)id,
	    *query != '\0' ? "?" : "", query);
}

enum rc
way_go(struct ctx *x, const char *list, const char *deed, int count)
{
	return go(x, "%s", way_back(x, list, deed, count));
}

enum rc
way_go_on(struct ctx *x, const char *page, int64_t id, const char *query)
{
	return go(x, "%s", way_on(x, page, id, query));
}
