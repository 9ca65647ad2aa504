/* picture.c - see picture.h. */
#include <string.h>

#include "base/buf.h"
#include "richtext/picture.h"

#define JPEG_SOS	0xda
#define JPEG_APP0	0xe0
#define JPEG_APP1	0xe1
#define JPEG_APP2	0xe2
#define JPEG_APP14	0xee
#define JPEG_APP15	0xef
#define JPEG_COM	0xfe
#define TAG_ORIENTATION	0x0112
#define TAG_GPS		0x8825
#define FIELDS_MAX	200

/* One segment of a JPEG or chunk of a PNG. */
struct piece {
	const unsigned char *at, *data;
	size_t whole, n;
	int marker;			/* JPEG */
};

static unsigned
big(const unsigned char *p, int bytes)
{
	unsigned v = 0;

	while (bytes-- > 0)
		v = v << 8 | *p++;
	return v;
}

static unsigned
number(const unsigned char *p, int bytes, bool little)
{
	unsigned v = 0;

	if (!little)
		return big(p, bytes);
	for (int k = bytes - 1; k >= 0; k--)
		v = v << 8 | p[k];
	return v;
}

/* The TIFF block of EXIF: the fields of its first directory. */
static void
exif_read(const unsigned char *p, size_t n, struct picture_says *says,
    int *orientation)
{
	bool little;
	size_t at, fields;

	if (n < 8)
		return;
	little = p[0] == 'I';
	at = number(p + 4, 4, little);
	if (at > n - 2 || n < 10)
		return;
	fields = number(p + at, 2, little);
	at += 2;
	for (size_t k = 0; k < fields && k < FIELDS_MAX && at + 12 <= n;
	    k++, at += 12) {
		unsigned tag = number(p + at, 2, little);

		if (tag == TAG_GPS)
			says->place = true;
		else if (tag == TAG_ORIENTATION)
			*orientation = (int)number(p + at + 8, 2, little);
		else if (tag == 0x010f || tag == 0x0110 || tag == 0x0132 ||
		    tag == 0x013b || tag == 0x010e || tag == 0x8298)
			says->camera = true;
	}
}

/* The next segment before the picture itself; false at its begin. */
static bool
jpeg_next(const unsigned char **p, const unsigned char *end, struct piece *s)
{
	const unsigned char *q = *p;

	while (q + 1 < end && q[0] == 0xff && q[1] == 0xff)
		q++;
	if (end - q < 4 || q[0] != 0xff || q[1] == JPEG_SOS)
		return false;
	s->marker = q[1];
	s->at = q;
	s->whole = big(q + 2, 2) + 2;
	if (s->whole < 4 || s->whole > (size_t)(end - q))
		return false;
	s->data = q + 4;
	s->n = s->whole - 4;
	*p = q + s->whole;
	return true;
}

static bool
begins(const struct piece *s, const char *word, size_t n)
{
	return s->n >= n && memcmp(s->data, word, n) == 0;
}

static bool
holds(const struct piece *s, const char *word)
{
	return memmem(s->data, s->n, word, strlen(word)) != NULL;
}

static bool
jpeg_is_kept(const struct piece *s)
{
	return s->marker == JPEG_APP0 || s->marker == JPEG_APP2 ||
	    s->marker == JPEG_APP14 || s->marker < JPEG_APP0 ||
	    (s->marker > JPEG_APP15 && s->marker != JPEG_COM);
}

static void
jpeg_look(const struct piece *s, struct picture_says *says, int *orientation)
{
	if (s->marker == JPEG_APP1 && begins(s, "Exif\0\0", 6))
		exif_read(s->data + 6, s->n - 6, says, orientation);
	else if (s->marker == JPEG_APP1 && holds(s, "GPSL"))
		says->place = true;
	else if (!jpeg_is_kept(s))
		says->camera = true;
}

static const unsigned char *
jpeg_start(const void *data, size_t n)
{
	const unsigned char *p = data;

	return n > 4 && p[0] == 0xff && p[1] == 0xd8 ? p + 2 : NULL;
}

/* An EXIF block that holds nothing but which way is up. */
static void
put_orientation(struct buf *b, int way)
{
	unsigned char exif[] = { 0xff, JPEG_APP1, 0, 34, 'E', 'x', 'i', 'f', 0,
		0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0,
		1, 0, (unsigned char)way, 0, 0, 0, 0, 0, 0 };

	buf_put(b, exif, sizeof(exif));
}

static void *
jpeg_clean(const void *data, size_t n, size_t *clean_n, struct arena *m)
{
	const unsigned char *p = jpeg_start(data, n), *end;
	struct picture_says says = { 0 };
	struct buf b = buf_new(m), kept = buf_new(m);
	struct piece s;
	int way = 0;

	if (p == NULL)
		return NULL;
	end = (const unsigned char *)data + n;
	while (jpeg_next(&p, end, &s)) {
		jpeg_look(&s, &says, &way);
		if (jpeg_is_kept(&s))
			buf_put(&kept, s.at, s.whole);
	}
	buf_put(&b, data, 2);
	if (way > 1 && way <= 8)
		put_orientation(&b, way);
	buf_put(&b, kept.s, kept.n);
	buf_put(&b, p, (size_t)(end - p));
	*clean_n = b.n;
	return b.s;
}

static bool
png_next(const unsigned char **p, const unsigned char *end, struct piece *s)
{
	if (end - *p < 12)
		return false;
	s->at = *p;
	s->n = big(*p, 4);
	s->data = *p + 8;
	if (s->n > (size_t)(end - *p) - 12)
		return false;
	s->whole = s->n + 12;
	*p += s->whole;
	return true;
}

static bool
png_is_kept(const struct piece *s)
{
	static const char dropped[] = "eXIf tEXt zTXt iTXt tIME";
	char name[5] = { 0 };

	memcpy(name, s->at + 4, 4);
	return strstr(dropped, name) == NULL;
}

static const unsigned char *
png_start(const void *data, size_t n)
{
	return n > 8 && memcmp(data, "\x89PNG\r\n\x1a\n", 8) == 0 ?
	    (const unsigned char *)data + 8 : NULL;
}

static void *
png_clean(const void *data, size_t n, size_t *clean_n, struct arena *m)
{
	const unsigned char *p = png_start(data, n), *end;
	struct buf b = buf_new(m);
	struct piece s;

	if (p == NULL)
		return NULL;
	end = (const unsigned char *)data + n;
	buf_put(&b, data, 8);
	while (png_next(&p, end, &s))
		if (png_is_kept(&s))
			buf_put(&b, s.at, s.whole);
	*clean_n = b.n;
	return b.s;
}

static void
png_look(const void *data, size_t n, struct picture_says *says)
{
	const unsigned char *p = png_start(data, n);
	struct piece s;
	int way;

	while (p != NULL && png_next(&p, (const unsigned char *)data + n, &s))
		if (memcmp(s.at + 4, "eXIf", 4) == 0)
			exif_read(s.data, s.n, says, &way);
		else if (memcmp(s.at + 4, "iTXt", 4) == 0 && holds(&s, "GPSL"))
			says->place = true;
		else if (memcmp(s.at + 4, "tEXt", 4) == 0 &&
		    (begins(&s, "Author", 6) || begins(&s, "Comment", 7) ||
		    begins(&s, "Creation Time", 13)))
			says->camera = true;
}

void
picture_inspect(const void *data, size_t n, const char *type,
    struct picture_says *says)
{
	const unsigned char *p;
	struct piece s;
	int way = 0;

	*says = (struct picture_says){ 0 };
	if (strcmp(type, "image/png") == 0)
		png_look(data, n, says);
	if (strcmp(type, "image/jpeg") != 0 ||
	    (p = jpeg_start(data, n)) == NULL)
		return;
	while (jpeg_next(&p, (const unsigned char *)data + n, &s))
		jpeg_look(&s, says, &way);
}

void *
picture_clean(const void *data, size_t n, const char *type, size_t *clean_n,
    struct arena *m)
{
	if (strcmp(type, "image/jpeg") == 0)
		return jpeg_clean(data, n, clean_n, m);
	return strcmp(type, "image/png") == 0 ?
	    png_clean(data, n, clean_n, m) : NULL;
}
