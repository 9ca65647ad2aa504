/* csv.h - reading tables of comma-separated values (RFC 4180, UTF-8). */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"

#define CSV_COLUMNS 32

struct csv {
	const char *at, *end;
	int line;		/* of the row read last, from 1 */
	int next_line;
};

/* A mark of the byte order at the beginning is left out. */
struct csv csv_open(const char *, size_t n);
/* The fields of the next row; RC_NOT_FOUND at the end, RC_INVALID for a quote
 * that is not closed or too many fields.  Empty lines are left out. */
enum rc csv_next(struct csv *, char *field[CSV_COLUMNS], int *n,
    struct arena *);

#endif
