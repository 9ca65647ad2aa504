/*
 * application_log.h - the public log of applications: only what the unit
 * marked, its own neutral summary, dates, result and days used.  Switched on
 * for the district by the setting "public_log".
 */
#ifndef CORE_APPLICATION_LOG_H
#define CORE_APPLICATION_LOG_H

#include "core/application.h"

struct log_row {
	int64_t id;		/* key of the page */
	const char *unit_code, *unit_name, *unit_short;
	const char *summary, *result;
	day_t received, closed;	/* DAY_NONE: not yet */
	int days_used;
	const char *answer;	/* "" unless the answer is public */
};
struct log_rows { int n; struct log_row *v; int64_t next; };

/* Newest first; unit 0: all.  Empty while the log is switched off. */
enum rc application_log_list(struct db *, int64_t unit, int64_t before,
    int max, struct log_rows *, struct arena *);
enum rc application_log_get(struct db *, int64_t id, struct log_row *,
    struct arena *);
/* The unit's mark.  answer_too: also the reply description becomes public and
 * findable, only for an answered one that was granted.  Problems on "summary",
 * "answer".  ROLE_REVIEW. */
enum rc application_log_mark(struct db *, const struct actor *, int64_t id,
    int64_t version, bool open, bool answer_too, const char *summary,
    struct problems *, struct arena *);

#endif
