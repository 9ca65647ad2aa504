/*
 * retention.c - the daily job: what identifies somebody goes when its time is
 * over.  Bytes of files go after the commit that forgets them.
 */
#include <string.h>

#include "base/log.h"
#include "core/application_copy.h"
#include "core/application_file.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/retention.h"
#include "store/files.h"

#define DAY_SECONDS	86400
#define BATCH		200
#define CONTACT_DAYS	90	/* of whoever found an error, once answered */
#define VISIT_SECONDS	(2 * 3600)

struct ids { int n; int64_t *v; };
struct names { int n; const char **v; };

static enum rc
due(struct db *db, int64_t days, struct ids *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT id FROM application"
	    " WHERE purged = '' AND closed <> '' AND closed < $1"
	    " ORDER BY closed, id LIMIT $2",
	    V(clock_text(m, clock_now() - days * DAY_SECONDS)), V(BATCH));

	*out = (struct ids){ 0 };
	while (db_next(&q))
		*list_add(out, m) = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
files_of(struct db *db, int64_t id, struct names *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT sha256 FROM application_file"
	    " WHERE application_id = $1 AND sha256 <> ''", V(id));

	while (db_next(&q))
		*list_add(out, m) = db_text(&q, 0, m);
	return db_done(&q);
}

/* What a public answer says is public and stays. */
static enum rc
purge_texts(struct db *db, int64_t id)
{
	enum rc rc;

	rc = db_run(db, "UPDATE case_event SET text = '', organ = ''"
	    " WHERE application_id = $1 AND kind NOT IN ('follow',"
	    " 'download')", V(id));
	if (rc == RC_OK)
		rc = db_run(db, "UPDATE letter SET body = '', body_text = '',"
		    " organ = '' WHERE application_id = $1", V(id));
	if (rc == RC_OK)
		rc = db_run(db, "UPDATE reply SET note = CASE WHEN"
		    " (SELECT a.public_answer FROM application a"
		    " WHERE a.id = $1) = 1 THEN note ELSE '' END, given = '',"
		    " withheld = '', reason = '', way = '', organ = '',"
		    " organ_contact = '', returned = ''"
		    " WHERE application_id = $1", V(id));
	if (rc == RC_OK)
		rc = db_run(db, "UPDATE case_follow SET text = ''"
		    " WHERE application_id = $1", V(id));
	return rc == RC_OK ? db_run(db, "UPDATE application_file SET"
	    " name = '', sha256 = '' WHERE application_id = $1", V(id)) : rc;
}

static enum rc
purge_one(struct db *db, const struct actor *who, int64_t id,
    struct names *gone, struct arena *m)
{
	enum rc rc;

	if ((rc = files_of(db, id, gone, m)) != RC_OK ||
	    (rc = purge_texts(db, id)) != RC_OK)
		return rc;
	rc = db_run(db, "UPDATE application SET person = '', applicant = '',"
	    " masked_name = '', wish_name = '', wish_doc_no = '',"
	    " wish_description = '', code_hash = '', purged = $1,"
	    " version = version + 1 WHERE id = $2",
	    V(clock_text(m, clock_now())), V(id));
	return rc != RC_OK ? rc : audit_write(db, who, "purge", "application",
	    id, "", "", "", m);
}

static enum rc
purge_batch(struct db *db, const struct actor *who, int64_t days,
    struct retention *out, struct names *gone, int *n, struct arena *m)
{
	struct ids ids;
	enum rc rc = due(db, days, &ids, m);

	for (int k = 0; rc == RC_OK && k < ids.n; k++)
		rc = purge_one(db, who, ids.v[k], gone, m);
	*n = ids.n;
	out->applications += ids.n;
	return rc;
}

static enum rc
drop_files(const char *dir, const struct names *gone, struct arena *m)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < gone->n; k++)
		rc = files_remove(dir, gone->v[k], m);
	return rc;
}

static enum rc
purge_all(struct db *db, const char *dir, const struct actor *who,
    struct retention *out)
{
	struct arena *m = arena_new();
	int64_t days;
	int n = BATCH;
	enum rc rc;

	rc = setting_number(db, 0, SETTING_RETENTION_DAYS, &days, m);
	while (rc == RC_OK && n == BATCH) {
		struct names gone = { 0 };

		if ((rc = db_begin(db)) != RC_OK)
			break;
		rc = db_end(db, purge_batch(db, who, days, out, &gone, &n, m));
		if (rc == RC_OK)
			rc = drop_files(dir, &gone, m);
		out->files += gone.n;
		arena_reset(m);
	}
	arena_free(m);
	return rc;
}

static enum rc
sweep(struct db *db, const char *dir, struct retention *out, struct arena *m)
{
	int n;
	enum rc rc;

	rc = db_run(db, "DELETE FROM application_copy WHERE seen <= $1",
	    V(clock_text(m, clock_now() - COPY_IDLE)));
	out->copies = db_changed(db);
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM application_visit"
		    " WHERE created <= $1",
		    V(clock_text(m, clock_now() - VISIT_SECONDS)));
	out->visits = db_changed(db);
	if (rc == RC_OK)
		rc = db_run(db, "DELETE FROM code_failure WHERE last <= $1",
		    V(clock_text(m, clock_now() - DAY_SECONDS)));
	if (rc == RC_OK)
		rc = db_run(db, "UPDATE feedback SET contact = ''"
		    " WHERE contact <> '' AND answered <> ''"
		    " AND answered <= $1", V(clock_text(m, clock_now() -
		    CONTACT_DAYS * DAY_SECONDS)));
	if (rc == RC_OK)
		rc = application_file_sweep(db, dir, &n, m);
	if (rc == RC_OK)
		out->waiting = n;
	return rc;
}

enum rc
retention_run(struct db *db, const char *files_dir, const struct actor *who,
    struct retention *out, struct arena *m)
{
	enum rc rc;

	*out = (struct retention){ 0 };
	if ((rc = purge_all(db, files_dir, who, out)) != RC_OK ||
	    (rc = retention_strays(db, files_dir, STRAYS_REMOVE,
	    &out->strays)) != RC_OK ||
	    (rc = db_begin(db)) != RC_OK)
		return rc;
	return db_end(db, sweep(db, files_dir, out, m));
}
