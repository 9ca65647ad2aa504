/*
 * profile.c - the forms of 公开指南, 机构信息, 领导信息 and the list of those
 * responsible: filled in by the clerk, changed by the administrator.
 */
#include <string.h>

#include "core/category.h"
#include "core/profiles.h"
#include "core/unit.h"
#include "gkht/amend.h"
#include "gkht/copy.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/once.h"
#include "gkht/pages.h"
#include "gkht/profile.h"
#include "gkht/profile_form.h"
#include "richtext/profile_body.h"

enum rc
profile_write(struct ctx *x, const struct profile *p, struct content *c)
{
	struct sanitized s = { 0 };
	enum rc rc = profile_body(p, &s, x->mem);

	if (rc != RC_OK)
		return rc;
	c->profile = p;
	c->body = s.html;
	c->body_text = s.text;
	c->n_images = s.n_images;
	c->image = s.image;
	return RC_OK;
}

static enum rc
fresh(struct ctx *x, const struct profile_kind *kind, struct content *c)
{
	int64_t *ids = arena_calloc(x->mem, 1, sizeof(*ids));
	struct category category;
	struct unit u;
	enum rc rc;

	if ((rc = unit_get(x->db, x->me->unit, &u, x->mem)) != RC_OK ||
	    (rc = category_by_code(x->db, kind->category, &category, x->mem))
	    != RC_OK)
		return rc;
	ids[0] = category.id;
	*c = (struct content){ .doc_no = "", .openness = "active",
	    .article = "", .closed_reason = "", .reassess = "",
	    .title = arena_printf(x->mem, "%s%s", u.name, kind->title),
	    .summary = arena_printf(x->mem, "%s%s", u.short_name,
	    kind->summary), .made_on = day_text(x->mem, clock_today()),
	    .n_categories = 1, .category = ids,
	    .once = x->in.v[P_ONCE].s };
	return RC_OK;
}

/* Saved and looked at; what is missing is shown in the form at once. */
static enum rc
kept(struct ctx *x, int64_t id)
{
	struct document d;
	enum rc rc = document_get(x->db, x->me->unit, id, &d, x->mem);

	if (rc != RC_OK || (rc = examine_run(x, &d)) != RC_OK)
		return rc;
	profile_missing(d.rev.c.profile, profile_form_lacking, x);
	if (x->problems.n == 0)
		return go(x, "/gkht/entry/%lld?saved=1", (long long)id);
	x->problems.n = 0;
	return go(x, "/gkht/profile/%lld?check=1", (long long)id);
}

/* The form again with what was typed and stored of it, in this transaction:
 * the photographs that came along stay. */
static enum rc
refused(struct ctx *x, const struct profile *p)
{
	if (x->problems.n > 0)
		frame_problems(x);
	copy_echo(x, &x->in.v[P_COPY], &x->in.v[P_SERIAL]);
	return profile_form_whole(x, p, x->in.v[P_VERSION].i);
}

static enum rc
enter(struct ctx *x, struct content *c)
{
	int64_t id = arg_id(x, 0), version = x->in.v[P_VERSION].i;
	enum rc rc = document_save(x->db, &x->actor, &id, &version, c,
	    &x->problems, x->mem);

	if (rc == RC_INVALID)
		return refused(x, c->profile);
	if (rc == RC_OK)
		rc = working_copy_drop(x->db, &x->actor, x->in.v[P_COPY].s);
	return rc == RC_OK ? kept(x, id) : rc;
}

/* 【遮盖】【清除】: the form with that number masked wherever it stands, with
 * that file without what it carried. */
static enum rc
mend(struct ctx *x, struct change *ch, struct content *c)
{
	enum rc rc = examine_mend(x, ch->found, x->in.v[P_MEND].s, c,
	    &ch->note);

	if (rc != RC_OK && rc != RC_NOT_FOUND && rc != RC_INVALID)
		return rc;
	x->in.v[P_NOTE].raw = ch->note;
	profile_form_files_adopt(x, c);
	if ((rc = amend_show(x, arg_id(x, 0), ch)) != RC_OK)
		return rc;
	return refused(x, c->profile);
}

static enum rc
amend(struct ctx *x, struct content *c)
{
	struct change ch = { .content = c, .note = x->in.v[P_NOTE].s };
	int64_t id = arg_id(x, 0);
	bool waits;
	enum rc rc = amend_look(x, id, &ch);

	if (rc != RC_OK)
		return rc;
	if (x->in.v[P_MEND].given)
		return mend(x, &ch, c);
	secrecy_change(x, &ch);
	rc = document_amend(x->db, &x->actor, id, x->in.v[P_VERSION].i, &ch,
	    &waits, &x->problems, x->mem);
	if (rc == RC_OK)
		rc = working_copy_drop(x->db, &x->actor, x->in.v[P_COPY].s);
	if (rc == RC_OK)
		return go(x, "/gkht/manage?done=%s", waits ? "propose" :
		    "amend");
	if (rc != RC_INVALID)
		return rc;
	return (rc = amend_show(x, id, &ch)) != RC_OK ? rc :
	    refused(x, c->profile);
}

/* Its files take long where nobody looked at them yet. */
static enum rc
begin(struct ctx *x, const struct content *c)
{
	struct examined files = { 0 };
	enum rc rc = RC_OK;

	if (c != NULL && x->me->role == ROLE_ADMIN)
		rc = examine_ahead_ids(x, c->n_attachments, c->attachment,
		    &files);
	return rc == RC_OK ? examine_write(x, &files) : rc;
}

/* A state secret: nothing of it is kept. */
static enum rc
secret(struct ctx *x, const struct profile *p)
{
	enum rc rc = working_copy_drop(x->db, &x->actor, x->in.v[P_COPY].s);

	if (rc != RC_OK || (rc = amend_show_live(x, arg_id(x, 0))) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Secret", 1);
	x->reply.status = 422;
	return refused(x, p);
}

static enum rc
store(struct ctx *x, struct profile *p, struct content *c)
{
	enum rc rc;

	if (x->me->role == ROLE_ADMIN && secrecy_is_secret(x))
		return secret(x, p);
	if ((rc = profile_form_photos(x, p)) != RC_OK)
		return rc;
	if (x->in.v[P_DO].given || x->problems.n > 0) {
		profile_form_change(p, x->in.v[P_DO].s);
		if (x->me->role == ROLE_ADMIN &&
		    (rc = amend_show_live(x, arg_id(x, 0))) != RC_OK)
			return rc;
		return refused(x, p);
	}
	profile_form_tidy(p);
	if ((rc = profile_write(x, p, c)) != RC_OK)
		return rc;
	return x->me->role == ROLE_ENTRY ? enter(x, c) : amend(x, c);
}

/* A new one may have been saved by this form already. */
static enum rc
begin_new(struct ctx *x)
{
	enum rc rc = arg_id(x, 0) == 0 ? begin(x, NULL) : RC_OK;

	return rc == RC_OK ? once_find(x, x->in.v[P_ONCE].s,
	    &x->in.v[P_VERSION]) : rc;
}

enum rc
profile_form_store(struct ctx *x)
{
	const struct profile_kind *kind = profile_form_kind(x);
	enum rc rc = begin_new(x);
	bool new = arg_id(x, 0) == 0;
	struct amendment open;
	struct document d;
	struct content c;

	if (rc == RC_OK && !new && (rc = profile_form_own(x, &d, &open)) == RC_OK)
		kind = d.rev.c.profile->kind;
	if (rc != RC_OK)
		return rc;
	if (!new)
		c = d.rev.c;
	if (!new && x->me->role == ROLE_ADMIN)
		profile_form_files(x, &c);
	if (!new && (rc = begin(x, &c)) != RC_OK)
		return rc;
	if (new && (rc = fresh(x, kind, &c)) != RC_OK)
		return rc;
	return store(x, profile_form_sent(x, kind, false), &c);
}
