/*
 * attribute.h - which attribute values may pass, and in which form they are
 * written anew.
 */
#ifndef RICHTEXT_ATTRIBUTE_H
#define RICHTEXT_ATTRIBUTE_H

#include <stdbool.h>

#include "base/arena.h"
#include "richtext/look.h"

/* What a style attribute says that we have a class or an element for. */
struct attribute_style {
	struct look look;
	bool bold, italic, underline, strike, sup, sub;
};

/* The known classes of a class attribute. */
struct look attribute_class(const char *value);
void attribute_style(const char *value, struct attribute_style *);
/* The LOOK_ALIGN of an align attribute, or 0. */
int attribute_align(const char *value);
/* http, https, mailto or #fragment, in one spelling; NULL when it is not. */
char *attribute_href(const char *value, struct arena *);
/*
 * /image/<sha256>.png|jpg|gif, also under /gkht: the name after the last
 * slash; NULL when it is not.
 */
const char *attribute_image(const char *value);
/* Our own marks only: w- and at most 40 of a-z 0-9 -; no other id passes, so
 * none can hide a property of the page. */
bool attribute_id(const char *value);

#endif
