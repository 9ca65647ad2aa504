/* rows.c - see rows.h. */
#include <string.h>

#include "core/bulk.h"
#include "core/category.h"
#include "core/plan.h"
#include "core/review.h"
#include "gkht/filter.h"
#include "gkht/light.h"
#include "gkht/rows.h"
#include "gkht/way.h"
#include "web/message.h"

static const char *const tags[STATE__MAX] = {
	[STATE_NONE] = "",
	[STATE_DRAFT] = "tag-draft",
	[STATE_SUBMITTED] = "tag-wait",
	[STATE_APPROVED] = "tag-next",
	[STATE_PUBLISHED] = "tag-ok",
	[STATE_WITHDRAWN] = "tag-off",
	[STATE_EXPIRED] = "tag-old",
	[STATE_DELETED] = "tag-del",
};

static const char *const buttons[ACTION__MAX] = {
	[ACTION_NONE] = "None",
	[ACTION_EDIT] = "Edit", [ACTION_SUBMIT] = "Submit",
	[ACTION_DISCARD] = "Discard", [ACTION_APPROVE] = "Approve",
	[ACTION_RETURN] = "Return", [ACTION_PUBLISH] = "Publish",
	[ACTION_WITHDRAW] = "Withdraw", [ACTION_EXPIRE] = "Expire",
	[ACTION_REPEAL] = "Repeal",
	[ACTION_DELETE] = "Delete", [ACTION_AMEND] = "Amend",
};

#define DAY_LENGTH	10	/* 2026-10-22 */

void
rows_tag(struct node *at, enum state state, const char *returned)
{
	bool back = state == STATE_DRAFT && *returned != '\0';

	view_set(at, "State", back ? "returned" : state_key(state));
	view_set(at, "Class", back ? "tag-no" : tags[state]);
	view_set(at, "StateText", message_state(state));
}

void
rows_repealed(struct node *at, bool repealed)
{
	if (!repealed)
		return;
	view_set(at, "Class", "tag-off");
	view_set(at, "StateText", message_action(ACTION_REPEAL));
}

void
rows_when(struct node *at, const char *name, const char *stored,
    struct arena *m)
{
	struct node *when = view_child(at, name);
	const char *local = clock_show(m, stored);
	const char *today = day_text(m, clock_today());
	const char *before = day_text(m, clock_today() - 1);

	if (strlen(local) <= DAY_LENGTH)
		return;
	if (strncmp(local, today, DAY_LENGTH) == 0)
		view_set(when, "Kind", "today");
	else if (strncmp(local, before, DAY_LENGTH) == 0)
		view_set(when, "Kind", "yesterday");
	else if (strncmp(local, today, 4) == 0)
		view_set(when, "Kind", "year");
	else
		view_set(when, "Kind", "full");
	view_set(when, "Full", local);
	view_set(when, "Date", arena_strndup(m, local, DAY_LENGTH));
	view_set(when, "Short", local + strlen("2026-"));
	view_set(when, "Time", local + DAY_LENGTH + 1);
}

const char *
rows_can(enum action a)
{
	return buttons[a];
}

/* The buttons of a row come from the workflow table. */
static void
row_buttons(struct node *row, const struct document_row *d, enum role role)
{
	struct node *can = view_child(row, "Can");
	const struct move *moves[ACTION__MAX];
	int n = workflow_list(d->state, role, moves, ACTION__MAX);

	for (int i = 0; i < n; i++)
		if (moves[i]->action != ACTION_REPEAL || !d->repealed)
			view_flag(can, rows_can(moves[i]->action), 1);
}

static struct node *
row_fill(struct ctx *x, const struct document_row *d,
    const struct calendar *c, int64_t on)
{
	struct node *row = view_item(x->page, "Page.Rows");
	struct light_facts facts = { d->made_on, d->openness, d->published,
	    d->state };

	view_int(row, "Id", d->id);
	view_int(row, "Version", d->version);
	view_set(row, "Title", d->title);
	view_set(row, "DocNo", d->doc_no);
	view_set(row, "MadeOn", d->made_on);
	view_set(row, "Category", d->category);
	view_set(row, "Openness", d->openness);
	view_set(row, "IndexNo", d->index_no);
	view_set(row, "Returned", d->returned);
	view_set(row, "Reason", d->reason);
	view_set(row, "By", d->entered_login);
	view_set(row, "Person", d->person);
	view_flag(row, "On", d->id == on);
	rows_tag(row, d->state, d->returned);
	rows_repealed(row, d->repealed);
	rows_when(row, "Modified", d->modified, x->mem);
	rows_when(row, "Published", d->published, x->mem);
	light_fill(row, "Light", c, &facts, x->mem);
	row_buttons(row, d, x->me->role);
	return row;
}

enum rc
rows_plan(struct ctx *x, struct node *row, int64_t document)
{
	struct node *at = view_child(row, "Plan");
	struct plan p;
	enum rc rc = plan_get(x->db, document, &p, x->mem);
	const char *due;

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	due = clock_show(x->mem, p.due);
	view_set(at, "Due", due);
	view_set(at, "Day", arena_strndup(x->mem, due, DAY_LENGTH));
	view_set(at, "Time", due + DAY_LENGTH + 1);
	view_set(at, "By", p.login);
	view_set(at, "Failed", p.failed);
	return RC_OK;
}

static enum rc
row_seen(struct ctx *x, struct node *row, const struct document_row *d)
{
	bool seen;
	enum rc rc = review_seen(x->db, x->me->id, d->id, d->version, &seen);

	view_flag(row, "Seen", rc == RC_OK && seen);
	return rc;
}

/* From which bulk it came, and which row of it. */
static enum rc
row_bulk(struct ctx *x, struct node *row, int64_t document)
{
	int64_t bulk, number;
	enum rc rc = bulk_of(x->db, document, &bulk, &number);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	view_int(row, "Bulk", bulk);
	view_int(row, "BulkRow", number);
	return RC_OK;
}

enum rc
rows_categories(struct ctx *x, const char *name, int n,
    const int64_t *chosen)
{
	struct categories all;
	enum rc rc;

	if ((rc = category_list(x->db, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *c = view_item(x->page, name);
		bool on = false;

		for (int k = 0; k < n; k++)
			on |= chosen[k] == all.v[i].id;
		view_int(c, "Id", all.v[i].id);
		view_set(c, "Name", all.v[i].name);
		view_set(c, "Basis", all.v[i].basis);
		view_int(c, "Depth", all.v[i].depth);
		view_flag(c, "Leaf", all.v[i].leaf);
		view_flag(c, "On", on);
	}
	return RC_OK;
}

/* What a kind of list tells of a row besides. */
static enum rc
row_more(struct ctx *x, const struct rows_kind *kind, struct node *row,
    const struct document_row *d)
{
	enum rc rc = RC_OK;

	if (kind->seen)
		rc = row_seen(x, row, d);
	if (rc == RC_OK && kind->bulks)
		rc = row_bulk(x, row, d->id);
	if (rc == RC_OK && kind->plans)
		rc = rows_plan(x, row, d->id);
	return rc;
}

enum rc
rows_fill(struct ctx *x, const struct rows_kind *kind)
{
	struct document_filter f = filter_read(x, kind);
	struct document_rows rows;
	struct calendar *c;
	int64_t on = 0;
	enum rc rc;

	if ((rc = document_list(x->db, &f, &rows, x->mem)) != RC_OK ||
	    (rc = calendar_load(x->db, &c, x->mem)) != RC_OK ||
	    (rc = rows_categories(x, "Page.Categories", 1, &f.category))
	    != RC_OK)
		return rc;
	if (filter_asked(x) && x->in.v[R_ON].given)
		on = x->in.v[R_ON].i;
	view_set(x->page, "Page.List", kind->path);
	way_show(x, filter_asked(x) ? filter_place(x) : way_of(x));
	if ((rc = filter_show(x, kind, &f, &rows)) != RC_OK)
		return rc;
	for (int i = 0; i < rows.n; i++)
		if ((rc = row_more(x, kind, row_fill(x, &rows.v[i], c, on),
		    &rows.v[i])) != RC_OK)
			return rc;
	view_int(x->page, "Page.RowCount", rows.n);
	return RC_OK;
}
