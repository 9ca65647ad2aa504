/*
 * part.h - parts of pages that many requests share, kept rendered in this
 * process for as long as nobody changes what the public sees.
 */
#ifndef PORTAL_PART_H
#define PORTAL_PART_H

#include "web/route.h"

struct part {
	const char *name;	/* of the value in the page; ends in Html */
	const char *template;
	/* Tells it from other parts of that template: all it depends on but
	 * the public state of the database. */
	const char *key;
	/* Fills the values of the template, a page of its own, when it has to
	 * be made. */
	enum rc (*fill)(struct ctx *, struct node *, const void *arg);
	const void *arg;
};

/* Puts the part into x->page. */
enum rc part_show(struct ctx *x, const struct part *);

#endif
