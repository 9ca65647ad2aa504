/*
 * feed.c - Atom and RSS: what changed in the whole district, a unit, a
 * category, a theme or a search; tree heads of the register; and the page
 * that explains all of it.
 */
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "core/feed.h"
#include "portal/directory.h"
#include "portal/feed.h"
#include "portal/rows.h"
#include "portal/tree.h"

#define ENTRIES	30
#define ATOM "application/atom+xml; charset=utf-8"
#define RSS "application/rss+xml; charset=utf-8"

enum { F_UNIT, F_CATEGORY, F_THEME, F_Q, F_BEFORE };
const struct field feed_fields[] = {
	[F_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[F_CATEGORY] = { "category", KIND_TOKEN, 0, 40, NULL },
	[F_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[F_Q] = { "q", KIND_LINE, 0, FEED_Q_MAX, NULL },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

enum { R_BEFORE };
const struct field feed_register_fields[] = {
	[R_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

enum rc
feed_render(struct ctx *x, const char *template, const char *type)
{
	struct buf b = buf_new(x->mem);
	enum rc rc;

	buf_puts(&b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
	rc = view_render(x->view, template, x->page, &b);
	/* what no XML document may hold, even escaped; U+FFFE and U+FFFF */
	for (char *s = b.s; *s != '\0'; s++)
		if (((unsigned char)*s < ' ' && *s != '\n' && *s != '\t') ||
		    strncmp(s, "\xEF\xBF\xBE", 3) == 0 ||
		    strncmp(s, "\xEF\xBF\xBF", 3) == 0)
			memset(s, ' ', *s == '\xEF' ? 3 : 1);
	x->reply.text = b.s;
	x->reply.type = type;
	return rc;
}

/* Sun, 15 Nov 2026 02:00:00 +0000 */
static const char *
rss_time(struct arena *m, const char *stored)
{
	char *s = arena_alloc(m, 40);
	struct tm tm;
	int64_t t;

	if (clock_parse(stored, &t) && gmtime_r(&(time_t){ t }, &tm) != NULL)
		strftime(s, 40, "%a, %d %b %Y %H:%M:%S +0000", &tm);
	return s;
}

static void
set_address(struct ctx *x, struct node *at, const char *name, const char *path)
{
	view_set(at, name, arena_printf(x->mem, "%s%s", x->conf->site_url,
	    path));
}

static void
set_entry(struct ctx *x, const struct publication *p, const char *updated,
    bool gone)
{
	struct node *row = view_item(x->page, "Page.Entries");

	set_address(x, row, "Url", p->path);
	view_set(row, "Updated", updated);
	view_set(row, "UpdatedRss", rss_time(x->mem, updated));
	view_flag(row, "Gone", gone);
	if (gone)
		return;
	view_set(row, "Title", p->title);
	view_set(row, "IndexNo", p->index_no);
	view_set(row, "DocNo", p->doc_no);
	view_set(row, "Unit", p->unit_name);
	view_set(row, "Theme", p->theme_name);
	view_set(row, "Kind", p->kind_name);
	view_set(row, "Summary", p->summary);
	view_set(row, "First", p->first_published);
	view_set(row, "FirstRss", rss_time(x->mem, p->first_published));
	view_flag(row, "Expired", p->expired);
	view_flag(row, "Repealed", p->repealed);
}

/* What the address asks for, as the rest of addresses and as the title. */
struct asked {
	struct feed_filter f;
	const char *query, *heading;
	bool statutory;
};

/* A search can be narrowed by all of them, a list of changes not by both unit
 * and theme. */
static enum rc
asked_read(struct ctx *x, struct asked *a)
{
	const struct value *v = x->in.v;
	const struct directory *d;
	const struct category *c;
	const struct vocable *t;
	const struct unit *u;
	struct buf b = buf_new(x->mem), h = buf_new(x->mem);
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	*a = (struct asked){ .f = { .before = v[F_BEFORE].i,
	    .max = ENTRIES } };
	if (v[F_UNIT].given) {
		if ((u = directory_unit(d, v[F_UNIT].s)) == NULL)
			return RC_NOT_FOUND;
		a->f.unit = u->id;
		buf_printf(&b, "&unit=%s", u->code);
		buf_printf(&h, " %s", u->name);
	}
	if (v[F_CATEGORY].given) {
		if ((c = tree_find(&d->categories, v[F_CATEGORY].s)) == NULL)
			return RC_NOT_FOUND;
		a->f.category = c->id;
		buf_printf(&b, "&category=%s", c->code);
		buf_printf(&h, " %s", c->name);
	}
	if (v[F_THEME].given) {
		if ((t = directory_theme(d, v[F_THEME].i)) == NULL)
			return RC_NOT_FOUND;
		if (a->f.unit != 0 && !v[F_Q].given)
			return refuse(x, "theme", PROBLEM_NOT_CHOICE);
		a->f.theme = t->id;
		buf_printf(&b, "&theme=%lld", (long long)t->id);
		buf_printf(&h, " %s", t->name);
	}
	a->query = b.s;
	a->heading = h.n > 0 ? h.s + 1 : "";
	return RC_OK;
}

static void
fill_frame(struct ctx *x, const char *query, const char *heading,
    const char *updated, int64_t next)
{
	const char *form = x->arg[0];
	const char *rest = *query != '\0' ? query + 1 : "";
	const char *mark = *rest != '\0' ? "?" : "";

	view_set(x->page, "Page.Heading", heading);
	set_address(x, x->page, "Page.Self", x->req->uri);
	set_address(x, x->page, "Page.First", arena_printf(x->mem,
	    "/feed/%s%s%s", form, mark, rest));
	set_address(x, x->page, "Page.Web", x->in.v[F_Q].given ?
	    arena_printf(x->mem, "/search?%s", rest) :
	    arena_printf(x->mem, "/list%s%s", mark, rest));
	view_set(x->page, "Page.Updated", updated);
	view_set(x->page, "Page.UpdatedRss", rss_time(x->mem, updated));
	if (next != 0)
		set_address(x, x->page, "Page.Next", arena_printf(x->mem,
		    "/feed/%s?before=%lld%s", form, (long long)next, query));
}

static enum rc
fill_changes(struct ctx *x)
{
	struct feed_entries list;
	struct asked a;
	enum rc rc;

	if ((rc = asked_read(x, &a)) != RC_OK ||
	    (rc = feed_list(x->db, &a.f, &list, x->mem)) != RC_OK)
		return rc;
	for (int k = 0; k < list.n; k++)
		set_entry(x, &list.v[k].p, register_changed(&list.v[k].line),
		    list.v[k].gone);
	fill_frame(x, a.query, a.heading, list.n > 0 ?
	    register_changed(&list.v[0].line) : "2008-05-01T00:00:00Z",
	    list.next);
	return RC_OK;
}

/* A hit changed when its newest line says; *newest: the latest so far. */
static enum rc
add_hit(struct ctx *x, const struct publication *p, const char **newest)
{
	struct register_lines lines;
	const char *changed = p->published;
	enum rc rc = register_of(x->db, p->index_no, &lines, x->mem);

	if (rc != RC_OK)
		return rc;
	if (lines.n > 0)
		changed = register_changed(&lines.v[0]);
	if (strcmp(changed, *newest) > 0)
		*newest = changed;
	set_entry(x, p, changed, false);
	return RC_OK;
}

/* What a search finds, in the order of publication. */
static enum rc
fill_search(struct ctx *x)
{
	const char *q = x->in.v[F_Q].s, *newest = "2008-05-01T00:00:00Z";
	struct publication_ask ask = { .q = q, .order = SEARCH_NEWEST,
	    .before = x->in.v[F_BEFORE].i, .max = ENTRIES };
	struct publication_hits hits;
	struct asked a;
	enum rc rc;

	if ((rc = asked_read(x, &a)) != RC_OK)
		return rc;
	ask.filter = (struct search_filter){ .unit = a.f.unit,
	    .category = a.f.category, .theme = a.f.theme };
	rc = publication_find(x->db, &ask, &hits, x->mem);
	for (int k = 0; rc == RC_OK && k < hits.n; k++)
		rc = add_hit(x, &hits.v[k].p, &newest);
	if (rc != RC_OK)
		return rc;
	fill_frame(x, arena_printf(x->mem, "&q=%s%s", url_encode(x->mem, q),
	    a.query), arena_printf(x->mem, "%s%s%s", q,
	    *a.heading != '\0' ? " " : "", a.heading), newest, hits.next);
	return RC_OK;
}

enum rc
feed_send(struct ctx *x)
{
	bool rss = strcmp(x->arg[0], "rss") == 0;
	enum rc rc;

	if (!rss && strcmp(x->arg[0], "atom") != 0)
		return RC_NOT_FOUND;
	if (x->problems.n > 0)
		return RC_INVALID;
	rc = x->in.v[F_Q].given ? fill_search(x) : fill_changes(x);
	if (rc != RC_OK)
		return rc;
	return rss ? feed_render(x, "portal/feed_rss.cs", RSS) :
	    feed_render(x, "portal/feed_atom.cs", ATOM);
}

static void
head_entry(struct ctx *x, const struct register_head *h)
{
	struct node *row = view_item(x->page, "Page.Heads");

	view_int(row, "Id", h->id);
	view_int(row, "Size", h->size);
	view_set(row, "Root", h->root);
	view_set(row, "At", h->at);
	view_set(row, "Text", register_head_text(h, x->mem));
	view_set(row, "Signature", h->signature);
	view_set(row, "PublicKey", h->public_key);
	/* what names it stays what it was, or readers would see it anew */
	set_address(x, row, "Name", arena_printf(x->mem, "/register#head-%lld",
	    (long long)h->id));
	set_address(x, row, "Url", arena_printf(x->mem, "/register?head=%lld",
	    (long long)h->id));
}

enum rc
feed_register_send(struct ctx *x)
{
	struct register_heads heads;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	rc = register_heads(x->db, x->in.v[R_BEFORE].i, ENTRIES, &heads,
	    x->mem);
	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < heads.n; k++)
		head_entry(x, &heads.v[k]);
	set_address(x, x->page, "Page.Self", x->req->uri);
	set_address(x, x->page, "Page.First", "/feed/register");
	set_address(x, x->page, "Page.Web", "/register");
	view_set(x->page, "Page.Updated", heads.n > 0 ? heads.v[0].at :
	    "2008-05-01T00:00:00Z");
	if (heads.n == ENTRIES)
		set_address(x, x->page, "Page.Next", arena_printf(x->mem,
		    "/feed/register?before=%lld",
		    (long long)heads.v[heads.n - 1].id));
	return feed_render(x, "portal/feed_register.cs", ATOM);
}

enum rc
feeds_show(struct ctx *x)
{
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	rows_unit_groups(x->page, "Page.Groups", &d->units);
	for (int k = 0; k < d->categories.n; k++)
		if (d->categories.v[k].depth == 0 || d->categories.v[k].leaf) {
			struct node *row = view_item(x->page,
			    "Page.Categories");

			view_set(row, "Code", d->categories.v[k].code);
			view_set(row, "Name", d->categories.v[k].name);
		}
	for (int k = 0; k < d->themes.n; k++) {
		struct node *row = view_item(x->page, "Page.Themes");

		view_int(row, "Id", d->themes.v[k].id);
		view_set(row, "Name", d->themes.v[k].name);
	}
	return show(x, "portal/feeds.cs");
}
