/* audit.c - the chain of deeds: writing a link, reading, checking the whole. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/digest.h"
#include "core/list.h"

#define AUDIT_DETAIL_MAX 1000	/* characters */
#define AUDIT_OF_MAX 1000	/* rows shown about one thing */
#define AUDIT_CHUNK 500		/* rows checked with one read */

#define COLS "id, at, login, address, action, object, object_id,"	\
	" from_state, to_state, detail"

/* An entry with what the reader is not shown. */
struct link {
	struct audit_entry e;
	int64_t account, unit;
	const char *previous, *hash;
};

static void
entry_load(const struct rows *q, struct audit_entry *e, struct arena *m)
{
	e->id = db_int(q, 0);
	e->at = db_text(q, 1, m);
	e->login = db_text(q, 2, m);
	e->address = db_text(q, 3, m);
	e->action = db_text(q, 4, m);
	e->object = db_text(q, 5, m);
	e->object_id = db_int(q, 6);
	e->from = db_text(q, 7, m);
	e->to = db_text(q, 8, m);
	e->detail = db_text(q, 9, m);
}

static char *
link_hash(const struct link *l, struct arena *m)
{
	struct secret_sha256 *h = secret_sha256_new(m);

	digest_text(h, l->previous);
	digest_int(h, l->e.id);
	digest_text(h, l->e.at);
	digest_int(h, l->account);
	digest_text(h, l->e.login);
	digest_int(h, l->unit);
	digest_text(h, l->e.address);
	digest_text(h, l->e.action);
	digest_text(h, l->e.object);
	digest_int(h, l->e.object_id);
	digest_text(h, l->e.from);
	digest_text(h, l->e.to);
	digest_text(h, l->e.detail);
	return secret_sha256_end(h, m);
}

static enum rc
last_hash(struct db *db, const char **hash, struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT hash FROM audit ORDER BY id DESC LIMIT 1");
	enum rc rc = db_first(&q);

	*hash = "";
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	*hash = db_text(&q, 0, m);
	return db_done(&q);
}

enum rc
audit_write(struct db *db, const struct actor *who, const char *action,
    const char *object, int64_t object_id, const char *from, const char *to,
    const char *detail, struct arena *m)
{
	struct link l = {
		.e = { .object_id = object_id, .at = clock_text(m, clock_now()),
		    .login = who->login ? who->login : "",
		    .address = who->address ? who->address : "",
		    .action = action, .object = object, .from = from, .to = to,
		    .detail = text_cut(m, detail, AUDIT_DETAIL_MAX) },
		.account = who->user, .unit = who->unit,
	};
	enum rc rc;

	if ((rc = db_id(db, "audit", &l.e.id)) != RC_OK ||
	    (rc = last_hash(db, &l.previous, m)) != RC_OK)
		return rc;
	l.hash = link_hash(&l, m);
	return db_run(db, "INSERT INTO audit (id, at, account_id, login,"
	    " unit_id, address, action, object, object_id, from_state,"
	    " to_state, detail, previous, hash) VALUES"
	    " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
	    V(l.e.id), V(l.e.at), l.account ? V(l.account) : V_NULL,
	    V(l.e.login), l.unit ? V(l.unit) : V_NULL, V(l.e.address),
	    V(action), V(object), V(object_id), V(from), V(to),
	    V(l.e.detail), V(l.previous), V(l.hash));
}

enum rc
audit_of(struct db *db, const char *object, int64_t object_id,
    struct audit_entries *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM audit"
	    " WHERE object = $1 AND object_id = $2 ORDER BY id LIMIT $3",
	    V(object), V(object_id), V(AUDIT_OF_MAX));

	*out = (struct audit_entries){ 0 };
	while (db_next(&q))
		entry_load(&q, list_add(out, m), m);
	return db_done(&q);
}

enum rc
audit_page(struct db *db, int64_t unit, int64_t before, int max,
    struct audit_entries *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM audit"
	    " WHERE unit_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
	    V(unit), V(before > 0 ? before : INT64_MAX), V(max));

	*out = (struct audit_entries){ 0 };
	while (db_next(&q))
		entry_load(&q, list_add(out, m), m);
	return db_done(&q);
}

/* Checks up to AUDIT_CHUNK links after *last, which stays where it is when
 * there are no more. */
static enum rc
verify_chunk(struct db *db, int64_t *last, char previous[SECRET_HASH_LEN + 1],
    int64_t *broken, struct arena *m)
{
	struct link l;
	struct rows q = db_query(db, "SELECT " COLS ", account_id, unit_id,"
	    " previous, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2",
	    V(*last), V(AUDIT_CHUNK));

	while (*broken == 0 && db_next(&q)) {
		entry_load(&q, &l.e, m);
		l.account = db_int(&q, 10);
		l.unit = db_int(&q, 11);
		l.previous = db_text(&q, 12, m);
		l.hash = db_text(&q, 13, m);
		if (strcmp(l.previous, previous) != 0 ||
		    strcmp(l.hash, link_hash(&l, m)) != 0)
			*broken = l.e.id;
		*last = l.e.id;
		snprintf(previous, SECRET_HASH_LEN + 1, "%s", l.hash);
	}
	return db_done(&q);
}

/* Rows cut off at the end leave the sequence ahead of the last one. */
static enum rc
verify_end(struct db *db, int64_t last, int64_t *broken)
{
	struct rows q = db_query(db,
	    "SELECT v FROM seq WHERE name = 'audit' AND v > $1", V(last));
	enum rc rc = db_first(&q);

	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	*broken = last + 1;
	return db_done(&q);
}

enum rc
audit_verify(struct db *db, int64_t *broken, struct arena *m)
{
	char previous[SECRET_HASH_LEN + 1] = "";
	struct arena *scratch = arena_new();
	int64_t last = 0, before;
	enum rc rc;

	(void)m;
	*broken = 0;
	do {
		before = last;
		rc = verify_chunk(db, &last, previous, broken, scratch);
		arena_reset(scratch);
	} while (rc == RC_OK && *broken == 0 && last != before);
	arena_free(scratch);
	if (rc == RC_OK && *broken == 0)
		rc = verify_end(db, last, broken);
	if (*broken != 0)
		log_fail("the audit chain is broken at row %lld",
		    (long long)*broken);
	return rc;
}
