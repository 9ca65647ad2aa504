/* title.c - see title.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/sanitize.h"
#include "richtext/title.h"

/* A red head, a number, signers and empty lines may stand above the title. */
#define HEAD_BLOCKS	8

static bool
begins_with_one_of(const char *s, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strncmp(s, *list, strlen(*list)) == 0)
			return true;
	return false;
}

static bool
is_one_of(const char *s, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(s, *list) == 0)
			return true;
	return false;
}

/* These need the word after them. */
static const char *const leads[] = { "关于", "第", "和", "与", "及", "或", "暨",
    "对", "在", "为", "以", "由", "从", "向", "将", "把", "被", "各", "本", "关",
    "致", "按", "就", "非", "拟", "《", "〈", "（", "(", "〔", "[", "“", "‘",
    "—", "·", " ", NULL };

/* These belong to the word before them. */
static const char *const tails[] = { "的", "地", "得", "了", "等", "们", "》",
    "〉", "）", ")", "〕", "]", "”", "’", "、", "，", "。", "：", "；", "？",
    "！", "—", "·", " ", NULL };

/* So does one character that the dictionary found in no word: 印|发, 大口|屯|镇. */
static bool
is_lone(const char *word)
{
	const char *end = word;

	return text_is_han(text_next(&end)) && *end == '\0' &&
	    !is_one_of(word, leads);
}

/* Do two words stay on one line? */
static bool
holds(const char *before, const char *after)
{
	static const char *const units[] = { "年", "月", "日", "号", "%", NULL };

	return is_one_of(before, leads) || is_one_of(after, tails) ||
	    is_lone(after) ||
	    (before[strspn(before, "0123456789")] == '\0' &&
	    begins_with_one_of(after, units));
}

void
title_pieces(const char *title, struct words *out, struct arena *m)
{
	struct words w;

	words_of(m, title, &w);
	*out = (struct words){ .v = w.v };
	for (int k = 0; k < w.n; k++) {
		char *last = out->n > 0 ? out->v[out->n - 1] : NULL;

		if (last != NULL && holds(w.v[k - 1], w.v[k]))
			out->v[out->n - 1] = arena_printf(m, "%s%s", last,
			    w.v[k]);
		else
			out->v[out->n++] = w.v[k];
	}
}

struct safe_html
title_markup(const char *title, struct arena *m)
{
	struct buf b = buf_new(m);
	struct words w;

	title_pieces(title, &w, m);
	for (int k = 0; k < w.n; k++) {
		if (k > 0)
			buf_puts(&b, "<wbr>");
		buf_put_escaped(&b, w.v[k], strlen(w.v[k]));
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
