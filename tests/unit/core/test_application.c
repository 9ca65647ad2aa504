/* test_application.c - taking in, opening with the code, sealed data, lists. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "core/application_copy.h"

#include "office.h"

static struct actor
visitor(void)
{
	return application_visitor("192.0.2.1");
}

static void
test_submit(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	struct application a;

	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_string_equal(office.number, "SQ-AAJ-2026-00001");
	assert_int_equal(strlen(office.code), APPLICATION_CODE_LEN);
	a = office_get(d, office.id);
	assert_int_equal(a.state, CASE_SUBMITTED);
	assert_int_equal(a.clock.standing, STANDING_UNCONFIRMED);
	assert_string_equal(a.masked_name, "欧＊＊");
	assert_string_equal(a.wish.name, "2025年度预算执行情况");
	assert_int_equal(a.came_on, clock_today());
	assert_false(a.facts.confirm_late);
	in = office_form(d, CHANNEL_INTERNET);
	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_string_equal(office.number, "SQ-AAJ-2026-00002");
	assert_int_equal(application_get(d->db, d->entry_b.unit, office.id, &a,
	    d->m), RC_NOT_FOUND);
	office_days(d, 1);
	assert_false(office_get(d, office.id).facts.confirm_late);
	office_days(d, 2);
	assert_true(office_get(d, office.id).facts.confirm_late);
}

static void
test_channels(void **state)
{
	struct district *d = *state;
	struct application_new in;
	struct actor v = visitor();
	struct application a;

	for (int c = CHANNEL_COUNTER; c < CHANNEL__MAX; c++) {
		in = office_form(d, (enum channel)c);
		in.came_on = clock_today() - 3;
		assert_int_equal(office_submit(d, &v, &in), RC_DENIED);
		assert_int_equal(office_submit(d, &d->entry_b, &in),
		    RC_DENIED);
		assert_int_equal(office_submit(d, &d->admin, &in), RC_DENIED);
		assert_int_equal(office_submit(d, &d->entry, &in), RC_OK);
		a = office_get(d, office.id);
		assert_int_equal(a.came_on, clock_today() - 3);
		assert_int_equal(a.state, channel_needs_confirm(a.channel) ?
		    CASE_SUBMITTED : CASE_OPEN);
		assert_int_equal(a.clock.received, channel_needs_confirm(
		    a.channel) ? DAY_NONE : clock_today() - 3);
	}
	in = office_form(d, CHANNEL_INTERNET);
	assert_int_equal(office_submit(d, &d->entry, &in), RC_DENIED);
	in = office_form(d, CHANNEL_POST);
	in.came_on = clock_today() + 1;
	assert_int_equal(office_submit(d, &d->entry, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "came_on"), PROBLEM_FUTURE);
	in.channel = CHANNEL_NONE;
	assert_int_equal(office_submit(d, &d->entry, &in), RC_DENIED);
}

static void
test_refused(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	int64_t foreign = office_scan(d, "another token", "identity");

	in.n_files = 0;
	assert_int_equal(office_submit(d, &v, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "file"), PROBLEM_NO_IDENTITY);
	in.n_files = 1;
	in.file = &foreign;
	assert_int_equal(office_submit(d, &v, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "file"), PROBLEM_UNKNOWN_UPLOAD);
	in = office_form(d, CHANNEL_INTERNET);
	in.unit = 999;
	assert_int_equal(office_submit(d, &v, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "unit"), PROBLEM_UNKNOWN_UNIT);
	in = office_form(d, CHANNEL_INTERNET);
	in.person.name = "";
	in.person.paper_no = "1";
	in.wish = (struct wish){ .delivery = "mail" };
	assert_int_equal(office_submit(d, &v, &in), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "name"), PROBLEM_MISSING);
	assert_int_equal(problem_of(&d->p, "paper_no"), PROBLEM_ID_CARD);
	assert_int_equal(problem_of(&d->p, "wish"), PROBLEM_NO_WISH);
	assert_int_equal(COUNT(d, "SELECT 1 FROM application WHERE id > $1",
	    V(0)), 0);
	/* What was refused took no number. */
	in = office_form(d, CHANNEL_INTERNET);
	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_string_equal(office.number, "SQ-AAJ-2026-00001");
}

static void
test_once(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	char *number;
	int64_t id;

	in.once = "form token";
	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	id = office.id;
	number = office.number;
	assert_int_equal(strlen(office.code), APPLICATION_CODE_LEN);
	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_int_equal(office.id, id);
	assert_string_equal(office.number, number);
	assert_string_equal(office.code, "");
	assert_int_equal(COUNT(d, "SELECT 1 FROM application WHERE id > $1",
	    V(0)), 1);
	assert_int_equal(COUNT(d, "SELECT 1 FROM case_event WHERE id > $1",
	    V(0)), 1);
}

static enum rc
by_code(struct district *d, const char *number, const char *code,
    const char *address, struct application *a)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = application_by_code(d->db, number, code, address, false, a,
	    &d->p, d->m);
	/* As user_login(): a failure is kept as well. */
	assert_int_equal(db_end(d->db, rc == RC_INVALID ? RC_OK : rc),
	    rc == RC_INVALID ? RC_OK : rc);
	return rc;
}

static void
test_code(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	struct application a;
	char typed[64] = "", *w = typed;

	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_int_equal(by_code(d, office.number, office.code, "192.0.2.7",
	    &a), RC_OK);
	assert_int_equal(a.id, office.id);
	for (const char *s = office.code; *s != '\0'; s++)
		if (*s != ' ')
			*w++ = (char)(*s >= 'a' ? *s - 32 : *s);
	assert_int_equal(by_code(d, " sq-aaj-2026-00001 ", typed,
	    "192.0.2.7", &a), RC_OK);
	typed[31] = typed[31] == 'A' ? 'B' : 'A';
	assert_int_equal(by_code(d, office.number, typed, "192.0.2.7", &a),
	    RC_INVALID);
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE);
	assert_int_equal(by_code(d, "SQ-AAJ-2026-00009", office.code,
	    "192.0.2.7", &a), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE);
	assert_int_equal(by_code(d, office.number, "", "192.0.2.7", &a),
	    RC_INVALID);
	assert_int_equal(by_code(d, "", "", "192.0.2.7", &a), RC_INVALID);
	/* Neither the code nor its digits stand in the database. */
	assert_false(office_leaks(d, office.code));
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action ="
	    " 'code_failed' AND id > $1", V(0)), 4);
}

static void
test_guessing(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	struct application a;
	const char *wrong = "00000000000000000000000000000000";

	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	for (int k = 0; k < 10; k++)
		assert_int_equal(by_code(d, office.number, wrong,
		    "2001:db8::1", &a), RC_INVALID);
	/* The whole household now, also with the right code. */
	assert_int_equal(by_code(d, office.number, office.code,
	    "2001:db8::2", &a), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_LOCKED);
	for (int k = 0; k < 50; k++)
		by_code(d, office.number, wrong, "2001:db8::1", &a);
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action ="
	    " 'code_failed' AND id > $1", V(0)), 10);
	/* Others are not shut out, and nobody is for long. */
	assert_int_equal(by_code(d, office.number, office.code, "192.0.2.9",
	    &a), RC_OK);
	clock_travel(TEST_NOW + 15 * 60 + 1);
	assert_int_equal(by_code(d, office.number, office.code,
	    "2001:db8::2", &a), RC_OK);
}

/* Ten thousand codes, from a thousand addresses: nothing is found, few are
 * looked at, and who has the code gets in from the same addresses. */
static void
test_guessing_many(void **state)
{
	struct district *d = *state;
	struct application_new in = office_form(d, CHANNEL_INTERNET);
	struct actor v = visitor();
	struct application a;
	int looked_at = 0;
	char address[40];

	assert_int_equal(office_submit(d, &v, &in), RC_OK);
	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < 10000; k++) {
		struct problems p = { 0 };

		snprintf(address, sizeof(address), "198.51.%d.1", k % 100);
		assert_int_equal(application_by_code(d->db, office.number,
		    secret_random(d->m, 16), address, false, &a, &p, d->m),
		    RC_INVALID);
		looked_at += problem_of(&p, "code") == PROBLEM_CODE;
	}
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(looked_at, 10 * 100);
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action ="
	    " 'code_failed' AND id > $1", V(0)), looked_at);
	assert_int_equal(by_code(d, office.number, office.code,
	    "198.51.7.1", &a), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_LOCKED);
	DEED(d, RC_INVALID, application_by_code(d->db, office.number, "x",
	    "198.51.7.1", true, &a, &d->p, d->m));
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE);
	DEED(d, RC_OK, application_by_code(d->db, office.number, office.code,
	    "198.51.7.1", true, &a, &d->p, d->m));
	assert_int_equal(a.id, office.id);
}

static void
test_visit(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_OPEN);
	struct application b;
	char *token;

	DEED(d, RC_OK, application_visit_open(d->db, a.id, &token, d->m));
	assert_int_equal(application_visit_find(d->db, token, &b, d->m),
	    RC_OK);
	assert_int_equal(b.id, a.id);
	assert_int_equal(application_visit_find(d->db, "x", &b, d->m),
	    RC_NOT_FOUND);
	assert_false(office_leaks(d, token));
	clock_travel(TEST_NOW + 2 * 3600);
	assert_int_equal(application_visit_find(d->db, token, &b, d->m),
	    RC_NOT_FOUND);
	clock_travel(TEST_NOW);
	DEED(d, RC_OK, application_visit_close(d->db, token, d->m));
	assert_int_equal(application_visit_find(d->db, token, &b, d->m),
	    RC_NOT_FOUND);
}

static void
test_sealed(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_ANSWERED);
	struct application_files files;
	struct application_file f;
	struct person who;
	void *bytes;
	size_t n;

	assert_false(office_leaks(d, "欧阳明月"));
	assert_false(office_leaks(d, ID_CARD));
	assert_false(office_leaks(d, PHONE));
	assert_false(office_leaks(d, "某街道某小区"));
	assert_false(office_leaks(d, "身份证正面"));
	assert_true(office_leaks(d, "2025年度预算执行情况"));
	DEED(d, RC_INVALID, application_person(d->db, &d->review, a.id, " ",
	    &who, &d->p, d->m));
	DEED(d, RC_NOT_FOUND, application_person(d->db, &d->review_b, a.id,
	    "核对身份", &who, &d->p, d->m));
	DEED(d, RC_OK, application_person(d->db, &d->review, a.id,
	    "核对身份", &who, &d->p, d->m));
	assert_string_equal(who.name, "欧阳明月");
	assert_string_equal(who.paper_no, ID_CARD);
	assert_string_equal(who.phone, PHONE);
	assert_string_equal(who.fax, "");
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action ="
	    " 'view_person' AND object_id = $1 AND detail = $2", V(a.id),
	    V("核对身份")), 1);
	assert_int_equal(application_file_list(d->db, a.id, &files, d->m),
	    RC_OK);
	assert_int_equal(files.n, 1);
	assert_string_equal(files.v[0].name, "身份证正面.png");
	assert_int_equal(application_file_read(d->db, office.files, a.id,
	    files.v[0].id, &f, &bytes, &n, d->m), RC_OK);
	assert_int_equal(n, 32);
	assert_memory_equal(bytes, "PNG bytes of " ID_CARD, 31);
	assert_int_equal(application_file_read(d->db, office.files, a.id + 1,
	    files.v[0].id, &f, &bytes, &n, d->m), RC_NOT_FOUND);
}

static void
test_files(void **state)
{
	struct district *d = *state;
	struct application_file f = { .use = "identity", .name = "a/../b.exe",
	    .type = "application/x-dosexec" };
	struct application_files list;
	int64_t id;
	int n;

	DEED(d, RC_INVALID, application_file_add(d->db, office.files, OWNER,
	    &f, "MZ", 2, &d->p, d->m));
	f.type = "application/pdf";
	DEED(d, RC_INVALID, application_file_add(d->db, office.files, OWNER,
	    &f, "", 0, &d->p, d->m));
	DEED(d, RC_INVALID, application_file_add(d->db, office.files, OWNER,
	    &f, "x", APPLICATION_FILE_MAX + 1, &d->p, d->m));
	f.use = "other";
	DEED(d, RC_DENIED, application_file_add(d->db, office.files, OWNER,
	    &f, "x", 1, &d->p, d->m));
	for (int k = 0; k < APPLICATION_FILES_MAX; k++)
		id = office_scan(d, OWNER, "identity");
	f.use = "identity";
	DEED(d, RC_INVALID, application_file_add(d->db, office.files, OWNER,
	    &f, "x", 1, &d->p, d->m));
	DEED(d, RC_NOT_FOUND, application_file_drop(d->db, office.files,
	    "another", id, d->m));
	DEED(d, RC_OK, application_file_drop(d->db, office.files, OWNER, id,
	    d->m));
	assert_int_equal(application_file_waiting(d->db, OWNER, &list, d->m),
	    RC_OK);
	assert_int_equal(list.n, APPLICATION_FILES_MAX - 1);
	DEED(d, RC_OK, application_file_sweep(d->db, office.files, &n, d->m));
	assert_int_equal(n, 0);
	clock_travel(TEST_NOW + 86401);
	DEED(d, RC_OK, application_file_sweep(d->db, office.files, &n, d->m));
	assert_int_equal(n, APPLICATION_FILES_MAX - 1);
}

static void
test_copy(void **state)
{
	struct district *d = *state;
	struct copy c = { 0 };
	char *token, huge[COPY_BYTES_MAX + 2];

	DEED(d, RC_OK, application_copy_open(d->db, &token, d->m));
	assert_int_equal(application_copy_load(d->db, token, &c, d->m), RC_OK);
	assert_int_equal(c.n, 0);
	assert_string_equal(copy_get(&c, "name"), "");
	copy_set(&c, "name", "欧阳明月", d->m);
	copy_set(&c, "description", "一:二\n3:三", d->m);
	copy_set(&c, "name", "司马相如", d->m);
	DEED(d, RC_OK, application_copy_save(d->db, token, &c, d->m));
	c = (struct copy){ 0 };
	assert_int_equal(application_copy_load(d->db, token, &c, d->m), RC_OK);
	assert_int_equal(c.n, 2);
	assert_string_equal(copy_get(&c, "name"), "司马相如");
	assert_string_equal(copy_get(&c, "description"), "一:二\n3:三");
	assert_false(office_leaks(d, "司马相如"));
	assert_false(office_leaks(d, token));
	memset(huge, 'x', sizeof(huge) - 1);
	huge[sizeof(huge) - 1] = '\0';
	copy_set(&c, "big", huge, d->m);
	DEED(d, RC_TOO_LARGE, application_copy_save(d->db, token, &c, d->m));
	clock_travel(TEST_NOW + COPY_IDLE - 1);
	copy_set(&c, "big", "", d->m);
	DEED(d, RC_OK, application_copy_save(d->db, token, &c, d->m));
	clock_travel(TEST_NOW + 2 * COPY_IDLE);
	assert_int_equal(application_copy_load(d->db, token, &c, d->m),
	    RC_NOT_FOUND);
	DEED(d, RC_NOT_FOUND, application_copy_save(d->db, token,
	    &(struct copy){ 0 }, d->m));
	DEED(d, RC_OK, application_copy_open(d->db, &token, d->m));
	DEED(d, RC_OK, application_copy_close(d->db, token, d->m));
	assert_int_equal(application_copy_load(d->db, token, &c, d->m),
	    RC_NOT_FOUND);
}

static void
test_queue(void **state)
{
	struct district *d = *state;
	struct application_filter f = { .unit = d->entry.unit, .max = 50 };
	struct application_pace pace;
	struct applications list;
	struct case_counts c;
	int64_t late, soon, online;

	late = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	office_days(d, 8);
	soon = office_case(d, CHANNEL_COUNTER, CASE_OPEN).id;
	office_days(d, 23);
	online = office_case(d, CHANNEL_INTERNET, CASE_SUBMITTED).id;
	office_case(d, CHANNEL_COUNTER, CASE_ANSWERED);
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 3);
	assert_int_equal(list.v[0].id, late);
	assert_true(list.v[0].clock.overdue);
	assert_int_equal(list.v[1].id, online);
	assert_int_equal(list.v[2].id, soon);
	assert_int_equal(list.v[2].clock.left, 5);
	assert_int_equal(application_counts(d->db, f.unit, &c, d->m), RC_OK);
	assert_int_equal(c.open, 3);
	assert_int_equal(c.overdue, 1);
	assert_int_equal(c.soon, 1);
	assert_int_equal(c.unconfirmed, 1);
	assert_int_equal(c.unconfirmed_late, 0);
	assert_int_equal(c.due[4], 1);
	assert_int_equal(c.due[0] + c.due[1] + c.due[2] + c.due[3], 0);
	f.max = 2;
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 2);
	f.after = list.next;
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].id, soon);
	assert_int_equal(list.next, 0);
	f = (struct application_filter){ .unit = d->entry.unit, .max = 50,
	    .overdue = true };
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	f = (struct application_filter){ .unit = d->entry.unit, .max = 50,
	    .order = ORDER_NEWEST, .q = "预算执行" };
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 4);
	assert_int_equal(list.v[3].id, late);
	f.q = "100%";
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 0);
	f.q = "";
	f.state = CASE_ANSWERED;
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 1);
	f.unit = d->entry_b.unit;
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 0);
	assert_int_equal(application_pace(d->db, d->entry.unit, &pace, d->m),
	    RC_OK);
	assert_int_equal(pace.n, 1);
	assert_int_equal(pace.median, 0);
	office_case(d, CHANNEL_COUNTER, CASE_ANSWERED);
	assert_int_equal(application_pace(d->db, d->entry_b.unit, &pace, d->m),
	    RC_OK);
	assert_int_equal(pace.n, 0);
	assert_int_equal(application_pace(d->db, 0, &pace, d->m), RC_OK);
	assert_int_equal(pace.n, 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_submit), TEST(test_channels), TEST(test_refused),
		TEST(test_once), TEST(test_code), TEST(test_guessing),
		TEST(test_guessing_many), TEST(test_visit), TEST(test_sealed),
		TEST(test_files), TEST(test_copy), TEST(test_queue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
