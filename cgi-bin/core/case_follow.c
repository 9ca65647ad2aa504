/* case_follow.c - what follows an answer. */
#include <string.h>

#include "base/text.h"
#include "core/application_check.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/case_follow.h"
#include "core/list.h"

static const char *const outcomes_court[] = { "upheld", "corrected", "other",
	"pending", NULL };
static const char *const outcomes_unit[] = { "pending", "accepted", "refused",
	"forwarded", NULL };

static const struct {
	const char *key;
	const char *const *outcomes;
	bool by_applicant;
} kinds[] = {
	{ "review",		outcomes_court,	false },
	{ "suit",		outcomes_court,	false },
	{ "suit_after_review",	outcomes_court,	false },
	{ "complaint",		outcomes_unit,	false },
	{ "correction",		outcomes_unit,	true },
	{ "suggestion",		outcomes_unit,	true },
};
#define KINDS ((int)(sizeof(kinds) / sizeof(kinds[0])))

static int
kind_find(const char *kind)
{
	int k = 0;

	while (k < KINDS && strcmp(kinds[k].key, kind) != 0)
		k++;
	return k;
}

bool
case_follow_kind_known(const char *kind)
{
	return kind_find(kind) < KINDS;
}

bool
case_follow_outcome_known(const char *kind, const char *outcome)
{
	int k = kind_find(kind);

	return k < KINDS && check_choice(kinds[k].outcomes, outcome);
}

static bool
may_save(const struct actor *who, bool by_applicant,
    const struct case_follow *f)
{
	int k = kind_find(f->kind);

	if (k == KINDS)
		return false;
	return by_applicant ? f->id == 0 && kinds[k].by_applicant :
	    who->role == ROLE_REVIEW || who->role == ROLE_ADMIN;
}

static void
check(const struct case_follow *f, day_t first, struct problems *p)
{
	bool pending = strcmp(f->outcome, "pending") == 0;

	if (!case_follow_outcome_known(f->kind, f->outcome))
		problem_add(p, "outcome", PROBLEM_NOT_CHOICE);
	if (f->day == DAY_NONE)
		problem_add(p, "day", PROBLEM_MISSING);
	else if (f->day > clock_today())
		problem_add(p, "day", PROBLEM_FUTURE);
	else if (f->day < first)
		problem_add(p, "day", PROBLEM_DAY_EARLY);
	if (!pending && f->done == DAY_NONE)
		problem_add(p, "done", PROBLEM_MISSING);
	else if (!pending && f->done > clock_today())
		problem_add(p, "done", PROBLEM_FUTURE);
	else if (!pending && f->done < f->day)
		problem_add(p, "done", PROBLEM_DAY_EARLY);
	if (*f->text == '\0' && kinds[kind_find(f->kind)].by_applicant)
		problem_add(p, "text", PROBLEM_MISSING);
	check_text(f->text, "text", APPLICATION_TEXT_MAX, true, p);
}

static const char *
done_text(const struct case_follow *f, struct arena *m)
{
	return strcmp(f->outcome, "pending") == 0 ? "" : day_text(m, f->done);
}

static enum rc
insert(struct db *db, const struct actor *who, struct case_follow *f,
    struct arena *m)
{
	struct case_event e = { .kind = "follow", .day = f->day,
	    .until = DAY_NONE };
	enum rc rc;

	if ((rc = db_id(db, "case_follow", &f->id)) != RC_OK)
		return rc;
	f->version = 1;
	rc = db_run(db, "INSERT INTO case_follow (id, application_id, version,"
	    " kind, outcome, day, done, text, account_id, login,"
	    " document_id) VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9,"
	    " $10)", V(f->id), V(f->application), V(f->kind), V(f->outcome),
	    V(day_text(m, f->day)), V(done_text(f, m)), V(f->text),
	    who->user ? V(who->user) : V_NULL,
	    V(who->login),
	    f->document ? V(f->document) : V_NULL);
	if (rc != RC_OK)
		return rc;
	e.about = f->id;
	e.text = f->kind;
	return event_add(db, who, f->application, &e, m);
}

static enum rc
replace(struct db *db, struct case_follow *f, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE case_follow SET outcome = $1,"
	    " done = $2, text = $3, day = $4, version = version + 1"
	    " WHERE id = $5 AND application_id = $6 AND version = $7"
	    " AND kind = $8", V(f->outcome), V(done_text(f, m)), V(f->text),
	    V(day_text(m, f->day)), V(f->id), V(f->application),
	    V(f->version), V(f->kind));

	if (rc != RC_OK)
		return rc;
	f->version++;
	return db_changed(db) == 1 ? RC_OK : RC_CONFLICT;
}

enum rc
case_follow_save(struct db *db, const struct actor *who, bool by_applicant,
    struct case_follow *f, struct problems *p, struct arena *m)
{
	struct application a;
	enum rc rc;

	rc = application_get(db, who->unit, f->application, &a, m);
	if (rc != RC_OK)
		return rc;
	if (!may_save(who, by_applicant, f))
		return RC_DENIED;
	f->text = text_unix_lines(m, text_trim(m, f->text ? f->text : ""));
	if (by_applicant) {
		f->outcome = "pending";
		f->day = clock_today();
	}
	check(f, a.came_on, p);
	if (p->n > 0)
		return RC_INVALID;
	rc = f->id == 0 ? insert(db, who, f, m) : replace(db, f, m);
	return rc != RC_OK ? rc : audit_write(db, who, "follow", "application",
	    a.id, "", "", arena_printf(m, "%s %s", f->kind, f->outcome), m);
}

static day_t
day_of(const char *s)
{
	day_t d;

	return day_parse(s, &d) ? d : DAY_NONE;
}

enum rc
case_follow_list(struct db *db, int64_t application, struct case_follows *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT id, application_id, version,"
	    " kind, outcome, day, done, text, login, document_id"
	    " FROM case_follow WHERE application_id = $1 ORDER BY id",
	    V(application));

	*out = (struct case_follows){ 0 };
	while (db_next(&q))
		*list_add(out, m) = (struct case_follow){
			.id = db_int(&q, 0), .application = db_int(&q, 1),
			.version = db_int(&q, 2), .kind = db_text(&q, 3, m),
			.outcome = db_text(&q, 4, m),
			.day = day_of(db_text(&q, 5, m)),
			.done = day_of(db_text(&q, 6, m)),
			.text = db_text(&q, 7, m), .login = db_text(&q, 8, m),
			.document = db_int(&q, 9),
		};
	return db_done(&q);
}
