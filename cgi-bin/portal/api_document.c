/* api_document.c - documents for programs: the list, one, its versions. */
#include <string.h>

#include "portal/api.h"
#include "portal/directory.h"
#include "portal/tree.h"
#include "web/message.h"
#include "web/message_list.h"

#define ROWS	100	/* of one answer, unless fewer are asked for */

#define NAME_MAX_CHARS 40	/* of a kind or an agency word */

static const char *const validities[] = { "any", "valid", "expired",
    "repealed", NULL };

enum { F_UNIT, F_CATEGORY, F_THEME, F_KIND, F_WORD, F_YEAR, F_MONTH,
    F_VALIDITY, F_BEFORE, F_LIMIT };
const struct field api_documents_fields[] = {
	[F_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[F_CATEGORY] = { "category", KIND_TOKEN, 0, 40, NULL },
	[F_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[F_KIND] = { "kind", KIND_LINE, 0, NAME_MAX_CHARS, NULL },
	[F_WORD] = { "word", KIND_LINE, 0, NAME_MAX_CHARS, NULL },
	[F_YEAR] = { "year", KIND_COUNT, 0, 9999, NULL },
	[F_MONTH] = { "month", KIND_COUNT, 0, 12, NULL },
	[F_VALIDITY] = { "validity", KIND_CHOICE, 0, 0, validities },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[F_LIMIT] = { "limit", KIND_COUNT, 0, ROWS, NULL },
	{ 0 }
};

static int64_t
kind_named(const struct directory *d, const char *name)
{
	for (int k = 0; k < d->kinds.n; k++)
		if (strcmp(d->kinds.v[k].name, name) == 0)
			return d->kinds.v[k].id;
	return 0;
}

/* By name, and what narrows a year. */
static enum rc
filter_names(struct ctx *x, const struct directory *d,
    struct publication_filter *f)
{
	const struct value *v = x->in.v;
	const struct publication_word *word;

	if (v[F_KIND].given && (f->kind = kind_named(d, v[F_KIND].s)) == 0)
		return refuse(x, "kind", PROBLEM_NOT_CHOICE);
	if (v[F_WORD].given) {
		if ((word = directory_word(d, v[F_WORD].s)) == NULL)
			return refuse(x, "word", PROBLEM_NOT_CHOICE);
		f->word = word->id;
	}
	if (v[F_MONTH].i > 0 && f->year == 0)
		return refuse(x, "month", PROBLEM_NO_YEAR);
	f->month = (int)v[F_MONTH].i;
	f->validity = v[F_VALIDITY].given ? (int)v[F_VALIDITY].i : 0;
	return RC_OK;
}

static enum rc
filter_read(struct ctx *x, struct publication_filter *f)
{
	const struct value *v = x->in.v;
	const struct directory *d;
	const struct category *c;
	const struct unit *u;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	*f = (struct publication_filter){ .before = v[F_BEFORE].i,
	    .year = (int)v[F_YEAR].i,
	    .max = v[F_LIMIT].given ? (int)v[F_LIMIT].i : ROWS };
	if (v[F_UNIT].given) {
		if ((u = directory_unit(d, v[F_UNIT].s)) == NULL)
			return refuse(x, "unit", PROBLEM_NOT_CHOICE);
		f->unit = u->id;
	}
	if (v[F_CATEGORY].given) {
		if ((c = tree_find(&d->categories, v[F_CATEGORY].s)) == NULL)
			return refuse(x, "category", PROBLEM_NOT_CHOICE);
		f->category = c->id;
	}
	if (v[F_THEME].given) {
		if (directory_theme(d, v[F_THEME].i) == NULL)
			return refuse(x, "theme", PROBLEM_NOT_CHOICE);
		f->theme = v[F_THEME].i;
	}
	return filter_names(x, d, f);
}

/* The address of the next page: the same filters from there on. */
static void
put_next(struct ctx *x, struct buf *b, int64_t next)
{
	const struct value *v = x->in.v;

	json_name(b, "next");
	if (next == 0) {
		buf_puts(b, "null");
		return;
	}
	buf_printf(b, "\"/api/v1/documents?before=%lld", (long long)next);
	if (v[F_UNIT].given)
		buf_printf(b, "&unit=%s", v[F_UNIT].s);
	if (v[F_CATEGORY].given)
		buf_printf(b, "&category=%s", v[F_CATEGORY].s);
	if (v[F_THEME].given)
		buf_printf(b, "&theme=%lld", (long long)v[F_THEME].i);
	if (v[F_KIND].given)
		buf_printf(b, "&kind=%s", url_encode(x->mem, v[F_KIND].s));
	if (v[F_WORD].given)
		buf_printf(b, "&word=%s", url_encode(x->mem, v[F_WORD].s));
	if (v[F_YEAR].given)
		buf_printf(b, "&year=%lld", (long long)v[F_YEAR].i);
	if (v[F_MONTH].given)
		buf_printf(b, "&month=%lld", (long long)v[F_MONTH].i);
	if (v[F_VALIDITY].given)
		buf_printf(b, "&validity=%s", validities[v[F_VALIDITY].i]);
	if (v[F_LIMIT].given)
		buf_printf(b, "&limit=%lld", (long long)v[F_LIMIT].i);
	buf_putc(b, '"');
}

enum rc
api_documents(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct publication_filter f;
	struct publications found;
	int64_t total;
	bool at_least;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if ((rc = filter_read(x, &f)) != RC_OK ||
	    (rc = publication_total(x->db, &f, &total, &at_least)) != RC_OK ||
	    (rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_int(&b, "total", total);
	json_bool(&b, "total_at_least", at_least);
	json_name(&b, "documents");
	buf_putc(&b, '[');
	for (int k = 0; k < found.n; k++)
		export_row(&b, &found.v[k], x->conf->site_url);
	buf_putc(&b, ']');
	put_next(x, &b, found.next);
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

static enum rc
send_document(struct ctx *x, const struct publication *p)
{
	struct buf b = buf_new(x->mem);
	enum rc rc = export_document(x->db, p, x->conf->site_url, &b, x->mem);

	return rc == RC_OK ? send_json(x, b.s) : rc;
}

/* There is no such thing, though there was: when it left. */
static enum rc
send_withdrawn(struct ctx *x, const struct publication *p)
{
	struct buf b = buf_new(x->mem);

	buf_putc(&b, '{');
	json_text(&b, "type", "about:blank");
	json_text(&b, "title", message_result(RC_NOT_FOUND));
	json_int(&b, "status", 404);
	json_text(&b, "detail", message_withdrawn());
	json_text(&b, "instance", x->req->uri);
	json_text(&b, "state", "withdrawn");
	json_text(&b, "left", p->left_portal);
	buf_putc(&b, '}');
	x->reply.text = b.s;
	x->reply.type = "application/problem+json; charset=utf-8";
	x->reply.status = 404;
	x->reply.tombstone = true;
	return RC_OK;
}

/* 410 with what stays of it. */
static enum rc
send_tombstone(struct ctx *x, const struct publication *p)
{
	struct buf b = buf_new(x->mem);

	if (p->withdrawn)
		return send_withdrawn(x, p);
	export_tombstone(&b, p, x->conf->site_url);
	x->reply.status = 410;
	x->reply.tombstone = true;
	return send_json(x, b.s);
}

enum rc
api_document(struct ctx *x)
{
	struct publication p;
	enum rc rc = publication_get(x->db, x->arg[0], x->arg[1], &p, x->mem);

	if (rc == RC_GONE)
		return send_tombstone(x, &p);
	return rc == RC_OK ? send_document(x, &p) : rc;
}

enum rc
api_version(struct ctx *x)
{
	struct publication p, version;
	int64_t number = arg_id(x, 2);
	enum rc rc = publication_get(x->db, x->arg[0], x->arg[1], &p, x->mem);

	if (rc == RC_GONE)
		return send_tombstone(x, &p);
	if (rc != RC_OK)
		return rc;
	if (number < 1 || number > INT32_MAX)
		return RC_NOT_FOUND;
	rc = publication_version_get(x->db, p.id, (int)number, &version,
	    x->mem);
	return rc == RC_OK ? send_document(x, &version) : rc;
}
