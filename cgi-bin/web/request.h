/*
 * request.h - one HTTP request, read and bounded.
 *
 * The body goes field by field to memory (small) or to unlinked temporary
 * files (uploads); nothing is interpreted here but syntax.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/rc.h"

enum method { METHOD_NONE = 0, GET, POST };	/* HEAD is GET without body */

struct file {
	const char *name;	/* as sent, valid UTF-8, folders cut off */
	const char *path;	/* /proc/self/fd/N of an unlinked file */
	int fd;
	int64_t size;
	bool too_large;			/* cut off at upload_max */
};

struct param {
	const char *name, *value;	/* valid UTF-8 */
	struct file *file;		/* NULL: not a file */
};

struct request {
	enum method method;
	bool head, https;
	const char *path;		/* decoded once, valid UTF-8 */
	const char *query;		/* raw, without ? */
	const char *uri;		/* path?query as sent */
	const char *host;		/* Host header or "" */
	const char *address;		/* of the client */
	const char *agent;		/* at most 200 characters */
	const char *cookie;		/* raw Cookie header or "" */
	const char *if_none_match;
	const char *accept_encoding;	/* or "" */
	const char *origin;		/* Origin or "" */
	const char *fetch_site;		/* Sec-Fetch-Site or "" */
	bool script;			/* X-Requested-With: fetch */
	int n_params;
	struct param *param;		/* of a GET's query, a POST's body */
};

/* Where the bytes come from: fcgi_param/fcgi_read, or a test. */
struct request_source {
	void *arg;
	const char *(*param)(void *arg, const char *name);
	long (*read)(void *arg, void *buf, size_t n);
};

#define REQUEST_PARAMS	1000	/* fields of one request */

/* The head alone (method, path, headers), before a route is known.
 * RC_INVALID (400) or RC_DENIED (405, another method). */
enum rc request_read_head(struct request *, const struct request_source *,
    struct arena *);
/*
 * The body, once the route says how much (bytes) it takes and whether files.
 * A file goes to an unlinked temporary file in config->tmp; what is above
 * upload_max is dropped and the file marked, so that the form can come back
 * with everything typed.  RC_INVALID (400), RC_TOO_LARGE (413), RC_FAIL.
 */
enum rc request_read_body(struct request *, const struct request_source *,
    const struct config *, int64_t limit, bool files, struct arena *);
/* Reads what nobody read, at most `most` bytes: a web server that is still
 * sending would otherwise not hear the answer. */
void request_drain(const struct request_source *, int64_t most);
/* Closes temporary files. */
void request_end(struct request *);

/* The value of one cookie, or NULL. */
const char *request_cookie(const struct request *, const char *name,
    struct arena *);
/* Percent-decoding of a query or urlencoded body into params: RC_INVALID for
 * bad escapes, NUL or UTF-8, RC_TOO_LARGE above REQUEST_PARAMS. */
enum rc request_params(const char *s, size_t n, struct param **, int *count,
    struct arena *);

#endif
