/* category.c - the tree of headings and the flat lists beside it. */
#include <string.h>

#include "base/text.h"
#include "core/category.h"
#include "core/list.h"

#define CATEGORY_MAX 2000	/* rows of the whole tree */
#define CATEGORY_DEPTH_MAX 3
#define VOCABULARY_MAX 500

#define COLS "c.id, c.parent_id, c.code, c.name, c.basis, c.depth,"	\
	" CASE WHEN EXISTS (SELECT 1 FROM category b"			\
	" WHERE b.parent_id = c.id) THEN 0 ELSE 1 END"

static void
category_load(const struct rows *q, struct category *c, struct arena *m)
{
	c->id = db_int(q, 0);
	c->parent = db_int(q, 1);
	c->code = db_text(q, 2, m);
	c->name = db_text(q, 3, m);
	c->basis = db_text(q, 4, m);
	c->depth = (int)db_int(q, 5);
	c->leaf = db_int(q, 6) != 0;
}

/* Appends the children of parent, each followed by what is below it; the
 * depth of the tree is bounded by the schema. */
static void
append_below(const struct categories *all, int64_t parent, int depth,
    struct categories *out)
{
	for (int k = 0; k < all->n; k++) {
		if (all->v[k].parent != parent || all->v[k].depth != depth)
			continue;
		out->v[out->n++] = all->v[k];
		if (!all->v[k].leaf)
			append_below(all, all->v[k].id, depth + 1, out);
	}
}

enum rc
category_list(struct db *db, struct categories *out, struct arena *m)
{
	struct categories all = { 0 };
	struct rows q = db_query(db, "SELECT " COLS " FROM category c"
	    " ORDER BY c.position, c.id LIMIT $1", V(CATEGORY_MAX));

	while (db_next(&q))
		category_load(&q, list_add(&all, m), m);
	out->n = 0;
	out->v = arena_calloc(m, (size_t)all.n, sizeof(*out->v));
	append_below(&all, 0, 0, out);
	return db_done(&q);
}

enum rc
category_get(struct db *db, int64_t id, struct category *out, struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT " COLS " FROM category c WHERE c.id = $1", V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	category_load(&q, out, m);
	return db_done(&q);
}

enum rc
category_by_code(struct db *db, const char *code, struct category *out,
    struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT " COLS " FROM category c WHERE c.code = $1", V(code));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	category_load(&q, out, m);
	return db_done(&q);
}

/* Codes stand in addresses. */
static bool
code_good(const char *code)
{
	size_t n = strlen(code);

	return n >= 1 && n <= 32 &&
	    strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

static bool
name_good(const char *name)
{
	size_t n = text_length(name);

	return n >= 1 && n <= 60 && text_printable(name, strlen(name), false);
}

enum rc
category_add(struct db *db, struct category *c, struct arena *m)
{
	struct category parent = { .depth = -1 };
	enum rc rc;

	if (!code_good(c->code) || !name_good(c->name))
		return RC_INVALID;
	if (c->parent != 0 &&
	    (rc = category_get(db, c->parent, &parent, m)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_INVALID : rc;
	c->depth = parent.depth + 1;
	c->leaf = true;
	if (c->depth > CATEGORY_DEPTH_MAX)
		return RC_INVALID;
	if ((rc = db_id(db, "category", &c->id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO category"
	    " (id, parent_id, code, name, basis, position, depth)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)", V(c->id),
	    c->parent ? V(c->parent) : V_NULL, V(c->code), V(c->name),
	    V(c->basis ? c->basis : ""), V(c->id), V(c->depth));
}

enum rc
vocabulary_list(struct db *db, const char *list, struct vocabulary *out,
    struct arena *m)
{
	struct vocable *v;
	struct rows q = db_query(db, "SELECT id, name FROM vocabulary"
	    " WHERE list = $1 ORDER BY position, id LIMIT $2",
	    V(list), V(VOCABULARY_MAX));

	*out = (struct vocabulary){ 0 };
	while (db_next(&q)) {
		v = list_add(out, m);
		v->id = db_int(&q, 0);
		v->name = db_text(&q, 1, m);
	}
	return db_done(&q);
}

enum rc
vocabulary_add(struct db *db, const char *list, const char *name, int64_t *id)
{
	enum rc rc;

	if ((strcmp(list, "theme") != 0 && strcmp(list, "kind") != 0) ||
	    !name_good(name))
		return RC_INVALID;
	if ((rc = db_id(db, "vocabulary", id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO vocabulary (id, list, name, position)"
	    " VALUES ($1, $2, $3, $4)", V(*id), V(list), V(name), V(*id));
}
