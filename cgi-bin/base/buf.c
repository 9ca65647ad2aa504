/* buf.c - a growing string; its room doubles, old room stays in the arena. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buf
buf_new(struct arena *m)
{
	static char empty[1];

	return (struct buf){ .s = empty, .mem = m };
}

/* Room for n more bytes and the NUL. */
static void
buf_room(struct buf *b, size_t n)
{
	size_t cap = b->cap > 0 ? b->cap : 256;
	char *s;

	if (n >= SIZE_MAX / 8 - b->n)
		abort();
	if (b->cap > b->n + n)
		return;
	while (cap <= b->n + n)
		cap *= 2;
	s = arena_take(b->mem, cap);
	memcpy(s, b->s, b->n + 1);
	b->s = s;
	b->cap = cap;
}

void
buf_put(struct buf *b, const void *p, size_t n)
{
	buf_room(b, n);
	if (n > 0)
		memcpy(b->s + b->n, p, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	buf_room(b, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(b->s + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

static const char *
entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	}
	return NULL;
}

void
buf_put_escaped(struct buf *b, const char *s, size_t n)
{
	const char *e;
	size_t i, from = 0;

	for (i = 0; i < n; i++) {
		if ((e = entity(s[i])) == NULL)
			continue;
		buf_put(b, s + from, i - from);
		buf_puts(b, e);
		from = i + 1;
	}
	buf_put(b, s + from, n - from);
}
