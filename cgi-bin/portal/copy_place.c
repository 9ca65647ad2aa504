/* copy_place.c - see copy_place.h. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "portal/copy_place.h"

#define PARAMS	8

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
take(const char *param, const char *name, const char **value)
{
	size_t n = strlen(name);

	if (strncmp(param, name, n) != 0)
		return false;
	*value = param + n;
	return true;
}

struct address
address_read(const char *url, struct arena *m)
{
	struct address a = { .before = "", .page = "" };
	char *path = arena_strndup(m, url, strcspn(url, "#"));
	char *query = path + strcspn(path, "?"), *param, *v[PARAMS];
	struct buf b = buf_new(m);
	int n = 0;

	if (*query == '?')
		*query++ = '\0';
	a.path = path;
	while ((param = strsep(&query, "&")) != NULL)
		if (!take(param, "before=", &a.before) &&
		    !take(param, "after=", &a.before) &&
		    !take(param, "page=", &a.page) && *param != '\0' &&
		    n < PARAMS)
			v[n++] = param;
	qsort(v, (size_t)n, sizeof(v[0]), by_text);
	buf_puts(&b, path);
	for (int k = 0; k < n; k++)
		buf_printf(&b, "%c%s", k == 0 ? '?' : '&', v[k]);
	a.entry = b.s;
	return a;
}

static bool
begins(const char *s, const char *start)
{
	return strncmp(s, start, strlen(start)) == 0;
}

/* The n-th part of a path, from 0; "" when there is none. */
static const char *
part(const char *path, int n, struct arena *m)
{
	for (; n > 0 && *path != '\0'; n--) {
		path++;
		path += strcspn(path, "/");
	}
	return *path == '/' ? arena_strndup(m, path + 1,
	    strcspn(path + 1, "/")) : "";
}

bool
copy_is_file(const char *url)
{
	const char *last;

	if (begins(url, "/image/") || begins(url, "/s/"))
		return true;
	if (!begins(url, "/doc/"))
		return false;
	last = strrchr(url, '/');
	return strcmp(last, "/qr") == 0 || strstr(url, "/file/") != NULL ||
	    strstr(url, "/view/") != NULL ||
	    strstr(url, "/table/") != NULL;
}

/* What a name may hold everywhere: codes, numbers; else it is no address of
 * ours. */
static const char *
plain(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=&?/")] == '\0' ? s : NULL;
}

/* "/list?category=a20&unit=zfb" is list/category-a20.unit-zfb */
static const char *
entry_name(const char *entry, struct arena *m)
{
	char *s;

	if (strcmp(entry, "/") == 0)
		return "index";
	s = arena_strdup(m, entry + 1);
	for (char *c = s; *c != '\0'; c++)
		if (*c == '?')
			*c = '/';
		else if (*c == '=')
			*c = '-';
		else if (*c == '&')
			*c = '.';
	return s;
}

static bool
holds(const struct copy *c, const char *entry)
{
	return c->entries.n > 0 && bsearch(&entry, c->entries.v,
	    (size_t)c->entries.n, sizeof(c->entries.v[0]), by_text) != NULL;
}

static const char *
entry_place(const struct copy *c, const struct address *a, struct arena *m)
{
	const char *name;

	if (!holds(c, a->entry) || plain(a->entry) == NULL)
		return NULL;
	name = entry_name(a->entry, m);
	if (*a->before == '\0')
		return arena_printf(m, "%s.html", name);
	if (*a->page != '\0')
		return arena_printf(m, "%s.%s.html", name, a->page);
	return arena_printf(m, "%s.before-%s.html", name, a->before);
}

/* /doc/zfb/2026-00012, and below it /v/2 and /compare?from=1&to=2 */
static const char *
document_place(const struct address *a, struct arena *m)
{
	const char *at = arena_printf(m, "doc/%s/%s", part(a->path, 1, m),
	    part(a->path, 2, m));
	const char *what = part(a->path, 3, m), *query;

	if (plain(a->entry) == NULL)
		return NULL;
	if (*what == '\0')
		return arena_printf(m, "%s.html", at);
	if (strcmp(what, "v") == 0)
		return arena_printf(m, "%s/v-%s.html", at,
		    part(a->path, 4, m));
	query = strchr(a->entry, '?');
	if (strcmp(what, "compare") == 0 && query != NULL)
		return arena_printf(m, "%s/%s.html", at,
		    entry_name(arena_printf(m, "/compare.%s", query + 1), m));
	return NULL;
}

/* Of each document and line; the rest is among the entries. */
static const char *
data_place(const struct copy *c, const struct address *a, struct arena *m)
{
	const char *name;

	if (plain(a->entry) == NULL || (!holds(c, a->entry) &&
	    !begins(a->path, COPY_API "documents/") &&
	    !begins(a->path, COPY_API "register/proof") &&
	    !begins(a->path, COPY_API "register/consistency")))
		return NULL;
	name = entry_name(a->entry, m);
	if (*a->before != '\0')
		name = arena_printf(m, "%s.before-%s", name, a->before);
	return arena_printf(m, "%s.json", name);
}

const char *
copy_place(const struct copy *c, const char *url, struct arena *m)
{
	struct address a = address_read(url, m);

	if (begins(a.path, "/doc/"))
		return document_place(&a, m);
	if (begins(a.path, "/register/"))
		return plain(a.path + 1) == NULL ? NULL :
		    arena_printf(m, "%s.html", a.path + 1);
	if (strcmp(a.path, "/copy") == 0)
		return COPY_ABOUT;
	if (begins(a.path, COPY_API))
		return data_place(c, &a, m);
	return entry_place(c, &a, m);
}
