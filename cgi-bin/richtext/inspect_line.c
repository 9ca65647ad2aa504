/* inspect_line.c - see inspect_line.h. */
#include <string.h>

#include "base/text.h"
#include "richtext/inspect_line.h"

#define LABEL	16	/* characters before a number that are its label */

static uint32_t
plain(uint32_t cp)
{
	if (cp >= 0xff01 && cp <= 0xff5e)
		cp -= 0xff01 - '!';
	if (cp == 0x3000 || cp == 0xa0 || (cp >= 0x2000 && cp <= 0x200a))
		return ' ';
	if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
		return '-';
	return cp;
}

void
line_read(struct line *l, const char *text, size_t n, struct arena *m)
{
	const char *s, *end;

	*l = (struct line){ .text = arena_strndup(m, text, n) };
	l->cp = arena_calloc(m, n + 1, sizeof(*l->cp));
	l->at = arena_calloc(m, n + 1, sizeof(*l->at));
	s = l->text;
	end = s + strlen(s);
	while (s < end) {
		l->at[l->n] = (size_t)(s - l->text);
		l->cp[l->n++] = plain(text_next(&s));
	}
	l->at[l->n] = (size_t)(end - l->text);
}

bool
line_digit(const struct line *l, int k)
{
	return k >= 0 && k < l->n && l->cp[k] >= '0' && l->cp[k] <= '9';
}

bool
line_alnum(const struct line *l, int k)
{
	return line_digit(l, k) || (k >= 0 && k < l->n &&
	    ((l->cp[k] >= 'a' && l->cp[k] <= 'z') ||
	    (l->cp[k] >= 'A' && l->cp[k] <= 'Z')));
}

bool
line_is_row(const struct line *l)
{
	return strchr(l->text, '\t') != NULL;
}

static char *
piece(const struct line *l, int from, int to, struct arena *m)
{
	return text_lower(m, arena_strndup(m, l->text + l->at[from],
	    l->at[to] - l->at[from]));
}

/* What ends the label of the number before. */
static bool
parts(uint32_t cp)
{
	return cp == '\t' || cp == ',' || cp == ';' || cp == 0x3002 ||
	    cp == 0x3001;
}

static enum hint
judge(const char *s, const char *const *words_for,
    const char *const *words_against)
{
	for (; *words_for != NULL; words_for++)
		if (strstr(s, *words_for) != NULL)
			return HINT_FOR;
	for (; *words_against != NULL; words_against++)
		if (strstr(s, *words_against) != NULL)
			return HINT_AGAINST;
	return HINT_NONE;
}

/* Where the cell that holds k begins; *index: which one it is. */
static int
cell_start(const struct line *l, int k, int *index)
{
	int start = 0;

	*index = 0;
	for (int i = 0; i < k; i++)
		if (l->cp[i] == '\t') {
			start = i + 1;
			++*index;
		}
	return start;
}

static char *
cell_text(const struct line *l, int index, struct arena *m)
{
	int from = 0, to;

	for (; index > 0 && from < l->n; from++)
		index -= l->cp[from] == '\t';
	for (to = from; to < l->n && l->cp[to] != '\t'; to++)
		;
	return index > 0 ? arena_strdup(m, "") : piece(l, from, to, m);
}

enum hint
line_hint(const struct line *l, int k, const char *const *words_for,
    const char *const *words_against, struct arena *m)
{
	int from = k, index, start;
	enum hint h;

	while (from > 0 && k - from < LABEL && !parts(l->cp[from - 1]))
		from--;
	h = judge(piece(l, from, k, m), words_for, words_against);
	if (h != HINT_NONE || !line_is_row(l))
		return h;
	start = cell_start(l, k, &index);
	if (start > 0)
		h = judge(cell_text(l, index - 1, m), words_for,
		    words_against);
	if (h == HINT_NONE && l->head != NULL)
		h = judge(cell_text(l->head, index, m), words_for,
		    words_against);
	return h;
}

bool
line_follows(const struct line *l, int k, const char *const *words)
{
	const char *s;

	while (k < l->n && l->cp[k] == ' ')
		k++;
	s = l->text + l->at[k];
	for (; *words != NULL; words++)
		if (strncmp(s, *words, strlen(*words)) == 0)
			return true;
	return false;
}
