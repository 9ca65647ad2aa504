/* test_gzip.c - who takes packed bodies, and that they unpack to the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#include "web/gzip.h"

static void
taken(void **state)
{
	static const char *const yes[] = { "gzip", "gzip, deflate, br",
		"deflate,gzip", "br;q=1.0 , GZIP ;q=0.5", "gzip;q=1", "gzip;x=0",
		"gzip; q=0.001" };
	static const char *const no[] = { "", "identity", "gzip;q=0",
		"gzip ; q = 0.000, br", "xgzip", "gzip2", "*", ",,,", ";", "br" };

	(void)state;
	for (size_t k = 0; k < sizeof(yes) / sizeof(yes[0]); k++)
		if (!gzip_taken(yes[k]))
			fail_msg("refused: %s", yes[k]);
	for (size_t k = 0; k < sizeof(no) / sizeof(no[0]); k++)
		if (gzip_taken(no[k]))
			fail_msg("taken: %s", no[k]);
}

static void
unpacked(const struct buf *packed, const char *want, size_t n, struct arena *m)
{
	char *out = arena_alloc(m, n + 1);
	z_stream z = { .next_in = (unsigned char *)packed->s,
	    .avail_in = (unsigned)packed->n, .next_out = (unsigned char *)out,
	    .avail_out = (unsigned)n + 1 };

	assert_int_equal(inflateInit2(&z, MAX_WBITS + 16), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.total_out, n);
	assert_memory_equal(out, want, n);
	inflateEnd(&z);
}

static void
round_trip(void **state)
{
	struct arena *m = arena_new();
	struct buf in = buf_new(m), out;
	unsigned word = 1;

	(void)state;
	assert_true(gzip_pack(&in, &out, m));
	unpacked(&out, "", 0, m);
	/* what does not get smaller, then what does */
	for (int k = 0; k < 100000; k++) {
		word = word * 1664525 + 1013904223;
		buf_putc(&in, (char)(word >> 24));
	}
	assert_true(gzip_pack(&in, &out, m));
	unpacked(&out, in.s, in.n, m);
	for (int k = 0; k < 20000; k++)
		buf_puts(&in, "政府信息公开");
	assert_true(gzip_pack(&in, &out, m));
	unpacked(&out, in.s, in.n, m);
	assert_true(out.n < in.n / 3);
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(taken),
		cmocka_unit_test(round_trip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
