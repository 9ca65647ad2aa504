/* test_press_gif.c - what paper shows of a GIF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "portal/press_draw.h"

/*
 * 4 x 2: red, green, none, red in the first row, the other way round in the
 * second; then a picture all green, which only a screen would come to.
 */
static const unsigned char gif[] = {
	'G', 'I', 'F', '8', '9', 'a', 4, 0, 2, 0, 0x81, 0, 0,
	0xff, 0, 0,  0, 0xff, 0,  0, 0, 0xff,  0, 0, 0,
	0x21, 0xf9, 4, 1, 50, 0, 2, 0,
	0x2c, 0, 0, 0, 0, 4, 0, 2, 0, 0, 2,

	5, 0, 0, 0, 0, 0, 0,	/* pack() puts them here */
	0x2c, 0, 0, 0, 0, 4, 0, 2, 0, 0, 2,
	5, 0x4c, 0x92, 0x24, 0x49, 0x0b, 0, ';'
};

/* The codes as they are packed: the lowest bits first. */
static void
pack(unsigned char *to, const char *codes)
{
	int at = 0, k, bit;

	for (k = 0; codes[k] != '\0'; k++)
		for (bit = 0; bit < 3; bit++, at++) {
			if (at % 8 == 0)
				to[at / 8] = 0;
			to[at / 8] |= (unsigned char)(((codes[k] - '0') >> bit &
			    1) << at % 8);
		}
}

#define CODES 45	/* where the first picture's stand */

static uint32_t
pixel(cairo_surface_t *s, int x, int y)
{
	uint32_t v;

	memcpy(&v, cairo_image_surface_get_data(s) +
	    y * cairo_image_surface_get_stride(s) + 4 * x, sizeof(v));
	return v;
}

static void
test_first_picture(void **state)
{
	static const uint32_t want[2][4] = {
		{ 0xffff0000, 0xff00ff00, 0, 0xffff0000 },
		{ 0xffff0000, 0, 0xff00ff00, 0xffff0000 } };
	unsigned char bytes[sizeof(gif)];
	cairo_surface_t *s;
	int x, y;

	(void)state;
	memcpy(bytes, gif, sizeof(gif));
	pack(bytes + CODES, "4014204024105");
	s = press_gif(bytes, sizeof(bytes));
	assert_non_null(s);
	assert_int_equal(cairo_image_surface_get_width(s), 4);
	assert_int_equal(cairo_image_surface_get_height(s), 2);
	for (y = 0; y < 2; y++)
		for (x = 0; x < 4; x++)
			assert_int_equal(pixel(s, x, y), want[y][x]);
	cairo_surface_destroy(s);
}

/* Whatever is cut off or turned over: a picture or none, and no harm. */
static void
test_broken(void **state)
{
	unsigned char bytes[sizeof(gif)];
	cairo_surface_t *s;
	size_t n;

	(void)state;
	for (n = 0; n < sizeof(gif); n++) {
		memcpy(bytes, gif, sizeof(gif));
		pack(bytes + CODES, "4014204024105");
		if ((s = press_gif(bytes, n)) != NULL)
			cairo_surface_destroy(s);
		bytes[n] ^= 0xff;
		if ((s = press_gif(bytes, sizeof(bytes))) != NULL)
			cairo_surface_destroy(s);
	}
	assert_null(press_gif(bytes, 0));
	assert_null(press_gif("\x89PNG and more than that", 20));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_picture),
		cmocka_unit_test(test_broken),
	};

	return cmocka_run_group_tests_name("press_gif", tests, NULL, NULL);
}
