/* test_case_follow.c - what comes after and around: reviews, suggestions,
 * repetitions, the public log, answers before the question, settings. */
#include <string.h>

#include "core/answered.h"
#include "core/application_log.h"
#include "core/case_follow.h"
#include "core/case_repeat.h"

#include "office.h"

static enum rc
follow(struct district *d, const struct actor *who, bool by_applicant,
    struct case_follow *f)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = case_follow_save(d->db, who, by_applicant, f, &d->p, d->m);
	return db_end(d->db, rc);
}

static void
test_follow(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_ANSWERED);
	struct actor applicant = case_applicant(&a, "192.0.2.1");
	struct case_follow f = { .application = a.id, .kind = "review",
	    .outcome = "pending", .day = clock_today(), .done = DAY_NONE,
	    .text = "宝坻复〔2026〕3号" };
	struct case_follows list;

	assert_int_equal(follow(d, &applicant, true, &f), RC_DENIED);
	assert_int_equal(follow(d, &d->entry, false, &f), RC_DENIED);
	assert_int_equal(follow(d, &d->review_b, false, &f), RC_NOT_FOUND);
	f.day = clock_today() + 1;
	assert_int_equal(follow(d, &d->review, false, &f), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "day"), PROBLEM_FUTURE);
	f.day = clock_today();
	f.outcome = "won";
	assert_int_equal(follow(d, &d->review, false, &f), RC_INVALID);
	f.outcome = "pending";
	assert_int_equal(follow(d, &d->review, false, &f), RC_OK);
	f.outcome = "corrected";
	assert_int_equal(follow(d, &d->review, false, &f), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "done"), PROBLEM_MISSING);
	f.done = clock_today();
	assert_int_equal(follow(d, &d->review, false, &f), RC_OK);
	f.version--;
	assert_int_equal(follow(d, &d->review, false, &f), RC_CONFLICT);
	f = (struct case_follow){ .application = a.id, .kind = "correction",
	    .text = "", .day = DAY_NONE, .done = DAY_NONE };
	assert_int_equal(follow(d, &applicant, true, &f), RC_INVALID);
	f.text = "登记的出生日期有误";
	assert_int_equal(follow(d, &applicant, true, &f), RC_OK);
	assert_int_equal(case_follow_list(d->db, a.id, &list, d->m), RC_OK);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.v[0].outcome, "corrected");
	assert_string_equal(list.v[1].outcome, "pending");
	assert_string_equal(list.v[1].login, "");
	assert_true(case_follow_outcome_known("suit", "upheld"));
	assert_false(case_follow_outcome_known("suggestion", "upheld"));
	assert_false(case_follow_kind_known(""));
}

static int64_t
asked_by(struct district *d, const char *paper, const char *wish)
{
	struct application_new in = office_form(d, CHANNEL_COUNTER);

	in.person.paper_kind = "passport";
	in.person.paper_no = paper;
	in.wish.name = "";
	in.wish.description = wish;
	assert_int_equal(office_submit(d, &d->entry, &in), RC_OK);
	return office.id;
}

static void
test_repeat(void **state)
{
	struct district *d = *state;
	struct application a;
	struct case_repeat r;
	struct document doc;
	int64_t document;

	assert_int_equal(case_likeness("", "预算", d->m), 0);
	assert_int_equal(case_likeness("区级预算", "区级预算", d->m), 100);
	assert_int_equal(case_likeness("区级预算。", "，区级 预算", d->m) > 50,
	    1);
	assert_int_equal(case_likeness("征地补偿", "排污许可", d->m), 0);
	asked_by(d, "G1111111", "大钟庄镇某地块的征地补偿安置方案");
	asked_by(d, "G2222222", "某企业的排污许可检查记录");
	asked_by(d, "g1111111", "大钟庄镇某地块征地补偿和安置方案");
	a = office_get(d, office.id);
	assert_int_equal(case_repeat_find(d->db, &a, &r, d->m), RC_OK);
	assert_int_equal(r.month, 2);
	assert_int_equal(r.n, 1);
	assert_int_equal(r.n_same, 1);
	assert_true(r.v[0].same_applicant);
	assert_false(r.propose);
	asked_by(d, "G3333333", "请公开大钟庄镇某地块征地补偿安置方案");
	asked_by(d, "G4444444", "大钟庄镇某地块征地补偿安置方案及批准文件");
	a = office_get(d, office.id);
	assert_int_equal(case_repeat_find(d->db, &a, &r, d->m), RC_OK);
	assert_int_equal(r.month, 1);
	assert_int_equal(r.n_same, 0);
	assert_int_equal(r.n_others, 3);
	assert_true(r.propose);
	DEED(d, RC_DENIED, case_propose(d->db, &d->entry, a.id, &document,
	    &d->p, d->m));
	DEED(d, RC_NOT_FOUND, case_propose(d->db, &d->review_b, a.id,
	    &document, &d->p, d->m));
	DEED(d, RC_OK, case_propose(d->db, &d->review, a.id, &document,
	    &d->p, d->m));
	assert_int_equal(document_get(d->db, a.unit, document, &doc, d->m),
	    RC_OK);
	assert_int_equal(doc.state, STATE_DRAFT);
	assert_string_equal(doc.rev.c.title, a.wish.description);
	/* The reviewer may still review it. */
	assert_int_equal(doc.entered_by, d->entry.user);
}

static enum rc
mark(struct district *d, int64_t id, bool open, bool answer,
    const char *summary)
{
	struct application a = office_get(d, id);
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = application_log_mark(d->db, &d->review, id, a.version, open,
	    answer, summary, &d->p, d->m);
	return db_end(d->db, rc);
}

static void
switch_on(struct district *d)
{
	DEED(d, RC_OK, setting_set(d->db, &d->operator, 0, SETTING_PUBLIC_LOG,
	    "1", &d->p, d->m));
}

static void
test_log(void **state)
{
	struct district *d = *state;
	int64_t shown = office_case(d, CHANNEL_COUNTER, CASE_ANSWERED).id;
	int64_t open = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct log_rows list;
	struct log_row row;

	office_case(d, CHANNEL_COUNTER, CASE_ANSWERED);
	assert_int_equal(mark(d, shown, true, true, ""), RC_INVALID);
	assert_int_equal(mark(d, open, true, true, "摘要"), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "answer"), PROBLEM_NOT_GRANTED);
	assert_int_equal(mark(d, shown, true, false, "预算执行情况报告"),
	    RC_OK);
	assert_int_equal(application_log_list(d->db, 0, 0, 10, &list, d->m),
	    RC_OK);
	assert_int_equal(list.n, 0);
	assert_int_equal(application_log_get(d->db, shown, &row, d->m),
	    RC_NOT_FOUND);
	switch_on(d);
	assert_int_equal(application_log_list(d->db, 0, 0, 10, &list, d->m),
	    RC_OK);
	assert_int_equal(list.n, 1);
	assert_string_equal(list.v[0].summary, "预算执行情况报告");
	assert_string_equal(list.v[0].result, "granted");
	assert_string_equal(list.v[0].answer, "");
	assert_int_equal(list.v[0].received, clock_today());
	assert_int_equal(mark(d, shown, true, true, "预算执行情况报告"),
	    RC_OK);
	assert_int_equal(mark(d, open, true, false, "在办的一件"), RC_OK);
	assert_int_equal(application_log_list(d->db, d->entry.unit, 0, 1,
	    &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].closed, DAY_NONE);
	assert_int_equal(application_log_list(d->db, 0, list.next, 1, &list,
	    d->m), RC_OK);
	assert_int_equal(list.v[0].id, shown);
	assert_string_equal(list.v[0].answer, "答复内容");
	assert_int_equal(application_log_list(d->db, d->entry_b.unit, 0, 9,
	    &list, d->m), RC_OK);
	assert_int_equal(list.n, 0);
	assert_int_equal(mark(d, shown, false, false, ""), RC_OK);
	assert_int_equal(application_log_get(d->db, shown, &row, d->m),
	    RC_NOT_FOUND);
}

static void
test_answered(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_ANSWERED).id, doc;
	struct answered_counts counts;
	struct answereds found;

	assert_int_equal(db_begin(d->db), RC_OK);
	doc = district_state(d, "2025年区级部门预算公开说明",
	    STATE_PUBLISHED);
	district_state(d, "区级部门预算草稿", STATE_DRAFT);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(answered_find(d->db, 0,
	    "我想了解2025年区级部门预算的公开说明", &found, d->m), RC_OK);
	assert_int_equal(found.n, 1);
	assert_int_equal(found.v[0].id, doc);
	assert_true(*found.v[0].path != '\0');
	assert_int_equal(answered_find(d->db, 0, "小学招生片区怎么划分",
	    &found, d->m), RC_OK);
	assert_int_equal(found.n, 0);
	assert_int_equal(answered_find(d->db, 0, " ", &found, d->m), RC_OK);
	assert_int_equal(found.n, 0);
	switch_on(d);
	assert_int_equal(mark(d, id, true, true, "预算执行情况的报告"),
	    RC_OK);
	assert_int_equal(answered_find(d->db, 0, "预算执行情况的报告全文",
	    &found, d->m), RC_OK);
	assert_true(found.n >= 1);
	assert_true(found.v[0].application);
	assert_int_equal(found.v[0].id, id);
	DEED(d, RC_OK, answered_click(d->db, false, doc, d->m));
	DEED(d, RC_OK, answered_click(d->db, false, doc, d->m));
	DEED(d, RC_OK, answered_click(d->db, true, id, d->m));
	DEED(d, RC_NOT_FOUND, answered_click(d->db, false, doc + 1, d->m));
	DEED(d, RC_NOT_FOUND, answered_click(d->db, true, id + 1, d->m));
	assert_int_equal(answered_counts(d->db, 2026, &counts, d->m), RC_OK);
	assert_int_equal(counts.n, 2);
	assert_int_equal(counts.v[0].n, 2);
	assert_true(*counts.v[0].category != '\0');
	assert_string_equal(counts.v[1].category, "");
	assert_int_equal(answered_counts(d->db, 2025, &counts, d->m), RC_OK);
	assert_int_equal(counts.n, 0);
}

static enum rc
set(struct district *d, const struct actor *who, int64_t unit,
    enum setting s, const char *value)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = setting_set(d->db, who, unit, s, value, &d->p, d->m);
	return db_end(d->db, rc);
}

static void
test_settings(void **state)
{
	struct district *d = *state;
	int64_t unit = d->admin.unit, n;
	char *text;
	bool on;

	for (int k = 1; k < SETTING__MAX; k++)
		assert_int_equal(setting_of_key(setting_rule((enum setting)k)
		    ->key), k);
	assert_int_equal(setting_of_key("x"), SETTING_NONE);
	assert_int_equal(setting_number(d->db, 0, SETTING_RETENTION_DAYS, &n,
	    d->m), RC_OK);
	assert_int_equal(n, 1095);
	assert_int_equal(set(d, &d->review, unit, SETTING_FOUR_EYES, "1"),
	    RC_DENIED);
	assert_int_equal(set(d, &d->admin_b, unit, SETTING_FOUR_EYES, "1"),
	    RC_NOT_FOUND);
	assert_int_equal(set(d, &d->admin, unit, SETTING_FOUR_EYES, "2"),
	    RC_INVALID);
	assert_int_equal(set(d, &d->admin, unit, SETTING_PUBLIC_LOG, "1"),
	    RC_DENIED);
	assert_int_equal(set(d, &d->admin, unit, SETTING_FOUR_EYES, "1"),
	    RC_OK);
	assert_int_equal(setting_flag(d->db, unit, SETTING_FOUR_EYES, &on,
	    d->m), RC_OK);
	assert_true(on);
	assert_int_equal(setting_flag(d->db, d->admin_b.unit,
	    SETTING_FOUR_EYES, &on, d->m), RC_OK);
	assert_false(on);
	assert_int_equal(set(d, &d->operator, 0, SETTING_COURT, "某法院"),
	    RC_OK);
	assert_int_equal(setting_text(d->db, unit, SETTING_COURT, &text,
	    d->m), RC_OK);
	assert_string_equal(text, "某法院");
	assert_int_equal(set(d, &d->admin, unit, SETTING_COURT, "另一法院"),
	    RC_OK);
	assert_int_equal(setting_text(d->db, unit, SETTING_COURT, &text,
	    d->m), RC_OK);
	assert_string_equal(text, "另一法院");
	assert_int_equal(set(d, &d->admin, unit, SETTING_COURT, ""), RC_OK);
	assert_int_equal(setting_text(d->db, unit, SETTING_COURT, &text,
	    d->m), RC_OK);
	assert_string_equal(text, "某法院");
	assert_int_equal(set(d, &d->admin, unit, SETTING_COURT, "a\nb"),
	    RC_INVALID);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_follow), TEST(test_repeat), TEST(test_log),
		TEST(test_answered), TEST(test_settings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
