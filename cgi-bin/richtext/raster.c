/* raster.c - owns libgd. */
#include <stdint.h>
#include <string.h>

#include <gd.h>

#include "richtext/filetype.h"
#include "richtext/raster.h"

#define SIDE_MAX   8000
#define PIXELS_MAX (24 << 20)

static void
silent(int level, const char *format, va_list v)
{
	(void)level;
	(void)format;
	(void)v;
}

static uint32_t
le(const unsigned char *s, int n)
{
	uint32_t v = 0;

	while (n > 0)
		v = v << 8 | s[--n];
	return v;
}

static bool
is_reasonable(uint32_t w, uint32_t h)
{
	return w > 0 && h > 0 && w <= SIDE_MAX && h <= SIDE_MAX &&
	    (uint64_t)w * h <= PIXELS_MAX;
}

static gdImage *
bmp_read(const unsigned char *s, size_t n)
{
	uint32_t h;

	if (n < 54 || n > INT32_MAX)
		return NULL;
	h = le(s + 22, 4);
	h = h > INT32_MAX ? -h : h;	/* from top to bottom */
	return is_reasonable(le(s + 18, 4), h)
	    ? gdImageCreateFromBmpPtr((int)n, (void *)s) : NULL;
}

/* The two numbers of the first directory that say how large it is. */
static bool
tiff_fits(const unsigned char *s, size_t n)
{
	bool little = s[0] == 'I';
	uint32_t at, v, tag, w = 0, h = 0;
	unsigned k, count;
#define NUM(p, size) (little ? le(p, size) : size == 2 \
    ? (uint32_t)((p)[0] << 8 | (p)[1]) \
    : (uint32_t)(p)[0] << 24 | (uint32_t)((p)[1] << 16 | (p)[2] << 8 | (p)[3]))

	if (n < 16 || n > INT32_MAX || (at = NUM(s + 4, 4)) > n - 2)
		return false;
	count = NUM(s + at, 2);
	for (k = 0, at += 2; k < count && at + 12 <= n; k++, at += 12) {
		tag = NUM(s + at, 2);
		v = NUM(s + at + 2, 2) == 3 ? NUM(s + at + 8, 2)
		    : NUM(s + at + 8, 4);
		if (tag == 256)
			w = v;
		else if (tag == 257)
			h = v;
	}
#undef NUM
	return is_reasonable(w, h);
}

/* A metafile often is one bitmap in a wrapper: header and pixels of that. */
static gdImage *
dib_read(const unsigned char *head, size_t head_n, const unsigned char *bits,
    size_t bits_n, struct arena *m)
{
	size_t n = 14 + head_n + bits_n;
	unsigned char *s;

	if (head_n < 40 || n > INT32_MAX)
		return NULL;
	s = arena_alloc(m, n);
	memcpy(s, "BM", 2);
	memcpy(s + 2, &(uint32_t){ (uint32_t)n }, 4);
	memcpy(s + 10, &(uint32_t){ (uint32_t)(14 + head_n) }, 4);
	memcpy(s + 14, head, head_n);
	memcpy(s + 14 + head_n, bits, bits_n);
	return bmp_read(s, n);
}

/* EMR_BITBLT, EMR_STRETCHBLT, EMR_SETDIBITSTODEVICE, EMR_STRETCHDIBITS: where
 * in the record the four numbers of its bitmap stand. */
static size_t
emf_bitmap_at(uint32_t type)
{
	return type == 76 || type == 77 ? 84 : type == 80 || type == 81 ? 48
	    : 0;
}

static gdImage *
emf_read(const unsigned char *s, size_t n, struct arena *m)
{
	const unsigned char *best = NULL;
	uint32_t size, f[4], most = 0;
	size_t at, where, k;

	for (at = 0; n - at >= 8; at += size) {
		size = le(s + at + 4, 4);
		if (size < 8 || size > n - at)
			break;
		where = emf_bitmap_at(le(s + at, 4));
		if (where == 0 || size < where + 16)
			continue;
		if (le(s + at + where + 12, 4) > most) {
			most = le(s + at + where + 12, 4);
			best = s + at;
		}
	}
	if (best == NULL)
		return NULL;
	size = le(best + 4, 4);
	where = emf_bitmap_at(le(best, 4));
	for (k = 0; k < 4; k++)
		f[k] = le(best + where + 4 * k, 4);
	if (f[0] > size || f[1] > size - f[0] || f[2] > size ||
	    f[3] > size - f[2])
		return NULL;
	return dib_read(best + f[0], f[1], best + f[2], f[3], m);
}

/* META_DIBSTRETCHBLT and META_STRETCHDIB hold the bitmap in one piece. */
static gdImage *
wmf_read(const unsigned char *s, size_t n, struct arena *m)
{
	size_t at = le(s, 4) == 0x9ac6cdd7 ? 40 : 18, size, from;
	uint32_t what, head;

	for (; at <= n && n - at >= 6; at += size) {
		size = (size_t)le(s + at, 4) * 2;
		what = le(s + at + 4, 2);
		if (size < 6 || size > n - at)
			break;
		from = what == 0x0b41 ? 26 : what == 0x0f43 ? 28 : 0;
		if (from == 0 || size < from + 40)
			continue;
		head = le(s + at + from, 4);
		if (head == 40 && le(s + at + from + 14, 2) <= 8)
			head += 4 * (le(s + at + from + 32, 4) != 0
			    ? le(s + at + from + 32, 4)
			    : 1u << le(s + at + from + 14, 2));
		if (head <= size - from)
			return dib_read(s + at + from, head,
			    s + at + from + head, size - from - head, m);
	}
	return NULL;
}

static gdImage *
shown_read(const void *data, size_t n, const char *type)
{
	if (strcmp(type, "image/png") == 0)
		return gdImageCreateFromPngPtr((int)n, (void *)data);
	if (strcmp(type, "image/jpeg") == 0)
		return gdImageCreateFromJpegPtr((int)n, (void *)data);
	return gdImageCreateFromGifPtr((int)n, (void *)data);
}

static gdImage *
read_any(const void *data, size_t n, struct arena *m)
{
	const unsigned char *s = data;

	if (n < 64)
		return NULL;
	if (memcmp(s, "BM", 2) == 0)
		return bmp_read(s, n);
	if (memcmp(s, "II*\0", 4) == 0 || memcmp(s, "MM\0*", 4) == 0)
		return tiff_fits(s, n)
		    ? gdImageCreateFromTiffPtr((int)n, (void *)s) : NULL;
	if (le(s, 4) == 1 && memcmp(s + 40, " EMF", 4) == 0)
		return emf_read(s, n, m);
	if (le(s, 4) == 0x9ac6cdd7 || le(s, 4) == 0x00090001)
		return wmf_read(s, n, m);
	return NULL;
}

static bool
is_cropped(const struct raster_crop *c)
{
	return (c->left > 0 || c->top > 0 || c->right > 0 || c->bottom > 0) &&
	    c->left >= 0 && c->top >= 0 && c->right >= 0 && c->bottom >= 0 &&
	    c->left < 100000 && c->top < 100000 && c->right < 100000 &&
	    c->bottom < 100000 &&
	    c->left + c->right < 99000 && c->top + c->bottom < 99000;
}

static gdImage *
cut(gdImage *i, const struct raster_crop *c)
{
	gdRect r;
	gdImage *out;

	if (i == NULL || !is_cropped(c))
		return i;
	r.x = (int)((int64_t)i->sx * c->left / 100000);
	r.y = (int)((int64_t)i->sy * c->top / 100000);
	r.width = (int)((int64_t)i->sx * (100000 - c->left - c->right) /
	    100000);
	r.height = (int)((int64_t)i->sy * (100000 - c->top - c->bottom) /
	    100000);
	if (r.width < 1 || r.height < 1 || (out = gdImageCrop(i, &r)) == NULL)
		return i;
	gdImageDestroy(i);
	return out;
}

bool
raster_png(const void *data, size_t n, const struct raster_crop *crop,
    const void **png, size_t *png_n, struct arena *m)
{
	const char *type;
	gdImage *i;
	void *made;
	int w, h, made_n = 0;

	type = filetype_image(data, n, &w, &h);
	if (type != NULL && (!is_cropped(crop) || n > INT32_MAX ||
	    !is_reasonable((uint32_t)w, (uint32_t)h)))
		return false;
	gdSetErrorMethod(silent);
	i = cut(type != NULL ? shown_read(data, n, type)
	    : read_any(data, n, m), crop);
	if (i == NULL)
		return false;
	gdImageSaveAlpha(i, 1);
	made = gdImagePngPtr(i, &made_n);
	gdImageDestroy(i);
	if (made == NULL || made_n <= 0)
		return false;
	*png = arena_memdup(m, made, (size_t)made_n);
	*png_n = (size_t)made_n;
	gdFree(made);
	return true;
}

/* 48 x 48, made once: a frame and a cross. */
const void *
raster_missing(size_t *n)
{
	static const unsigned char png[] = {
		137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82,
		0, 0, 0, 48, 0, 0, 0, 48, 2, 0, 0, 0, 0, 56, 217, 190, 250,
		0, 0, 0, 161, 73, 68, 65, 84, 120, 218, 117, 146, 193, 13,
		67, 49, 8, 67, 89, 178, 115, 116, 128, 74, 253, 147, 85, 76,
		84, 113, 174, 80, 201, 79, 48, 233, 199, 135, 230, 148, 23,
		197, 36, 216, 200, 173, 45, 185, 143, 223, 250, 200, 227,
		130, 183, 60, 47, 120, 201, 161, 123, 31, 95, 57, 108, 131,
		79, 240, 13, 54, 33, 54, 232, 132, 81, 162, 24, 11, 74, 228,
		9, 37, 178, 132, 18, 105, 2, 68, 243, 40, 193, 32, 1, 56, 36,
		128, 128, 4, 176, 54, 235, 0, 96, 184, 10, 112, 20, 1, 4,
		202, 3, 134, 102, 141, 2, 243, 6, 110, 13, 66, 255, 1, 93,
		163, 2, 189, 52, 61, 74, 223, 161, 143, 246, 22, 168, 57,
		106, 155, 12, 233, 86, 145, 137, 100, 47, 25, 223, 35, 161,
		176, 40, 70, 10, 184, 71, 79, 67, 65, 227, 66, 131, 212, 71,
		236, 4, 243, 190, 15, 29, 107, 87, 195, 38, 0, 0, 0, 0, 73,
		69, 78, 68, 174, 66, 96, 130,
	};

	*n = sizeof png;
	return png;
}
