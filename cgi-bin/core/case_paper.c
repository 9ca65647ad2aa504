/* case_paper.c - see case_paper.h. */
#include <string.h>

#include "core/application_row.h"
#include "core/case_paper.h"

static const char *const kinds[CASE_PAPERS_MAX] = {
	"third_notice", "third_confirm", "third_decision"
};

static bool
fits(const struct case_event *e, const char *kind)
{
	return strcmp(kind, "third_notice") == 0 ?
	    case_act_consults(e->act) : e->act == ACT_CONSULT_THIRD;
}

const struct case_event *
case_paper_about(const struct case_events *all, const char *kind,
    int64_t about)
{
	for (int k = all->n - 1; k >= 0; k--)
		if (fits(&all->v[k], kind) &&
		    (about == 0 || all->v[k].id == about))
			return &all->v[k];
	return NULL;
}

/* A decision stands when it is drafted; before that, opinions are asked. */
static bool
is_time(enum case_state s, const char *kind)
{
	return strcmp(kind, "third_decision") == 0 ?
	    s == CASE_DRAFTED || s == CASE_ANSWERED : s == CASE_OPEN;
}

int
case_papers(const struct application *a, const struct case_events *all,
    unsigned by, const char *out[CASE_PAPERS_MAX])
{
	int n = 0;

	if ((by & BY_REVIEW) == 0)
		return 0;
	for (int k = 0; k < CASE_PAPERS_MAX; k++)
		if (is_time(a->state, kinds[k]) &&
		    case_paper_about(all, kinds[k], 0) != NULL)
			out[n++] = kinds[k];
	return n;
}

static bool
may(const struct application *a, const struct case_events *all, unsigned by,
    const char *kind)
{
	const char *open[CASE_PAPERS_MAX];
	int n = case_papers(a, all, by, open);

	while (n > 0 && strcmp(open[n - 1], kind) != 0)
		n--;
	return n > 0;
}

static enum rc
issue(struct db *db, const struct actor *who, const struct application *a,
    struct letter *l, const char *word, struct problems *p, struct arena *m)
{
	struct case_event e = { .kind = "paper", .day = clock_today(),
	    .until = DAY_NONE, .about = l->event };
	struct letter out;
	enum rc rc;

	if ((rc = letter_save(db, who, l, word, p, m)) != RC_OK ||
	    (rc = letter_issue(db, who, l->id, &out, m)) != RC_OK)
		return rc;
	e.text = arena_printf(m, "%s %s", l->title, out.number);
	if ((rc = event_add(db, who, a->id, &e, m)) != RC_OK)
		return rc;
	*l = out;
	return application_move(db, who, a, a->state, a->result, a->closed,
	    "case_paper", out.number, m);
}

enum rc
case_paper_issue(struct db *db, const struct actor *who, int64_t application,
    int64_t version, struct letter *l, const char *word, struct problems *p,
    struct arena *m)
{
	const struct case_event *about;
	struct case_events all;
	struct application a;
	enum rc rc;

	if ((rc = application_get(db, who->unit, application, &a, m)) != RC_OK ||
	    (rc = case_events(db, a.id, false, &all, m)) != RC_OK)
		return rc;
	if (a.version != version)
		return RC_CONFLICT;
	if (!may(&a, &all, case_by_role(who->role), l->kind))
		return RC_DENIED;
	if ((about = case_paper_about(&all, l->kind, l->event)) == NULL) {
		problem_add(p, "event", PROBLEM_NOT_CHOICE);
		return RC_INVALID;
	}
	l->id = 0;
	l->application = a.id;
	l->event = about->id;
	l->organ = letter_kind_for_applicant(l->kind) ? "" : about->organ;
	return issue(db, who, &a, l, word, p, m);
}

/* What is withheld for the sake of third parties passes nobody over. */
enum rc
case_untold(struct db *db, int64_t application, int *n)
{
	struct rows q = db_query(db, "SELECT COUNT(*) FROM case_event asked"
	    " JOIN case_event said ON said.about = asked.id"
	    " AND said.application_id = asked.application_id"
	    " AND said.kind = 'consult_reply' AND said.opinion = 'object'"
	    " WHERE asked.application_id = $1 AND asked.kind = 'consult_third'"
	    " AND EXISTS (SELECT 1 FROM reply r WHERE r.application_id = $1"
	    " AND (r.result IN ('granted', 'granted_public')"
	    " OR (r.result = 'partial' AND r.basis <> 'refused_third')))"
	    " AND NOT EXISTS (SELECT 1 FROM letter l"
	    " WHERE l.application_id = $1 AND l.kind = 'third_decision'"
	    " AND l.event_id = asked.id AND l.issued <> '')",
	    V(application));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*n = (int)db_int(&q, 0);
	return db_done(&q);
}
