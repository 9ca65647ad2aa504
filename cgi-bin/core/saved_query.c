/* saved_query.c - see saved_query.h. */
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/saved_query.h"

static void
load(const struct rows *q, struct saved_query *s, struct arena *m)
{
	s->id = db_int(q, 0);
	s->list = db_text(q, 1, m);
	s->name = db_text(q, 2, m);
	s->query = db_text(q, 3, m);
}

enum rc
saved_query_list(struct db *db, const struct actor *who, const char *list,
    struct saved_queries *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT id, list, name, query"
	    " FROM saved_query WHERE account_id = $1"
	    " AND ($2 = '' OR list = $2) ORDER BY list, name LIMIT $3",
	    V(who->user), V(list ? list : ""), V(SAVED_QUERY_MAX));

	*out = (struct saved_queries){ 0 };
	while (db_next(&q))
		load(&q, list_add(out, m), m);
	return db_done(&q);
}

static enum rc
get(struct db *db, const struct actor *who, int64_t id, struct saved_query *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT id, list, name, query"
	    " FROM saved_query WHERE id = $1 AND account_id = $2", V(id),
	    V(who->user));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, out, m);
	return db_done(&q);
}

static void
name_check(const char *name, struct problems *p)
{
	if (*name == '\0')
		problem_add(p, "query_name", PROBLEM_MISSING);
	else if (text_length(name) > SAVED_QUERY_NAME_MAX)
		problem_add(p, "query_name", PROBLEM_TOO_LONG);
	else if (!text_printable(name, strlen(name), false))
		problem_add(p, "query_name", PROBLEM_NOT_TEXT);
}

static enum rc
told(struct db *db, const struct actor *who, const char *action,
    const char *name, struct arena *m)
{
	return audit_write(db, who, action, "account", who->user, "", "",
	    name, m);
}

static enum rc
taken(enum rc rc, struct problems *p)
{
	if (rc != RC_CONFLICT)
		return rc;
	problem_add(p, "query_name", PROBLEM_QUERY_TAKEN);
	return RC_INVALID;
}

static enum rc
room_check(struct db *db, const struct actor *who, struct problems *p,
    struct arena *m)
{
	struct saved_queries all;
	enum rc rc = saved_query_list(db, who, NULL, &all, m);

	if (rc == RC_OK && all.n >= SAVED_QUERY_MAX)
		problem_add(p, "query_name", PROBLEM_QUERY_MANY);
	return rc;
}

enum rc
saved_query_add(struct db *db, const struct actor *who,
    const struct saved_query *s, struct problems *p, struct arena *m)
{
	const char *name = text_trim(m, s->name);
	int64_t id;
	enum rc rc;

	if (*s->query == '\0')
		problem_add(p, "query", PROBLEM_QUERY_EMPTY);
	name_check(name, p);
	if (p->n == 0 && (rc = room_check(db, who, p, m)) != RC_OK)
		return rc;
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = db_id(db, "saved_query", &id)) != RC_OK)
		return rc;
	rc = db_run(db, "INSERT INTO saved_query (id, account_id, list, name,"
	    " query) VALUES ($1, $2, $3, $4, $5)", V(id), V(who->user),
	    V(s->list), V(name), V(s->query));
	if (rc != RC_OK)
		return taken(rc, p);
	return told(db, who, "query_save", name, m);
}

enum rc
saved_query_rename(struct db *db, const struct actor *who, int64_t id,
    const char *name, struct problems *p, struct arena *m)
{
	struct saved_query was;
	enum rc rc;

	if ((rc = get(db, who, id, &was, m)) != RC_OK)
		return rc;
	name = text_trim(m, name);
	name_check(name, p);
	if (p->n > 0)
		return RC_INVALID;
	rc = db_run(db, "UPDATE saved_query SET name = $1 WHERE id = $2"
	    " AND account_id = $3", V(name), V(id), V(who->user));
	if (rc != RC_OK)
		return taken(rc, p);
	return told(db, who, "query_rename", arena_printf(m, "%s > %s",
	    was.name, name), m);
}

enum rc
saved_query_drop(struct db *db, const struct actor *who, int64_t id,
    struct arena *m)
{
	struct saved_query was;
	enum rc rc;

	if ((rc = get(db, who, id, &was, m)) != RC_OK)
		return rc;
	rc = db_run(db, "DELETE FROM saved_query WHERE id = $1"
	    " AND account_id = $2", V(id), V(who->user));
	if (rc != RC_OK)
		return rc;
	return told(db, who, "query_drop", was.name, m);
}
