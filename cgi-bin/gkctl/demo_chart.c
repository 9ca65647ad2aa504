/*
 * demo_chart.c - drawing bars and writing PNG: four colours, two bits a
 * pixel, stored without compression, which needs no library.
 */
#include "gkctl/demo_chart.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define BARS	24
#define LINE	(1 + DEMO_CHART_WIDTH / 4)	/* filter byte and pixels */
#define RAW	(LINE * DEMO_CHART_HEIGHT)
#define FLOOR	(DEMO_CHART_HEIGHT - 12)

enum { PAPER, BAR, AXIS, GRID };

static void
put_word(struct buf *b, uint32_t v)
{
	char s[4] = { (char)(v >> 24), (char)(v >> 16), (char)(v >> 8),
	    (char)v };

	buf_put(b, s, 4);
}

static uint32_t
crc(const char *s, size_t n)
{
	uint32_t c = 0xffffffffu;
	int k;

	for (; n > 0; n--) {
		c ^= (unsigned char)*s++;
		for (k = 0; k < 8; k++)
			c = (c & 1) ? 0xedb88320u ^ (c >> 1) : c >> 1;
	}
	return ~c;
}

static void
put_chunk(struct buf *b, const char *type, const void *data, size_t n)
{
	size_t at;

	put_word(b, (uint32_t)n);
	at = b->n;
	buf_put(b, type, 4);
	buf_put(b, data, n);
	put_word(b, crc(b->s + at, n + 4));
}

/* zlib framing round stored blocks. */
static struct buf
stored(const unsigned char *raw, struct arena *m)
{
	struct buf z = buf_new(m);
	uint32_t a = 1, b = 0;
	size_t at, n;
	char head[5];

	buf_put(&z, "\x78\x01", 2);
	for (at = 0; at < RAW; at += n) {
		n = RAW - at < 65535 ? RAW - at : 65535;
		head[0] = at + n == RAW;
		head[1] = (char)n;
		head[2] = (char)(n >> 8);
		head[3] = (char)~n;
		head[4] = (char)(~n >> 8);
		buf_put(&z, head, 5);
		buf_put(&z, raw + at, n);
	}
	for (at = 0; at < RAW; at++) {
		a = (a + raw[at]) % 65521;
		b = (b + a) % 65521;
	}
	put_word(&z, b << 16 | a);
	return z;
}

static void
dot(unsigned char *raw, int x, int y, int colour)
{
	unsigned char *p = raw + y * LINE + 1 + x / 4;
	int shift = 6 - x % 4 * 2;

	*p = (unsigned char)((*p & ~(3 << shift)) | colour << shift);
}

static void
box(unsigned char *raw, int x0, int x1, int y0, int y1, int colour)
{
	int x, y;

	for (y = y0; y < y1; y++)
		for (x = x0; x < x1; x++)
			dot(raw, x, y, colour);
}

static int
values_read(const char *s, double *v, double *max)
{
	char *end;
	int n = 0;

	for (*max = 1; n < BARS; s = end + 1) {
		v[n] = strtod(s, &end);
		if (end == s)
			break;
		if (v[n] > *max)
			*max = v[n];
		n++;
		if (*end != ',')
			break;
	}
	return n;
}

static void
draw(unsigned char *raw, const char *values)
{
	double v[BARS], max;
	int n = values_read(values, v, &max), i, step, top;

	for (i = 1; i < 5; i++)
		box(raw, 8, DEMO_CHART_WIDTH - 8, FLOOR - i * 40,
		    FLOOR - i * 40 + 1, GRID);
	box(raw, 8, DEMO_CHART_WIDTH - 8, FLOOR, FLOOR + 2, AXIS);
	step = n > 0 ? (DEMO_CHART_WIDTH - 32) / n : 0;
	for (i = 0; i < n; i++) {
		top = v[i] > 0 ? (int)(v[i] / max * (FLOOR - 16)) : 0;
		box(raw, 16 + i * step + step / 6, 16 + (i + 1) * step -
		    step / 6, FLOOR - top, FLOOR, BAR);
	}
}

void *
demo_chart(const char *values, size_t *n, struct arena *m)
{
	static const char colours[] = "\xff\xff\xff\x2a\x6b\xb0\x46\x51\x60"
	    "\xd8\xde\xe6";
	unsigned char *raw = arena_alloc(m, RAW);
	struct buf b = buf_new(m), head = buf_new(m), z;

	draw(raw, values);
	put_word(&head, DEMO_CHART_WIDTH);
	put_word(&head, DEMO_CHART_HEIGHT);
	buf_put(&head, "\x02\x03\0\0\0", 5);
	z = stored(raw, m);
	buf_put(&b, "\x89PNG\r\n\x1a\n", 8);
	put_chunk(&b, "IHDR", head.s, head.n);
	put_chunk(&b, "PLTE", colours, 12);
	put_chunk(&b, "IDAT", z.s, z.n);
	put_chunk(&b, "IEND", "", 0);
	*n = b.n;
	return b.s;
}
