/* working_copy.c - see working_copy.h. */
#include "base/clock.h"
#include "base/secret.h"
#include "core/list.h"
#include "core/working_copy.h"

#define DAY 86400

/* Of the person who has the account now, whose id is $1. */
#define OWN " AND person = (SELECT name FROM account WHERE id = $1)"

/* Old ones, and those beyond what one person may have. */
static enum rc
sweep(struct db *db, const struct actor *who, struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM working_copy"
	    " WHERE account_id = $1 AND saved < $2", V(who->user),
	    V(clock_text(m, clock_now() - (int64_t)WORKING_COPY_DAYS * DAY)));

	if (rc != RC_OK)
		return rc;
	return db_run(db, "DELETE FROM working_copy WHERE account_id = $1" OWN
	    " AND token NOT IN (SELECT token FROM working_copy"
	    " WHERE account_id = $1" OWN
	    " ORDER BY saved DESC, token LIMIT $2)",
	    V(who->user), V(WORKING_COPY_MAX));
}

static enum rc
begin(struct db *db, const struct actor *who, struct working_copy *w,
    struct arena *m)
{
	enum rc rc;

	w->token = secret_token(m);
	w->serial = 1;
	rc = db_run(db, "INSERT INTO working_copy (token, account_id,"
	    " document_id, place, base, serial, fields, title, saved, person)"
	    " VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, COALESCE((SELECT name"
	    " FROM account WHERE id = $2), ''))", V(w->token),
	    V(who->user), V(w->document), V(w->place), V(w->base),
	    V(w->fields), V(w->title), V(w->saved));
	return rc == RC_OK ? sweep(db, who, m) : rc;
}

enum rc
working_copy_keep(struct db *db, const struct actor *who,
    struct working_copy *w, struct arena *m)
{
	enum rc rc;

	w->saved = clock_text(m, clock_now());
	if (*w->token == '\0')
		return begin(db, who, w, m);
	rc = db_run(db, "UPDATE working_copy SET base = $2, fields = $3,"
	    " title = $4, saved = $5, serial = serial + 1 WHERE token = $6"
	    " AND account_id = $1 AND place = $7 AND serial = $8" OWN,
	    V(who->user), V(w->base), V(w->fields), V(w->title), V(w->saved),
	    V(w->token), V(w->place), V(w->serial));
	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return begin(db, who, w, m);
	w->serial++;
	return RC_OK;
}

enum rc
working_copy_get(struct db *db, const struct actor *who, const char *token,
    struct working_copy *w, struct arena *m)
{
	struct rows q = db_query(db, "SELECT token, document_id, place, base,"
	    " serial, fields, title, saved FROM working_copy"
	    " WHERE account_id = $1" OWN " AND token = $2", V(who->user), V(token));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*w = (struct working_copy){ .token = db_text(&q, 0, m) };
	w->document = db_int(&q, 1);
	w->place = db_text(&q, 2, m);
	w->base = db_int(&q, 3);
	w->serial = db_int(&q, 4);
	w->fields = db_text(&q, 5, m);
	w->title = db_text(&q, 6, m);
	w->saved = db_text(&q, 7, m);
	return db_done(&q);
}

enum rc
working_copy_list(struct db *db, const struct actor *who, const char *place,
    struct working_copies *out, struct arena *m)
{
	struct working_copy *w;
	struct rows q = db_query(db, "SELECT token, document_id, base, serial,"
	    " title, saved FROM working_copy WHERE account_id = $1" OWN
	    " AND place = $2 ORDER BY saved DESC, token LIMIT $3",
	    V(who->user), V(place), V(WORKING_COPY_MAX));

	*out = (struct working_copies){ 0 };
	while (db_next(&q)) {
		w = list_add(out, m);
		*w = (struct working_copy){ .place = place, .fields = "" };
		w->token = db_text(&q, 0, m);
		w->document = db_int(&q, 1);
		w->base = db_int(&q, 2);
		w->serial = db_int(&q, 3);
		w->title = db_text(&q, 4, m);
		w->saved = db_text(&q, 5, m);
	}
	return db_done(&q);
}

enum rc
working_copy_drop(struct db *db, const struct actor *who, const char *token)
{
	if (*token == '\0')
		return RC_OK;
	return db_run(db, "DELETE FROM working_copy WHERE token = $2"
	    " AND account_id = $1" OWN, V(who->user), V(token));
}
