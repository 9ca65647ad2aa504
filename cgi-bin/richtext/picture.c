/* picture.c - see picture.h. */
#include <string.h>

#include "base/buf.h"
#include "richtext/picture.h"

#define JPEG_EOI	0xd9
#define JPEG_SOS	0xda
#define JPEG_APP0	0xe0
#define JPEG_APP1	0xe1
#define JPEG_APP2	0xe2
#define JPEG_APP14	0xee
#define JPEG_APP15	0xef
#define JPEG_COM	0xfe
#define TAG_ORIENTATION	0x0112
#define TAG_EXIF	0x8769
#define TAG_GPS		0x8825
#define FIELDS_MAX	200
#define TRAILER_MIN	16	/* bytes after the picture that say anything */

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

/* With what, when, by whom, about what. */
static bool
tells(unsigned tag)
{
	static const unsigned tags[] = { 0x010e, 0x010f, 0x0110, 0x0132,
		0x013b, 0x8298, 0x9003, 0x9004, 0x927c, 0xa430, 0xa431,
		0xa433, 0xa434, 0xa435 };

	for (size_t k = 0; k < sizeof(tags) / sizeof(tags[0]); k++)
		if (tags[k] == tag)
			return true;
	return false;
}

/* One directory of the TIFF block; where the next deeper one is, 0: none. */
static size_t
exif_directory(const unsigned char *p, size_t n, size_t at,
    struct picture_says *says, int *orientation)
{
	bool little = p[0] == 'I';
	size_t fields, deeper = 0;

	if (n < 10 || at > n - 2)
		return 0;
	fields = number(p + at, 2, little);
	at += 2;
	for (size_t k = 0; k < fields && k < FIELDS_MAX && at + 12 <= n;
	    k++, at += 12) {
		unsigned tag = number(p + at, 2, little);

		if (tag == TAG_GPS)
			says->place = true;
		else if (tag == TAG_ORIENTATION)
			*orientation = (int)number(p + at + 8, 2, little);
		else if (tag == TAG_EXIF)
			deeper = number(p + at + 8, 4, little);
		says->camera |= tells(tag);
	}
	return deeper;
}

static void
exif_read(const unsigned char *p, size_t n, struct picture_says *says,
    int *orientation)
{
	size_t deeper;
	int none;

	if (n < 8)
		return;
	deeper = exif_directory(p, n, number(p + 4, 4, p[0] == 'I'), says,
	    orientation);
	if (deeper != 0)
		exif_directory(p, n, deeper, says, &none);
}

/* The next segment before the picture itself; false at its begin. */
static bool
jpeg_next(const unsigned char **p, const unsigned char *end, struct piece *s)
{
	const unsigned char *q = *p;

	/* between two of them there may be anything: readers pass over it */
	while (q + 1 < end && (q[0] != 0xff || q[1] == 0xff || q[1] == 0))
		q++;
	*p = q;
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

/* Of what programs add, the size of a dot and the colours alone. */
static bool
jpeg_is_kept(const struct piece *s)
{
	if (s->marker == JPEG_APP0)
		return begins(s, "JFIF", 5);
	if (s->marker == JPEG_APP2)
		return begins(s, "ICC_PROFILE", 12);
	return s->marker == JPEG_APP14 || s->marker < JPEG_APP0 ||
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

/* Behind the picture itself, which begins at p: phones put a second one
 * there, with an EXIF of its own. */
static const unsigned char *
jpeg_end(const unsigned char *p, const unsigned char *end)
{
	while (p + 1 < end)
		if (p[0] != 0xff || p[1] == 0 || p[1] == 0xff)
			p++;
		else if (p[1] == JPEG_EOI)
			return p + 2;
		else if ((p[1] & 0xf8) == 0xd0 || end - p < 4)
			p += 2;		/* a restart: more of the same */
		else
			p += 2 + big(p + 2, 2);
	return end;
}

static bool
is_start(const unsigned char *p, const unsigned char *end)
{
	return end - p > 4 && p[0] == 0xff && p[1] == JPEG_SOS;
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
	if (!is_start(p, end))
		return NULL;
	buf_put(&b, data, 2);
	if (way > 1 && way <= 8)
		put_orientation(&b, way);
	buf_put(&b, kept.s, kept.n);
	buf_put(&b, p, (size_t)(jpeg_end(p, end) - p));
	*clean_n = b.n;
	return b.s;
}

static void
jpeg_inspect(const void *data, size_t n, struct picture_says *says)
{
	const unsigned char *p = jpeg_start(data, n), *end;
	struct piece s;
	int way;

	while (p != NULL) {
		end = (const unsigned char *)data + n;
		while (jpeg_next(&p, end, &s))
			jpeg_look(&s, says, &way);
		p = jpeg_end(p, end);
		while (p < end && *p == 0)
			p++;
		if (end - p < TRAILER_MIN)
			return;
		says->camera = true;
		data = p;
		n = (size_t)(end - p);
		p = jpeg_start(data, n);
	}
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
	bool whole = false;

	if (p == NULL)
		return NULL;
	end = (const unsigned char *)data + n;
	buf_put(&b, data, 8);
	while (!whole && png_next(&p, end, &s)) {
		if (png_is_kept(&s))
			buf_put(&b, s.at, s.whole);
		whole = memcmp(s.at + 4, "IEND", 4) == 0;
	}
	*clean_n = b.n;
	return whole ? b.s : NULL;
}

static bool
is_text(const struct piece *s)
{
	return memcmp(s->at + 4, "tEXt", 4) == 0 ||
	    memcmp(s->at + 4, "zTXt", 4) == 0 ||
	    memcmp(s->at + 4, "iTXt", 4) == 0;
}

/* A text under a key; what programs say of themselves says nothing. */
static void
png_text(const struct piece *s, struct picture_says *says)
{
	static const char xmp[] = "XML:com.adobe.xmp";

	if (holds(s, "GPSL"))
		says->place = true;
	if (!begins(s, xmp, sizeof(xmp)))
		says->camera |= !begins(s, "Software", 9) &&
		    !begins(s, "Title", 6) && !begins(s, "date:", 5);
	else if (s->n < sizeof(xmp) || s->data[sizeof(xmp)] != 0)
		says->camera = true;	/* packed */
	else
		says->camera |= holds(s, "creator") || holds(s, ":Make") ||
		    holds(s, "DateTimeOriginal");
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
		else if (is_text(&s))
			png_text(&s, says);
}

void
picture_inspect(const void *data, size_t n, const char *type,
    struct picture_says *says)
{
	*says = (struct picture_says){ 0 };
	if (strcmp(type, "image/png") == 0)
		png_look(data, n, says);
	else if (strcmp(type, "image/jpeg") == 0)
		jpeg_inspect(data, n, says);
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
