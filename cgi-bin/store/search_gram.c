/* search_gram.c - see search_gram.h. */
#include "store/search_gram.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/variant.h"

#define UNIT_BYTES 60		/* a longer word is indexed by its beginning */

enum gram_kind
gram_kind(uint32_t cp)
{
	if ((cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z'))
		return GRAM_LETTER;
	if (cp < 0xC0)
		return GRAM_OTHER;
	if (text_is_han(cp))
		return GRAM_HAN;
	if ((cp <= 0x24F && cp != 0xD7 && cp != 0xF7) ||
	    (cp >= 0x370 && cp <= 0x52F) ||	/* Greek, Cyrillic */
	    (cp >= 0x3041 && cp <= 0x312F) ||	/* kana, bopomofo */
	    (cp >= 0xAC00 && cp <= 0xD7A3))	/* Korean */
		return GRAM_LETTER;
	return GRAM_OTHER;
}

char *
gram_fold(struct arena *m, const char *s)
{
	struct text_folder f = { .s = s };
	struct buf b = buf_new(m);
	uint32_t cp;
	char c[4];

	while ((cp = text_fold_next(&f)) != 0) {
		if (cp < ' ') {
			buf_putc(&b, ' ');
			continue;
		}
		buf_put(&b, c, text_encode(variant_fold(cp), c));
	}
	return b.s;
}

static enum gram_kind
kind_at(const char *s, const char *end, const char **next)
{
	*next = s;
	return s < end ? gram_kind(text_next(next)) : GRAM_OTHER;
}

const char *
gram_unit(const char *s, const char *end)
{
	const char *next;

	if (kind_at(s, end, &next) == GRAM_HAN)
		return next;
	for (s = next; kind_at(s, end, &next) == GRAM_LETTER; s = next)
		;
	return s;
}

bool
gram_run(const char **s, const char **from, const char **to)
{
	const char *end = *s + strlen(*s), *next;

	while (*s < end && kind_at(*s, end, &next) == GRAM_OTHER)
		*s = next;
	for (*from = *s; kind_at(*s, end, &next) != GRAM_OTHER; *s = next)
		;
	*to = *s;
	return *from < *to;
}

struct each {
	int (*put)(void *, const char *, size_t);
	void *user;
	bool title;
	/* where the last two units of this run begin; NULL before them */
	const char *last, *before;
};

static int
put(const struct each *e, char kind, const char *from, const char *to)
{
	size_t n = (size_t)(to - from);
	char entry[GRAM_BYTES];
	int r;

	n = n < sizeof(entry) ? n : sizeof(entry) - 1;
	entry[0] = kind;
	memcpy(entry + 1, from, n);
	if ((r = e->put(e->user, entry, n + 1)) != 0 || !e->title)
		return r;
	entry[0] = (char)(kind - GRAM_ONE + GRAM_TITLE);
	return e->put(e->user, entry, n + 1);
}

/* A unit, and the pair and the three that it ends. */
static int
put_unit(struct each *e, const char *from, const char *to)
{
	int r;

	if (to - from > UNIT_BYTES) {
		to = from + UNIT_BYTES;
		while ((*to & 0xC0) == 0x80)
			to--;
	}
	if ((r = put(e, GRAM_ONE, from, to)) == 0 && e->last != NULL)
		r = put(e, GRAM_ONE + 1, e->last, to);
	if (r == 0 && e->before != NULL)
		r = put(e, GRAM_ONE + 2, e->before, to);
	e->before = e->last;
	e->last = from;
	return r;
}

static int
put_units(struct each *e, const char *s, const char *end)
{
	const char *next;
	int r = 0;

	e->last = e->before = NULL;
	while (r == 0 && s < end) {
		if (kind_at(s, end, &next) == GRAM_OTHER) {
			e->last = e->before = NULL;
		} else {
			next = gram_unit(s, end);
			r = put_unit(e, s, next);
		}
		s = next;
	}
	return r;
}

static int
put_facets(const struct each *e, const char *s, const char *end)
{
	const char *next;
	int r = 0;

	for (; r == 0 && s < end; s = next + 1) {
		if ((next = memchr(s, ' ', (size_t)(end - s))) == NULL)
			next = end;
		if (next > s)
			r = put(e, GRAM_FACET, s, next);
	}
	return r;
}

int
gram_each(const char *text, size_t n,
    int (*call)(void *, const char *, size_t), void *user)
{
	struct each e = { .put = call, .user = user, .title = true };
	const char *end = text + n, *stop;
	int r;

	if ((stop = memchr(text, GRAM_END, n)) == NULL)
		stop = end;
	r = put_units(&e, text, stop);
	e.title = false;
	text = stop < end ? stop + 1 : end;
	if ((stop = memchr(text, GRAM_END, (size_t)(end - text))) == NULL)
		stop = end;
	if (r == 0)
		r = put_units(&e, text, stop);
	return r == 0 && stop < end ? put_facets(&e, stop + 1, end) : r;
}
