/* compare.c - see compare.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/profiles.h"
#include "gkht/compare.h"
#include "gkht/image.h"
#include "richtext/difference.h"
#include "richtext/filetype.h"
#include "richtext/sanitize.h"
#include "web/message.h"
#include "web/message_finding.h"
#include "web/message_review.h"

static const char *
categories_of(const struct revision *r, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < r->category_names.n; i++)
		buf_printf(&b, "%s%s", i > 0 ? "、" : "",
		    r->category_names.v[i]);
	return b.n > 0 ? b.s : "";
}

/* Another file of the same name is a change, too. */
static const char *
files_of(const struct upload *u, int n, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < n; i++)
		buf_printf(&b, "%s%s (%s, %s, %.8s)", i > 0 ? "；" : "",
		    u[i].name, filetype_label(u[i].type),
		    text_size(m, u[i].size), u[i].sha256);
	return b.n > 0 ? b.s : "";
}

static const char *
original_of(const struct revision *r, struct arena *m)
{
	return r->original.id == 0 ? "" : files_of(&r->original, 1, m);
}

/* Filled in by difference_fields(). */
#define NO { .same = false }

static void
fields_show(struct node *at, const struct revision *a,
    const struct revision *b, struct arena *m)
{
	struct difference_field v[] = {
		{ "title", a->c.title, b->c.title, NO },
		{ "doc_no", a->c.doc_no, b->c.doc_no, NO },
		{ "made_on", a->c.made_on, b->c.made_on, NO },
		{ "category", categories_of(a, m), categories_of(b, m), NO },
		{ "openness", message_openness(a->c.openness),
		    message_openness(b->c.openness), NO },
		{ "article", message_article(a->c.article),
		    message_article(b->c.article), NO },
		{ "reassess", a->c.reassess, b->c.reassess, NO },
		{ "closed_reason", a->c.closed_reason, b->c.closed_reason,
		    NO },
		{ "theme", a->theme_name, b->theme_name, NO },
		{ "kind", a->kind_name, b->kind_name, NO },
		{ "summary", a->c.summary, b->c.summary, NO },
		{ "attachment", files_of(a->attachments.v, a->attachments.n, m),
		    files_of(b->attachments.v, b->attachments.n, m), NO },
		{ "original", original_of(a, m), original_of(b, m), NO },
	};
	const int n = sizeof(v) / sizeof(v[0]);

	difference_fields(v, n, m);
	for (int i = 0; i < n; i++) {
		struct node *row;

		if (v[i].d.same)
			continue;
		row = view_item(at, "Fields");
		view_set(row, "Name", message_field(v[i].name));
		view_html(row, "Html", v[i].d.html);
	}
}

void
compare_show(struct ctx *x, const struct revision *a,
    const struct revision *b)
{
	struct node *at = view_child(x->page, "Page.Diff");
	struct difference d = difference_html(a->c.body, b->c.body,
	    DIFFERENCE_CHANGES, x->mem);

	view_flag(x->page, "Page.Diff", 1);
	view_int(at, "From", a->number);
	view_flag(at, "Live", *a->published != '\0');
	view_set(at, "When", clock_show(x->mem, *a->published != '\0' ?
	    a->published : a->created));
	fields_show(at, a, b, x->mem);
	view_flag(at, "Same", d.same);
	view_flag(at, "Rough", d.rough);
	view_int(at, "Places", d.places);
	view_int(at, "Added", d.added);
	view_int(at, "Removed", d.removed);
	view_int(at, "Looks", d.looks);
	view_html(at, "Html", sanitize_rebase(sanitize_present_of(
	    d.html, message_changed(), x->mem), OFFICE_IMAGES, x->mem));
}

/* 0: there is nothing to compare with. */
static int
last_of(const struct revisions *all, int number)
{
	int submitted = 0;

	for (int i = 0; i < all->n; i++) {
		if (all->v[i].number >= number)
			continue;
		if (*all->v[i].published != '\0')
			return all->v[i].number;
		if (submitted == 0 && *all->v[i].hash != '\0')
			submitted = all->v[i].number;
	}
	return submitted;
}

/* Of a document with a form of its own: the one that is public now, which it is
 * to take the place of. */
static enum rc
compare_before(struct ctx *x, const struct document *d)
{
	struct document before;
	int64_t id;
	enum rc rc;

	if (d->rev.c.profile == NULL)
		return RC_OK;
	rc = profile_live(x->db, d->unit, d->rev.c.profile->kind, &id);
	if (rc != RC_OK || id == d->id)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	rc = document_get(x->db, d->unit, id, &before, x->mem);
	if (rc == RC_OK)
		compare_show(x, &before.rev, &d->rev);
	return rc;
}

enum rc
compare_last(struct ctx *x, const struct document *d)
{
	struct document before;
	struct revisions all;
	int number;
	enum rc rc;

	if ((rc = document_revisions(x->db, x->me->unit, d->id, &all, x->mem))
	    != RC_OK)
		return rc;
	if ((number = last_of(&all, d->rev.number)) == 0)
		return compare_before(x, d);
	if ((rc = document_revision(x->db, x->me->unit, d->id, number,
	    &before, x->mem)) != RC_OK)
		return rc;
	compare_show(x, &before.rev, &d->rev);
	return RC_OK;
}
