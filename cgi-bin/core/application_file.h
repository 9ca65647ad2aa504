/*
 * application_file.h - files of an application: identity scans, scanned
 * papers, what was sent with a correction, attachments of the answer.  Their
 * bytes are sealed before they reach the store.
 *
 * A file is unclaimed until the application, deed or reply that names it is
 * stored; unclaimed ones go after a day (application_file_sweep).
 */
#ifndef CORE_APPLICATION_FILE_H
#define CORE_APPLICATION_FILE_H

#include <stddef.h>

#include "core/application.h"

#define APPLICATION_FILE_MAX	(10 << 20)	/* bytes of one */
#define APPLICATION_FILES_MAX	10		/* of one form */

struct application_file {
	int64_t id, application, event;	/* application 0: unclaimed */
	const char *use;	/* identity paper correction answer */
	const char *name;	/* without folders; "" after the purge */
	const char *type;	/* media type found by content */
	int64_t size;		/* of the open bytes */
	const char *created;	/* stored UTC text */
	const char *downloaded;	/* answers: first by the applicant, or "" */
};
struct application_files { int n; struct application_file *v; };

/*
 * Seals n bytes into the store under dir.  owner: what keeps it from being
 * claimed by others: the token of the working copy, or "unit:<id>" for staff.
 * use "identity" and "correction": JPEG, PNG or PDF by `type`.  Problems on
 * "file".
 */
enum rc application_file_add(struct db *, const char *dir, const char *owner,
    struct application_file *, const void *bytes, size_t n, struct problems *,
    struct arena *);
/* Unclaimed ones of an owner. */
enum rc application_file_waiting(struct db *, const char *owner,
    struct application_files *, struct arena *);
enum rc application_file_drop(struct db *, const char *dir, const char *owner,
    int64_t id, struct arena *);
enum rc application_file_list(struct db *, int64_t application,
    struct application_files *, struct arena *);
/* The open bytes.  RC_NOT_FOUND when not of that application, RC_GONE after
 * the purge, RC_FAIL when it cannot be opened. */
enum rc application_file_read(struct db *, const char *dir,
    int64_t application, int64_t id, struct application_file *, void **bytes,
    size_t *n, struct arena *);
/* Audited opening of an identity scan or paper by staff of the unit. */
enum rc application_file_viewed(struct db *, const struct actor *,
    const struct application_file *, struct arena *);
/* Unclaimed files older than a day, rows and bytes; *n: how many. */
enum rc application_file_sweep(struct db *, const char *dir, int *n,
    struct arena *);

#endif
