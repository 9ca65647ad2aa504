/* test_case.c - acts with their rules and what they do to the clock; letters;
 * release by four eyes; delivery. */
#include <string.h>

#include "core/calendar.h"

#include "office.h"

static day_t
workday(struct district *d, day_t from, int n)
{
	struct calendar *c;

	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	return calendar_add(c, from, n);
}

static day_t
start(void)
{
	return clock_day(TEST_NOW);
}

/* The act as it is now; checks what came out and the problem on field. */
static void
act_try(struct district *d, const struct actor *who, int64_t id,
    struct case_deed in, const char *field, enum problem what)
{
	struct application a = office_get(d, id);

	in.application = id;
	in.version = a.version;
	assert_int_equal(office_do(d, who, &in), what == PROBLEM_NONE ?
	    RC_OK : RC_INVALID);
	if (what != PROBLEM_NONE)
		assert_int_equal(problem_of(&d->p, field), what);
}

static struct case_deed
deed(enum case_act act)
{
	struct application none = { 0 };

	return office_deed(&none, act);
}

#define DO(who, act) act_try(d, &d->who, id, deed(act), "", PROBLEM_NONE)
#define REFUSED(who, act, field, what) \
    act_try(d, &d->who, id, deed(act), field, what)

static void
test_confirm(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_INTERNET, CASE_SUBMITTED).id;
	struct case_deed in = deed(ACT_CONFIRM);
	struct application a;

	in.day = start() - 1;
	act_try(d, &d->review, id, in, "day", PROBLEM_DAY_EARLY);
	in.day = start() + 1;
	act_try(d, &d->review, id, in, "day", PROBLEM_FUTURE);
	office_days(d, 2);
	in.day = workday(d, start(), 1);
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	a = office_get(d, id);
	assert_int_equal(a.clock.received, in.day);
	assert_int_equal(a.clock.due, workday(d, in.day, 20));
	assert_int_equal(a.clock.used, 1);
}

static void
test_correction(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct case_deed in = deed(ACT_ASK_CORRECTION);
	struct actor applicant;
	struct application a = office_get(d, id);

	assert_int_equal(a.facts.correction_last, workday(d, start(), 7));
	office_days(d, 8);
	REFUSED(review, ACT_ASK_CORRECTION, "act", PROBLEM_ACT_LATE);
	assert_false(case_may(&a, BY_ENTRY, ACT_ASK_CORRECTION));
	office_days(d, 7);
	in.text = " ";
	act_try(d, &d->review, id, in, "text", PROBLEM_MISSING);
	in.text = "请写明文号";
	in.until = clock_today();
	act_try(d, &d->review, id, in, "until", PROBLEM_UNTIL_PAST);
	in.until = DAY_NONE;
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_CORRECTING);
	assert_int_equal(a.facts.correction_until,
	    workday(d, clock_today(), 15));
	REFUSED(review, ACT_CORRECTION_LAPSED, "act", PROBLEM_ACT_EARLY);
	office_days(d, 10);
	applicant = case_applicant(&a, "192.0.2.1");
	in = deed(ACT_CORRECT);
	in.by_applicant = true;
	in.file_owner = OWNER;
	in.n_files = 1;
	in.file = &(int64_t){ office_scan(d, OWNER, "correction") };
	act_try(d, &applicant, id, in, "", PROBLEM_NONE);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_OPEN);
	assert_int_equal(a.clock.received, clock_today());
	assert_int_equal(a.clock.due, workday(d, clock_today(), 20));
	REFUSED(review, ACT_ASK_CORRECTION, "act", PROBLEM_ACT_TWICE);
}

static void
test_correction_lapsed(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_CORRECTING).id;
	struct application a;

	office_days(d, 16);
	DO(review, ACT_CORRECTION_LAPSED);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_ENDED);
	assert_string_equal(a.result, "lapsed_correction");
	assert_true(*a.closed != '\0');
	assert_int_equal(a.clock.standing, STANDING_CLOSED);
}

static void
test_consult(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id, first;
	struct case_reply r = office_reply("granted");
	struct case_deed in = deed(ACT_CONSULT_THIRD);
	struct case_events events;
	struct application a;

	in.organ = "";
	act_try(d, &d->review, id, in, "organ", PROBLEM_MISSING);
	DO(review, ACT_CONSULT_THIRD);
	first = office.event;
	assert_false(office_leaks(d, "天津某某公司"));
	office_days(d, 2);
	DO(review, ACT_CONSULT_ORGAN);
	a = office_get(d, id);
	assert_int_equal(a.facts.consults, 2);
	assert_int_equal(a.clock.standing, STANDING_STOPPED);
	assert_int_equal(a.clock.why, DEADLINE_CONSULT_SENT);
	assert_int_equal(office_draft(d, &a, &r), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "act"), PROBLEM_ACT_WAITING);
	/* Which of the two must be said. */
	REFUSED(entry, ACT_CONSULT_REPLY, "event", PROBLEM_ACT_NOTHING);
	in = deed(ACT_CONSULT_REPLY);
	in.event = 99999;
	act_try(d, &d->entry, id, in, "event", PROBLEM_ACT_NOTHING);
	office_days(d, 5);
	in.event = first;
	in.opinion = "";
	act_try(d, &d->entry, id, in, "opinion", PROBLEM_MISSING);
	in.opinion = "perhaps";
	act_try(d, &d->entry, id, in, "opinion", PROBLEM_NOT_CHOICE);
	in.opinion = "silent";
	act_try(d, &d->entry, id, in, "opinion", PROBLEM_ACT_EARLY);
	in.opinion = "object";
	in.text = "";
	act_try(d, &d->entry, id, in, "text", PROBLEM_MISSING);
	in.text = "不同意";
	act_try(d, &d->entry, id, in, "", PROBLEM_NONE);
	act_try(d, &d->entry, id, in, "event", PROBLEM_ACT_NOTHING);
	a = office_get(d, id);
	assert_int_equal(a.facts.consults, 1);
	/* The other one has fifteen working days, silence ends it. */
	office_days(d, 17);
	assert_int_equal(office_get(d, id).clock.standing, STANDING_RUNNING);
	office_days(d, 20);
	a = office_get(d, id);
	assert_int_equal(a.facts.consults_waiting, 0);
	/* Day 1 to day 17 do not count. */
	assert_int_equal(a.clock.used, 3);
	assert_int_equal(a.clock.due, workday(d, start(), 37));
	assert_int_equal(case_events(d->db, id, false, &events, d->m), RC_OK);
	assert_string_equal(events.v[1].organ, "天津某某公司");
	assert_true(events.v[1].over);
	assert_false(events.v[2].over);
	assert_int_equal(case_events(d->db, id, true, &events, d->m), RC_OK);
	assert_string_equal(events.v[1].organ, "");
	assert_string_equal(events.v[1].text, "");
}

static void
test_extension(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct application_filter f = { .unit = d->entry.unit, .max = 9,
	    .extension_asked = true };
	struct case_deed in = deed(ACT_ASK_EXTENSION);
	struct applications list;
	struct application a;

	in.days = 21;
	act_try(d, &d->review, id, in, "days", PROBLEM_DAYS_RANGE);
	in.days = 0;
	act_try(d, &d->review, id, in, "days", PROBLEM_DAYS_RANGE);
	REFUSED(admin, ACT_APPROVE_EXTENSION, "act", PROBLEM_ACT_NOTHING);
	in.days = 12;
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	REFUSED(review, ACT_ASK_EXTENSION, "act", PROBLEM_ACT_WAITING);
	assert_int_equal(office_get(d, id).clock.allowed, 20);
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	DO(admin, ACT_REFUSE_EXTENSION);
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	DO(admin, ACT_APPROVE_EXTENSION);
	a = office_get(d, id);
	assert_int_equal(a.clock.allowed, 32);
	assert_int_equal(a.clock.due, workday(d, start(), 32));
	REFUSED(review, ACT_ASK_EXTENSION, "act", PROBLEM_ACT_TWICE);
	id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	DO(review, ACT_ASK_EXTENSION);
	office_days(d, 21);
	REFUSED(admin, ACT_APPROVE_EXTENSION, "act", PROBLEM_ACT_LATE);
	DO(admin, ACT_REFUSE_EXTENSION);
	REFUSED(review, ACT_ASK_EXTENSION, "act", PROBLEM_ACT_LATE);
}

/* Before the time is over: its last day is, the day after is not. */
static void
test_extension_last_day(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct case_deed in = deed(ACT_ASK_EXTENSION);
	struct case_counts c;
	struct application a;

	in.days = 5;
	office_days(d, 20);
	assert_int_equal(application_counts(d->db, d->entry.unit, &c, d->m),
	    RC_OK);
	assert_int_equal(c.due_today, 1);
	assert_int_equal(c.overdue, 0);
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	DO(admin, ACT_APPROVE_EXTENSION);
	a = office_get(d, id);
	assert_int_equal(a.clock.due, workday(d, start(), 25));
	office_days(d, 25);
	assert_false(office_get(d, id).clock.overdue);
	office_days(d, 26);
	assert_true(office_get(d, id).clock.overdue);
	assert_int_equal(application_counts(d->db, d->entry.unit, &c, d->m),
	    RC_OK);
	assert_int_equal(c.overdue, 1);
	office_days(d, 0);
	id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	office_days(d, 21);
	act_try(d, &d->review, id, in, "act", PROBLEM_ACT_LATE);
}

static void
test_fee(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct case_deed in = deed(ACT_FEE_NOTICE);
	struct application a;

	in.amount = 0;
	act_try(d, &d->review, id, in, "amount", PROBLEM_NOT_NUMBER);
	REFUSED(entry, ACT_FEE_PAID, "act", PROBLEM_ACT_NOTHING);
	in.amount = 2740;
	act_try(d, &d->review, id, in, "", PROBLEM_NONE);
	a = office_get(d, id);
	assert_int_equal(a.facts.fee, 2740);
	assert_int_equal(a.facts.fee_until, start() + 30);
	assert_int_equal(a.clock.why, DEADLINE_FEE_NOTICED);
	REFUSED(review, ACT_FEE_LAPSED, "act", PROBLEM_ACT_EARLY);
	REFUSED(review, ACT_FEE_NOTICE, "act", PROBLEM_ACT_WAITING);
	office_days(d, 6);
	DO(entry, ACT_FEE_PAID);
	a = office_get(d, id);
	assert_int_equal(a.clock.due, workday(d, clock_today(), 20));
	REFUSED(review, ACT_FEE_NOTICE, "act", PROBLEM_ACT_TWICE);
	office_days(d, 0);
	id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	DO(review, ACT_FEE_NOTICE);
	clock_travel(TEST_NOW + 31 * 86400);
	DO(review, ACT_FEE_LAPSED);
	a = office_get(d, id);
	assert_string_equal(a.result, "lapsed_fee");
	assert_int_equal(a.state, CASE_ENDED);
}

static void
test_pauses(void **state)
{
	struct district *d = *state;
	int64_t id = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	struct application a;
	struct actor applicant;
	struct case_deed in = deed(ACT_REASONS_GIVEN);

	REFUSED(review, ACT_RESUME, "act", PROBLEM_ACT_NOTHING);
	DO(review, ACT_SUSPEND);
	REFUSED(review, ACT_SUSPEND, "act", PROBLEM_ACT_WAITING);
	office_days(d, 4);
	DO(review, ACT_RESUME);
	a = office_get(d, id);
	assert_int_equal(a.clock.due, workday(d, start(), 24));
	DO(review, ACT_ASK_REASONS);
	assert_int_equal(office_get(d, id).clock.why, DEADLINE_REASONS_ASKED);
	applicant = case_applicant(&a, "192.0.2.1");
	in.by_applicant = true;
	act_try(d, &applicant, id, in, "", PROBLEM_NONE);
	assert_false(office_get(d, id).facts.reasons_asked);
}

static void
test_withdraw(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_SUBMITTED);
	struct actor applicant = case_applicant(&a, "192.0.2.1");
	struct case_deed in = deed(ACT_WITHDRAW);
	int64_t id = a.id;

	in.by_applicant = true;
	in.text = "";
	act_try(d, &applicant, id, in, "", PROBLEM_NONE);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_WITHDRAWN);
	assert_string_equal(a.result, "withdrawn");
	in.version = a.version;
	in.application = id;
	assert_int_equal(office_do(d, &applicant, &in), RC_DENIED);
}

static enum rc
save(struct district *d, const struct actor *who, struct letter *l,
    const char *word)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = letter_save(d->db, who, l, word, &d->p, d->m);
	return db_end(d->db, rc);
}

static void
test_letters(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_OPEN);
	struct letter l = { .application = a.id, .kind = "extension",
	    .title = "延期答复告知书", .body = { "<p>正文</p>" },
	    .text = "正文", .organ = "" }, got;
	struct letters list;
	int64_t first, lost;

	assert_int_equal(save(d, &d->entry, &l, "宝坻公开"), RC_DENIED);
	assert_int_equal(save(d, &d->review_b, &l, "宝坻公开"),
	    RC_NOT_FOUND);
	assert_int_equal(save(d, &d->review, &l, ""), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "word"), PROBLEM_MISSING);
	l.body.s = "";
	assert_int_equal(save(d, &d->review, &l, "宝坻公开"), RC_INVALID);
	l.body.s = "<p>正文</p>";
	assert_int_equal(save(d, &d->review, &l, "宝坻公开"), RC_OK);
	first = l.id;
	l.body.s = "<p>新的正文</p>";
	assert_int_equal(save(d, &d->review, &l, "宝坻延"), RC_OK);
	assert_int_equal(l.id, first);
	assert_int_equal(letter_list(d->db, a.id, true, &list, d->m), RC_OK);
	assert_int_equal(list.n, 0);
	DEED(d, RC_OK, letter_issue(d->db, &d->review, first, &got, d->m));
	assert_string_equal(got.number, "宝坻延〔2026〕1号");
	DEED(d, RC_CONFLICT, letter_issue(d->db, &d->review, first, &got,
	    d->m));
	assert_int_equal(save(d, &d->review, &l, "宝坻延"), RC_CONFLICT);
	DEED(d, RC_CONFLICT, letter_discard(d->db, &d->review, first, d->m));
	/* A number that was rolled back, and a discarded draft, leave no
	 * gap; each kind counts by itself. */
	lost = office_letter(d, a.id, "extension");
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(letter_issue(d->db, &d->review, lost, &got, d->m),
	    RC_OK);
	assert_string_equal(got.number, "宝坻公开〔2026〕2号");
	assert_int_equal(db_end(d->db, RC_BUSY), RC_BUSY);
	DEED(d, RC_OK, letter_discard(d->db, &d->review, lost, d->m));
	lost = office_letter(d, a.id, "extension");
	DEED(d, RC_OK, letter_issue(d->db, &d->review, lost, &got, d->m));
	assert_int_equal(got.serial, 2);
	lost = office_letter(d, a.id, "fee");
	DEED(d, RC_OK, letter_issue(d->db, &d->review, lost, &got, d->m));
	assert_int_equal(got.serial, 1);
	lost = office_letter(d, a.id, "third_party");
	DEED(d, RC_OK, letter_issue(d->db, &d->review, lost, &got, d->m));
	assert_int_equal(letter_get(d->db, a.unit, got.id, &got, d->m),
	    RC_OK);
	assert_string_equal(got.organ, "天津某某公司");
	assert_false(office_leaks(d, "天津某某公司"));
	assert_int_equal(letter_list(d->db, a.id, true, &list, d->m), RC_OK);
	assert_int_equal(list.n, 3);
	assert_int_equal(letter_list(d->db, a.id, false, &list, d->m), RC_OK);
	assert_int_equal(list.n, 4);
	assert_int_equal(letter_get(d->db, d->entry_b.unit, first, &got,
	    d->m), RC_NOT_FOUND);
}

static void
test_release(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_OPEN);
	struct case_reply r = office_reply("refused_process"), got;
	int64_t id = a.id;
	struct letters list;

	assert_int_equal(office_draft(d, &a, &r), RC_OK);
	assert_string_equal(office_get(d, id).note, "");
	assert_string_equal(office_get(d, id).result, "");
	assert_int_equal(office_draft(d, &a, &r), RC_CONFLICT);
	REFUSED(review, ACT_RELEASE_REPLY, "act", PROBLEM_NO_LETTER);
	office_letter(d, id, "reply");
	office_letter(d, id, "reply");
	assert_int_equal(letter_list(d->db, id, false, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	DEED(d, RC_DENIED, letter_issue(d->db, &d->review, list.v[0].id,
	    &list.v[0], d->m));
	DO(admin, ACT_RETURN_REPLY);
	assert_int_equal(case_reply_get(d->db, id, &got, d->m), RC_OK);
	assert_string_equal(got.returned, "说明文字");
	a = office_get(d, id);
	assert_int_equal(office_draft(d, &a, &r), RC_OK);
	assert_int_equal(case_reply_get(d->db, id, &got, d->m), RC_OK);
	assert_string_equal(got.returned, "");
	DO(review, ACT_RELEASE_REPLY);
	a = office_get(d, id);
	assert_int_equal(a.state, CASE_ANSWERED);
	assert_string_equal(a.result, "refused_process");
	assert_string_equal(a.note, "答复内容");
	assert_int_equal(letter_list(d->db, id, true, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	assert_string_equal(list.v[0].number, "宝坻公开〔2026〕1号");
	assert_int_equal(case_reply_get(d->db, id, &got, d->m), RC_OK);
	assert_string_equal(got.drafted_by, "aaj003");
	assert_string_equal(got.released_by, "aaj003");
}

static void
test_four_eyes(void **state)
{
	struct district *d = *state;
	struct application a;
	int64_t id;

	DEED(d, RC_OK, setting_set(d->db, &d->admin, d->admin.unit,
	    SETTING_FOUR_EYES, "1", &d->p, d->m));
	a = office_case(d, CHANNEL_COUNTER, CASE_DRAFTED);
	id = a.id;
	assert_false(case_may(&a, BY_REVIEW, ACT_RELEASE_REPLY));
	assert_true(case_may(&a, BY_ADMIN, ACT_RELEASE_REPLY));
	REFUSED(review, ACT_RELEASE_REPLY, "act", PROBLEM_FOUR_EYES);
	DO(admin, ACT_RELEASE_REPLY);
	assert_int_equal(office_get(d, id).state, CASE_ANSWERED);
}

static void
test_delivery(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_ANSWERED);
	struct actor applicant = case_applicant(&a, "192.0.2.1");
	struct letters list;
	const char *first;

	assert_int_equal(letter_list(d->db, a.id, true, &list, d->m), RC_OK);
	DEED(d, RC_OK, case_downloaded(d->db, &applicant, a.id, "letter",
	    list.v[0].id, d->m));
	assert_true(office_get(d, a.id).facts.delivered);
	assert_int_equal(letter_list(d->db, a.id, true, &list, d->m), RC_OK);
	first = list.v[0].downloaded;
	assert_true(*first != '\0');
	clock_travel(TEST_NOW + 3600);
	DEED(d, RC_OK, case_downloaded(d->db, &applicant, a.id, "letter",
	    list.v[0].id, d->m));
	assert_int_equal(letter_list(d->db, a.id, true, &list, d->m), RC_OK);
	assert_string_equal(list.v[0].downloaded, first);
	assert_int_equal(COUNT(d, "SELECT 1 FROM case_event WHERE"
	    " application_id = $1 AND kind = 'download'", V(a.id)), 1);
	DEED(d, RC_DENIED, case_downloaded(d->db, &applicant, a.id, "audit",
	    1, d->m));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_confirm), TEST(test_correction),
		TEST(test_correction_lapsed), TEST(test_consult),
		TEST(test_extension), TEST(test_extension_last_day),
		TEST(test_fee), TEST(test_pauses),
		TEST(test_withdraw), TEST(test_letters), TEST(test_release),
		TEST(test_four_eyes), TEST(test_delivery),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
