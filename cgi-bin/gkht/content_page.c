/* content_page.c - showing the content form; see content.h. */
#include <string.h>

#include "base/text.h"
#include "core/category.h"
#include "core/relation.h"
#include "gkht/amend.h"
#include "gkht/content.h"
#include "gkht/copy.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/image.h"
#include "gkht/light.h"
#include "gkht/offer.h"
#include "gkht/once.h"
#include "gkht/profile.h"
#include "gkht/remark.h"
#include "gkht/rows.h"
#include "gkht/secrecy.h"
#include "richtext/filetype.h"
#include "richtext/sanitize.h"
#include "web/message.h"

/* A selection list with the chosen one marked. */
static enum rc
vocabulary_show(struct ctx *x, const char *list, const char *name,
    int64_t chosen)
{
	struct vocabulary v;
	enum rc rc;

	if ((rc = vocabulary_list(x->db, list, &v, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < v.n; i++) {
		struct node *o = view_item(x->page, name);

		view_int(o, "Id", v.v[i].id);
		view_set(o, "Name", v.v[i].name);
		view_flag(o, "On", v.v[i].id == chosen);
	}
	return RC_OK;
}

/* An upload that is not of this unit is left out. */
static enum rc
upload_show(struct ctx *x, struct node *at, const char *name, int64_t id,
    int place)
{
	struct upload u;
	struct node *n;
	enum rc rc;

	rc = upload_get(x->db, x->me->unit, id, &u, x->mem);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	n = view_item(at, name);
	view_int(n, "Id", u.id);
	view_int(n, "Place", place);
	view_set(n, "Name", u.name);
	view_set(n, "Size", text_size(x->mem, u.size));
	return RC_OK;
}

static enum rc
uploads_show(struct ctx *x, struct node *form, const struct content *c)
{
	enum rc rc = RC_OK;

	for (int i = 0; i < c->n_attachments && rc == RC_OK; i++)
		rc = upload_show(x, form, "Attachments", c->attachment[i],
		    i + 1);
	if (c->original != 0 && rc == RC_OK)
		rc = upload_show(x, form, "Original", c->original, 0);
	return rc;
}

static enum rc
light_show(struct ctx *x, const struct content *c)
{
	struct light_facts facts = { c->made_on, c->openness, "",
	    STATE_DRAFT };
	struct calendar *calendar;
	enum rc rc;

	if ((rc = calendar_load(x->db, &calendar, x->mem)) != RC_OK)
		return rc;
	light_fill(x->page, "Page.Light", calendar, &facts, x->mem);
	return RC_OK;
}

/* Everything but the fields that are text. */
static enum rc
choices_show(struct ctx *x, struct node *form, const struct content *c)
{
	enum rc rc;

	view_set(x->page, "Page.Kept", arg_id(x, 0) == 0 ? "new" : x->arg[0]);
	view_set(form, "openness", c->openness);
	view_set(form, "Today", day_text(x->mem, clock_today()));
	view_set(form, "Accepted", filetype_accepted());
	view_int(form, "MaxBytes", x->conf->upload_max);
	view_set(form, "MaxText", text_size(x->mem, x->conf->upload_max));
	if ((rc = rows_categories(x, "Page.Kinds", c->n_categories,
	    c->category)) != RC_OK ||
	    (rc = vocabulary_show(x, "kind", "Page.Genres", c->kind))
	    != RC_OK ||
	    (rc = vocabulary_show(x, "theme", "Page.Themes", c->theme))
	    != RC_OK ||
	    (rc = uploads_show(x, form, c)) != RC_OK)
		return rc;
	return light_show(x, c);
}

static void
missing_show(struct ctx *x, const struct document *d)
{
	struct node *at = view_child(x->page, "Page.Missing");
	struct problems p = { 0 };

	document_check(d, &p);
	for (int i = 0; i < p.n; i++)
		view_flag(at, p.v[i].field, 1);
}

static void
closure_show(struct node *form, const struct content *c)
{
	view_set(form, "article", c->article);
	view_set(form, "closed_reason", c->closed_reason);
	view_set(form, "reassess", c->reassess);
}

static void
late_show(struct node *form, const struct document *d)
{
	view_flag(form, "Late", d->late);
	view_set(form, "late", d->late_reason);
}

static void
text_show(struct node *form, const struct content *c)
{
	view_set(form, "title", c->title);
	view_set(form, "doc_no", c->doc_no);
	view_set(form, "made_on", c->made_on);
	view_set(form, "summary", c->summary);
	closure_show(form, c);
}

/* As lines to read and write without script; where they do not hold all of it
 * as it is. */
static void
body_show(struct ctx *x, struct node *form, struct safe_html body)
{
	const char *lines = body.s == NULL ? "" : sanitize_lines(body, x->mem);

	view_flag(form, "Lines", lines != NULL);
	view_flag(form, "Marked", lines == NULL);
	view_set(form, "body", lines != NULL ? lines :
	    sanitize_rebase(body, OFFICE_IMAGES, x->mem).s);
}

enum rc
content_empty(struct ctx *x)
{
	const struct document nothing = {
		.rev.c = { .title = "", .doc_no = "", .made_on = "",
		    .summary = "", .openness = "active",
		    .body = sanitize_built(""), .body_text = "" }
	};

	enum rc rc;

	missing_show(x, &nothing);
	once_show(x, "");
	if ((rc = secrecy_show(x, 0, 0, false)) != RC_OK)
		return rc;
	return choices_show(x, view_child(x->page, "Page.Form"),
	    &nothing.rev.c);
}

static enum rc
relations_show(struct ctx *x, struct node *form, int64_t id)
{
	const char *interprets, *replaces;
	enum rc rc;

	if ((rc = relation_text(x->db, id, RELATION_INTERPRETS, &interprets,
	    x->mem)) != RC_OK ||
	    (rc = relation_text(x->db, id, RELATION_REPLACES, &replaces,
	    x->mem)) != RC_OK)
		return rc;
	view_set(form, "interprets", interprets);
	view_set(form, "replaces", replaces);
	return RC_OK;
}

enum rc
content_stored(struct ctx *x, const struct document *d)
{
	struct node *form = view_child(x->page, "Page.Form");
	enum rc rc;

	view_int(form, "Id", d->id);
	view_int(form, "version", d->version);
	view_set(form, "Returned", d->returned);
	view_set(form, "IndexNo", d->index_no);
	if ((rc = remark_show(x, d->id, d->rev.number)) != RC_OK)
		return rc;
	rows_tag(form, d->state, d->returned);
	text_show(form, &d->rev.c);
	late_show(form, d);
	body_show(x, form, d->rev.c.body);
	profile_show(x, d);
	missing_show(x, d);
	/* the next 公开指南 is to be much like the last */
	if ((rc = d->rev.c.profile != NULL ? RC_OK : offer_alike(x, d->id,
	    d->rev.c.doc_no, d->rev.c.body_text)) != RC_OK ||
	    (rc = relations_show(x, form, d->id)) != RC_OK ||
	    (rc = secrecy_show(x, d->id, d->rev.id, false)) != RC_OK ||
	    (rc = examine_show(x, view_child(x->page, "Page.Exam"), d))
	    != RC_OK)
		return rc;
	return choices_show(x, form, &d->rev.c);
}

/* As typed, not as checked: what is wrong stays to be mended. */
static void
raw_show(struct ctx *x, struct node *form)
{
	for (int i = C_TITLE; i <= C_SUMMARY; i++)
		view_set(form, content_fields[i].name, x->in.v[i].raw);
	for (int i = C_ARTICLE; i <= C_REASSESS; i++)
		view_set(form, content_fields[i].name, x->in.v[i].raw);
	view_set(form, "note", x->in.v[C_NOTE].raw);
	view_set(form, "interprets", x->in.v[C_INTERPRETS].raw);
	view_set(form, "replaces", x->in.v[C_REPLACES].raw);
	view_set(form, "body", x->in.v[C_BODY].raw);
}

static struct content
choices_of(const struct ctx *x)
{
	struct value *v = x->in.v;
	int n = v[C_CATEGORY].n, a = v[C_ATTACHMENT].n;
	int64_t *ids = arena_calloc(x->mem, (size_t)(n + a), sizeof(*ids));

	for (int i = 0; i < n; i++)
		ids[i] = v[C_CATEGORY].many[i].i;
	for (int i = 0; i < a; i++)
		ids[n + i] = v[C_ATTACHMENT].many[i].i;
	return (struct content){
		.openness = v[C_OPENNESS].given ? v[C_OPENNESS].s : "active",
		.made_on = v[C_MADE_ON].s, .summary = v[C_SUMMARY].s,
		.body_text = v[C_BODY].s,
		.kind = v[C_KIND].i, .theme = v[C_THEME].i,
		.n_categories = n, .category = ids,
		.n_attachments = a, .attachment = ids + n,
		.original = v[C_ORIGINAL].i,
	};
}

/* What is known of the draft as it was saved last, beside what was typed. */
static enum rc
stored_show(struct ctx *x)
{
	struct amendment open;
	struct document d;
	int64_t id = arg_id(x, 0);
	enum rc rc;

	if (id == 0)
		return secrecy_show(x, 0, 0, true);
	rc = amend_base(x, id, &d, &open);
	if (rc == RC_NOT_FOUND)
		return secrecy_show(x, id, 0, true);
	if (rc == RC_OK)
		rc = secrecy_show(x, id, d.rev.id, true);
	if (rc == RC_OK) {
		profile_show(x, &d);
		late_show(view_child(x->page, "Page.Form"), &d);
		/* of a change the page shows what was found just now */
		if (x->me->role != ROLE_ADMIN)
			rc = examine_show(x, view_child(x->page,
			    "Page.Exam"), &d);
	}
	if (x->in.v[C_LATE].given)
		view_set(x->page, "Page.Form.late", x->in.v[C_LATE].raw);
	return rc;
}

enum rc
content_typed(struct ctx *x, const struct content *c)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct content choices;
	enum rc rc;

	view_int(form, "Id", arg_id(x, 0));
	view_int(form, "version", x->in.v[C_VERSION].i);
	raw_show(x, form);
	copy_echo(x, &x->in.v[C_COPY], &x->in.v[C_SERIAL]);
	once_show(x, x->in.v[C_ONCE].s);
	if (c == NULL) {
		choices = choices_of(x);
		view_flag(form, "Lost", x->in.v[C_FILE].n > 0 ||
		    x->in.v[C_WORD].file != NULL);
		c = &choices;
	}
	missing_show(x, &(struct document){ .rev.c = *c });
	if (c != &choices && content_imports(x) && x->problems.n == 0) {
		view_set(form, "title", c->title);
		view_set(form, "doc_no", c->doc_no);
		view_set(form, "made_on", c->made_on);
		body_show(x, form, c->body);
	} else {
		offer_again(x);
	}
	if ((rc = stored_show(x)) != RC_OK)
		return rc;
	return choices_show(x, form, c);
}

void
content_retype(struct ctx *x, int field, const char *text)
{
	x->in.v[field].raw = x->in.v[field].s = text;
}

void
content_adopt(struct ctx *x, const struct content *c, const char *note)
{
	content_retype(x, C_TITLE, c->title);
	content_retype(x, C_SUMMARY, c->summary);
	content_retype(x, C_BODY, sanitize_rebase(c->body, OFFICE_IMAGES,
	    x->mem).s);
	content_retype(x, C_NOTE, note);
}
