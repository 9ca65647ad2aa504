/* test_raster.c - pictures of other kinds become PNG, or a box. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "richtext/filetype.h"
#include "richtext/raster.h"

static const struct raster_crop whole;

static void
put(unsigned char *s, size_t n, uint32_t v)
{
	for (; n > 0; n--, v >>= 8)
		*s++ = (unsigned char)v;
}

#define DIB_HEAD 40
#define W 10
#define H 6
#define BITS (32 * H)		/* ten pixels of three bytes, and two more */

static void
dib_fill(unsigned char *s)
{
	put(s, 4, DIB_HEAD);
	put(s + 4, 4, W);
	put(s + 8, 4, H);
	put(s + 12, 2, 1);
	put(s + 14, 2, 24);
	memset(s + DIB_HEAD, 0x40, BITS);
}

/* The size of what came out; 0 x 0: nothing did. */
static void
png_size(const void *data, size_t n, const struct raster_crop *c, int *w,
    int *h)
{
	const void *png;
	const char *type;
	size_t png_n;

	*w = *h = 0;
	if (!raster_png(data, n, c, &png, &png_n, mem))
		return;
	type = filetype_image(png, png_n, w, h);
	assert_non_null(type);
	assert_string_equal(type, "image/png");
}

static void
test_bmp(void **st)
{
	static const struct raster_crop half = { 50000, 0, 0, 50000 };
	static const struct raster_crop silly = { 99000, 0, 50000, 0 };
	unsigned char s[14 + DIB_HEAD + BITS] = "BM";
	int w, h;
	size_t n;

	(void)st;
	put(s + 2, 4, sizeof s);
	put(s + 10, 4, 14 + DIB_HEAD);
	dib_fill(s + 14);
	png_size(s, sizeof s, &whole, &w, &h);
	assert_int_equal(w, W);
	assert_int_equal(h, H);
	png_size(s, sizeof s, &half, &w, &h);
	assert_int_equal(w, W / 2);
	assert_int_equal(h, H / 2);
	png_size(s, sizeof s, &silly, &w, &h);
	assert_int_equal(w, W);
	/* cut off anywhere: an answer, no crash */
	for (n = 0; n < sizeof s; n++)
		png_size(s, n, &whole, &w, &h);
	put(s + 18, 4, 0x7fffffff);
	png_size(s, sizeof s, &whole, &w, &h);
	assert_int_equal(w, 0);
}

static size_t
emf_fill(unsigned char *s)
{
	unsigned char *r = s + 88;

	put(s, 4, 1);
	put(s + 4, 4, 88);
	memcpy(s + 40, " EMF", 4);
	put(r, 4, 81);
	put(r + 4, 4, 80 + DIB_HEAD + BITS);
	put(r + 48, 4, 80);
	put(r + 52, 4, DIB_HEAD);
	put(r + 56, 4, 80 + DIB_HEAD);
	put(r + 60, 4, BITS);
	dib_fill(r + 80);
	return 88 + 80 + DIB_HEAD + BITS;
}

static void
test_emf(void **st)
{
	unsigned char s[1024] = { 0 };
	size_t n = emf_fill(s), k;
	int w, h;

	(void)st;
	png_size(s, n, &whole, &w, &h);
	assert_int_equal(w, W);
	assert_int_equal(h, H);
	/* every number of the record gone wrong */
	for (k = 88; k < 88 + 80; k += 4) {
		emf_fill(s);
		put(s + k, 4, 0xfffffff0);
		png_size(s, n, &whole, &w, &h);
	}
	emf_fill(s);
	put(s + 4, 4, 0);
	png_size(s, n, &whole, &w, &h);
	assert_int_equal(w, 0);
}

static void
test_wmf(void **st)
{
	unsigned char s[1024] = { 0 };
	size_t n = 18 + 28 + DIB_HEAD + BITS, k;
	int w, h;

	(void)st;
	put(s, 4, 0x00090001);
	put(s + 18, 4, (28 + DIB_HEAD + BITS) / 2);
	put(s + 22, 2, 0x0f43);
	dib_fill(s + 18 + 28);
	png_size(s, n, &whole, &w, &h);
	assert_int_equal(w, W);
	assert_int_equal(h, H);
	for (k = 0; k < n; k++)
		png_size(s, k, &whole, &w, &h);
}

static void
test_left_alone(void **st)
{
	const void *box, *png;
	size_t n, png_n;
	int w, h;

	(void)st;
	box = raster_missing(&n);
	assert_string_equal(filetype_image(box, n, &w, &h), "image/png");
	assert_false(raster_png(box, n, &whole, &png, &png_n, mem));
	assert_false(raster_png("II*\0junk", 8, &whole, &png, &png_n, mem));
	assert_false(raster_png("<svg onload=alert(1)>", 21, &whole, &png,
	    &png_n, mem));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bmp),
		cmocka_unit_test(test_emf),
		cmocka_unit_test(test_wmf),
		cmocka_unit_test(test_left_alone),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
