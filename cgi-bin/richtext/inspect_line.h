/* inspect_line.h - one line of an inspected text, and the words round a place
 * in it.  Internal to inspect*.c. */
#ifndef RICHTEXT_INSPECT_LINE_H
#define RICHTEXT_INSPECT_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "richtext/inspect.h"

/* Characters with full-width forms, spaces and hyphens brought into one. */
struct line {
	const char *text;
	int n;
	uint32_t *cp;		/* n of them and a 0 */
	size_t *at;		/* where each begins, and the end */
	int number;
	const struct line *head;	/* of the table it is a row of, or NULL */
};

void line_read(struct line *, const char *text, size_t n, struct arena *);
bool line_digit(const struct line *, int k);	/* any k */
bool line_alnum(const struct line *, int k);	/* ASCII; any k */
/* The line has cells. */
bool line_is_row(const struct line *);

/* What the words say about a number that begins at k: its label in the line,
 * else the cell before it, else the head of its column. */
enum hint { HINT_NONE, HINT_FOR, HINT_AGAINST };
enum hint line_hint(const struct line *, int k, const char *const *words_for,
    const char *const *words_against, struct arena *);
/* The words of that list stand right after k (a space is skipped). */
bool line_follows(const struct line *, int k, const char *const *words);

#endif
