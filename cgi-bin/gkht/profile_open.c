/* profile_open.c - those forms opened: new ones, stored ones, what was kept of
 * them while it was typed, and both sides where somebody else was faster. */
#include <string.h>

#include "core/profiles.h"
#include "core/unit.h"
#include "gkht/amend.h"
#include "gkht/copy.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/moved.h"
#include "gkht/pages.h"
#include "gkht/profile.h"
#include "gkht/profile_form.h"

enum { S_KIND, S_CHECK, S_COPY };
const struct field profile_show_fields[] = {
	[S_KIND] = { "kind", KIND_CHOICE, 0, 0, profile_form_kinds },
	[S_CHECK] = { "check", KIND_FLAG, 0, 0, NULL },
	[S_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	{ 0 }
};

/* Of a new one; without a word the 公开指南. */
const struct profile_kind *
profile_form_kind(struct ctx *x)
{
	const struct value *v = &x->in.v[x->req->method == POST ? P_KIND :
	    S_KIND];

	return profile_kind(v->given ? v->s : "guide");
}

/* What the list of units knows already. */
static enum rc
known(struct ctx *x, const struct profile_kind *kind, struct profile **out)
{
	struct profile *p = profile_new(kind, 3, x->mem);
	struct unit u;
	enum rc rc = unit_get(x->db, x->me->unit, &u, x->mem);

	if (rc != RC_OK)
		return rc;
	p->v[PROFILE_ORGAN] = u.name;
	p->v[PROFILE_ADDRESS] = u.address;
	p->v[PROFILE_POSTCODE] = u.postcode;
	p->v[PROFILE_HOURS] = u.hours;
	p->v[PROFILE_PHONE] = u.phone;
	p->v[PROFILE_FAX] = u.fax;
	p->v[PROFILE_INTERNET] = u.email;
	p->v[PROFILE_DUTIES] = u.duties;
	p->n = !profile_form_people(kind) ? 0 :
	    profile_part(kind, PROFILE_ROLE) != NULL ? 3 : 1;
	for (int k = 0; k < p->n && p->n == 3; k++)
		p->person[k].v[PROFILE_ROLE] = profile_roles[k];
	*out = p;
	return RC_OK;
}

void
profile_form_lacking(void *arg, const char *name)
{
	struct ctx *x = arg;

	problem_add(&x->problems, name, PROBLEM_MISSING);
}

enum rc
profile_form_own(struct ctx *x, struct document *d, struct amendment *open)
{
	enum rc rc = amend_base(x, arg_id(x, 0), d, open);

	if (rc != RC_OK)
		return rc;
	return d->rev.c.profile != NULL ? RC_OK : RC_NOT_FOUND;
}

static enum rc
files_show(struct ctx *x, struct content *c)
{
	if (x->req->method == POST)
		profile_form_files(x, c);
	for (int k = 0; k < c->n_attachments; k++) {
		struct upload u;
		struct node *at;
		enum rc rc = upload_get(x->db, x->me->unit, c->attachment[k],
		    &u, x->mem);

		if (rc != RC_OK)
			return rc;
		at = view_item(x->page, "Page.Form.Attachments");
		view_int(at, "Id", u.id);
		view_set(at, "Name", u.name);
	}
	return RC_OK;
}

enum rc
profile_form_whole(struct ctx *x, const struct profile *p, int64_t version)
{
	struct amendment a;
	struct document d;
	enum rc rc;

	if (x->me->role == ROLE_ADMIN &&
	    ((rc = amend_base(x, arg_id(x, 0), &d, &a)) != RC_OK ||
	    (rc = amend_state_show(x, &a)) != RC_OK ||
	    (rc = files_show(x, &d.rev.c)) != RC_OK ||
	    (rc = secrecy_show(x, d.id, d.rev.id,
	    x->in.fields == profile_form_fields)) != RC_OK))
		return rc;
	return profile_form_page(x, p, arg_id(x, 0), version);
}

/* Both texts side by side, where the document moved on meanwhile. */
static enum rc
conflict(struct ctx *x, const struct document *d, const struct profile *p)
{
	struct content mine = d->rev.c;
	enum rc rc = profile_write(x, p, &mine);

	return rc == RC_OK ? content_conflict(x, d->id, &mine) : rc;
}

/* What was kept while it was typed; d NULL: of a new one. */
static enum rc
restored(struct ctx *x, const struct working_copy *w,
    const struct profile_kind *kind, const struct document *d)
{
	int64_t version = w->base;
	enum rc rc;

	if ((rc = copy_unpack(x, w)) != RC_OK)
		return rc;
	if (d != NULL && d->version != version) {
		if ((rc = conflict(x, d, profile_form_sent(x, kind, false)))
		    != RC_OK)
			return rc;
		version = d->version;
	}
	if (x->me->role == ROLE_ADMIN && (rc = amend_show_live(x, w->document))
	    != RC_OK)
		return rc;
	rc = profile_form_whole(x, profile_form_sent(x, kind, true), version);
	view_set(x->page, "Page.Form.note", x->in.v[P_NOTE].raw);
	copy_show(x, w);
	return rc;
}

/* Begins as what is public now. */
static enum rc
new_form(struct ctx *x, const struct profile_kind *kind)
{
	struct profile *p;
	struct document d;
	int64_t id;
	enum rc rc = profile_live(x->db, x->me->unit, kind, &id);

	if (rc == RC_NOT_FOUND) {
		rc = known(x, kind, &p);
		return rc == RC_OK ? profile_form_page(x, p, 0, 0) : rc;
	}
	if (rc != RC_OK || (rc = document_get(x->db, x->me->unit, id, &d,
	    x->mem)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Form.From", d.path + strlen("/doc/"));
	return profile_form_page(x, d.rev.c.profile, 0, 0);
}

/* One that is on its way is gone on with. */
static enum rc
new_show(struct ctx *x, const struct profile_kind *kind)
{
	const char *token = x->in.v[S_COPY].s;
	struct working_copy w;
	struct document d;
	int64_t id;
	enum rc rc = profile_coming(x->db, x->me->unit, kind, &id);

	if (rc == RC_OK && *token == '\0')
		return (rc = document_get(x->db, x->me->unit, id, &d, x->mem))
		    != RC_OK ? rc : go(x, "/gkht/%s/%lld", d.state ==
		    STATE_DRAFT ? "profile" : "entry", (long long)id);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	rc = copy_find(x, arena_printf(x->mem, "profile/%s", kind->key),
	    token, &w);
	if (rc == RC_NOT_FOUND)
		return new_form(x, kind);
	return rc == RC_OK ? restored(x, &w, kind, NULL) : rc;
}

enum rc
profile_new_show(struct ctx *x)
{
	return new_show(x, profile_form_kind(x));
}

static enum rc
stored_show(struct ctx *x, const struct document *d,
    const struct amendment *a)
{
	enum rc rc;

	if (x->in.v[S_CHECK].given) {
		profile_missing(d->rev.c.profile, profile_form_lacking, x);
		view_flag(x->page, "Page.Saved", 1);
	}
	if (x->me->role == ROLE_ADMIN && (rc = examine_show(x,
	    view_child(x->page, "Page.Exam"), d)) != RC_OK)
		return rc;
	if (a->id != 0 && a->version != d->version &&
	    (rc = moved_show(x, d)) != RC_OK)
		return rc;
	rc = profile_form_whole(x, d->rev.c.profile, d->version);
	if (a->id != 0)
		view_set(x->page, "Page.Form.note", a->note);
	if (x->problems.n > 0)
		frame_problems(x);
	x->reply.status = 200;
	return rc;
}

enum rc
profile_form_show(struct ctx *x)
{
	const struct profile_kind *kind = profile_kind(x->arg[0]);
	struct working_copy w;
	struct amendment a;
	struct document d;
	enum rc rc;

	if (kind != NULL && x->me->role == ROLE_ENTRY)
		return new_show(x, kind);
	if ((rc = profile_form_own(x, &d, &a)) != RC_OK)
		return rc;
	if (!workflow_writable(d.state, x->me->role))
		return go(x, "/gkht/document/%lld", (long long)d.id);
	rc = x->in.v[S_CHECK].given ? RC_NOT_FOUND : copy_find(x,
	    arena_printf(x->mem, "profile/%lld", (long long)d.id),
	    x->in.v[S_COPY].s, &w);
	if (rc == RC_NOT_FOUND)
		return stored_show(x, &d, &a);
	return rc == RC_OK ? restored(x, &w, d.rev.c.profile->kind, &d) : rc;
}

/* With all that was typed.  After a conflict the version is the stored one,
 * so that saving once more is a decision. */
enum rc
profile_form_again(struct ctx *x)
{
	const struct profile_kind *kind = profile_form_kind(x);
	int64_t version = x->in.v[P_VERSION].i, id = arg_id(x, 0);
	struct amendment open;
	struct document d;
	enum rc rc;

	if (id != 0) {
		if ((rc = profile_form_own(x, &d, &open)) != RC_OK)
			return rc;
		kind = d.rev.c.profile->kind;
	}
	copy_echo(x, &x->in.v[P_COPY], &x->in.v[P_SERIAL]);
	if (x->reply.status == 409 && id != 0) {
		if ((rc = conflict(x, &d, profile_form_sent(x, kind, false)))
		    != RC_OK)
			return rc;
		version = d.version;
	}
	if (x->me->role == ROLE_ADMIN && (rc = amend_show_live(x, id))
	    != RC_OK)
		return rc;
	return profile_form_whole(x, profile_form_sent(x, kind, true), version);
}
