/*
 * file_text.h - the text of attachments for searching: read once for each
 * content, outside the request that publishes, by who runs gkctl drain.
 */
#ifndef CORE_FILE_TEXT_H
#define CORE_FILE_TEXT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

#define FILE_TEXT_TRIES 5

/* The attachments of a public document that nobody has read wait from now
 * on; in the caller's transaction. */
enum rc file_text_want(struct db *, int64_t document, struct arena *);
/* All texts that were read of its attachments, for the index. */
enum rc file_text_all(struct db *, int64_t document, const char **text,
    struct arena *);

struct file_text_job { const char *sha256, *type; int tries; };
/* The next one that is due; RC_NOT_FOUND: none is. */
enum rc file_text_next(struct db *, struct file_text_job *, struct arena *);
/* It was read (cause "" or why it holds no text; pages 0: not known) and goes
 * into the index of every public document that has it; in the caller's
 * transaction. */
enum rc file_text_read(struct db *, const char *sha256, const char *text,
    int pages, const char *cause, struct arena *);
/* The pages of a public attachment; 0: not known. */
enum rc file_text_pages(struct db *, const char *sha256, int *pages);
/* Not this time: it waits longer, or has failed after the last try. */
enum rc file_text_later(struct db *, const struct file_text_job *,
    const char *cause, struct arena *);

/* Attachments of published documents of a unit whose text could not be read,
 * newest first, at most max. */
struct file_text_failure {
	int64_t document;
	const char *title, *name, *cause;
};
struct file_text_failures { int n; struct file_text_failure *v; };
enum rc file_text_failed(struct db *, int64_t unit, int max,
    struct file_text_failures *, struct arena *);
/* All of them wait anew, from now on. */
enum rc file_text_again(struct db *, int64_t unit, struct arena *);

#endif
