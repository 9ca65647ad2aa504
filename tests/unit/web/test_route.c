/* test_route.c - finding routes, and the outcomes handlers name. */
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
#include "web/route.h"

static const struct route table[] = {
	{ .method = GET, .path = "/" },
	{ .method = GET, .path = "/doc/:unit/:number" },
	{ .method = GET, .path = "/doc/:unit/:number/v/:n" },
	{ .method = GET, .path = "/entry/:id" },
	{ .method = POST, .path = "/entry/:id" },
	{ .method = GET, .path = "/entry/new" },
	{ .method = POST, .path = "/logout" },
	{ .method = GET, .path = "/:a/:b/:c/:d" },
	{ .method = GET, .path = "/x/:a/:b/:c/:d" },
	{ 0 }
};

static struct arena *mem;
static const char *arg[4];
static bool other;

static const char *
find(enum method method, const char *path)
{
	const struct route *r = route_find(table, method, path, arg, &other,
	    mem);

	return r == NULL ? "none" : r->path;
}

static void
parameters(void **state)
{
	(void)state;
	assert_string_equal(find(GET, "/"), "/");
	assert_string_equal(arg[0], "");
	assert_string_equal(find(GET, "/doc/zfb/2026-00012"),
	    "/doc/:unit/:number");
	assert_string_equal(arg[0], "zfb");
	assert_string_equal(arg[1], "2026-00012");
	assert_string_equal(arg[2], "");
	assert_string_equal(find(GET, "/doc/zfb/1/v/2"),
	    "/doc/:unit/:number/v/:n");
	assert_string_equal(arg[2], "2");
	assert_string_equal(find(GET, "/x/1/2/3/4"), "/x/:a/:b/:c/:d");
	assert_string_equal(arg[3], "4");
	assert_string_equal(find(GET, "/宝/b/c/d"), "/:a/:b/:c/:d");
	assert_string_equal(arg[0], "宝");
}

static void
none(void **state)
{
	static const char *const paths[] = { "", "/doc", "/doc/", "/doc/zfb",
		"/doc/zfb/", "/doc//1", "/doc/zfb/1/",
		"//", "/Logout/", "/entry/", "/entry/1/", "x/entry/1" };
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(paths) / sizeof(paths[0]); k++) {
		assert_string_equal(find(GET, paths[k]), "none");
		assert_false(other);
	}
}

static void
longest_parameter(void **state)
{
	char path[300] = "/entry/";

	(void)state;
	memset(path + 7, 'a', 200);
	assert_string_equal(find(GET, path), "/entry/:id");
	path[207] = 'a';
	assert_string_equal(find(GET, path), "none");
}

static void
methods(void **state)
{
	(void)state;
	assert_string_equal(find(GET, "/logout"), "none");
	assert_true(other);
	assert_string_equal(find(POST, "/"), "none");
	assert_true(other);
	assert_string_equal(find(POST, "/nowhere"), "none");
	assert_false(other);
	assert_int_equal(0, strcmp(find(POST, "/entry/7"), "/entry/:id"));
}

static void
constants_go_first(void **state)
{
	(void)state;
	assert_string_equal(find(GET, "/entry/new"), "/entry/new");
	assert_string_equal(arg[0], "");
	assert_string_equal(find(POST, "/entry/new"), "/entry/:id");
	assert_string_equal(arg[0], "new");
}

static void
locations(void **state)
{
	static const char *const bad[] = { "", "x", "//evil.cn", "/\\evil.cn",
		"https://evil.cn", "/a\r\nSet-Cookie: x=1", "/a b", "/宝",
		"\\/evil", "/a\\b" };
	struct ctx x = { .mem = mem };
	size_t k;

	(void)state;
	assert_int_equal(go(&x, "/entry/%d?x=%s", 7, "a%20b"), RC_OK);
	assert_string_equal(x.reply.location, "/entry/7?x=a%20b");
	for (k = 0; k < sizeof(bad) / sizeof(bad[0]); k++) {
		assert_int_equal(go(&x, "%s", bad[k]), RC_FAIL);
		assert_null(x.reply.location);
	}
}

static void
ours(void **state)
{
	const struct program portal = { .prefix = "" };
	const struct program gkht = { .prefix = "/gkht" };

	(void)state;
	assert_true(route_is_ours(&portal, "/"));
	assert_true(route_is_ours(&portal, "/list?a=%20"));
	assert_false(route_is_ours(&portal, "//evil.cn"));
	assert_false(route_is_ours(&portal, ""));
	assert_true(route_is_ours(&gkht, "/gkht/entry?next=//x"));
	assert_false(route_is_ours(&gkht, "/gkht"));
	assert_false(route_is_ours(&gkht, "/gkhtx/"));
	assert_false(route_is_ours(&gkht, "/"));
	assert_false(route_is_ours(&gkht, "/gkht/../"));
	assert_false(route_is_ours(&gkht, "/gkht/\r\nx"));
	assert_false(route_is_ours(&gkht, "https://x/gkht/"));
}

static void
encoding(void **state)
{
	(void)state;
	assert_string_equal(url_encode(mem, ""), "");
	assert_string_equal(url_encode(mem, "aZ09-._~"), "aZ09-._~");
	assert_string_equal(url_encode(mem, "a b/&?#%\"宝\xff"),
	    "a%20b%2F%26%3F%23%25%22%E5%AE%9D%FF");
}

static void
numbers(void **state)
{
	struct ctx x = { .arg = { "7", "0", "4611686018427387904", "07x" } };

	(void)state;
	assert_int_equal(arg_id(&x, 0), 7);
	assert_int_equal(arg_id(&x, 1), 0);
	assert_int_equal(arg_id(&x, 2), 4611686018427387904);
	assert_int_equal(arg_id(&x, 3), 0);
	assert_int_equal(arg_id(&x, 4), 0);
	assert_int_equal(arg_id(&x, -1), 0);
}

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
outcomes(void **state)
{
	struct ctx x = { .mem = mem };

	(void)state;
	assert_int_equal(show(&x, "a/b.cs"), RC_OK);
	assert_string_equal(x.reply.template, "a/b.cs");
	assert_int_equal(send_json(&x, "{}"), RC_OK);
	assert_string_equal(x.reply.json, "{}");
	assert_int_equal(send_stored(&x, SHA, "image/png", NULL), RC_OK);
	assert_string_equal(x.reply.send_path, "/_files/01/" SHA);
	assert_null(x.reply.send_name);
	assert_int_equal(send_stored(&x, "../../etc/passwd", "a", "b"),
	    RC_NOT_FOUND);
	assert_int_equal(refuse(&x, "title", PROBLEM_MISSING), RC_INVALID);
	assert_int_equal(problem_of(&x.problems, "title"), PROBLEM_MISSING);
}

static void
form_token(void **state)
{
	struct ctx stranger = { .mem = mem }, other_one = { .mem = mem };
	struct ctx known = { .mem = mem, .token = "abc" };
	const char *token = route_csrf(&stranger);

	(void)state;
	assert_non_null(stranger.reply.set_visitor);
	assert_ptr_equal(stranger.token, stranger.reply.set_visitor);
	assert_string_equal(route_csrf(&stranger), token);
	assert_null(strstr(token, stranger.token));
	assert_string_not_equal(route_csrf(&other_one), token);
	assert_string_equal(route_csrf(&known), secret_mac(mem, "csrf", "abc"));
	assert_null(known.reply.set_visitor);
}

static char key[] = "/tmp/test-route-key-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	log_open("test");
	mem = arena_new();
	secret_init();
	if (mkdtemp(key) == NULL)
		return 1;
	if (secret_create(arena_printf(mem, "%s/key", key)) != RC_OK)
		return 1;
	secret_load(arena_printf(mem, "%s/key", key));
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(arena_printf(mem, "%s/key", key));
	arena_free(mem);
	return rmdir(key);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parameters),
		cmocka_unit_test(none),
		cmocka_unit_test(longest_parameter),
		cmocka_unit_test(methods),
		cmocka_unit_test(constants_go_first),
		cmocka_unit_test(locations),
		cmocka_unit_test(ours),
		cmocka_unit_test(encoding),
		cmocka_unit_test(numbers),
		cmocka_unit_test(outcomes),
		cmocka_unit_test(form_token),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
