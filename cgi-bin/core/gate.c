/* gate.c - leaky buckets in the database, because many processes serve. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "core/actor.h"
#include "core/gate.h"

/* Seconds of waiting that stand in the bucket, as of now. */
static enum rc
level_now(struct db *db, const char *key, int64_t now, int64_t *level)
{
	struct rows q = db_query(db, "SELECT empty_at FROM gate_bucket"
	    " WHERE key = $1", V(key));
	enum rc rc = db_first(&q);

	*level = 0;
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	if (db_int(&q, 0) > now)
		*level = db_int(&q, 0) - now;
	return db_done(&q);
}

/* Addresses are kept as a keyed hash: the table names nobody. */
static const char *
bucket_key(const struct gate *g, const char *address, struct arena *m)
{
	if (*address == '\0')
		return g->name;
	return arena_printf(m, "%s %.32s", g->name, secret_mac(m, "gate",
	    actor_address(address, m)));
}

enum rc
gate_pass(struct db *db, const struct gate *g, const char *address,
    bool *open, struct arena *m)
{
	const char *key = bucket_key(g, address, m);
	int64_t now = clock_now(), level;
	enum rc rc;

	*open = false;
	if ((rc = db_run(db, "DELETE FROM gate_bucket WHERE empty_at <= $1",
	    V(now))) != RC_OK ||
	    (rc = level_now(db, key, now, &level)) != RC_OK)
		return rc;
	level += g->seconds;
	if (level > (int64_t)g->room * g->seconds)
		return RC_OK;
	*open = true;
	return db_run(db, "INSERT INTO gate_bucket (key, empty_at)"
	    " VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET"
	    " empty_at = excluded.empty_at", V(key), V(now + level));
}

enum rc
gate_spend(struct db *db, const char *signature, int64_t expires,
    struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM gate_spent WHERE expires < $1",
	    V(clock_now()));

	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO gate_spent (signature, expires)"
	    " VALUES ($1, $2)", V(secret_sha256(m, signature,
	    strlen(signature))), V(expires));
}
