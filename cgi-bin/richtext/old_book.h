/*
 * old_book.h - what a workbook of Excel before its packages hides ([MS-XLS]);
 * its text is not read.
 */
#ifndef RICHTEXT_OLD_BOOK_H
#define RICHTEXT_OLD_BOOK_H

#include <stddef.h>

struct old_book {
	int hidden;		/* sheets, rows, runs of columns */
	int comments, objects;
};

/* Nothing of other files, and of those with a password. */
void old_book_read(const void *data, size_t n, struct old_book *);

#endif
