/* test_request.c - heads and bodies as the web server hands them over. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "fake.h"

#define FORM  "application/x-www-form-urlencoded"
#define MULTI "multipart/form-data; boundary=B"

static struct arena *mem;
static struct request req;
static struct config conf;
static char folder[] = "/tmp/test-request-XXXXXX";

static enum rc
head(const char *method, const char *uri)
{
	struct fake f = { 0 };
	struct request_source src = fake_source(&f);

	arena_reset(mem);
	fake_set(&f, "REQUEST_METHOD", method);
	fake_set(&f, "REQUEST_URI", uri);
	return request_read_head(&req, &src, mem);
}

static void
methods(void **state)
{
	(void)state;
	assert_int_equal(head("GET", "/"), RC_OK);
	assert_int_equal(req.method, GET);
	assert_false(req.head);
	assert_int_equal(head("HEAD", "/"), RC_OK);
	assert_int_equal(req.method, GET);
	assert_true(req.head);
	assert_int_equal(head("POST", "/"), RC_OK);
	assert_int_equal(req.method, POST);
	assert_int_equal(head("PUT", "/"), RC_DENIED);
	assert_int_equal(head("get", "/"), RC_DENIED);
	assert_int_equal(head("TRACE", "/"), RC_DENIED);
	assert_int_equal(head(NULL, "/"), RC_DENIED);
	assert_string_equal(req.path, "/");
}

static void
paths(void **state)
{
	(void)state;
	assert_int_equal(head("GET", "/doc/zfb/2026-00012?x=1&y"), RC_OK);
	assert_string_equal(req.path, "/doc/zfb/2026-00012");
	assert_string_equal(req.query, "x=1&y");
	assert_string_equal(req.uri, "/doc/zfb/2026-00012?x=1&y");
	assert_int_equal(head("GET", "/%e5%ae%9d+a%20b"), RC_OK);
	assert_string_equal(req.path, "/宝+a b");
	assert_string_equal(req.query, "");
	/* Decoded exactly once. */
	assert_int_equal(head("GET", "/%2527"), RC_OK);
	assert_string_equal(req.path, "/%27");
	assert_int_equal(head("GET", "/a...b/..c/.d"), RC_OK);
}

static void
bad_paths(void **state)
{
	static const char *const bad[] = { NULL, "", "doc", "*",
		"http://x/", "/a%00b", "/%", "/%4", "/%zz", "/%c0%af",
		"/%ff", "/\xff", "/..", "/../a", "/a/../b", "/a/..", "/.",
		"/a/./b", "/%2e%2e/a", "/a%2f..%2fb", "/a\\b", "/%5c",
		"/a%0db", "/a%0ab", "/a%1bb", "/a#b", "/a?%zz", "/a?x=%00",
		"/a?x=%ff", "/a?\xff", "/a?b\x01" };
	char longest[8300];
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		assert_int_equal(head("GET", bad[k]), RC_INVALID);
	memset(longest, 'a', sizeof(longest));
	longest[0] = '/';
	longest[8192] = '\0';
	assert_int_equal(head("GET", longest), RC_OK);
	longest[8192] = 'a';
	longest[8193] = '\0';
	assert_int_equal(head("GET", longest), RC_INVALID);
}

static void
queries(void **state)
{
	(void)state;
	assert_int_equal(head("GET", "/?q=%e5%ae%9d+x%2B&&a=1=2&b&=c&q="),
	    RC_OK);
	assert_int_equal(req.n_params, 5);
	assert_string_equal(req.param[0].name, "q");
	assert_string_equal(req.param[0].value, "宝 x+");
	assert_string_equal(req.param[1].value, "1=2");
	assert_string_equal(req.param[2].name, "b");
	assert_string_equal(req.param[2].value, "");
	assert_string_equal(req.param[3].name, "");
	assert_string_equal(req.param[3].value, "c");
	assert_string_equal(req.param[4].value, "");
	/* A POST has its fields in the body alone. */
	assert_int_equal(head("POST", "/?q=1"), RC_OK);
	assert_int_equal(req.n_params, 0);
}

static enum rc
with_fields(size_t n)
{
	struct param *param;
	char *s = malloc(2 * n + 1);
	size_t k;
	int count;
	enum rc rc;

	for (k = 0; k < n; k++)
		memcpy(s + 2 * k, "a&", 2);
	rc = request_params(s, 2 * n - 1, &param, &count, mem);
	free(s);
	if (rc == RC_OK)
		assert_int_equal(count, n);
	return rc;
}

static void
many_fields(void **state)
{
	(void)state;
	assert_int_equal(with_fields(REQUEST_PARAMS), RC_OK);
	assert_int_equal(with_fields(REQUEST_PARAMS + 1), RC_TOO_LARGE);
	assert_int_equal(with_fields(100000), RC_TOO_LARGE);
}

static void
headers(void **state)
{
	struct fake f = { 0 };
	struct request_source src = fake_source(&f);
	char agent[301];

	(void)state;
	memset(agent, 'a', 300);
	agent[300] = '\0';
	agent[3] = '\x1b';
	fake_set(&f, "REQUEST_METHOD", "GET");
	fake_set(&f, "REQUEST_URI", "/");
	fake_set(&f, "HTTPS", "on");
	fake_set(&f, "REMOTE_ADDR", "192.0.2.1");
	fake_set(&f, "HTTP_HOST", "example.cn");
	fake_set(&f, "HTTP_USER_AGENT", agent);
	fake_set(&f, "HTTP_COOKIE", "ab=1; a=2;b = 3; c=4=5; a=6");
	fake_set(&f, "HTTP_X_REQUESTED_WITH", "fetch");
	fake_set(&f, "HTTP_ORIGIN", "null");
	fake_set(&f, "HTTP_SEC_FETCH_SITE", "cross-site");
	assert_int_equal(request_read_head(&req, &src, mem), RC_OK);
	assert_true(req.https);
	assert_true(req.script);
	assert_string_equal(req.address, "192.0.2.1");
	assert_string_equal(req.host, "example.cn");
	assert_int_equal(strlen(req.agent), 200);
	assert_int_equal(req.agent[3], '?');
	assert_string_equal(req.origin, "null");
	assert_string_equal(req.fetch_site, "cross-site");
	assert_string_equal(request_cookie(&req, "a", mem), "2");
	assert_string_equal(request_cookie(&req, "ab", mem), "1");
	assert_string_equal(request_cookie(&req, "c", mem), "4=5");
	assert_null(request_cookie(&req, "b", mem));
	assert_null(request_cookie(&req, "d", mem));
	fake_set(&f, "HTTPS", "");
	assert_int_equal(request_read_head(&req, &src, mem), RC_OK);
	assert_false(req.https);
}

static enum rc
read_fake(struct fake *f, int64_t limit, bool files)
{
	struct request_source src = fake_source(f);

	fake_set(f, "REQUEST_METHOD", "POST");
	fake_set(f, "REQUEST_URI", "/");
	assert_int_equal(request_read_head(&req, &src, mem), RC_OK);
	return request_read_body(&req, &src, &conf, limit, files, mem);
}

static enum rc
body(const char *type, const char *text, int64_t limit, bool files)
{
	struct fake f = { 0 };

	request_end(&req);
	arena_reset(mem);
	fake_body(&f, type, text, strlen(text));
	return read_fake(&f, limit, files);
}

static void
urlencoded_bodies(void **state)
{
	(void)state;
	assert_int_equal(body(FORM, "a=1&b=%e5%ae%9d", 15, false), RC_OK);
	assert_int_equal(req.n_params, 2);
	assert_string_equal(req.param[1].value, "宝");
	assert_int_equal(body(FORM "; charset=UTF-8", "a=1", 3, false), RC_OK);
	assert_int_equal(body(FORM, "a=11", 3, false), RC_TOO_LARGE);
	assert_int_equal(body(FORM, "a=%ff", 10, false), RC_INVALID);
	assert_int_equal(body(FORM, "a=%00", 10, false), RC_INVALID);
	assert_int_equal(body(FORM, "", 10, false), RC_OK);
	assert_int_equal(req.n_params, 0);
}

static void
other_bodies(void **state)
{
	(void)state;
	assert_int_equal(body("text/plain", "a=1", 10, true), RC_INVALID);
	assert_int_equal(body("application/json", "{}", 10, true), RC_INVALID);
	assert_int_equal(body(FORM "x", "a=1", 10, true), RC_INVALID);
	assert_int_equal(body("multipart/form-data", "a=1", 10, true),
	    RC_INVALID);
	assert_int_equal(body(NULL, "a=1", 10, true), RC_INVALID);
	assert_int_equal(body(NULL, "", 10, true), RC_OK);
}

static void
lengths(void **state)
{
	static const char *const bad[] = { NULL, "", "-1", "+3", "3 ", "0x3",
		"99999999999999999999" };
	struct fake f = { 0 };
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(bad) / sizeof(bad[0]); k++) {
		f.given = 0;
		fake_body(&f, FORM, "a=1", 3);
		fake_set(&f, "CONTENT_LENGTH", bad[k]);
		assert_int_equal(read_fake(&f, 100, false), RC_INVALID);
	}
	/* Refused before a byte is read. */
	fake_set(&f, "CONTENT_LENGTH", "2147483648");
	f.given = 0;
	assert_int_equal(read_fake(&f, 100, false), RC_TOO_LARGE);
	assert_int_equal(f.given, 0);
	/* Less than announced. */
	fake_set(&f, "CONTENT_LENGTH", "4");
	assert_int_equal(read_fake(&f, 100, false), RC_INVALID);
	f.given = 0;
	f.broken_at = 2;
	fake_set(&f, "CONTENT_LENGTH", "3");
	assert_int_equal(read_fake(&f, 100, false), RC_INVALID);
}

#define DISPOSITION "--B\r\nContent-Disposition: form-data; name="
#define FILE_PART DISPOSITION "\"f\"; filename=\"C:\\x\\通知.txt\"\r\n" \
	"Content-Type: text/plain\r\n\r\n0123456789\r\n"
#define TEXT_PART DISPOSITION "\"t\"\r\n\r\n宝坻\r\n"
#define LAST "--B--\r\n"

static int
descriptors(void)
{
	DIR *d = opendir("/proc/self/fd");
	int n = 0;

	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n;
}

static void
files(void **state)
{
	int before;
	char text[32];
	const struct file *file;

	(void)state;
	request_end(&req);
	before = descriptors();
	assert_int_equal(body(MULTI, FILE_PART TEXT_PART LAST, 4000, true),
	    RC_OK);
	assert_int_equal(req.n_params, 2);
	file = req.param[0].file;
	assert_non_null(file);
	assert_string_equal(file->name, "通知.txt");
	assert_int_equal(file->size, 10);
	assert_false(file->too_large);
	assert_int_equal(pread(file->fd, text, sizeof(text), 0), 10);
	assert_memory_equal(text, "0123456789", 10);
	assert_int_equal(access(file->path, R_OK), 0);
	assert_null(req.param[1].file);
	assert_string_equal(req.param[1].value, "宝坻");
	request_end(&req);
	assert_int_equal(descriptors(), before);
}

static void
files_in_pieces(void **state)
{
	static const char text[] = FILE_PART TEXT_PART LAST;
	struct fake f = { 0 };
	size_t piece;

	(void)state;
	for (piece = 1; piece < sizeof(text); piece++) {
		f.given = 0;
		f.piece = piece;
		fake_body(&f, MULTI, text, sizeof(text) - 1);
		assert_int_equal(read_fake(&f, 4000, true), RC_OK);
		assert_int_equal(req.param[0].file->size, 10);
		request_end(&req);
	}
	f.broken_at = sizeof(text) / 2;
	f.given = 0;
	f.piece = 10;
	assert_int_equal(read_fake(&f, 4000, true), RC_INVALID);
	request_end(&req);
}

static void
file_limits(void **state)
{
	(void)state;
	conf.upload_max = 10;
	assert_int_equal(body(MULTI, FILE_PART LAST, 4000, true), RC_OK);
	assert_false(req.param[0].file->too_large);
	conf.upload_max = 9;
	assert_int_equal(body(MULTI, FILE_PART LAST, 4000, true), RC_OK);
	assert_true(req.param[0].file->too_large);
	conf.upload_max = 1000;
	/* A form that takes no files. */
	assert_int_equal(body(MULTI, FILE_PART LAST, 4000, false), RC_INVALID);
	assert_int_equal(body(MULTI, TEXT_PART LAST, 4000, false), RC_OK);
	/* No file chosen. */
	assert_int_equal(body(MULTI, DISPOSITION "\"f\"; filename=\"\"\r\n\r\n"
	    "\r\n" LAST, 4000, true), RC_OK);
	assert_null(req.param[0].file);
	assert_string_equal(req.param[0].value, "");
	/* Names that are none. */
	assert_int_equal(body(MULTI, DISPOSITION "\"f\"; filename=\"a/\"\r\n"
	    "\r\n1\r\n" LAST, 4000, true), RC_INVALID);
	assert_int_equal(body(MULTI, DISPOSITION "\"f\"; filename=\"\xff\"\r\n"
	    "\r\n1\r\n" LAST, 4000, true), RC_INVALID);
	assert_int_equal(body(MULTI, DISPOSITION "\"\xff\"\r\n\r\n1\r\n" LAST,
	    4000, true), RC_INVALID);
	assert_int_equal(body(MULTI, DISPOSITION "\"t\"\r\n\r\n\xff\r\n" LAST,
	    4000, true), RC_INVALID);
}

/* However large a body may be for its files, its texts stay bounded. */
static void
text_in_memory(void **state)
{
	static char text[400000];
	struct fake f = { 0 };
	size_t n;

	(void)state;
	n = (size_t)sprintf(text, DISPOSITION "t\r\n\r\n");
	memset(text + n, 'x', 300000);
	strcpy(text + n + 300000, "\r\n" LAST);
	fake_body(&f, MULTI, text, strlen(text));
	conf.text_max = 200000;
	assert_int_equal(read_fake(&f, 1 << 20, true), RC_OK);
	f.given = 0;
	conf.text_max = 100000;
	assert_int_equal(read_fake(&f, 1 << 20, true), RC_TOO_LARGE);
	conf.text_max = 1000;
}

static void
no_room_for_files(void **state)
{
	(void)state;
	conf.tmp = "/nonexistent";
	assert_int_equal(body(MULTI, FILE_PART LAST, 4000, true), RC_FAIL);
	conf.tmp = folder;
}

static void
drain(void **state)
{
	struct fake f = { .body = "0123456789", .length = 10, .piece = 3 };
	struct request_source src = fake_source(&f);

	(void)state;
	request_drain(&src, 4);
	assert_int_equal(f.given, 6);
	request_drain(&src, 100);
	assert_int_equal(f.given, 10);
}

static int
set_up(void **state)
{
	(void)state;
	log_open("test");
	mem = arena_new();
	conf = (struct config){ .upload_max = 1000, .text_max = 1000,
	    .tmp = mkdtemp(folder) };
	return conf.tmp == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	request_end(&req);
	arena_free(mem);
	return rmdir(folder);	/* fails when a temporary file stayed */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(methods),
		cmocka_unit_test(paths),
		cmocka_unit_test(bad_paths),
		cmocka_unit_test(queries),
		cmocka_unit_test(many_fields),
		cmocka_unit_test(headers),
		cmocka_unit_test(urlencoded_bodies),
		cmocka_unit_test(other_bodies),
		cmocka_unit_test(lengths),
		cmocka_unit_test(files),
		cmocka_unit_test(files_in_pieces),
		cmocka_unit_test(file_limits),
		cmocka_unit_test(text_in_memory),
		cmocka_unit_test(no_room_for_files),
		cmocka_unit_test(drain),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
