/*
 * publication_hint.c - nobody is left with nothing: each term left out in
 * turn, words written in pinyin, words with one wrong character, the month or
 * the year of a day, each only
 * with how many public documents it finds.
 */
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "core/list.h"
#include "core/publication_hint.h"
#include "core/suggestion.h"

#define FEWER_MAX   6
#define INSTEAD_MAX 4
#define WIDER_MAX   2
#define COUNTED_MAX 16		/* questions that are tried in all */

struct tries {
	struct db *db;
	const struct search_filter *filter;
	const struct units *units;
	int n;
	struct arena *m;
};

static const char *
term_text(const struct search_term *t, struct arena *m)
{
	return arena_printf(m, "%s%s%s%s", t->without ? "-" : "",
	    t->phrase ? "\"" : "", t->typed, t->phrase ? "\"" : "");
}

/* The question with a term left out (k), or replaced by `by`. */
static const char *
question(const struct search_query *q, int k, const char *by,
    struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < q->n; i++) {
		if (i == k && by == NULL)
			continue;
		buf_printf(&b, "%s%s", b.n > 0 ? " " : "", i == k ? by :
		    term_text(&q->v[i], m));
	}
	return b.s;
}

/* Counts it, and keeps it when it finds something. */
static enum rc
try(struct tries *t, const char *text, struct publication_hints *out, int max)
{
	struct publication_hint *h;
	struct search_query q;
	int total;
	enum rc rc;

	for (int k = 0; k < out->n; k++)
		if (strcmp(out->v[k].q, text) == 0)
			return RC_OK;
	if (out->n >= max || t->n++ >= COUNTED_MAX || db_late(t->db))
		return RC_OK;
	publication_understand(text, t->units, &q, t->m);
	rc = search_total(t->db, &q, t->filter, &total, t->m);
	if (rc != RC_OK || total == 0)
		return rc;
	h = list_add(out, t->m);
	*h = (struct publication_hint){ text, total };
	return RC_OK;
}

static enum rc
try_fewer(struct tries *t, const struct search_query *q,
    struct publication_hints *out)
{
	enum rc rc = RC_OK;
	int k;

	if (q->wanted < 2)
		return RC_OK;
	for (k = 0; rc == RC_OK && k < q->n; k++)
		rc = try(t, question(q, k, NULL, t->m), out, FEWER_MAX);
	for (k = 0; rc == RC_OK && q->wanted > 2 && k < q->n; k++)
		if (!q->v[k].without)
			rc = try(t, term_text(&q->v[k], t->m), out,
			    FEWER_MAX);
	return rc;
}

/* Instead of a day its month and its year, instead of a month its year. */
static enum rc
try_wider(struct tries *t, const struct search_query *q,
    struct publication_hints *out)
{
	enum rc rc = RC_OK;
	struct date d;

	for (int k = 0; k < q->n; k++) {
		if (q->v[k].without || !date_read(q->v[k].folded, &d))
			continue;
		while (rc == RC_OK && d.month != 0) {
			d.month = d.day != 0 ? d.month : 0;
			d.day = 0;
			rc = try(t, question(q, k, date_text(t->m, &d), t->m),
			    out, WIDER_MAX);
		}
	}
	return rc;
}

static enum rc
try_all(struct tries *t, const struct search_query *q, int k,
    const struct suggestions *s, struct publication_hints *out)
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < s->n; i++)
		rc = try(t, k < 0 ? s->v[i] : question(q, k, s->v[i], t->m),
		    out, INSTEAD_MAX);
	return rc;
}

/* All terms as one word of pinyin, or each for itself. */
static enum rc
try_pinyin(struct tries *t, const struct search_query *q,
    struct publication_hints *out)
{
	struct buf b = buf_new(t->m), each = buf_new(t->m);
	struct suggestions s;
	bool whole = q->n > 1;
	enum rc rc;

	for (int k = 0; k < q->n; k++)
		buf_puts(&b, q->v[k].folded);
	if ((rc = suggestion_pinyin(t->db, b.s, true, &s, t->m)) != RC_OK ||
	    (rc = try_all(t, q, -1, &s, out)) != RC_OK)
		return rc;
	for (int k = 0; rc == RC_OK && k < q->n; k++) {
		rc = suggestion_pinyin(t->db, q->v[k].folded, true, &s, t->m);
		if (s.n == 0)
			whole = false;
		else
			buf_printf(&each, "%s%s", each.n > 0 ? " " : "",
			    s.v[0]);
	}
	if (rc == RC_OK && whole)
		rc = try(t, each.s, out, INSTEAD_MAX);
	if (rc == RC_OK && out->n == 0 && q->wanted == q->n &&
	    (rc = suggestion_slip(t->db, suggestion_letters(b.s, t->m), &s,
	    t->m)) == RC_OK)
		rc = try_all(t, q, -1, &s, out);
	if (rc == RC_OK && out->n == 0 && q->wanted == q->n &&
	    (rc = suggestion_split(t->db, suggestion_letters(b.s, t->m), &s,
	    t->m)) == RC_OK)
		rc = try_all(t, q, -1, &s, out);
	return rc;
}

static enum rc
try_near(struct tries *t, const struct search_query *q,
    struct publication_hints *out)
{
	struct suggestions s;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < q->n; k++) {
		if (q->v[k].without)
			continue;
		rc = suggestion_near(t->db, q->v[k].folded, &s, t->m);
		if (rc == RC_OK && s.n == 0)
			rc = suggestion_split(t->db, q->v[k].folded, &s,
			    t->m);
		if (rc == RC_OK)
			rc = try_all(t, q, k, &s, out);
	}
	return rc;
}

static bool
is_any(const struct search_filter *f)
{
	return f->unit == 0 && f->category == 0 && f->theme == 0 &&
	    f->kind == 0 && f->year == 0 && f->validity == SEARCH_ANY;
}

enum rc
publication_hint(struct db *db, const struct search_query *q,
    const struct search_filter *f, const struct units *units,
    struct publication_hits *out, struct arena *m)
{
	static const struct search_filter any;
	struct tries t = { .db = db, .filter = f, .units = units,
	    .m = m };
	enum rc rc = RC_OK;

	if (q->wanted == 0)
		return RC_OK;
	if (!is_any(f))
		rc = search_total(db, q, &any, &out->unfiltered, m);
	if (rc != RC_OK || out->unfiltered > 0)
		return rc;
	if ((rc = try_wider(&t, q, &out->wider)) != RC_OK ||
	    (rc = try_pinyin(&t, q, &out->instead)) != RC_OK ||
	    (rc = try_near(&t, q, &out->instead)) != RC_OK)
		return rc;
	return try_fewer(&t, q, &out->fewer);
}
