/*
 * multipart.h - a streaming parser of multipart/form-data (RFC 7578), pushed
 * with pieces of any size.
 *
 * Limits: boundary 1-70 characters of RFC 2046, header line 1 KB, 8 headers a
 * part, 200 parts, field name 64 bytes.  It holds at most one header line and
 * one boundary; contents go straight to the callbacks.
 */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"

#define MULTIPART_PARTS		200
#define MULTIPART_HEADERS	8
#define MULTIPART_LINE		1024
#define MULTIPART_NAME		64

struct multipart_part {
	const char *name;	/* of the field */
	const char *filename;	/* NULL: not a file; "" when none was chosen */
};

/* Each returns RC_OK or the reason to stop; the parser passes it up. */
struct multipart_sink {
	void *arg;
	enum rc (*begin)(void *arg, const struct multipart_part *);
	enum rc (*data)(void *arg, const void *, size_t n);
	enum rc (*end)(void *arg);
};

struct multipart;

/* content_type: the whole header value.  NULL when it is not
 * multipart/form-data with a good boundary. */
struct multipart *multipart_new(struct arena *, const char *content_type,
    const struct multipart_sink *);
/* RC_INVALID for what breaks the grammar, RC_TOO_LARGE for a limit. */
enum rc multipart_feed(struct multipart *, const void *, size_t n);
/* At the end of the body: RC_INVALID when the closing boundary is missing. */
enum rc multipart_end(struct multipart *);

#endif
