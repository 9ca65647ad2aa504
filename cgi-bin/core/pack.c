/* pack.c - "5:hello3:abc". */
#include <string.h>

#include "core/pack.h"

#define LENGTH_MAX 999999

void
pack_put(struct buf *b, const char *s)
{
	buf_printf(b, "%zu:", strlen(s));
	buf_puts(b, s);
}

char *
pack_next(const char **at, struct arena *m)
{
	const char *s = *at, *text;
	size_t n = 0;

	for (; *s >= '0' && *s <= '9' && n <= LENGTH_MAX / 10; s++)
		n = n * 10 + (size_t)(*s - '0');
	if (s == *at || *s != ':')
		return NULL;
	text = s + 1;
	if (strnlen(text, n) != n)
		return NULL;
	*at = text + n;
	return arena_strndup(m, text, n);
}
