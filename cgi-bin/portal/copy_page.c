/* copy_page.c - see copy_page.h.  The page is one of ours: each value stands
 * in double quotes, and no < or > in a value. */
#include <string.h>

#include "portal/copy_fetch.h"
#include "portal/copy_page.h"
#include "portal/copy_place.h"

struct work {
	struct copy *c;
	const char *url, *place, *next;
	struct buf *out;
};

/* From the folder of the page up to that of the copy. */
static void
put_way_up(struct work *w)
{
	for (const char *s = w->place; (s = strchr(s, '/')) != NULL; s++)
		buf_puts(w->out, "../");
}

/* &amp; is the only entity that an address of ours needs. */
static const char *
plain_address(const char *value, size_t n, struct arena *m)
{
	struct buf b = buf_new(m);
	size_t k = 0;

	while (k < n) {
		buf_putc(&b, value[k]);
		k += strncmp(value + k, "&amp;", 5) == 0 ? 5 : 1;
	}
	return b.s;
}

/* An address of the portal, or NULL for one that stays as it is. */
static const char *
absolute(const struct work *w, const char *value)
{
	struct arena *m = w->c->app.mem;

	if (value[0] == '?')
		return arena_printf(m, "%.*s%s", (int)strcspn(w->url, "?"),
		    w->url, value);
	return value[0] == '/' && value[1] != '/' ? value : NULL;
}

static void
put_address(struct work *w, const char *url)
{
	const char *place = copy_is_file(url) ? copy_asset(w->c, url) :
	    copy_place(w->c, url, w->c->app.mem);

	put_way_up(w);
	if (place == NULL)
		buf_puts(w->out, COPY_ABOUT "#online");
	else
		buf_printf(w->out, "%s%s", place, url + strcspn(url, "#"));
}

/* The value of href= or src= that ends at the quote. */
static const char *
put_value(struct work *w, const char *s, bool next)
{
	size_t n = strcspn(s, "\"");
	const char *url = absolute(w, plain_address(s, n, w->c->app.mem));

	if (url == NULL)
		buf_put(w->out, s, n);
	else
		put_address(w, url);
	if (url != NULL && next)
		w->next = url;
	return s + n;
}

static bool
is_address(const char *s, size_t *n)
{
	static const char *const names[] = { " href=\"", " src=\"" };

	for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++) {
		*n = strlen(names[k]);
		if (strncmp(s, names[k], *n) == 0)
			return true;
	}
	return false;
}

static void
put_tag(struct work *w, const char *s, const char *end)
{
	const char *rel = strstr(s, " rel=\"next\"");
	size_t n;

	while (s < end)
		if (is_address(s, &n)) {
			buf_put(w->out, s, n);
			s = put_value(w, s + n, rel != NULL && rel < end);
		} else {
			buf_putc(w->out, *s++);
		}
}

/* After what a copy has no use for; s itself where that does not begin. */
static const char *
skip(const char *s)
{
	static const char form[] = "</form>", feed[] = "<link rel=\"alternate\"";
	const char *end = s;

	if (strncmp(s, "<form", 5) == 0 && (end = strstr(s, form)) != NULL)
		return end + strlen(form);
	if (strncmp(s, feed, strlen(feed)) == 0 &&
	    (end = strchr(s, '>')) != NULL)
		return end + 1;
	return s;
}

const char *
copy_page(struct copy *c, const char *url, const char *place,
    const struct buf *html, struct buf *out)
{
	struct work w = { .c = c, .url = url, .place = place, .out = out };
	const char *s = html->s, *end;
	size_t n;

	*out = buf_new(c->app.mem);
	while (*s != '\0') {
		n = strcspn(s, "<");
		buf_put(out, s, n);
		s += n;
		if (*s == '\0' || (end = skip(s)) != s) {
			s = *s == '\0' ? s : end;
			continue;
		}
		if ((end = strchr(s, '>')) == NULL)
			end = s + strlen(s);
		put_tag(&w, s, end);
		s = end;
	}
	return w.next;
}
