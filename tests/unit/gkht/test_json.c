/* The JSON that scripts of the back office read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gkht/json.h"

static struct arena *mem;

static const char *
text_of(const char *s)
{
	struct buf b = buf_new(mem);

	json_string(&b, s);
	return b.s;
}

static void
test_string(void **state)
{
	(void)state;
	assert_string_equal(text_of(""), "\"\"");
	assert_string_equal(text_of("宝坻〔2026〕1号"), "\"宝坻〔2026〕1号\"");
	assert_string_equal(text_of("a\"b\\c"), "\"a\\u0022b\\u005cc\"");
	assert_string_equal(text_of("\n\t\x01\x7f"),
	    "\"\\u000a\\u0009\\u0001\\u007f\"");
}

/* A file name must not close the page's script or become a tag. */
static void
test_string_in_html(void **state)
{
	(void)state;
	assert_string_equal(text_of("</script>&"),
	    "\"\\u003c/script\\u003e\\u0026\"");
}

static void
test_members(void **state)
{
	struct buf b = buf_new(mem);

	(void)state;
	buf_puts(&b, "{");
	json_int(&b, "id", INT64_MIN);
	json_text(&b, "name", "a");
	buf_puts(&b, ",\"in\":{");
	json_int(&b, "n", 0);
	buf_puts(&b, "}}");
	assert_string_equal(b.s, "{\"id\":-9223372036854775808,"
	    "\"name\":\"a\",\"in\":{\"n\":0}}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_string),
		cmocka_unit_test(test_string_in_html),
		cmocka_unit_test(test_members),
	};
	int failed;

	mem = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(mem);
	return failed;
}
