/* test_application_import.c - a register of the years before. */
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"
#include "core/application_import.h"
#include "core/case_follow.h"

#include "office.h"

#define HEAD "unit,old_number,channel,received,kind,name,wish,result,closed," \
	"corrected,extended,review,suit,suit_after\r\n"

static struct import_report report;

static enum rc
import(struct district *d, const char *csv, bool dry_run)
{
	return application_import(d->db, &d->operator, csv, strlen(csv),
	    dry_run, &report, d->m);
}

static int64_t
all(struct district *d)
{
	return COUNT(d, "SELECT 1 FROM application WHERE id > $1", V(0));
}

static void
test_good(void **state)
{
	struct district *d = *state;
	const char *csv = "\xef\xbb\xbf" HEAD
	    "aaj,2025-1,internet,2025-03-03,citizen,王小明,"
	    "\"名称,含逗号\r\n和\"\"引号\"\"\",granted,2025-03-20,"
	    "2025-03-05/2025-03-10,,,,\r\n"
	    "\r\n"
	    "aaj,2025-2,post,2025-04-01,legal,,征地批文,refused_third,"
	    "2025-05-10,,10,upheld,,corrected\n"
	    "aaj,2025-3,fax,2025-06-02,other,,批文,withdrawn,2025-06-03,,,,,\n"
	    "bbj,2025-1,oral,2026-06-01,citizen,,批文,,,,,,,";
	struct case_follows follows;
	struct applications list;
	struct application_filter f = { .unit = d->entry.unit,
	    .order = ORDER_NEWEST, .max = 10 };

	assert_int_equal(import(d, csv, true), RC_OK);
	assert_int_equal(report.bad, 0);
	assert_int_equal(report.rows, 4);
	assert_int_equal(all(d), 0);
	assert_int_equal(import(d, csv, false), RC_OK);
	assert_int_equal(report.added, 4);
	assert_int_equal(all(d), 4);
	assert_int_equal(application_queue(d->db, &f, &list, d->m), RC_OK);
	assert_int_equal(list.n, 3);
	assert_int_equal(list.v[0].state, CASE_WITHDRAWN);
	assert_int_equal(list.v[2].state, CASE_ANSWERED);
	assert_string_equal(list.v[2].number, "SQ-AAJ-2025-00001");
	assert_string_equal(list.v[2].wish.description,
	    "名称,含逗号\n和\"引号\"");
	assert_string_equal(list.v[2].masked_name, "王＊＊");
	assert_int_equal(list.v[2].clock.standing, STANDING_CLOSED);
	assert_int_equal(list.v[2].clock.received, list.v[2].came_on + 7);
	assert_string_equal(list.v[1].organisation_kind, "legal");
	assert_int_equal(list.v[1].clock.allowed, 30);
	assert_int_equal(case_follow_list(d->db, list.v[1].id, &follows,
	    d->m), RC_OK);
	assert_int_equal(follows.n, 2);
	assert_string_equal(follows.v[1].kind, "suit_after_review");
	assert_string_equal(follows.v[1].outcome, "corrected");
	assert_false(office_leaks(d, "王小明"));
	/* A second run adds what is new, and nothing twice. */
	assert_int_equal(import(d, csv, false), RC_OK);
	assert_int_equal(report.added, 0);
	assert_int_equal(report.skipped, 4);
	assert_int_equal(all(d), 4);
}

static void
test_bad(void **state)
{
	static const struct { const char *row, *column; } v[] = {
		{ "xxj,1,post,2025-01-02,citizen,,要,,,,,,,", "unit" },
		{ "aaj,,post,2025-01-02,citizen,,要,,,,,,,", "old_number" },
		{ "aaj,1,email,2025-01-02,citizen,,要,,,,,,,", "channel" },
		{ "aaj,1,post,2025-02-30,citizen,,要,,,,,,,", "received" },
		{ "aaj,1,post,2099-01-02,citizen,,要,,,,,,,", "received" },
		{ "aaj,1,post,2025-01-02,person,,要,,,,,,,", "kind" },
		{ "aaj,1,post,2025-01-02,citizen,,,,,,,,,", "wish" },
		{ "aaj,1,post,2025-01-02,citizen,,要,yes,2025-01-03,,,,,",
		    "result" },
		{ "aaj,1,post,2025-01-02,citizen,,要,granted,,,,,,",
		    "closed" },
		{ "aaj,1,post,2025-01-02,citizen,,要,,2025-01-03,,,,,",
		    "closed" },
		{ "aaj,1,post,2025-01-02,citizen,,要,granted,2025-01-01,,,,,",
		    "closed" },
		{ "aaj,1,post,2025-01-02,citizen,,要,,,2025-01-05,,,,",
		    "corrected" },
		{ "aaj,1,post,2025-01-02,citizen,,要,,,,21,,,", "extended" },
		{ "aaj,1,post,2025-01-02,citizen,,要,,,,,won,,", "review" },
		{ "aaj,1,post,2025-01-02,citizen,,要,,,,,,,lost",
		    "suit_after" },
		{ "aaj,1,post,2025-01-02,citizen,\"张,要", "" },
	};
	const char *good = "aaj,0,post,2025-01-02,citizen,,要,,,,,,,\n";
	struct district *d = *state;

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++) {
		assert_int_equal(import(d, arena_printf(d->m, HEAD "%s%s\n",
		    good, v[k].row), false), RC_OK);
		assert_true(report.bad >= 1);
		assert_string_equal(report.v[0].column, v[k].column);
		assert_int_equal(all(d), 0);
	}
	assert_int_equal(import(d, arena_printf(d->m, HEAD "%s%s", good,
	    good), false), RC_OK);
	assert_int_equal(report.bad, 1);
	assert_int_equal(report.v[0].line, 3);
	assert_int_equal(import(d, "unit,channel\n", false), RC_INVALID);
	assert_true(report.n > 0);
	assert_int_equal(import(d, "", false), RC_INVALID);
	assert_int_equal(import(d, HEAD "aaj,\xff\n", false), RC_INVALID);
	assert_int_equal(all(d), 0);
}

static void
test_many_errors(void **state)
{
	struct district *d = *state;
	struct buf b = buf_new(d->m);

	buf_puts(&b, HEAD);
	for (int k = 0; k < 500; k++)
		buf_puts(&b, "no,no,no,no,no,,,no,,,,,,\n");
	assert_int_equal(import(d, b.s, false), RC_OK);
	assert_int_equal(report.n, 100);
	assert_true(report.bad > 0);
	assert_int_equal(all(d), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_good), TEST(test_bad), TEST(test_many_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
