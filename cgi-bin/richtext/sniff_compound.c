/*
 * sniff_compound.c - the directory of a compound file, and the one bit of a
 * Word document that says whether it has a password.
 */
#include <sys/mman.h>
#include <sys/stat.h>

#include "richtext/compound.h"
#include "richtext/sniff_compound.h"

#define ENTRIES_MAX	32768	/* beyond: nobody's file */
#define NOBODY		0xfffffffau	/* and all above it */
#define FIB_ENCRYPTED	0x0100

/* Its first bytes are enough, whatever size the directory says. */
static enum sniff
word_kind(struct compound *c, const unsigned char *entry)
{
	struct stream s = compound_stream(c, entry);
	unsigned char fib[12];

	s.n = sizeof fib;
	if (!compound_read(c, &s, 0, fib, sizeof fib))
		return SNIFF_BROKEN;
	return compound_u16(fib + 10) & FIB_ENCRYPTED ? SNIFF_ENCRYPTED
	    : SNIFF_DOC;
}

/* What the directory has shown so far. */
struct seen {
	enum sniff kind;	/* by the first entry that tells */
	bool locked;		/* an encrypted package */
	bool objects;		/* embedded ones: the package may be theirs */
};

static enum sniff
entry_kind(struct compound *c, const unsigned char *entry)
{
	static const char *const others[] = {
		"Workbook", "Book", "PowerPoint Document", "VisioDocument",
	};
	size_t k;

	if (compound_is_named(entry, "WordDocument"))
		return word_kind(c, entry);
	for (k = 0; k < sizeof others / sizeof others[0]; k++)
		if (compound_is_named(entry, others[k]))
			return SNIFF_OTHER;
	return SNIFF_UNKNOWN;
}

static void
entry_see(struct compound *c, const unsigned char *entry, struct seen *seen)
{
	if (compound_is_named(entry, "EncryptedPackage"))
		seen->locked = true;
	else if (compound_is_named(entry, "ObjectPool"))
		seen->objects = compound_u32(entry + 76) < NOBODY;
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

static enum sniff
look(const void *data, size_t n)
{
	const unsigned char *entry;
	struct seen seen = { 0 };
	struct compound c;

	if (!compound_open(&c, data, n))
		return SNIFF_BROKEN;
	for (uint32_t k = 0; k < ENTRIES_MAX &&
	    (entry = compound_entry(&c, k)) != NULL; k++)
		entry_see(&c, entry, &seen);
	return verdict(&seen);
}

enum sniff
sniff_compound(FILE *f)
{
	enum sniff kind = SNIFF_BROKEN;
	struct stat st;
	void *data;

	if (fstat(fileno(f), &st) != 0 || st.st_size <= 0)
		return SNIFF_BROKEN;
	data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE,
	    fileno(f), 0);
	if (data != MAP_FAILED) {
		kind = look(data, (size_t)st.st_size);
		munmap(data, (size_t)st.st_size);
	}
	return kind;
}
