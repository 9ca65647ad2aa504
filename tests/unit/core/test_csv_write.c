/* test_csv_write.c - what is written reads back; formulas are text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "base/csv.h"
#include "core/csv_write.h"

static void
test_bytes(void **st)
{
	struct buf b = buf_new(mem);
	struct csv_write c = csv_write_open(&b);

	(void)st;
	csv_write_text(&c, "名称");
	csv_write_text(&c, NULL);
	csv_write_number(&c, -7);
	csv_write_row(&c);
	csv_write_text(&c, "a,\"b\"");
	csv_write_row(&c);
	assert_string_equal(b.s, "\xef\xbb\xbf" "名称,,-7\r\n"
	    "\"a,\"\"b\"\"\"\r\n");
}

static void
test_formulas(void **st)
{
	static const char *const bad[] = { "=1", "+1", "-1", "@a", "\t1",
	    "\r1", "＝1", "＋1", "－1", "＠1" };
	struct buf b = buf_new(mem);
	struct csv_write c = csv_write_open(&b);
	struct csv in;
	char *field[CSV_COLUMNS];
	int n;

	(void)st;
	for (int k = 0; k < 10; k++)
		csv_write_text(&c, bad[k]);
	csv_write_text(&c, "a=1");
	csv_write_row(&c);
	in = csv_open(b.s, b.n);
	assert_int_equal(csv_next(&in, field, &n, mem), RC_OK);
	assert_int_equal(n, 11);
	for (int k = 0; k < 10; k++) {
		assert_int_equal(field[k][0], '\'');
		assert_string_equal(field[k] + 1, bad[k]);
	}
	assert_string_equal(field[10], "a=1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_bytes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_formulas, setup,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
