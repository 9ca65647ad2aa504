/* bulk.c - 批量导入: the unit's bulks, the report of one, and what its clerk
 * decides. */
#include <string.h>

#include "base/secret.h"
#include "base/text.h"
#include "core/csv_write.h"
#include "core/list.h"
#include "gkht/bulk.h"
#include "gkht/content.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"
#include "web/message.h"
#include "web/message_bulk.h"

#define BULKS	 20	/* a page */
#define ROWS	 100
#define ASLEEP	 90	/* seconds after which the worker seems to be gone */

static const char *const shows[] = {
	"all", "bad", "good", "imported", "kept", "undone", NULL
};
static const char *const acts[] = { "import", "drop", "undo", NULL };

enum { L_BEFORE };
const struct field bulk_list_fields[] = {
	[L_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};
enum { O_SHOW, O_AFTER };
const struct field bulk_one_fields[] = {
	[O_SHOW] = { "show", KIND_CHOICE, 0, 0, shows },
	[O_AFTER] = { "after", KIND_ID, 0, 0, NULL },
	{ 0 }
};
enum { D_ACT };
const struct field bulk_decide_fields[] = {
	[D_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	{ 0 }
};

static bool
is_under_way(enum bulk_state s)
{
	return s == BULK_UNPACKING || s == BULK_CHECKING ||
	    s == BULK_IMPORTING || s == BULK_UNDOING;
}

/* How far what is under way has got. */
static int64_t
done_of(const struct bulk *b)
{
	switch (b->state) {
	case BULK_CHECKING:
		return b->rows - b->in[BULK_ROW_WAITING];
	case BULK_IMPORTING:
		return b->in[BULK_ROW_IMPORTED];
	case BULK_UNDOING:
		return b->in[BULK_ROW_UNDONE] + b->in[BULK_ROW_KEPT];
	default:
		return 0;
	}
}

static int64_t
goal_of(const struct bulk *b)
{
	switch (b->state) {
	case BULK_IMPORTING:
		return b->in[BULK_ROW_IMPORTED] + b->in[BULK_ROW_GOOD];
	case BULK_UNDOING:
		return b->in[BULK_ROW_UNDONE] + b->in[BULK_ROW_KEPT] +
		    b->in[BULK_ROW_IMPORTED];
	default:
		return b->rows;
	}
}

static void
fill(struct ctx *x, struct node *at, const struct bulk *b)
{
	int64_t touched = 0;

	view_int(at, "Id", b->id);
	view_set(at, "Name", b->name);
	view_set(at, "State", bulk_state_key(b->state));
	view_set(at, "Login", b->login);
	rows_when(at, "Created", b->created, x->mem);
	view_int(at, "Rows", b->rows);
	view_int(at, "Waiting", b->in[BULK_ROW_WAITING]);
	view_int(at, "Good", b->in[BULK_ROW_GOOD]);
	view_int(at, "Bad", b->in[BULK_ROW_BAD]);
	view_int(at, "Imported", b->in[BULK_ROW_IMPORTED]);
	view_int(at, "Kept", b->in[BULK_ROW_KEPT]);
	view_int(at, "Undone", b->in[BULK_ROW_UNDONE]);
	view_int(at, "Unused", b->unused);
	view_flag(at, "Busy", is_under_way(b->state));
	view_int(at, "Done", done_of(b));
	view_int(at, "Goal", goal_of(b));
	view_flag(at, "Asleep", is_under_way(b->state) &&
	    clock_parse(b->touched, &touched) &&
	    clock_now() - touched > ASLEEP);
	if (b->problem != PROBLEM_NONE)
		view_set(at, "Problem", message_problem(x->mem, b->problem,
		    0));
}

/* The list, with the form for another one. */
enum rc
bulk_page(struct ctx *x)
{
	int64_t before = x->in.fields == bulk_list_fields ?
	    x->in.v[L_BEFORE].i : 0;
	struct bulks all;
	enum rc rc = bulk_list(x->db, x->me->unit, before, BULKS + 1, &all,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	frame_menu(x, "entry");
	view_set(x->page, "Page.MaxText", text_size(x->mem,
	    x->conf->upload_max));
	view_flag(x->page, "Page.Later", before > 0);
	view_set(x->page, "Page.Once", secret_token(x->mem));
	for (int k = 0; k < all.n && k < BULKS; k++)
		fill(x, view_item(x->page, "Page.Bulks"), &all.v[k]);
	if (all.n > BULKS)
		view_int(x->page, "Page.Before", all.v[BULKS - 1].id);
	view_flag(x->page, "Page.Sends", 1);
	return show(x, "gkht/bulks.cs");
}

static int64_t
limit_of(const char *field)
{
	for (const struct field *f = content_fields; f->name != NULL; f++)
		if (strcmp(f->name, field) == 0)
			return f->limit;
	return 0;
}

/* What is said of a row, a line each. */
struct lines { int n; struct { const char *text; bool bad; } *v; };

static void
line(struct lines *l, const char *text, bool bad, struct arena *m)
{
	list_add(l, m)->text = text;
	l->v[l->n - 1].bad = bad;
}

static bool
is_lack(const struct bulk_note *n)
{
	return !n->bad && n->what != PROBLEM_BULK_ALIKE &&
	    n->what != PROBLEM_BULK_READ &&
	    n->what != PROBLEM_BULK_WORD_TWICE;
}

static void
lines_of(struct ctx *x, const struct bulk_row *r, struct lines *out)
{
	struct buf lacks = buf_new(x->mem);
	struct arena *m = x->mem;

	for (int k = 0; k < r->notes.n; k++) {
		const struct bulk_note *n = &r->notes.v[k];

		if (is_lack(n))
			buf_printf(&lacks, "%s%s", lacks.n > 0 ? "、" : "",
			    message_field(n->field));
		else
			line(out, message_bulk_note(m, n->field, n->what,
			    limit_of(n->field), n->detail), n->bad, m);
	}
	if (lacks.n > 0)
		line(out, message_bulk_lacks(m, lacks.s), false, m);
	if (r->fix + r->explain > 0)
		line(out, message_bulk_findings(m, r->fix, r->explain), false,
		    m);
}

static void
row_show(struct ctx *x, const struct bulk_row *r)
{
	struct node *at = view_item(x->page, "Page.Rows");
	struct lines l = { 0 };

	view_int(at, "Number", r->number);
	view_set(at, "Title", r->c.title);
	view_set(at, "DocNo", r->c.doc_no);
	view_set(at, "State", bulk_row_key(r->state));
	view_set(at, "StateText", message_bulk_state(bulk_row_key(r->state)));
	if (r->document > 0)
		view_int(at, "Document", r->document);
	lines_of(x, r, &l);
	for (int k = 0; k < l.n; k++) {
		struct node *n = view_item(at, "Notes");

		view_set(n, "Text", l.v[k].text);
		view_flag(n, "Bad", l.v[k].bad);
	}
}

static enum bulk_row_state
shown(const struct ctx *x)
{
	static const enum bulk_row_state states[] = { BULK_ROW_NONE,
		BULK_ROW_BAD, BULK_ROW_GOOD, BULK_ROW_IMPORTED,
		BULK_ROW_KEPT, BULK_ROW_UNDONE };
	const struct value *v = &x->in.v[O_SHOW];

	return x->in.fields == bulk_one_fields && v->given ? states[v->i] :
	    BULK_ROW_NONE;
}

static enum rc
rows_show(struct ctx *x, const struct bulk *b)
{
	bool ours = x->in.fields == bulk_one_fields;
	int64_t after = ours ? x->in.v[O_AFTER].i : 0;
	struct bulk_rows rows;
	enum rc rc = bulk_rows(x->db, b->id, shown(x), after, ROWS + 1, &rows,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	view_set(x->page, "Page.Show", ours && x->in.v[O_SHOW].given ?
	    x->in.v[O_SHOW].s : "all");
	view_flag(x->page, "Page.Later", after > 0);
	for (int k = 0; k < rows.n && k < ROWS; k++)
		row_show(x, &rows.v[k]);
	if (rows.n > ROWS)
		view_int(x->page, "Page.Next", rows.v[ROWS - 1].number);
	return RC_OK;
}

enum rc
bulk_show(struct ctx *x)
{
	struct bulk b;
	enum rc rc = bulk_get(x->db, x->me->unit, arg_id(x, 0), &b, x->mem);

	if (rc != RC_OK)
		return rc;
	frame_menu(x, "entry");
	fill(x, view_child(x->page, "Page.Bulk"), &b);
	if ((rc = rows_show(x, &b)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Sends", 1);
	return show(x, "gkht/bulk.cs");
}

/* Said before by the same person, who may not have got the answer. */
static enum rc
said_before(struct ctx *x, int64_t id, enum bulk_act act)
{
	struct bulk b;
	enum rc rc = bulk_get(x->db, x->me->unit, id, &b, x->mem);

	if (rc != RC_OK)
		return rc;
	return b.account == x->me->id && bulk_follows(act, b.state) ?
	    RC_OK : RC_CONFLICT;
}

enum rc
bulk_run(struct ctx *x)
{
	enum bulk_act act = (enum bulk_act)x->in.v[D_ACT].i;
	int64_t id = arg_id(x, 0);
	enum rc rc = bulk_decide(x->db, &x->actor, id, act, x->mem);

	if (rc == RC_CONFLICT)
		rc = said_before(x, id, act);
	return rc == RC_OK ? go(x, "/gkht/entry/bulk/%lld", (long long)id) :
	    rc;
}

static void
row_write(struct ctx *x, const struct bulk_row *r, struct csv_write *w)
{
	struct buf why = buf_new(x->mem);
	struct lines l = { 0 };

	lines_of(x, r, &l);
	for (int k = 0; k < l.n; k++)
		buf_puts(&why, l.v[k].text);
	csv_write_number(w, r->number);
	csv_write_text(w, r->c.title);
	csv_write_text(w, r->c.doc_no);
	csv_write_text(w, message_bulk_state(bulk_row_key(r->state)));
	csv_write_text(w, why.n > 0 ? why.s : "");
	csv_write_row(w);
}

/* The report as a file: the rows that are shown, all pages of them. */
enum rc
bulk_csv(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct csv_write w = csv_write_open(&b);
	struct bulk_rows rows;
	struct bulk bulk;
	enum rc rc = bulk_get(x->db, x->me->unit, arg_id(x, 0), &bulk,
	    x->mem);

	if (rc != RC_OK || (rc = bulk_rows(x->db, bulk.id, shown(x), 0,
	    BULK_ROWS_MAX, &rows, x->mem)) != RC_OK)
		return rc;
	csv_write_text(&w, message_bulk(BULK_HEAD_ROW));
	csv_write_text(&w, message_field("title"));
	csv_write_text(&w, message_field("doc_no"));
	csv_write_text(&w, message_bulk(BULK_HEAD_RESULT));
	csv_write_text(&w, message_bulk(BULK_HEAD_WHY));
	csv_write_row(&w);
	for (int k = 0; k < rows.n; k++)
		row_write(x, &rows.v[k], &w);
	return send_bytes(x, b.s, b.n, CSV_TYPE, arena_printf(x->mem,
	    "%s-%lld.csv", message_bulk(BULK_FILE_REPORT),
	    (long long)bulk.id));
}
