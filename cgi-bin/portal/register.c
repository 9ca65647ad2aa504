/* register.c - the register of publication for people: what it holds, what
 * was signed, and the proof of one line. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/register.h"
#include "portal/register.h"
#include "portal/rows.h"

#define HEADS	10	/* shown on the page */
#define LINES	50
#define ENDS	8	/* digits shown at each end of a hash */

enum { F_BEFORE, F_HEAD };
const struct field register_fields[] = {
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[F_HEAD] = { "head", KIND_ID, 0, 0, NULL },
	{ 0 }
};

static const char *
ends(struct arena *m, const char *hash)
{
	return arena_printf(m, "%.*s…%s", ENDS, hash,
	    hash + strlen(hash) - ENDS);
}

/* /doc/zfb/2026-00012 of ZFB/2026-00012, without /doc/ */
static const char *
doc(struct arena *m, const char *index_no)
{
	return text_lower(m, index_no);
}

static void
set_line(struct ctx *x, struct node *at, const struct register_line *l)
{
	view_int(at, "Number", l->number);
	view_set(at, "At", clock_show(x->mem, l->at));
	view_set(at, "Since", clock_show(x->mem, l->since));
	view_set(at, "Action", l->action);
	view_set(at, "State", l->state);
	view_flag(at, "Existing", strcmp(l->origin, "existing") == 0);
	view_set(at, "IndexNo", l->index_no);
	view_set(at, "Doc", doc(x->mem, l->index_no));
	view_int(at, "Version", l->version);
	view_set(at, "Hash", l->hash);
	view_set(at, "Short", ends(x->mem, l->hash));
	view_set(at, "Leaf", l->leaf);
	view_set(at, "Text", register_text(l, x->mem));
}

static void
set_head(struct ctx *x, struct node *at, const struct register_head *h)
{
	view_int(at, "Id", h->id);
	view_int(at, "Size", h->size);
	view_set(at, "At", clock_show(x->mem, h->at));
	view_set(at, "Root", h->root);
	view_set(at, "Short", ends(x->mem, h->root));
	view_set(at, "Text", register_head_text(h, x->mem));
	view_set(at, "Signature", h->signature);
	view_set(at, "PublicKey", h->public_key);
}

/* From the head that is asked for on, or from the newest (0). */
static enum rc
fill_heads(struct ctx *x, int64_t asked)
{
	struct register_heads heads;
	enum rc rc = register_heads(x->db, asked > 0 ? asked + 1 : 0,
	    HEADS + 1, &heads, x->mem);

	if (rc != RC_OK)
		return rc;
	if (asked > 0 && (heads.n == 0 || heads.v[0].id != asked))
		return RC_NOT_FOUND;
	if (heads.n > 0)
		set_head(x, view_child(x->page, "Page.Head"), &heads.v[0]);
	for (int k = 0; k < heads.n && k < HEADS; k++)
		set_head(x, view_item(x->page, "Page.Heads"), &heads.v[k]);
	if (heads.n > HEADS)
		view_int(x->page, "Page.Older", heads.v[HEADS].id);
	view_flag(x->page, "Page.Asked", asked > 0);
	return RC_OK;
}

static enum rc
fill_lines(struct ctx *x, int64_t before)
{
	struct register_lines lines;
	enum rc rc = register_before(x->db, before, LINES, &lines, x->mem);

	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < lines.n; k++)
		set_line(x, view_item(x->page, "Page.Lines"), &lines.v[k]);
	if (lines.n == LINES && lines.v[lines.n - 1].number > 1)
		view_int(x->page, "Page.Next", lines.v[lines.n - 1].number);
	view_flag(x->page, "Page.NotFirst", before > 0);
	return RC_OK;
}

enum rc
register_show(struct ctx *x)
{
	int64_t size;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if ((rc = register_size(x->db, &size)) != RC_OK ||
	    (rc = fill_heads(x, x->in.v[F_HEAD].i)) != RC_OK ||
	    (rc = fill_lines(x, x->in.v[F_BEFORE].i)) != RC_OK)
		return rc;
	view_int(x->page, "Page.Count", size);
	return show(x, "portal/register.cs");
}

/* The proof towards the first head that covers the line, if one was signed. */
static enum rc
fill_proof(struct ctx *x, const struct register_line *l)
{
	struct merkle t = register_tree(x->db);
	struct register_head h;
	struct merkle_path p;
	enum rc rc = register_head_covering(x->db, l->number, &h, x->mem);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	rc = merkle_inclusion(&t, l->number - 1, h.size, &p, x->mem);
	if (rc != RC_OK)
		return rc;
	set_head(x, view_child(x->page, "Page.Head"), &h);
	for (int k = 0; k < p.n; k++)
		view_set(view_item(x->page, "Page.Path"), "Hash", p.v[k]);
	/* computed here and now: what the page claims was checked */
	view_flag(x->page, "Page.Good", merkle_included(merkle_leaf(x->mem,
	    register_text(l, x->mem)), l->number - 1, h.size, h.root, &p,
	    x->mem));
	return RC_OK;
}

static enum rc
fill_others(struct ctx *x, const struct register_line *l)
{
	struct register_lines lines;
	enum rc rc = register_of(x->db, l->index_no, &lines, x->mem);

	for (int k = 0; rc == RC_OK && k < lines.n; k++) {
		struct node *row = view_item(x->page, "Page.Lines");

		set_line(x, row, &lines.v[k]);
		view_flag(row, "Current", lines.v[k].number == l->number);
	}
	if (rc == RC_OK)
		view_flag(x->page, "Page.Public", lines.n > 0 &&
		    strcmp(lines.v[0].state, "withdrawn") != 0);
	return rc;
}

enum rc
register_line_show(struct ctx *x)
{
	struct register_line l;
	enum rc rc = register_get(x->db, arg_id(x, 0), &l, x->mem);

	if (rc != RC_OK || (rc = fill_proof(x, &l)) != RC_OK ||
	    (rc = fill_others(x, &l)) != RC_OK)
		return rc;
	set_line(x, view_child(x->page, "Page.Line"), &l);
	return show(x, "portal/register_line.cs");
}

enum rc
register_fill(struct ctx *x, struct node *at, const struct publication *p)
{
	struct register_lines lines;
	enum rc rc = register_of(x->db, p->index_no, &lines, x->mem);
	int k = 0;

	if (rc != RC_OK)
		return rc;
	/* the one that brought this text, not the one that let it expire */
	while (k < lines.n && (lines.v[k].version != p->number ||
	    (strcmp(lines.v[k].action, "publish") != 0 &&
	    strcmp(lines.v[k].action, "revise") != 0)))
		k++;
	if (k == lines.n)
		return RC_OK;
	view_int(at, "Line", lines.v[k].number);
	view_set(at, "At", clock_show(x->mem, lines.v[k].at));
	view_set(at, "Short", ends(x->mem, lines.v[k].hash));
	return RC_OK;
}

enum rc
register_fill_last(struct ctx *x, struct node *at,
    const struct publication *p)
{
	struct register_lines lines;
	enum rc rc = register_of(x->db, p->index_no, &lines, x->mem);

	if (rc == RC_OK && lines.n > 0)
		view_int(at, "Line", lines.v[0].number);
	return rc;
}
