/* test_reply.c - the headers of every outcome. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"
#include "web/reply.h"

#define COOKIE_END "; Path=/; HttpOnly; SameSite=Lax\r\n"

static struct arena *mem;
static struct config conf;
static struct program program;
static struct request req;
static const struct route plain = { .method = GET, .path = "/" };
static const struct route cached = { .method = GET, .path = "/",
    .flags = CACHED };
static struct ctx x;
static struct buf header, body;

static void
start(void)
{
	arena_reset(mem);
	conf = (struct config){ 0 };
	program = (struct program){ .name = "site", .prefix = "",
	    .csp = "default-src 'none'", .cookie = "site" };
	req = (struct request){ .method = GET, .path = "/",
	    .if_none_match = "", .accept_encoding = "" };
	x = (struct ctx){ .conf = &conf, .program = &program, .req = &req,
	    .route = &plain, .mem = mem };
}

static void
make(enum rc rc)
{
	assert_int_equal(reply_make(&x, NULL, rc, &header, &body), RC_OK);
	assert_int_equal(strcmp(header.s + header.n - 4, "\r\n\r\n"), 0);
}

static void
has(const char *line)
{
	if (strstr(header.s, line) == NULL)
		fail_msg("no %s in\n%s", line, header.s);
}

static void
has_not(const char *line)
{
	if (strstr(header.s, line) != NULL)
		fail_msg("%s in\n%s", line, header.s);
}

static void
text(const char *s)
{
	x.reply.text = s;
}

static void
statuses(void **state)
{
	static const int want[RC__MAX] = { 200, 404, 403, 422, 409, 410, 413,
		503, 500 };
	char line[32];
	int rc;

	(void)state;
	for (rc = 0; rc < RC__MAX; rc++) {
		start();
		text("x");
		make((enum rc)rc);
		assert_int_equal(reply_status((enum rc)rc), want[rc]);
		snprintf(line, sizeof(line), "Status: %d ", want[rc]);
		assert_int_equal(strncmp(header.s, line, strlen(line)), 0);
	}
	has_not("Retry-After");
	start();
	text("x");
	make(RC_BUSY);
	has("\r\nRetry-After: 2\r\n");
	x.reply.status = 405;
	make(RC_DENIED);
	has("Status: 405 Method Not Allowed\r\n");
	has("\r\nAllow: POST\r\n");
	req.method = POST;
	make(RC_DENIED);
	has("\r\nAllow: GET, HEAD\r\n");
	assert_int_equal(reply_status(RC__MAX), 500);
}

static void
common(void **state)
{
	(void)state;
	start();
	text("<p>宝</p>");
	x.reply.type = "text/html; charset=utf-8";
	make(RC_OK);
	has("Status: 200 OK\r\n");
	has("\r\nContent-Type: text/html; charset=utf-8\r\n");
	has("\r\nContent-Length: 10\r\n");
	has("\r\nContent-Security-Policy: default-src 'none'\r\n");
	has("\r\nX-Content-Type-Options: nosniff\r\n");
	has("\r\nReferrer-Policy: strict-origin-when-cross-origin\r\n");
	has("\r\nPermissions-Policy: camera=(), microphone=(), "
	    "geolocation=()\r\n");
	has("\r\nCross-Origin-Opener-Policy: same-origin\r\n");
	has("\r\nCross-Origin-Resource-Policy: same-origin\r\n");
	has("\r\nX-Frame-Options: DENY\r\n");
	has_not("Strict-Transport-Security");
	has_not("Set-Cookie");
	assert_string_equal(body.s, "<p>宝</p>");
	req.https = true;
	make(RC_OK);
	has("\r\nStrict-Transport-Security: max-age=31536000\r\n");
}

static void
kinds(void **state)
{
	(void)state;
	start();
	x.reply.json = "{}";
	make(RC_OK);
	has("\r\nContent-Type: application/json; charset=utf-8\r\n");
	assert_string_equal(body.s, "{}");
	start();
	text("User-agent: *\n");
	make(RC_OK);
	has("\r\nContent-Type: text/plain; charset=utf-8\r\n");
	start();
	x.reply.location = "/list";
	make(RC_OK);
	has("Status: 303 See Other\r\n");
	has("\r\nLocation: /list\r\n");
	has("\r\nContent-Length: 0\r\n");
	has("\r\nCache-Control: no-store\r\n");
	assert_int_equal(body.n, 0);
	/* A handler that forgot to say what happened. */
	start();
	assert_int_equal(reply_make(&x, NULL, RC_OK, &header, &body),
	    RC_FAIL);
}

static void
heads(void **state)
{
	(void)state;
	start();
	text("12345");
	req.head = true;
	make(RC_OK);
	has("\r\nContent-Length: 5\r\n");
	assert_int_equal(body.n, 0);
}

static void
caching(void **state)
{
	(void)state;
	start();
	text("x");
	make(RC_OK);
	has("\r\nCache-Control: private, no-cache\r\n");
	has("\r\nVary: Cookie\r\n");
	make(RC_NOT_FOUND);
	has("\r\nCache-Control: no-store\r\n");
	x.reply.no_store = true;
	make(RC_OK);
	has("\r\nCache-Control: no-store\r\n");
	x.reply.no_store = false;
	req.method = POST;
	make(RC_OK);
	has("\r\nCache-Control: no-store\r\n");
	req.method = GET;
	x.reply.forever = true;
	make(RC_OK);
	has("\r\nCache-Control: public, max-age=31536000, immutable\r\n");
	make(RC_GONE);
	has("\r\nCache-Control: no-store\r\n");
	program.personal = true;
	make(RC_OK);
	has("\r\nCache-Control: private, max-age=31536000, immutable\r\n");
	x.reply.forever = false;
	x.route = &cached;
	make(RC_OK);
	has("\r\nCache-Control: no-store\r\n");
}

#define MARK "0123456789abcdef0123456789abcdef"

static void
not_modified(void **state)
{
	(void)state;
	start();
	x.route = &cached;
	x.mark = MARK;
	text("some public page");
	x.reply.set_visitor = "secret";
	make(RC_OK);
	has("Status: 200 ");
	has("\r\nCache-Control: public, max-age=0, must-revalidate\r\n");
	has("\r\nVary: Accept-Encoding, Cookie\r\n");
	has("\r\nETag: W/\"" MARK "\"\r\n");
	has_not("Set-Cookie");

	req.if_none_match = "\"other\", W/\"" MARK "\"";
	make(RC_OK);
	has("Status: 304 Not Modified\r\n");
	has("\r\nETag: W/\"" MARK "\"\r\n");
	has_not("Content-Length");
	assert_int_equal(body.n, 0);
	req.if_none_match = "*";
	make(RC_OK);
	has("Status: 304 ");
	/* What was found unchanged before its page was made has no outcome. */
	x.reply = (struct reply){ .status = 304 };
	make(RC_OK);
	has("Status: 304 ");
	assert_int_equal(body.n, 0);
}

/* What a cache between may do, and for how long. */
static void
kept(void **state)
{
	(void)state;
	start();
	conf.page_seconds = 3;
	x.route = &cached;
	text("some public page");
	make(RC_OK);
	has("\r\nCache-Control: public, max-age=0, s-maxage=3, "
	    "stale-while-revalidate=3\r\n");
	make(RC_NOT_FOUND);
	has("\r\nCache-Control: no-store\r\n");
	/* or the page that was there would be given until it is too old */
	x.reply.status = 410;
	x.reply.tombstone = true;
	make(RC_OK);
	has("Status: 410 ");
	has("\r\nCache-Control: public, max-age=0, s-maxage=3, ");
	has_not("ETag:");
	x.reply.status = 200;
	x.reply.tombstone = false;
	x.mark = MARK;
	req.if_none_match = "*";
	make(RC_OK);
	has("Status: 304 ");
	has("\r\nCache-Control: public, max-age=0, must-revalidate\r\n");
	x.route = &plain;
	make(RC_OK);
	has("\r\nCache-Control: private, no-cache\r\n");
	has("\r\nVary: Cookie\r\n");
}

static void
packed(void **state)
{
	char *page;

	(void)state;
	start();
	page = arena_alloc(mem, 4001);
	memset(page, 'a', 4000);
	x.route = &cached;
	req.accept_encoding = "br;q=1.0, gzip;q=0.8";
	text(page);
	make(RC_OK);
	has("\r\nContent-Encoding: gzip\r\n");
	assert_true(body.n < 200);
	assert_memory_equal(body.s, "\x1f\x8b", 2);
	/* what others may not see, what is short, what went wrong: as it is */
	x.route = &plain;
	make(RC_OK);
	has_not("Content-Encoding");
	assert_int_equal(body.n, 4000);
	x.route = &cached;
	make(RC_NOT_FOUND);
	has_not("Content-Encoding");
	text("short");
	make(RC_OK);
	has_not("Content-Encoding");
}

static void
modified(void **state)
{
	(void)state;
	start();
	x.route = &cached;
	x.mark = MARK;
	text("some public page");
	req.if_none_match = "\"other\", \"" MARK "0\", \"0" MARK "\"";
	make(RC_OK);
	has("Status: 200 ");
	/* Errors have none, and never are unchanged. */
	req.if_none_match = "\"" MARK "\", *";
	make(RC_GONE);
	has("Status: 410 ");
	has_not("ETag");
	make(RC_NOT_FOUND);
	has("Status: 404 ");
	x.route = &plain;
	make(RC_OK);
	has("Status: 200 ");
	has_not("ETag");
}

static void
cookies(void **state)
{
	(void)state;
	start();
	text("x");
	x.reply.set_session = "abc";
	x.reply.set_visitor = "def";
	make(RC_OK);
	has("\r\nSet-Cookie: site=abc" COOKIE_END);
	has("\r\nSet-Cookie: sitev=def" COOKIE_END);
	conf.secure_cookies = true;
	make(RC_OK);
	has("\r\nSet-Cookie: __Host-site=abc; Path=/; HttpOnly; SameSite=Lax; "
	    "Secure\r\n");
	has("\r\nSet-Cookie: __Host-sitev=def; ");
	conf.secure_cookies = false;
	x.reply.set_session = "";
	make(RC_OK);
	has("\r\nSet-Cookie: site=; Path=/; HttpOnly; SameSite=Lax; "
	    "Max-Age=0\r\n");
	has_not("Clear-Site-Data");
	req.https = true;
	make(RC_OK);
	has("\r\nClear-Site-Data: ");
	start();
	text("x");
	x.reply.n_prefer = 4;
	x.reply.prefer[0] = "view=elder";
	x.reply.prefer[1] = "bad=a\r\nX-Evil: 1";
	x.reply.prefer[2] = "bad=a; Domain=evil.cn";
	x.reply.prefer[3] = "none";
	make(RC_OK);
	has("\r\nSet-Cookie: view=elder; Path=/; Max-Age=31536000; HttpOnly; "
	    "SameSite=Lax\r\n");
	has_not("Evil");
	has_not("evil");
	has_not("none;");
}

static void
send_file(const char *name)
{
	start();
	x.reply.send_path = "/_files/ab/abc";
	x.reply.send_type = "application/pdf";
	x.reply.send_name = name;
	make(RC_OK);
}

static void
stored_files(void **state)
{
	(void)state;
	send_file("附件 1\".pdf");
	has("\r\nX-Accel-Redirect: /_files/ab/abc\r\n");
	has("\r\nContent-Type: application/pdf\r\n");
	has("\r\nContent-Security-Policy: sandbox; default-src 'none'\r\n");
	has("\r\nContent-Disposition: attachment; filename=\"___1_.pdf\"; "
	    "filename*=UTF-8''%E9%99%84%E4%BB%B6%201%22.pdf\r\n");
	has_not("Content-Length");
	send_file("a\r\nSet-Cookie: x=1;\\\"b.pdf");
	has("filename=\"a__Set-Cookie__x_1___b.pdf\"; filename*=UTF-8''a%0D"
	    "%0ASet-Cookie%3A%20x%3D1%3B%5C%22b.pdf\r\n");
	has_not("\nSet-Cookie");
	send_file(NULL);
	has_not("Content-Disposition");
}

static int
set_up(void **state)
{
	(void)state;
	log_open("test");
	mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statuses),
		cmocka_unit_test(common),
		cmocka_unit_test(kinds),
		cmocka_unit_test(heads),
		cmocka_unit_test(caching),
		cmocka_unit_test(not_modified),
		cmocka_unit_test(kept),
		cmocka_unit_test(packed),
		cmocka_unit_test(modified),
		cmocka_unit_test(cookies),
		cmocka_unit_test(stored_files),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
