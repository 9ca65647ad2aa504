/*
 * search_expression.c - from terms to what the index is asked, and the
 * comparing of what it finds with the text where entries alone are not sure.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/variant.h"
#include "store/search.h"
#include "store/search_gram.h"

#define UNITS_MAX  26		/* of one run that are asked for */
#define THREES_MAX 8		/* entries asked for of a long run */
#define ENTRIES	   24		/* and of all terms, two of each at least: a
				 * text is compared with them anyway */
#define GAP_MAX	   8		/* punctuation between the parts of a term */

struct writer {
	struct buf b;
	bool title, exact;
	int n, most;		/* entries of the term that is written */
};

static bool
is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* The last character before end. */
static uint32_t
last_of(const char *from, const char *end)
{
	do
		end--;
	while (end > from && (*end & 0xC0) == 0x80);
	return text_next(&end);
}

/* A word of letters at the end of a term may be the beginning of one. */
static bool
may_go_on(const char *from, const char *to)
{
	const char *p = from;
	uint32_t last = last_of(from, to);

	text_next(&p);
	return gram_kind(last) == GRAM_LETTER && !is_digit(last) && p < to;
}

static void
put_entry(struct writer *w, int units, const char *from, const char *to,
    bool open)
{
	char kind = (char)((w->title ? GRAM_TITLE : GRAM_ONE) + units - 1);

	buf_printf(&w->b, "%s\"%c%.*s\"%s", w->n++ > 0 ? " AND " : "", kind,
	    (int)(to - from < GRAM_BYTES ? to - from : GRAM_BYTES - 1), from,
	    open ? " *" : "");
}

/*
 * One run of units: itself when it is short, else its threes, all of them or
 * as many as are worth their price spread over it.
 */
static void
put_run(struct writer *w, const char *from, const char *to, bool last)
{
	const char *unit[UNITS_MAX + 1], *s = from;
	int n = 0, room = w->most - w->n, k, step;

	for (; s < to && n < UNITS_MAX; s = gram_unit(s, to))
		unit[n++] = s;
	unit[n] = s;
	step = (n - 3) / (room < THREES_MAX ? room : THREES_MAX) + 1;
	if (n > 3 || s < to)
		w->exact = false;
	if (n <= 3)
		put_entry(w, n, from, s, last && may_go_on(unit[n - 1], s));
	for (k = 0; n > 3 && k + 3 <= n; k += step)
		put_entry(w, 3, unit[k], unit[k + 3], last && k + 3 == n &&
		    s == to && may_go_on(unit[n - 1], s));
}

/* Nearly every text holds a character that stands alone. */
static bool
is_telling(const char *from, const char *to)
{
	return gram_kind(text_next(&from)) != GRAM_HAN || from < to;
}

static bool
tells(const char *folded)
{
	const char *from, *to;

	while (gram_run(&folded, &from, &to))
		if (is_telling(from, to))
			return true;
	return false;
}

static void
put_text(struct writer *w, const char *folded)
{
	const char *s = folded, *from, *to, *next, *a, *b;
	bool some = tells(folded);
	int runs = 0;

	buf_putc(&w->b, '(');
	w->n = 0;
	for (; w->n < w->most && gram_run(&s, &from, &to); runs++) {
		next = s;
		if (!some || is_telling(from, to))
			put_run(w, from, to, !gram_run(&next, &a, &b));
	}
	buf_putc(&w->b, ')');
	if (runs > 1)
		w->exact = false;
}

/* The last word of a term may be the beginning of one. */
static bool
may_go_on_at_end(const struct search_term *t, int k)
{
	const char *s = t->rare_end[k], *from, *to, *last = t->rare[k];

	if (gram_run(&(const char *){ s }, &from, &to))
		return false;
	while (gram_unit(last, s) < s)
		last = gram_unit(last, s);
	return may_go_on(last, s);
}

static void
put_rare(struct writer *w, const struct search_term *t)
{
	int k;

	buf_putc(&w->b, '(');
	w->n = 0;
	w->exact = false;
	for (k = 0; k < t->n_rare && (k == 0 || w->n < w->most); k++)
		put_entry(w, 3, t->rare[k], t->rare_end[k],
		    may_go_on_at_end(t, k));
	buf_putc(&w->b, ')');
}

static void
put_term(struct writer *w, const struct search_term *t)
{
	int k;

	buf_putc(&w->b, '(');
	if (t->n_rare > 0)
		put_rare(w, t);
	else
		put_text(w, t->folded);
	for (k = 0; k < t->n_also; k++) {
		buf_puts(&w->b, " OR ");
		put_text(w, t->also[k]);
	}
	if (t->when != NULL)
		buf_printf(&w->b, " OR \"%c%s\"", GRAM_FACET, t->when);
	for (k = 0; k < t->n_units; k++)
		buf_printf(&w->b, " OR \"%cu%lld\"", GRAM_FACET,
		    (long long)t->unit[k]);
	buf_putc(&w->b, ')');
}

/* A term that the index is not sure of must not shut anything out. */
static bool
put_without(struct writer *w, const struct search_term *t, struct arena *m)
{
	struct writer one = { .b = buf_new(m), .exact = true,
	    .most = ENTRIES };

	put_text(&one, t->folded);
	if (one.exact)
		buf_printf(&w->b, " NOT %s", one.b.s);
	return one.exact;
}

static void
put_filter(struct writer *w, char what, int64_t id)
{
	if (id != 0)
		buf_printf(&w->b, " AND \"%c%c%lld\"", GRAM_FACET, what,
		    (long long)id);
}

char *
search_expression(const struct search_query *q, const struct search_filter *f,
    bool title, bool *exact, struct arena *m)
{
	struct writer w = { .b = buf_new(m), .title = title, .exact = true };
	int k, n = 0;

	*exact = true;
	if (q->wanted == 0)
		return w.b.s;
	w.most = ENTRIES / q->wanted > 2 ? ENTRIES / q->wanted : 2;
	for (k = 0; k < q->n; k++) {
		if (q->v[k].without)
			continue;
		if (n++ > 0)
			buf_puts(&w.b, " AND ");
		put_term(&w, &q->v[k]);
	}
	put_filter(&w, 'u', f->unit);
	put_filter(&w, 'c', f->category);
	put_filter(&w, 't', f->theme);
	put_filter(&w, 'k', f->kind);
	put_filter(&w, 'y', f->year);
	if (f->validity != SEARCH_ANY)
		buf_printf(&w.b, " AND \"%ce%d\"", GRAM_FACET,
		    f->validity - SEARCH_VALID);
	*exact = w.exact;
	for (k = 0; k < q->n; k++)
		if (q->v[k].without && !put_without(&w, &q->v[k], m))
			*exact = false;
	return w.b.s;
}

/* Over punctuation, at least one and not too many. */
static bool
skip_gap(struct text_folder *f)
{
	struct text_folder next = *f;
	uint32_t cp;
	int n;

	for (n = 0; n < GAP_MAX; n++, *f = next) {
		cp = text_fold_next(&next);
		if (cp == 0 || cp == GRAM_END || gram_kind(cp) != GRAM_OTHER)
			break;
	}
	return n > 0;
}

size_t
search_term_at(const char *folded, const char *s)
{
	struct text_folder f = { .s = s }, next;
	bool gap = false, begun = false;
	uint32_t cp, last = 0;

	while ((cp = text_next(&folded)) != 0) {
		if (gram_kind(cp) == GRAM_OTHER) {
			gap = begun;
			if (!begun && (next = f, text_fold_next(&next) == cp))
				f = next;	/* an opening bracket */
			continue;
		}
		if (gap && !skip_gap(&f))
			return 0;
		gap = false;
		begun = true;
		if (variant_fold(text_fold_next(&f)) != cp)
			return 0;
		last = cp;
	}
	next = f;
	if (is_digit(last) &&
	    gram_kind(text_fold_next(&next)) == GRAM_LETTER)
		return 0;
	return (size_t)(f.s - s);
}

/* Whether a word of letters goes on into s. */
static bool
goes_into(const char *text, const char *s)
{
	const char *next = s;

	return s > text && gram_kind(text_next(&next)) == GRAM_LETTER &&
	    gram_kind(last_of(text, s)) == GRAM_LETTER;
}

const char *
search_place(const char *folded, const char *text)
{
	const char *s = folded, *from, *to, *p = text;

	if (!gram_run(&s, &from, &to))
		return NULL;
	for (; (p = memmem(p, strlen(p), from, (size_t)(to - from))) != NULL;
	    p++)
		if (!goes_into(text, p) && search_term_at(folded, p) > 0)
			return p;
	return NULL;
}

/* facets are parted by spaces. */
static bool
has_facet(const char *s, const char *facet)
{
	size_t n = strlen(facet);

	for (; s != NULL && *s != '\0'; s = strchr(s, ' ')) {
		s += *s == ' ';
		if (strncmp(s, facet, n) == 0 && (s[n] == ' ' || s[n] == '\0'))
			return true;
	}
	return false;
}

static bool
holds(const struct search_term *t, const char *text, const char *facets,
    struct arena *m)
{
	int k;

	if (search_place(t->folded, text) != NULL ||
	    (t->when != NULL && has_facet(facets, t->when)))
		return true;
	for (k = 0; k < t->n_also; k++)
		if (search_place(t->also[k], text) != NULL)
			return true;
	for (k = 0; k < t->n_units; k++)
		if (has_facet(facets, arena_printf(m, "u%lld",
		    (long long)t->unit[k])))
			return true;
	return false;
}

bool
search_holds(const struct search_query *q, const char *text,
    const char *facets, struct arena *m)
{
	int k;

	for (k = 0; k < q->n; k++)
		if (holds(&q->v[k], text, facets, m) == q->v[k].without)
			return false;
	return true;
}
