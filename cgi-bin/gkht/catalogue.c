/* catalogue.c - 依申请公开目录, 不予公开目录: the lists, their files for 备案,
 * and 重新评估. */
#include <string.h>

#include "base/buf.h"
#include "core/catalogue.h"
#include "core/unit.h"
#include "gkht/frame.h"
#include "gkht/moved.h"
#include "gkht/pages.h"
#include "richtext/docx_write.h"
#include "richtext/sanitize.h"
#include "richtext/xlsx_write.h"
#include "web/message.h"
#include "web/message_finding.h"

#define PAGE_ROWS	50
#define FILE_ROWS	500
#define FILE_MAX	20000

enum { L_KIND, L_DUE, L_BEFORE, L_DONE, L_UNIT };
enum { A_VERSION, A_RESULT, A_NOTE, A_NEXT };

static const char *const kinds[] = { "request", "closed", NULL };
static const char *const results[] = { "keep", "open", NULL };

const struct field catalogue_fields[] = {
	[L_KIND] = { "kind", KIND_CHOICE, 0, 0, kinds },
	[L_DUE] = { "due", KIND_FLAG, 0, 0, NULL },
	[L_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[L_DONE] = { "assessed", KIND_FLAG, 0, 0, NULL },
	[L_UNIT] = { "unit", KIND_TOKEN, 0, 20, NULL },
	{ 0 }
};

const struct field assess_fields[] = {
	[A_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[A_RESULT] = { "result", KIND_CHOICE, 0, 0, results },
	[A_NOTE] = { "note", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[A_NEXT] = { "next", KIND_DATE, 0, 0, NULL },
	{ 0 }
};

static const char *
kind_of(const struct ctx *x)
{
	bool chosen = x->route->fields == catalogue_fields &&
	    x->in.v[L_KIND].given;

	return chosen ? x->in.v[L_KIND].s : "closed";
}

/* The unit whose catalogue it is: one's own, or the one that the supervising
 * unit looks at. */
static enum rc
unit_of(const struct ctx *x, struct unit *u)
{
	if (x->me->supervising && x->route->fields == catalogue_fields &&
	    x->in.v[L_UNIT].given)
		return unit_by_code(x->db, x->in.v[L_UNIT].s, u, x->mem);
	return unit_get(x->db, x->me->unit, u, x->mem);
}

static void
row_show(struct node *n, const struct catalogue_row *r)
{
	view_int(n, "Id", r->id);
	view_set(n, "IndexNo", r->index_no);
	view_set(n, "Title", r->title);
	view_set(n, "DocNo", r->doc_no);
	view_set(n, "MadeOn", r->made_on);
	view_set(n, "Article", message_article(r->article));
	view_set(n, "Reason", r->reason);
	view_set(n, "Reassess", r->reassess);
	view_flag(n, "Due", r->due);
}

/* Where the supervising unit finds what the others keep. */
static enum rc
units_show(struct ctx *x)
{
	struct catalogue_units all;
	enum rc rc;

	if (!x->me->supervising)
		return RC_OK;
	if ((rc = catalogue_units(x->db, &all, x->mem)) != RC_OK)
		return rc;
	for (int k = 0; k < all.n; k++) {
		struct node *n = view_item(x->page, "Page.Units");

		view_set(n, "Code", all.v[k].code);
		view_set(n, "Name", all.v[k].name);
		view_int(n, "Request", all.v[k].request);
		view_int(n, "Closed", all.v[k].closed);
		view_int(n, "Due", all.v[k].due);
	}
	return RC_OK;
}

static void
head_show(struct ctx *x, const struct unit *u, bool listing)
{
	frame_menu(x, "catalogue");
	view_set(x->page, "Page.Kind", kind_of(x));
	view_set(x->page, "Page.Unit.Name", u->name);
	view_set(x->page, "Page.Unit.Code", u->code);
	view_flag(x->page, "Page.Unit.Foreign", u->id != x->me->unit);
	view_flag(x->page, "Page.DueOnly", listing && x->in.v[L_DUE].given);
	view_flag(x->page, "Page.Assessed", listing && x->in.v[L_DONE].given);
	view_flag(x->page, "Page.CanAssess", x->me->role == ROLE_REVIEW &&
	    u->id == x->me->unit && strcmp(kind_of(x), "closed") == 0);
}

static enum rc
fill(struct ctx *x)
{
	bool listing = x->route->fields == catalogue_fields;
	bool due = listing && x->in.v[L_DUE].given;
	int64_t before = listing ? x->in.v[L_BEFORE].i : 0;
	struct catalogue rows;
	struct unit u;
	enum rc rc;

	if ((rc = unit_of(x, &u)) != RC_OK)
		return rc;
	head_show(x, &u, listing);
	view_flag(x->page, "Page.Later", before != 0);
	if ((rc = catalogue_list(x->db, u.id, kind_of(x), due, before,
	    PAGE_ROWS + 1, &rows, x->mem)) != RC_OK)
		return rc;
	for (int k = 0; k < rows.n && k < PAGE_ROWS; k++)
		row_show(view_item(x->page, "Page.Rows"), &rows.v[k]);
	if (rows.n > PAGE_ROWS)
		view_int(x->page, "Page.Before", rows.v[PAGE_ROWS - 1].key);
	return units_show(x);
}

enum rc
catalogue_show(struct ctx *x)
{
	enum rc rc = fill(x);

	return rc == RC_OK ? show(x, "gkht/catalogue.cs") : rc;
}

/* Every row of it, newest first, to whoever writes the file. */
static enum rc
each(struct ctx *x, int64_t unit,
    void (*put)(void *, int, const struct catalogue_row *), void *to)
{
	struct catalogue rows = { .n = FILE_ROWS };
	int64_t before = 0;
	int n = 0;
	enum rc rc = RC_OK;

	while (rc == RC_OK && rows.n == FILE_ROWS && n < FILE_MAX) {
		rc = catalogue_list(x->db, unit, kind_of(x), false,
		    before, FILE_ROWS, &rows, x->mem);
		for (int k = 0; rc == RC_OK && k < rows.n; k++)
			put(to, ++n, &rows.v[k]);
		if (rc == RC_OK && rows.n > 0)
			before = rows.v[rows.n - 1].key;
	}
	return rc;
}

static void
sheet_put(void *to, int n, const struct catalogue_row *r)
{
	struct xlsx *sheet = to;

	xlsx_number(sheet, n);
	xlsx_text(sheet, r->index_no);
	xlsx_text(sheet, r->title);
	xlsx_text(sheet, r->doc_no);
	xlsx_text(sheet, r->made_on);
	xlsx_text(sheet, message_article(r->article));
	xlsx_text(sheet, r->reason);
	xlsx_text(sheet, r->reassess);
	xlsx_row(sheet);
}

static enum rc
sheet(struct ctx *x, int64_t unit, void **data, size_t *n)
{
	static const int widths[] = { 6, 16, 60, 26, 12, 40, 50, 14 };
	struct xlsx_column columns[CATALOGUE_COLUMNS];
	struct xlsx *out;
	enum rc rc, end;

	for (int k = 0; k < CATALOGUE_COLUMNS; k++)
		columns[k] = (struct xlsx_column){ message_catalogue(k),
		    widths[k] };
	if ((rc = xlsx_open(&out, message_openness(kind_of(x)), columns,
	    CATALOGUE_COLUMNS, x->mem)) != RC_OK)
		return rc;
	rc = each(x, unit, sheet_put, out);
	end = xlsx_end(out, data, n, x->mem);
	return rc != RC_OK ? rc : end;
}

static void
cell(struct buf *b, const char *text)
{
	buf_puts(b, "<td>");
	buf_put_escaped(b, text, strlen(text));
	buf_puts(b, "</td>");
}

static void
table_put(void *to, int n, const struct catalogue_row *r)
{
	struct buf *b = to;

	buf_printf(b, "<tr><td>%d</td>", n);
	cell(b, r->index_no);
	cell(b, r->title);
	cell(b, r->doc_no);
	cell(b, r->made_on);
	cell(b, message_article(r->article));
	cell(b, r->reason);
	cell(b, r->reassess);
	buf_puts(b, "</tr>");
}

static enum rc
paper(struct ctx *x, int64_t unit, const char *title, void **data, size_t *n)
{
	struct buf b = buf_new(x->mem);
	enum rc rc;

	buf_printf(&b, "<p class=\"gw-t\">%s</p><table><thead><tr>", title);
	for (int k = 0; k < CATALOGUE_COLUMNS; k++)
		buf_printf(&b, "<th>%s</th>", message_catalogue(k));
	buf_puts(&b, "</tr></thead><tbody>");
	if ((rc = each(x, unit, table_put, &b)) != RC_OK)
		return rc;
	buf_puts(&b, "</tbody></table>");
	return docx_write(sanitize_built(b.s), title, data, n, x->mem);
}

enum rc
catalogue_xlsx(struct ctx *x)
{
	struct unit u;
	void *data;
	size_t n;
	enum rc rc;

	if ((rc = unit_of(x, &u)) != RC_OK ||
	    (rc = sheet(x, u.id, &data, &n)) != RC_OK)
		return rc;
	return send_bytes(x, data, n, XLSX_TYPE, arena_printf(x->mem,
	    "%s.xlsx", message_catalogue_title(x->mem, u.short_name,
	    kind_of(x))));
}

enum rc
catalogue_docx(struct ctx *x)
{
	const char *title;
	struct unit u;
	void *data;
	size_t n;
	enum rc rc;

	if ((rc = unit_of(x, &u)) != RC_OK)
		return rc;
	title = message_catalogue_title(x->mem, u.name, kind_of(x));
	if ((rc = paper(x, u.id, title, &data, &n)) != RC_OK)
		return rc;
	return send_bytes(x, data, n, DOCX_TYPE, arena_printf(x->mem,
	    "%s.docx", title));
}

static enum rc
assess_page(struct ctx *x, int64_t version)
{
	struct node *at = view_child(x->page, "Page.Assess");
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	if (strcmp(d.rev.c.openness, "closed") != 0)
		return RC_NOT_FOUND;
	if (d.state != STATE_PUBLISHED ||
	    (version != 0 && version != d.version)) {
		x->reply.status = 409;
		if ((rc = moved_show(x, &d)) != RC_OK)
			return rc;
	}
	view_flag(x->page, "Page.Assess", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_int(at, "Id", d.id);
	view_int(at, "Version", version != 0 ? version : d.version);
	view_set(at, "Title", d.rev.c.title);
	view_set(at, "Article", message_article(d.rev.c.article));
	view_set(at, "Reason", d.rev.c.closed_reason);
	return catalogue_show(x);
}

enum rc
assess_ask(struct ctx *x)
{
	return assess_page(x, 0);
}

enum rc
assess_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.result", x->in.v[A_RESULT].raw);
	view_set(x->page, "Page.Form.note", x->in.v[A_NOTE].raw);
	view_set(x->page, "Page.Form.next", x->in.v[A_NEXT].raw);
	return assess_page(x, x->in.v[A_VERSION].i);
}

enum rc
assess_run(struct ctx *x)
{
	enum rc rc = catalogue_assess(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[A_VERSION].i, x->in.v[A_RESULT].s, x->in.v[A_NOTE].s,
	    x->in.v[A_NEXT].s, &x->problems, x->mem);

	return rc == RC_OK ? go(x, "/gkht/catalogue?kind=closed&assessed=1")
	    : rc;
}
