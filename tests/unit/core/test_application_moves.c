/* test_application_moves.c - a new notice, and whose deadlines it moves. */
#include <string.h>

#include "base/secret.h"
#include "core/application.h"
#include "core/application_moves.h"

#include "district.h"

/* 2026-12-10 10:00 in Shanghai: 20 working days end in January 2027. */
#define DECEMBER 1796868000

static int64_t
apply(struct district *d, const struct actor *clerk)
{
	struct application_new new = { .unit = clerk->unit,
	    .channel = CHANNEL_COUNTER, .came_on = DAY_NONE,
	    .person = { .organisation_kind = "", .name = "张三丰",
		.workplace = "", .legal_person = "", .contact = "",
		.paper_kind = "passport", .paper_no = "E12345678",
		.phone = "13800000000", .address = "天津市宝坻区",
		.postcode = "", .email = "", .fax = "" },
	    .wish = { .name = "", .doc_no = "", .description = "规划说明",
		.delivery = "pickup", .carrier = "paper", .assistance = "" },
	    .once = "" };
	char *number, *code;
	int64_t id = 0;

	DEED(d, RC_OK, application_submit(d->db, clerk, &new, &id, &number,
	    &code, &d->p, d->m));
	return id;
}

static void
test_notice(void **state)
{
	struct district *d = *state;
	struct application_dues before, after;
	struct application_moves moved;
	struct holidays notice;
	int line;

	clock_travel(DECEMBER);
	assert_int_equal(application_dues(d->db, &before, d->m), RC_OK);
	assert_int_equal(before.n, 0);
	apply(d, &d->entry);
	apply(d, &d->entry_b);
	assert_int_equal(application_dues(d->db, &before, d->m), RC_OK);
	assert_int_equal(before.n, 2);
	assert_true(before.v[0].id < before.v[1].id);
	assert_string_equal(day_text(d->m, before.v[0].day), "2027-01-07");
	assert_int_equal(calendar_text("2027-01-01 off 元旦\n"
	    "2027-01-04 off 元旦", 2027, &notice, &line, d->m), RC_OK);
	DEED(d, RC_OK, calendar_replace(d->db, &d->admin, 2027, &notice,
	    d->m));
	assert_int_equal(application_dues(d->db, &after, d->m), RC_OK);
	application_moves(&before, &after, &moved, d->m);
	assert_int_equal(moved.n, 2);
	assert_int_equal(moved.v[0].from, before.v[0].day);
	assert_string_equal(day_text(d->m, moved.v[0].to), "2027-01-11");
	assert_string_equal(moved.v[0].unit, "甲局");
	assert_string_equal(moved.v[1].unit, "乙局");
	assert_non_null(strstr(moved.v[1].number, "BBJ-2026-"));
	/* a day behind both deadlines moves nothing */
	assert_int_equal(calendar_text("2027-01-01 off 元旦\n"
	    "2027-01-04 off 元旦\n2027-05-03 off 劳动节", 2027, &notice,
	    &line, d->m), RC_OK);
	DEED(d, RC_OK, calendar_replace(d->db, &d->admin, 2027, &notice,
	    d->m));
	assert_int_equal(application_dues(d->db, &before, d->m), RC_OK);
	application_moves(&after, &before, &moved, d->m);
	assert_int_equal(moved.n, 0);
}

static void
test_side_by_side(void **state)
{
	struct district *d = *state;
	struct application_due a[] = { { 1, "A", "甲", 10 },
	    { 3, "C", "甲", 10 }, { 4, "D", "乙", 10 } };
	struct application_due b[] = { { 1, "A", "甲", 10 },
	    { 2, "B", "甲", 9 }, { 4, "D", "乙", 8 }, { 5, "E", "乙", 7 } };
	struct application_dues before = { 3, a }, after = { 4, b };
	struct application_dues none = { 0 };
	struct application_moves moved;

	application_moves(&before, &after, &moved, d->m);
	assert_int_equal(moved.n, 1);
	assert_string_equal(moved.v[0].number, "D");
	assert_int_equal(moved.v[0].from, 10);
	assert_int_equal(moved.v[0].to, 8);
	application_moves(&before, &none, &moved, d->m);
	assert_int_equal(moved.n, 0);
	application_moves(&none, &after, &moved, d->m);
	assert_int_equal(moved.n, 0);
}

/* Who asked is sealed, so a key is needed. */
static int
set_up(void **state)
{
	struct district *d;
	const char *key;

	if (district_setup(state) != 0)
		return 1;
	d = *state;
	key = arena_printf(d->m, "%s/secret.key", d->dir);
	if (secret_create(key) != RC_OK)
		return 1;
	secret_load(key);
	return 0;
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_notice), T(test_side_by_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
