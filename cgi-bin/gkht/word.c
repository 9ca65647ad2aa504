/* word.c - 对照原文: an imported document beside its original. */
#include "core/imported.h"
#include "gkht/frame.h"
#include "gkht/image.h"
#include "gkht/intake.h"
#include "gkht/pages.h"
#include "gkht/review_page.h"
#include "gkht/told.h"
#include "richtext/filetype.h"
#include "richtext/sanitize.h"
#include "store/files.h"

enum { W_REVIEW };

const struct field word_pages_fields[] = {
	[W_REVIEW] = { "review", KIND_ID, 0, 0, NULL },
	{ 0 }
};

enum rc
word_show(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Word");
	struct report report;
	struct imported in;
	struct upload u;
	enum rc rc;

	if ((rc = upload_get(x->db, x->me->unit, arg_id(x, 0), &u, x->mem))
	    != RC_OK ||
	    (rc = imported_get(x->db, x->me->unit, u.id, &in, x->mem))
	    != RC_OK || (rc = review_page_original(x, at, u.id)) != RC_OK)
		return rc;
	view_int(at, "Id", u.id);
	view_set(at, "Name", u.name);
	view_int(at, "Document", in.document);
	view_flag(at, "Paintable", office_there(true));
	view_html(at, "BodyHtml", sanitize_rebase(sanitize_present(in.body,
	    x->mem), OFFICE_IMAGES, x->mem));
	if (report_load(&report, in.report))
		told_show(x, u.id, &report);
	return show(x, "gkht/word.cs");
}

/* What the painter says is a picture is looked at again. */
static enum rc
pages_keep(struct ctx *x, const struct office_pages *painted,
    struct uploads *pages)
{
	enum rc rc = RC_OK;
	int w, h;

	pages->v = arena_calloc(x->mem, (size_t)painted->n + 1,
	    sizeof(*pages->v));
	for (int i = 0; i < painted->n && rc == RC_OK; i++) {
		struct upload *u = &pages->v[pages->n++];

		u->use = "image";
		u->name = "page.png";
		u->type = filetype_image(painted->v[i].data, painted->v[i].n,
		    &w, &h);
		rc = u->type == NULL ? RC_FAIL : intake_keep(x,
		    painted->v[i].data, painted->v[i].n, u);
	}
	return rc;
}

static enum rc
paint(struct ctx *x, const struct upload *u, struct uploads *pages)
{
	struct office office = intake_office(x);
	struct office_pages painted;
	enum problem why = PROBLEM_NONE;
	enum rc rc;

	rc = office_paint(&office, files_path(x->conf->files, u->sha256,
	    x->mem), &painted, &why, x->mem);
	/* It was imported, so it can be read: the machine is busy or slow. */
	if (rc == RC_BUSY || rc == RC_INVALID || rc == RC_TOO_LARGE)
		return refuse(x, "word", PROBLEM_PAGES);
	return rc == RC_OK ? pages_keep(x, &painted, pages) : rc;
}

/* Who asks at the same time as somebody else finds the other's pages. */
enum rc
word_paint(struct ctx *x)
{
	struct uploads pages = { 0 }, there;
	struct imported in;
	struct upload u;
	enum rc rc;

	if ((rc = upload_get(x->db, x->me->unit, arg_id(x, 0), &u, x->mem))
	    != RC_OK ||
	    (rc = imported_get(x->db, x->me->unit, u.id, &in, x->mem))
	    != RC_OK || (rc = paint(x, &u, &pages)) != RC_OK ||
	    (rc = route_write(x)) != RC_OK ||
	    (rc = imported_pages(x->db, x->me->unit, u.id, &there, x->mem))
	    != RC_OK)
		return rc;
	if (there.n == 0)
		rc = imported_pages_add(x->db, &x->actor, u.id, &pages,
		    x->mem);
	if (rc != RC_OK)
		return rc;
	if (x->in.v[W_REVIEW].given)
		return go(x, "/gkht/review/%lld",
		    (long long)x->in.v[W_REVIEW].i);
	return go(x, "/gkht/word/%lld", (long long)u.id);
}
