/* fake.h - a request from memory instead of a web server. */
#ifndef TEST_WEB_FAKE_H
#define TEST_WEB_FAKE_H

#include "web/request.h"

#define FAKE_PARAMS 24

struct fake {
	int n;
	struct { const char *name, *value; } param[FAKE_PARAMS];
	const char *body;
	size_t length, given;	/* of the body, and how much was read */
	size_t piece;		/* most bytes a read gives; 0: any */
	size_t broken_at;	/* the connection breaks there; 0: never */
};

/* Sets or replaces a CGI parameter; NULL removes it. */
void fake_set(struct fake *, const char *name, const char *value);
/* Sets body, CONTENT_LENGTH and CONTENT_TYPE. */
void fake_body(struct fake *, const char *type, const char *body, size_t n);
struct request_source fake_source(struct fake *);

#endif
