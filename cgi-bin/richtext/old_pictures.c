/*
 * old_pictures.c - see old_pictures.h.
 *
 * All three programs put a picture as it was into a record: its type and
 * length, one or two numbers of 16 bytes, a byte, the picture.  The file is
 * searched for that, not the streams: the head of a picture, which tells, is
 * hardly ever parted.
 */
#include <string.h>

#include "richtext/compound.h"
#include "richtext/old_pictures.h"

#define PICTURES_MAX	2000
#define HEAD		8	/* of a record */
#define ONE_NUMBER	17
#define TWO_NUMBERS	33

static const struct kind {
	const char *begin, *media;
	unsigned types[2];
} kinds[] = {
	{ "\xff\xd8\xff", "image/jpeg", { 0xf01d, 0xf02a } },
	{ "\x89PN", "image/png", { 0xf01e, 0xf01e } },
};

/* The bytes of the picture that begins `at`, by the record before it; 0: there
 * is none. */
static size_t
length(const unsigned char *file, size_t n, size_t at, const struct kind *k,
    size_t between)
{
	const unsigned char *head;
	unsigned type;
	size_t all;

	if (at < HEAD + between)
		return 0;
	head = file + at - between - HEAD;
	type = compound_u16(head + 2);
	all = compound_u32(head + 4);
	if ((type != k->types[0] && type != k->types[1]) || all <= between)
		return 0;
	return all - between < n - at ? all - between : n - at;
}

static void
kind_read(const unsigned char *file, size_t n, const struct kind *k,
    struct picture_says *out)
{
	const unsigned char *p = file;
	struct picture_says one;
	size_t at, all;

	for (int seen = 0; seen < PICTURES_MAX && (p = memmem(p, n -
	    (size_t)(p - file), k->begin, 3)) != NULL; p++) {
		at = (size_t)(p - file);
		if ((all = length(file, n, at, k, ONE_NUMBER)) == 0 &&
		    (all = length(file, n, at, k, TWO_NUMBERS)) == 0)
			continue;
		seen++;
		picture_inspect(p, all, k->media, &one);
		out->place |= one.place;
		out->camera |= one.camera;
	}
}

void
old_pictures_read(const void *data, size_t n, struct picture_says *out)
{
	*out = (struct picture_says){ 0 };
	for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
		kind_read(data, n, &kinds[k], out);
}
