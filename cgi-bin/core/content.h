/*
 * content.h - what a clerk filled in, tidied and checked against the unit's
 * uploads and the lists.  Internal to core.
 */
#ifndef CORE_CONTENT_H
#define CORE_CONTENT_H

#include "core/document.h"

#define CONTENT_IMAGES_MAX 500

/*
 * Fills out with the tidied content and the files it names.  What is wrong
 * goes into the problems; the result is RC_OK also then.
 */
enum rc content_check(struct db *, int64_t unit, const struct content *,
    struct revision *out, struct problems *, struct arena *);

#endif
