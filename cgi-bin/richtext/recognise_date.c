/* recognise_date.c - days as official documents write them. */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "richtext/recognise.h"

static char *
without_spaces(const char *s, struct arena *m)
{
	char *out = text_fold(m, s), *w = out;

	for (const char *r = out; *r != '\0'; r++)
		if (*r != ' ' && *r != '\n')
			*w++ = *r;
	*w = '\0';
	return out;
}

const char *
recognise_date(const char *line, struct arena *m)
{
	const char *s = without_spaces(line, m);
	struct date d;

	if (!text_ends(s, "日") || strstr(s, "年") == NULL ||
	    !date_read(s, &d) || d.day == 0)
		return "";
	return arena_printf(m, "%04d-%02d-%02d", d.year, d.month, d.day);
}
