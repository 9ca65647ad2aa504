/* extract_read.h - readers of single kinds, which run in the child. */
#ifndef RICHTEXT_EXTRACT_READ_H
#define RICHTEXT_EXTRACT_READ_H

#include <stdbool.h>

#include "base/buf.h"
#include "richtext/extract.h"

/* Appends the text of the file at path; stops soon after out.n is more than
 * EXTRACT_MAX.  *hidden counts what the file hides. */
typedef enum extract extract_reader(const char *path, struct buf *out,
    int *hidden);

/* Text in UTF-8, UTF-16 or GB18030 as UTF-8; false: it is none of these. */
bool extract_decode(const void *, size_t n, struct buf *out);

extract_reader extract_plain, extract_book, extract_slides, extract_ofd;
/* The first sheet of a book, a line a cell: row, column, text; with TAB
 * between them, \n and \\ in the text.  Row 0 says "1904" where days count
 * from that year. */
extract_reader extract_cells;

/* Runs the reader in a process of its own and believes nothing of it. */
enum extract extract_in_child(extract_reader *, const char *path,
    struct extracted *, struct arena *);

#endif
