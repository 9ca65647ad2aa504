/* profile.c - see profile.h. */
#include <string.h>

#include "core/profiles.h"
#include "portal/ld.h"
#include "portal/profile.h"
#include "portal/rows.h"

/* Each line as an item of that name. */
static void
lines_show(struct node *at, const char *name, const char *text,
    struct arena *m)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		if (n > 0)
			view_set(view_item(at, name), "Text",
			    arena_strndup(m, text, n));
		text += n + (text[n] == '\n');
	}
}

static void
value_show(struct ctx *x, struct node *at, const struct profile *p,
    enum profile_key key)
{
	const struct profile_field *f = &profile_fields[key];
	struct node *row;

	if (*p->v[key] == '\0')
		return;
	row = view_item(at, f->lines ? "Sections" : "Facts");
	view_set(row, "Label", f->label);
	if (f->lines)
		lines_show(row, "Lines", p->v[key], x->mem);
	else
		view_set(row, "Value", p->v[key]);
}

static void
person_show(struct ctx *x, struct node *at, const struct profile_person *who)
{
	struct node *row = view_item(at, "People");

	view_set(row, "Name", who->v[PROFILE_NAME]);
	view_set(row, "Post", who->v[PROFILE_OFFICE]);
	view_set(row, "Role", profile_role(who->v[PROFILE_ROLE]));
	view_set(row, "Call", who->v[PROFILE_CALL]);
	view_set(row, "Mail", who->v[PROFILE_MAIL]);
	view_set(row, "Photo", who->v[PROFILE_PHOTO]);
	lines_show(row, "Task", who->v[PROFILE_TASK], x->mem);
	lines_show(row, "Cv", who->v[PROFILE_CV], x->mem);
	if (*who->v[PROFILE_MAIL] != '\0')
		view_flag(at, "Mails", 1);
}

enum rc
profile_fill(struct ctx *x, const struct unit *u, const char *category)
{
	const struct profile_kind *kind = profile_of_category(category);
	struct node *at = view_child(x->page, "Page.Profile");
	struct profile_page page;
	enum rc rc;

	if (kind == NULL || u->id == 0)
		return RC_OK;
	rc = profile_public(x->db, u->id, kind, &page, x->mem);
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	view_flag(x->page, "Page.Profile", 1);
	view_set(at, "Key", kind->key);
	view_set(at, "Doc", page.path + strlen("/doc/"));
	view_set(at, "Title", page.title);
	view_set(at, "Updated", rows_day(x->mem, page.published));
	if (strcmp(page.checked, page.published) > 0)
		view_set(at, "Checked", rows_day(x->mem, page.checked));
	for (int k = 0; k < kind->parts; k++)
		if (kind->part[k].key < PROFILE_PERSONS)
			value_show(x, at, page.p, kind->part[k].key);
	for (int k = 0; k < page.p->n; k++)
		person_show(x, at, &page.p->person[k]);
	ld_profile(x, u, page.p);
	return RC_OK;
}

enum rc
profile_leaders(struct ctx *x, const struct unit *u)
{
	struct profile_page page;
	enum rc rc = profile_public(x->db, u->id, profile_kind("leaders"),
	    &page, x->mem);

	for (int k = 0; rc == RC_OK && k < page.p->n; k++) {
		struct node *row = view_item(x->page, "Page.Leaders");

		view_set(row, "Name", page.p->person[k].v[PROFILE_NAME]);
		view_set(row, "Post", page.p->person[k].v[PROFILE_OFFICE]);
	}
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}
