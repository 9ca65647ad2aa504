/* test_fee.c - the figures of 国办函〔2020〕109号. */
#include "core/fee.h"

#include "district.h"

static void
test_pieces(void **state)
{
	int64_t sum = 0;

	(void)state;
	assert_int_equal(fee_pieces(0), 0);
	assert_int_equal(fee_pieces(10), 0);
	assert_int_equal(fee_pieces(11), 100);
	assert_int_equal(fee_pieces(30), 2000);
	assert_int_equal(fee_pieces(31), 2200);
	assert_int_equal(fee_pieces(40), 4000);
	assert_int_equal(fee_pieces(41), 4300);
	assert_int_equal(fee_pieces(50), 7000);
	assert_int_equal(fee_pieces(-5), 0);
	for (int n = 1; n <= 200; n++) {
		sum += fee_piece(n);
		assert_int_equal(fee_pieces(n), sum);
	}
}

static void
test_pages(void **state)
{
	int64_t last = 0;

	(void)state;
	assert_int_equal(fee_pages(0), 0);
	assert_int_equal(fee_pages(30), 0);
	assert_int_equal(fee_pages(31), 10);
	assert_int_equal(fee_pages(100), 700);
	assert_int_equal(fee_pages(101), 720);
	assert_int_equal(fee_pages(200), 2700);
	assert_int_equal(fee_pages(201), 2740);
	assert_int_equal(fee_pages(-1), 0);
	for (int n = 1; n <= 300; n++) {
		assert_true(fee_pages(n) >= last);
		last = fee_pages(n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
