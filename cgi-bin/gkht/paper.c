/* paper.c - see paper.h. */
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/imported.h"
#include "gkht/examine.h"
#include "gkht/image.h"
#include "gkht/light.h"
#include "gkht/paper.h"
#include "gkht/remark.h"
#include "gkht/rows.h"
#include "gkht/secrecy.h"
#include "gkht/told.h"
#include "richtext/filetype.h"
#include "richtext/sanitize.h"
#include "richtext/title.h"
#include "web/message.h"

/* 8c41…f07a: enough to compare two by eye. */
static const char *
short_hash(struct arena *m, const char *hash)
{
	size_t n = strlen(hash);

	return n < 8 ? "" : arena_printf(m, "%.4s…%s", hash, hash + n - 4);
}

static void
meta_show(struct node *at, const struct document *d, struct arena *m)
{
	const struct revision *r = &d->rev;

	view_int(at, "Id", d->id);
	view_int(at, "Version", d->version);
	view_set(at, "Title", r->c.title);
	view_set(at, "DocNo", r->c.doc_no);
	view_set(at, "IndexNo", d->index_no);
	view_set(at, "Path", d->path);
	view_set(at, "MadeOn", r->c.made_on);
	view_set(at, "Summary", r->c.summary);
	view_set(at, "Openness", message_openness(r->c.openness));
	view_flag(at, "Public", strcmp(r->c.openness, "active") == 0);
	view_set(at, "Genre", r->kind_name);
	view_set(at, "Theme", r->theme_name);
	view_set(at, "Unit", d->unit_name);
	view_set(at, "By", d->entered_login);
	view_set(at, "ByName", d->entered_name);
	view_set(at, "Returned", d->returned);
	view_set(at, "Reason", d->reason);
	view_set(at, "Modified", clock_show(m, d->modified));
	view_set(at, "Published", clock_show(m, d->published));
	view_int(at, "Number", r->number);
	view_set(at, "Hash", r->hash);
	view_set(at, "HashShort", short_hash(m, r->hash));
	rows_tag(at, d->state, d->returned);
	rows_repealed(at, d->repealed);
	for (int i = 0; i < r->category_names.n; i++)
		view_set(view_item(at, "Kinds"), "Name",
		    r->category_names.v[i]);
}

static void
moves_show(struct ctx *x, struct node *at, const struct document *d)
{
	struct node *can = view_child(at, "Can");
	const struct move *moves[ACTION__MAX];
	int n = document_moves(d, &x->actor, moves, ACTION__MAX);

	for (int i = 0; i < n; i++)
		view_flag(can, rows_can(moves[i]->action), 1);
}

static void
upload_show(struct node *at, const char *name, const struct upload *u,
    struct arena *m)
{
	struct node *n = view_item(at, name);

	view_int(n, "Id", u->id);
	view_set(n, "Name", u->name);
	view_set(n, "Size", text_size(m, u->size));
	view_set(n, "Type", filetype_label(u->type));
}

static enum rc
history_show(struct ctx *x, struct node *at, int64_t id)
{
	struct audit_entries log;
	enum rc rc;

	if ((rc = audit_of(x->db, "document", id, &log, x->mem)) != RC_OK)
		return rc;
	for (int i = log.n - 1; i >= 0; i--) {
		struct node *n = view_item(at, "History");

		view_set(n, "By", log.v[i].login);
		view_set(n, "What", message_audit(log.v[i].action));
		view_set(n, "Key", log.v[i].action);
		view_set(n, "When", clock_show(x->mem, log.v[i].at));
		view_set(n, "Detail", log.v[i].detail);
	}
	return RC_OK;
}

static enum rc
revisions_show(struct ctx *x, struct node *at, const struct document *d)
{
	struct revisions all;
	enum rc rc;

	if ((rc = document_revisions(x->db, x->me->unit, d->id, &all, x->mem))
	    != RC_OK)
		return rc;
	view_flag(at, "Several", all.n > 1);
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(at, "Revisions");

		view_int(n, "Number", all.v[i].number);
		view_set(n, "Title", all.v[i].c.title);
		view_set(n, "Note", all.v[i].note);
		view_set(n, "By", all.v[i].author);
		view_set(n, "Created", clock_show(x->mem, all.v[i].created));
		view_set(n, "Published",
		    clock_show(x->mem, all.v[i].published));
		view_flag(n, "Current", all.v[i].id == d->rev.id);
	}
	return RC_OK;
}

static enum rc
original_show(struct ctx *x, struct node *at, const struct document *d)
{
	struct report report;
	struct imported in;
	enum rc rc;

	if (d->rev.original.id == 0)
		return RC_OK;
	upload_show(at, "Original", &d->rev.original, x->mem);
	rc = imported_get(x->db, x->me->unit, d->rev.original.id, &in,
	    x->mem);
	if (rc == RC_OK && report_load(&report, in.report))
		told_show(x, d->rev.original.id, &report);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
paper_fill(struct ctx *x, const struct document *d)
{
	struct node *at = view_child(x->page, "Page.Doc");
	struct light_facts facts = { d->rev.c.made_on, d->rev.c.openness,
	    d->published, d->state };
	struct calendar *calendar;
	enum rc rc;

	if ((rc = calendar_load(x->db, &calendar, x->mem)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Doc", 1);
	meta_show(at, d, x->mem);
	moves_show(x, at, d);
	light_fill(at, "Light", calendar, &facts, x->mem);
	view_flag(at, "HasBody", *d->rev.c.body_text != '\0' ||
	    d->rev.c.n_images > 0);
	view_html(at, "TitleHtml", title_markup(d->rev.c.title, x->mem));
	view_flag(at, "OwnTitle", title_in_body(d->rev.c.body,
	    d->rev.c.title));
	view_html(at, "BodyHtml", sanitize_rebase(
	    sanitize_present(d->rev.c.body, x->mem), OFFICE_IMAGES, x->mem));
	for (int i = 0; i < d->rev.attachments.n; i++)
		upload_show(at, "Attachments", &d->rev.attachments.v[i],
		    x->mem);
	if ((rc = original_show(x, at, d)) != RC_OK ||
	    (rc = examine_show(x, view_child(x->page, "Page.Exam"), d))
	    != RC_OK || (rc = secrecy_show(x, d->id, d->rev.id,
	    false)) != RC_OK)
		return rc;
	if ((rc = history_show(x, at, d->id)) != RC_OK ||
	    (rc = remark_show(x, d->id, d->rev.number)) != RC_OK)
		return rc;
	return revisions_show(x, at, d);
}
