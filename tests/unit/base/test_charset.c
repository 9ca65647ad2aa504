/* test_charset.c - text in other encodings becomes UTF-8, and nothing hangs on
 * what is broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "base/charset.h"
#include "base/text.h"

static size_t
reads(const char *from, const char *s, size_t n, const char *as)
{
	struct buf out = buf_new(mem);
	size_t wrong = charset_utf8(from, s, n, SIZE_MAX, &out);

	assert_string_equal(out.s, as);
	return wrong;
}

#define READS(from, s, as) reads(from, s, sizeof s - 1, as)

static void
test_kinds(void **st)
{
	(void)st;
	assert_int_equal(READS("UTF-8", "\xEF\xBF\xBD政务 a\n",
	    "\xEF\xBF\xBD政务 a\n"), 0);
	/* two bytes, and the four of what came later */
	assert_int_equal(READS("GB18030", "\xD5\xFE\xCE\xF1\x81\x39\xEE\x39",
	    "政务㐀"), 0);
	assert_int_equal(READS("UTF-16LE", "\x3F\x65\x40\xD8\x0B\xDC\n\0",
	    "政𠀋\n"), 0);
	assert_int_equal(READS("UTF-16BE", "\x65\x3F\xD8\x40\xDC\x0B", "政𠀋"),
	    0);
	assert_int_equal(READS("GB18030", "", ""), 0);
}

static void
test_broken(void **st)
{
	(void)st;
	assert_int_equal(READS("UTF-8", "a\xFF" "b\xE6\x94",
	    "a\xEF\xBF\xBD" "b\xEF\xBF\xBD"), 2);
	assert_int_equal(READS("UTF-16LE", "a\0\x40\xD8", "a\xEF\xBF\xBD"), 1);
	assert_int_equal(READS("GB18030", "\xD5\xFE\xD5", "政\xEF\xBF\xBD"), 1);
}

/* Every border of what is read at once falls into a pair somewhere. */
static void
test_long(void **st)
{
	struct buf in = buf_new(mem), out = buf_new(mem), as = buf_new(mem);
	int k;

	(void)st;
	buf_put(&in, "a", 2);
	buf_puts(&as, "a");
	for (k = 0; k < 20000; k++) {
		buf_put(&in, "\x40\xD8\x0B\xDC", 4);
		buf_puts(&as, "𠀋");
	}
	assert_int_equal(charset_utf8("UTF-16LE", in.s, in.n, SIZE_MAX, &out),
	    0);
	assert_string_equal(out.s, as.s);
	out = buf_new(mem);
	charset_utf8("UTF-16LE", in.s, in.n, 10000, &out);
	assert_in_range(out.n, 10001, 30000);
	assert_true(text_valid(out.s, out.n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
