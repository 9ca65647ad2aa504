/*
 * register_verify_document.c - the register against the documents: what is
 * public is what the newest line says, since when it says, with the text that
 * was registered; what is not public has left.
 */
#include <string.h>

#include "core/list.h"
#include "core/register_check.h"
#include "core/register_row.h"
#include "core/revision.h"

struct facts {
	int64_t id;
	const char *index_no, *first, *published, *expired, *revised;
	const char *state, *hash;	/* state "" when it is not public */
};

static enum rc
load_facts(struct db *db, int64_t id, struct facts *f, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.index_no, d.first_published,"
	    " d.published, d.expired, r.published FROM document d"
	    " JOIN revision r ON r.id = d.revision_id WHERE d.id = $1",
	    V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*f = (struct facts){ id, db_text(&q, 0, m), db_text(&q, 1, m),
	    db_text(&q, 2, m), db_text(&q, 3, m), db_text(&q, 4, m), "", "" };
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	q = db_query(db, "SELECT state, hash FROM public_document"
	    " WHERE id = $1", V(id));
	if ((rc = db_first(&q)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	f->state = db_text(&q, 0, m);
	f->hash = db_text(&q, 1, m);
	return db_done(&q);
}

static enum rc
load_lines(struct db *db, int64_t id, struct register_lines *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " REGISTER_COLS
	    " FROM public_register WHERE number IN (SELECT number FROM"
	    " register_line WHERE document_id = $1) ORDER BY number",
	    V(id));

	*out = (struct register_lines){ 0 };
	while (db_next(&q))
		register_load(&q, list_add(out, m), m);
	return db_done(&q);
}

/* The text that a line registered is still the text of that revision. */
static enum rc
check_text(struct db *db, struct register_check *k, int64_t document,
    const struct register_line *l, struct arena *m)
{
	struct rows q = db_query(db, "SELECT id FROM revision"
	    " WHERE document_id = $1 AND number = $2", V(document),
	    V(l->version));
	struct revision r;
	char *hash = "";
	int64_t id;
	enum rc rc = db_first(&q);

	k->done++;
	if (rc == RC_OK) {
		id = db_int(&q, 0);
		if ((rc = db_done(&q)) != RC_OK ||
		    (rc = revision_get(db, id, &r, m)) != RC_OK ||
		    (rc = revision_hash(db, &r, &hash, m)) != RC_OK)
			return rc;
	} else if (rc != RC_NOT_FOUND)
		return rc;
	if (strcmp(hash, l->hash) != 0)
		register_tell(k, "%s: version %d is not the text that line "
		    "%lld registered", l->index_no, l->version,
		    (long long)l->number);
	return RC_OK;
}

static void
check_date(struct register_check *k, const struct facts *f, const char *what,
    const char *shown, const struct register_line *l)
{
	if (l == NULL || strcmp(shown, l->since) == 0)
		return;
	register_tell(k, "%s: %s is %s, line %lld registered %s", f->index_no,
	    what, shown, (long long)l->number, l->since);
}

static bool
is(const struct register_line *l, const char *action)
{
	return strcmp(l->action, action) == 0;
}

/* What the page shows was registered at that very time. */
static void
check_dates(struct register_check *k, const struct facts *f,
    const struct register_lines *lines)
{
	const struct register_line *first = NULL, *published = NULL;
	const struct register_line *revised = NULL, *expired = NULL, *l;

	for (int i = 0; i < lines->n; i++) {
		l = &lines->v[i];
		if (first == NULL)
			first = l;
		if (is(l, "publish"))
			published = revised = l;
		if (is(l, "revise"))
			revised = l;
		if (is(l, "expire"))
			expired = l;
	}
	check_date(k, f, "published", f->published, published);
	/* where the register began later, it only knows the last time */
	if (strcmp(first->origin, "move") == 0)
		check_date(k, f, "first published", f->first, first);
	if (revised != NULL && strcmp(revised->origin, "move") == 0)
		check_date(k, f, "revised", f->revised, revised);
	if (strcmp(f->state, "published") != 0)
		check_date(k, f, "expired", f->expired, expired);
}

static void
check_state(struct register_check *k, const struct facts *f,
    const struct register_lines *lines)
{
	const struct register_line *last = lines->n > 0 ?
	    &lines->v[lines->n - 1] : NULL;
	bool public = *f->state != '\0';

	k->done++;
	if (last == NULL) {
		if (public)
			register_tell(k, "%s is public and not registered",
			    f->index_no);
		return;
	}
	if (public && (strcmp(last->state, f->state) != 0 ||
	    strcmp(last->hash, f->hash) != 0))
		register_tell(k, "%s shows something else than line %lld says",
		    f->index_no, (long long)last->number);
	else if (!public && !register_left(last))
		register_tell(k, "%s is not public, line %lld says it is",
		    f->index_no, (long long)last->number);
	else if (public)
		check_dates(k, f, lines);
}

static enum rc
check_document(struct db *db, struct register_check *k, int64_t id,
    struct arena *m)
{
	struct register_lines lines;
	struct facts f;
	enum rc rc;

	if ((rc = load_facts(db, id, &f, m)) != RC_OK ||
	    (rc = load_lines(db, id, &lines, m)) != RC_OK)
		return rc;
	check_state(k, &f, &lines);
	for (int i = 0; rc == RC_OK && i < lines.n; i++)
		rc = check_text(db, k, id, &lines.v[i], m);
	return rc;
}

enum rc
register_verify_documents(struct db *db, struct register_check *k)
{
	struct arena *m = arena_new();
	enum rc rc = RC_OK, read;
	struct rows q = db_query(db, "SELECT id FROM document"
	    " WHERE index_no IS NOT NULL ORDER BY id");

	for (; rc == RC_OK && db_next(&q); arena_reset(m))
		rc = check_document(db, k, db_int(&q, 0), m);
	read = db_done(&q);
	arena_free(m);
	return rc == RC_OK ? read : rc;
}
