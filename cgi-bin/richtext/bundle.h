/*
 * bundle.h - a zip file in which somebody sends many documents at once.
 *
 * Names are UTF-8 or GB18030, as Windows writes them, and never used as a
 * path; what systems leave in such files (__MACOSX, ~$a.docx, Thumbs.db) is
 * passed over.  Every size is measured while it is read and not believed.
 */
#ifndef RICHTEXT_BUNDLE_H
#define RICHTEXT_BUNDLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/problem.h"

#define BUNDLE_FILES_MAX 5000
#define BUNDLE_ALL_MAX	 (INT64_C(1) << 30)	/* bytes, unpacked */

struct bundle_file { const char *name; int64_t size; };
struct bundle { int n; struct bundle_file *v; };

/*
 * What is in it.  PROBLEM_BULK_ZIP_BROKEN, _ENCRYPTED, _LARGE, _PATH (.. or an
 * absolute path or a link) or _TWICE (two names that differ in the case of
 * letters at most); *which is the name then, or "".
 */
enum problem bundle_list(const char *path, struct bundle *,
    const char **which, struct arena *);

/* One file after the other, in the order of bundle_list(). */
struct bundle_reader;
struct bundle_reader *bundle_open(const char *path);
/* NULL at the end. */
const char *bundle_next(struct bundle_reader *, struct arena *);
/* The file bundle_next() named, into fd; false: broken, or more than max
 * bytes, or more than BUNDLE_ALL_MAX of all that was saved. */
bool bundle_save(struct bundle_reader *, int fd, int64_t max);
void bundle_close(struct bundle_reader *);

#endif
