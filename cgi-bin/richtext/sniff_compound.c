/*
 * sniff_compound.c - the directory of a compound file, and the one bit of a
 * Word document that says whether it has a password.
 */
#include <stdint.h>
#include <string.h>

#include "richtext/sniff_compound.h"

#define NAME_MAX_UNITS	32
#define ENTRY		128
#define SECTORS_MAX	4096	/* of the directory; beyond: nobody's file */
#define END_OF_CHAIN	0xfffffffau	/* and all above it */
#define DIFAT_HEADER	109
#define FIB_ENCRYPTED	0x0100
#define MINI		64

struct compound {
	FILE *f;
	unsigned char header[512];
	uint32_t sector;	/* bytes of one */
	uint32_t shared;	/* where the small streams are */
	uint32_t most;		/* sectors that a chain can have */
};

static uint32_t
u32(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static bool
read_at(const struct compound *c, uint64_t at, void *to, size_t n)
{
	return fseeko(c->f, (off_t)at, SEEK_SET) == 0 &&
	    fread(to, 1, n, c->f) == n;
}

static uint64_t
place(const struct compound *c, uint32_t sector)
{
	return ((uint64_t)sector + 1) * c->sector;
}

/* The sector after that one; END_OF_CHAIN also when the table is elsewhere
 * than in the first 109 of its sectors, 7 MB of file. */
static uint32_t
next_of(const struct compound *c, uint32_t sector)
{
	uint32_t per = c->sector / 4, k = sector / per;
	unsigned char next[4];
	uint32_t table;

	if (k >= DIFAT_HEADER)
		return END_OF_CHAIN;
	table = u32(c->header + 76 + 4 * k);
	if (table >= END_OF_CHAIN ||
	    !read_at(c, place(c, table) + sector % per * 4, next, 4))
		return END_OF_CHAIN;
	return u32(next);
}

/* A chain with more sectors than the file has goes in a circle. */
static uint32_t
sectors_of(const struct compound *c)
{
	off_t size = fseeko(c->f, 0, SEEK_END) == 0 ? ftello(c->f) : 0;

	return size > 0 && size / c->sector < SECTORS_MAX
	    ? (uint32_t)(size / c->sector) + 1 : SECTORS_MAX;
}

static bool
is_named(const unsigned char *entry, const char *name)
{
	size_t k, n = strlen(name);

	if (n >= NAME_MAX_UNITS || (size_t)(entry[64] | entry[65] << 8) !=
	    (n + 1) * 2)
		return false;
	for (k = 0; k < n; k++)
		if (entry[2 * k] != (unsigned char)name[k] ||
		    entry[2 * k + 1] != 0)
			return false;
	return true;
}

/* Small streams share one, that of the first entry, in pieces of 64 bytes. */
static uint64_t
stream_place(const struct compound *c, const unsigned char *entry)
{
	uint32_t start = u32(entry + 116), at, k;
	uint64_t within = (uint64_t)start * MINI;

	if (u32(entry + 120) >= u32(c->header + 56))
		return place(c, start);
	at = c->shared;
	for (k = 0; k < within / c->sector && k < c->most; k++)
		if ((at = next_of(c, at)) >= END_OF_CHAIN)
			return UINT64_MAX / 2;
	return place(c, at) + within % c->sector;
}

static enum sniff
word_kind(const struct compound *c, const unsigned char *entry)
{
	unsigned char fib[12];

	if (!read_at(c, stream_place(c, entry), fib, sizeof fib))
		return SNIFF_BROKEN;
	return (fib[10] | fib[11] << 8) & FIB_ENCRYPTED ? SNIFF_ENCRYPTED
	    : SNIFF_DOC;
}

/* What the directory has shown so far. */
struct seen {
	enum sniff kind;	/* by the first entry that tells */
	bool locked;		/* an encrypted package */
	bool objects;		/* embedded ones: the package may be theirs */
};

static enum sniff
entry_kind(const struct compound *c, const unsigned char *entry)
{
	static const char *const others[] = {
		"Workbook", "Book", "PowerPoint Document", "VisioDocument",
	};
	size_t k;

	if (is_named(entry, "WordDocument"))
		return word_kind(c, entry);
	for (k = 0; k < sizeof others / sizeof others[0]; k++)
		if (is_named(entry, others[k]))
			return SNIFF_OTHER;
	return SNIFF_UNKNOWN;
}

static void
entry_see(const struct compound *c, const unsigned char *entry,
    struct seen *seen)
{
	if (is_named(entry, "EncryptedPackage"))
		seen->locked = true;
	else if (is_named(entry, "ObjectPool"))
		seen->objects = u32(entry + 76) < END_OF_CHAIN;
	else if (seen->kind == SNIFF_UNKNOWN)
		seen->kind = entry_kind(c, entry);
}

/* Word writes an empty WordDocument beside what it encrypts. */
static enum sniff
verdict(const struct seen *seen)
{
	if (seen->locked && (seen->kind == SNIFF_UNKNOWN || !seen->objects))
		return SNIFF_ENCRYPTED;
	return seen->kind != SNIFF_UNKNOWN ? seen->kind : SNIFF_BROKEN;
}

enum sniff
sniff_compound(FILE *f)
{
	struct compound c = { .f = f };
	unsigned char entry[ENTRY];
	struct seen seen = { 0 };
	uint32_t at, k, n = 0;

	if (!read_at(&c, 0, c.header, sizeof c.header) ||
	    (c.header[30] != 9 && c.header[30] != 12))
		return SNIFF_BROKEN;
	c.sector = 1u << c.header[30];
	c.most = sectors_of(&c);
	for (at = u32(c.header + 48); at < END_OF_CHAIN && n < c.most;
	    at = next_of(&c, at), n++)
		for (k = 0; k < c.sector / ENTRY; k++) {
			if (!read_at(&c, place(&c, at) + k * ENTRY, entry,
			    ENTRY))
				return verdict(&seen);
			if (n == 0 && k == 0)
				c.shared = u32(entry + 116);
			entry_see(&c, entry, &seen);
		}
	return verdict(&seen);
}
