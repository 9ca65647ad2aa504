/* finding.c - see finding.h. */
#include <string.h>

#include "base/clock.h"
#include "core/digest.h"
#include "core/finding.h"
#include "core/list.h"

char *
finding_key(struct arena *m, const char *kind, const char *value,
    const char *place)
{
	struct secret_sha256 *h = secret_sha256_new(m);

	digest_text(h, kind);
	digest_text(h, value);
	digest_text(h, place);
	return arena_strndup(m, secret_sha256_end(h, m), FINDING_KEY);
}

static void
finding_load(const struct rows *q, struct finding *f, struct arena *m)
{
	*f = (struct finding){ .kind = db_text(q, 0, m) };
	f->weight = (enum finding_weight)db_int(q, 1);
	f->field = db_text(q, 2, m);
	f->upload = db_int(q, 3);
	f->key = db_text(q, 4, m);
	f->line = (int)db_int(q, 5);
	f->before = db_text(q, 6, m);
	f->masked = db_text(q, 7, m);
	f->after = db_text(q, 8, m);
	f->reason = db_text(q, 9, m);
	f->reason_by = db_text(q, 10, m);
	f->reason_at = db_text(q, 11, m);
}

enum rc
finding_list(struct db *db, int64_t revision, struct findings *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT kind, weight, field, upload_id,"
	    " key, line, before_text, masked, after_text, reason, reason_by,"
	    " reason_at FROM finding WHERE revision_id = $1"
	    " ORDER BY position", V(revision));

	*out = (struct findings){ 0 };
	while (db_next(&q))
		finding_load(&q, list_add(out, m), m);
	return db_done(&q);
}

/* The revision before it of the same document; 0: none. */
static enum rc
predecessor(struct db *db, int64_t revision, int64_t *out)
{
	enum rc rc;

	*out = 0;
	rc = db_number(db, out, "SELECT b.id FROM revision r"
	    " JOIN revision b ON b.document_id = r.document_id"
	    " AND b.number < r.number WHERE r.id = $1"
	    " ORDER BY b.number DESC LIMIT 1", V(revision));
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* What was said about it before, by the inspection before. */
static enum rc
known(struct db *db, int64_t revision, struct findings *out, struct arena *m)
{
	int64_t before;
	enum rc rc = finding_list(db, revision, out, m);

	if (rc != RC_OK || out->n > 0)
		return rc;
	if ((rc = predecessor(db, revision, &before)) != RC_OK)
		return rc;
	return before == 0 ? RC_OK : finding_list(db, before, out, m);
}

static void
carry(struct finding *f, const struct findings *old)
{
	for (int k = 0; k < old->n; k++) {
		const struct finding *was = &old->v[k];

		if (strcmp(was->key, f->key) != 0 || *was->reason == '\0')
			continue;
		if (*f->reason != '\0' && strcmp(f->reason, was->reason) != 0)
			return;
		f->reason = was->reason;
		f->reason_by = was->reason_by;
		f->reason_at = was->reason_at;
		return;
	}
}

enum rc
finding_carry(struct db *db, int64_t revision, struct findings *f,
    struct arena *m)
{
	struct findings old;
	enum rc rc = finding_list(db, revision, &old, m);

	for (int k = 0; rc == RC_OK && k < f->n; k++)
		carry(&f->v[k], &old);
	return rc;
}

bool
finding_wants(const struct finding *f)
{
	return f->weight == FINDING_FIX ||
	    (f->weight == FINDING_EXPLAIN && *f->reason == '\0');
}

static enum rc
insert(struct db *db, int64_t revision, int position,
    const struct finding *f)
{
	return db_run(db, "INSERT INTO finding (revision_id, position, kind,"
	    " weight, field, upload_id, key, line, before_text, masked,"
	    " after_text, reason, reason_by, reason_at) VALUES ($1, $2, $3,"
	    " $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)", V(revision),
	    V(position), V(f->kind), V((int)f->weight), V(f->field),
	    f->upload ? V(f->upload) : V_NULL, V(f->key), V(f->line),
	    V(f->before), V(f->masked), V(f->after), V(f->reason),
	    V(f->reason_by), V(f->reason_at));
}

enum rc
finding_keep(struct db *db, const struct actor *who, int64_t revision,
    struct findings *f, struct arena *m)
{
	const char *now = clock_text(m, clock_now());
	struct findings old;
	enum rc rc;

	if ((rc = known(db, revision, &old, m)) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM finding WHERE revision_id = $1",
	    V(revision))) != RC_OK)
		return rc;
	for (int k = 0; rc == RC_OK && k < f->n && k < FINDINGS_MAX; k++) {
		if (*f->v[k].reason_by == '\0') {
			f->v[k].reason_by = *f->v[k].reason ? who->login : "";
			f->v[k].reason_at = *f->v[k].reason ? now : "";
		}
		carry(&f->v[k], &old);
		rc = insert(db, revision, k + 1, &f->v[k]);
	}
	return rc != RC_OK ? rc : db_run(db, "INSERT INTO inspection"
	    " (revision_id, at) VALUES ($1, $2) ON CONFLICT (revision_id)"
	    " DO UPDATE SET at = excluded.at", V(revision), V(now));
}

enum rc
finding_forget(struct db *db, int64_t revision)
{
	return db_run(db, "DELETE FROM inspection WHERE revision_id = $1",
	    V(revision));
}

enum rc
finding_sum(struct db *db, int64_t revision, struct finding_sum *out)
{
	struct rows q = db_query(db, "SELECT (SELECT count(*) FROM inspection"
	    " WHERE revision_id = $1), (SELECT count(*) FROM finding"
	    " WHERE revision_id = $1 AND weight = 3), (SELECT count(*)"
	    " FROM finding WHERE revision_id = $1 AND weight = 2"
	    " AND reason = '')", V(revision));
	enum rc rc = db_first(&q);

	*out = (struct finding_sum){ 0 };
	if (rc != RC_OK)
		return rc;
	out->inspected = db_int(&q, 0) > 0;
	out->fix = db_int(&q, 1);
	out->open = db_int(&q, 2);
	return db_done(&q);
}

enum rc
finding_file_get(struct db *db, const char *sha256, const char *type,
    int rules, char **report, struct arena *m)
{
	struct rows q = db_query(db, "SELECT report FROM inspected_file"
	    " WHERE sha256 = $1 AND type = $2 AND rules = $3", V(sha256),
	    V(type), V(rules));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*report = db_text(&q, 0, m);
	return db_done(&q);
}

enum rc
finding_file_keep(struct db *db, const char *sha256, const char *type,
    int rules, const char *report)
{
	return db_run(db, "INSERT INTO inspected_file (sha256, type, rules,"
	    " report) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256, type)"
	    " DO UPDATE SET rules = excluded.rules, report = excluded.report",
	    V(sha256), V(type), V(rules), V(report));
}
