/*
 * table.h - text files of seed and demo data: lines parted by TAB, # comments.
 */
#ifndef GKCTL_TABLE_H
#define GKCTL_TABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"

#define TABLE_COLUMNS 16

struct table {
	int n;
	char *(*row)[TABLE_COLUMNS];
};

/* Every row must have exactly that many columns; else RC_INVALID, logged. */
enum rc table_read(const char *path, int columns, struct table *,
    struct arena *);
/* The whole file as text, at most 4 MiB; NULL after logging. */
char *table_slurp(const char *path, struct arena *);

#endif
