/*
 * serve.c - the one way of a request: head, guard, body, fields, handler in
 * its transaction, page, reply; and what is shown when that fails.
 */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"
#include "core/publication.h"
#include "web/guard.h"
#include "web/message.h"
#include "web/reply.h"
#include "web/serve.h"

#define PLAIN_BODY (64 * 1024)	/* bytes of a form without files and texts */

/* A new page and a new reply; what was refused or rolled back leaves no
 * trace but the visitor's token. */
static void
start_over(struct ctx *x, struct view *v, int status)
{
	const char *visitor = x->reply.set_visitor;

	view_end(v, x->page);
	x->page = view_page(v);
	x->reply = (struct reply){ .status = status, .set_visitor = visitor };
}

static int64_t
limit_of(const struct ctx *x, const struct field *f, enum problem what)
{
	switch (what) {
	case PROBLEM_FILE_TOO_LARGE:
	case PROBLEM_WORD_TOO_LARGE:
		return x->conf->upload_max;
	default:
		return f != NULL ? f->limit : 0;
	}
}

static void
set_error(struct ctx *x, const struct field *f, const char *field,
    enum problem what)
{
	const char *text = message_problem(x->mem, what,
	    limit_of(x, f, what));
	struct node *item = view_item(x->page, "Page.Errors");

	view_set(item, "Field", field);
	view_set(item, "Label", message_field(field));
	view_set(item, "Text", text);
	view_set(view_child(x->page, "Page.Error"), field, text);
}

static const struct field *
declared(const struct ctx *x, const char *field)
{
	const struct field *f;

	for (f = x->in.fields; f != NULL && f->name != NULL; f++)
		if (strcmp(f->name, field) == 0)
			return f;
	return NULL;
}

/* In the order in which the form shows its fields. */
static void
set_errors(struct ctx *x)
{
	const struct problems *p = &x->problems;
	const struct field *f;
	enum problem what;
	int k;

	for (f = x->in.fields; f != NULL && f->name != NULL; f++)
		if ((what = problem_of(p, f->name)) != PROBLEM_NONE)
			set_error(x, f, f->name, what);
	for (k = 0; k < p->n; k++)
		if (declared(x, p->v[k].field) == NULL)
			set_error(x, NULL, p->v[k].field, p->v[k].what);
}

static bool
has_forms(const struct program *program)
{
	const struct route *r;

	for (r = program->routes; r->path != NULL; r++)
		if (r->method == POST)
			return true;
	return false;
}

static void
offer(struct ctx *x, struct node *page)
{
	bool known = x->token != NULL;
	const char *csrf = route_csrf(x);

	if (!known)
		x->offered = csrf;
	view_set(page, "Csrf", csrf);
}

/* What every page shows; nothing for other outcomes. */
static enum rc
dress(struct ctx *x)
{
	struct node *page;

	if (x->reply.template == NULL)
		return RC_OK;
	page = view_child(x->page, "Page");
	view_set(page, "Base", x->program->prefix);
	view_set(page, "Path", x->req->uri);
	view_set(page, "PathUrl", url_encode(x->mem, x->req->uri));
	if ((x->route == NULL || !(x->route->flags & CACHED)) &&
	    has_forms(x->program))
		offer(x, page);
	return x->program->frame == NULL ? RC_OK : x->program->frame(x);
}

/*
 * Everything the page depends on, read in its transaction before anything
 * else: who has a page of this mark needs no other.
 */
static enum rc
set_mark(struct ctx *x)
{
	struct mark m = *x->start;
	int64_t state;
	enum rc rc = publication_state(x->db, &state);

	if (rc != RC_OK)
		return rc;
	mark_int(&m, state);
	mark_int(&m, clock_today());
	mark_int(&m, x->req->https);
	mark_text(&m, x->req->uri);
	mark_text(&m, x->req->cookie);
	x->mark = mark_show(&m, x->mem);
	if (mark_listed(x->req->if_none_match, x->mark))
		x->reply.status = 304;
	return RC_OK;
}

/* Runs one function that makes a page, then dresses it, all in one read
 * transaction. */
static enum rc
read_only(struct ctx *x, enum rc (*make)(struct ctx *))
{
	enum rc rc;

	if ((rc = db_protect(x->db, true)) != RC_OK ||
	    (rc = db_begin_read(x->db)) != RC_OK)
		return rc;
	rc = x->route->flags & CACHED ? set_mark(x) : RC_OK;
	if (rc == RC_OK && x->reply.status != 304) {
		rc = make == NULL ? RC_OK : make(x);
		if (rc == RC_OK)
			rc = dress(x);
	}
	return db_end(x->db, rc);
}

static enum rc
run_get(struct ctx *x)
{
	set_errors(x);
	return read_only(x, x->route->run);
}

static enum rc
run_write(struct ctx *x)
{
	enum rc rc = RC_OK, kept;

	if (!(x->route->flags & LATE))
		rc = route_write(x);
	if (rc == RC_OK)
		rc = x->route->run(x);
	if (!x->writing)
		return rc;
	x->writing = false;
	if (!x->keep || (rc != RC_INVALID && rc != RC_DENIED))
		return db_end(x->db, rc);
	kept = db_end(x->db, RC_OK);
	return kept == RC_OK ? rc : kept;
}

static enum rc
run_again(struct ctx *x, struct view *v, enum rc rc)
{
	const struct route *r = x->route;
	enum rc made;

	if (r->again == NULL || (rc != RC_INVALID &&
	    !(rc == RC_CONFLICT && (r->flags & KEEP_TYPED))))
		return rc;
	start_over(x, v, reply_status(rc));
	view_flag(x->page, "Page.Conflict", rc == RC_CONFLICT);
	set_errors(x);
	made = read_only(x, r->again);
	return made == RC_OK && x->req->script && x->reply.json == NULL ?
	    rc : made;
}

/* Nothing is done but to ask who it is. */
static enum rc
run_lost(struct ctx *x)
{
	x->reply.status = 403;
	return read_only(x, x->program->lost);
}

static enum rc
run_post(struct ctx *x, struct view *v)
{
	enum rc rc = x->problems.n > 0 ? RC_INVALID : run_write(x);

	if (rc != RC_OK)
		return run_again(x, v, rc);
	if (x->reply.template == NULL)
		return RC_OK;
	return read_only(x, NULL);
}

static int64_t
body_limit(const struct ctx *x)
{
	if (x->route->flags & FILES)
		return x->conf->body_max;
	if (x->route->flags & TEXT)
		return 2 * x->conf->text_max;
	return PLAIN_BODY;
}

/* 400: what no honest browser sends. */
static enum rc
malformed(struct ctx *x, enum rc rc)
{
	if (rc == RC_INVALID) {
		x->reply.status = 400;
		x->cause = "request";
	} else if (rc == RC_DENIED) {
		x->reply.status = 405;
		x->cause = "method";
	}
	return rc;
}

static enum rc
answer(struct app *a, struct ctx *x, const struct request_source *src)
{
	enum rc rc;

	if ((rc = request_read_head(x->req, src, x->mem)) != RC_OK)
		return malformed(x, rc);
	x->actor.address = x->req->address;
	if ((rc = db_protect(x->db, true)) != RC_OK ||
	    (rc = guard_who(x)) != RC_OK || (rc = guard_enter(x)) != RC_OK)
		return rc;
	if (x->reply.location != NULL)
		return RC_OK;
	if (x->req->method == POST) {
		if ((rc = guard_origin(x)) != RC_OK)
			return rc;
		rc = request_read_body(x->req, src, x->conf, body_limit(x),
		    x->route->flags & FILES, x->mem);
		if (rc != RC_OK)
			return malformed(x, rc);
		if ((rc = guard_token(x)) != RC_OK)
			return rc;
	}
	if (x->lost)
		return run_lost(x);
	rc = form_read(x->route->fields, x->req, &x->in, &x->problems, x->mem);
	if (rc != RC_OK)
		return malformed(x, rc);
	return x->req->method == POST ? run_post(x, a->view) : run_get(x);
}

/* A number that stands both on the page and in the log. */
static const char *
new_incident(struct ctx *x)
{
	static unsigned counter;
	const char *number = arena_printf(x->mem, "%" PRIx64 "-%x-%x",
	    (uint64_t)clock_now(), (unsigned)getpid(), ++counter);

	log_fail("incident %s: %s %s from %s, login %s", number,
	    x->req->method == POST ? "POST" : "GET", x->req->uri,
	    x->req->address, x->me != NULL ? x->me->login : "-");
	return number;
}

static void
put_problems(struct ctx *x, struct buf *b)
{
	const struct problems *p = &x->problems;
	int k;

	for (k = 0; k < p->n; k++) {
		if (k > 0)
			buf_putc(b, ' ');
		buf_puts(b, message_problem(x->mem, p->v[k].what,
		    limit_of(x, declared(x, p->v[k].field), p->v[k].what)));
	}
}

static const char *
json_error(struct ctx *x, enum rc rc, const char *incident)
{
	struct buf text = buf_new(x->mem), json = buf_new(x->mem);

	if (rc == RC_INVALID && x->problems.n > 0)
		put_problems(x, &text);
	else
		buf_puts(&text, message_result(rc));
	buf_puts(&json, "{\"error\":");
	json_string(&json, text.s);
	if (*incident != '\0') {
		buf_puts(&json, ",\"incident\":");
		json_string(&json, incident);
	}
	buf_putc(&json, '}');
	return json.s;
}

/* RFC 9457; a refused field is named. */
static void
problem_json(struct ctx *x, enum rc rc, int status, const char *incident)
{
	struct buf b = buf_new(x->mem), text = buf_new(x->mem);

	if (rc == RC_INVALID)
		put_problems(x, &text);
	buf_putc(&b, '{');
	json_text(&b, "type", "about:blank");
	json_text(&b, "title", message_result(rc));
	json_int(&b, "status", status);
	if (text.n > 0)
		json_text(&b, "detail", text.s);
	json_text(&b, "instance", x->req->uri != NULL ? x->req->uri : "");
	if (*incident != '\0')
		json_text(&b, "incident", incident);
	if (x->problems.n > 0)
		json_text(&b, "field", x->problems.v[0].field);
	buf_putc(&b, '}');
	x->reply.text = b.s;
	x->reply.type = "application/problem+json; charset=utf-8";
}

/* When not even the error page can be made. */
static void
last_resort(struct ctx *x, enum rc rc, const char *incident)
{
	struct buf b = buf_new(x->mem);

	buf_puts(&b, "<!DOCTYPE html>\n<html lang=\"zh-CN\">"
	    "<meta charset=\"utf-8\"><title>");
	buf_puts(&b, message_result(rc));
	buf_puts(&b, "</title>\n<h1>");
	buf_puts(&b, message_result(rc));
	buf_printf(&b, "</h1>\n<p>%s</p>\n</html>\n", incident);
	x->reply.template = NULL;
	x->reply.text = b.s;
	x->reply.type = "text/html; charset=utf-8";
}

/* The error page, with what every page shows if that can still be had. */
static enum rc
make_failure(struct ctx *x, enum rc rc, const char *incident)
{
	bool reading = db_protect(x->db, true) == RC_OK &&
	    db_begin_read(x->db) == RC_OK;
	enum rc made;

	view_set(x->page, "Page.Cause", x->cause);
	set_errors(x);
	made = x->program->error(x, rc, incident);
	if (made == RC_OK)
		(void)dress(x);
	if (reading)
		(void)db_end(x->db, RC_OK);
	return made;
}

static bool
is_api(const struct ctx *x)
{
	const char *api = x->program->api;

	return api != NULL && x->req->path != NULL &&
	    strncmp(x->req->path, api, strlen(api)) == 0;
}

static void
fail(struct app *a, struct ctx *x, enum rc rc, struct buf *header,
    struct buf *body)
{
	const char *incident = rc == RC_FAIL ? new_incident(x) : "";
	bool told = x->reply.status == 400 || x->reply.status == 405;
	int status = told ? x->reply.status : reply_status(rc);

	start_over(x, a->view, status);
	if (x->req->script)
		x->reply.json = json_error(x, rc, incident);
	else if (is_api(x))
		problem_json(x, rc, status, incident);
	else if (make_failure(x, rc, incident) != RC_OK ||
	    x->reply.template == NULL)
		last_resort(x, rc, incident);
	x->reply.status = status;
	if (reply_make(x, a->view, rc, header, body) == RC_OK)
		return;
	last_resort(x, rc, incident);
	(void)reply_make(x, a->view, rc, header, body);
}

void
route_serve(struct app *a, const struct request_source *src,
    struct buf *header, struct buf *body)
{
	struct request req = { 0 };
	struct ctx x = { .conf = a->conf, .program = a->program, .req = &req,
	    .arg = { "", "", "", "" }, .db = a->db, .mem = a->mem,
	    .view = a->view, .start = &a->start,
	    .cause = "", .actor = { .login = "", .address = "" } };
	enum rc rc;

	x.page = view_page(a->view);
	rc = answer(a, &x, src);
	if (rc == RC_OK)
		rc = reply_make(&x, a->view, rc, header, body);
	if (rc != RC_OK)
		fail(a, &x, rc, header, body);
	if (req.method == POST)
		request_drain(src, a->conf->body_max);
	request_end(&req);
	view_end(a->view, x.page);
}
