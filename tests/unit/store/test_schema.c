/* test_schema.c - numbered files, each once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "place.h"
#include "store/schema.h"
#include "store/search.h"

#define ONE	"CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('1');\n"
#define TWO	"INSERT INTO a VALUES ('2');\n"

static const char *
folder(const char *name)
{
	return arena_printf(place.mem, "%s/%s", place.dir, name);
}

static int64_t
rows_of_a(struct db *db)
{
	struct rows q = db_query(db, "SELECT count(*) FROM a");
	int64_t n = db_first(&q) == RC_OK ? db_int(&q, 0) : -1;

	db_done(&q);
	return n;
}

static void
test_each_once(void **state)
{
	struct db *db = place_db();
	struct search_hits h;

	(void)state;
	place_file("ok/001_one.sql", ONE);
	place_file("ok/readme.txt", "not ours");
	place_file("ok/demo.sql", "not ours either");
	assert_int_equal(schema_check(db, folder("ok")), RC_FAIL);
	assert_int_equal(schema_apply(db, folder("ok")), RC_OK);
	assert_int_equal(schema_apply(db, folder("ok")), RC_OK);
	assert_int_equal(schema_check(db, folder("ok")), RC_OK);
	assert_int_equal(rows_of_a(db), 1);
	assert_int_equal(search_find(db, "x", 0, 9, &h, place.mem), RC_OK);
	place_file("ok/002_two.sql", TWO);
	assert_int_equal(schema_check(db, folder("ok")), RC_FAIL);
	assert_int_equal(schema_apply(db, folder("ok")), RC_OK);
	assert_int_equal(schema_check(db, folder("ok")), RC_OK);
	assert_int_equal(rows_of_a(db), 2);
	db_close(db);
}

static void
test_gap_double_and_nothing(void **state)
{
	struct db *db = place_db();

	(void)state;
	place_file("gap/001_one.sql", ONE);
	place_file("gap/003_three.sql", TWO);
	assert_int_equal(schema_apply(db, folder("gap")), RC_FAIL);
	place_file("double/001_one.sql", ONE);
	place_file("double/001_two.sql", TWO);
	assert_int_equal(schema_apply(db, folder("double")), RC_FAIL);
	place_file("form/001_one.sql", ONE);
	place_file("form/02_two.sql", TWO);
	assert_int_equal(schema_apply(db, folder("form")), RC_FAIL);
	place_file("empty/readme.txt", "");
	assert_int_equal(schema_apply(db, folder("empty")), RC_FAIL);
	assert_int_equal(schema_apply(db, folder("missing")), RC_FAIL);
	assert_int_equal(rows_of_a(db), -1);
	db_close(db);
}

static void
test_changed_or_missing_file(void **state)
{
	struct db *db = place_db();

	(void)state;
	place_file("change/001_one.sql", ONE);
	place_file("change/002_two.sql", TWO);
	assert_int_equal(schema_apply(db, folder("change")), RC_OK);
	place_file("change/001_one.sql", ONE " ");
	place_file("change/003_three.sql", TWO);
	assert_int_equal(schema_apply(db, folder("change")), RC_FAIL);
	assert_int_equal(schema_check(db, folder("change")), RC_FAIL);
	assert_int_equal(rows_of_a(db), 2);
	/* A program older than the database. */
	place_file("older/001_one.sql", ONE);
	assert_int_equal(schema_apply(db, folder("older")), RC_FAIL);
	assert_int_equal(schema_check(db, folder("older")), RC_FAIL);
	db_close(db);
}

static void
test_failed_file_leaves_nothing(void **state)
{
	struct db *db = place_db();

	(void)state;
	place_file("bad/001_one.sql", ONE);
	place_file("bad/002_two.sql", TWO "INSERT INTO nowhere VALUES (1);");
	assert_int_equal(schema_apply(db, folder("bad")), RC_FAIL);
	assert_int_equal(rows_of_a(db), 1);
	place_file("bad/002_two.sql", TWO);
	assert_int_equal(schema_apply(db, folder("bad")), RC_OK);
	assert_int_equal(rows_of_a(db), 2);
	db_close(db);
}

static int
apply_as_a_process(void)
{
	struct db *db = db_open(place.db, place.lock, false);

	return db == NULL || schema_apply(db, folder("ok")) != RC_OK;
}

static void
test_two_at_once(void **state)
{
	struct db *db = place_db();
	int i, status;

	(void)state;
	for (i = 0; i < 3; i++)
		if (fork() == 0)
			_exit(apply_as_a_process());
	for (i = 0; i < 3; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(rows_of_a(db), 2);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_once),
		cmocka_unit_test(test_gap_double_and_nothing),
		cmocka_unit_test(test_changed_or_missing_file),
		cmocka_unit_test(test_failed_file_leaves_nothing),
		cmocka_unit_test(test_two_at_once),
	};

	return cmocka_run_group_tests(tests, place_make, place_remove);
}
