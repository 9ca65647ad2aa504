/* document.c - one document, its earlier versions, its files. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/file_text.h"
#include "core/publication.h"
#include "core/relation.h"
#include "core/unit.h"
#include "portal/document.h"
#include "portal/ld.h"
#include "portal/pages.h"
#include "portal/register.h"
#include "portal/rows.h"
#include "portal/tree.h"
#include "richtext/filetype.h"
#include "richtext/grid.h"
#include "richtext/outline.h"
#include "richtext/sanitize.h"
#include "richtext/title.h"
#include "store/files.h"
#include "web/message.h"

#define RELATED	5

/* What stays of a document that was deleted or withdrawn. */
static enum rc
show_tombstone(struct ctx *x, const struct publication *p)
{
	struct node *at = view_child(x->page, "Page.Doc");
	struct publications after;
	enum rc rc = relation_public(x->db, p->id, RELATION_REPLACED, &after,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	rows_documents(x->page, "Page.Successors", &after, x->mem);

	view_set(at, "Title", p->title);
	view_set(at, "IndexNo", p->index_no);
	view_set(at, "DocNo", p->doc_no);
	view_set(at, "Unit", p->unit_name);
	view_set(at, "UnitCode", p->unit_code);
	view_set(at, "Published", clock_show(x->mem, p->first_published));
	view_set(at, "From", rows_day(x->mem, p->first_published));
	view_set(at, "Until", rows_day(x->mem, p->left_portal));
	view_set(at, "Reason", p->reason);
	view_flag(at, "Withdrawn", p->withdrawn);
	if ((rc = register_fill_last(x, at, p)) != RC_OK)
		return rc;
	x->reply.status = p->withdrawn ? 404 : 410;
	x->reply.tombstone = true;
	return show(x, "portal/gone.cs");
}

const char *
document_site(struct ctx *x)
{
	return *x->conf->site_url != '\0' ? x->conf->site_url :
	    arena_printf(x->mem, "http%s://%s", x->req->https ? "s" : "",
	    x->req->host);
}

enum rc
document_find(struct ctx *x, struct publication *p, bool *shown)
{
	enum rc rc = publication_get(x->db, x->arg[0], x->arg[1], p, x->mem);

	*shown = rc == RC_GONE;
	return *shown ? show_tombstone(x, p) : rc;
}

/* What browsers show by themselves: "pdf", "image", or "". */
static const char *
view_kind(const char *type)
{
	/* shown without a sandbox: nothing else that calls itself a picture */
	static const struct { const char *type, *kind; } known[] = {
		{ "application/pdf", "pdf" }, { "image/png", "image" },
		{ "image/jpeg", "image" }, { "image/gif", "image" },
	};

	for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
		if (strcmp(type, known[k].type) == 0)
			return known[k].kind;
	return "";
}

static void
fill_file(struct node *row, const struct upload *u, struct arena *m)
{
	const char *label = filetype_label(u->type);

	view_set(row, "View", view_kind(u->type));
	view_int(row, "Id", u->id);
	view_set(row, "Name", u->name);
	view_set(row, "Label", label);
	view_set(row, "Size", text_size(m, u->size));
	view_flag(row, "Sheet", strcmp(label, "Excel") == 0);
}

static void
fill_box(struct ctx *x, struct node *at, const struct publication *p)
{
	view_set(at, "Title", p->title);
	view_set(at, "IndexNo", p->index_no);
	view_set(at, "DocNo", p->doc_no);
	view_set(at, "Unit", p->unit_name);
	view_set(at, "UnitShort", p->unit_short);
	view_set(at, "UnitCode", p->unit_code);
	view_set(at, "Theme", p->theme_name);
	view_set(at, "Kind", p->kind_name);
	view_set(at, "Made", p->made_on);
	view_set(at, "Published", clock_show(x->mem, p->published));
	view_set(at, "First", clock_show(x->mem, p->first_published));
	view_set(at, "FirstTime", p->first_published);
	view_set(at, "Time", p->published);
	view_set(at, "Openness", message_openness(p->openness));
	view_set(at, "Summary", p->summary);
	view_set(at, "Hash", p->hash);
	view_flag(at, "Expired", p->expired);
	view_flag(at, "Repealed", p->repealed);
	if (p->expired) {
		view_set(at, "Reason", p->reason);
		view_set(at, "ExpiredOn", rows_day(x->mem, p->expired_at));
	}
	for (int i = 0; i < p->categories.n; i++) {
		struct node *row = view_item(at, "Categories");

		view_set(row, "Code", p->categories.v[i].code);
		view_set(row, "Name", p->categories.v[i].name);
	}
}

static void
fill_tables(struct node *at, const struct publication *p, struct arena *m)
{
	struct grids list;

	grid_list(p->body, &list, m);
	for (int i = 0; i < list.n; i++) {
		struct node *row = view_item(at, "Tables");

		view_int(row, "Number", i + 1);
		view_set(row, "Name", list.v[i].caption);
		view_int(row, "Rows", list.v[i].rows);
		view_int(row, "Columns", list.v[i].columns);
	}
}

static void
fill_body(struct ctx *x, struct node *at, const struct publication *p)
{
	struct outline o = outline_make(p->body, x->mem);

	view_html(at, "BodyHtml", sanitize_present(o.html, x->mem));
	for (int i = 0; i < o.n; i++) {
		struct node *row = view_item(at, "Outline");

		view_set(row, "Id", o.v[i].id);
		view_set(row, "Text", o.v[i].text);
		view_int(row, "Level", o.v[i].level);
	}
	fill_tables(at, p, x->mem);
}

static void
fill_text(struct ctx *x, struct node *at, const struct publication *p)
{
	view_flag(x->page, "Page.Typeset", true);
	view_html(at, "TitleHtml", title_markup(p->title, x->mem));
	view_flag(at, "OwnTitle", title_in_body(p->body, p->title));
	fill_body(x, at, p);
	if (p->original.id != 0)
		fill_file(view_child(at, "Original"), &p->original, x->mem);
}

static enum rc
fill_files(struct ctx *x, struct node *at, const struct publication *p)
{
	enum rc rc = RC_OK;
	int pages;

	for (int i = 0; rc == RC_OK && i < p->attachments.n; i++) {
		struct node *row = view_item(at, "Files");

		fill_file(row, &p->attachments.v[i], x->mem);
		rc = file_text_pages(x->db, p->attachments.v[i].sha256,
		    &pages);
		if (pages > 0)
			view_int(row, "Pages", pages);
	}
	return rc;
}

static enum rc
fill_versions(struct ctx *x, struct node *at, int64_t document,
    int64_t current, int64_t shown)
{
	struct publication_versions list;
	enum rc rc;

	if ((rc = publication_versions(x->db, document, &list, x->mem)) !=
	    RC_OK)
		return rc;
	for (int i = 0; i < list.n && list.n > 1; i++) {
		struct node *row = view_item(at, "Versions");

		view_int(row, "Number", list.v[i].number);
		if (i + 1 < list.n)
			view_int(row, "Before", list.v[i + 1].number);
		view_set(row, "Note", list.v[i].note);
		view_set(row, "Published",
		    clock_show(x->mem, list.v[i].published));
		view_flag(row, "Current", list.v[i].number == current);
		if (list.v[i].number == shown)
			view_set(at, "Day",
			    rows_day(x->mem, list.v[i].published));
	}
	return RC_OK;
}

/* The newest of the same unit and category, to read on. */
static enum rc
fill_related(struct ctx *x, int64_t unit, const struct publication *p)
{
	struct publication_filter f = { .unit = unit, .max = RELATED + 1 };
	struct publications found, others = { 0 };
	enum rc rc;

	if (p->categories.n == 0)
		return RC_OK;
	f.category = p->categories.v[0].id;
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK)
		return rc;
	others.v = arena_calloc(x->mem, (size_t)found.n, sizeof(*others.v));
	for (int i = 0; i < found.n && others.n < RELATED; i++)
		if (found.v[i].id != p->id)
			others.v[others.n++] = found.v[i];
	rows_documents(x->page, "Page.Related", &others, x->mem);
	return RC_OK;
}

static enum rc
fill_family(struct ctx *x, const struct publication *p)
{
	struct publications family;
	enum rc rc = publication_family(x->db, p, &family, x->mem);

	if (rc == RC_OK)
		rows_documents(x->page, "Page.Family", &family, x->mem);
	return rc;
}

/* What explains it, what it explains, what came before and after it. */
static enum rc
fill_relations(struct ctx *x, int64_t document)
{
	static const struct {
		enum relation kind;
		const char *name;
	} v[] = {
		{ RELATION_INTERPRETED, "Page.Interpreted" },
		{ RELATION_INTERPRETS, "Page.Interprets" },
		{ RELATION_REPLACED, "Page.Successors" },
		{ RELATION_REPLACES, "Page.Predecessors" },
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		struct publications found;
		enum rc rc = relation_public(x->db, document, v[i].kind,
		    &found, x->mem);

		if (rc != RC_OK)
			return rc;
		rows_documents(x->page, v[i].name, &found, x->mem);
	}
	return RC_OK;
}

/* "单位：《名称》（文号），发布日期，索引号，网址，查阅日期" */
static void
fill_cite(struct ctx *x, struct node *at, const struct publication *p,
    int64_t version)
{
	view_set(at, "Site", document_site(x));
	view_set(at, "Day", rows_day(x->mem, p->published));
	view_set(at, "Today", day_text(x->mem, clock_today()));
	view_int(at, "Number", version);
}

static enum rc
fill_unit(struct ctx *x, const struct publication *p, struct unit *u)
{
	enum rc rc = unit_by_code(x->db, p->unit_code, u, x->mem);

	if (rc == RC_OK)
		rows_unit(view_child(x->page, "Page.Unit"), u);
	return rc;
}

static enum rc
fill_document(struct ctx *x, const struct publication *current,
    const struct publication *shown)
{
	struct node *at = view_child(x->page, "Page.Doc");
	struct unit u;
	enum rc rc;

	view_set(at, "Doc", rows_doc(current));
	view_flag(at, "Pdf", document_has_pdf(shown));
	view_set(x->page, "Page.Nav", tree_entry(current->categories.n > 0 ?
	    current->categories.v : NULL));
	fill_box(x, at, shown);
	fill_text(x, at, shown);
	fill_cite(x, at, shown, shown->number);
	if ((rc = fill_files(x, at, shown)) != RC_OK ||
	    (rc = fill_unit(x, current, &u)) != RC_OK ||
	    (rc = fill_relations(x, current->id)) != RC_OK ||
	    (rc = fill_family(x, current)) != RC_OK)
		return rc;
	ld_document(x, shown, &u);
	rc = register_fill(x, view_child(at, "Register"), shown);
	if (rc != RC_OK)
		return rc;
	if ((rc = fill_versions(x, at, current->id, current->number,
	    shown->number)) != RC_OK)
		return rc;
	return fill_related(x, u.id, current);
}

enum rc
document_show(struct ctx *x)
{
	struct publication p;
	bool shown;
	enum rc rc;

	if ((rc = document_find(x, &p, &shown)) != RC_OK || shown)
		return rc;
	if ((rc = fill_document(x, &p, &p)) != RC_OK)
		return rc;
	return show(x, "portal/document.cs");
}

enum rc
document_find_version(struct ctx *x, struct publication *current,
    struct publication *version, bool *shown)
{
	int64_t number = arg_id(x, 2);
	enum rc rc;

	if ((rc = document_find(x, current, shown)) != RC_OK || *shown)
		return rc;
	*version = *current;
	if (*x->arg[2] == '\0' || number == current->number)
		return RC_OK;
	if (number < 1 || number > INT32_MAX)
		return RC_NOT_FOUND;
	return publication_version_get(x->db, current->id, (int)number,
	    version, x->mem);
}

enum rc
document_version_show(struct ctx *x)
{
	struct publication p, old;
	bool shown;
	enum rc rc;

	if ((rc = document_find_version(x, &p, &old, &shown)) != RC_OK ||
	    shown)
		return rc;
	if (old.number == p.number)
		return go(x, "/doc/%s", rows_doc(&p));
	if ((rc = fill_document(x, &p, &old)) != RC_OK)
		return rc;
	view_int(x->page, "Page.Version", old.number);
	return show(x, "portal/document.cs");
}

/* The file of the address; *shown as in document_find(). */
static enum rc
find_file(struct ctx *x, struct upload *u, bool *shown)
{
	struct publication p;
	enum rc rc = document_find(x, &p, shown);

	if (rc != RC_OK || *shown)
		return rc;
	return publication_file(x->db, p.id, arg_id(x, 2), u, x->mem);
}

enum rc
document_file_send(struct ctx *x)
{
	struct upload u;
	bool shown;
	enum rc rc = find_file(x, &u, &shown);

	if (rc != RC_OK || shown)
		return rc;
	return send_stored(x, u.sha256, u.type, u.name);
}

/* In the page, by what the browser has for it. */
enum rc
document_file_view(struct ctx *x)
{
	struct upload u;
	bool shown;
	enum rc rc = find_file(x, &u, &shown);

	if (rc != RC_OK || shown)
		return rc;
	if (*view_kind(u.type) == '\0')
		return RC_NOT_FOUND;
	if ((rc = send_stored(x, u.sha256, u.type, NULL)) != RC_OK)
		return rc;
	x->reply.framed = true;
	x->reply.send_path = arena_printf(x->mem, "/_view/%.2s/%s", u.sha256,
	    u.sha256);
	return RC_OK;
}

/* "<sha256>.png", as texts name their pictures. */
enum rc
document_image_send(struct ctx *x)
{
	const char *dot = strchr(x->arg[0], '.');
	struct upload u;
	const char *sha256;
	enum rc rc;

	if (dot == NULL)
		return RC_NOT_FOUND;
	sha256 = arena_strndup(x->mem, x->arg[0], (size_t)(dot - x->arg[0]));
	if (!files_is_name(sha256))
		return RC_NOT_FOUND;
	if ((rc = publication_image(x->db, sha256, &u, x->mem)) != RC_OK)
		return rc;
	return send_stored(x, u.sha256, u.type, NULL);
}
