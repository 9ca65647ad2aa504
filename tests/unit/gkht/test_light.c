/* The working-day light, around the National Day of 2026. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/secret.h"
#include "gkht/light.h"
#include "store/schema.h"

#define TEMPLATE "<?cs var:L.Kind ?> <?cs var:L.Form ?> <?cs var:L.N ?> " \
	"<?cs var:L.Last ?><?cs if:L.Guess ?> guess<?cs /if ?>"

static char place[] = "/tmp/xxgk-light-XXXXXX";
static struct arena *mem;
static struct db *db;
static struct calendar *calendar;
static struct view *view;

static const char *
in_place(const char *name)
{
	return arena_printf(mem, "%s/%s", place, name);
}

static void
holidays(void)
{
	day_t day;

	assert_true(day_parse("2026-10-01", &day));
	assert_int_equal(db_begin(db), RC_OK);
	for (int i = 0; i < 7; i++)
		assert_int_equal(calendar_set(db, day + i, "off", "国庆节",
		    2026, mem), RC_OK);
	assert_true(day_parse("2026-10-10", &day));
	assert_int_equal(calendar_set(db, day, "work", "国庆节", 2026, mem),
	    RC_OK);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
}

static int
setup(void **state)
{
	FILE *f;

	(void)state;
	secret_init();
	mem = arena_new();
	assert_non_null(mkdtemp(place));
	db = db_open(in_place("db"), in_place("lock"), true);
	assert_non_null(db);
	assert_int_equal(schema_apply(db, "sql"), RC_OK);
	holidays();
	assert_int_equal(calendar_load(db, &calendar, mem), RC_OK);
	assert_int_equal(mkdir(in_place("gkht"), 0700), 0);
	f = fopen(in_place("gkht/light.cs"), "w");
	assert_non_null(f);
	assert_true(fputs(TEMPLATE, f) >= 0 && fclose(f) == 0);
	view = view_open(place, "gkht");
	return 0;
}

static int
teardown(void **state)
{
	static const char *const names[] = { "gkht/light.cs", "gkht", "db",
	    "db-wal", "db-shm", "lock", "" };

	(void)state;
	clock_travel(0);
	db_close(db);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		(void)remove(in_place(names[i]));
	arena_free(mem);
	return 0;
}

/* What the light says to somebody who looks at noon of that day. */
static const char *
light_on(const char *today, struct light_facts f)
{
	struct node *page = view_page(view);
	struct buf out = buf_new(mem);
	day_t day;

	assert_true(day_parse(today, &day));
	clock_travel(day_start(day) + 12 * 3600);
	light_fill(page, "L", calendar, &f, mem);
	assert_int_equal(view_render(view, "gkht/light.cs", page, &out),
	    RC_OK);
	view_end(view, page);
	return out.s;
}

static const char *
draft_on(const char *today)
{
	return light_on(today, (struct light_facts){
	    .made_on = "2026-09-15", .openness = "active", .published = "",
	    .state = STATE_DRAFT });
}

/* 11 working days to the end of September, 8 and 9 and the make-up 10 of
 * October, then 12 to 16: the twentieth is the 19th. */
static void
test_counting(void **state)
{
	(void)state;
	assert_string_equal(draft_on("2026-09-15"), "g left 20 2026-10-19");
	assert_string_equal(draft_on("2026-09-16"), "g left 19 2026-10-19");
	assert_string_equal(draft_on("2026-10-03"), "g left 9 2026-10-19");
	assert_string_equal(draft_on("2026-10-09"), "g left 7 2026-10-19");
}

static void
test_limits(void **state)
{
	(void)state;
	assert_string_equal(draft_on("2026-10-10"), "g left 6 2026-10-19");
	assert_string_equal(draft_on("2026-10-12"), "y left 5 2026-10-19");
	assert_string_equal(draft_on("2026-10-18"), "y left 1 2026-10-19");
	assert_string_equal(draft_on("2026-10-19"), "y today 0 2026-10-19");
	assert_string_equal(draft_on("2026-10-20"), "r over 1 2026-10-19");
	assert_string_equal(draft_on("2026-10-24"), "r over 4 2026-10-19");
}

/* The last second of the last day in Asia/Shanghai, and the one after. */
static void
test_published(void **state)
{
	struct light_facts f = { .made_on = "2026-09-15",
	    .openness = "active", .published = "2026-10-19T15:59:59Z",
	    .state = STATE_PUBLISHED };

	(void)state;
	assert_string_equal(light_on("2026-12-01", f),
	    "g done 20 2026-10-19");
	f.published = "2026-10-19T16:00:00Z";
	assert_string_equal(light_on("2026-12-01", f),
	    "r late 1 2026-10-19");
	f.published = "2026-09-15T01:00:00Z";
	assert_string_equal(light_on("2026-12-01", f),
	    "g done 0 2026-10-19");
}

static void
test_no_light(void **state)
{
	struct light_facts f = { .made_on = "2026-09-15",
	    .openness = "request", .published = "", .state = STATE_DRAFT };

	(void)state;
	assert_string_equal(light_on("2026-09-16", f), "   ");
	f.openness = "active";
	f.state = STATE_WITHDRAWN;
	assert_string_equal(light_on("2026-09-16", f), "   ");
	f.state = STATE_DRAFT;
	f.made_on = "";
	assert_string_equal(light_on("2026-09-16", f), "   ");
}

/* The holidays of 2027 are not known yet. */
static void
test_guess(void **state)
{
	const struct light_facts f = { .made_on = "2026-12-20",
	    .openness = "active", .published = "", .state = STATE_DRAFT };

	(void)state;
	assert_string_equal(light_on("2026-12-20", f),
	    "g left 20 2027-01-15 guess");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counting),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_published),
		cmocka_unit_test(test_no_light),
		cmocka_unit_test(test_guess),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
