/* parse.c - owns libgumbo's memory. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "richtext/parse.h"

#define BLOCK	   (256 * 1024)
#define POOL_BASE  (16u << 20)
#define POOL_RATIO 64		/* bytes of tree per byte of text */
#define NEST_MAX   256
#define SECONDS	   3

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) char data[];
};

struct parse {
	struct block *blocks;
	size_t left;		/* bytes the pool may still take */
	unsigned calls;
	struct timespec start;
	GumboOutput *output;
	jmp_buf out;
};

static bool
late(const struct parse *p)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec - p->start.tv_sec > SECONDS;
}

static struct block *
block_new(struct parse *p, size_t n)
{
	size_t size = n > BLOCK ? n : BLOCK;
	struct block *b;

	if (size > p->left || (b = malloc(sizeof *b + size)) == NULL)
		longjmp(p->out, 1);
	p->left -= size;
	b->used = 0;
	b->size = size;
	b->next = p->blocks;
	return p->blocks = b;
}

static void *
pool_alloc(void *user, size_t n)
{
	struct parse *p = user;
	struct block *b = p->blocks;
	void *v;

	if ((++p->calls & 255) == 0 && late(p))
		longjmp(p->out, 1);
	n = (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (b == NULL || b->size - b->used < n)
		b = block_new(p, n);
	v = b->data + b->used;
	b->used += n;
	return v;
}

static void
pool_free(void *user, void *v)
{
	(void)user;
	(void)v;
}

static size_t
name_end(const char *s, size_t n)
{
	size_t k;

	/* A longer name is no name of HTML; to read on would be quadratic. */
	for (k = 0; k < n && k < 32; k++)
		if (strchr(" \t\r\n\f/>", s[k]) != NULL)
			break;
	return k;
}

static bool
is_void(const char *s, size_t n)
{
	static const char *const names[] = {
		"area", "base", "br", "col", "embed", "hr", "img", "input",
		"link", "meta", "param", "source", "track", "wbr",
		/* ended by the next of their kind */
		"p", "li", "td", "th", "tr", "dd", "dt", "option",
	};
	size_t k;

	for (k = 0; k < sizeof names / sizeof names[0]; k++)
		if (strlen(names[k]) == n && strncasecmp(names[k], s, n) == 0)
			return true;
	return false;
}

/*
 * A cheap look before the parser starts: 100,000 open elements cost it
 * minutes.  What slips through here meets the limits of time and memory.
 */
static bool
nested(const char *s, size_t n)
{
	struct {
		const char *s;
		size_t n;
	} open[NEST_MAX];
	const char *end = s + n, *at;
	size_t len;
	int depth = 0, k;

	while ((at = memchr(s, '<', (size_t)(end - s))) != NULL) {
		bool close = at + 1 < end && at[1] == '/';

		s = at + 1 + close;
		len = name_end(s, (size_t)(end - s));
		if (len == 0 || is_void(s, len) || strchr("!?", *s) != NULL)
			continue;
		if (!close) {
			if (depth == NEST_MAX)
				return true;
			open[depth].s = s;
			open[depth++].n = len;
			continue;
		}
		for (k = depth - 1; k >= 0; k--)
			if (open[k].n == len &&
			    strncasecmp(open[k].s, s, len) == 0)
				break;
		if (k >= 0)
			depth = k;
	}
	return false;
}

enum rc
parse_html(const char *html, size_t n, struct parse **out)
{
	GumboOptions o = kGumboDefaultOptions;
	struct parse *p;

	*out = NULL;
	if (n > (size_t)1 << 30 || nested(html, n))
		return RC_TOO_LARGE;
	if ((p = calloc(1, sizeof *p)) == NULL)
		abort();
	p->left = POOL_BASE + POOL_RATIO * n;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &p->start);
	o.allocator = pool_alloc;
	o.deallocator = pool_free;
	o.userdata = p;
	o.max_errors = 0;
	o.fragment_context = GUMBO_TAG_DIV;
	if (setjmp(p->out) != 0) {
		parse_free(p);
		return RC_TOO_LARGE;
	}
	p->output = gumbo_parse_with_options(&o, html, n);
	*out = p;
	return RC_OK;
}

const GumboElement *
parse_root(const struct parse *p)
{
	return &p->output->root->v.element;
}

void
parse_free(struct parse *p)
{
	struct block *b, *next;

	if (p == NULL)
		return;
	for (b = p->blocks; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(p);
}
