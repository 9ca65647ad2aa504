/*
 * preference.h - how a reader wants the pages: elder version, contrast,
 * size of the text, simplified or traditional characters.  Kept in cookies that name nobody.
 */
#ifndef PORTAL_PREFERENCE_H
#define PORTAL_PREFERENCE_H

#include "web/route.h"

struct preference {
	bool elder;
	const char *contrast;	/* "none", "high", "dark" */
	int size;		/* 1, 2, 3 */
	bool traditional;	/* characters */
};

/* Unknown values of a cookie count as the default. */
struct preference preference_read(const struct ctx *);
/* The classes of <html>, or "". */
const char *preference_class(const struct preference *, struct arena *);

#endif
