/* catalogue.c - see catalogue.h. */
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/catalogue.h"
#include "core/document_head.h"
#include "core/list.h"

#define LIST_MAX 500

static const char *const for_request[] = { "13", "15", "16.2", NULL };
static const char *const for_closed[] = { "14", "15", "16.1", "16.2", NULL };

const char *const *
catalogue_articles(const char *openness)
{
	return strcmp(openness, "closed") == 0 ? for_closed : for_request;
}

bool
catalogue_article_valid(const char *openness, const char *article)
{
	const char *const *v = catalogue_articles(openness);

	for (; *v != NULL; v++)
		if (strcmp(*v, article) == 0)
			return true;
	return false;
}

static void
row_load(const struct rows *q, const char *today, struct catalogue_row *r,
    struct arena *m)
{
	*r = (struct catalogue_row){ .id = db_int(q, 0),
	    .version = db_int(q, 1), .key = db_int(q, 2) };
	r->index_no = db_text(q, 3, m);
	r->title = db_text(q, 4, m);
	r->doc_no = db_text(q, 5, m);
	r->made_on = db_text(q, 6, m);
	r->openness = db_text(q, 7, m);
	r->article = db_text(q, 8, m);
	r->reason = db_text(q, 9, m);
	r->reassess = db_text(q, 10, m);
	r->due = strcmp(r->openness, "closed") == 0 &&
	    *r->reassess != '\0' && strcmp(r->reassess, today) <= 0;
}

enum rc
catalogue_list(struct db *db, int64_t unit, const char *openness, bool due,
    int64_t before, int max, struct catalogue *out, struct arena *m)
{
	const char *today = day_text(m, clock_today());
	struct rows q = db_query(db, "SELECT d.id, d.version, k.revision_id,"
	    " d.index_no, r.title, r.doc_no, r.made_on, k.openness, k.article,"
	    " k.reason, k.reassess FROM closure k JOIN document d"
	    " ON d.revision_id = k.revision_id JOIN revision r"
	    " ON r.id = k.revision_id WHERE k.unit_id = $1"
	    " AND k.openness = $2 AND k.revision_id < $3"
	    " AND d.state = 'published' AND (CAST($4 AS BIGINT) = 0"
	    " OR (k.reassess <> '' AND k.reassess <= $5))"
	    " ORDER BY k.revision_id DESC LIMIT $6", V(unit), V(openness),
	    V(before == 0 ? INT64_MAX : before), V(due ? 1 : 0), V(today),
	    V(max < LIST_MAX ? max : LIST_MAX));

	*out = (struct catalogue){ 0 };
	while (db_next(&q))
		row_load(&q, today, list_add(out, m), m);
	return db_done(&q);
}

enum rc
catalogue_units(struct db *db, struct catalogue_units *out, struct arena *m)
{
	struct catalogue_unit *u;
	struct rows q = db_query(db, "SELECT u.code, u.name,"
	    " sum(CASE WHEN k.openness = 'request' THEN 1 ELSE 0 END),"
	    " sum(CASE WHEN k.openness = 'closed' THEN 1 ELSE 0 END),"
	    " sum(CASE WHEN k.openness = 'closed' AND k.reassess <> ''"
	    " AND k.reassess <= $1 THEN 1 ELSE 0 END)"
	    " FROM closure k JOIN document d ON d.revision_id = k.revision_id"
	    " JOIN unit u ON u.id = k.unit_id WHERE d.state = 'published'"
	    " GROUP BY u.code, u.name, u.position, u.id"
	    " ORDER BY u.position, u.id", V(day_text(m, clock_today())));

	*out = (struct catalogue_units){ 0 };
	while (db_next(&q)) {
		u = list_add(out, m);
		u->code = db_text(&q, 0, m);
		u->name = db_text(&q, 1, m);
		u->request = db_int(&q, 2);
		u->closed = db_int(&q, 3);
		u->due = db_int(&q, 4);
	}
	return db_done(&q);
}

enum rc
catalogue_due(struct db *db, int64_t unit, int64_t *n, struct arena *m)
{
	*n = 0;
	return db_number(db, n, "SELECT count(*) FROM closure k"
	    " JOIN document d ON d.revision_id = k.revision_id"
	    " WHERE k.unit_id = $1 AND k.openness = 'closed'"
	    " AND k.reassess > '' AND k.reassess <= $2"
	    " AND d.state = 'published'", V(unit),
	    V(day_text(m, clock_today())));
}

static void
check(const char *result, const char *note, const char *next,
    struct problems *p)
{
	bool keep = strcmp(result, "keep") == 0;
	day_t day;

	if (!keep && strcmp(result, "open") != 0)
		problem_add(p, "result", PROBLEM_MISSING);
	if (*note == '\0')
		problem_add(p, "note", PROBLEM_REASON_NEEDED);
	else if (text_length(note) > DOCUMENT_REASON_MAX)
		problem_add(p, "note", PROBLEM_TOO_LONG);
	if (keep && (!day_parse(next, &day) || day <= clock_today()))
		problem_add(p, "next", PROBLEM_UNTIL_PAST);
}

static enum rc
record(struct db *db, const struct actor *who, int64_t document,
    const char *result, const char *note, const char *next, struct arena *m)
{
	int64_t id;
	enum rc rc = db_id(db, "reassessment", &id);

	return rc != RC_OK ? rc : db_run(db, "INSERT INTO reassessment (id,"
	    " document_id, result, note, next, login, at)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)", V(id), V(document),
	    V(result), V(note), V(next), V(who->login),
	    V(clock_text(m, clock_now())));
}

static enum rc
keep(struct db *db, const struct actor *who, const struct head *h,
    const char *note, const char *next, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE closure SET reassess = $1"
	    " WHERE revision_id = $2 AND openness = 'closed'", V(next),
	    V(h->revision));

	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return RC_CONFLICT;
	if ((rc = record(db, who, h->id, "keep", note, next, m)) != RC_OK)
		return rc;
	/* whoever has the dialog open decides about a day that is past */
	return head_deed(db, who, h, h, "reassess", note, m);
}

static enum rc
is_closed(struct db *db, int64_t revision)
{
	struct rows q = db_query(db, "SELECT 1 FROM closure"
	    " WHERE revision_id = $1 AND openness = 'closed'", V(revision));
	enum rc rc = db_first(&q);

	return rc == RC_OK ? db_done(&q) : rc;
}

/* Out of the catalogue, and to the clerk as what was sent back is. */
static enum rc
reopen(struct db *db, const struct actor *who, const struct head *h,
    const char *note, struct problems *p, struct arena *m)
{
	struct head was, is;
	enum rc rc;

	if ((rc = record(db, who, h->id, "open", note, "", m)) != RC_OK ||
	    (rc = document_move(db, who, h->id, h->version, ACTION_WITHDRAW,
	    note, p, m)) != RC_OK ||
	    (rc = head_get(db, who->unit, h->id, &was, m)) != RC_OK)
		return rc;
	is = was;
	is.state = STATE_DRAFT;
	is.returned = note;
	return head_move(db, who, &was, &is, ACTION_RETURN, note, m);
}

enum rc
catalogue_assess(struct db *db, const struct actor *who, int64_t document,
    int64_t version, const char *result, const char *note, const char *next,
    struct problems *p, struct arena *m)
{
	const struct move *move;
	struct head h;
	enum rc rc;

	if ((rc = head_get(db, who->unit, document, &h, m)) != RC_OK ||
	    (rc = head_allow(&h, who, version, ACTION_WITHDRAW, &move))
	    != RC_OK || (rc = is_closed(db, h.revision)) != RC_OK)
		return rc;
	check(result, note, next, p);
	if (p->n > 0)
		return RC_INVALID;
	if (strcmp(result, "keep") == 0)
		return keep(db, who, &h, note, next, m);
	return reopen(db, who, &h, note, p, m);
}
