/* route.c - finding a route, and the outcomes a handler can name. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "store/files.h"
#include "web/route.h"

#define ARGS		4
#define ARG_LENGTH	200

/* How many parameters the pattern took, or -1 when it does not fit. */
static int
match(const char *pattern, const char *path, const char *arg[ARGS],
    struct arena *mem)
{
	int n = 0;
	size_t length;

	while (*pattern != '\0') {
		if (*pattern != ':') {
			if (*pattern++ != *path++)
				return -1;
			continue;
		}
		length = strcspn(path, "/");
		if (length == 0 || length > ARG_LENGTH || n == ARGS)
			return -1;
		arg[n++] = arena_strndup(mem, path, length);
		path += length;
		pattern += strcspn(pattern, "/");
	}
	return *path == '\0' ? n : -1;
}

const struct route *
route_find(const struct route *routes, enum method method, const char *path,
    const char *arg[ARGS], bool *other_method, struct arena *mem)
{
	const struct route *r, *best = NULL;
	const char *got[ARGS];
	int k, n, fewest = ARGS + 1;

	*other_method = false;
	for (k = 0; k < ARGS; k++)
		arg[k] = "";
	/* "/entry/new" goes before "/entry/:id", wherever it stands. */
	for (r = routes; r->path != NULL; r++) {
		if ((n = match(r->path, path, got, mem)) < 0)
			continue;
		if (r->method != method) {
			*other_method = true;
		} else if (n < fewest) {
			fewest = n;
			best = r;
			for (k = 0; k < ARGS; k++)
				arg[k] = k < n ? got[k] : "";
		}
	}
	return best;
}

enum rc
show(struct ctx *x, const char *template)
{
	x->reply.template = template;
	return RC_OK;
}

static bool
good_location(const char *s)
{
	if (s[0] != '/' || s[1] == '/')
		return false;
	for (; *s != '\0'; s++)
		if (*s <= ' ' || *s > '~' || *s == '\\')
			return false;
	return true;
}

enum rc
go(struct ctx *x, const char *fmt, ...)
{
	va_list ap;
	char *to;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&to, fmt, ap);
	va_end(ap);
	if (n < 0)
		abort();
	x->reply.location = arena_strdup(x->mem, to);
	free(to);
	if (good_location(x->reply.location))
		return RC_OK;
	log_fail("not a path of ours: %s", x->reply.location);
	x->reply.location = NULL;
	return RC_FAIL;
}

enum rc
send_json(struct ctx *x, const char *json)
{
	x->reply.json = json;
	return RC_OK;
}

enum rc
send_stored(struct ctx *x, const char *sha256, const char *type,
    const char *name_or_null)
{
	if (!files_is_name(sha256))
		return RC_NOT_FOUND;
	x->reply.send_path = arena_printf(x->mem, "/_files/%.2s/%s", sha256,
	    sha256);
	x->reply.send_type = type;
	x->reply.send_name = name_or_null;
	return RC_OK;
}

enum rc
send_bytes(struct ctx *x, const void *bytes, size_t n, const char *type,
    const char *name_or_null)
{
	x->reply.bytes = bytes;
	x->reply.n_bytes = n;
	x->reply.send_type = type;
	x->reply.send_name = name_or_null;
	return RC_OK;
}

enum rc
route_write(struct ctx *x)
{
	enum rc rc;

	if (x->writing)
		return RC_OK;
	if ((rc = db_protect(x->db, false)) == RC_OK &&
	    (rc = db_begin(x->db)) == RC_OK)
		x->writing = true;
	return rc;
}

enum rc
refuse(struct ctx *x, const char *field, enum problem what)
{
	problem_add(&x->problems, field, what);
	return RC_INVALID;
}

char *
url_encode(struct arena *mem, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_calloc(mem, strlen(s) + 1, 3), *o = out;
	unsigned char c;

	for (; (c = (unsigned char)*s) != '\0'; s++) {
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || strchr("-._~", c) != NULL) {
			*o++ = (char)c;
			continue;
		}
		*o++ = '%';
		*o++ = hex[c >> 4];
		*o++ = hex[c & 15];
	}
	return out;
}

bool
route_is_ours(const struct program *program, const char *path)
{
	size_t n = strlen(program->prefix);

	return good_location(path) && strstr(path, "/..") == NULL &&
	    strncmp(path, program->prefix, n) == 0 && path[n] == '/';
}

int64_t
arg_id(const struct ctx *x, int k)
{
	int64_t id;

	if (k < 0 || k >= ARGS ||
	    !text_int(x->arg[k], 1, (int64_t)1 << 62, &id))
		return 0;
	return id;
}

const char *
route_csrf(struct ctx *x)
{
	if (x->token == NULL)
		x->token = x->reply.set_visitor = secret_token(x->mem);
	return secret_mac(x->mem, "csrf", x->token);
}
