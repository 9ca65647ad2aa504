/* serve.h - one request from its source to header and body. */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include "web/mark.h"
#include "web/route.h"

/* What a worker holds from start to end. */
struct app {
	const struct config *conf;
	const struct program *program;
	struct view *view;
	struct db *db;
	struct arena *mem;	/* of one request; whoever serves resets it */
	struct mark start;	/* of the program, its settings and templates */
};

/* Reads the settings, the key and all templates, opens the database; fatal()
 * when anything is wrong. */
void serve_open(struct app *, const struct program *, const char *conf);
/* Sets Site.*; fatal() when the built assets are missing. */
void serve_site(struct app *);
/* Always makes an answer, in app->mem; closes the request's files. */
void route_serve(struct app *, const struct request_source *,
    struct buf *header, struct buf *body);

#endif
