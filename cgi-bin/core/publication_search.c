/*
 * publication_search.c - what a citizen types: a whole number finds its
 * document, anything else the texts.  Reads the public_... views only.
 */
#include <string.h>

#include "base/text.h"
#include "core/document.h"
#include "core/list.h"
#include "core/publication_hint.h"
#include "core/publication_row.h"
#include "core/unit.h"

#define SNIPPET 110		/* characters of a passage */
#define PAGE_MAX 100
#define NUMBERS_MAX 20		/* documents that share one number */
#define SEARCH_MS   45		/* of this process, for finding */

/* A passage begins a third of its length before the word, so a title asked
 * for with three times its length is always whole. */
#define WHOLE_TITLE (3 * DOCUMENT_TITLE_MAX)

static void
mark(struct publication_hit *h, const struct search_hits *found,
    const char *text, struct arena *m)
{
	h->text = text;
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

/* ZFB/2026-00012 in any case and width; without its marks as well. */
static char *
as_index_no(struct arena *m, const char *q)
{
	char *s = text_upper(m, text_fold(m, q)), *w = s;
	const bool marked = strchr(s, '/') != NULL && strchr(s, '-') != NULL;
	size_t n;

	for (const char *r = s; *r != '\0'; r++)
		if (*r != ' ' && (marked || (*r != '-' && *r != '/')))
			*w++ = *r;
	*w = '\0';
	n = (size_t)(w - s);
	if (marked || n < 10 || strspn(w - 9, "0123456789") != 9)
		return s;
	return arena_printf(m, "%.*s/%.4s-%s", (int)(n - 9), s, w - 9, w - 5);
}

static enum rc
find_number(struct db *db, const char *q, struct publication_hits *out,
    struct arena *m)
{
	const struct search_hits none = { .ignored = "" };
	const char *doc_no = document_no_asked(m, q);
	enum rc rc;
	struct rows r = db_query(db, "SELECT " PUBLICATION_COLS
	    ", p.body_text FROM public_document p WHERE p.index_no = $1",
	    V(as_index_no(m, q)));

	rc = load_hits(&r, &none, out, m);
	if (rc != RC_OK || out->n > 0 || *doc_no == '\0')
		return rc;
	r = db_query(db, "SELECT " PUBLICATION_COLS ", p.body_text"
	    " FROM public_document p WHERE p.doc_no = $1"
	    " ORDER BY p.publication DESC LIMIT $2", V(doc_no),
	    V(NUMBERS_MAX));
	return load_hits(&r, &none, out, m);
}

/* Units that a term names: their documents count as holding it. */
static void
name_units(struct search_term *t, const struct units *u)
{
	int k, n = 0;

	if (t->without || t->phrase || text_length(t->folded) < 3)
		return;
	for (k = 0; k < u->n; k++)
		if (strstr(u->v[k].name, t->folded) != NULL ||
		    strstr(u->v[k].short_name, t->folded) != NULL) {
			if (n == SEARCH_UNITS)
				return;
			t->unit[n++] = u->v[k].id;
		}
	t->n_units = n;
}

enum rc
publication_units(struct db *db, struct units *out, struct arena *m)
{
	enum rc rc = unit_list(db, out, m);

	for (int k = 0; rc == RC_OK && k < out->n; k++) {
		out->v[k].name = text_fold(m, out->v[k].name);
		out->v[k].short_name = text_fold(m, out->v[k].short_name);
	}
	return rc;
}

void
publication_understand(const char *q, const struct units *units,
    struct search_query *out, struct arena *m)
{
	search_parse(q, out, m);
	for (int k = 0; k < out->n; k++)
		name_units(&out->v[k], units);
}

/* The first attachment with a word that the title, the numbers and the text
 * lack. */
static enum rc
find_file(struct db *db, const struct search_hits *words,
    struct publication_hit *h, struct arena *m)
{
	struct rows q = db_query(db, "SELECT upload_id, name, text"
	    " FROM public_file_text WHERE document_id = $1"
	    " AND state = 'read' ORDER BY position", V(h->p.id));
	const char *own = text_fold(m, arena_printf(m, "%s\n%s\n%s\n%s",
	    h->p.title, h->p.doc_no, h->p.index_no, h->text));
	const char *file;

	while (h->file == NULL && db_next(&q)) {
		file = db_text(&q, 2, m);
		for (int k = 0; k < words->words && h->file == NULL; k++) {
			struct search_hits one = { .words = 1,
			    .word = &words->word[k] };
			const char *passage;

			if (search_place(words->word[k], own) != NULL)
				continue;
			passage = search_snippet(&one, file, SNIPPET, m);
			if (strchr(passage, '\x01') == NULL)
				continue;
			h->file_id = db_int(&q, 0);
			h->file = db_text(&q, 1, m);
			h->file_snippet = passage;
		}
	}
	return db_done(&q);
}

static enum rc
load_files(struct db *db, const struct search_hits *words,
    struct publication_hits *out, struct arena *m)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = find_file(db, words, &out->v[k], m);
	return rc;
}

static enum rc
load_keys(struct db *db, const struct search_query *q,
    const struct search_result *r, struct publication_hits *out,
    struct arena *m)
{
	const struct search_hits words = search_words(q, m);
	struct rows rows;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < r->n; k++) {
		rows = db_query(db, "SELECT " PUBLICATION_COLS ", p.body_text"
		    " FROM public_document p WHERE p.publication = $1",
		    V(r->key[k]));
		rc = load_hits(&rows, &words, out, m);
	}
	return rc == RC_OK ? load_files(db, &words, out, m) : rc;
}

static enum rc
find_text(struct db *db, const struct publication_ask *ask,
    const struct search_query *q, struct publication_hits *out,
    struct arena *m)
{
	const struct search_page page = { .order = ask->order,
	    .before = ask->before, .from = ask->from, .max = ask->max,
	    .facets = ask->facets };
	struct search_result r;
	enum rc rc;

	db_limit(db, SEARCH_MS);
	rc = search_run(db, q, &ask->filter, &page, &r, m);
	db_limit(db, 0);
	if (rc != RC_OK)
		return rc;
	out->total = r.total;
	out->more_than_total = r.more;
	out->about = r.about;
	out->late = r.late;
	out->next = r.next;
	memcpy(out->facet, r.facet, sizeof(out->facet));
	return load_keys(db, q, &r, out, m);
}

enum rc
publication_find(struct db *db, const struct publication_ask *asked,
    struct publication_hits *out, struct arena *m)
{
	struct publication_ask ask = *asked;
	struct search_query q;
	struct units units;
	enum rc rc;

	*out = (struct publication_hits){ .ignored = "" };
	ask.max = ask.max < 1 ? 1 : ask.max > PAGE_MAX ? PAGE_MAX : ask.max;
	ask.q = text_trim(m, ask.q);
	if (*ask.q == '\0')
		return RC_OK;
	if (text_length(ask.q) <= SEARCH_CHARS &&
	    (rc = find_number(db, ask.q, out, m)) != RC_OK)
		return rc;
	if ((out->total = out->n) > 0) {
		out->number = true;
		return RC_OK;
	}
	if ((rc = publication_units(db, &units, m)) != RC_OK)
		return rc;
	publication_understand(ask.q, &units, &q, m);
	out->ignored = q.ignored;
	out->cut = q.cut;
	out->many = q.many;
	out->only_without = q.n > 0 && q.wanted == 0;
	rc = find_text(db, &ask, &q, out, m);
	if (rc != RC_OK || out->total > 0 || ask.hints_ms == 0)
		return rc;
	db_limit(db, ask.hints_ms);
	rc = publication_hint(db, &q, &ask.filter, &units, out, m);
	if (rc == RC_BUSY && db_late(db))
		rc = RC_OK;
	db_limit(db, 0);
	return rc;
}

enum rc
publication_search(struct db *db, const char *q, int64_t before, int max,
    struct publication_hits *out, struct arena *m)
{
	const struct publication_ask ask = { .q = q, .before = before,
	    .max = max };

	return publication_find(db, &ask, out, m);
}
