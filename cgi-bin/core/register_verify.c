/*
 * register_verify.c - the register against itself: every hash computed anew
 * from the lines, every head, every signature.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "core/register_check.h"

#define CHUNK	500
#define LEVELS	63

/* Walking along the lines with the hashes of the subtrees to the left. */
struct walk {
	struct db *db;
	struct register_check *k;
	struct arena *m;		/* of one chunk */
	int64_t size;
	char left[LEVELS][SECRET_HASH_LEN + 1];	/* by level, for set bits */
	char at[32];			/* of the last line */
	struct register_head head;	/* the next one to be met; id 0: none */
	char head_at[32];		/* of the last one met */
	char key[SECRET_HASH_LEN + 1];	/* that signed it */
};

void
register_tell(struct register_check *k, const char *fmt, ...)
{
	char text[500];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	k->bad++;
	k->tell(k->arg, text);
}

static char *
root_here(struct walk *w)
{
	char *root = NULL;

	for (int level = 0; level < LEVELS; level++)
		if (w->size >> level & 1)
			root = root == NULL ? w->left[level] :
			    merkle_node(w->m, w->left[level], root);
	return root != NULL ? root : secret_sha256(w->m, "", 0);
}

static enum rc
next_head(struct walk *w)
{
	struct rows q = db_query(w->db, "SELECT id, at, size, root, origin,"
	    " signature, public_key FROM public_register_head WHERE id > $1"
	    " ORDER BY id LIMIT 1", V(w->head.id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK) {
		w->head.size = INT64_MAX;
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	}
	w->head = (struct register_head){ db_int(&q, 0), db_int(&q, 2),
	    db_text(&q, 1, w->m), db_text(&q, 3, w->m), db_text(&q, 4, w->m),
	    db_text(&q, 5, w->m), db_text(&q, 6, w->m) };
	return db_done(&q);
}

static void
check_head(struct walk *w)
{
	const struct register_head *h = &w->head;
	long long id = h->id;

	w->k->done++;
	if (strcmp(h->root, root_here(w)) != 0)
		register_tell(w->k, "tree head %lld: the first %lld "
		    "lines are not those that were signed", id,
		    (long long)h->size);
	if (!secret_sign_verify(w->m, h->public_key,
	    register_head_text(h, w->m), h->signature))
		register_tell(w->k,
		    "tree head %lld: the signature is wrong", id);
	if (strcmp(h->at, w->head_at) < 0 || strcmp(h->at, w->at) < 0)
		register_tell(w->k, "tree head %lld: its time is before "
		    "what it signs", id);
	snprintf(w->head_at, sizeof(w->head_at), "%s", h->at);
}

/*
 * A key is recorded with the first head that it signs.  A head that was signed
 * anew with another leaves one behind that begins at some other time.
 */
static enum rc
check_head_key(struct walk *w)
{
	const struct register_head *h = &w->head;
	struct rows q;
	enum rc rc;

	if (strcmp(h->public_key, w->key) == 0)
		return RC_OK;
	snprintf(w->key, sizeof(w->key), "%s", h->public_key);
	q = db_query(w->db, "SELECT k.since, (SELECT COUNT(*) FROM"
	    " public_register_head h WHERE h.public_key = k.public_key"
	    " AND h.id < $2) FROM public_register_key k"
	    " WHERE k.public_key = $1", V(h->public_key), V(h->id));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	if (db_int(&q, 1) == 0 && strcmp(db_text(&q, 0, w->m), h->at) != 0)
		register_tell(w->k, "tree head %lld: its key was not the one "
		    "of that time", (long long)h->id);
	return db_done(&q);
}

/* The heads that sign exactly what was walked over. */
static enum rc
meet_heads(struct walk *w)
{
	enum rc rc = RC_OK;

	while (rc == RC_OK && w->head.size <= w->size) {
		if (w->head.size < w->size)
			register_tell(w->k, "tree head %lld is smaller "
			    "than the one before", (long long)w->head.id);
		else
			check_head(w);
		if ((rc = check_head_key(w)) == RC_OK)
			rc = next_head(w);
	}
	return rc;
}

static void
check_node(struct walk *w, int level, int64_t position, const char *hash)
{
	struct merkle t = register_tree(w->db);
	char *stored = NULL;

	if (t.get(t.arg, level, position, &stored, w->m) == RC_OK &&
	    strcmp(stored, hash) == 0)
		return;
	register_tell(w->k, "the stored hash of level %d at %lld is not "
	    "that of its lines", level, (long long)position);
}

static void
grow(struct walk *w, const char *leaf)
{
	const char *hash = leaf;
	int level;

	for (level = 0; w->size >> level & 1; level++) {
		hash = merkle_node(w->m, w->left[level], hash);
		check_node(w, level + 1, w->size >> (level + 1), hash);
	}
	snprintf(w->left[level], sizeof(w->left[level]), "%s", hash);
	w->size++;
}

static void
check_line(struct walk *w, const struct register_line *l)
{
	const char *leaf = merkle_leaf(w->m, register_text(l, w->m));

	w->k->done++;
	if (l->number != w->size + 1)
		register_tell(w->k, "line %lld is missing",
		    (long long)w->size + 1);
	if (strcmp(leaf, l->leaf) != 0)
		register_tell(w->k, "line %lld was changed after it was "
		    "written", (long long)l->number);
	if (strcmp(l->at, w->at) < 0 || strcmp(l->since, l->at) > 0)
		register_tell(w->k, "line %lld: its times are out of "
		    "order", (long long)l->number);
	if (strcmp(l->at, w->head_at) < 0)
		register_tell(w->k, "line %lld is older than a tree head "
		    "that does not contain it", (long long)l->number);
	snprintf(w->at, sizeof(w->at), "%s", l->at);
	grow(w, leaf);
}

/* The next head lives longer than a chunk. */
static void
keep_head(struct walk *w, struct arena *next)
{
	struct register_head *h = &w->head;

	if (h->size == INT64_MAX || h->id == 0)
		return;
	h->at = arena_strdup(next, h->at);
	h->root = arena_strdup(next, h->root);
	h->origin = arena_strdup(next, h->origin);
	h->signature = arena_strdup(next, h->signature);
	h->public_key = arena_strdup(next, h->public_key);
}

static enum rc
walk_lines(struct walk *w, struct arena *other)
{
	struct register_lines lines;
	struct arena *swap;
	int64_t last = 0;
	enum rc rc;

	do {
		rc = register_after(w->db, last, CHUNK, &lines, w->m);
		for (int k = 0; rc == RC_OK && k < lines.n; k++) {
			check_line(w, &lines.v[k]);
			last = lines.v[k].number;
			rc = meet_heads(w);
		}
		keep_head(w, other);
		arena_reset(w->m);
		swap = w->m;
		w->m = other;
		other = swap;
	} while (rc == RC_OK && lines.n > 0);
	return rc;
}

/* Lines cut off at the end leave the sequence ahead of the last one. */
static enum rc
check_end(struct walk *w)
{
	struct rows q = db_query(w->db, "SELECT COALESCE((SELECT v FROM seq"
	    " WHERE name = 'register'), 0)");
	enum rc rc = db_first(&q);
	int64_t v;

	if (rc != RC_OK)
		return rc;
	v = db_int(&q, 0);
	if ((rc = db_done(&q)) == RC_OK && v != w->size)
		register_tell(w->k, "%lld lines were written, %lld are "
		    "there", (long long)v, (long long)w->size);
	if (rc == RC_OK && w->head.size != INT64_MAX)
		register_tell(w->k, "tree head %lld signs %lld lines, "
		    "there are only %lld", (long long)w->head.id,
		    (long long)w->head.size, (long long)w->size);
	return rc;
}

static enum rc
check_key(struct walk *w)
{
	struct register_head h;
	enum rc rc = register_head_newest(w->db, &h, w->m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if (w->k->public_key != NULL &&
	    strcmp(w->k->public_key, h.public_key) != 0)
		register_tell(w->k, "the newest tree head is signed with "
		    "another key than ours");
	return RC_OK;
}

enum rc
register_verify(struct db *db, struct register_check *k)
{
	struct walk w = { .db = db, .k = k, .m = arena_new() };
	struct arena *first = w.m, *second = arena_new();
	enum rc rc;

	if ((rc = check_key(&w)) == RC_OK && (rc = next_head(&w)) == RC_OK &&
	    (rc = meet_heads(&w)) == RC_OK &&
	    (rc = walk_lines(&w, second)) == RC_OK &&
	    (rc = check_end(&w)) == RC_OK)
		rc = register_verify_documents(db, k);
	arena_free(first);
	arena_free(second);
	return rc;
}
