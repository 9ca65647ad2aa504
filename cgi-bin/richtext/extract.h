/*
 * extract.h - the plain text of a file, for inspecting and for searching it.
 *
 * Read are docx (and what LibreOffice makes docx of: doc, wps, rtf, odt), xlsx,
 * pptx, OFD, PDF with text in it, txt and csv in UTF-8, UTF-16 or GB18030.
 * Each reader is a process of its own with limits on time, memory and output;
 * no kind of file can take the caller with it.
 */
#ifndef RICHTEXT_EXTRACT_H
#define RICHTEXT_EXTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "richtext/office.h"

#define EXTRACT_MAX (4u << 20)	/* bytes of text; what is above is cut */

enum extract {
	EXTRACT_OK = 0,
	EXTRACT_EMPTY,		/* read, and there is no text: a scan */
	EXTRACT_NONE,		/* a kind without text for us: picture, zip */
	EXTRACT_ENCRYPTED,
	EXTRACT_BROKEN,
	EXTRACT_TOO_LARGE,	/* more time or memory than it may take */
	EXTRACT_NO_TOOL,	/* LibreOffice or poppler is not installed */
	EXTRACT_BUSY,		/* others are being converted: later again */
	EXTRACT_FAIL,		/* our fault, logged: later again */
	EXTRACT__MAX
};

struct extracted {
	/* UTF-8 without control characters but LF and TAB.  A paragraph, a
	 * row or a line a line; cells parted by TAB; a sheet begins with a
	 * line of its name. */
	const char *text;
	bool cut;		/* there was more */
	int hidden;		/* sheets, rows, columns or slides that are
				 * hidden in the file; they are in the text */
	int pages;		/* of a PDF, also of a scan; 0: not known */
};

/*
 * path: the bytes; type: the media type of filetype_check().  The text lives
 * in the arena; it is "" unless the result is EXTRACT_OK.
 */
enum extract extract_file(const struct office *, const char *path,
    const char *type, struct extracted *, struct arena *);

/* A word processor's: office_import() takes it. */
bool extract_is_word(const char *type);

#endif
