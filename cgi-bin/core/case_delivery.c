/* case_delivery.c - evidence of delivery: when the applicant first fetched a
 * letter or a file of the answer. */
#include <string.h>

#include "core/application_row.h"
#include "core/audit.h"

static enum rc
mark(struct db *db, int64_t application, const char *what, int64_t id,
    const char *now)
{
	if (strcmp(what, "letter") == 0)
		return db_run(db, "UPDATE letter SET downloaded = $1"
		    " WHERE id = $2 AND application_id = $3"
		    " AND issued <> '' AND downloaded = ''", V(now), V(id),
		    V(application));
	if (strcmp(what, "file") == 0)
		return db_run(db, "UPDATE application_file SET"
		    " downloaded = $1 WHERE id = $2 AND application_id = $3"
		    " AND use = 'answer' AND downloaded = ''", V(now), V(id),
		    V(application));
	return RC_DENIED;
}

enum rc
case_downloaded(struct db *db, const struct actor *who, int64_t application,
    const char *what, int64_t id, struct arena *m)
{
	struct case_event e = { .kind = "download", .day = clock_today(),
	    .until = DAY_NONE, .text = what, .about = id };
	enum rc rc;

	rc = mark(db, application, what, id, clock_text(m, clock_now()));
	if (rc != RC_OK || db_changed(db) == 0)
		return rc;
	if ((rc = event_add(db, who, application, &e, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "download", "application", application,
	    "", "", arena_printf(m, "%s %lld", what, (long long)id), m);
}
