/*
 * copy.h - the portal as a folder of files that needs no server: what archives
 * and libraries are given (条例 art. 25).
 *
 * Pages are those that are served, made by the same handlers; only addresses
 * become relative, and what needs a server (forms) is left out.  Addresses of
 * what the copy does not hold lead to copy.html, which says so.
 */
#ifndef PORTAL_COPY_H
#define PORTAL_COPY_H

#include "web/serve.h"

struct copy {
	struct app app;
	struct program program;	/* the portal with pages of the copy's own */
	struct arena *mem;	/* as long as the copy is made */
	const char *dir;
	/* addresses of lists and entries, sorted: what the copy holds */
	struct { int n; const char **v; } entries;
	int64_t pages;
};

/* Fills a new folder from one state of the database; fatal() when the place
 * or a page cannot be had.  dir/.state.db is there while it works. */
int copy_main(const struct program *, const char *conf, const char *dir);

#endif
