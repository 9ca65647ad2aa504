/* dump.h - the nightly copies of all public data, as gkctl dump leaves them
 * in the folder `dump` of the data folder. */
#ifndef PORTAL_DUMP_H
#define PORTAL_DUMP_H

#include "web/route.h"

struct dump {
	const char *name, *sha256;
	const char *made;		/* stored time */
	int64_t size;
};
struct dumps { int n; struct dump *v; };
/* What its SHA256SUMS lists and is there; none when there was no dump. */
enum rc dump_list(const struct config *, struct dumps *, struct arena *);

enum rc dump_send(struct ctx *);
/* The page about the data: interface, catalogue, copies. */
enum rc data_api_show(struct ctx *);

#endif
