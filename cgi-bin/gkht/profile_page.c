/* profile_page.c - showing those forms, and what they made in 内容表. */
#include <string.h>

#include "base/clock.h"
#include "gkht/frame.h"
#include "gkht/image.h"
#include "gkht/once.h"
#include "gkht/pages.h"
#include "gkht/profile.h"
#include "gkht/profile_form.h"
#include "richtext/sanitize.h"
#include "web/message.h"

static const char *
error_of(const struct ctx *x, const char *name)
{
	enum problem what = problem_of(&x->problems, name);

	return what == PROBLEM_NONE ? "" : frame_sentence(x, name, what);
}

static void
part_show(struct ctx *x, struct node *at, const struct profile_part *part,
    const char *value)
{
	const struct profile_field *f = &profile_fields[part->key];

	view_set(at, "Name", f->name);
	view_set(at, "Label", f->label);
	view_set(at, "Hint", part->hint);
	view_set(at, "Value", value);
	view_set(at, "Error", error_of(x, f->name));
	view_flag(at, "Needed", part->needed);
	view_flag(at, "Lines", f->lines);
	view_flag(at, "Role", part->key == PROFILE_ROLE);
	view_flag(at, "Photo", part->key == PROFILE_PHOTO);
	view_int(at, "Max", profile_form_fields[P_VALUES + part->key].limit);
}

static void
roles_show(struct node *at, const char *chosen)
{
	for (int k = 0; profile_roles[k] != NULL; k++) {
		struct node *o = view_item(at, "Roles");

		view_set(o, "Key", profile_roles[k]);
		view_set(o, "Label", profile_role(profile_roles[k]));
		view_flag(o, "On", strcmp(chosen, profile_roles[k]) == 0);
	}
}

static void
person_show(struct ctx *x, const struct profile *p, int k)
{
	struct node *row = view_item(x->page, "Page.People");

	view_int(row, "Number", k + 1);
	view_flag(row, "First", k == 0);
	view_flag(row, "Last", k + 1 == p->n);
	view_set(row, "Who", p->person[k].v[PROFILE_NAME]);
	for (int i = 0; i < p->kind->parts; i++) {
		const struct profile_part *part = &p->kind->part[i];
		struct node *n;

		if (part->key < PROFILE_PERSONS)
			continue;
		n = view_item(row, "Parts");
		part_show(x, n, part, p->person[k].v[part->key]);
		if (part->key == PROFILE_ROLE)
			roles_show(n, p->person[k].v[PROFILE_ROLE]);
	}
}

bool
profile_form_people(const struct profile_kind *kind)
{
	return profile_part(kind, PROFILE_NAME) != NULL;
}

static void
values_show(struct ctx *x, const struct profile *p)
{
	for (int k = 0; k < p->kind->parts; k++)
		if (p->kind->part[k].key < PROFILE_PERSONS)
			part_show(x, view_item(x->page, "Page.Parts"),
			    &p->kind->part[k], p->v[p->kind->part[k].key]);
	view_flag(x->page, "Page.HasPeople", profile_form_people(p->kind));
	view_flag(x->page, "Page.Room", p->n < PROFILE_PEOPLE_MAX);
	for (int k = 0; k < p->n; k++)
		person_show(x, p, k);
}

enum rc
profile_form_page(struct ctx *x, const struct profile *p, int64_t id,
    int64_t version)
{
	struct node *form = view_child(x->page, "Page.Form");

	frame_menu(x, x->me->role == ROLE_ADMIN ? "manage" : "entry");
	view_set(form, "Kind", p->kind->key);
	view_set(form, "Label", p->kind->label);
	view_set(form, "Law", p->kind->law);
	view_int(form, "Id", id);
	view_int(form, "version", version);
	view_flag(form, "Amend", x->me->role == ROLE_ADMIN);
	view_set(x->page, "Page.Kept", id == 0 ? p->kind->key : x->arg[0]);
	view_flag(x->page, "Page.Profiled", 1);
	view_set(form, "note", x->req->method == POST ?
	    x->in.v[P_NOTE].raw : "");
	once_show(x, x->in.fields == profile_form_fields ?
	    x->in.v[P_ONCE].s : "");
	view_set(form, "Accepted", ".jpg,.jpeg,.png");
	values_show(x, p);
	return show(x, "gkht/profile.cs");
}

static void
missing_show(void *arg, const char *name)
{
	struct node *n = view_item(arg, "Missing");

	view_set(n, "Name", name);
	view_set(n, "Label", message_field(name));
}

void
profile_show(struct ctx *x, const struct document *d)
{
	struct node *at = view_child(x->page, "Page.Profile");
	const struct profile *p = d->rev.c.profile;

	if (p == NULL)
		return;
	view_flag(x->page, "Page.Profile", 1);
	view_set(at, "Key", p->kind->key);
	view_set(at, "Label", p->kind->label);
	view_set(at, "Law", p->kind->law);
	view_int(at, "Id", d->id);
	view_html(at, "BodyHtml", sanitize_rebase(sanitize_present(
	    d->rev.c.body, x->mem), OFFICE_IMAGES, x->mem));
	profile_missing(p, missing_show, at);
}

void
profile_offer(struct ctx *x)
{
	for (int k = 0; k < profile_kinds_n; k++) {
		struct node *n = view_item(x->page, "Page.Forms");

		view_set(n, "Key", profile_kinds[k].key);
		view_set(n, "Label", profile_kinds[k].label);
	}
}
