/* test_multipart.c - every body in pieces of every size, and every limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "web/multipart.h"

#define TYPE "multipart/form-data; boundary=XyZ"
#define PART "Content-Disposition: form-data; name="

static struct arena *mem;

static enum rc
begin(void *arg, const struct multipart_part *part)
{
	buf_printf(arg, "<%s", part->name);
	if (part->filename != NULL)
		buf_printf(arg, "|%s", part->filename);
	buf_puts(arg, ">");
	return RC_OK;
}

static enum rc
data(void *arg, const void *p, size_t n)
{
	assert_true(n > 0);
	buf_put(arg, p, n);
	return RC_OK;
}

static enum rc
end(void *arg)
{
	buf_puts(arg, "</>");
	return RC_OK;
}

static enum rc
parse(const char *type, const char *s, size_t n, size_t piece,
    struct buf *out)
{
	const struct multipart_sink sink = { out, begin, data, end };
	struct multipart *p;
	size_t k, now;
	enum rc rc;

	*out = buf_new(mem);
	p = multipart_new(mem, type, &sink);
	assert_non_null(p);
	for (k = 0; k < n; k += now) {
		now = n - k < piece ? n - k : piece;
		if ((rc = multipart_feed(p, s + k, now)) != RC_OK)
			return rc;
	}
	return multipart_end(p);
}

/* The same result, whatever the size of the pieces. */
static void
check_bytes(const char *s, size_t n, enum rc want, const char *events)
{
	struct buf out;
	size_t piece;

	for (piece = 1; piece <= n + 1; piece++) {
		assert_int_equal(parse(TYPE, s, n, piece, &out), want);
		if (events != NULL)
			assert_string_equal(out.s, events);
		arena_reset(mem);
	}
}

static void
check(const char *s, enum rc want, const char *events)
{
	check_bytes(s, strlen(s), want, events);
}

static void
good_bodies(void **state)
{
	(void)state;
	check("--XyZ--", RC_OK, "");
	check("--XyZ--\r\nepilogue --XyZ", RC_OK, "");
	check("--XyZ\r\n" PART "\"a\"\r\n\r\none\r\n--XyZ--\r\n", RC_OK,
	    "<a>one</>");
	check("--XyZ\r\n" PART "\"a\"\r\n\r\n\r\n--XyZ--\r\n", RC_OK,
	    "<a></>");
	check("--XyZ\r\n" PART "\"a\"\r\n\r\n1\r\n--XyZ\r\n" PART
	    "\"f\"; filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\n2"
	    "\r\n--XyZ--\r\n", RC_OK, "<a>1</><f|b.txt>2</>");
	check("--XyZ\r\n" PART "\"f\"; filename=\"\"\r\n\r\n\r\n--XyZ--",
	    RC_OK, "<f|></>");
	check("--XyZ\r\ncontent-DISPOSITION:form-data;name=a\r\n\r\n1\r\n"
	    "--XyZ--", RC_OK, "<a>1</>");
}

/* What looks like a delimiter and is none is content. */
static void
near_delimiters(void **state)
{
	(void)state;
	check("--XyZ\r\n" PART "\"a\"\r\n\r\n\r\r\n\r\n-\r\n--\r\n--X\r\n--Xy"
	    "\r\r\n--XyQ--XyZ\n--XyZ\r\r\n--XyZ--", RC_OK,
	    "<a>\r\r\n\r\n-\r\n--\r\n--X\r\n--Xy\r\r\n--XyQ--XyZ\n--XyZ\r</>");
}

static void
names(void **state)
{
	(void)state;
	check("--XyZ\r\n" PART "\"f\"; filename=\"a\\\"b;c.txt\"\r\n\r\n\r\n"
	    "--XyZ--", RC_OK, "<f|a\"b;c.txt></>");
	check("--XyZ\r\n" PART "\"f\"; filename=\"C:\\dir\\a.txt\"\r\n\r\n"
	    "\r\n--XyZ--", RC_OK, "<f|C:\\dir\\a.txt></>");
	check("--XyZ\r\n" PART "\"f\"; filename=\"通知.docx\"\r\n\r\n\r\n"
	    "--XyZ--", RC_OK, "<f|通知.docx></>");
}

static void
bad_bodies(void **state)
{
	static const char *const bad[] = {
		"",
		"x--XyZ--",
		"\r\n--XyZ--",
		"--XyQ--",
		"--XyZ-x",
		"--XyZ\n" PART "\"a\"\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\nContent-Type: text/plain\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"\r\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"\"\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"; name=\"b\"\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"\r\n" PART "\"b\"\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"; filename=x; filename=y\r\n\r\n1\r\n"
		    "--XyZ--",
		"--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n"
		    "1\r\n--XyZ--",
		"--XyZ\r\nno colon\r\n\r\n1\r\n--XyZ--",
		"--XyZ\r\n" PART "\"a\"\r\n\r\n1",
		"--XyZ\r\n" PART "\"a\"\r\n\r\n1\r\n--XyZ",
		"--XyZ\r\n" PART "\"a\"\r\n\r\n1\r\n--XyZ-",
		"--XyZ\r\n" PART "\"a\"\r\n\r\n1\r\n--XyZ x",
	};
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		check(bad[k], RC_INVALID, NULL);
	check_bytes("--XyZ\r\n" PART "\"a\0b\"\r\n\r\n1\r\n--XyZ--",
	    sizeof("--XyZ\r\n" PART "\"a\0b\"\r\n\r\n1\r\n--XyZ--") - 1,
	    RC_INVALID, NULL);
}

static void
binary_content(void **state)
{
	char body[600], *s = body;
	struct buf out;
	int k;

	(void)state;
	s = stpcpy(s, "--XyZ\r\n" PART "\"f\"; filename=\"b\"\r\n\r\n");
	for (k = 0; k < 256; k++)
		*s++ = (char)k;
	memcpy(s, "\r\n--XyZ--", 9);
	s += 9;
	for (k = 1; k < 60; k++) {
		assert_int_equal(parse(TYPE, body, (size_t)(s - body),
		    (size_t)k, &out), RC_OK);
		assert_int_equal(out.n, strlen("<f|b>") + 256 + strlen("</>"));
		assert_memory_equal(out.s + 5 + 250, "\xfa\xfb\xfc\xfd\xfe\xff",
		    6);
		arena_reset(mem);
	}
}

static enum rc
parse_once(const char *s)
{
	struct buf out;
	enum rc rc = parse(TYPE, s, strlen(s), strlen(s), &out);

	arena_reset(mem);
	return rc;
}

static enum rc
with_parts(int n)
{
	static char body[64 * (MULTIPART_PARTS + 2)];
	char *s = body;

	while (n-- > 0)
		s = stpcpy(s, "--XyZ\r\n" PART "a\r\n\r\n1\r\n");
	strcpy(s, "--XyZ--");
	return parse_once(body);
}

static enum rc
with_headers(int n)
{
	char body[4096], *s = stpcpy(body, "--XyZ\r\n" PART "a\r\n");

	while (--n > 0)
		s = stpcpy(s, "X: y\r\n");
	strcpy(s, "\r\n1\r\n--XyZ--");
	return parse_once(body);
}

/* A header line, or a name, of n bytes. */
static enum rc
with_line(size_t n)
{
	char body[4096], *s = stpcpy(body, "--XyZ\r\n" PART "a\r\nX: ");

	memset(s, 'x', n - 3);
	strcpy(s + n - 3, "\r\n\r\n1\r\n--XyZ--");
	return parse_once(body);
}

static enum rc
with_name(size_t n)
{
	char body[4096], *s = stpcpy(body, "--XyZ\r\n" PART);

	memset(s, 'x', n);
	strcpy(s + n, "\r\n\r\n1\r\n--XyZ--");
	return parse_once(body);
}

static void
limits(void **state)
{
	(void)state;
	assert_int_equal(with_parts(MULTIPART_PARTS), RC_OK);
	assert_int_equal(with_parts(MULTIPART_PARTS + 1), RC_TOO_LARGE);
	assert_int_equal(with_headers(MULTIPART_HEADERS), RC_OK);
	assert_int_equal(with_headers(MULTIPART_HEADERS + 1), RC_TOO_LARGE);
	assert_int_equal(with_line(MULTIPART_LINE), RC_OK);
	assert_int_equal(with_line(MULTIPART_LINE + 1), RC_TOO_LARGE);
	assert_int_equal(with_name(MULTIPART_NAME), RC_OK);
	assert_int_equal(with_name(MULTIPART_NAME + 1), RC_TOO_LARGE);
}

static void *
open_type(const char *type)
{
	const struct multipart_sink sink = { NULL, begin, data, end };

	return multipart_new(mem, type, &sink);
}

static void
content_types(void **state)
{
	char longest[200] = "multipart/form-data; boundary=";
	size_t n = strlen(longest);

	(void)state;
	assert_non_null(open_type("multipart/form-data; boundary=a"));
	assert_non_null(open_type("Multipart/Form-Data;boundary=\"a b'()+\""));
	assert_non_null(open_type("multipart/form-data; x=y; BOUNDARY=a"));
	assert_null(open_type(NULL));
	assert_null(open_type(""));
	assert_null(open_type("multipart/form-data"));
	assert_null(open_type("multipart/mixed; boundary=a"));
	assert_null(open_type("multipart/form-datax; boundary=a"));
	assert_null(open_type("multipart/form-data; boundary="));
	assert_null(open_type("multipart/form-data; boundary=\"\""));
	assert_null(open_type("multipart/form-data; boundary=\"a"));
	assert_null(open_type("multipart/form-data; boundary=\"a \""));
	assert_null(open_type("multipart/form-data; boundary=\"a\rb\""));
	assert_null(open_type("multipart/form-data; boundary=a*"));
	assert_null(open_type("multipart/form-data; boundary=a; boundary=b"));
	memset(longest + n, 'b', 70);
	assert_non_null(open_type(longest));
	longest[n + 70] = 'b';
	assert_null(open_type(longest));
}

static enum rc
refuse_data(void *arg, const void *p, size_t n)
{
	(void)arg;
	(void)p;
	(void)n;
	return RC_TOO_LARGE;
}

static void
sink_stops_it(void **state)
{
	static const char body[] = "--XyZ\r\n" PART "a\r\n\r\n1\r\n--XyZ--";
	struct buf out = buf_new(mem);
	const struct multipart_sink sink = { &out, begin, refuse_data, end };
	struct multipart *p = multipart_new(mem, TYPE, &sink);

	(void)state;
	assert_int_equal(multipart_feed(p, body, sizeof(body) - 1),
	    RC_TOO_LARGE);
	assert_string_equal(out.s, "<a>");
}

static int
set_up(void **state)
{
	(void)state;
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
		cmocka_unit_test(good_bodies),
		cmocka_unit_test(near_delimiters),
		cmocka_unit_test(names),
		cmocka_unit_test(bad_bodies),
		cmocka_unit_test(binary_content),
		cmocka_unit_test(limits),
		cmocka_unit_test(content_types),
		cmocka_unit_test(sink_stops_it),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
