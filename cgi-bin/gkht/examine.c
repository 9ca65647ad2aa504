/* examine.c - see examine.h. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "core/imported.h"
#include "core/list.h"
#include "core/publication.h"
#include "gkht/content.h"
#include "gkht/examine.h"
#include "richtext/inspect.h"
#include "richtext/report.h"
#include "web/message_review.h"

#define SUMMARY_GOOD	100	/* characters of a 内容概述 (目录 practice) */
#define LINKS_MAX	200

struct exam {
	struct ctx *x;
	const struct document *d;
	struct findings out;
	struct { int n; const char **v; } body;	/* keys of what it holds */
};

static bool
is_known(const struct findings *v, const char *key)
{
	for (int k = 0; k < v->n; k++)
		if (strcmp(v->v[k].key, key) == 0)
			return true;
	return false;
}

/* The file that the text came from holds the same in the same place: what is
 * said of the one is said of both. */
static bool
is_said(struct exam *e, const struct finding *f, const char *inner)
{
	if (strcmp(f->field, "body") == 0)
		*list_add(&e->body, e->x->mem) = inner;
	if (strcmp(f->field, "original") != 0 || f->weight == FINDING_FIX)
		return false;
	for (int k = 0; k < e->body.n; k++)
		if (strcmp(e->body.v[k], inner) == 0)
			return true;
	return false;
}

static void
add(struct exam *e, char *line, const char *field, int64_t upload,
    const char *place)
{
	struct arena *m = e->x->mem;
	struct finding f = { .field = field, .upload = upload, .reason = "",
	    .reason_by = "", .reason_at = "" };
	const char *part[6];
	int64_t number = 0;

	for (int k = 0; k < 6; k++)
		if ((part[k] = strsep(&line, "\t")) == NULL)
			return;
	f.kind = part[0];
	f.key = finding_key(m, f.kind, part[1], place);
	f.weight = (enum finding_weight)inspect_weight(
	    inspect_kind_of(f.kind));
	text_int(part[2], 0, INT32_MAX, &number);
	f.line = (int)number;
	f.before = part[3];
	f.masked = part[4];
	f.after = part[5];
	if (!is_said(e, &f, part[1]) && !is_known(&e->out, f.key) &&
	    e->out.n < FINDINGS_MAX)
		*list_add(&e->out, m) = f;
}

static void
add_report(struct exam *e, const char *report, const char *field,
    int64_t upload, const char *place)
{
	char *s = arena_strdup(e->x->mem, report), *line;

	while ((line = strsep(&s, "\n")) != NULL)
		if (*line != '\0')
			add(e, line, field, upload, place);
}

/* An official telephone or address of that document's own fields. */
static bool
is_official(const struct profile *p, const char *value)
{
	for (int f = 0; f < PROFILE__MAX; f++) {
		if (!profile_fields[f].contact)
			continue;
		if (strstr(p->v[f], value) != NULL)
			return true;
		for (int k = 0; k < p->n; k++)
			if (strstr(p->person[k].v[f], value) != NULL)
				return true;
	}
	return false;
}

/* They are there to be called: seen like any other, explained by the kind. */
static void
explain_official(struct exam *e, const struct inspections *v)
{
	const struct profile *p = e->d->rev.c.profile;

	for (int k = 0; p != NULL && k < v->n; k++) {
		const char *key = finding_key(e->x->mem,
		    inspect_key(v->v[k].kind),
		    examine_line_key(v, k, e->x->mem), "body");

		if ((v->v[k].kind != INSPECT_MOBILE &&
		    v->v[k].kind != INSPECT_EMAIL) ||
		    !is_official(p, v->v[k].value))
			continue;
		for (int i = 0; i < e->out.n; i++)
			if (strcmp(e->out.v[i].key, key) == 0)
				e->out.v[i].reason = message_official();
	}
}

static void
look_text(struct exam *e, const char *field, const char *text)
{
	struct inspections v = { 0 };

	inspect_text(text, &v, e->x->mem);
	add_report(e, examine_lines(&v, e->x->mem), field, 0, field);
	if (strcmp(field, "body") == 0)
		explain_official(e, &v);
}

static void
add_plain(struct exam *e, enum inspect_kind kind, const char *field,
    const char *value)
{
	add_report(e, arena_printf(e->x->mem, "%s\t%s\t0\t\t%s\t",
	    inspect_key(kind), value, value), field, 0, field);
}

/* No file is read here: that was done before the transaction began. */
static enum rc
look_file(struct exam *e, const char *field, const struct upload *u)
{
	const char *report;
	enum rc rc = examine_report(e->x, u, &report);

	if (rc == RC_OK)
		add_report(e, report, field, u->id, u->sha256);
	return rc;
}

/* The public never gets a file that carries what its page does not show. */
static enum rc
is_withheld(struct exam *e, int64_t upload, bool *out)
{
	struct report report;
	struct imported in;
	enum rc rc = imported_get(e->x->db, e->d->unit, upload, &in,
	    e->x->mem);

	*out = rc == RC_OK && report_load(&report, in.report) &&
	    report_conceals(&report);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* The Word file that the text came from: readers can have that, too. */
static enum rc
look_original(struct exam *e)
{
	const struct upload *u = &e->d->rev.original;
	int k = e->out.n;
	bool withheld;
	enum rc rc;

	if (u->id == 0)
		return RC_OK;
	if ((rc = look_file(e, "original", u)) != RC_OK ||
	    (rc = is_withheld(e, u->id, &withheld)) != RC_OK)
		return rc;
	for (; k < e->out.n && withheld; k++)
		e->out.v[k].weight = FINDING_LOOK;
	return RC_OK;
}

static enum rc
look_files(struct exam *e)
{
	const struct revision *r = &e->d->rev;
	struct upload u;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < r->attachments.n; k++)
		rc = look_file(e, "attachment", &r->attachments.v[k]);
	if (rc == RC_OK)
		rc = look_original(e);
	for (int k = 0; rc == RC_OK && k < r->c.n_images; k++) {
		rc = upload_image(e->x->db, e->d->unit, r->c.image[k], &u,
		    e->x->mem);
		if (rc == RC_OK)
			rc = look_file(e, "image", &u);
		else if (rc == RC_NOT_FOUND)
			rc = RC_OK;
	}
	return rc;
}

static const char *
after_scheme(const char *url)
{
	const char *at = strstr(url, "://");

	return at != NULL ? at + 3 : url;
}

static bool
is_host(const char *at, size_t n, const char *host)
{
	return n > 0 && strcspn(host, "/") == n &&
	    strncasecmp(at, host, n) == 0;
}

/* /doc/zfb/2026-00012 of this site, under the name it is known by or the one
 * it is called by now; false for any other address. */
static bool
doc_address(struct ctx *x, const char *href, char **unit, char **number)
{
	const char *at = after_scheme(href);
	size_t n = strcspn(at, "/");
	char *path;

	if ((!is_host(at, n, after_scheme(x->conf->site_url)) &&
	    !is_host(at, n, x->req->host)) ||
	    strncmp(at + n, "/doc/", 5) != 0)
		return false;
	path = arena_strdup(x->mem, at + n + 5);
	path[strcspn(path, "?#")] = '\0';
	*unit = strsep(&path, "/");
	*number = strsep(&path, "/");
	return *number != NULL;
}

static enum rc
look_link(struct exam *e, const char *href)
{
	struct publication p;
	char *unit, *number;
	enum rc rc;

	if (!doc_address(e->x, href, &unit, &number))
		return RC_OK;
	rc = publication_get(e->x->db, unit, number, &p, e->x->mem);
	if (rc == RC_NOT_FOUND || rc == RC_GONE) {
		add_plain(e, INSPECT_LINK_DEAD, "body", href);
		rc = RC_OK;
	}
	return rc;
}

static enum rc
look_links(struct exam *e)
{
	const char *s = e->d->rev.c.body.s, *end;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < LINKS_MAX &&
	    (s = strstr(s, " href=\"")) != NULL; k++) {
		s += strlen(" href=\"");
		if ((end = strchr(s, '"')) == NULL)
			break;
		rc = look_link(e, arena_strndup(e->x->mem, s,
		    (size_t)(end - s)));
	}
	return rc;
}

static enum rc
look(struct exam *e)
{
	const struct content *c = &e->d->rev.c;
	enum rc rc;

	look_text(e, "title", c->title);
	look_text(e, "summary", c->summary);
	look_text(e, "note", e->d->rev.note);
	look_text(e, "body", c->body_text);
	if (text_length(c->summary) > SUMMARY_GOOD)
		add_plain(e, INSPECT_SUMMARY_LONG, "summary",
		    arena_printf(e->x->mem, "%zu", text_length(c->summary)));
	if ((rc = look_links(e)) != RC_OK)
		return rc;
	return look_files(e);
}

/* What the form sent under that name; NULL: it has no such field. */
static const struct value *
sent(const struct ctx *x, const char *name)
{
	const struct field *f = x->route->fields;

	for (int k = 0; f != NULL && f[k].name != NULL; k++)
		if (strcmp(f[k].name, name) == 0)
			return &x->in.v[k];
	return NULL;
}

/* finding and why come in step. */
void
examine_reasons(const struct ctx *x, struct findings *out)
{
	const struct value *key = sent(x, "finding"), *why = sent(x, "why");

	if (key == NULL || why == NULL)
		return;
	for (int k = 0; k < key->n && k < why->n; k++)
		for (int i = 0; i < out->n; i++) {
			struct finding *f = &out->v[i];

			if (strcmp(f->key, key->many[k].s) != 0 ||
			    strcmp(f->reason, why->many[k].s) == 0)
				continue;
			f->reason = why->many[k].s;
			f->reason_by = f->reason_at = "";
		}
}

enum rc
examine_run(struct ctx *x, const struct document *d)
{
	struct exam e = { .x = x, .d = d };
	enum rc rc;

	if ((rc = look(&e)) != RC_OK)
		return rc;
	examine_reasons(x, &e.out);
	return finding_keep(x->db, &x->actor, d->rev.id, &e.out, x->mem);
}

enum rc
examine_look(struct ctx *x, const struct document *d, struct findings *out)
{
	struct exam e = { .x = x, .d = d };
	enum rc rc = look(&e);

	*out = e.out;
	if (rc != RC_OK)
		return rc;
	examine_reasons(x, out);
	return finding_carry(x->db, d->rev.id, out, x->mem);
}

enum rc
examine_once(struct ctx *x, const struct document *d)
{
	return d->rev.findings.inspected ? RC_OK : examine_run(x, d);
}
