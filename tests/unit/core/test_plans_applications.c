/*
 * test_plans_applications.c - every statement about applications goes through
 * an index: the linker puts our own db_query_() and db_run_() before the
 * store's (--wrap), and they explain each statement before it runs.
 */
#include <stdio.h>
#include <string.h>

#include "core/answered.h"
#include "core/application_contact.h"
#include "core/application_copy.h"
#include "core/application_log.h"
#include "core/application_moves.h"
#include "core/case_follow.h"
#include "core/case_repeat.h"
#include "core/gate.h"
#include "core/retention.h"

#include "office.h"

struct rows __real_db_query_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
enum rc __real_db_run_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
struct rows __wrap_db_query_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
enum rc __wrap_db_run_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);

static struct arena *plans;
static bool on, at_night;
static int explained, scans;

/* Tables that stay small by what they are, and may be read whole. */
static bool
is_small(const char *table)
{
	static const char *const small[] = { "holiday", "holiday_year", "unit",
	    "u", "setting", "CONSTANT", "answered_click", "search",
	    "category", "below" };
	size_t n = strcspn(table, " \n");

	for (size_t k = 0; k < sizeof(small) / sizeof(small[0]); k++)
		if (strlen(small[k]) == n && strncmp(table, small[k], n) == 0)
			return true;
	return false;
}

/* A full-text index that is asked for words is not read from end to end. */
static bool
is_asked(const char *step)
{
	size_t n = strcspn(step, "\n");
	const char *words = memmem(step, n, " VIRTUAL TABLE INDEX ", 21);

	return words != NULL &&
	    memmem(words, n - (size_t)(words - step), ":M", 2) != NULL;
}

/* core/file_use.c: the names of all files, once a night */
#define EVERY_FILE "SELECT f, MIN(l) FROM ("

/* The newest row alone; and at night what reads all. */
static bool
is_meant(const char *sql, const char *step)
{
	size_t n = strlen(sql), k = strlen("LIMIT 1");

	if (n > k && strcmp(sql + n - k, "LIMIT 1") == 0 &&
	    strstr(step, "USING INDEX") != NULL &&
	    strstr(step, "ORDER BY") == NULL)
		return true;
	return at_night && strncmp(sql, EVERY_FILE, strlen(EVERY_FILE)) == 0;
}

/* A table read from end to end. */
static void
expect_indexes(struct db *db, const char *sql, int n, const struct val *v)
{
	const char *plan, *step;

	if (!on || (strncmp(sql, "SELECT", 6) != 0 &&
	    strncmp(sql, "UPDATE", 6) != 0 && strncmp(sql, "DELETE", 6) != 0))
		return;
	on = false;
	plan = db_explain_(db, plans, sql, n, v);
	on = true;
	explained++;
	for (step = plan; (step = strstr(step, "SCAN ")) != NULL; step += 5)
		if (!is_small(step + 5) && !is_asked(step + 5) &&
		    !is_meant(sql, step + 5)) {
			scans++;
			fprintf(stderr, "%s\n%s\n", sql, plan);
		}
}

struct rows
__wrap_db_query_(struct db *db, const char *sql, const char *file, int line,
    int n, const struct val *v)
{
	expect_indexes(db, sql, n, v);
	return __real_db_query_(db, sql, file, line, n, v);
}

enum rc
__wrap_db_run_(struct db *db, const char *sql, const char *file, int line,
    int n, const struct val *v)
{
	expect_indexes(db, sql, n, v);
	return __real_db_run_(db, sql, file, line, n, v);
}

static void
good(int least)
{
	assert_int_equal(scans, 0);
	if (explained < least)
		fail_msg("%d statements explained", explained);
}

/* What the portal does. */
static void
test_citizen(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_CORRECTING);
	struct gate gate = { "x", 10, 10 };
	struct person p = { .phone = "022-29240000", .address = "某路" };
	struct application_pace pace;
	struct application_files scans_of;
	struct answereds found;
	struct log_rows log;
	struct log_row row;
	struct copy copy = { 0 };
	struct actor who = case_applicant(&a, "192.0.2.1");
	char *token;
	bool open;

	on = true;
	DEED(d, RC_OK, gate_pass(d->db, &gate, "192.0.2.1", &open, d->m));
	DEED(d, RC_OK, gate_spend(d->db, "x", 2000000000, d->m));
	DEED(d, RC_OK, application_copy_open(d->db, &token, d->m));
	DEED(d, RC_OK, application_copy_save(d->db, token, &copy, d->m));
	application_copy_load(d->db, token, &copy, d->m);
	application_file_waiting(d->db, token, &scans_of, d->m);
	DEED(d, RC_OK, application_copy_close(d->db, token, d->m));
	DEED(d, RC_INVALID, application_by_code(d->db, a.number, "x",
	    "192.0.2.1", false, &a, &d->p, d->m));
	DEED(d, RC_OK, application_visit_open(d->db, a.id, &token, d->m));
	assert_int_equal(application_visit_find(d->db, token, &a, d->m),
	    RC_OK);
	DEED(d, RC_OK, application_contact_set(d->db, &who, a.id, a.version,
	    &p, &d->p, d->m));
	DEED(d, RC_OK, application_visit_close(d->db, token, d->m));
	application_pace(d->db, 0, &pace, d->m);
	application_pace(d->db, a.unit, &pace, d->m);
	answered_find(d->db, 0, "预算执行情况的报告", &found, d->m);
	answered_find(d->db, a.unit, "预算执行情况的报告", &found, d->m);
	answered_click(d->db, true, a.id, d->m);
	application_log_list(d->db, 0, 0, 20, &log, d->m);
	application_log_list(d->db, a.unit, 100, 20, &log, d->m);
	application_log_get(d->db, a.id, &row, d->m);
	office_case(d, CHANNEL_INTERNET, CASE_WITHDRAWN);
	good(60);
}

/* What staff do: every state is reached, every list is shown. */
static void
test_office(void **state)
{
	struct district *d = *state;
	struct application_filter f = { .unit = d->entry.unit, .max = 20 };
	struct applications list;
	struct case_repeat again;
	struct case_follows follows;
	struct case_counts counts;
	struct letters letters;
	struct application a;

	on = true;
	for (int s = CASE_SUBMITTED; s < CASE__MAX; s++)
		a = office_case(d, CHANNEL_COUNTER + (s & 1) * 4,
		    (enum case_state)s);
	for (int k = 0; k < 8; k++) {
		f.order = k & 1 ? ORDER_NEWEST : ORDER_URGENT;
		f.state = k & 2 ? CASE_ANSWERED : CASE_NONE;
		f.q = k & 4 ? "预算" : NULL;
		f.after = k == 7 ? a.id : 0;
		application_queue(d->db, &f, &list, d->m);
	}
	application_counts(d->db, f.unit, &counts, d->m);
	case_repeat_find(d->db, &a, &again, d->m);
	case_follow_list(d->db, a.id, &follows, d->m);
	letter_list(d->db, a.id, false, &letters, d->m);
	good(150);
}

/* What is done at night may read a table once, but never for each row. */
static void
test_night(void **state)
{
	struct district *d = *state;
	struct retention r;

	office_case(d, CHANNEL_INTERNET, CASE_ANSWERED);
	clock_travel(TEST_NOW + 4 * 365 * 86400LL);
	on = at_night = true;
	assert_int_equal(retention_run(d->db, office.files, &d->operator, &r,
	    d->m), RC_OK);
	assert_int_equal(r.applications, 1);
	good(10);
}

static int
setup(void **state)
{
	plans = arena_new();
	explained = scans = 0;
	return office_setup(state);
}

static int
teardown(void **state)
{
	on = at_night = false;
	arena_free(plans);
	return office_teardown(state);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_citizen), TEST(test_office), TEST(test_night),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
