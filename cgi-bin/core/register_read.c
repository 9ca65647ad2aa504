/* register_read.c - lines, heads and the tree, through the public views. */
#include <string.h>

#include "core/list.h"
#include "core/register_row.h"

#define PAGE_MAX	1000
#define OF_MAX		100
#define HEAD_COLS "id, at, size, root, origin, signature, public_key"

void
register_load(const struct rows *q, struct register_line *l, struct arena *m)
{
	l->number = db_int(q, 0);
	l->at = db_text(q, 1, m);
	l->since = db_text(q, 2, m);
	l->action = db_text(q, 3, m);
	l->origin = db_text(q, 4, m);
	l->index_no = db_text(q, 5, m);
	l->unit_code = db_text(q, 6, m);
	l->state = db_text(q, 7, m);
	l->version = (int)db_int(q, 8);
	l->hash = db_text(q, 9, m);
	l->leaf = db_text(q, 10, m);
}

bool
register_left(const struct register_line *l)
{
	return strcmp(l->state, "withdrawn") == 0 ||
	    strcmp(l->state, "deleted") == 0;
}

const char *
register_changed(const struct register_line *l)
{
	return strcmp(l->origin, "existing") == 0 &&
	    strcmp(l->action, "publish") == 0 ? l->since : l->at;
}

static enum rc
load_lines(struct rows *q, struct register_lines *out, struct arena *m)
{
	*out = (struct register_lines){ 0 };
	while (db_next(q))
		register_load(q, list_add(out, m), m);
	return db_done(q);
}

static int
bounded(int max)
{
	return max < 1 ? 1 : max > PAGE_MAX ? PAGE_MAX : max;
}

enum rc
register_size(struct db *db, int64_t *size)
{
	enum rc rc;

	*size = 0;
	rc = db_number(db, size, "SELECT number FROM public_register"
	    " ORDER BY number DESC LIMIT 1");
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
register_get(struct db *db, int64_t number, struct register_line *l,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS
	    " FROM public_register WHERE number = $1", V(number));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	register_load(&q, l, m);
	return db_done(&q);
}

enum rc
register_after(struct db *db, int64_t number, int max,
    struct register_lines *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS
	    " FROM public_register WHERE number > $1 ORDER BY number LIMIT $2",
	    V(number), V(bounded(max)));

	return load_lines(&q, out, m);
}

enum rc
register_before(struct db *db, int64_t number, int max,
    struct register_lines *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS
	    " FROM public_register WHERE number < $1"
	    " ORDER BY number DESC LIMIT $2",
	    V(number > 0 ? number : INT64_MAX), V(bounded(max)));

	return load_lines(&q, out, m);
}

enum rc
register_of(struct db *db, const char *index_no, struct register_lines *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS
	    " FROM public_register WHERE index_no = $1"
	    " ORDER BY number DESC LIMIT $2", V(index_no), V(OF_MAX));

	return load_lines(&q, out, m);
}

static enum rc
get_node(void *arg, int level, int64_t position, char **hash, struct arena *m)
{
	struct db *db = arg;
	struct rows q;
	enum rc rc;

	if (level == 0)
		q = db_query(db, "SELECT leaf FROM public_register"
		    " WHERE number = $1", V(position + 1));
	else
		q = db_query(db, "SELECT hash FROM public_register_node"
		    " WHERE level = $1 AND position = $2", V(level),
		    V(position));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	*hash = db_text(&q, 0, m);
	return db_done(&q);
}

struct merkle
register_tree(struct db *db)
{
	return (struct merkle){ db, get_node };
}

static void
load_head(const struct rows *q, struct register_head *h, struct arena *m)
{
	h->id = db_int(q, 0);
	h->at = db_text(q, 1, m);
	h->size = db_int(q, 2);
	h->root = db_text(q, 3, m);
	h->origin = db_text(q, 4, m);
	h->signature = db_text(q, 5, m);
	h->public_key = db_text(q, 6, m);
}

static enum rc
load_one(struct rows *q, struct register_head *h, struct arena *m)
{
	enum rc rc = db_first(q);

	if (rc != RC_OK)
		return rc;
	load_head(q, h, m);
	return db_done(q);
}

enum rc
register_heads(struct db *db, int64_t before, int max,
    struct register_heads *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " HEAD_COLS
	    " FROM public_register_head WHERE id < $1"
	    " ORDER BY id DESC LIMIT $2",
	    V(before > 0 ? before : INT64_MAX), V(bounded(max)));

	*out = (struct register_heads){ 0 };
	while (db_next(&q))
		load_head(&q, list_add(out, m), m);
	return db_done(&q);
}

enum rc
register_head_newest(struct db *db, struct register_head *h, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " HEAD_COLS
	    " FROM public_register_head ORDER BY id DESC LIMIT 1");

	return load_one(&q, h, m);
}

enum rc
register_head_covering(struct db *db, int64_t number, struct register_head *h,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " HEAD_COLS
	    " FROM public_register_head WHERE size >= $1"
	    " ORDER BY size, id LIMIT 1", V(number));

	return load_one(&q, h, m);
}

enum rc
register_head_of_size(struct db *db, int64_t size, struct register_head *h,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " HEAD_COLS
	    " FROM public_register_head WHERE size = $1"
	    " ORDER BY id DESC LIMIT 1", V(size));

	return load_one(&q, h, m);
}

enum rc
register_keys(struct db *db, struct register_keys *out, struct arena *m)
{
	struct register_key *k;
	struct rows q = db_query(db, "SELECT since, public_key"
	    " FROM public_register_key ORDER BY id");

	*out = (struct register_keys){ 0 };
	while (db_next(&q)) {
		k = list_add(out, m);
		k->since = db_text(&q, 0, m);
		k->public_key = db_text(&q, 1, m);
	}
	return db_done(&q);
}
