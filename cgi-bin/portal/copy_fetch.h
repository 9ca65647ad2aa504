/* copy_fetch.h - answers of the portal, asked for in this process, and files
 * of the copy. */
#ifndef PORTAL_COPY_FETCH_H
#define PORTAL_COPY_FETCH_H

#include "portal/copy.h"

struct answer {
	int status;
	const char *type;	/* Content-Type */
	const char *send_path;	/* a stored file instead of a body; or NULL */
	const char *name;	/* of a file, percent-encoded; or "" */
	struct buf body;
};

/* In app.mem. */
struct answer copy_fetch(struct copy *, const char *url);
/* Writes dir/place with the folders above it; fatal() when it cannot. */
void copy_write(struct copy *, const char *place, const void *, size_t n);
/* The same from another file. */
void copy_file(struct copy *, const char *place, const char *from);
bool copy_exists(const struct copy *, const char *place, struct arena *);
/* Fetches the file an address names, once; its place, or NULL when there is no
 * such file. */
const char *copy_asset(struct copy *, const char *url);

#endif
