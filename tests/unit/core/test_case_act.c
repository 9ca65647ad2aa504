/* test_case_act.c - every act in every state by everybody: as a table, and
 * as case_do() really answers. */
#include <string.h>

#include "office.h"

/* state act who to: what the regulation and the district allow, no more. */
static const char *const allowed[] = {
	"submitted confirm R open",
	"submitted forward R submitted",
	"submitted withdraw PR withdrawn",
	"submitted end R ended",
	"open ask_correction R correcting",
	"open consult_third R open",
	"open consult_organ R open",
	"open consult_maker R open",
	"open consult_reply ER open",
	"open ask_extension R open",
	"open approve_extension A open",
	"open refuse_extension A open",
	"open ask_reasons R open",
	"open reasons_given PER open",
	"open fee_notice R open",
	"open fee_paid ER open",
	"open fee_lapsed R ended",
	"open forward R open",
	"open suspend R open",
	"open resume R open",
	"open draft_reply R drafted",
	"open withdraw PR withdrawn",
	"open end R ended",
	"correcting correct PER open",
	"correcting correction_lapsed R ended",
	"correcting withdraw PR withdrawn",
	"correcting end R ended",
	"drafted approve_extension A drafted",
	"drafted refuse_extension A drafted",
	"drafted draft_reply R drafted",
	"drafted release_reply RA answered",
	"drafted return_reply RA open",
	"drafted withdraw PR withdrawn",
	"drafted end R ended",
};
#define ALLOWED ((int)(sizeof(allowed) / sizeof(allowed[0])))

static const struct { char sign; unsigned by; } people[] = {
	{ 'P', BY_APPLICANT }, { 'E', BY_ENTRY }, { 'R', BY_REVIEW },
	{ 'A', BY_ADMIN },
};

/* The state it leads to, CASE_NONE when it is not allowed. */
static enum case_state
wanted(struct arena *m, enum case_state s, enum case_act act, char sign)
{
	const char *head = arena_printf(m, "%s %s ", case_state_key(s),
	    case_act_key(act)), *who, *to;

	for (int k = 0; k < ALLOWED; k++) {
		if (strncmp(allowed[k], head, strlen(head)) != 0)
			continue;
		who = allowed[k] + strlen(head);
		to = strchr(who, ' ');
		return memchr(who, sign, (size_t)(to - who)) != NULL ?
		    case_state_of_key(to + 1) : CASE_NONE;
	}
	return CASE_NONE;
}

static void
test_table(void **state)
{
	struct arena *m = arena_new();
	const struct case_move *move;
	enum case_state to;
	int open = 0;

	(void)state;
	for (int s = CASE_NONE; s <= CASE__MAX; s++)
		for (int a = ACT_NONE; a <= ACT__MAX; a++)
			for (int k = 0; k < 4; k++) {
				move = case_move_find((enum case_state)s,
				    (enum case_act)a, people[k].by);
				to = s && a ? wanted(m, (enum case_state)s,
				    (enum case_act)a, people[k].sign) :
				    CASE_NONE;
				assert_int_equal(move ? move->to : CASE_NONE,
				    to);
				open += move != NULL;
			}
	assert_int_equal(open, 46);
	assert_null(case_move_find(CASE_OPEN, ACT_DRAFT_REPLY, 0));
	arena_free(m);
}

static void
test_keys(void **state)
{
	(void)state;
	for (int k = 1; k < ACT__MAX; k++) {
		assert_true(*case_act_key((enum case_act)k) != '\0');
		assert_int_equal(case_act_of_key(case_act_key(
		    (enum case_act)k)), k);
		assert_non_null(case_act_rule((enum case_act)k)->letter);
		if (*case_act_rule((enum case_act)k)->letter != '\0')
			assert_true(letter_kind_known(case_act_rule(
			    (enum case_act)k)->letter));
	}
	for (int k = 1; k < CASE__MAX; k++)
		assert_int_equal(case_state_of_key(case_state_key(
		    (enum case_state)k)), k);
	for (int k = 1; k < CHANNEL__MAX; k++)
		assert_int_equal(channel_of_key(channel_key(
		    (enum channel)k)), k);
	assert_int_equal(case_act_of_key("nothing"), ACT_NONE);
	assert_string_equal(case_act_key(ACT__MAX), "");
	assert_string_equal(case_act_rule(ACT_NONE)->key, "");
	assert_int_equal(case_by_role(ROLE_NONE), 0);
	assert_false(channel_needs_confirm(CHANNEL_COUNTER));
	assert_false(channel_needs_confirm(CHANNEL_POST));
	assert_false(channel_needs_confirm(CHANNEL_ORAL));
	assert_true(channel_needs_confirm(CHANNEL_INTERNET));
	assert_true(channel_needs_confirm(CHANNEL_LETTER));
	assert_true(channel_needs_confirm(CHANNEL_FAX));
}

static struct actor
person(struct district *d, const struct application *a, char sign)
{
	switch (sign) {
	case 'E':
		return d->entry;
	case 'R':
		return d->review;
	case 'A':
		return d->admin;
	default:
		return case_applicant(a, "192.0.2.1");
	}
}

/* Not for the state and person: RC_DENIED.  Else done, or refused for what
 * has not happened yet, with a reason. */
static void
try(struct district *d, const struct application *a, enum case_act act, int k)
{
	struct actor who = person(d, a, people[k].sign);
	struct case_deed in = office_deed(a, act);
	enum case_state to = wanted(d->m, a->state, act, people[k].sign);
	bool may = case_may(a, people[k].by, act);
	enum rc rc;

	in.by_applicant = people[k].sign == 'P';
	assert_int_equal(db_begin(d->db), RC_OK);
	d->p = (struct problems){ 0 };
	rc = case_do(d->db, &who, &in, NULL, &d->p, d->m);
	if (act == ACT_DRAFT_REPLY || to == CASE_NONE)
		assert_int_equal(rc, RC_DENIED);
	else
		assert_int_equal(rc, may ? RC_OK : RC_INVALID);
	if (rc == RC_OK)
		assert_int_equal(office_get(d, a->id).state, to);
	if (rc == RC_INVALID)
		assert_int_not_equal(problem_of(&d->p, "act"), PROBLEM_NONE);
	/* Nothing of it stays for the next try. */
	assert_int_equal(db_end(d->db, RC_FAIL), RC_FAIL);
}

static void
test_cube(void **state)
{
	struct district *d = *state;
	struct application a;

	for (int s = CASE_SUBMITTED; s < CASE__MAX; s++) {
		a = office_case(d, CHANNEL_INTERNET, (enum case_state)s);
		assert_int_equal(a.state, s);
		for (int act = ACT_NONE + 1; act < ACT__MAX; act++)
			for (int k = 0; k < 4; k++)
				try(d, &a, (enum case_act)act, k);
	}
}

static void
test_strangers(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_OPEN);
	struct case_deed in = office_deed(&a, ACT_END);
	struct actor nobody = { .login = "", .unit = a.unit };

	assert_int_equal(office_do(d, &d->review_b, &in), RC_NOT_FOUND);
	assert_int_equal(office_do(d, &nobody, &in), RC_DENIED);
	in.version++;
	assert_int_equal(office_do(d, &d->review, &in), RC_CONFLICT);
	in.version--;
	assert_int_equal(office_do(d, &d->review, &in), RC_OK);
	/* The second officer worked from the same page. */
	assert_int_equal(office_do(d, &d->review, &in), RC_CONFLICT);
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE object ="
	    " 'application' AND object_id = $1 AND action = 'case_end'",
	    V(a.id)), 1);
	assert_int_equal(COUNT(d, "SELECT 1 FROM case_event WHERE"
	    " application_id = $1 AND kind = 'end'", V(a.id)), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_keys),
		cmocka_unit_test_setup_teardown(test_cube, office_setup,
		    office_teardown),
		cmocka_unit_test_setup_teardown(test_strangers, office_setup,
		    office_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
