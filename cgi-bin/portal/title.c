/* title.c - see title.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "portal/title.h"
#include "richtext/sanitize.h"

/* A red head, a number, signers and empty lines may stand above the title. */
#define HEAD_BLOCKS	8

/* Bytes of a number with its unit at s; 0 when there is none. */
static size_t
number_with_unit(const char *s)
{
	static const char *const units[] = { "年", "月", "日", "号", "%" };
	size_t n = strspn(s, "0123456789");

	for (size_t i = 0; n > 0 && i < sizeof(units) / sizeof(units[0]); i++)
		if (strncmp(s + n, units[i], strlen(units[i])) == 0)
			return n + strlen(units[i]);
	return 0;
}

struct safe_html
title_markup(const char *title, struct arena *m)
{
	struct buf b = buf_new(m);

	while (*title != '\0') {
		size_t n = number_with_unit(title);

		if (n > 0) {
			buf_puts(&b, "<span class=\"nb\">");
			buf_put(&b, title, n);
			buf_puts(&b, "</span>");
		} else {
			n = strspn(title, "0123456789");
			if (n == 0)
				n = 1;
			buf_put_escaped(&b, title, n);
		}
		title += n;
	}
	return sanitize_built(b.s);
}

static bool
is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xa0 ||
	    cp == 0x3000;
}

/* The next code point of markup that is neither tag nor space; 0 at its end.
 * Only the entities that the sanitizer writes occur. */
static uint32_t
next_visible(const char **html)
{
	static const struct { const char *name; uint32_t cp; } entities[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' }, { "&nbsp;", 0xa0 },
	};
	uint32_t cp;

	do {
		while (**html == '<') {
			*html += strcspn(*html, ">");
			if (**html == '>')
				(*html)++;
		}
		cp = 0;
		for (size_t i = 0; **html == '&' && i < sizeof(entities) /
		    sizeof(entities[0]) && cp == 0; i++)
			if (strncmp(*html, entities[i].name,
			    strlen(entities[i].name)) == 0) {
				*html += strlen(entities[i].name);
				cp = entities[i].cp;
			}
		if (cp == 0)
			cp = text_next(html);
	} while (is_space(cp));
	return cp;
}

/* Is the paragraph here the title and nothing else? */
static bool
is_title(const char *html, const char *title)
{
	uint32_t cp;

	while ((cp = text_next(&title)) != 0)
		if (!is_space(cp) && next_visible(&html) != cp)
			return false;
	/* the paragraph must end where the title does */
	while (strncmp(html, "</s", 3) == 0 || strncmp(html, "</e", 3) == 0)
		html += strcspn(html, ">") + 1;
	return strncmp(html, "</", 2) == 0;
}

/* Where the next paragraph or heading begins; NULL after the last one. */
static const char *
next_block(const char *html)
{
	for (html++; (html = strchr(html, '<')) != NULL; html++)
		if (html[1] == 'p' || (html[1] == 'h' && html[2] != 'r'))
			return html;
	return NULL;
}

bool
title_in_body(struct safe_html body, const char *title)
{
	const char *html = body.s;

	if (*title == '\0' || *html == '\0')
		return false;
	for (int k = 0; k < HEAD_BLOCKS && html != NULL; k++) {
		if (is_title(html, title))
			return true;
		html = next_block(html);
	}
	return false;
}
