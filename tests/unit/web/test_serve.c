/*
 * test_serve.c - whole requests through a small program: the guard's order,
 * transactions, forms that come back, errors.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/secret.h"
#include "core/session.h"
#include "core/unit.h"
#include "fake.h"
#include "site.h"
#include "store/schema.h"
#include "web/reply.h"
#include "web/serve.h"

#define FORM "application/x-www-form-urlencoded"

static bool error_fails;

static enum rc
page_show(struct ctx *x)
{
	view_set(x->page, "Page.Arg", x->arg[0]);
	return show(x, "site/page.cs");
}

static enum rc
write_in_get(struct ctx *x)
{
	enum rc rc = db_run(x->db, "UPDATE seq SET v = v + 1");

	return rc == RC_OK ? page_show(x) : rc;
}

static enum rc
broken_show(struct ctx *x)
{
	return show(x, "site/none.cs");
}

static enum rc
query_show(struct ctx *x)
{
	view_set(x->page, "Page.Arg", x->in.v[0].s);
	return show(x, "site/page.cs");
}

/* Writes, and then ends as the title says. */
static enum rc
save(struct ctx *x)
{
	const char *title = x->in.v[0].s;
	int64_t id;
	enum rc rc;

	if ((rc = db_id(x->db, "test", &id)) != RC_OK)
		return rc;
	x->keep = x->in.v[1].given;
	if (strcmp(title, "refuse") == 0)
		return refuse(x, "title", PROBLEM_NO_CHANGE);
	if (strcmp(title, "conflict") == 0)
		return RC_CONFLICT;
	if (strcmp(title, "busy") == 0)
		return RC_BUSY;
	if (strcmp(title, "fail") == 0)
		return RC_FAIL;
	if (strcmp(title, "page") == 0)
		return page_show(x);
	return go(x, "/s/?id=%d", (int)id);
}

static enum rc
save_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.title", x->in.v[0].raw);
	return show(x, "site/page.cs");
}

static enum rc
frame(struct ctx *x)
{
	view_set(x->page, "Page.Frame", x->me != NULL ? x->me->login : "-");
	return RC_OK;
}

static enum rc
error(struct ctx *x, enum rc rc, const char *incident)
{
	if (error_fails)
		return RC_FAIL;
	view_int(x->page, "Page.Rc", rc);
	view_set(x->page, "Page.Incident", incident);
	return show(x, "site/error.cs");
}

static const struct field save_fields[] = {
	{ "title", KIND_LINE, REQUIRED, 10, NULL },
	{ "note", KIND_LINE, 0, 3, NULL },
	{ 0 }
};

static const struct field file_fields[] = {
	{ "title", KIND_LINE, 0, 10, NULL },
	{ "file", KIND_FILE, REQUIRED, 0, NULL },
	{ 0 }
};

static const struct route routes[] = {
	{ GET, "/", ANYONE, 0, NULL, page_show, NULL },
	{ GET, "/cached", ANYONE, CACHED, NULL, page_show, NULL },
	{ GET, "/query", ANYONE, 0, save_fields, query_show, NULL },
	{ GET, "/write", ANYONE, 0, NULL, write_in_get, NULL },
	{ GET, "/broken", ANYONE, 0, NULL, broken_show, NULL },
	{ GET, "/forgotten", 0, 0, NULL, page_show, NULL },
	{ GET, "/staff/:id", STAFF, 0, NULL, page_show, NULL },
	{ GET, "/admin", ADMIN, 0, NULL, page_show, NULL },
	{ GET, "/district", ADMIN, SUPERVISING, NULL, page_show, NULL },
	{ POST, "/district", ADMIN, SUPERVISING, save_fields, save, NULL },
	{ GET, "/password", STAFF, INITIAL, NULL, page_show, NULL },
	{ GET, "/login", ANYONE, 0, NULL, page_show, NULL },
	{ POST, "/public", ANYONE, 0, save_fields, save, save_again },
	{ POST, "/save", ENTRY, 0, save_fields, save, save_again },
	{ POST, "/kept", ENTRY, KEEP_TYPED, save_fields, save, save_again },
	{ POST, "/bare", ENTRY, 0, save_fields, save, NULL },
	{ POST, "/upload", ENTRY, FILES, file_fields, save, save_again },
	{ 0 }
};

static const struct program site = {
	.name = "site", .prefix = "/s", .login_path = "/s/login",
	.password_path = "/s/password", .csp = "default-src 'none'",
	.cookie = "site", .routes = routes, .frame = frame, .error = error,
};

static struct config conf;
static struct app app;
static struct arena *keep;
static const char *dir;
static struct fake fake;
static struct buf header, body;
static char cookie[200];
static const char *clerk, *chief, *fresh;	/* session tokens */

static void
begin(const char *method, const char *uri, const char *session)
{
	arena_reset(app.mem);
	fake = (struct fake){ 0 };
	fake_set(&fake, "REQUEST_METHOD", method);
	fake_set(&fake, "REQUEST_URI", uri);
	fake_set(&fake, "REMOTE_ADDR", "192.0.2.1");
	fake_set(&fake, "HTTP_HOST", "site.cn");
	if (session != NULL) {
		snprintf(cookie, sizeof(cookie), "x=1; site=%s", session);
		fake_set(&fake, "HTTP_COOKIE", cookie);
	}
}

static int
run(void)
{
	struct request_source src = fake_source(&fake);
	int status;

	route_serve(&app, &src, &header, &body);
	assert_int_equal(sscanf(header.s, "Status: %d ", &status), 1);
	return status;
}

static int
get(const char *uri, const char *session)
{
	begin("GET", uri, session);
	return run();
}

static const char *
form_of(const char *token, const char *fields)
{
	return arena_printf(keep, "csrf=%s&%s", secret_mac(keep, "csrf", token),
	    fields);
}

static void
begin_post(const char *uri, const char *session, const char *form)
{
	begin("POST", uri, session);
	fake_body(&fake, FORM, form, strlen(form));
}

static int
post(const char *uri, const char *session, const char *fields)
{
	begin_post(uri, session, form_of(session, fields));
	return run();
}

static void
has(const struct buf *b, const char *text)
{
	if (b->s == NULL || strstr(b->s, text) == NULL)
		fail_msg("no %s in\n%s%s", text, header.s, body.s);
}

static void
has_not(const struct buf *b, const char *text)
{
	if (b->s != NULL && strstr(b->s, text) != NULL)
		fail_msg("%s in\n%s%s", text, header.s, body.s);
}

/* What the handlers have written so far. */
static int64_t
written(void)
{
	struct rows q = db_query(app.db,
	    "SELECT v FROM seq WHERE name = 'test'");
	int64_t v;

	if (db_first(&q) != RC_OK)
		return 0;
	v = db_int(&q, 0);
	assert_int_equal(db_done(&q), RC_OK);
	return v;
}

static void
strangers(void **state)
{
	static const char *const paths[] = { "/s/staff/7", "/s/admin",
		"/s/forgotten", "/s/nowhere", "/s/password", "/s/save" };
	char want[100];
	size_t k;

	(void)state;
	assert_int_equal(get("/s/", NULL), 200);
	has(&body, "[-]");
	/* What exists and what does not look the same. */
	for (k = 0; k < sizeof(paths) / sizeof(paths[0]); k++) {
		assert_int_equal(get(paths[k], NULL), 303);
		snprintf(want, sizeof(want), "Location: /s/login?next=%s\r\n",
		    url_encode(app.mem, paths[k]));
		has(&header, want);
		begin_post(paths[k], NULL, "title=a");
		assert_int_equal(run(), 403);
		has(&body, "cause=session");
	}
	assert_int_equal(get("/s", NULL), 303);
	has(&header, "Location: /s/\r\n");
	assert_int_equal(get("//evil.cn/s/", NULL), 303);
	has(&header, "Location: /s/login\r\n");
	assert_int_equal(get("/sx/", NULL), 303);
	begin("GET", "/s/staff/7", NULL);
	fake_set(&fake, "HTTP_X_REQUESTED_WITH", "fetch");
	assert_int_equal(run(), 403);
	has(&body, "{\"error\":\"");
}

static void
roles(void **state)
{
	(void)state;
	assert_int_equal(get("/s/staff/7", clerk), 200);
	has(&body, "[zfb002]7");
	assert_int_equal(get("/s/admin", clerk), 403);
	has(&body, "cause=role");
	has(&body, "[zfb002]");
	assert_int_equal(get("/s/admin", chief), 200);
	assert_int_equal(get("/s/forgotten", chief), 403);
	assert_int_equal(get("/s/nowhere", chief), 404);
	assert_int_equal(get("/s/save", chief), 405);
	has(&header, "Allow: POST\r\n");
	assert_int_equal(post("/s/save", chief, "title=a"), 403);
	/* Tokens that are none. */
	assert_int_equal(get("/s/staff/7", "short"), 303);
	assert_int_equal(get("/s/staff/7", secret_token(keep)), 303);
}

static void
supervise(int yes)
{
	assert_int_equal(db_protect(app.db, false), RC_OK);
	assert_int_equal(db_begin(app.db), RC_OK);
	assert_int_equal(db_end(app.db, db_run(app.db,
	    "UPDATE unit SET supervising = $1", V(yes))), RC_OK);
}

static void
supervising_unit(void **state)
{
	int64_t before = written();

	(void)state;
	assert_int_equal(get("/s/district", chief), 403);
	has(&body, "cause=unit");
	assert_int_equal(post("/s/district", chief, "title=a"), 403);
	assert_int_equal(written(), before);
	assert_int_equal(get("/s/district", NULL), 303);
	supervise(1);
	assert_int_equal(get("/s/district", clerk), 403);
	has(&body, "cause=role");
	assert_int_equal(get("/s/district", chief), 200);
	assert_int_equal(post("/s/district", chief, "title=a"), 303);
	assert_int_equal(written(), before + 1);
	supervise(0);
	assert_int_equal(get("/s/district", chief), 403);
}

static void
initial_password(void **state)
{
	(void)state;
	assert_int_equal(get("/s/staff/7", fresh), 303);
	has(&header, "Location: /s/password\r\n");
	assert_int_equal(get("/s/", fresh), 303);
	assert_int_equal(get("/s/password", fresh), 200);
	assert_int_equal(post("/s/bare", fresh, "title=a"), 303);
}

static int
forged(const char *name, const char *value)
{
	begin_post("/s/save", clerk, form_of(clerk, "title=a"));
	fake_set(&fake, name, value);
	return run();
}

static void
form_tokens(void **state)
{
	int64_t before = written();
	const char *good = form_of(clerk, "title=a");

	(void)state;
	begin_post("/s/save", clerk, "title=a");
	assert_int_equal(run(), 403);
	has(&body, "cause=token");
	begin_post("/s/save", clerk, "csrf=&title=a");
	assert_int_equal(run(), 403);
	begin_post("/s/save", clerk, form_of(chief, "title=a"));
	assert_int_equal(run(), 403);
	begin_post("/s/save", clerk, arena_printf(keep, "%s&%.*s", good, 69,
	    good));
	assert_int_equal(run(), 403);
	begin("POST", "/s/save?csrf=1", clerk);
	fake_body(&fake, FORM, "title=a", 7);
	assert_int_equal(run(), 403);
	assert_int_equal(forged("HTTP_ORIGIN", "https://evil.cn"), 403);
	has(&body, "cause=origin");
	assert_int_equal(forged("HTTP_ORIGIN", "null"), 403);
	assert_int_equal(forged("HTTP_ORIGIN", "https://site.cn.evil.cn"), 403);
	assert_int_equal(forged("HTTP_SEC_FETCH_SITE", "cross-site"), 403);
	assert_int_equal(forged("HTTP_SEC_FETCH_SITE", "same-site"), 403);
	assert_int_equal(written(), before);
	assert_int_equal(forged("HTTP_ORIGIN", "https://Site.cn"), 303);
	assert_int_equal(forged("HTTP_SEC_FETCH_SITE", "same-origin"), 303);
	assert_int_equal(written(), before + 2);
}

/* A visitor has a token, too, from the page with the form. */
static void
visitors(void **state)
{
	char token[SECRET_TOKEN_LEN + 1], sent[200], *s;

	(void)state;
	begin_post("/s/public", NULL, form_of("x", "title=a"));
	assert_int_equal(run(), 403);
	assert_int_equal(get("/s/", NULL), 200);
	s = strstr(header.s, "Set-Cookie: sitev=");
	assert_non_null(s);
	memcpy(token, s + strlen("Set-Cookie: sitev="), SECRET_TOKEN_LEN);
	token[SECRET_TOKEN_LEN] = '\0';
	has(&body, arena_printf(keep, "csrf=%s", secret_mac(keep, "csrf",
	    token)));
	begin_post("/s/public", NULL, form_of(token, "title=a"));
	snprintf(sent, sizeof(sent), "sitev=%s", token);
	fake_set(&fake, "HTTP_COOKIE", sent);
	assert_int_equal(run(), 303);
	begin("GET", "/s/", NULL);
	fake_set(&fake, "HTTP_COOKIE", sent);
	assert_int_equal(run(), 200);
	has_not(&header, "Set-Cookie");
	/* Pages that are cached carry nobody's token. */
	assert_int_equal(get("/s/cached", NULL), 200);
	has_not(&header, "Set-Cookie");
	has_not(&body, "csrf=");
	has(&header, "ETag");
	/* Nor is one given with a page that has no form. */
	assert_int_equal(get("/s/broken", NULL), 500);
	has_not(&header, "Set-Cookie");
}

static void
transactions(void **state)
{
	int64_t before = written();

	(void)state;
	assert_int_equal(post("/s/save", clerk, "title=good"), 303);
	has(&header, "Location: /s/?id=");
	assert_int_equal(written(), before + 1);
	assert_int_equal(post("/s/save", clerk, "title=page"), 200);
	has(&body, "[zfb002]");
	assert_int_equal(written(), before + 2);
	assert_int_equal(post("/s/save", clerk, "title=refuse"), 422);
	assert_int_equal(post("/s/save", clerk, "title=conflict"), 409);
	assert_int_equal(post("/s/save", clerk, "title=busy"), 503);
	assert_int_equal(post("/s/save", clerk, "title=fail"), 500);
	assert_int_equal(written(), before + 2);
	/* A refusal that is remembered; a failure never is. */
	assert_int_equal(post("/s/save", clerk, "title=refuse&note=k"), 422);
	assert_int_equal(written(), before + 3);
	assert_int_equal(post("/s/save", clerk, "title=fail&note=k"), 500);
	assert_int_equal(post("/s/save", clerk, "title=busy&note=k"), 503);
	assert_int_equal(written(), before + 3);
	/* A GET cannot write. */
	assert_int_equal(get("/s/write", clerk), 403);
	assert_int_equal(written(), before + 3);
}

static void
forms_come_back(void **state)
{
	(void)state;
	assert_int_equal(post("/s/save", clerk, "note=long&title=%3Cb%3E"),
	    422);
	has(&body, "form=&lt;b&gt;;");
	has(&body, "1:note,修改说明,");
	has(&body, "error.note=最多 3 个字");
	has(&body, "[zfb002]");
	/* Problems stand in the order of the fields. */
	assert_int_equal(post("/s/save", clerk, "note=long"), 422);
	has(&body, "1:title,信息名称,请填写这一项。2:note,");
	assert_int_equal(post("/s/save", clerk, "title=refuse"), 422);
	has(&body, "form=refuse;");
	has(&body, "1:title,");
	assert_int_equal(post("/s/bare", clerk, "title=refuse"), 422);
	has(&body, "rc=3;");
	has(&body, "1:title,");
	assert_int_equal(post("/s/save", clerk, "title=conflict"), 409);
	has(&body, "rc=4;");
	assert_int_equal(post("/s/kept", clerk, "title=conflict"), 409);
	has(&body, "form=conflict;");
	has(&body, "conflict!");
	/* A query that is wrong counts as not given. */
	assert_int_equal(get("/s/query?title=aaaaaaaaaaaaaaaaaaaaaa", NULL),
	    200);
	has(&body, "1:title,");
}

static void
scripts(void **state)
{
	(void)state;
	begin_post("/s/save", clerk, form_of(clerk, "title=refuse"));
	fake_set(&fake, "HTTP_X_REQUESTED_WITH", "fetch");
	assert_int_equal(run(), 422);
	has(&header, "Content-Type: application/json; charset=utf-8\r\n");
	has(&body, "{\"error\":\"内容与现在公开的相同");
	begin_post("/s/save", clerk, form_of(clerk, "title=fail"));
	fake_set(&fake, "HTTP_X_REQUESTED_WITH", "fetch");
	assert_int_equal(run(), 500);
	has(&body, "\",\"incident\":\"");
}

static void
malformed(void **state)
{
	(void)state;
	assert_int_equal(get("/s/%2e%2e/", clerk), 400);
	has(&body, "cause=request");
	assert_int_equal(get("/s/query?title=a&title=b", clerk), 400);
	assert_int_equal(post("/s/save", clerk, "title=a&title=b"), 400);
	assert_int_equal(post("/s/save", clerk, "title=%ff"), 400);
	begin("PUT", "/s/", clerk);
	assert_int_equal(run(), 405);
	has(&header, "Allow: GET, HEAD, POST\r\n");
	begin("POST", "/s/save", clerk);
	fake_body(&fake, "text/plain", "x", 1);
	assert_int_equal(run(), 400);
}

static void
large_bodies(void **state)
{
	static char large[70000];

	(void)state;
	memset(large, 'a', sizeof(large));
	begin("POST", "/s/save", clerk);
	fake_body(&fake, FORM, large, sizeof(large));
	assert_int_equal(run(), 413);
	/* The web server got rid of all of it. */
	assert_int_equal(fake.given, sizeof(large));
	begin("POST", "/s/save", NULL);
	fake_body(&fake, FORM, large, sizeof(large));
	assert_int_equal(run(), 403);
	assert_int_equal(fake.given, sizeof(large));
	begin("POST", "/s/save", clerk);
	fake_body(&fake, FORM, large, 100);
	fake.broken_at = 50;
	assert_int_equal(run(), 400);
}

static int
upload(const char *content)
{
	const char *form = arena_printf(keep, "--B\r\nContent-Disposition: "
	    "form-data; name=csrf\r\n\r\n%s\r\n--B\r\nContent-Disposition: "
	    "form-data; name=title\r\n\r\nkept\r\n--B\r\nContent-Disposition: "
	    "form-data; name=file; filename=a.txt\r\n\r\n%s\r\n--B--\r\n",
	    secret_mac(keep, "csrf", clerk), content);

	begin("POST", "/s/upload", clerk);
	fake_body(&fake, "multipart/form-data; boundary=B", form,
	    strlen(form));
	return run();
}

static void
uploads(void **state)
{
	(void)state;
	assert_int_equal(upload("text"), 303);
	assert_int_equal(upload(""), 422);
	has(&body, "form=kept;1:file,附件,文件是空的");
	assert_int_equal(upload("more than sixteen bytes"), 422);
	has(&body, "form=kept;1:file,附件,文件太大，最大 16");
}

static void
errors(void **state)
{
	const char *incident;

	(void)state;
	assert_int_equal(get("/s/broken", clerk), 500);
	incident = strstr(body.s, "incident=");
	assert_non_null(incident);
	assert_true(strcspn(incident, ";") > strlen("incident=") + 4);
	has(&header, "Cache-Control: no-store\r\n");
	assert_int_equal(get("/s/nowhere", clerk), 404);
	has(&body, "incident=;");
	error_fails = true;
	assert_int_equal(get("/s/nowhere", clerk), 404);
	has(&body, "没有找到这项内容。");
	has(&header, "Content-Type: text/html; charset=utf-8\r\n");
	assert_int_equal(get("/s/broken", clerk), 500);
	has(&body, "系统出了问题");
	error_fails = false;
}

static void
heads(void **state)
{
	(void)state;
	begin("HEAD", "/s/", NULL);
	assert_int_equal(run(), 200);
	has_not(&header, "Content-Length: 0\r\n");
	assert_int_equal(body.n, 0);
}

static const char *
log_in(int64_t user)
{
	char *token;

	assert_int_equal(db_begin(app.db), RC_OK);
	assert_int_equal(db_end(app.db, session_open(app.db, user,
	    "192.0.2.1", "test", &token, keep)), RC_OK);
	return token;
}

static void
make_people(void)
{
	const struct actor operator = { .login = "operator", .address = "" };
	struct unit unit = { .code = "zfb", .name = "宝坻区人民政府办公室",
	    .short_name = "区政府办公室", .kind = "department", .duties = "",
	    .address = "", .postcode = "", .phone = "", .fax = "",
	    .email = "", .hours = "", .enabled = true };
	struct problems problems = { 0 };
	struct users users;

	assert_int_equal(db_begin(app.db), RC_OK);
	assert_int_equal(db_end(app.db, unit_add(app.db, &operator, &unit,
	    "111111", &problems, keep)), RC_OK);
	assert_int_equal(user_list(app.db, unit.id, &users, keep), RC_OK);
	assert_int_equal(users.n, 3);
	chief = log_in(users.v[0].id);
	clerk = log_in(users.v[1].id);
	fresh = log_in(users.v[2].id);
	assert_int_equal(db_begin(app.db), RC_OK);
	assert_int_equal(db_end(app.db, db_run(app.db,
	    "UPDATE account SET initial = 0 WHERE role <> 'review'")), RC_OK);
}

static void
make_templates(void)
{
	site_put("site/page.cs", "<?cs include!\"shared/errors.cs\" ?>"
	    "[<?cs var:Page.Frame ?>]<?cs var:Page.Arg ?>"
	    "<?cs if:Page.Csrf ?>csrf=<?cs var:Page.Csrf ?><?cs /if ?>"
	    "form=<?cs var:Page.Form.title ?>;<?cs call:errors() ?>"
	    "<?cs if:Page.Conflict ?>conflict!<?cs /if ?>");
	site_put("shared/errors.cs", "<?cs def:errors() ?>"
	    "<?cs each:e = Page.Errors ?><?cs if:first(e) ?>1<?cs else ?>2"
	    "<?cs /if ?>:<?cs var:e.Field ?>,<?cs var:e.Label ?>,"
	    "<?cs var:e.Text ?><?cs /each ?>"
	    "error.note=<?cs var:Page.Error.note ?><?cs /def ?>");
	site_put("site/error.cs", "<?cs include!\"shared/errors.cs\" ?>"
	    "[<?cs var:Page.Frame ?>]rc=<?cs var:Page.Rc ?>;incident="
	    "<?cs var:Page.Incident ?>;cause=<?cs var:Page.Cause ?>;"
	    "<?cs call:errors() ?>");
}

static int
set_up(void **state)
{
	(void)state;
	log_open("test");
	keep = arena_new();
	dir = site_make();
	make_templates();
	conf = *config_read(NULL);
	conf.tmp = dir;
	conf.upload_max = 16;
	conf.secure_cookies = false;
	secret_init();
	if (secret_create(arena_printf(keep, "%s/key", dir)) != RC_OK)
		return 1;
	secret_load(arena_printf(keep, "%s/key", dir));
	app = (struct app){ .conf = &conf, .program = &site,
	    .mem = arena_new(), .view = view_open(dir, "site") };
	app.db = db_open(arena_printf(keep, "%s/db", dir),
	    arena_printf(keep, "%s/lock", dir), true);
	if (app.db == NULL || schema_apply(app.db, "sql") != RC_OK)
		return 1;
	make_people();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	db_close(app.db);
	view_close(app.view);
	arena_free(app.mem);
	arena_free(keep);
	site_remove();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strangers),
		cmocka_unit_test(roles),
		cmocka_unit_test(supervising_unit),
		cmocka_unit_test(initial_password),
		cmocka_unit_test(form_tokens),
		cmocka_unit_test(visitors),
		cmocka_unit_test(transactions),
		cmocka_unit_test(forms_come_back),
		cmocka_unit_test(scripts),
		cmocka_unit_test(malformed),
		cmocka_unit_test(large_bodies),
		cmocka_unit_test(uploads),
		cmocka_unit_test(errors),
		cmocka_unit_test(heads),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
