/*
 * retention_key.c - after a new key was made: everything sealed is opened
 * with the old one and sealed with the new one.
 */
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/retention.h"
#include "store/files.h"

struct sealed { int64_t id; const char *text; };
struct seals { int n; struct sealed *v; };
struct job {
	struct db *db;
	const char *dir;
	struct reseal *out;
	struct { int n; const char **v; } old;	/* files to remove at the end */
	struct arena *m, *row;
};

static enum rc
load(struct rows *q, struct seals *out, struct arena *m)
{
	*out = (struct seals){ 0 };
	while (db_next(q)) {
		(void)list_add(out, m);
		out->v[out->n - 1].id = db_int(q, 0);
		out->v[out->n - 1].text = db_text(q, 1, m);
	}
	return db_done(q);
}

/* NULL after logging. */
static char *
anew(struct job *j, const char *purpose, const struct sealed *s)
{
	char *open = secret_open(j->row, purpose, s->text);

	j->out->rows++;
	if (open != NULL)
		return secret_seal(j->row, purpose, open);
	log_fail("%s of row %lld cannot be opened", purpose,
	    (long long)s->id);
	return NULL;
}

static enum rc
reseal_person(struct job *j, const struct sealed *s)
{
	struct person a;
	enum rc rc = person_open(s->text, &a, j->row);

	if (rc != RC_OK)
		return rc;
	j->out->rows++;
	return db_run(j->db, "UPDATE application SET person = $1,"
	    " applicant = $2 WHERE id = $3", V(person_seal(&a, j->row)),
	    V(person_mac(&a, j->row)), V(s->id));
}

static enum rc
reseal_event(struct job *j, const struct sealed *s)
{
	char *text = anew(j, SEAL_ORGAN, s);

	return text == NULL ? RC_FAIL : db_run(j->db, "UPDATE case_event"
	    " SET organ = $1 WHERE id = $2", V(text), V(s->id));
}

static enum rc
reseal_letter(struct job *j, const struct sealed *s)
{
	char *text = anew(j, SEAL_ORGAN, s);

	return text == NULL ? RC_FAIL : db_run(j->db, "UPDATE letter"
	    " SET organ = $1 WHERE id = $2", V(text), V(s->id));
}

static enum rc
reseal_contact(struct job *j, const struct sealed *s)
{
	char *text = anew(j, SEAL_CONTACT, s);

	return text == NULL ? RC_FAIL : db_run(j->db, "UPDATE feedback"
	    " SET contact = $1 WHERE id = $2", V(text), V(s->id));
}

static enum rc
reseal_name(struct job *j, const struct sealed *s)
{
	char *text = anew(j, SEAL_NAME, s);

	return text == NULL ? RC_FAIL : db_run(j->db, "UPDATE application_file"
	    " SET name = $1 WHERE id = $2", V(text), V(s->id));
}

static enum rc
reseal_bytes(struct job *j, const struct sealed *s)
{
	struct stored_file f;
	void *bytes, *sealed;
	size_t n, sealed_n;
	enum rc rc;

	rc = application_file_bytes(j->dir, s->text, &bytes, &n, j->row);
	if (rc != RC_OK) {
		log_fail("file %lld cannot be opened", (long long)s->id);
		return rc;
	}
	sealed = secret_seal_bytes(j->row, SEAL_BYTES, bytes, n, &sealed_n);
	rc = files_put_bytes(j->dir, sealed, sealed_n, &f, j->row);
	if (rc != RC_OK)
		return rc;
	*list_add(&j->old, j->m) = s->text;
	j->out->files++;
	return db_run(j->db, "UPDATE application_file SET sha256 = $1"
	    " WHERE id = $2", V(f.sha256), V(s->id));
}

static enum rc
each(struct job *j, struct rows q,
    enum rc (*reseal)(struct job *, const struct sealed *))
{
	struct seals list;
	enum rc rc = load(&q, &list, j->m);

	for (int k = 0; rc == RC_OK && k < list.n; k++) {
		rc = reseal(j, &list.v[k]);
		arena_reset(j->row);
	}
	return rc;
}

static enum rc
reseal_all(struct job *j, const struct actor *who)
{
	enum rc rc;

	rc = each(j, db_query(j->db, "SELECT id, person FROM application"
	    " WHERE person <> ''"), reseal_person);
	if (rc == RC_OK)
		rc = each(j, db_query(j->db, "SELECT id, organ FROM case_event"
		    " WHERE kind = 'consult_third' AND organ <> ''"),
		    reseal_event);
	if (rc == RC_OK)
		rc = each(j, db_query(j->db, "SELECT id, organ FROM letter"
		    " WHERE kind LIKE 'third%' AND organ <> ''"),
		    reseal_letter);
	if (rc == RC_OK)
		rc = each(j, db_query(j->db, "SELECT id, contact FROM feedback"
		    " WHERE contact <> ''"), reseal_contact);
	if (rc == RC_OK)
		rc = each(j, db_query(j->db, "SELECT id, name FROM"
		    " application_file WHERE name <> ''"), reseal_name);
	if (rc == RC_OK)
		rc = each(j, db_query(j->db, "SELECT id, sha256 FROM"
		    " application_file WHERE sha256 <> ''"), reseal_bytes);
	/* Forms that are being filled in live two hours: they start anew. */
	if (rc == RC_OK)
		rc = db_run(j->db, "DELETE FROM application_copy");
	return rc != RC_OK ? rc : audit_write(j->db, who, "rotate_key",
	    "application", 0, "", "", "", j->row);
}

enum rc
retention_reseal(struct db *db, const char *files_dir,
    const struct actor *who, struct reseal *out, struct arena *m)
{
	struct job j = { .db = db, .dir = files_dir, .out = out, .m = m,
	    .row = arena_new() };
	enum rc rc;

	*out = (struct reseal){ 0 };
	if ((rc = db_begin(db)) == RC_OK)
		rc = db_end(db, reseal_all(&j, who));
	for (int k = 0; rc == RC_OK && k < j.old.n; k++)
		rc = files_remove(files_dir, j.old.v[k], m);
	arena_free(j.row);
	return rc;
}
