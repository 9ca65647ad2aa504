/*
 * arena.c - blocks of 64 KiB, cut up from the front.  A piece that does not
 * fit gets a block of its own size.  Under AddressSanitizer what is not handed
 * out is poisoned, so reading past a piece or after the reset is reported.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define ARENA_ASAN 1
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)	ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n)	ASAN_UNPOISON_MEMORY_REGION((p), (n))
#define GAP		alignof(max_align_t)
#else
#define POISON(p, n)	((void)(p), (void)(n))
#define UNPOISON(p, n)	((void)(p), (void)(n))
#define GAP		0
#endif

#define BLOCK		(64 * 1024 - 64)	/* room for malloc's own header */

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) char at[];
};

struct arena {
	struct block *first;
	struct block *top;	/* the one being cut; a chain back to first */
	size_t used;
};

static struct block *
block_new(size_t size)
{
	struct block *b;

	if ((b = malloc(sizeof(*b) + size)) == NULL)
		abort();
	b->next = NULL;
	b->size = size;
	b->used = 0;
	POISON(b->at, size);
	return b;
}

static void
block_free(struct block *b)
{
	UNPOISON(b->at, b->size);
	free(b);
}

struct arena *
arena_new(void)
{
	struct arena *m;

	if ((m = calloc(1, sizeof(*m))) == NULL)
		abort();
	m->first = m->top = block_new(BLOCK);
	return m;
}

void
arena_reset(struct arena *m)
{
	struct block *b;

	while ((b = m->top) != m->first) {
		m->top = b->next;
		block_free(b);
	}
	m->first->used = 0;
	POISON(m->first->at, m->first->size);
	m->used = 0;
}

void
arena_free(struct arena *m)
{
	if (m == NULL)
		return;
	arena_reset(m);
	block_free(m->first);
	free(m);
}

/* A block for a large piece goes under the top, which keeps its free tail. */
static struct block *
block_for(struct arena *m, size_t need)
{
	struct block *b;

	if (m->top->size - m->top->used >= need)
		return m->top;
	b = block_new(need > BLOCK / 4 ? need : BLOCK);
	if (b->size == BLOCK || m->top == m->first) {
		b->next = m->top;
		m->top = b;
	} else {
		b->next = m->top->next;
		m->top->next = b;
	}
	return b;
}

void *
arena_take(struct arena *m, size_t n)
{
	const size_t align = alignof(max_align_t);
	struct block *b;
	size_t need;
	char *p;

	if (n > SIZE_MAX / 4)
		abort();
	need = ((n > 0 ? n : 1) + GAP + align - 1) / align * align;
	b = block_for(m, need);
	p = b->at + b->used;
	b->used += need;
	m->used += n;
	UNPOISON(p, n);
	return p;
}

void *
arena_alloc(struct arena *m, size_t n)
{
	return memset(arena_take(m, n), 0, n);
}

void *
arena_calloc(struct arena *m, size_t count, size_t size)
{
	size_t n;

	if (__builtin_mul_overflow(count, size, &n))
		abort();
	return arena_alloc(m, n);
}

void *
arena_memdup(struct arena *m, const void *p, size_t n)
{
	void *copy = arena_take(m, n);

	if (n > 0)
		memcpy(copy, p, n);
	return copy;
}

char *
arena_strndup(struct arena *m, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *copy = arena_take(m, len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
arena_strdup(struct arena *m, const char *s)
{
	return arena_memdup(m, s, strlen(s) + 1);
}

char *
arena_printf(struct arena *m, const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	s = arena_take(m, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(s, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return s;
}

size_t
arena_used(const struct arena *m)
{
	return m->used;
}
