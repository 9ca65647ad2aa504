/* search.c - what was found for a question. */
#include "core/publication.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "richtext/sanitize.h"

enum { F_Q, F_BEFORE };

const struct field search_fields[] = {
	[F_Q] = { "q", KIND_LINE, 0, 100, NULL },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

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
}

static void
fill_hits(struct ctx *x, const struct publication_hits *hits, const char *q)
{
	for (int i = 0; i < hits->n; i++)
		hit_row(view_item(x->page, "Page.Hits"), &hits->v[i], x->mem);
	view_int(x->page, "Page.Total", hits->total);
	view_flag(x->page, "Page.MoreThanTotal", hits->more_than_total);
	view_set(x->page, "Page.Ignored", hits->ignored);
	view_set(x->page, "Page.Query", url_encode(x->mem, q));
	view_flag(x->page, "Page.NotFirst", x->in.v[F_BEFORE].given);
	if (hits->next != 0)
		view_int(x->page, "Page.Next", hits->next);
}

enum rc
search_show(struct ctx *x)
{
	const char *q = x->in.v[F_Q].s;
	struct publication_hits hits;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	view_set(x->page, "Page.Q", q);
	if (!x->in.v[F_Q].given)
		return show(x, "portal/search.cs");
	rc = publication_search(x->db, q,
	    x->in.v[F_BEFORE].given ? x->in.v[F_BEFORE].i : 0,
	    ROWS_PER_PAGE, &hits, x->mem);
	if (rc != RC_OK)
		return rc;
	fill_hits(x, &hits, q);
	return show(x, "portal/search.cs");
}
