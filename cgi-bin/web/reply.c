/* reply.c - from an outcome to bytes; every header is written here. */
#include <inttypes.h>
#include <string.h>

#include "base/hant.h"
#include "base/log.h"
#include "web/gzip.h"
#include "web/mark.h"
#include "web/reply.h"

#define YEAR "31536000"
#define PACK_MIN 1024	/* bytes */

static const struct { int status; const char *reason; } reasons[] = {
	{ 200, "OK" }, { 303, "See Other" }, { 304, "Not Modified" },
	{ 400, "Bad Request" }, { 403, "Forbidden" }, { 404, "Not Found" },
	{ 405, "Method Not Allowed" }, { 409, "Conflict" }, { 410, "Gone" },
	{ 413, "Content Too Large" }, { 422, "Unprocessable Content" },
	{ 429, "Too Many Requests" }, { 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

int
reply_status(enum rc rc)
{
	static const int status[RC__MAX] = {
		[RC_OK] = 200, [RC_NOT_FOUND] = 404, [RC_DENIED] = 403,
		[RC_INVALID] = 422, [RC_CONFLICT] = 409, [RC_GONE] = 410,
		[RC_TOO_LARGE] = 413, [RC_BUSY] = 503, [RC_FAIL] = 500,
	};

	return rc >= 0 && rc < RC__MAX ? status[rc] : 500;
}

static const char *
reason_of(int status)
{
	size_t k;

	for (k = 0; k < sizeof(reasons) / sizeof(reasons[0]); k++)
		if (reasons[k].status == status)
			return reasons[k].reason;
	return "Status";
}

const char *
reply_cookie(const struct ctx *x, const char *suffix)
{
	return arena_printf(x->mem, "%s%s%s",
	    x->conf->secure_cookies ? "__Host-" : "", x->program->cookie,
	    suffix);
}

static void
put_cookie(struct ctx *x, struct buf *h, const char *suffix, const char *value)
{
	buf_printf(h, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax%s%s"
	    "\r\n", reply_cookie(x, suffix), value,
	    *value == '\0' ? "; Max-Age=0" : "",
	    x->conf->secure_cookies ? "; Secure" : "");
}

static bool
good_preference(const char *s)
{
	if (strchr(s, '=') == NULL)
		return false;
	for (; *s != '\0'; s++)
		if (*s <= ' ' || *s > '~' || strchr("\";,\\", *s) != NULL)
			return false;
	return true;
}

static void
put_preference(struct ctx *x, struct buf *h, const char *pair)
{
	if (!good_preference(pair)) {
		log_fail("not a cookie: %s", pair);
		return;
	}
	buf_printf(h, "Set-Cookie: %s; Path=/; Max-Age=" YEAR "; HttpOnly; "
	    "SameSite=Lax%s\r\n", pair,
	    x->conf->secure_cookies ? "; Secure" : "");
}

/* "*" stands for whatever there is, which is known only now. */
static bool
unchanged(const char *list, const char *mark)
{
	return strcmp(list, "*") == 0 || mark_listed(list, mark);
}

static bool
cached(const struct ctx *x)
{
	return x->route != NULL && (x->route->flags & CACHED) &&
	    x->req->method == GET;
}

static void
put_cookies(struct ctx *x, struct buf *h)
{
	const struct reply *r = &x->reply;
	int k;

	if (cached(x))
		return;
	if (r->set_session != NULL)
		put_cookie(x, h, "", r->set_session);
	if (r->set_visitor != NULL)
		put_cookie(x, h, "v", r->set_visitor);
	for (k = 0; k < r->n_tokens; k++)
		put_cookie(x, h, r->token[k].suffix, r->token[k].value);
	for (k = 0; k < r->n_prefer; k++)
		put_preference(x, h, r->prefer[k]);
	if (r->set_session != NULL && *r->set_session == '\0' &&
	    x->req->https)
		buf_puts(h, "Clear-Site-Data: \"cache\", \"storage\"\r\n");
}

static void
put_caching(struct ctx *x, struct buf *h, int status, const char *mark)
{
	const struct reply *r = &x->reply;

	if (r->forever && status == 200) {
		buf_printf(h, "Cache-Control: %s, max-age=" YEAR
		    ", immutable\r\n",
		    x->program->personal ? "private" : "public");
		return;
	}
	if (x->program->personal || r->no_store || x->req->method != GET ||
	    (status != 200 && status != 304 && !r->tombstone)) {
		buf_puts(h, "Cache-Control: no-store\r\n");
		return;
	}
	if (!cached(x))
		buf_puts(h, "Cache-Control: private, no-cache\r\n");
	else if (x->conf->page_seconds == 0 || status == 304)
		/* a cache that kept a 304 would give it to all */
		buf_puts(h, "Cache-Control: public, max-age=0, "
		    "must-revalidate\r\n");
	else
		/* the second reader after that may get it while it is made
		 * anew, for as long again and no longer */
		buf_printf(h, "Cache-Control: public, max-age=0, s-maxage=%"
		    PRId64 ", stale-while-revalidate=%" PRId64 "\r\n",
		    x->conf->page_seconds, x->conf->page_seconds);
	buf_printf(h, "Vary: %sCookie\r\n",
	    cached(x) ? "Accept-Encoding, " : "");
	if (mark != NULL)
		buf_printf(h, "ETag: W/\"%s\"\r\n", mark);
}

/* A viewer of the browser's own shows no file that stands in a sandbox; what
 * may be framed is no HTML, and nosniff keeps it so. */
static const char *
policy(const struct ctx *x)
{
	if (x->reply.framed)
		return "frame-ancestors 'self'";
	return x->reply.send_type != NULL ? "sandbox; default-src 'none'" :
	    x->program->csp;
}

static void
put_security(struct ctx *x, struct buf *h)
{
	buf_printf(h, "Content-Security-Policy: %s\r\n", policy(x));
	buf_puts(h, "X-Content-Type-Options: nosniff\r\n"
	    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
	    "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n"
	    "Cross-Origin-Opener-Policy: same-origin\r\n");
	buf_printf(h, "X-Frame-Options: %s\r\n",
	    x->reply.framed ? "SAMEORIGIN" : "DENY");
	/* Reading public data needs no leave; browsers send no cookies with
	 * it, so a page elsewhere sees what everybody sees. */
	buf_puts(h, x->route != NULL && (x->route->flags & OPEN) ?
	    "Access-Control-Allow-Origin: *\r\n"
	    "Cross-Origin-Resource-Policy: cross-origin\r\n" :
	    "Cross-Origin-Resource-Policy: same-origin\r\n");
	if (x->req->https)
		buf_puts(h, "Strict-Transport-Security: max-age=" YEAR "\r\n");
}

static bool
plain_character(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || strchr("-_.", c) != NULL;
}

/* RFC 6266: what every client can read, and the true name. */
static void
put_disposition(struct ctx *x, struct buf *h, const char *name)
{
	const char *s;

	buf_puts(h, "Content-Disposition: attachment; filename=\"");
	for (s = name; *s != '\0'; s++)
		if ((*s & 0xC0) != 0x80)
			buf_putc(h, plain_character(*s) ? *s : '_');
	buf_printf(h, "\"; filename*=UTF-8''%s\r\n", url_encode(x->mem, name));
}

static void
put_special(struct ctx *x, struct buf *h, int status)
{
	enum method method = x->req->method;

	if (x->reply.location != NULL)
		buf_printf(h, "Location: %s\r\n", x->reply.location);
	if (x->reply.send_path != NULL)
		buf_printf(h, "X-Accel-Redirect: %s\r\n", x->reply.send_path);
	if (x->reply.send_name != NULL)
		put_disposition(x, h, x->reply.send_name);
	if (x->reply.canonical != NULL)
		buf_printf(h, "Link: <%s>; rel=\"canonical\"\r\n"
		    "X-Robots-Tag: noindex\r\n", x->reply.canonical);
	if (status == 503)
		buf_puts(h, "Retry-After: 2\r\n");
	if (status == 405)
		buf_printf(h, "Allow: %s\r\n", method == GET ? "POST" :
		    method == POST ? "GET, HEAD" : "GET, HEAD, POST");
}

static enum rc
render(struct ctx *x, struct view *v, struct buf *body)
{
	struct buf page = buf_new(x->mem);
	enum rc rc = view_render(v, x->reply.template, x->page,
	    x->reply.traditional ? &page : body);

	if (rc == RC_OK && x->reply.traditional)
		hant_page(page.s, page.n, body);
	/* who is given no form needs no token and is given no number */
	if (x->offered != NULL && strstr(body->s, x->offered) == NULL)
		x->reply.set_visitor = NULL;
	return rc;
}

/* The body and its type. */
static enum rc
make_body(struct ctx *x, struct view *v, struct buf *body, const char **type)
{
	const struct reply *r = &x->reply;

	*type = "text/html; charset=utf-8";
	if (r->location != NULL)
		return RC_OK;
	if (r->template != NULL)
		return render(x, v, body);
	if (r->json != NULL) {
		*type = "application/json; charset=utf-8";
		buf_puts(body, r->json);
		return RC_OK;
	}
	if (r->text != NULL) {
		*type = r->type != NULL ? r->type :
		    "text/plain; charset=utf-8";
		buf_puts(body, r->text);
		return RC_OK;
	}
	if (r->bytes != NULL) {
		*type = r->send_type;
		*body = (struct buf){ (char *)r->bytes, r->n_bytes, 0,
		    x->mem };
		return RC_OK;
	}
	if (r->send_path != NULL) {
		*type = r->send_type;
		return RC_OK;
	}
	log_fail("%s: the handler named no outcome", x->req->path);
	return RC_FAIL;
}

/* Short ones gain nothing, files are sent by the web server. */
static bool
pack(const struct ctx *x, struct buf *body)
{
	return cached(x) && x->reply.send_path == NULL && body->n > PACK_MIN &&
	    gzip_taken(x->req->accept_encoding) &&
	    gzip_pack(body, body, x->mem);
}

static int
status_of(const struct ctx *x, enum rc rc)
{
	if (x->reply.status != 0)
		return x->reply.status;
	return x->reply.location != NULL ? 303 : reply_status(rc);
}

enum rc
reply_make(struct ctx *x, struct view *v, enum rc rc, struct buf *h,
    struct buf *body)
{
	int status = status_of(x, rc);
	const char *type = "", *mark = NULL;
	size_t length;
	bool packed;

	*h = buf_new(x->mem);
	*body = buf_new(x->mem);
	if (status != 304 && make_body(x, v, body, &type) != RC_OK)
		return RC_FAIL;
	packed = status == 200 && pack(x, body);
	length = body->n;
	if (cached(x) && (status == 200 || status == 304) &&
	    x->reply.send_path == NULL)
		mark = x->mark;
	if (mark != NULL && unchanged(x->req->if_none_match, mark))
		status = 304;
	buf_printf(h, "Status: %d %s\r\n", status, reason_of(status));
	if (status != 304)
		buf_printf(h, "Content-Type: %s\r\n", type);
	if (status != 304 && x->reply.send_path == NULL)
		buf_printf(h, "Content-Length: %zu\r\n", length);
	if (packed)
		buf_puts(h, "Content-Encoding: gzip\r\n");
	put_security(x, h);
	put_caching(x, h, status, mark);
	put_cookies(x, h);
	put_special(x, h, status);
	buf_puts(h, "\r\n");
	if (x->req->head || status == 304)
		*body = buf_new(x->mem);
	return RC_OK;
}
