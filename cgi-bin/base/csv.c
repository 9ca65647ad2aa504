/* csv.c - one row after the other. */
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"

#define MARK "\xef\xbb\xbf"

struct csv
csv_open(const char *s, size_t n)
{
	size_t skip = n >= 3 && memcmp(s, MARK, 3) == 0 ? 3 : 0;

	return (struct csv){ .at = s + skip, .end = s + n, .next_line = 1 };
}

static enum rc
quoted(struct csv *c, struct buf *b)
{
	for (c->at++; c->at < c->end; c->at++) {
		if (*c->at == '"' && (c->at + 1 == c->end ||
		    c->at[1] != '"')) {
			c->at++;
			return RC_OK;
		}
		if (*c->at == '"')
			c->at++;
		c->next_line += *c->at == '\n';
		buf_putc(b, *c->at);
	}
	return RC_INVALID;
}

static enum rc
field_next(struct csv *c, char **out, struct arena *m)
{
	struct buf b = buf_new(m);
	enum rc rc = RC_OK;

	if (c->at < c->end && *c->at == '"')
		rc = quoted(c, &b);
	while (c->at < c->end && *c->at != ',' && *c->at != '\n' &&
	    *c->at != '\r')
		buf_putc(&b, *c->at++);
	*out = arena_strndup(m, b.s, b.n);
	return rc;
}

static void
line_end(struct csv *c)
{
	if (c->at < c->end && *c->at == '\r')
		c->at++;
	if (c->at < c->end && *c->at == '\n')
		c->at++;
	c->next_line++;
}

enum rc
csv_next(struct csv *c, char *field[CSV_COLUMNS], int *n, struct arena *m)
{
	enum rc rc;

	while (c->at < c->end && (*c->at == '\n' || *c->at == '\r'))
		line_end(c);
	if (c->at >= c->end)
		return RC_NOT_FOUND;
	c->line = c->next_line;
	for (*n = 0; *n < CSV_COLUMNS; c->at++) {
		if ((rc = field_next(c, &field[*n], m)) != RC_OK)
			return rc;
		++*n;
		if (c->at >= c->end || *c->at != ',') {
			line_end(c);
			return RC_OK;
		}
	}
	return RC_INVALID;
}
