/* compound.c - see compound.h. */
#include <string.h>

#include "richtext/compound.h"

#define NAME_UNITS	32
#define ENTRY		128
#define ENTRIES_MAX	4096	/* of the root; beyond: nobody's file */
#define END_OF_CHAIN	0xfffffffau	/* and all above it */
#define NOBODYS		0xffffffffu
#define DIFAT_HEADER	109
#define MINI		64
#define SMALL_MAX	4096	/* bytes of a small stream */

uint16_t
compound_u16(const unsigned char *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

uint32_t
compound_u32(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static const unsigned char *
bytes(const struct compound *c, uint64_t at, size_t n)
{
	return at <= c->n && n <= c->n - at ? c->data + at : NULL;
}

static uint64_t
place(const struct compound *c, uint32_t sector)
{
	return ((uint64_t)sector + 1) * c->sector;
}

static uint32_t
number_in(struct compound *c, uint32_t sector, uint32_t k)
{
	const unsigned char *p;

	if (sector >= END_OF_CHAIN || c->steps >= COMPOUND_STEPS)
		return END_OF_CHAIN;
	c->steps++;
	p = bytes(c, place(c, sector) + (uint64_t)k * 4, 4);
	return p != NULL ? compound_u32(p) : END_OF_CHAIN;
}

/* The k-th sector of the table of chains: the header knows the first ones,
 * and where a chain of lists of the others begins. */
static uint32_t
table_sector(struct compound *c, uint32_t k)
{
	uint32_t list = compound_u32(c->data + 68), per = c->sector / 4 - 1;

	if (k < DIFAT_HEADER)
		return compound_u32(c->data + 76 + 4 * k);
	for (k -= DIFAT_HEADER; k >= per && list < END_OF_CHAIN; k -= per)
		list = number_in(c, list, per);
	return number_in(c, list, k);
}

static uint32_t
next_of(struct compound *c, uint32_t sector)
{
	uint32_t per = c->sector / 4;

	if (sector >= END_OF_CHAIN || place(c, sector) >= c->n)
		return END_OF_CHAIN;
	return number_in(c, table_sector(c, sector / per), sector % per);
}

bool
compound_is_free(struct compound *c, size_t at)
{
	uint32_t per = c->sector / 4;
	size_t sector = at / c->sector;

	return sector > 0 && sector - 1 < END_OF_CHAIN &&
	    number_in(c, table_sector(c, (uint32_t)(sector - 1) / per),
	    (uint32_t)(sector - 1) % per) == NOBODYS;
}

static uint32_t
next_small(struct compound *c, uint32_t piece)
{
	unsigned char next[4];

	return compound_read(c, &c->table, (uint64_t)piece * 4, next, 4) ?
	    compound_u32(next) : END_OF_CHAIN;
}

/* The k-th piece of the stream.  A chain is as long as the file at most. */
static uint32_t
piece_of(struct compound *c, struct stream *s, uint32_t k)
{
	if (k < s->k) {
		s->k = 0;
		s->at = s->start;
	}
	for (; s->k < k && s->at < END_OF_CHAIN; s->k++)
		s->at = s->small ? next_small(c, s->at) : next_of(c, s->at);
	return s->at;
}

size_t
compound_place(struct compound *c, struct stream *s, uint64_t at, size_t *run)
{
	uint32_t unit = s->small ? MINI : c->sector, piece;
	size_t left = 0;
	uint64_t to;

	if (at >= s->n || at >= c->n)
		return COMPOUND_NONE;
	piece = piece_of(c, s, (uint32_t)(at / unit));
	if (piece >= END_OF_CHAIN)
		return COMPOUND_NONE;
	if (s->small) {
		to = compound_place(c, &c->shared, (uint64_t)piece * MINI +
		    at % unit, &left);
	} else {
		to = place(c, piece) + at % unit;
		left = to < c->n ? c->n - (size_t)to : 0;
	}
	*run = unit - at % unit < left ? unit - at % unit : left;
	return left > 0 ? (size_t)to : COMPOUND_NONE;
}

bool
compound_read(struct compound *c, struct stream *s, uint64_t at, void *to,
    size_t n)
{
	size_t from, run = 0, done = 0;

	if (at > s->n || n > s->n - at)
		return false;
	for (; done < n; done += run) {
		from = compound_place(c, s, at + done, &run);
		if (from == COMPOUND_NONE)
			return false;
		run = run < n - done ? run : n - done;
		memcpy((char *)to + done, c->data + from, run);
	}
	return true;
}

const unsigned char *
compound_head(struct compound *c, struct stream *s, size_t max, size_t *n,
    struct arena *m)
{
	size_t all = s->n < max ? (size_t)s->n : max, from, run;
	unsigned char *to = arena_alloc(m, all = all < c->n ? all : c->n);

	for (*n = 0; *n < all && (from = compound_place(c, s, *n, &run)) !=
	    COMPOUND_NONE; *n += run) {
		run = run < all - *n ? run : all - *n;
		memcpy(to + *n, c->data + from, run);
	}
	return to;
}

static struct stream
stream_of(uint32_t start, uint64_t n, bool small)
{
	return (struct stream){ .start = start, .n = n, .small = small,
		.at = start };
}

struct stream
compound_stream(const struct compound *c, const unsigned char *entry)
{
	uint32_t n = compound_u32(entry + 120);

	return stream_of(compound_u32(entry + 116), n,
	    n < compound_u32(c->data + 56) && n < SMALL_MAX);
}

const unsigned char *
compound_entry(struct compound *c, uint32_t k)
{
	size_t run = 0, at = compound_place(c, &c->entries,
	    (uint64_t)k * ENTRY, &run);

	return at != COMPOUND_NONE && run >= ENTRY ? c->data + at : NULL;
}

bool
compound_open(struct compound *c, const void *data, size_t n)
{
	static const char magic[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	const unsigned char *head = data, *root;

	*c = (struct compound){ .data = data, .n = n };
	if (n < 512 || memcmp(head, magic, 8) != 0 ||
	    (head[30] != 9 && head[30] != 12))
		return false;
	c->sector = 1u << head[30];
	c->entries = stream_of(compound_u32(head + 48), n, false);
	c->table = stream_of(compound_u32(head + 60), n, false);
	if ((root = compound_entry(c, 0)) != NULL)
		c->shared = stream_of(compound_u32(root + 116), n, false);
	return true;
}

bool
compound_is_named(const unsigned char *entry, const char *name)
{
	size_t k, n = strlen(name);

	if (n >= NAME_UNITS || compound_u16(entry + 64) != (n + 1) * 2)
		return false;
	for (k = 0; k < n; k++)
		if (entry[2 * k] != (unsigned char)name[k] ||
		    entry[2 * k + 1] != 0)
			return false;
	return true;
}

/* The entries of a folder are a tree; its order is not relied upon. */
const unsigned char *
compound_find(struct compound *c, const char *name)
{
	const unsigned char *e = compound_entry(c, 0);
	uint32_t todo[ENTRIES_MAX + 2], n = 0;

	if (e != NULL)
		todo[n++] = compound_u32(e + 76);
	for (int seen = 0; n > 0 && seen < ENTRIES_MAX; seen++) {
		e = compound_entry(c, todo[--n]);
		if (e == NULL)
			continue;
		if (compound_is_named(e, name))
			return e;
		for (int side = 68; side <= 72 && n < ENTRIES_MAX; side += 4)
			if (compound_u32(e + side) < END_OF_CHAIN)
				todo[n++] = compound_u32(e + side);
	}
	return NULL;
}
