/* fcgi.h - the only file that knows FastCGI. */
#ifndef WEB_FCGI_H
#define WEB_FCGI_H

#include <stdbool.h>
#include <stddef.h>

struct fcgi;

/* Listens on descriptor 0, as spawn-fcgi hands it over; fatal() if not. */
struct fcgi *fcgi_open(void);
/* Waits for the next request; false on SIGTERM (the request in hand is
 * finished first). */
bool fcgi_next(struct fcgi *);
/* A CGI parameter, or NULL. */
const char *fcgi_param(struct fcgi *, const char *name);
/* Body bytes, 0 at its end, -1 when the connection broke. */
long fcgi_read(void *fcgi, void *buf, size_t n);
/* false when the peer is gone. */
bool fcgi_write(struct fcgi *, const void *, size_t n);
void fcgi_finish(struct fcgi *);

#endif
