/*
 * office.h - LibreOffice as a tool in a cage: what is not .docx becomes .docx,
 * and any document becomes pictures of its pages.
 *
 * Each run has a process of its own without network, with limits on time,
 * memory and files, that can read the system's programs and its one private
 * folder, and write nothing but that folder.  Only one runs at a time for a
 * lock file and only one more waits; who comes then is told RC_BUSY.
 */
#ifndef RICHTEXT_OFFICE_H
#define RICHTEXT_OFFICE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"
#include "richtext/report.h"
#include "richtext/sniff.h"
#include "richtext/word.h"

#define OFFICE_FILE_MAX	 (64 << 20)	/* bytes that are converted */
#define OFFICE_PAGES_MAX 60		/* pages that become pictures */

struct office {
	const char *tmp;	/* where private folders are made */
	const char *lock;	/* of all who convert; NULL: nobody else */
};

struct office_page { void *data; size_t n; };	/* a PNG */
struct office_pages { int n; struct office_page *v; };

/* Whether LibreOffice is installed; with pages, the page painter too. */
bool office_there(bool pages);

/*
 * What the file really is goes to *kind; older formats become .docx first,
 * then as word_import_guarded().  Without LibreOffice PROBLEM_WORD_OLD, and
 * PROBLEM_WORD_LATE where it takes longer than a minute.
 */
enum rc office_import(const struct office *, const char *path,
    enum sniff *kind, struct word_result *, struct report *,
    enum problem *why, struct arena *);

/* Converts to a new file at *out, "docx" or "pdf", in a private folder that
 * office_end() removes; call that whatever the result. */
struct office_work { char folder[256]; char out[300]; int lock; };
enum rc office_convert(const struct office *, const char *path, enum sniff,
    const char *to, struct office_work *, enum problem *why);
void office_end(struct office_work *);

/* The pages as pictures, at most OFFICE_PAGES_MAX. */
enum rc office_paint(const struct office *, const char *path,
    struct office_pages *, enum problem *why, struct arena *);

#endif
