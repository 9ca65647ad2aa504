/*
 * redline_check.h - takes one of two texts out of the common one again.
 */
#ifndef TESTS_REDLINE_CHECK_H
#define TESTS_REDLINE_CHECK_H

#include <string.h>

#include "base/buf.h"
#include "richtext/difference.h"
#include "richtext/sanitize.h"

/* Without the elements of that name, without the tags of the other one, and
 * without the classes of the difference. */
static inline const char *
redline_take(const char *s, const char *gone, struct arena *m)
{
	const char *stay = strcmp(gone, "del") == 0 ? "ins" : "del";
	struct buf b = buf_new(m);
	bool tag = false;	/* within one; a text may say " df-o" as well */
	int depth = 0;

	for (; *s != '\0'; s++) {
		tag = *s == '<' || (tag && *s != '>');
		if (*s == '<' && strncmp(s + 1, gone, 3) == 0) {
			depth++;
		} else if (*s == '<' && s[1] == '/' &&
		    strncmp(s + 2, gone, 3) == 0) {
			depth--;
		} else if (!(*s == '<' && (strncmp(s + 1, stay, 3) == 0 ||
		    (s[1] == '/' && strncmp(s + 2, stay, 3) == 0)))) {
			const char *df = " class=\"df-";

			if (depth > 0)
				continue;
			if (tag && strncmp(s, df, strlen(df)) == 0)
				s = strchr(strchr(s, '"') + 1, '"');
			else if (tag && strncmp(s, " df-", 4) == 0 &&
			    strchr("on l", s[4]) != NULL)
				s += strcspn(s, "\"") - 1;
			else
				buf_put(&b, s, 1);
			continue;
		}
		s = strchr(s, '>');
		tag = false;
	}
	return b.s;
}

#endif
