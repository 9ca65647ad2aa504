/* handover.c - see handover.h. */
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/handover.h"
#include "core/list.h"
#include "core/session.h"
#include "core/user_account.h"

enum rc
handover_begin(struct db *db, const struct actor *who, int64_t id,
    const char *name, const char *phone, struct problems *p, struct arena *m)
{
	struct user u;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK)
		return rc;
	name = text_trim(m, name);
	if (*name == '\0')
		problem_add(p, "name", PROBLEM_MISSING);
	else if (strcmp(name, u.name) == 0)
		problem_add(p, "name", PROBLEM_SAME_PERSON);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = user_write_person(db, id, name, phone, m)) != RC_OK ||
	    (rc = session_close_all(db, id)) != RC_OK)
		return rc;
	return audit_write(db, who, "change_person", "account", id, "", "",
	    arena_printf(m, "%s: %s > %s", u.login, u.name, name), m);
}

static struct handover_item *
add(const struct rows *q, struct handover_items *out, struct arena *m)
{
	struct handover_item *i = list_add(out, m);

	i->id = db_int(q, 0);
	i->title = db_text(q, 1, m);
	i->person = db_text(q, 2, m);
	i->returned = db_text(q, 3, m);
	i->when = db_text(q, 4, m);
	return i;
}

static enum rc
list_documents(struct db *db, const struct user *u,
    struct handover_items *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.title, d.person,"
	    " d.returned, d.modified FROM document d"
	    " JOIN revision r ON r.id = d.revision_id"
	    " WHERE d.entered_by = $1 AND d.state = 'draft'"
	    " AND d.person <> $2 ORDER BY d.modified DESC, d.id DESC LIMIT $3",
	    V(u->id), V(u->name), V(HANDOVER_MAX));

	*out = (struct handover_items){ 0 };
	while (db_next(&q))
		add(&q, out, m);
	return db_done(&q);
}

enum rc
handover_list(struct db *db, const struct actor *who, int64_t id,
    struct handover_items *documents, struct handover_items *copies,
    struct arena *m)
{
	struct user u;
	struct rows q;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK ||
	    (rc = list_documents(db, &u, documents, m)) != RC_OK)
		return rc;
	q = db_query(db, "SELECT 0, title, person, '', saved"
	    " FROM working_copy WHERE account_id = $1 AND person <> $2"
	    " ORDER BY saved DESC, token LIMIT $3", V(id), V(u.name),
	    V(HANDOVER_MAX));
	*copies = (struct handover_items){ 0 };
	while (db_next(&q))
		add(&q, copies, m);
	return db_done(&q);
}

static enum rc
hand_document(struct db *db, const struct actor *who, const struct user *u,
    const struct handover_item *i, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE document SET person = $1"
	    " WHERE id = $2 AND entered_by = $3", V(u->name), V(i->id),
	    V(u->id));

	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "hand_over", "document", i->id, "", "",
	    arena_printf(m, "%s > %s", *i->person ? i->person : u->login,
	    u->name), m);
}

static enum rc
hand_copies(struct db *db, const struct actor *who, const struct user *u,
    int *done, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE working_copy SET person = $1"
	    " WHERE account_id = $2 AND person <> $1", V(u->name), V(u->id));
	int64_t n = db_changed(db);

	if (rc != RC_OK || n == 0)
		return rc;
	*done += (int)n;
	return audit_write(db, who, "hand_over", "account", u->id, "", "",
	    arena_printf(m, "%s: %lld > %s", u->login, (long long)n,
	    u->name), m);
}

static bool
chosen(int64_t id, int n, const int64_t *document)
{
	for (int k = 0; k < n; k++)
		if (document[k] == id)
			return true;
	return false;
}

enum rc
handover_run(struct db *db, const struct actor *who, int64_t id, int n,
    const int64_t *document, bool copies, int *done, struct arena *m)
{
	struct handover_items open;
	struct user u;
	enum rc rc;

	*done = 0;
	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK ||
	    (rc = list_documents(db, &u, &open, m)) != RC_OK)
		return rc;
	for (int k = 0; rc == RC_OK && k < open.n; k++) {
		if (!chosen(open.v[k].id, n, document))
			continue;
		rc = hand_document(db, who, &u, &open.v[k], m);
		++*done;
	}
	return rc == RC_OK && copies ? hand_copies(db, who, &u, done, m) : rc;
}
