/* handover.c - 移交: what the person before left open on an account. */
#include "core/handover.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"

enum { H_PICK, H_COPIES, H_ALL };

const struct field handover_fields[] = {
	[H_PICK] = { "pick", KIND_ID, MANY, 0, NULL },
	[H_COPIES] = { "copies", KIND_FLAG, 0, 0, NULL },
	[H_ALL] = { "all", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

static void
items_show(struct ctx *x, const char *name, const struct handover_items *all)
{
	for (int i = 0; i < all->n; i++) {
		const struct handover_item *k = &all->v[i];
		struct node *n = view_item(x->page, name);

		view_int(n, "Id", k->id);
		view_set(n, "Title", k->title);
		view_set(n, "Person", k->person);
		view_set(n, "Returned", k->returned);
		rows_when(n, "When", k->when, x->mem);
	}
}

enum rc
handover_show(struct ctx *x)
{
	struct handover_items documents, copies;
	struct user u;
	enum rc rc;

	if ((rc = handover_list(x->db, &x->actor, arg_id(x, 0), &documents,
	    &copies, x->mem)) != RC_OK ||
	    (rc = user_get(x->db, arg_id(x, 0), &u, x->mem)) != RC_OK)
		return rc;
	frame_menu(x, "users");
	view_int(x->page, "Page.User.Id", u.id);
	view_set(x->page, "Page.User.Login", u.login);
	view_set(x->page, "Page.User.Name", u.name);
	view_flag(x->page, "Page.User.Initial", u.initial);
	items_show(x, "Page.Documents", &documents);
	items_show(x, "Page.Copies", &copies);
	view_int(x->page, "Page.CopyCount", copies.n);
	view_flag(x->page, "Page.Many", documents.n == HANDOVER_MAX);
	return show(x, "gkht/handover.cs");
}

/* The chosen documents, or with `all` what the page lists. */
static enum rc
picked(struct ctx *x, int64_t **id, int *n)
{
	const struct value *v = &x->in.v[H_PICK];
	struct handover_items documents, copies;
	bool all = x->in.v[H_ALL].given;
	enum rc rc = RC_OK;

	documents.n = 0;
	if (all)
		rc = handover_list(x->db, &x->actor, arg_id(x, 0), &documents,
		    &copies, x->mem);
	if (rc != RC_OK)
		return rc;
	*n = all ? documents.n : v->n;
	*id = arena_calloc(x->mem, (size_t)*n + 1, sizeof(**id));
	for (int k = 0; k < *n; k++)
		(*id)[k] = all ? documents.v[k].id : v->many[k].i;
	return RC_OK;
}

enum rc
handover_do(struct ctx *x)
{
	bool copies = x->in.v[H_COPIES].given || x->in.v[H_ALL].given;
	int64_t *id;
	int n, done;
	enum rc rc;

	if ((rc = picked(x, &id, &n)) != RC_OK)
		return rc;
	if (n == 0 && !copies)
		return refuse(x, "pick", PROBLEM_MISSING);
	if ((rc = handover_run(x->db, &x->actor, arg_id(x, 0), n, id, copies,
	    &done, x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/users?done=handover&count=%d", done);
}
