/* passage.c - see passage.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/passage.h"

#define TAG_MAX 20

struct reader {
	const char *s;
	struct buf text;
	const char *tag, *class;
	struct passages *out;
	int room;
	struct arena *m;
};

static const char *const inlines[] = {
	"span", "a", "strong", "em", "u", "s", "sub", "sup", "mark", "ruby",
	"rt", "rp", "img", NULL
};

static bool
is_inline(const char *name)
{
	for (int k = 0; inlines[k] != NULL; k++)
		if (strcmp(inlines[k], name) == 0)
			return true;
	return false;
}

static void
add(struct reader *r, const char *text)
{
	struct passage *v;

	if (r->out->n == r->room) {
		r->room = r->room == 0 ? 32 : r->room * 2;
		v = arena_calloc(r->m, (size_t)r->room, sizeof(*v));
		if (r->out->n > 0)
			memcpy(v, r->out->v,
			    (size_t)r->out->n * sizeof(*v));
		r->out->v = v;
	}
	r->out->v[r->out->n++] = (struct passage){ r->tag, r->class, text };
}

static void
flush(struct reader *r)
{
	char *text;

	if (r->text.n == 0)
		return;
	text = text_trim(r->m, r->text.s);
	if (*text != '\0')
		add(r, text);
	r->text = buf_new(r->m);
}

/* The value of class in a start tag that ends at `end`. */
static const char *
class_of(const char *s, const char *end, struct arena *m)
{
	const char *at = strstr(s, " class=\""), *close;

	if (at == NULL || at >= end)
		return "";
	at += strlen(" class=\"");
	close = strchr(at, '"');
	return close == NULL || close > end ? "" :
	    arena_strndup(m, at, (size_t)(close - at));
}

static void
markup(struct reader *r)
{
	const char *name = r->s + 1, *end = strchr(r->s, '>');
	bool close = *name == '/';
	size_t n;
	char *tag;

	name += close;
	n = strcspn(name, " >/");
	tag = arena_strndup(r->m, name, n < TAG_MAX ? n : TAG_MAX);
	if (strcmp(tag, "br") == 0 && r->text.n > 0) {
		buf_putc(&r->text, '\n');
	} else if (!is_inline(tag)) {
		flush(r);
		r->tag = close ? "" : tag;
		r->class = close || end == NULL ? "" :
		    class_of(r->s, end, r->m);
	}
	r->s = end == NULL ? r->s + strlen(r->s) : end + 1;
}

static void
character(struct reader *r)
{
	static const struct { const char *name; char c; } entities[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' },
	};

	for (size_t k = 0; *r->s == '&' && k < 5; k++) {
		size_t n = strlen(entities[k].name);

		if (strncmp(r->s, entities[k].name, n) == 0) {
			buf_putc(&r->text, entities[k].c);
			r->s += n;
			return;
		}
	}
	buf_putc(&r->text, *r->s++);
}

void
passages_of(struct safe_html html, struct passages *out, struct arena *m)
{
	struct reader r = { .s = html.s, .text = buf_new(m), .tag = "",
	    .class = "", .out = out, .m = m };

	*out = (struct passages){ 0 };
	while (*r.s != '\0') {
		if (*r.s == '<')
			markup(&r);
		else
			character(&r);
	}
	flush(&r);
}

void
passages_plain(const char *text, struct passages *out, struct arena *m)
{
	struct reader r = { .text = buf_new(m), .tag = "p", .class = "",
	    .out = out, .m = m };

	*out = (struct passages){ 0 };
	for (; *text != '\0'; text++) {
		if (*text == '\n' || *text == '\t')
			flush(&r);
		else
			buf_putc(&r.text, *text);
	}
	flush(&r);
}

bool
passage_has(const struct passage *p, const char *class)
{
	size_t n = strlen(class);

	for (const char *s = p->class; (s = strstr(s, class)) != NULL; s += n)
		if ((s == p->class || s[-1] == ' ') &&
		    (s[n] == '\0' || s[n] == ' '))
			return true;
	return false;
}
