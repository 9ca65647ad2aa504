/* document_compare.c - what changed between two published versions. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"
#include "portal/document.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "richtext/difference.h"
#include "richtext/filetype.h"
#include "richtext/sanitize.h"
#include "web/message.h"

enum { F_FROM, F_TO, F_ALL };

const struct field compare_fields[] = {
	[F_FROM] = { "from", KIND_NUMBER, 0, 1000000, NULL },
	[F_TO] = { "to", KIND_NUMBER, 0, 1000000, NULL },
	[F_ALL] = { "all", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

static const char *
categories_of(const struct publication *p, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < p->categories.n; i++)
		buf_printf(&b, "%s%s", i > 0 ? "、" : "",
		    p->categories.v[i].name);
	return b.s;
}

/* Name, size and the first digits of its hash: another file of the same name
 * is a change. */
static void
put_file(struct buf *b, const struct upload *u, struct arena *m)
{
	buf_printf(b, "%s%s (%s, %s, %.8s)", b->n > 0 ? "；" : "", u->name,
	    filetype_label(u->type), text_size(m, u->size), u->sha256);
}

static const char *
files_of(const struct publication *p, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < p->attachments.n; i++)
		put_file(&b, &p->attachments.v[i], m);
	return b.s;
}

static const char *
original_of(const struct publication *p, struct arena *m)
{
	struct buf b = buf_new(m);

	if (p->original.id != 0)
		put_file(&b, &p->original, m);
	return b.s;
}

static void
fill_fields(struct ctx *x, const struct publication *a,
    const struct publication *b)
{
	struct arena *m = x->mem;
	struct difference_field v[] = {
		{ .name = "title", .before = a->title, .after = b->title },
		{ .name = "doc_no", .before = a->doc_no, .after = b->doc_no },
		{ .name = "made_on", .before = a->made_on,
		    .after = b->made_on },
		{ .name = "category", .before = categories_of(a, m),
		    .after = categories_of(b, m) },
		{ .name = "theme", .before = a->theme_name,
		    .after = b->theme_name },
		{ .name = "kind", .before = a->kind_name,
		    .after = b->kind_name },
		{ .name = "summary", .before = a->summary,
		    .after = b->summary },
		{ .name = "attachment", .before = files_of(a, m),
		    .after = files_of(b, m) },
		{ .name = "original", .before = original_of(a, m),
		    .after = original_of(b, m) },
	};
	const int n = sizeof(v) / sizeof(v[0]);

	difference_fields(v, n, m);
	for (int i = 0; i < n; i++) {
		struct node *row;

		if (v[i].d.same)
			continue;
		row = view_item(x->page, "Page.Fields");
		view_set(row, "Name", message_field(v[i].name));
		view_html(row, "Html", v[i].d.html);
	}
}

static void
fill_text(struct ctx *x, const struct publication *a,
    const struct publication *b)
{
	bool all = x->in.v[F_ALL].given;
	struct difference d = difference_html(a->body, b->body,
	    all ? DIFFERENCE_ALL : DIFFERENCE_CHANGES, x->mem);
	struct node *at = view_child(x->page, "Page.Text");

	view_flag(x->page, "Page.Typeset", true);
	view_flag(x->page, "Page.All", all);
	view_flag(at, "Same", d.same);
	view_flag(at, "Rough", d.rough);
	view_int(at, "Added", d.added);
	view_int(at, "Removed", d.removed);
	view_int(at, "Places", d.places);
	view_int(at, "Looks", d.looks);
	if (!d.same || all)
		view_html(at, "Html", sanitize_present(d.html, x->mem));
}

static void
fill_choices(struct ctx *x, const struct publication_versions *list,
    int64_t from, int64_t to)
{
	for (int i = 0; i < list->n; i++) {
		struct node *row = view_item(x->page, "Page.Versions");

		view_int(row, "Number", list->v[i].number);
		view_set(row, "Published",
		    clock_show(x->mem, list->v[i].published));
		view_set(row, "Note", list->v[i].note);
		view_flag(row, "From", list->v[i].number == from);
		view_flag(row, "To", list->v[i].number == to);
		/* what its publication says it changed */
		view_flag(row, "Between", list->v[i].number > from &&
		    list->v[i].number <= to);
	}
}

/* The two to compare, the older one first; without a choice the last two. */
static bool
choose(const struct ctx *x, const struct publication_versions *list,
    int64_t *from, int64_t *to)
{
	int64_t swap;

	if (list->n < 2)
		return false;
	*to = x->in.v[F_TO].given ? x->in.v[F_TO].i : list->v[0].number;
	*from = x->in.v[F_FROM].given ? x->in.v[F_FROM].i : 0;
	for (int i = 0; *from == 0 && i < list->n; i++)
		if (list->v[i].number < *to)
			*from = list->v[i].number;
	if (*from > *to) {
		swap = *from;
		*from = *to;
		*to = swap;
	}
	return true;
}

static enum rc
compare(struct ctx *x, const struct publication *p, int64_t from, int64_t to)
{
	struct publication a, b;
	enum rc rc;

	if ((rc = publication_version_get(x->db, p->id, (int)from, &a,
	    x->mem)) != RC_OK ||
	    (rc = publication_version_get(x->db, p->id, (int)to, &b,
	    x->mem)) != RC_OK)
		return rc;
	fill_fields(x, &a, &b);
	fill_text(x, &a, &b);
	view_int(x->page, "Page.From", from);
	view_int(x->page, "Page.To", to);
	return RC_OK;
}

enum rc
document_compare_show(struct ctx *x)
{
	struct publication_versions list;
	struct publication p;
	struct node *at;
	int64_t from, to;
	bool shown;
	enum rc rc;

	if ((rc = document_find(x, &p, &shown)) != RC_OK || shown)
		return rc;
	if ((rc = publication_versions(x->db, p.id, &list, x->mem)) != RC_OK)
		return rc;
	if (!choose(x, &list, &from, &to))
		return RC_NOT_FOUND;
	if ((rc = compare(x, &p, from, to)) != RC_OK)
		return rc;
	fill_choices(x, &list, from, to);
	at = view_child(x->page, "Page.Doc");
	view_set(at, "Title", p.title);
	view_set(at, "Doc", rows_doc(&p));
	view_set(at, "IndexNo", p.index_no);
	view_set(at, "Unit", p.unit_name);
	view_set(at, "Published", clock_show(x->mem, p.published));
	view_set(at, "UnitCode", p.unit_code);
	view_set(at, "UnitShort", p.unit_short);
	return show(x, "portal/compare.cs");
}
