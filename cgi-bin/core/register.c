/* register.c - writing the register: lines, and the hashes above them. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"
#include "core/register_row.h"

/* What one document was for the public by its last line, and what it is. */
struct change {
	int64_t document;
	bool known;			/* there is a last line */
	struct register_line was;
	bool public;			/* public_document shows it */
	const char *index_no, *unit_code, *state, *published, *expired;
	const char *revised, *hash;
	int version;
	const char *left;		/* when it left, "" */
	bool deleted;
};

char *
register_text(const struct register_line *l, struct arena *m)
{
	struct buf b = buf_new(m);

	buf_putc(&b, '{');
	json_text(&b, "action", l->action);
	json_text(&b, "at", l->at);
	json_text(&b, "document", l->index_no);
	json_int(&b, "line", l->number);
	json_text(&b, "origin", l->origin);
	json_text(&b, "sha256", l->hash);
	json_text(&b, "since", l->since);
	json_text(&b, "state", l->state);
	json_text(&b, "unit", l->unit_code);
	json_int(&b, "version", l->version);
	buf_putc(&b, '}');
	return b.s;
}

static enum rc
last_line(struct db *db, struct change *c, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS " FROM"
	    " public_register WHERE number = (SELECT MAX(number)"
	    " FROM register_line WHERE document_id = $1)", V(c->document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	register_load(&q, &c->was, m);
	c->known = true;
	return db_done(&q);
}

static enum rc
public_now(struct db *db, struct change *c, struct arena *m)
{
	struct rows q = db_query(db, "SELECT p.index_no, p.unit_code, p.state,"
	    " p.published, p.expired, p.hash, p.number, r.published"
	    " FROM public_document p JOIN revision r ON r.id = p.revision_id"
	    " WHERE p.id = $1", V(c->document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	c->public = true;
	c->index_no = db_text(&q, 0, m);
	c->unit_code = db_text(&q, 1, m);
	c->state = db_text(&q, 2, m);
	c->published = db_text(&q, 3, m);
	c->expired = db_text(&q, 4, m);
	c->hash = db_text(&q, 5, m);
	c->version = (int)db_int(&q, 6);
	c->revised = db_text(&q, 7, m);
	return db_done(&q);
}

/* Of one that is not public, or not any more. */
static enum rc
gone_now(struct db *db, struct change *c, struct arena *m)
{
	struct rows q = db_query(db, "SELECT state, left_portal FROM document"
	    " WHERE id = $1", V(c->document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	c->deleted = strcmp(db_text(&q, 0, m), "deleted") == 0;
	c->left = db_text(&q, 1, m);
	return db_done(&q);
}

static void
line_shows(struct register_line *l, const struct change *c,
    const char *action, const char *since)
{
	l->action = action;
	l->since = since;
	l->index_no = c->index_no;
	l->unit_code = c->unit_code;
	l->state = c->state;
	l->version = c->version;
	l->hash = c->hash;
}

/* What left keeps the number and the hash that it had. */
static void
line_leaves(struct register_line *l, const struct change *c, const char *now)
{
	*l = c->was;
	l->action = c->deleted ? "delete" : "withdraw";
	l->state = c->deleted ? "deleted" : "withdrawn";
	l->since = *c->left != '\0' && !register_left(&c->was) ? c->left : now;
}

/* Fills in what the next line says; false when there is nothing to say. */
static bool
line_of(const struct change *c, struct register_line *l, const char *now)
{
	bool was = c->known && !register_left(&c->was);
	bool ended = c->public && strcmp(c->state, "published") != 0;

	if (!c->public) {
		if (!was && (!c->known || !c->deleted ||
		    strcmp(c->was.state, "deleted") == 0))
			return false;
		line_leaves(l, c, now);
		return true;
	}
	if (!was)
		line_shows(l, c, "publish", c->published);
	else if (strcmp(c->was.hash, c->hash) != 0)
		line_shows(l, c, "revise", c->revised);
	else if (strcmp(c->was.state, c->state) != 0)
		line_shows(l, c, ended ? "expire" : "publish",
		    ended ? c->expired : c->published);
	else
		return false;
	return true;
}

/* The subtrees that this leaf completes. */
static enum rc
add_nodes(struct db *db, const struct register_line *l, struct arena *m)
{
	struct merkle t = register_tree(db);
	int64_t position = l->number - 1;
	char *hash = (char *)l->leaf, *before;
	enum rc rc;

	for (int level = 0; position & 1; level++) {
		rc = t.get(t.arg, level, position - 1, &before, m);
		if (rc != RC_OK)
			return rc;
		hash = merkle_node(m, before, hash);
		position >>= 1;
		rc = db_run(db, "INSERT INTO register_node (level, position,"
		    " hash) VALUES ($1, $2, $3)", V(level + 1), V(position),
		    V(hash));
		if (rc != RC_OK)
			return rc;
	}
	return RC_OK;
}

static enum rc
append(struct db *db, int64_t document, struct register_line *l,
    struct arena *m)
{
	bool repealed = strcmp(l->state, "repealed") == 0;
	enum rc rc = db_id(db, "register", &l->number);

	if (rc != RC_OK)
		return rc;
	l->leaf = merkle_leaf(m, register_text(l, m));
	rc = db_run(db, "INSERT INTO register_line (number, at, since, action,"
	    " origin, document_id, index_no, unit_code, state, version, hash,"
	    " leaf, repealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,"
	    " $11, $12, $13)", V(l->number), V(l->at), V(l->since),
	    V(l->action), V(l->origin), V(document), V(l->index_no),
	    V(l->unit_code), V(repealed ? "expired" : l->state),
	    V(l->version), V(l->hash), V(l->leaf), V(repealed));
	return rc == RC_OK ? add_nodes(db, l, m) : rc;
}

static enum rc
follow(struct db *db, int64_t document, const char *origin, bool *written,
    struct arena *m)
{
	struct change c = { .document = document };
	struct register_line l = { 0 };
	const char *now = clock_text(m, clock_now());
	enum rc rc;

	*written = false;
	if ((rc = last_line(db, &c, m)) != RC_OK ||
	    (rc = public_now(db, &c, m)) != RC_OK ||
	    (rc = c.public ? RC_OK : gone_now(db, &c, m)) != RC_OK)
		return rc;
	if (!(*written = line_of(&c, &l, now)))
		return RC_OK;
	l.at = now;
	l.origin = origin;
	if ((rc = append(db, document, &l, m)) != RC_OK)
		return rc;
	return register_place(db, document, &l, m);
}

enum rc
register_follow(struct db *db, int64_t document, struct arena *m)
{
	bool written;

	return follow(db, document, "move", &written, m);
}

/* What was so before the register could tell it: of all documents in rows. */
static enum rc
follow_existing(struct db *db, struct rows *q, int64_t *added)
{
	struct arena *scratch = arena_new();
	bool written;
	enum rc rc = RC_OK, read;

	for (; rc == RC_OK && db_next(q); arena_reset(scratch)) {
		rc = follow(db, db_int(q, 0), "existing", &written, scratch);
		*added += written;
	}
	read = db_done(q);
	arena_free(scratch);
	return rc == RC_OK ? read : rc;
}

enum rc
register_begin(struct db *db, int64_t *added)
{
	struct rows q;
	int64_t size;
	enum rc rc = register_size(db, &size);

	*added = 0;
	if (rc != RC_OK || size > 0)
		return rc;
	q = db_query(db, "SELECT id FROM public_document"
	    " ORDER BY publication");
	return follow_existing(db, &q, added);
}

enum rc
register_tell_repealed(struct db *db, int64_t *added)
{
	struct rows q = db_query(db, "SELECT d.id FROM public_document d"
	    " WHERE d.state = 'repealed' AND NOT EXISTS (SELECT 1"
	    " FROM register_line WHERE repealed = 1) AND (SELECT l.state"
	    " FROM register_line l WHERE l.document_id = d.id"
	    " ORDER BY l.number DESC LIMIT 1) = 'expired'"
	    " ORDER BY d.publication");

	*added = 0;
	return follow_existing(db, &q, added);
}
