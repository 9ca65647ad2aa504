/* old_places.c - names in the parts that each program reads first; see
 * old_props.h. */
#include "richtext/codepage.h"
#include "richtext/old_props.h"

#define TABLE_MAX	(1u << 20)
#define STRINGS_MAX	1000
#define RECORDS_MAX	10000

/* Word: the file information block says where its lists stand. */
#define FIB_WORD97	0xc1
#define FIB_ENCRYPTED	0x0100
#define FIB_TABLE_ONE	0x0200
#define FIB_LISTS	154
#define LIST_ASSOCIATED	32	/* properties once more */
#define LIST_SAVED_BY	71	/* the last ten: a name, a path */

static bool
stream_named(struct old_walk *w, const char *name, struct stream *out)
{
	const unsigned char *e = compound_find(&w->c, name);

	if (e != NULL)
		*out = compound_stream(&w->c, e);
	return e != NULL;
}

/* The strings of a list from the one numbered `first` up to `last`: lengths
 * of two bytes, UTF-16.  Each `person`-th is a name, those from there on. */
static void
list_read(struct old_walk *w, struct stream *s, uint32_t at, uint32_t n,
    unsigned first, unsigned last, bool (*person)(unsigned))
{
	uint32_t end = at + n, k, count;
	unsigned char b[6];

	if (n < 6 || n > TABLE_MAX || at > s->n ||
	    !compound_read(&w->c, s, at, b, 6) || compound_u16(b) != 0xffff)
		return;
	count = compound_u16(b + 2);
	for (k = 0, at += 6; k < count && k < STRINGS_MAX &&
	    at + 2 <= end && compound_read(&w->c, s, at, b, 2); k++) {
		struct old_string str = { .in = s, .at = at + 2,
			.n = 2u * compound_u16(b), .codepage = CODEPAGE_UTF16,
			.person = person(k), .filler = ' ' };

		at += 2 + str.n;
		if (at <= end && str.n > 0 && k >= first && k <= last)
			w->take(w, &str);
	}
}

static bool
is_author(unsigned k)
{
	return k == 6 || k == 7;
}

static bool
is_even(unsigned k)
{
	return k % 2 == 0;
}

static void
word(struct old_walk *w, struct stream *s)
{
	unsigned char fib[FIB_LISTS + 8 * (LIST_SAVED_BY + 1)], *list;
	struct stream table;
	unsigned flags;

	if (!compound_read(&w->c, s, 0, fib, sizeof fib) ||
	    compound_u16(fib + 2) < FIB_WORD97 ||
	    compound_u16(fib + 10) & FIB_ENCRYPTED) {
		w->shut = true;
		return;
	}
	flags = compound_u16(fib + 10);
	if (!stream_named(w, flags & FIB_TABLE_ONE ? "1Table" : "0Table",
	    &table))
		return;
	list = fib + FIB_LISTS + 8 * LIST_ASSOCIATED;
	list_read(w, &table, compound_u32(list), compound_u32(list + 4), 3, 7,
	    is_author);
	list = fib + FIB_LISTS + 8 * LIST_SAVED_BY;
	list_read(w, &table, compound_u32(list), compound_u32(list + 4), 0,
	    STRINGS_MAX, is_even);
}

/* Excel: a record with the name of who wrote it last, filled with spaces. */
#define BIFF_END	0x000a
#define BIFF_BEGIN	0x0809
#define BIFF_LOCKED	0x002f
#define BIFF_WRITER	0x005c

static void
writer(struct old_walk *w, struct stream *s, uint32_t at, uint32_t n,
    bool wide)
{
	struct old_string str = { .in = s, .at = at + (wide ? 3 : 1),
		.person = true, .filler = ' ' };
	unsigned char b[3];

	if (n < 4 || !compound_read(&w->c, s, at, b, 3))
		return;
	str.n = wide ? compound_u16(b) : b[0];
	if (wide && b[2] & 1) {
		str.codepage = CODEPAGE_UTF16;
		str.n *= 2;
	} else if (wide) {
		str.codepage = 1252;
	}
	if (str.n > 0 && str.at + str.n <= at + n)
		w->take(w, &str);
}

static void
sheets(struct old_walk *w, struct stream *s)
{
	unsigned char b[6];
	uint32_t at, n, type, k;
	bool wide = false;

	for (at = 0, k = 0; k < RECORDS_MAX && compound_read(&w->c, s, at, b,
	    4); k++, at += 4 + n) {
		type = compound_u16(b);
		n = compound_u16(b + 2);
		w->shut |= type == BIFF_LOCKED;
		if (type == BIFF_END)
			return;
		if (type == BIFF_BEGIN && compound_read(&w->c, s, at, b, 6))
			wide = compound_u16(b + 4) >= 0x0600;
		else if (type == BIFF_WRITER)
			writer(w, s, at + 4, n, wide);
	}
}

/* PowerPoint: a stream of its own for the current user, in both writings. */
#define USER_LOCKED	0xf3d1c4dfu

static void
slides(struct old_walk *w, struct stream *s)
{
	struct old_string str = { .in = s, .at = 28, .person = true,
		.filler = ' ' };
	unsigned char b[28];

	if (!compound_read(&w->c, s, 0, b, sizeof b))
		return;
	w->shut |= compound_u32(b + 12) == USER_LOCKED;
	str.n = compound_u16(b + 20);
	if (str.n == 0 || str.at + str.n > s->n)
		return;
	w->take(w, &str);
	str.at += str.n + 4;
	str.n *= 2;
	str.codepage = CODEPAGE_UTF16;
	if (str.at + str.n <= s->n)
		w->take(w, &str);
}

void
old_places(struct old_walk *w)
{
	static const char *const locks[] = { "EncryptedPackage",
		"EncryptedSummary", "\6DataSpaces", "_signatures",
		"_xmlsignatures" };
	struct stream s;

	for (size_t k = 0; k < sizeof locks / sizeof locks[0]; k++)
		w->shut |= compound_find(&w->c, locks[k]) != NULL;
	if (stream_named(w, "WordDocument", &s))
		word(w, &s);
	if (stream_named(w, "Workbook", &s) || stream_named(w, "Book", &s))
		sheets(w, &s);
	if (stream_named(w, "Current User", &s))
		slides(w, &s);
}
