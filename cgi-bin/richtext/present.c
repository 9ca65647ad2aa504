/* present.c - the smaller makers of safe_html: plain text, passages, the
 * portal's tables, the back office's pictures. */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/sanitize.h"

#define PLAIN_MAX (8u << 20)

enum rc
sanitize_plain(const char *text, struct sanitized *out, struct arena *m)
{
	struct buf b = buf_new(m);
	const char *s, *next, *sep = NULL;
	size_t n;

	if (!text_valid(text, strlen(text)))
		return RC_INVALID;
	for (s = text_unix_lines(m, text); *s != '\0'; s = next) {
		const char *line;

		n = strcspn(s, "\n");
		next = s + n + (s[n] == '\n');
		line = text_trim(m, arena_strndup(m, s, n));
		if (*line == '\0') {
			sep = NULL;
			continue;
		}
		buf_puts(&b, sep == NULL ? "<p class=\"ti-2\">" : sep);
		buf_put_escaped(&b, line, strlen(line));
		sep = "<br>";
	}
	return sanitize_html(b.s, b.n, PLAIN_MAX, out, m);
}

/* The tag that stands there is that one: past it. */
static bool
passes(const char **s, const char *tag)
{
	size_t n = strlen(tag);

	if (strncmp(*s, tag, n) != 0)
		return false;
	*s += n;
	return true;
}

static bool
character(struct buf *b, const char **s)
{
	static const struct { const char *entity; char c; } known[] = {
		{ "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
		{ "&amp;", '&' }
	};

	for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++)
		if (passes(s, known[k].entity)) {
			buf_putc(b, known[k].c);
			return true;
		}
	if (**s == '<' || **s == '&')
		return false;
	buf_putc(b, *(*s)++);
	return true;
}

/* What goes in is only guessed here: what comes out again decides. */
const char *
sanitize_lines(struct safe_html html, struct arena *m)
{
	struct buf b = buf_new(m);
	struct sanitized again;
	const char *s = html.s;

	while (*s != '\0')
		if (passes(&s, "<p class=\"ti-2\">"))
			buf_puts(&b, b.n > 0 ? "\n\n" : "");
		else if (passes(&s, "<br>"))
			buf_putc(&b, '\n');
		else if (!passes(&s, "</p>") && !character(&b, &s))
			return NULL;
	if (b.n == 0 || sanitize_looks_html(b.s) ||
	    sanitize_plain(b.s, &again, m) != RC_OK)
		return NULL;
	return strcmp(again.html.s, html.s) == 0 ? b.s : NULL;
}

int
sanitize_looks_html(const char *s)
{
	static const char *const names[] = {
		"p", "div", "br", "h1", "h2", "h3", "h4", "table", "ul", "ol",
		"span", "strong", "img", "a", "em", "u", "blockquote", "hr",
	};
	size_t k, n;

	while ((s = strchr(s, '<')) != NULL) {
		s++;
		n = strspn(s, "abcdefghijklmnopqrstuvwxyz1234");
		if (n == 0 || s[n] == '\0' || strchr(" >/\n\t", s[n]) == NULL)
			continue;
		for (k = 0; k < sizeof names / sizeof names[0]; k++)
			if (strlen(names[k]) == n &&
			    memcmp(names[k], s, n) == 0)
				return 1;
	}
	return 0;
}

struct safe_html
sanitize_rebase(struct safe_html h, const char *prefix, struct arena *m)
{
	static const char mark[] = " src=\"/image/";
	struct buf b = buf_new(m);
	const char *s = h.s, *at;

	/* No text holds an unescaped quote, so the mark is the attribute. */
	while ((at = strstr(s, mark)) != NULL) {
		buf_put(&b, s, (size_t)(at - s));
		buf_puts(&b, " src=\"");
		buf_put_escaped(&b, prefix, strlen(prefix));
		s = at + sizeof mark - 1;
	}
	buf_puts(&b, s);
	return (struct safe_html){ b.s };
}

/* The caption's words, already escaped, or NULL. */
static char *
caption_of(const char *table, struct arena *m)
{
	const char *s = strchr(table, '>'), *end;
	struct buf b = buf_new(m);

	if (s == NULL || strncmp(s + 1, "<caption", 8) != 0)
		return NULL;
	end = strstr(s, "</caption>");
	for (s++; s < end; s++) {
		if (*s == '<')
			s = strchr(s, '>');
		else
			buf_putc(&b, *s);
	}
	return b.n > 0 ? b.s : NULL;
}

static void
present_table(struct buf *b, const char *table, int number, const char *of,
    struct arena *m)
{
	char *name = caption_of(table, m);

	if (name == NULL)
		name = arena_printf(m, "表格 %d", number);
	buf_puts(b, "<div class=\"tw\" tabindex=\"0\" role=\"region\""
	    " aria-label=\"");
	buf_put_escaped(b, of, strlen(of));
	buf_puts(b, name);
	buf_puts(b, "\">");
}

/* Tables inside tables scroll with the outermost one. */
struct safe_html
sanitize_present_of(struct safe_html h, const char *of, struct arena *m)
{
	struct buf b = buf_new(m);
	const char *s, *from = h.s;
	int depth = 0, number = 0;

	for (s = h.s; (s = strchr(s, '<')) != NULL; s++) {
		if (strncmp(s, "<table", 6) == 0 && depth++ == 0) {
			buf_put(&b, from, (size_t)(s - from));
			present_table(&b, s, ++number, of, m);
			from = s;
		} else if (strncmp(s, "</table>", 8) == 0 && --depth == 0) {
			buf_put(&b, from, (size_t)(s + 8 - from));
			buf_puts(&b, "</div>");
			from = s + 8;
		}
	}
	buf_puts(&b, from);
	return (struct safe_html){ b.s };
}

struct safe_html
sanitize_present(struct safe_html h, struct arena *m)
{
	return sanitize_present_of(h, "", m);
}

struct safe_html
sanitize_marked(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);
	int open = 0;

	for (; *s != '\0'; s++) {
		if (*s == '\x01' && !open) {
			buf_puts(&b, "<mark>");
			open = 1;
		} else if (*s == '\x02' && open) {
			buf_puts(&b, "</mark>");
			open = 0;
		} else if ((unsigned char)*s >= ' ' || isspace(*s)) {
			buf_put_escaped(&b, s, 1);
		}
	}
	if (open)
		buf_puts(&b, "</mark>");
	return (struct safe_html){ b.s };
}

struct safe_html
sanitize_built(const char *markup)
{
	return (struct safe_html){ markup };
}
