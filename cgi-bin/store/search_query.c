/* search_query.c - taking a question apart. */
#include "store/search_query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "store/search_gram.h"

/* What closes a quotation that this opens; 0: it opens none. */
static uint32_t
closing_of(uint32_t cp)
{
	switch (cp) {
	case '"':
	case 0xFF02:
	case 0x201C:		/* “ */
	case 0x201D:
		return '"';
	case 0x300C:		/* 「 */
		return 0x300D;
	case 0x300E:		/* 『 */
		return 0x300F;
	default:
		return 0;
	}
}

static bool
closes(uint32_t cp, uint32_t closing)
{
	return cp == closing || (closing == '"' && closing_of(cp) == '"');
}

static bool
is_minus(uint32_t cp)
{
	return cp == '-' || cp == 0xFF0D || cp == 0x2212 || cp == 0x2013;
}

static bool
is_gap(uint32_t cp)
{
	return cp <= ' ' || cp == 0x3000 || cp == 0xA0 || cp == 0xFFFD ||
	    cp == 0xFEFF || (cp >= 0x7F && cp < 0xA0) ||
	    (cp >= 0x2000 && cp <= 0x200B);
}

/* The bytes up to where the term ends; *s moves behind it. */
static char *
take_until(const char **s, uint32_t closing, struct arena *m)
{
	const char *from = *s, *at = *s;
	uint32_t cp;

	for (; (cp = text_next(s)) != 0; at = *s)
		if (closing != 0 ? closes(cp, closing) : is_gap(cp) ||
		    closing_of(cp) != 0)
			break;
	if (cp != 0 && closing == 0 && closing_of(cp) != 0)
		*s = at;
	return arena_strndup(m, from, (size_t)((cp == 0 ? *s : at) - from));
}

/*
 * Every writing of a day, a month or a year asks for the same: the usual one
 * is what is looked for first, and the others too.
 */
static void
read_when(struct search_term *t, struct arena *m)
{
	static const char *const noughts[] = { "〇", "零", "○", "0", "o" };
	const char *typed = t->folded, *han;
	struct date d;
	int k;

	if (t->without || !date_read(typed, &d))
		return;
	if (d.day != 0)
		t->when = arena_printf(m, "d%04d-%02d-%02d", d.year, d.month,
		    d.day);
	else if (d.month != 0)
		t->when = arena_printf(m, "m%04d-%02d", d.year, d.month);
	t->folded = date_text(m, &d);
	if (strcmp(typed, t->folded) != 0)
		t->also[t->n_also++] = typed;
	for (k = 0; k < 5; k++) {
		han = date_text_han(m, &d, noughts[k]);
		if (strcmp(han, typed) != 0 && (k == 0 ||
		    strcmp(han, t->also[t->n_also - 1]) != 0))
			t->also[t->n_also++] = han;
	}
}

static void
ignore(struct search_query *q, const char *what, struct arena *m)
{
	q->ignored = *q->ignored == '\0' ? what :
	    arena_printf(m, "%s %s", q->ignored, what);
}

static bool
has_unit(const char *folded)
{
	const char *from, *to;

	return gram_run(&folded, &from, &to);
}

static void
add(struct search_query *q, const char *typed, bool phrase, bool without,
    struct arena *m)
{
	struct search_term t = { .typed = typed, .phrase = phrase,
	    .without = without, .folded = gram_fold(m, typed) };
	int k;

	if (*typed == '\0')
		return;
	if (!has_unit(t.folded)) {
		ignore(q, typed, m);
		return;
	}
	read_when(&t, m);
	for (k = 0; k < q->n; k++)
		if (q->v[k].without == without &&
		    strcmp(q->v[k].folded, t.folded) == 0)
			return;
	if (q->n == SEARCH_TERMS) {
		q->many = true;
		ignore(q, typed, m);
		return;
	}
	q->v[q->n++] = t;
	q->wanted += !without;
}

/* AND, OR and NOT as other search boxes know them. */
static bool
is_operator(struct search_query *q, const char *typed, bool *without,
    struct arena *m)
{
	if (strcmp(typed, "NOT") == 0)
		*without = true;
	else if (strcmp(typed, "AND") == 0 || strcmp(typed, "OR") == 0)
		ignore(q, typed, m);
	else
		return false;
	return true;
}

void
search_parse(const char *s, struct search_query *q, struct arena *m)
{
	const char *text = s, *at;
	uint32_t cp, closing;
	bool without, not = false;
	int n = 0;

	*q = (struct search_query){ .ignored = "" };
	while (n < SEARCH_CHARS && text_next(&text) != 0)
		n++;
	q->cut = *text != '\0';
	s = arena_strndup(m, s, (size_t)(text - s));
	while (at = s, (cp = text_next(&s)) != 0) {
		if (is_gap(cp))
			continue;
		without = is_minus(cp) && *s != '\0';
		if (without) {
			at = s;
			if (is_gap(cp = text_next(&s)))
				continue;
		}
		closing = closing_of(cp);
		if (closing == 0)
			s = at;
		at = take_until(&s, closing, m);
		if (closing == 0 && !without && is_operator(q, at, &not, m))
			continue;
		add(q, at, closing != 0, without || not, m);
		not = false;
	}
}
