/* case_reply.c - drafting the reply; the last days of the remedies. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "core/application_check.h"
#include "core/application_file.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/case_reply.h"
#include "core/case_result.h"

#define REVIEW_DAYS 60		/* 行政复议法 art. 20 */
#define SUIT_MONTHS 6		/* 行政诉讼法 art. 46 */

struct draft {
	struct db *db;
	const struct actor *who;
	struct application was;
	struct case_reply r;
	struct problems *p;
	struct arena *m;
};

static void
tidy(struct draft *d)
{
	const char **v[] = { &d->r.result, &d->r.note, &d->r.given,
	    &d->r.withheld, &d->r.basis, &d->r.reason, &d->r.way,
	    &d->r.organ, &d->r.organ_contact, &d->r.delivery };

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		*v[k] = *v[k] == NULL ? "" : text_unix_lines(d->m,
		    text_trim(d->m, *v[k]));
}

static void
need(struct draft *d, bool wanted, const char *s, const char *field)
{
	if (wanted && *s == '\0')
		problem_add(d->p, field, PROBLEM_MISSING);
	check_text(s, field, APPLICATION_TEXT_MAX, true, d->p);
}

/* The ground of what is withheld is one that refuses. */
static bool
is_ground(const char *key)
{
	const struct case_result *r = case_result_get(key);

	return r != NULL && strncmp(r->key, "refused_", 8) == 0;
}

static void
check(struct draft *d)
{
	const struct case_result *r = case_result_get(d->r.result);
	unsigned needs = r != NULL ? r->needs : 0;

	if (*d->r.result == '\0')
		problem_add(d->p, "result", PROBLEM_MISSING);
	else if (r == NULL || !r->by_reply)
		problem_add(d->p, "result", PROBLEM_NOT_CHOICE);
	else if ((needs & RESULT_CORRECTED) && !d->was.facts.corrected)
		problem_add(d->p, "result", PROBLEM_ACT_NOTHING);
	need(d, true, d->r.note, "note");
	need(d, needs & RESULT_PARTS, d->r.given, "given");
	need(d, needs & RESULT_PARTS, d->r.withheld, "withheld");
	need(d, needs & RESULT_REASON, d->r.reason, "reason");
	need(d, needs & RESULT_WAY, d->r.way, "way");
	need(d, needs & RESULT_ORGAN, d->r.organ, "organ");
	need(d, needs & RESULT_ORGAN, d->r.organ_contact, "organ_contact");
	if ((needs & RESULT_BASIS) && !is_ground(d->r.basis))
		problem_add(d->p, "basis", *d->r.basis == '\0' ?
		    PROBLEM_MISSING : PROBLEM_NOT_CHOICE);
	check_text(d->r.delivery, "delivery", 20, false, d->p);
}

static enum rc
store(struct draft *d)
{
	const struct case_reply *r = &d->r;

	return db_run(d->db, "INSERT INTO reply (application_id, result, note,"
	    " given, withheld, basis, reason, way, organ, organ_contact,"
	    " delivery, drafted_by, drafted_login, drafted) VALUES ($1, $2,"
	    " $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
	    " ON CONFLICT (application_id) DO UPDATE SET"
	    " result = excluded.result, note = excluded.note,"
	    " given = excluded.given, withheld = excluded.withheld,"
	    " basis = excluded.basis, reason = excluded.reason,"
	    " way = excluded.way, organ = excluded.organ,"
	    " organ_contact = excluded.organ_contact,"
	    " delivery = excluded.delivery, drafted_by = excluded.drafted_by,"
	    " drafted_login = excluded.drafted_login,"
	    " drafted = excluded.drafted, returned = ''", V(d->was.id),
	    V(r->result), V(r->note), V(r->given), V(r->withheld),
	    V(r->basis), V(r->reason), V(r->way), V(r->organ),
	    V(r->organ_contact), V(r->delivery), V(d->who->user),
	    V(d->who->login), V(clock_text(d->m, clock_now())));
}

/* What the draft before had and this one has not waits to be swept. */
static enum rc
let_go(struct draft *d)
{
	struct application_files had;
	enum rc rc = application_file_list(d->db, d->was.id, &had, d->m);
	int i;

	for (int k = 0; rc == RC_OK && k < had.n; k++) {
		for (i = 0; i < d->r.n_files; i++)
			if (d->r.file[i] == had.v[k].id)
				break;
		if (i == d->r.n_files && strcmp(had.v[k].use, "answer") == 0)
			rc = application_file_release(d->db,
			    application_file_staff(d->m, d->who->unit),
			    had.v[k].id, d->m);
	}
	return rc;
}

static enum rc
carry_out(struct draft *d)
{
	static const char *const uses[] = { "answer", NULL };
	struct case_event e = { .act = ACT_DRAFT_REPLY,
	    .day = clock_today(), .until = DAY_NONE };
	enum rc rc;

	if ((rc = store(d)) != RC_OK || (rc = let_go(d)) != RC_OK ||
	    (rc = event_add(d->db, d->who, d->was.id, &e, d->m)) != RC_OK ||
	    (rc = application_file_claim(d->db, application_file_staff(d->m,
	    d->who->unit), d->was.id, e.id, d->r.n_files, d->r.file, uses,
	    d->p, d->m)) != RC_OK)
		return rc;
	return application_move(d->db, d->who, &d->was, CASE_DRAFTED, "", "",
	    "case_draft_reply", d->r.result, d->m);
}

enum rc
case_reply_draft(struct db *db, const struct actor *who, int64_t application,
    int64_t version, const struct case_reply *in, struct problems *p,
    struct arena *m)
{
	struct draft d = { .db = db, .who = who, .r = *in, .p = p, .m = m };
	enum rc rc;

	rc = application_get(db, who->unit, application, &d.was, m);
	if (rc != RC_OK)
		return rc;
	if (d.was.version != version)
		return RC_CONFLICT;
	if (case_move_find(d.was.state, ACT_DRAFT_REPLY,
	    case_by_role(who->role)) == NULL)
		return RC_DENIED;
	if (!case_may(&d.was, case_by_role(who->role), ACT_DRAFT_REPLY)) {
		problem_add(p, "act", PROBLEM_ACT_WAITING);
		return RC_INVALID;
	}
	tidy(&d);
	check(&d);
	return p->n > 0 ? RC_INVALID : carry_out(&d);
}

enum rc
case_reply_get(struct db *db, int64_t application, struct case_reply *r,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT result, note, given, withheld,"
	    " basis, reason, way, organ, organ_contact, delivery,"
	    " drafted_login, drafted, released_login, released, returned"
	    " FROM reply WHERE application_id = $1", V(application));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*r = (struct case_reply){
		.result = db_text(&q, 0, m), .note = db_text(&q, 1, m),
		.given = db_text(&q, 2, m), .withheld = db_text(&q, 3, m),
		.basis = db_text(&q, 4, m), .reason = db_text(&q, 5, m),
		.way = db_text(&q, 6, m), .organ = db_text(&q, 7, m),
		.organ_contact = db_text(&q, 8, m),
		.delivery = db_text(&q, 9, m),
		.drafted_by = db_text(&q, 10, m),
		.drafted = db_text(&q, 11, m),
		.released_by = db_text(&q, 12, m),
		.released = db_text(&q, 13, m),
		.returned = db_text(&q, 14, m),
	};
	return db_done(&q);
}

day_t
case_review_last(day_t delivered)
{
	return delivered == DAY_NONE ? DAY_NONE : delivered + REVIEW_DAYS;
}

static bool
day_of(int year, int month, int mday, day_t *out)
{
	char s[32];

	snprintf(s, sizeof(s), "%04d-%02d-%02d", year, month, mday);
	return day_parse(s, out);
}

/* The same day of the month six months later, or the last one it has. */
day_t
case_suit_last(day_t delivered)
{
	struct arena *m;
	const char *s;
	int year, month, mday;
	day_t out;

	if (delivered == DAY_NONE)
		return DAY_NONE;
	m = arena_new();
	s = day_text(m, delivered);
	year = day_year(delivered);
	month = (s[5] - '0') * 10 + s[6] - '0' + SUIT_MONTHS;
	mday = (s[8] - '0') * 10 + s[9] - '0';
	arena_free(m);
	if (month > 12) {
		month -= 12;
		year++;
	}
	while (!day_of(year, month, mday, &out))
		mday--;
	return out;
}
