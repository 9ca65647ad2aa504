/* test_picture.c - pictures lose what was written into them, wherever it is
 * put, and no pixel. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "base/buf.h"
#include "richtext/picture.h"

#define JPEG "image/jpeg"
#define PNG "image/png"

static struct buf file;

static void
put(const char *bytes, size_t n)
{
	buf_put(&file, bytes, n);
}
#define PUT(literal) put("" literal, sizeof(literal) - 1)

/* Marker, length, bytes. */
static void
segment(int marker, const char *bytes, size_t n)
{
	const char head[] = { (char)0xff, (char)marker, (char)((n + 2) >> 8),
		(char)(n + 2) };

	put(head, 4);
	put(bytes, n);
}
#define SEGMENT(marker, literal) segment(marker, literal, sizeof(literal) - 1)

#define JFIF "JFIF\0\1\1\0\0\1\0\1\0\0"
#define COLOURS "ICC_PROFILE\0\1\1colours"
/* A TIFF block of one field: orientation 6, or GPS. */
#define TURNED "Exif\0\0MM\0\x2a\0\0\0\x8\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
#define SOMEWHERE \
	"Exif\0\0MM\0\x2a\0\0\0\x8\0\1\x88\x25\0\4\0\0\0\1\0\0\0\x26\0\0\0\0"
/* Its day stands one directory deeper. */
#define SOMETIME "Exif\0\0MM\0\x2a\0\0\0\x8\0\1\x87\x69\0\4\0\0\0\1\0\0\0\x1a" \
	"\0\0\0\0\0\1\x90\x03\0\2\0\0\0\4" "2026\0\0\0\0"
/* What shows: a scan with a stuffed byte and a restart in it. */
#define SCAN "\xff\xda\0\x08\1\1\0\0\x3f\0\x12\xff\0\x34\xff\xd0\x56\xff\xd9"

static void
jpeg_begin(void)
{
	file = buf_new(mem);
	PUT("\xff\xd8");
	SEGMENT(0xe0, JFIF);
}

static bool
has(const void *data, size_t n, const char *word)
{
	return memmem(data, n, word, strlen(word)) != NULL;
}

static struct picture_says
says(const char *type)
{
	struct picture_says s;

	picture_inspect(file.s, file.n, type, &s);
	return s;
}

/* Nothing is found in the clean one, which is that many bytes shorter. */
static const char *
cleaned(const char *type, size_t less)
{
	struct picture_says s;
	size_t n;
	char *out = picture_clean(file.s, file.n, type, &n, mem);

	assert_non_null(out);
	assert_int_equal(n, file.n - less);
	picture_inspect(out, n, type, &s);
	assert_false(s.place || s.camera);
	return out;
}

static void
test_jpeg(void **st)
{
	const char *out;

	(void)st;
	jpeg_begin();
	SEGMENT(0xe2, COLOURS);
	PUT(SCAN);
	assert_false(says(JPEG).place || says(JPEG).camera);
	assert_memory_equal(cleaned(JPEG, 0), file.s, file.n);

	jpeg_begin();
	SEGMENT(0xe1, SOMEWHERE);
	SEGMENT(0xfe, "taken by Wang");
	SEGMENT(0xe2, COLOURS);
	PUT(SCAN);
	assert_true(says(JPEG).place);
	out = cleaned(JPEG, 4 + sizeof(SOMEWHERE) - 1 + 4 + 13);
	assert_true(has(out, file.n - 55, "colours"));
	assert_false(has(out, 80, "Wang"));

	jpeg_begin();
	SEGMENT(0xe1, SOMETIME);
	PUT(SCAN);
	assert_true(says(JPEG).camera);
	assert_false(says(JPEG).place);
	cleaned(JPEG, 4 + sizeof(SOMETIME) - 1);
}

static void
test_turned(void **st)
{
	(void)st;
	jpeg_begin();
	SEGMENT(0xe1, TURNED);
	PUT(SCAN);
	assert_false(says(JPEG).place || says(JPEG).camera);
	assert_true(memmem(cleaned(JPEG, 0), file.n,
	    "\x01\x12\0\3\0\0\0\1\0\6", 10) != NULL);
}

/* Phones put a second picture behind the first, XMP names it. */
static void
test_second(void **st)
{
	size_t one;

	(void)st;
	jpeg_begin();
	SEGMENT(0xe2, "MPF\0two of them");
	PUT(SCAN);
	one = file.n;
	PUT("\0\0\xff\xd8");
	SEGMENT(0xe1, SOMEWHERE);
	PUT(SCAN);
	assert_true(says(JPEG).place);
	cleaned(JPEG, file.n - one + 4 + 15);
}

static void
test_broken(void **st)
{
	size_t n;

	(void)st;
	jpeg_begin();
	PUT("\3\xff\0");	/* which readers pass over */
	SEGMENT(0xe1, SOMEWHERE);
	PUT(SCAN);
	assert_true(says(JPEG).place);
	cleaned(JPEG, 3 + 4 + sizeof(SOMEWHERE) - 1);
	jpeg_begin();
	PUT("\xff\xe1\x7f\xff" "Exif");
	assert_null(picture_clean(file.s, file.n, JPEG, &n, mem));
	jpeg_begin();
	PUT("\xff\xda\0\x08\1\1\0\0\x3f\0\x12\xff\xc4\xff\xff");
	assert_non_null(picture_clean(file.s, file.n, JPEG, &n, mem));
	assert_int_equal(n, file.n);
	assert_null(picture_clean("\xff\xd8", 2, JPEG, &n, mem));
	assert_null(picture_clean("GIF89a", 6, "image/gif", &n, mem));
}

/* No sum is looked at. */
static void
chunk(const char *name, const char *bytes, size_t n)
{
	const char size[] = { 0, 0, (char)(n >> 8), (char)n };

	put(size, 4);
	put(name, 4);
	put(bytes, n);
	PUT("SUM.");
}
#define CHUNK(name, literal) chunk(name, literal, sizeof(literal) - 1)

static void
png_begin(void)
{
	file = buf_new(mem);
	PUT("\x89PNG\r\n\x1a\n");
	CHUNK("IHDR", "\0\0\0\1\0\0\0\1\x8\0\0\0\0");
}

static void
png_end(void)
{
	CHUNK("IDAT", "pixels");
	CHUNK("IEND", "");
}

#define XMP "XML:com.adobe.xmp\0\0\0\0\0"

static void
test_png(void **st)
{
	static const struct {
		const char *name, *bytes;
		size_t n;
		bool place, camera;
	} v[] = {
#define TOLD(literal) literal, sizeof(literal) - 1
		{ "eXIf", SOMEWHERE + 6, sizeof(SOMEWHERE) - 7, true, false },
		{ "tEXt", TOLD("Author\0Wang"), false, true },
		{ "zTXt", TOLD("Raw profile type exif\0\0x"), false, true },
		{ "iTXt", TOLD("Description\0\0\0\0\0in the yard"), false, true },
		{ "iTXt", TOLD(XMP "<exif:GPSLatitude>"), true, false },
		{ "iTXt", TOLD(XMP "<dc:creator>"), false, true },
		{ "iTXt", TOLD("XML:com.adobe.xmp\0\1\0\0\0packed"), false,
		    true },
		{ "iTXt", TOLD(XMP "Screenshot"), false, false },
		{ "tEXt", TOLD("Software\0Paint"), false, false },
	};

	(void)st;
	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++) {
		png_begin();
		chunk(v[k].name, v[k].bytes, v[k].n);
		png_end();
		assert_int_equal(says(PNG).place, v[k].place);
		assert_int_equal(says(PNG).camera, v[k].camera);
		assert_true(has(cleaned(PNG, v[k].n + 12), 64, "pixels"));
	}
}

static void
test_png_end(void **st)
{
	size_t n;

	(void)st;
	png_begin();
	png_end();
	PUT("what was appended");
	cleaned(PNG, 17);
	png_begin();
	CHUNK("IDAT", "cut");
	assert_null(picture_clean(file.s, file.n, PNG, &n, mem));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_jpeg), cmocka_unit_test(test_turned),
		cmocka_unit_test(test_second), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_png), cmocka_unit_test(test_png_end),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
