/* test_case_paper.c - the papers of a consultation: when each may be made, to
 * whom it goes, its number; no disclosure over an objection in silence. */
#include <string.h>

#include "core/case_paper.h"

#include "office.h"

static void
deed(struct district *d, int64_t id, enum case_act act, const char *opinion)
{
	struct application a = office_get(d, id);
	struct case_deed in = office_deed(&a, act);

	in.opinion = opinion;
	assert_int_equal(office_do(d, &d->review, &in), RC_OK);
}

/* The kinds that are open to 003, one after the other. */
static const char *
open_kinds(struct district *d, int64_t id)
{
	const char *kinds[CASE_PAPERS_MAX], *all = "";
	struct application a = office_get(d, id);
	struct case_events events;
	int n;

	assert_int_equal(case_events(d->db, id, false, &events, d->m), RC_OK);
	assert_int_equal(case_papers(&a, &events, BY_ENTRY | BY_ADMIN |
	    BY_APPLICANT, kinds), 0);
	n = case_papers(&a, &events, BY_REVIEW, kinds);
	for (int k = 0; k < n; k++)
		all = arena_printf(d->m, "%s %s", all, kinds[k]);
	return all;
}

static enum rc
paper(struct district *d, const struct actor *who, int64_t id,
    int64_t version, const char *kind, struct letter *l)
{
	enum rc rc;

	*l = (struct letter){ .kind = kind, .title = "告知书", .event =
	    l->event, .body = { "<p>正文</p>" }, .text = "正文" };
	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = case_paper_issue(d->db, who, id, version, l, "宝坻公开", &d->p,
	    d->m);
	return db_end(d->db, rc);
}

static void
test_when(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct application a;
	struct case_reply r = office_reply("granted");

	assert_string_equal(open_kinds(d, id), "");
	deed(d, id, ACT_CONSULT_MAKER, "");
	assert_string_equal(open_kinds(d, id), " third_notice");
	deed(d, id, ACT_CONSULT_THIRD, "");
	assert_string_equal(open_kinds(d, id), " third_notice third_confirm");
	office_days(d, 16);
	for (int k = 0; k < 2; k++) {
		struct case_events events;
		struct case_deed in;

		assert_int_equal(case_events(d->db, id, false, &events, d->m),
		    RC_OK);
		a = office_get(d, id);
		in = office_deed(&a, ACT_CONSULT_REPLY);
		in.event = events.v[k + 1].id;
		in.opinion = "silent";
		in.text = "";
		assert_int_equal(office_do(d, &d->entry, &in), RC_OK);
	}
	a = office_get(d, id);
	assert_int_equal(office_draft(d, &a, &r), RC_OK);
	assert_string_equal(open_kinds(d, id), " third_decision");
	office_days(d, 0);
}

static void
test_issue(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct letter l = { 0 }, got;
	int64_t version, organ;

	deed(d, id, ACT_CONSULT_ORGAN, "");
	organ = office.event;
	deed(d, id, ACT_CONSULT_THIRD, "");
	version = office_get(d, id).version;
	assert_int_equal(paper(d, &d->review_b, id, version, "third_notice",
	    &l), RC_NOT_FOUND);
	assert_int_equal(paper(d, &d->entry, id, version, "third_notice", &l),
	    RC_DENIED);
	assert_int_equal(paper(d, &d->review, id, version - 1, "third_notice",
	    &l), RC_CONFLICT);
	assert_int_equal(paper(d, &d->review, id, version, "third_decision",
	    &l), RC_DENIED);
	assert_int_equal(paper(d, &d->review, id, version, "reply", &l),
	    RC_DENIED);
	/* An organ is no third party. */
	l.event = organ;
	assert_int_equal(paper(d, &d->review, id, version, "third_confirm",
	    &l), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "event"), PROBLEM_NOT_CHOICE);
	l.event = 0;
	assert_int_equal(paper(d, &d->review, id, version, "third_confirm",
	    &l), RC_OK);
	assert_string_equal(l.number, arena_printf(d->m, "宝坻公开〔%d〕1号",
	    day_year(clock_today())));
	assert_int_equal(letter_get(d->db, d->entry.unit, l.id, &got, d->m),
	    RC_OK);
	assert_string_equal(got.organ, "天津某某公司");
	assert_int_equal(got.event, office.event);
	/* A second click from the same page. */
	l.event = 0;
	assert_int_equal(paper(d, &d->review, id, version, "third_confirm",
	    &l), RC_CONFLICT);
	l.event = 0;
	assert_int_equal(paper(d, &d->review, id, version + 1, "third_notice",
	    &l), RC_OK);
	assert_int_equal(letter_get(d->db, d->entry.unit, l.id, &got, d->m),
	    RC_OK);
	assert_string_equal(got.organ, "");
	assert_int_equal(office_get(d, id).state, CASE_OPEN);
}

/* A reply of that result after that opinion: how many are untold. */
static int
untold(struct district *d, const char *opinion, const char *result,
    const char *basis, int64_t *id)
{
	struct case_reply r = office_reply(result);
	struct application a;
	int n;

	*id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	deed(d, *id, ACT_CONSULT_THIRD, "");
	deed(d, *id, ACT_CONSULT_REPLY, opinion);
	a = office_get(d, *id);
	r.basis = basis;
	assert_int_equal(office_draft(d, &a, &r), RC_OK);
	office_letter(d, *id, "reply");
	assert_int_equal(case_untold(d->db, *id, &n), RC_OK);
	return n;
}

static void
test_objection(void **state)
{
	struct district *d = *state;
	struct application a;
	struct case_deed in;
	struct letter l = { 0 };
	int64_t id;
	int n;

	assert_int_equal(untold(d, "agree", "granted", "", &id), 0);
	assert_int_equal(untold(d, "object", "refused_third", "", &id), 0);
	assert_int_equal(untold(d, "object", "partial", "refused_third", &id),
	    0);
	assert_int_equal(untold(d, "object", "partial", "refused_process",
	    &id), 1);
	assert_int_equal(untold(d, "object", "granted", "", &id), 1);
	a = office_get(d, id);
	in = office_deed(&a, ACT_RELEASE_REPLY);
	assert_int_equal(office_do(d, &d->review, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "act"), PROBLEM_THIRD_UNTOLD);
	assert_int_equal(paper(d, &d->review, id, a.version,
	    "third_decision", &l), RC_OK);
	assert_int_equal(case_untold(d->db, id, &n), RC_OK);
	assert_int_equal(n, 0);
	in.version++;
	assert_int_equal(office_do(d, &d->review, &in), RC_OK);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_ANSWERED);
	/* Later ones too; nothing of the answer changes. */
	l.event = 0;
	assert_int_equal(paper(d, &d->review, id, a.version,
	    "third_decision", &l), RC_OK);
	assert_string_equal(office_get(d, id).result, "granted");
	assert_string_equal(office_get(d, id).closed, a.closed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_when, office_setup,
		    office_teardown),
		cmocka_unit_test_setup_teardown(test_issue, office_setup,
		    office_teardown),
		cmocka_unit_test_setup_teardown(test_objection, office_setup,
		    office_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
