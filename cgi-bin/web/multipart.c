/*
 * multipart.c - a state machine over bytes, so that a piece may end anywhere.
 *
 * The delimiter is CR LF "--" boundary.  CR stands only at its start, so after
 * a mismatch the search begins anew at that very byte: no backing up.
 */
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "web/multipart.h"

#define BOUNDARY_MAX 70

enum where {
	IN_DELIMITER,		/* the first one, which stands alone */
	AFTER_DELIMITER,	/* "--" or CR LF follows */
	AFTER_DASH,
	AFTER_CR,
	IN_HEADER,
	IN_BODY,
	IN_EPILOGUE
};

struct multipart {
	struct multipart_sink sink;
	struct arena *mem;
	enum where where;
	char delimiter[BOUNDARY_MAX + 5];	/* CR LF - - boundary NUL */
	size_t length, matched;
	char line[MULTIPART_LINE + 1];
	size_t used;
	bool after_cr;
	int parts, headers;
	bool described;		/* Content-Disposition was seen */
	struct multipart_part part;
};

static bool
boundary_character(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') ||
	    (c != '\0' && strchr("'()+_,-./:=? ", c) != NULL);
}

static bool
token_character(char c)
{
	return c > ' ' && c < 0x7f && strchr("()<>@,;:\\\"/[]?=", c) == NULL;
}

static const char *
skip_space(const char *s)
{
	while (*s == ' ' || *s == '\t')
		s++;
	return s;
}

/*
 * Browsers write names as they are and a quote as %22; a backslash escapes
 * only a quote or itself, elsewhere it is part of an old Windows path.
 */
static const char *
read_quoted(const char *s, char *out)
{
	for (s++; *s != '"'; *out++ = *s++) {
		if (*s == '\0')
			return NULL;
		if (s[0] == '\\' && (s[1] == '"' || s[1] == '\\'))
			s++;
	}
	*out = '\0';
	return s + 1;
}

/* One `; name=value` at s into name and value, both as long as s; returns
 * what follows, or NULL when it is none. */
static const char *
read_parameter(const char *s, char *name, char *value)
{
	s = skip_space(s);
	if (*s++ != ';')
		return NULL;
	s = skip_space(s);
	if (!token_character(*s))
		return NULL;
	while (token_character(*s))
		*name++ = *s++;
	*name = '\0';
	if (*s++ != '=')
		return NULL;
	if (*s == '"')
		return read_quoted(s, value);
	if (!token_character(*s))
		return NULL;
	while (token_character(*s))
		*value++ = *s++;
	*value = '\0';
	return s;
}

static bool
good_boundary(const char *s)
{
	size_t n = strlen(s);

	if (n < 1 || n > BOUNDARY_MAX || s[n - 1] == ' ')
		return false;
	for (; *s != '\0'; s++)
		if (!boundary_character(*s))
			return false;
	return true;
}

/* The boundary named by the header, or NULL. */
static const char *
find_boundary(struct arena *mem, const char *s)
{
	static const char type[] = "multipart/form-data";
	char *name, *value;
	const char *boundary = NULL;

	if (strncasecmp(s, type, sizeof(type) - 1) != 0 ||
	    strlen(s) > MULTIPART_LINE)
		return NULL;
	s = skip_space(s + sizeof(type) - 1);
	name = arena_alloc(mem, strlen(s) + 1);
	value = arena_alloc(mem, strlen(s) + 1);
	while (*skip_space(s) != '\0') {
		if ((s = read_parameter(s, name, value)) == NULL)
			return NULL;
		if (strcasecmp(name, "boundary") != 0)
			continue;
		if (boundary != NULL || !good_boundary(value))
			return NULL;
		boundary = arena_strdup(mem, value);
	}
	return boundary;
}

struct multipart *
multipart_new(struct arena *mem, const char *content_type,
    const struct multipart_sink *sink)
{
	struct multipart *p;
	const char *boundary;

	if (content_type == NULL ||
	    (boundary = find_boundary(mem, content_type)) == NULL)
		return NULL;
	p = arena_alloc(mem, sizeof(*p));
	p->mem = mem;
	p->sink = *sink;
	memcpy(p->delimiter, "\r\n--", 4);
	memcpy(p->delimiter + 4, boundary, strlen(boundary) + 1);
	p->length = strlen(p->delimiter);
	p->matched = 2;		/* the body begins as if after a line end */
	return p;
}

static enum rc
take_parameter(struct multipart *p, const char *name, const char *value)
{
	if (strcasecmp(name, "name") == 0) {
		if (p->part.name != NULL || *value == '\0')
			return RC_INVALID;
		if (strlen(value) > MULTIPART_NAME)
			return RC_TOO_LARGE;
		p->part.name = arena_strdup(p->mem, value);
	} else if (strcasecmp(name, "filename") == 0) {
		if (p->part.filename != NULL)
			return RC_INVALID;
		p->part.filename = arena_strdup(p->mem, value);
	}
	return RC_OK;
}

static enum rc
take_disposition(struct multipart *p, const char *s)
{
	static const char type[] = "form-data";
	char name[MULTIPART_LINE + 1], value[MULTIPART_LINE + 1];
	enum rc rc;

	s = skip_space(s);
	if (p->described || strncasecmp(s, type, sizeof(type) - 1) != 0)
		return RC_INVALID;
	p->described = true;
	s += sizeof(type) - 1;
	while (*skip_space(s) != '\0') {
		if ((s = read_parameter(s, name, value)) == NULL)
			return RC_INVALID;
		if ((rc = take_parameter(p, name, value)) != RC_OK)
			return rc;
	}
	return RC_OK;
}

static enum rc
take_header(struct multipart *p)
{
	static const char disposition[] = "content-disposition:";
	const char *s;

	if (++p->headers > MULTIPART_HEADERS)
		return RC_TOO_LARGE;
	if (strncasecmp(p->line, disposition, sizeof(disposition) - 1) == 0)
		return take_disposition(p, p->line + sizeof(disposition) - 1);
	for (s = p->line; token_character(*s); s++)
		continue;
	return s > p->line && *s == ':' ? RC_OK : RC_INVALID;
}

static enum rc
begin_part(struct multipart *p)
{
	if (p->part.name == NULL)
		return RC_INVALID;
	p->where = IN_BODY;
	p->matched = 0;
	return p->sink.begin(p->sink.arg, &p->part);
}

static enum rc
end_header(struct multipart *p)
{
	enum rc rc;

	p->line[p->used] = '\0';
	rc = p->used == 0 ? begin_part(p) : take_header(p);
	p->used = 0;
	return rc;
}

/* One byte of a header line; the line is whole at CR LF. */
static enum rc
feed_header(struct multipart *p, char c)
{
	if (p->after_cr != (c == '\n') || c == '\0')
		return RC_INVALID;
	if (c == '\r') {
		p->after_cr = true;
		return RC_OK;
	}
	if (c == '\n') {
		p->after_cr = false;
		return end_header(p);
	}
	if (p->used == MULTIPART_LINE)
		return RC_TOO_LARGE;
	p->line[p->used++] = c;
	return RC_OK;
}

static enum rc
after_delimiter(struct multipart *p)
{
	p->matched = 0;
	if (p->where == IN_BODY) {
		p->where = AFTER_DELIMITER;
		return p->sink.end(p->sink.arg);
	}
	p->where = AFTER_DELIMITER;
	return RC_OK;
}

static enum rc
begin_headers(struct multipart *p)
{
	if (++p->parts > MULTIPART_PARTS)
		return RC_TOO_LARGE;
	p->where = IN_HEADER;
	p->used = 0;
	p->headers = 0;
	p->described = false;
	p->part = (struct multipart_part){ 0 };
	return RC_OK;
}

static enum rc
feed_syntax(struct multipart *p, char c)
{
	switch (p->where) {
	case IN_DELIMITER:
		if (c != p->delimiter[p->matched])
			return RC_INVALID;
		if (++p->matched == p->length)
			return after_delimiter(p);
		return RC_OK;
	case AFTER_DELIMITER:
		if (c != '-' && c != '\r')
			return RC_INVALID;
		p->where = c == '-' ? AFTER_DASH : AFTER_CR;
		return RC_OK;
	case AFTER_DASH:
		p->where = IN_EPILOGUE;
		return c == '-' ? RC_OK : RC_INVALID;
	case AFTER_CR:
		return c == '\n' ? begin_headers(p) : RC_INVALID;
	default:
		return feed_header(p, c);
	}
}

/* Gives out what looked like a delimiter and was none. */
static enum rc
give_back(struct multipart *p)
{
	size_t n = p->matched;

	p->matched = 0;
	if (n == 0)
		return RC_OK;
	return p->sink.data(p->sink.arg, p->delimiter, n);
}

/* Content up to the next byte that could begin a delimiter, or one byte of
 * a delimiter; *taken says how many bytes that were. */
static enum rc
feed_body(struct multipart *p, const char *s, size_t n, size_t *taken)
{
	const char *cr;

	*taken = 0;
	if (*s == p->delimiter[p->matched]) {
		*taken = 1;
		if (++p->matched == p->length)
			return after_delimiter(p);
		return RC_OK;
	}
	if (p->matched > 0)
		return give_back(p);
	cr = memchr(s, '\r', n);
	*taken = cr == NULL ? n : (size_t)(cr - s);
	return p->sink.data(p->sink.arg, s, *taken);
}

enum rc
multipart_feed(struct multipart *p, const void *data, size_t n)
{
	const char *s = data;
	size_t taken;
	enum rc rc = RC_OK;

	while (n > 0 && rc == RC_OK && p->where != IN_EPILOGUE) {
		if (p->where == IN_BODY) {
			rc = feed_body(p, s, n, &taken);
		} else {
			rc = feed_syntax(p, *s);
			taken = 1;
		}
		s += taken;
		n -= taken;
	}
	return rc;
}

enum rc
multipart_end(struct multipart *p)
{
	return p->where == IN_EPILOGUE ? RC_OK : RC_INVALID;
}
