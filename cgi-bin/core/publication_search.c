/*
 * publication_search.c - what a citizen types: a whole number finds its
 * document, anything else the texts.  Reads the public_... views only.
 */
#include <string.h>

#include "base/text.h"
#include "core/document.h"
#include "core/list.h"
#include "core/publication_row.h"

#define COUNT_MAX 1000		/* hits counted; above it is said "more" */
#define SNIPPET 110		/* characters of a passage */
#define PAGE_MAX 100
#define NUMBERS_MAX 20		/* documents that share one number */

/* A passage begins a third of its length before the word, so a title asked
 * for with three times its length is always whole. */
#define WHOLE_TITLE (3 * DOCUMENT_TITLE_MAX)

static void
mark(struct publication_hit *h, const struct search_hits *found,
    const char *text, struct arena *m)
{
	h->snippet = search_snippet(found, *text ? text : h->p.summary,
	    SNIPPET, m);
	h->title_marked = search_snippet(found, h->p.title, WHOLE_TITLE, m);
}

static enum rc
load_hits(struct rows *q, const struct search_hits *found,
    struct publication_hits *out, struct arena *m)
{
	struct publication_hit *h;

	while (db_next(q)) {
		h = list_add(out, m);
		publication_load(q, &h->p, m);
		mark(h, found, db_text(q, PUBLICATION_COLS_N, m), m);
	}
	return db_done(q);
}

/* zfb/2026-00012 in any case and width; spaces inside do not matter. */
static char *
as_index_no(struct arena *m, const char *q)
{
	char *s = text_upper(m, text_fold(m, q)), *w = s;

	for (const char *r = s; *r != '\0'; r++)
		if (*r != ' ')
			*w++ = *r;
	*w = '\0';
	return s;
}

static enum rc
find_number(struct db *db, const char *q, struct publication_hits *out,
    struct arena *m)
{
	const struct search_hits none = { .ignored = "" };
	const char *doc_no = document_no_tidy(m, q);
	enum rc rc;
	struct rows r = db_query(db, "SELECT " PUBLICATION_COLS
	    ", p.body_text FROM public_document p WHERE p.index_no = $1",
	    V(as_index_no(m, q)));

	rc = load_hits(&r, &none, out, m);
	if (rc != RC_OK || out->n > 0 || !document_no_valid(doc_no))
		return rc;
	r = db_query(db, "SELECT " PUBLICATION_COLS ", p.body_text"
	    " FROM public_document p WHERE p.doc_no = $1"
	    " ORDER BY p.publication DESC LIMIT $2", V(doc_no),
	    V(NUMBERS_MAX));
	return load_hits(&r, &none, out, m);
}

/* The keys of the page below `before`; *more: there are some after it. */
static enum rc
find_keys(struct db *db, const char *q, int64_t before, int max,
    struct search_hits *found, struct publication_hits *out, struct arena *m)
{
	int first = 0;
	enum rc rc;

	rc = search_find(db, q, 0, COUNT_MAX + 1, found, m);
	if (rc != RC_OK)
		return rc;
	out->ignored = found->ignored;
	out->more_than_total = found->n > COUNT_MAX;
	out->total = out->more_than_total ? COUNT_MAX : found->n;
	while (before > 0 && first < found->n && found->key[first] >= before)
		first++;
	if (out->more_than_total && first + max >= found->n) {
		rc = search_find(db, q, before, max + 1, found, m);
		first = 0;
	}
	found->key += first;
	found->n -= first;
	if (found->n > max) {
		found->n = max;
		out->next = found->key[max - 1];
	}
	return rc;
}

enum rc
publication_search(struct db *db, const char *q, int64_t before, int max,
    struct publication_hits *out, struct arena *m)
{
	struct search_hits found;
	struct rows r;
	enum rc rc;

	*out = (struct publication_hits){ .ignored = "" };
	max = max < 1 ? 1 : max > PAGE_MAX ? PAGE_MAX : max;
	q = text_trim(m, q);
	if (*q == '\0')
		return RC_OK;
	if ((rc = find_number(db, q, out, m)) != RC_OK)
		return rc;
	if ((out->total = out->n) > 0)
		return RC_OK;
	rc = find_keys(db, q, before, max, &found, out, m);
	for (int k = 0; rc == RC_OK && k < found.n; k++) {
		r = db_query(db, "SELECT " PUBLICATION_COLS ", p.body_text"
		    " FROM public_document p WHERE p.publication = $1",
		    V(found.key[k]));
		rc = load_hits(&r, &found, out, m);
	}
	return rc;
}
