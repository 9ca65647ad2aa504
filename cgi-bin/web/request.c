/* request.c - the head of a request: what was asked, by whom, in clean text. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "web/request.h"

#define URI_MAX		8192
#define COOKIE_MAX	8192
#define AGENT_MAX	200

static const char *
param(const struct request_source *src, const char *name)
{
	const char *s = src->param(src->arg, name);

	return s == NULL ? "" : s;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Decoded exactly once; NULL for a bad escape, NUL or invalid UTF-8. */
static char *
decode(const char *s, size_t n, bool plus_is_space, struct arena *mem)
{
	char *out = arena_alloc(mem, n + 1), *o = out;
	const char *end = s + n;
	int high, low;

	for (; s < end; s++) {
		if (*s != '%') {
			*o++ = plus_is_space && *s == '+' ? ' ' : *s;
			continue;
		}
		if (end - s < 3 || (high = hex_digit(s[1])) < 0 ||
		    (low = hex_digit(s[2])) < 0)
			return NULL;
		*o++ = (char)(high << 4 | low);
		s += 2;
	}
	return text_valid(out, (size_t)(o - out)) ? out : NULL;
}

static bool
dot_segment(const char *s, size_t n)
{
	return (n == 1 && s[0] == '.') || (n == 2 && s[0] == '.' &&
	    s[1] == '.');
}

static bool
good_path(const char *path)
{
	const char *s;
	size_t n;

	if (*path != '/' || strchr(path, '\\') != NULL ||
	    !text_printable(path, strlen(path), false))
		return false;
	for (s = path; *s == '/'; s += n) {
		n = strcspn(++s, "/");
		if (dot_segment(s, n))
			return false;
	}
	return true;
}

enum rc
request_params(const char *s, size_t n, struct param **out, int *count,
    struct arena *mem)
{
	const char *end = s + n, *next, *eq;
	struct param *p;
	int most = 1;

	for (next = s; (next = memchr(next, '&', (size_t)(end - next))) != NULL;
	    next++)
		if (++most > REQUEST_PARAMS)
			return RC_TOO_LARGE;
	p = *out = arena_calloc(mem, (size_t)most, sizeof(*p));
	for (*count = 0; s < end; s = next + 1) {
		if ((next = memchr(s, '&', (size_t)(end - s))) == NULL)
			next = end;
		if (next == s)
			continue;
		if ((eq = memchr(s, '=', (size_t)(next - s))) == NULL)
			eq = next;
		p->name = decode(s, (size_t)(eq - s), true, mem);
		eq += eq < next;
		p->value = decode(eq, (size_t)(next - eq), true, mem);
		if (p->name == NULL || p->value == NULL)
			return RC_INVALID;
		p++;
		(*count)++;
	}
	return RC_OK;
}

static enum rc
read_method(struct request *req, const char *method)
{
	req->head = strcmp(method, "HEAD") == 0;
	if (req->head || strcmp(method, "GET") == 0)
		req->method = GET;
	else if (strcmp(method, "POST") == 0)
		req->method = POST;
	else
		return RC_DENIED;
	return RC_OK;
}

/* Whoever asks may call itself anything; the session list shows it. */
static const char *
clean_agent(const char *s, struct arena *mem)
{
	size_t n = strnlen(s, AGENT_MAX);
	char *out = arena_strndup(mem, s, n), *c;

	for (c = out; *c != '\0'; c++)
		if (*c < ' ' || *c > '~')
			*c = '?';
	return out;
}

static const char *
bounded(const char *s, size_t most, struct arena *mem)
{
	return strlen(s) > most ? "" : arena_strdup(mem, s);
}

static void
read_headers(struct request *req, const struct request_source *src,
    struct arena *mem)
{
	req->https = strcmp(param(src, "HTTPS"), "on") == 0;
	req->host = bounded(param(src, "HTTP_HOST"), 255, mem);
	req->address = bounded(param(src, "REMOTE_ADDR"), 64, mem);
	req->agent = clean_agent(param(src, "HTTP_USER_AGENT"), mem);
	req->cookie = bounded(param(src, "HTTP_COOKIE"), COOKIE_MAX, mem);
	req->accept_encoding = bounded(param(src, "HTTP_ACCEPT_ENCODING"), 256,
	    mem);
	req->if_none_match = bounded(param(src, "HTTP_IF_NONE_MATCH"), 1024,
	    mem);
	/* Too long to be true must not become "not sent". */
	req->origin = arena_strndup(mem, param(src, "HTTP_ORIGIN"), 512);
	req->fetch_site = arena_strndup(mem, param(src, "HTTP_SEC_FETCH_SITE"),
	    64);
	req->script = strcmp(param(src, "HTTP_X_REQUESTED_WITH"), "fetch") == 0;
}

static enum rc
read_uri(struct request *req, const char *uri, struct arena *mem)
{
	size_t n = strcspn(uri, "?");
	const char *path;

	if (strlen(uri) > URI_MAX || strchr(uri, '#') != NULL ||
	    !text_printable(uri, strlen(uri), false))
		return RC_INVALID;
	if ((path = decode(uri, n, false, mem)) == NULL || !good_path(path))
		return RC_INVALID;
	req->path = path;
	req->uri = arena_strdup(mem, uri);
	req->query = uri[n] == '?' ? req->uri + n + 1 : "";
	return RC_OK;
}

enum rc
request_read_head(struct request *req, const struct request_source *src,
    struct arena *mem)
{
	enum rc rc;

	*req = (struct request){ .path = "/", .query = "", .uri = "/" };
	read_headers(req, src, mem);
	if ((rc = read_method(req, param(src, "REQUEST_METHOD"))) != RC_OK)
		return rc;
	if ((rc = read_uri(req, param(src, "REQUEST_URI"), mem)) != RC_OK)
		return rc;
	if (req->method != GET)
		return RC_OK;
	rc = request_params(req->query, strlen(req->query), &req->param,
	    &req->n_params, mem);
	return rc == RC_TOO_LARGE ? RC_INVALID : rc;	/* nothing was sent */
}

const char *
request_cookie(const struct request *req, const char *name, struct arena *mem)
{
	const char *s = req->cookie;
	size_t n = strlen(name), length;

	while (*s != '\0') {
		s += strspn(s, "; \t");
		length = strcspn(s, ";");
		if (strncmp(s, name, n) == 0 && s[n] == '=')
			return arena_strndup(mem, s + n + 1, length - n - 1);
		s += length;
	}
	return NULL;
}

void
request_drain(const struct request_source *src, int64_t most)
{
	char scrap[16384];
	long n;

	while (most > 0 && (n = src->read(src->arg, scrap, sizeof(scrap))) > 0)
		most -= n;
}
