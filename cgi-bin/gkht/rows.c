/* rows.c - see rows.h. */
#include <string.h>

#include "core/bulk.h"
#include "core/category.h"
#include "core/plan.h"
#include "core/review.h"
#include "gkht/light.h"
#include "gkht/rows.h"
#include "web/message.h"

static const char *const states[] = {
	"draft", "returned", "submitted", "approved", "published",
	"withdrawn", "expired", "deleted", NULL
};
/* By enum document_order. */
static const char *const orders[] = {
	"modified", "modified-up", "made", "made-up", "published",
	"published-up", "index", "index-up", NULL
};
static const char *const sizes[] = { "20", "50", "100", NULL };
static const char *const deeds[] = {
	"save", "submit", "discard", "approve", "return", "publish",
	"withdraw", "expire", "repeal", "delete", "amend", "password", "purge",
	"plan", "unplan",
	NULL
};

const struct field rows_fields[] = {
	[R_Q] = { "q", KIND_LINE, 0, 100, NULL },
	[R_CATEGORY] = { "category", KIND_ID, 0, 0, NULL },
	[R_STATE] = { "state", KIND_CHOICE, 0, 0, states },
	[R_FROM] = { "from", KIND_DATE, 0, 0, NULL },
	[R_TO] = { "to", KIND_DATE, 0, 0, NULL },
	[R_AFTER] = { "after", KIND_LINE, 0, 30, NULL },
	[R_AFTER_ID] = { "after_id", KIND_ID, 0, 0, NULL },
	[R_SORT] = { "sort", KIND_CHOICE, 0, 0, orders },
	[R_ROWS] = { "rows", KIND_CHOICE, 0, 0, sizes },
	[R_ON] = { "on", KIND_ID, 0, 0, NULL },
	[R_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	[R_COUNT] = { "count", KIND_NUMBER, 0, 200, NULL },
	{ 0 }
};

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

static bool
one_state(struct document_filter *f, const struct rows_kind *kind,
    const char *key)
{
	enum state wanted = state_of_key(key);

	f->returned_only = strcmp(key, "returned") == 0;
	if (f->returned_only)
		wanted = STATE_DRAFT;
	for (int i = 0; kind->states[i] != STATE_NONE; i++)
		if (kind->states[i] == wanted) {
			f->states[0] = wanted;
			f->states[1] = STATE_NONE;
			return true;
		}
	f->returned_only = false;
	return false;
}

static const char *
given(const struct value *v)
{
	return v->given && *v->s != '\0' ? v->s : NULL;
}

struct document_filter
rows_filter(struct ctx *x, const struct rows_kind *kind)
{
	struct document_filter f = { .unit = x->me->unit, .max = 20 };
	struct value *v = x->in.v;

	memcpy(f.states, kind->states, sizeof(f.states));
	if (x->route->fields != rows_fields)
		return f;
	if (v[R_STATE].i >= 0 && v[R_STATE].given)
		one_state(&f, kind, states[v[R_STATE].i]);
	f.q = given(&v[R_Q]);
	f.category = v[R_CATEGORY].given ? v[R_CATEGORY].i : 0;
	f.from = given(&v[R_FROM]);
	f.to = given(&v[R_TO]);
	if (v[R_SORT].given && v[R_SORT].i >= 0)
		f.order = (enum document_order)v[R_SORT].i;
	f.after = given(&v[R_AFTER]);
	f.after_id = v[R_AFTER_ID].given ? v[R_AFTER_ID].i : 0;
	if (v[R_ROWS].given && v[R_ROWS].i >= 0)
		f.max = v[R_ROWS].i == 0 ? 20 : v[R_ROWS].i == 1 ? 50 : 100;
	return f;
}

/* The query as it was, without its place, ready to append "&after=". */
static const char *
query_of(struct ctx *x, int skip)
{
	struct buf b = buf_new(x->mem);

	for (int i = R_Q; i <= R_ROWS; i++) {
		if (i == skip || i == R_AFTER || i == R_AFTER_ID ||
		    !x->in.v[i].given)
			continue;
		buf_printf(&b, "%s%s=%s", b.n > 0 ? "&" : "",
		    rows_fields[i].name,
		    url_encode(x->mem, x->in.v[i].raw));
	}
	return b.n > 0 ? b.s : "";
}

/* A column head leads to its order, or turns it round. */
static void
sort_show(struct ctx *x, const struct document_filter *f)
{
	static const char *const names[] = {
		"Modified", "Made", "Published", "Index"
	};
	const char *query = query_of(x, R_SORT);

	for (int k = 0; k < LIST__MAX; k += 2) {
		struct node *n = view_child(view_child(x->page, "Page.Sort"),
		    names[k / 2]);
		bool down = (int)f->order == k, up = (int)f->order == k + 1;

		view_set(n, "Query", arena_printf(x->mem, "%s%ssort=%s", query,
		    *query != '\0' ? "&" : "", orders[down ? k + 1 : k]));
		if (down || up)
			view_set(n, "Aria", down ? "descending" : "ascending");
	}
	view_set(x->page, "Page.Filter.Sort",
	    f->order != LIST_MODIFIED ? orders[f->order] : "");
}

static void
filter_show(struct ctx *x, const struct document_filter *f)
{
	struct node *at = view_child(x->page, "Page.Filter");
	struct value *v = x->in.v;

	view_int(at, "Rows", f->max);
	view_set(at, "State", "");
	if (x->route->fields != rows_fields)
		return;
	sort_show(x, f);
	view_set(at, "Q", v[R_Q].raw);
	view_set(at, "State", v[R_STATE].raw);
	view_set(at, "From", v[R_FROM].raw);
	view_set(at, "To", v[R_TO].raw);
	view_set(at, "RowsQuery", query_of(x, R_ROWS));
	view_set(at, "Query", query_of(x, -1));
	view_flag(at, "Narrow", f->q != NULL || f->category != 0 ||
	    f->from != NULL || f->to != NULL);
	view_flag(at, "Later", f->after_id != 0);
	view_set(x->page, "Page.Done", v[R_DONE].raw);
	view_int(x->page, "Page.DoneCount",
	    v[R_COUNT].given ? v[R_COUNT].i : 1);
}

static void
next_page(struct ctx *x, const struct document_rows *rows)
{
	const char *query = x->route->fields == rows_fields ?
	    query_of(x, -1) : "";

	if (rows->next_id == 0)
		return;
	view_set(x->page, "Page.Next", arena_printf(x->mem,
	    "%s%safter=%s&after_id=%lld", query, *query != '\0' ? "&" : "",
	    url_encode(x->mem, rows->next),
	    (long long)rows->next_id));
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

enum rc
rows_fill(struct ctx *x, const struct rows_kind *kind)
{
	struct document_filter f = rows_filter(x, kind);
	struct document_rows rows;
	struct calendar *c;
	int64_t on = 0;
	enum rc rc;

	if ((rc = document_list(x->db, &f, &rows, x->mem)) != RC_OK ||
	    (rc = calendar_load(x->db, &c, x->mem)) != RC_OK ||
	    (rc = rows_categories(x, "Page.Categories", 1, &f.category))
	    != RC_OK)
		return rc;
	if (x->route->fields == rows_fields && x->in.v[R_ON].given)
		on = x->in.v[R_ON].i;
	view_set(x->page, "Page.List", kind->path);
	filter_show(x, &f);
	for (int i = 0; i < rows.n; i++) {
		struct node *row = row_fill(x, &rows.v[i], c, on);

		if (kind->seen &&
		    (rc = row_seen(x, row, &rows.v[i])) != RC_OK)
			return rc;
		if (kind->bulks && (rc = row_bulk(x, row, rows.v[i].id))
		    != RC_OK)
			return rc;
		if (kind->plans && (rc = rows_plan(x, row, rows.v[i].id))
		    != RC_OK)
			return rc;
	}
	view_int(x->page, "Page.RowCount", rows.n);
	next_page(x, &rows);
	return RC_OK;
}
