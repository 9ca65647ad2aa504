/* application_copy.c - forms that are being filled in, sealed. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/secret.h"
#include "core/application_copy.h"
#include "core/application_row.h"
#include "core/list.h"
#include "core/pack.h"

const char *
copy_get(const struct copy *c, const char *key)
{
	for (int k = 0; k < c->n; k++)
		if (strcmp(c->v[k].key, key) == 0)
			return c->v[k].value;
	return "";
}

void
copy_set(struct copy *c, const char *key, const char *value, struct arena *m)
{
	struct copy_value *v = NULL;

	for (int k = 0; k < c->n && v == NULL; k++)
		if (strcmp(c->v[k].key, key) == 0)
			v = &c->v[k];
	if (v == NULL)
		v = list_add(c, m);
	v->key = arena_strdup(m, key);
	v->value = arena_strdup(m, value);
}

static const char *
hash_of(struct arena *m, const char *token)
{
	return secret_sha256(m, token, strlen(token));
}

static const char *
oldest(struct arena *m)
{
	return clock_text(m, clock_now() - COPY_IDLE);
}

enum rc
application_copy_open(struct db *db, char **token, struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM application_copy"
	    " WHERE seen <= $1", V(oldest(m)));

	if (rc != RC_OK)
		return rc;
	*token = secret_token(m);
	return db_run(db, "INSERT INTO application_copy (token_hash, seen,"
	    " fields) VALUES ($1, $2, $3)", V(hash_of(m, *token)),
	    V(clock_text(m, clock_now())), V(secret_seal(m, SEAL_COPY, "")));
}

enum rc
application_copy_load(struct db *db, const char *token, struct copy *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT fields FROM application_copy"
	    " WHERE token_hash = $1 AND seen > $2", V(hash_of(m, token)),
	    V(oldest(m)));
	const char *at, *key, *value;
	enum rc rc;

	*out = (struct copy){ 0 };
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	at = secret_open(m, SEAL_COPY, db_text(&q, 0, m));
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (at == NULL) {
		log_fail("a working copy cannot be opened");
		return RC_FAIL;
	}
	while ((key = pack_next(&at, m)) != NULL &&
	    (value = pack_next(&at, m)) != NULL)
		copy_set(out, key, value, m);
	return RC_OK;
}

enum rc
application_copy_save(struct db *db, const char *token, const struct copy *c,
    struct arena *m)
{
	struct buf b = buf_new(m);
	enum rc rc;

	for (int k = 0; k < c->n; k++) {
		pack_put(&b, c->v[k].key);
		pack_put(&b, c->v[k].value);
	}
	if (b.n > COPY_BYTES_MAX)
		return RC_TOO_LARGE;
	rc = db_run(db, "UPDATE application_copy SET seen = $1, fields = $2"
	    " WHERE token_hash = $3 AND seen > $4",
	    V(clock_text(m, clock_now())), V(secret_seal(m, SEAL_COPY, b.s)),
	    V(hash_of(m, token)), V(oldest(m)));
	if (rc != RC_OK)
		return rc;
	return db_changed(db) == 1 ? RC_OK : RC_NOT_FOUND;
}

enum rc
application_copy_close(struct db *db, const char *token, struct arena *m)
{
	return db_run(db, "DELETE FROM application_copy"
	    " WHERE token_hash = $1", V(hash_of(m, token)));
}
