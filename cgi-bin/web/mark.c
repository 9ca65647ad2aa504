/* mark.c - see mark.h. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "web/mark.h"

void
mark_add(struct mark *m, const void *p, size_t n)
{
	const char *s = p;
	uint64_t word;
	size_t piece;

	/* the length, so that where one piece ends is part of it */
	m->a ^= 0x9e3779b97f4a7c15u + n;
	for (; n > 0; s += piece, n -= piece) {
		piece = n < sizeof(word) ? n : sizeof(word);
		word = 0;
		memcpy(&word, s, piece);
		m->a = (m->a ^ word) * 0xd6e8feb86659fd93u;
		m->a ^= m->a >> 32;
		m->b = (m->b + word + n) * 0xa0761d6478bd642fu;
		m->b ^= m->b >> 29;
	}
}

void
mark_text(struct mark *m, const char *s)
{
	mark_add(m, s, strlen(s) + 1);
}

void
mark_int(struct mark *m, int64_t n)
{
	mark_add(m, &n, sizeof(n));
}

void
mark_file(struct mark *m, const char *path)
{
	char bytes[16 * 1024];
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL)
		fatal("%s: %s", path, strerror(errno));
	while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
		mark_add(m, bytes, n);
	if (ferror(f))
		fatal("%s: cannot be read", path);
	fclose(f);
}

char *
mark_show(const struct mark *m, struct arena *mem)
{
	return arena_printf(mem, "%016" PRIx64 "%016" PRIx64, m->a, m->b);
}

int
mark_listed(const char *list, const char *mark)
{
	size_t n = strlen(mark);
	const char *s;

	for (s = list; (s = strchr(s, '"')) != NULL; s++)
		if (strncmp(s + 1, mark, n) == 0 && s[n + 1] == '"')
			return 1;
	return 0;
}
