/* way.c - see way.h. */
#include <string.h>

#include "base/text.h"
#include "gkht/way.h"

const struct field way_fields[] = {
	WAY_FIELD,
	{ 0 }
};

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') ||
	    (c >= 'a' && c <= 'f');
}

static int
digit(char c)
{
	return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

static const char *
decode(struct arena *m, const char *s, size_t n)
{
	char *out = arena_strndup(m, s, n), *to = out;

	for (const char *from = out; *from != '\0'; from++)
		if (*from == '%') {
			*to++ = (char)(digit(from[1]) << 4 | digit(from[2]));
			from += 2;
		} else {
			*to++ = *from;
		}
	*to = '\0';
	return out;
}

/* What url_encode() leaves, and what stands between it. */
static bool
is_query(const char *s, struct arena *m)
{
	const char *whole = s;

	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~=&";

	for (; *s != '\0'; s++) {
		if (strchr(plain, *s) != NULL)
			continue;
		/* nothing below a space */
		if (*s != '%' || !is_hex(s[1]) || !is_hex(s[2]) ||
		    s[1] < '2')
			return false;
		s += 2;
	}
	whole = decode(m, whole, strlen(whole));
	return text_valid(whole, strlen(whole));
}

const char *
way_of(const struct ctx *x)
{
	/* not those of the route: what is restored has the form's */
	const struct field *f = x->in.fields;

	for (; f != NULL && f->name != NULL; f++)
		if (strcmp(f->name, way_fields[0].name) == 0) {
			const char *s = x->in.v[f - x->in.fields].s;

			return s != NULL && is_query(s, x->mem) ? s : "";
		}
	return "";
}

static void
show_field(struct ctx *x, struct node *way, const char *s, size_t n)
{
	const char *equals = memchr(s, '=', n);
	struct node *f;

	if (equals == NULL)
		return;
	f = view_item(way, "Fields");
	view_set(f, "Name", decode(x->mem, s, (size_t)(equals - s)));
	view_set(f, "Value", decode(x->mem, equals + 1,
	    n - (size_t)(equals + 1 - s)));
}

void
way_show(struct ctx *x, const char *query)
{
	struct node *way = view_child(x->page, "Page.Way");

	if (strlen(query) > WAY_MAX)
		query = "";
	view_set(x->page, "Page.Way", query);
	view_set(way, "Query", url_encode(x->mem, query));
	if (*query != '\0')
		view_set(way, "Link", arena_printf(x->mem, "?way=%s",
		    url_encode(x->mem, query)));
	while (*query != '\0') {
		size_t n = strcspn(query, "&");

		show_field(x, way, query, n);
		query += n + (query[n] == '&');
	}
}

const char *
way_back(struct ctx *x, const char *list, const char *done)
{
	const char *way = way_of(x);

	return arena_printf(x->mem, "/gkht/%s?%s%s%s", list, way,
	    *way != '\0' ? "&" : "", done);
}

const char *
way_on(struct ctx *x, const char *path, const char *query)
{
	const char *way = way_of(x);

	if (*way != '\0')
		query = arena_printf(x->mem, "%s%sway=%s", query,
		    *query != '\0' ? "&" : "", url_encode(x->mem, way));
	return arena_printf(x->mem, "/gkht/%s%s%s", path,
	    *query != '\0' ? "?" : "", query);
}

enum rc
way_go(struct ctx *x, const char *list, const char *done)
{
	return go(x, "%s", way_back(x, list, done));
}
