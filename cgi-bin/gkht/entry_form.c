/* entry_form.c - 内容表添加: new documents and drafts, saved and submitted. */
#include <string.h>

#include "core/lateness.h"
#include "gkht/content.h"
#include "gkht/copy.h"
#include "gkht/entry.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/json.h"
#include "gkht/offer.h"
#include "gkht/once.h"
#include "gkht/pages.h"
#include "gkht/paper.h"
#include "gkht/secrecy.h"
#include "gkht/way.h"
#include "web/message.h"

enum { E_SAVED, E_CHECK, E_COPY, E_WAY };

const struct field entry_form_fields[] = {
	[E_SAVED] = { "saved", KIND_FLAG, 0, 0, NULL },
	[E_CHECK] = { "check", KIND_FLAG, 0, 0, NULL },
	[E_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	[E_WAY] = WAY_FIELD,
	{ 0 }
};

static enum rc
form_page(struct ctx *x)
{
	enum rc rc;

	if ((rc = entry_fill(x)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Target", "entry");
	view_flag(x->page, "Page.Editor", 1);
	return show(x, "gkht/entry.cs");
}

/* A browser without script that goes back shows this form without what was
 * typed: it was saved, and this says where it is. */
static enum rc
made_show(struct ctx *x)
{
	struct document_made d;
	enum rc rc = document_made_last(x->db, &x->actor, &d, x->mem);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	view_int(x->page, "Page.Made.Id", d.id);
	view_set(x->page, "Page.Made.Title", d.title);
	view_set(x->page, "Page.Made.Saved", clock_show(x->mem, d.saved));
	return RC_OK;
}

enum rc
entry_new(struct ctx *x)
{
	const char *token = x->in.v[E_COPY].s;
	struct working_copy w;
	enum rc rc;

	if (*token != '\0') {
		rc = copy_find(x, "entry/new", token, &w);
		if (rc != RC_NOT_FOUND)
			return rc == RC_OK ? copy_fill(x, &w, form_page) : rc;
	}
	if ((rc = content_empty(x)) != RC_OK || (rc = copy_offer(x)) != RC_OK ||
	    (rc = made_show(x)) != RC_OK)
		return rc;
	return form_page(x);
}

static void
saved_show(struct ctx *x, const struct document *d)
{
	const char *local = clock_show(x->mem, d->modified);

	if (x->in.v[E_CHECK].given) {
		document_ready(d, &x->problems);
		frame_problems(x);
		x->reply.status = 200;
	}
	if (x->in.v[E_SAVED].given || x->in.v[E_CHECK].given)
		view_set(x->page, "Page.Saved",
		    local + strlen("2026-10-22 "));
}

/* A draft opens in the form; what is under way can only be read. */
enum rc
entry_open(struct ctx *x)
{
	struct working_copy w;
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	if (workflow_find(d.state, ACTION_EDIT, x->me->role) == NULL) {
		if ((rc = paper_fill(x, &d)) != RC_OK ||
		    (rc = entry_fill(x)) != RC_OK)
			return rc;
		return show(x, "gkht/entry.cs");
	}
	rc = x->in.v[E_SAVED].given || x->in.v[E_CHECK].given ?
	    RC_NOT_FOUND : copy_find(x, arena_printf(x->mem, "entry/%lld",
	    (long long)d.id), x->in.v[E_COPY].s, &w);
	if (rc != RC_NOT_FOUND)
		return rc == RC_OK ? copy_fill(x, &w, form_page) : rc;
	if ((rc = content_stored(x, &d)) != RC_OK)
		return rc;
	saved_show(x, &d);
	return form_page(x);
}

enum rc
entry_again(struct ctx *x)
{
	return content_refused(x, NULL, form_page);
}

static void
missing_put(struct ctx *x, struct buf *b, const struct problems *p)
{
	buf_puts(b, ",\"missing\":[");
	for (int i = 0; i < p->n; i++) {
		buf_puts(b, i > 0 ? ",{" : "{");
		json_text(b, "field", p->v[i].field);
		json_text(b, "label", message_field(p->v[i].field));
		json_text(b, "text", frame_sentence(x, p->v[i].field,
		    p->v[i].what));
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
}

static enum rc
saved_json(struct ctx *x, const struct document *d, const struct problems *p,
    bool refused)
{
	const char *local = clock_show(x->mem, d->modified);
	struct buf b = buf_new(x->mem);

	buf_putc(&b, '{');
	json_int(&b, "id", d->id);
	json_int(&b, "version", d->version);
	json_text(&b, "saved", local + strlen("2026-10-22 "));
	json_text(&b, "doc_no", d->rev.c.doc_no);
	json_int(&b, "refused", refused);
	missing_put(x, &b, p);
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

static enum rc
submitted(struct ctx *x, const struct document *d, struct problems *p)
{
	enum rc rc;

	if ((rc = document_move(x->db, &x->actor, d->id, d->version,
	    ACTION_SUBMIT, "", p, x->mem)) != RC_OK)
		return rc;
	if (x->req->script)
		return send_json(x, arena_printf(x->mem, "{\"go\":\"%s\"}",
		    way_back(x, "entry", "submit", 0)));
	return way_go(x, "entry", "submit", 0);
}

/* Looked at and, where 【签署】 was pressed, signed; then read again. */
static enum rc
settle(struct ctx *x, const struct secrecy *s, int64_t id,
    struct document *d)
{
	enum rc rc = document_get(x->db, x->me->unit, id, d, x->mem);

	if (rc != RC_OK || (rc = examine_run(x, d)) != RC_OK ||
	    (rc = lateness_keep(x->db, &x->actor, id, x->in.v[C_LATE].s,
	    x->mem)) != RC_OK || (rc = working_copy_drop(x->db, &x->actor,
	    x->in.v[C_COPY].s)) != RC_OK)
		return rc;
	if (x->in.v[C_ACT].i == CONTENT_SIGN && (rc = secrecy_sign(x->db,
	    &x->actor, id, s, &x->problems, x->mem)) != RC_OK)
		return rc;
	return document_get(x->db, x->me->unit, id, d, x->mem);
}

/* What was saved stays saved even where 提交 is refused. */
static enum rc
stored(struct ctx *x, const struct secrecy *s, int64_t id)
{
	bool submit = x->in.v[C_ACT].i == CONTENT_SUBMIT;
	struct problems p = { 0 };
	struct document d;
	enum rc rc;

	if ((rc = settle(x, s, id, &d)) != RC_OK)
		return rc;
	document_ready(&d, &p);
	if (submit && p.n == 0)
		return submitted(x, &d, &p);
	if (x->req->script && x->in.v[C_MEND].given)
		return send_json(x, arena_printf(x->mem, "{\"go\":\"%s\"}",
		    way_on(x, "entry", id, "saved=1")));
	if (x->req->script)
		return saved_json(x, &d, &p, submit);
	return way_go_on(x, "entry", id, submit ? "check=1" : "saved=1");
}

/* A state secret: nothing is stored, and what was is offered to go. */
static enum rc
form_secret(struct ctx *x)
{
	enum rc rc = working_copy_drop(x->db, &x->actor, x->in.v[C_COPY].s);

	if (rc != RC_OK)
		return rc;
	if (x->in.v[C_ACT].i == CONTENT_PURGE)
		return secrecy_clear(x);
	if (x->req->script)
		return send_json(x, "{\"leave\":1}");
	view_flag(x->page, "Page.Secret", 1);
	x->reply.status = 422;
	return entry_again(x);
}

/* What the buttons other than 【保存】 and 【提交】 do before it is saved. */
static enum rc
prepare(struct ctx *x, struct content *c, struct secrecy *s)
{
	struct findings found;
	struct document d;
	enum rc rc;

	if (x->in.v[C_ACT].i == CONTENT_SIGN)
		return secrecy_read(x, c->openness, s);
	if (!x->in.v[C_MEND].given)
		return RC_OK;
	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    == RC_OK && (rc = finding_list(x->db, d.rev.id, &found, x->mem))
	    == RC_OK)
		rc = examine_mend(x, &found, x->in.v[C_MEND].s, c, NULL);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
form_save(struct ctx *x, const struct content *c, const struct secrecy *s)
{
	int64_t id = arg_id(x, 0), version = x->in.v[C_VERSION].i;
	enum rc rc = document_save(x->db, &x->actor, &id, &version, c,
	    &x->problems, x->mem);

	if (rc == RC_OK)
		rc = content_relate(x, id);
	switch (rc) {
	case RC_OK:
		return stored(x, s, id);
	case RC_INVALID:
		return content_refused(x, c, form_page);
	case RC_CONFLICT:
	case RC_DENIED:
		return id == 0 ? rc : content_overtaken(x, c, form_page);
	default:
		return rc;
	}
}

/* Both sides in one form, which is saved like any other. */
static enum rc
form_merge(struct ctx *x)
{
	struct content c;
	enum rc rc = content_read(x, &c);

	if (rc == RC_INVALID)
		return content_refused(x, &c, form_page);
	if (rc == RC_OK && (rc = content_merge(x, arg_id(x, 0), &c)) == RC_OK)
		return content_taken(x, &c, form_page);
	return rc;
}

enum rc
entry_store(struct ctx *x)
{
	struct secrecy s = { 0 };
	struct content c;
	struct intake in;
	enum rc rc;

	if ((rc = content_begin(x, &in)) != RC_OK ||
	    (rc = once_find(x, x->in.v[C_ONCE].s, &x->in.v[C_VERSION]))
	    != RC_OK)
		return rc;
	if (secrecy_is_secret(x))
		return form_secret(x);
	if (x->in.v[C_ACT].i == CONTENT_MERGE)
		return form_merge(x);
	if ((rc = content_read(x, &c)) == RC_INVALID)
		return content_refused(x, &c, form_page);
	if (rc != RC_OK)
		return rc;
	if (content_imports(x))
		return content_imported(x, &c, &in, form_page);
	if (offer_taken(x))
		return content_taken(x, &c, form_page);
	if ((rc = prepare(x, &c, &s)) == RC_INVALID)
		return content_refused(x, &c, form_page);
	return rc == RC_OK ? form_save(x, &c, &s) : rc;
}
