/* old_book.c - see old_book.h. */
#include <string.h>

#include "richtext/compound.h"
#include "richtext/old_book.h"

#define RECORDS_MAX	2000000
#define ENTRIES_MAX	4096
#define RECORD_SHEET	0x0085
#define RECORD_COLUMNS	0x007d
#define RECORD_ROW	0x0208
#define RECORD_NOTE	0x001c
#define RECORD_LOCKED	0x002f
#define SHEET_MODULE	6	/* of Visual Basic: nobody ever sees it */
#define STORAGE		1

/* Byte k of a record that is at least that long. */
static unsigned
byte(struct compound *c, struct stream *s, uint32_t at, uint32_t n, uint32_t k)
{
	unsigned char b;

	return k < n && compound_read(c, s, at + k, &b, 1) ? b : 0;
}

static void
record(struct compound *c, struct stream *s, unsigned type, uint32_t at,
    uint32_t n, struct old_book *out)
{
	switch (type) {
	case RECORD_SHEET:
		out->hidden += (byte(c, s, at, n, 4) & 3) != 0 &&
		    byte(c, s, at, n, 5) != SHEET_MODULE;
		return;
	case RECORD_COLUMNS:
		out->hidden += byte(c, s, at, n, 8) & 1;
		return;
	case RECORD_ROW:
		out->hidden += (byte(c, s, at, n, 12) & 0x20) != 0;
		return;
	case RECORD_NOTE:
		out->comments++;
	}
}

/* Each object has a folder, MBD and its number. */
static int
objects(struct compound *c)
{
	static const char mark[] = "M\0B\0D";
	const unsigned char *e;
	int n = 0;

	for (uint32_t k = 0; k < ENTRIES_MAX &&
	    (e = compound_entry(c, k)) != NULL; k++)
		n += e[66] == STORAGE && memcmp(e, mark, sizeof mark) == 0;
	return n;
}

void
old_book_read(const void *data, size_t n, struct old_book *out)
{
	const unsigned char *e;
	struct compound c;
	unsigned char b[4];
	struct stream s;
	unsigned type = 1;
	uint32_t at = 0;

	*out = (struct old_book){ 0 };
	if (!compound_open(&c, data, n) ||
	    ((e = compound_find(&c, "Workbook")) == NULL &&
	    (e = compound_find(&c, "Book")) == NULL))
		return;
	s = compound_stream(&c, e);
	for (int k = 0; k < RECORDS_MAX && type != 0 &&
	    compound_read(&c, &s, at, b, 4); k++) {
		type = compound_u16(b);
		if (type == RECORD_LOCKED)
			return;
		record(&c, &s, type, at + 4, compound_u16(b + 2), out);
		at += 4 + compound_u16(b + 2);
	}
	out->objects = objects(&c);
}
