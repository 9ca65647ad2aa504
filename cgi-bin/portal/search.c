/* search.c - what was found for a question, and what else could be asked. */
#include "base/buf.h"
#include "base/text.h"
#include "portal/feed.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "portal/search_side.h"
#include "richtext/sanitize.h"

#define Q_MAX	 2000	/* what is longer is no question */
#define HINTS_MS 20	/* of this process, for what else would be found */

static const char *const validities[] = { "valid", "expired", "repealed",
    NULL };
static const char *const sorts[] = { "best", "date", NULL };

enum { F_Q, F_UNIT, F_CATEGORY, F_THEME, F_KIND, F_YEAR, F_VALIDITY, F_SORT,
    F_BEFORE, F_FROM };

const struct field search_fields[] = {
	[F_Q] = { "q", KIND_LINE, 0, Q_MAX, NULL },
	[F_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[F_CATEGORY] = { "category", KIND_TOKEN, 0, 40, NULL },
	[F_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[F_KIND] = { "kind", KIND_ID, 0, 0, NULL },
	[F_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	[F_VALIDITY] = { "validity", KIND_CHOICE, 0, 16, validities },
	[F_SORT] = { "sort", KIND_CHOICE, 0, 8, sorts },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[F_FROM] = { "from", KIND_NUMBER, 0, SEARCH_COUNT_MAX, NULL },
	{ 0 }
};

static void
hit_file(struct node *row, const struct publication_hit *h, struct arena *m)
{
	if (h->file == NULL)
		return;
	view_set(row, "File", h->file);
	view_int(row, "FileId", h->file_id);
	view_html(row, "FileHtml", sanitize_marked(h->file_snippet, m));
}

static void
hit_row(struct node *row, const struct publication_hit *h, struct arena *m)
{
	const struct publication *p = &h->p;

	view_html(row, "TitleHtml", sanitize_marked(h->title_marked, m));
	view_html(row, "SnippetHtml", sanitize_marked(h->snippet, m));
	view_set(row, "Doc", rows_doc(p));
	view_set(row, "DocNo", p->doc_no);
	view_set(row, "IndexNo", p->index_no);
	view_set(row, "Unit", p->unit_short);
	view_set(row, "Published", rows_day(m, p->published));
	view_flag(row, "Expired", p->expired);
	view_flag(row, "Repealed", p->repealed);
	hit_file(row, h, m);
}

static void
fill_hints(struct ctx *x, const char *name,
    const struct publication_hints *hints)
{
	for (int k = 0; k < hints->n; k++) {
		struct node *row = view_item(x->page, name);

		view_set(row, "Text", hints->v[k].q);
		view_set(row, "Query", url_encode(x->mem, hints->v[k].q));
		view_int(row, "Total", hints->v[k].total);
		view_flag(row, "More",
		    hints->v[k].total > SEARCH_COUNT_MAX);
	}
}

static void
fill_said(struct ctx *x, const struct publication_hits *hits)
{
	view_set(x->page, "Page.Ignored", hits->ignored);
	view_flag(x->page, "Page.Cut", hits->cut);
	view_int(x->page, "Page.CutAt", SEARCH_CHARS);
	view_flag(x->page, "Page.Many", hits->many);
	view_int(x->page, "Page.ManyAt", SEARCH_TERMS);
	view_flag(x->page, "Page.OnlyWithout", hits->only_without);
	view_int(x->page, "Page.Unfiltered", hits->unfiltered);
	view_flag(x->page, "Page.UnfilteredMore",
	    hits->unfiltered > SEARCH_COUNT_MAX);
	fill_hints(x, "Page.Fewer", &hits->fewer);
	fill_hints(x, "Page.Wider", &hits->wider);
	fill_hints(x, "Page.Instead", &hits->instead);
}

static void
fill_hits(struct ctx *x, const struct publication_hits *hits,
    const struct search_side *s)
{
	const bool best = s->order == SEARCH_BEST;

	for (int i = 0; i < hits->n; i++)
		hit_row(view_item(x->page, "Page.Hits"), &hits->v[i], x->mem);
	view_int(x->page, "Page.Total", hits->total);
	view_flag(x->page, "Page.MoreThanTotal", hits->more_than_total);
	view_flag(x->page, "Page.About", hits->about);
	view_flag(x->page, "Page.Late", hits->late);
	view_flag(x->page, "Page.Number", hits->number);
	view_flag(x->page, "Page.Best", best);
	view_flag(x->page, "Page.NotFirst", x->in.v[F_BEFORE].given ||
	    x->in.v[F_FROM].i > 0);
	view_set(x->page, "Page.First", search_side_query(s, x->mem));
	if (hits->next != 0)
		view_set(x->page, "Page.Next", arena_printf(x->mem,
		    "%s&%s=%lld", search_side_query(s, x->mem),
		    best ? "from" : "before", (long long)hits->next));
	fill_said(x, hits);
}

static enum rc
ask(struct ctx *x, struct search_side *s)
{
	const struct value *v = x->in.v;
	struct publication_ask a = { .q = s->q, .filter = s->filter,
	    .order = s->order, .before = v[F_BEFORE].i, .from =
	    (int)v[F_FROM].i, .max = ROWS_PER_PAGE, .facets = true,
	    .hints_ms = HINTS_MS };
	struct publication_hits hits;
	enum rc rc = publication_find(x->db, &a, &hits, x->mem);

	if (rc != RC_OK)
		return rc;
	fill_hits(x, &hits, s);
	return search_side_fill(x, s, &hits);
}

/* Too long, or with characters nobody types: said, and 422. */
static enum rc
refuse_question(struct ctx *x)
{
	view_flag(x->page, "Page.TooLong",
	    problem_of(&x->problems, "q") == PROBLEM_TOO_LONG);
	view_int(x->page, "Page.CutAt", SEARCH_CHARS);
	view_flag(x->page, "Page.NotText",
	    problem_of(&x->problems, "q") == PROBLEM_NOT_TEXT);
	view_flag(x->page, "Page.WrongFilter",
	    problem_of(&x->problems, "q") == PROBLEM_NONE);
	x->reply.status = 422;
	return show(x, "portal/search.cs");
}

/* What is found from now on, for a feed reader; a feed takes fewer letters
 * than a search does, and not all of its filters. */
static void
set_feed(struct ctx *x, const struct search_side *s)
{
	struct search_side told = { .q = s->q, .unit = s->unit,
	    .category = s->category, .order = SEARCH_BEST,
	    .filter = { .unit = s->filter.unit,
	    .category = s->filter.category, .theme = s->filter.theme } };

	if (text_length(s->q) > FEED_Q_MAX)
		return;
	view_set(x->page, "Page.Feed", search_side_query(&told, x->mem));
	view_set(x->page, "Page.FeedName", s->q);
}

enum rc
search_show(struct ctx *x)
{
	const struct value *v = x->in.v;
	struct search_side s = { .q = v[F_Q].s, .unit = v[F_UNIT].s,
	    .category = v[F_CATEGORY].s, .filter = {
	    .theme = v[F_THEME].i, .kind = v[F_KIND].i,
	    .year = (int)v[F_YEAR].i,
	    .validity = v[F_VALIDITY].given ? (int)v[F_VALIDITY].i + 1 : 0 },
	    .order = v[F_SORT].i == 1 ? SEARCH_NEWEST : SEARCH_BEST };
	enum rc rc;

	if (x->problems.n > 0)
		return refuse_question(x);
	view_set(x->page, "Page.Q", s.q);
	if (!v[F_Q].given)
		return show(x, "portal/search.cs");
	if ((rc = search_side_read(x, &s)) != RC_OK ||
	    (rc = ask(x, &s)) != RC_OK)
		return rc;
	set_feed(x, &s);
	return show(x, "portal/search.cs");
}
