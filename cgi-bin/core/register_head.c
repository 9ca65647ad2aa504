/* register_head.c - signing the register as it is. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "core/register.h"

char *
register_head_text(const struct register_head *h, struct arena *m)
{
	return arena_printf(m, "xxgk register head 1\n%s\n%lld\n%s\n%s\n",
	    h->origin, (long long)h->size, h->root, h->at);
}

/* The id of the key as recorded; a new one is recorded now. */
static enum rc
key_id(struct db *db, const char *public_key, const char *now, int64_t *id)
{
	struct rows q = db_query(db, "SELECT id FROM register_key"
	    " WHERE public_key = $1", V(public_key));
	enum rc rc = db_first(&q);

	if (rc == RC_OK) {
		*id = db_int(&q, 0);
		return db_done(&q);
	}
	if (rc != RC_NOT_FOUND ||
	    (rc = db_id(db, "register_key", id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO register_key (id, since, public_key)"
	    " VALUES ($1, $2, $3)", V(*id), V(now), V(public_key));
}

/* One head a day is enough for a register that did not grow. */
static enum rc
check_new(struct db *db, const struct register_head *h, struct arena *m)
{
	struct register_head last;
	int64_t now, then;
	enum rc rc = register_head_newest(db, &last, m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if (last.size == h->size &&
	    strcmp(last.public_key, h->public_key) == 0 &&
	    clock_parse(last.at, &then) && clock_parse(h->at, &now) &&
	    clock_day(then) == clock_day(now))
		return RC_CONFLICT;
	return RC_OK;
}

static enum rc
write_head(struct db *db, struct register_head *h, int64_t key)
{
	enum rc rc = db_id(db, "register_head", &h->id);

	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO register_head (id, at, size, root,"
	    " key_id, origin, signature) VALUES ($1, $2, $3, $4, $5, $6, $7)",
	    V(h->id), V(h->at), V(h->size), V(h->root), V(key), V(h->origin),
	    V(h->signature));
}

enum rc
register_sign(struct db *db, const char *key_path, const char *origin,
    struct register_head *h, struct arena *m)
{
	struct merkle t = register_tree(db);
	char *root;
	int64_t key;
	enum rc rc;

	*h = (struct register_head){ .at = clock_text(m, clock_now()),
	    .origin = origin, .public_key = secret_sign_public(m, key_path) };
	if (h->public_key == NULL)
		return RC_FAIL;
	if ((rc = register_size(db, &h->size)) != RC_OK ||
	    (rc = merkle_root(&t, h->size, &root, m)) != RC_OK)
		return rc;
	h->root = root;
	if ((rc = check_new(db, h, m)) != RC_OK)
		return rc;
	h->signature = secret_sign(m, key_path, register_head_text(h, m));
	if (h->signature == NULL)
		return RC_FAIL;
	if ((rc = key_id(db, h->public_key, h->at, &key)) != RC_OK)
		return rc;
	return write_head(db, h, key);
}
