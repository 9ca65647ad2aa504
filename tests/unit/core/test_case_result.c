/* test_case_result.c - every result: its row, article and remedy; what a
 * reply with it must bring. */
#include <string.h>

#include "office.h"

/* key, row of the report, article, remedy P or N or - (none), by reply. */
static const struct {
	const char *key;
	int row;
	const char *article;
	char remedy;
	bool by_reply;
} want[] = {
	{ "granted", 3, "第三十六条第（二）项", 'N', true },
	{ "granted_public", 3, "第三十六条第（一）项", 'N', true },
	{ "partial", 4, "第三十七条", 'N', true },
	{ "refused_secret", 5, "第十四条", 'P', true },
	{ "refused_law", 6, "第十四条", 'P', true },
	{ "refused_safety", 7, "第十四条", 'P', true },
	{ "refused_third", 8, "第十五条", 'P', true },
	{ "refused_internal", 9, "第十六条第一款", 'P', true },
	{ "refused_process", 10, "第十六条第二款", 'P', true },
	{ "refused_enforcement", 11, "第十六条第二款", 'P', true },
	{ "refused_inquiry", 12, "第三十六条第（七）项", 'N', true },
	{ "unable_absent", 13, "第三十六条第（四）项", 'N', true },
	{ "unable_other_organ", 13, "第三十六条第（五）项", 'N', true },
	{ "unable_make", 14, "第三十八条", 'N', true },
	{ "unable_unclear", 15, "第三十条", 'N', true },
	{ "declined_petition", 16, "第三十九条第一款", 'N', true },
	{ "declined_repeat", 17, "第三十六条第（六）项", 'N', true },
	{ "declined_publication", 18, "第三十九条第二款", 'N', true },
	{ "declined_excessive", 19, "第三十五条", 'N', true },
	{ "declined_confirm", 20, "", 'N', true },
	{ "lapsed_correction", 21, "第三十条", 'N', false },
	{ "lapsed_fee", 22, "第四十二条", 'N', false },
	{ "other", 23, "", 'N', true },
	{ "withdrawn", 23, "", '-', false },
	{ "ended", 23, "", 'N', false },
};
#define WANT ((int)(sizeof(want) / sizeof(want[0])))

static void
test_table(void **state)
{
	const struct case_result *r;
	bool row[24] = { false };
	int n;

	(void)state;
	r = case_results(&n);
	assert_int_equal(n, WANT);
	for (int k = 0; k < n; k++) {
		assert_string_equal(r[k].key, want[k].key);
		assert_ptr_equal(case_result_get(want[k].key), &r[k]);
		assert_int_equal(r[k].row, want[k].row);
		assert_string_equal(r[k].article, want[k].article);
		assert_int_equal(r[k].by_reply, want[k].by_reply);
		assert_int_equal(r[k].remedy, want[k].remedy == 'P' ?
		    REMEDY_REVIEW_FIRST : want[k].remedy == 'N' ?
		    REMEDY_CHOICE : REMEDY_NONE);
		assert_true(strlen(r[k].meaning) > 12);
		assert_true(*r[k].label && *r[k].short_label && *r[k].group);
		row[r[k].row] = true;
	}
	for (int k = 3; k <= 23; k++)
		assert_true(row[k]);
	assert_null(case_result_get(""));
	assert_null(case_result_get("Granted"));
}

static void
test_remedy(void **state)
{
	(void)state;
	assert_int_equal(case_result_remedy("partial", "refused_third"),
	    REMEDY_REVIEW_FIRST);
	assert_int_equal(case_result_remedy("partial", "refused_inquiry"),
	    REMEDY_CHOICE);
	assert_int_equal(case_result_remedy("partial", ""), REMEDY_CHOICE);
	assert_int_equal(case_result_remedy("refused_law", ""),
	    REMEDY_REVIEW_FIRST);
	assert_int_equal(case_result_remedy("granted", "refused_law"),
	    REMEDY_CHOICE);
	assert_int_equal(case_result_remedy("withdrawn", ""), REMEDY_NONE);
	assert_int_equal(case_result_remedy("no", ""), REMEDY_NONE);
}

static day_t
day(const char *s)
{
	day_t d;

	assert_true(day_parse(s, &d));
	return d;
}

static void
test_last_days(void **state)
{
	(void)state;
	assert_int_equal(case_review_last(day("2026-03-01")),
	    day("2026-04-30"));
	assert_int_equal(case_suit_last(day("2026-03-01")),
	    day("2026-09-01"));
	assert_int_equal(case_suit_last(day("2026-08-31")),
	    day("2027-02-28"));
	assert_int_equal(case_suit_last(day("2027-08-29")),
	    day("2028-02-29"));
	assert_int_equal(case_suit_last(day("2026-12-31")),
	    day("2027-06-30"));
	assert_int_equal(case_suit_last(DAY_NONE), DAY_NONE);
	assert_int_equal(case_review_last(DAY_NONE), DAY_NONE);
}

static enum rc
draft_only(struct district *d, const struct application *a,
    const struct case_reply *r)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = case_reply_draft(d->db, &d->review, a->id, a->version, r, &d->p,
	    d->m);
	assert_int_equal(db_end(d->db, RC_FAIL), RC_FAIL);
	return rc;
}

/* The result with everything is taken; without one thing it is not. */
static void
try_needs(struct district *d, const struct application *a,
    const struct case_result *r)
{
	static const struct { unsigned need; const char *field; } v[] = {
		{ RESULT_REASON, "reason" }, { RESULT_PARTS, "given" },
		{ RESULT_PARTS, "withheld" }, { RESULT_ORGAN, "organ" },
		{ RESULT_ORGAN, "organ_contact" }, { RESULT_WAY, "way" },
		{ RESULT_BASIS, "basis" },
	};
	struct case_reply in;

	in = office_reply(r->key);
	assert_int_equal(draft_only(d, a, &in), r->by_reply ? RC_OK :
	    RC_INVALID);
	for (size_t k = 0; r->by_reply && k < 7; k++) {
		const char **member[] = { &in.reason, &in.given, &in.withheld,
		    &in.organ, &in.organ_contact, &in.way, &in.basis };

		in = office_reply(r->key);
		*member[k] = "  ";
		assert_int_equal(draft_only(d, a, &in),
		    r->needs & v[k].need ? RC_INVALID : RC_OK);
		assert_int_equal(problem_of(&d->p, v[k].field),
		    r->needs & v[k].need ? PROBLEM_MISSING : PROBLEM_NONE);
	}
}

static void
test_needs(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER,
	    CASE_CORRECTING);
	struct case_deed in = office_deed(&a, ACT_CORRECT);
	const struct case_result *r;
	struct case_reply bad;
	int n;

	assert_int_equal(office_do(d, &d->entry, &in), RC_OK);
	a = office_get(d, a.id);
	r = case_results(&n);
	for (int k = 0; k < n; k++)
		try_needs(d, &a, &r[k]);
	bad = office_reply("partial");
	bad.basis = "granted";
	assert_int_equal(draft_only(d, &a, &bad), RC_INVALID);
	bad = office_reply("");
	assert_int_equal(draft_only(d, &a, &bad), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "result"), PROBLEM_MISSING);
	bad = office_reply("granted");
	bad.note = "";
	assert_int_equal(draft_only(d, &a, &bad), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "note"), PROBLEM_MISSING);
	/* Nobody was asked to correct this one. */
	a = office_case(d, CHANNEL_COUNTER, CASE_OPEN);
	bad = office_reply("unable_unclear");
	assert_int_equal(draft_only(d, &a, &bad), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "result"), PROBLEM_ACT_NOTHING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_remedy),
		cmocka_unit_test(test_last_days),
		cmocka_unit_test_setup_teardown(test_needs, office_setup,
		    office_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
