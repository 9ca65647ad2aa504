/* test_db.c - binds, rows, results, protection. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "place.h"

static struct db *db;

static int
set_up(void **state)
{
	(void)state;
	if ((db = place_db()) == NULL)
		return -1;
	if (db_run(db, "CREATE TABLE seq (name TEXT PRIMARY KEY,"
	    " v BIGINT NOT NULL)") != RC_OK ||
	    db_run(db, "CREATE TABLE t (id BIGINT PRIMARY KEY, s TEXT,"
	    " u TEXT UNIQUE, parent BIGINT REFERENCES t (id),"
	    " n BIGINT CHECK (n < 100), must TEXT NOT NULL DEFAULT 'x')")
	    != RC_OK)
		return -1;
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static int64_t
count(void)
{
	struct rows q = db_query(db, "SELECT count(*) FROM t");
	int64_t n;

	assert_int_equal(db_first(&q), RC_OK);
	n = db_int(&q, 0);
	assert_int_equal(db_done(&q), RC_OK);
	return n;
}

static void
test_values_of_every_type(void **state)
{
	const struct safe_html html = { "<b>x</b>" };
	const char *none = NULL;
	char array[] = "array";
	struct rows q;

	(void)state;
	q = db_query(db, "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11",
	    V(-7), V(7u), V(INT64_MAX), V(5LL), V((bool)true), V(array),
	    V("宝坻'; --"), V(none), V(html), V_NULL, V(""));
	assert_int_equal(db_first(&q), RC_OK);
	assert_int_equal(db_int(&q, 0), -7);
	assert_int_equal(db_int(&q, 1), 7);
	assert_true(db_int(&q, 2) == INT64_MAX);
	assert_int_equal(db_int(&q, 3), 5);
	assert_int_equal(db_int(&q, 4), 1);
	assert_string_equal(db_text(&q, 5, place.mem), "array");
	assert_string_equal(db_text(&q, 6, place.mem), "宝坻'; --");
	assert_true(db_null(&q, 7));
	assert_string_equal(db_text(&q, 7, place.mem), "");
	assert_int_equal(db_int(&q, 7), 0);
	assert_string_equal(db_html(&q, 8, place.mem).s, "<b>x</b>");
	assert_true(db_null(&q, 9));
	assert_false(db_null(&q, 10));
	assert_int_equal(db_done(&q), RC_OK);
}

/* $1 twice, and not in the order of the numbers. */
static void
test_places_follow_the_numbers(void **state)
{
	struct rows q = db_query(db, "SELECT $2, $1, $3, $1", V("a"), V("b"),
	    V("c"));

	(void)state;
	assert_int_equal(db_first(&q), RC_OK);
	assert_string_equal(db_text(&q, 0, place.mem), "b");
	assert_string_equal(db_text(&q, 1, place.mem), "a");
	assert_string_equal(db_text(&q, 2, place.mem), "c");
	assert_string_equal(db_text(&q, 3, place.mem), "a");
	db_done(&q);
}

static void
test_count_mismatch(void **state)
{
	struct rows q;

	(void)state;
	assert_int_equal(db_run(db, "INSERT INTO t (id, s) VALUES ($1, $2)",
	    V(1)), RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO t (id, s) VALUES ($1, $2)",
	    V(1), V("a"), V(2)), RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES ($2)", V(1)),
	    RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (?1)", V(1)),
	    RC_FAIL);
	q = db_query(db, "SELECT $1");
	assert_false(db_next(&q));
	assert_int_equal(db_done(&q), RC_FAIL);
	assert_int_equal(db_run(db, "SELEKT 1"), RC_FAIL);
	assert_int_equal(db_run(db, ""), RC_FAIL);
	assert_int_equal(count(), 0);
}

static void
test_result_codes(void **state)
{
	struct rows q;

	(void)state;
	assert_int_equal(db_run(db, "INSERT INTO t (id, u) VALUES (1, 'a'),"
	    " (2, 'b')"), RC_OK);
	assert_int_equal(db_changed(db), 2);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"),
	    RC_CONFLICT);
	assert_int_equal(db_run(db, "INSERT INTO t (id, u) VALUES (3, 'a')"),
	    RC_CONFLICT);
	assert_int_equal(db_changed(db), 0);
	assert_int_equal(db_run(db, "INSERT INTO t (id, parent)"
	    " VALUES (4, 99)"), RC_CONFLICT);
	assert_int_equal(db_run(db, "INSERT INTO t (id, n) VALUES (5, 100)"),
	    RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO t (id, must)"
	    " VALUES (6, NULL)"), RC_FAIL);
	assert_int_equal(db_run(db, "UPDATE t SET s = 'x' WHERE id = 99"),
	    RC_OK);
	assert_int_equal(db_changed(db), 0);
	q = db_query(db, "SELECT id FROM t WHERE id = 99");
	assert_int_equal(db_first(&q), RC_NOT_FOUND);
	assert_int_equal(db_done(&q), RC_OK);
	assert_false(db_next(&q));
	assert_int_equal(count(), 2);
}

static void
test_like_knows_case(void **state)
{
	struct rows q = db_query(db, "SELECT CASE WHEN 'ABC' LIKE 'abc'"
	    " THEN 1 ELSE 0 END");

	(void)state;
	assert_int_equal(db_first(&q), RC_OK);
	assert_int_equal(db_int(&q, 0), 0);
	db_done(&q);
}

static void
test_read_only(void **state)
{
	(void)state;
	assert_int_equal(db_protect(db, true), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"),
	    RC_DENIED);
	assert_int_equal(db_run(db, "DELETE FROM t"), RC_DENIED);
	assert_int_equal(db_run(db, "CREATE TABLE x (a TEXT)"), RC_DENIED);
	assert_int_equal(db_begin(db), RC_DENIED);
	assert_int_equal(db_begin_read(db), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"),
	    RC_DENIED);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
	assert_int_equal(count(), 0);
	assert_int_equal(db_protect(db, false), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"), RC_OK);
}

static void
test_transactions(void **state)
{
	(void)state;
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_begin(db), RC_FAIL);
	assert_int_equal(db_begin_read(db), RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"), RC_OK);
	assert_int_equal(db_end(db, RC_INVALID), RC_INVALID);
	assert_int_equal(count(), 0);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"), RC_OK);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
	assert_int_equal(count(), 1);
	/* A clash that the caller lives with does not undo the rest. */
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (2)"), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (2)"),
	    RC_CONFLICT);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
	assert_int_equal(count(), 2);
	assert_int_equal(db_end(db, RC_GONE), RC_GONE);
}

/* Rows that were never given back must not keep the old state alive. */
static void
test_forgotten_rows(void **state)
{
	struct db *other = db_open(place.db, place.lock, false);
	struct rows q;

	(void)state;
	assert_non_null(other);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1), (2)"),
	    RC_OK);
	q = db_query(db, "SELECT id FROM t");
	assert_true(db_next(&q));
	assert_int_equal(db_run(other, "INSERT INTO t (id) VALUES (3)"),
	    RC_OK);
	assert_int_equal(count(), 2);
	assert_int_equal(db_protect(db, true), RC_OK);
	assert_int_equal(count(), 3);
	assert_int_equal(db_protect(db, false), RC_OK);
	db_close(other);
}

static void
test_read_transaction_sees_one_state(void **state)
{
	struct db *other = db_open(place.db, place.lock, false);

	(void)state;
	assert_int_equal(db_begin_read(db), RC_OK);
	assert_int_equal(count(), 0);
	assert_int_equal(db_run(other, "INSERT INTO t (id) VALUES (1)"),
	    RC_OK);
	assert_int_equal(count(), 0);
	assert_int_equal(db_end(db, RC_NOT_FOUND), RC_NOT_FOUND);
	assert_int_equal(count(), 1);
	db_close(other);
}

static int64_t
sum_below(int64_t id, int depth)
{
	struct rows q = db_query(db, "SELECT id FROM t WHERE id > $1"
	    " ORDER BY id", V(id));
	int64_t n = 0;

	while (db_next(&q))
		n += 1 + (depth > 0 ? sum_below(db_int(&q, 0), depth - 1) : 0);
	assert_int_equal(db_done(&q), RC_OK);
	return n;
}

static int
dig(int depth)
{
	struct rows q = db_query(db, "SELECT 1 FROM t WHERE id >= $1", V(0));
	enum rc rc = db_first(&q);

	if (rc == RC_OK && depth < 100)
		depth = dig(depth + 1);
	db_done(&q);
	return depth;
}

static void
test_same_literal_inside_itself(void **state)
{
	(void)state;
	assert_int_equal(db_run(db, "INSERT INTO t (id)"
	    " VALUES (1), (2), (3), (4)"), RC_OK);
	/* 4 + (3+2+1+0) + pairs of pairs: 2^4 - 1 ways in all */
	assert_int_equal(sum_below(0, 9), 15);
	assert_int_equal(sum_below(0, 9), 15);
	/* A chain without end is stopped, and the statement still works. */
	assert_in_range(dig(0), 4, 30);
	assert_in_range(dig(0), 4, 30);
}

static void
test_ids(void **state)
{
	int64_t id = 0;

	(void)state;
	assert_int_equal(db_id(db, "unit", &id), RC_FAIL);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_id(db, "unit", &id), RC_OK);
	assert_int_equal(id, 1);
	assert_int_equal(db_id(db, "unit", &id), RC_OK);
	assert_int_equal(id, 2);
	assert_int_equal(db_id(db, "document", &id), RC_OK);
	assert_int_equal(id, 1);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_id(db, "unit", &id), RC_OK);
	assert_int_equal(id, 3);
	assert_int_equal(db_end(db, RC_FAIL), RC_FAIL);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_id(db, "unit", &id), RC_OK);
	assert_int_equal(id, 3);
	assert_int_equal(db_end(db, RC_OK), RC_OK);
}

/* The authorizer alone, without the triggers of the schema, and REPLACE with
 * them. */
static void
test_audit_is_append_only(void **state)
{
	(void)state;
	assert_int_equal(db_run(db, "CREATE TABLE audit (id BIGINT PRIMARY KEY,"
	    " s TEXT)"), RC_OK);
	assert_int_equal(db_run(db, "CREATE TRIGGER audit_no_delete"
	    " BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'no'); END"),
	    RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO audit VALUES (1, 'a')"),
	    RC_OK);
	assert_int_equal(db_run(db, "UPDATE audit SET s = 'b'"), RC_FAIL);
	assert_int_equal(db_run(db, "DELETE FROM audit"), RC_FAIL);
	assert_int_equal(db_run(db, "DELETE FROM AUDIT WHERE id = 1"),
	    RC_FAIL);
	assert_int_equal(db_run(db, "INSERT INTO audit VALUES (1, 'b')"
	    " ON CONFLICT (id) DO UPDATE SET s = 'b'"), RC_FAIL);
	assert_int_equal(db_run(db, "REPLACE INTO audit VALUES (1, 'b')"),
	    RC_FAIL);
	assert_int_equal(db_run(db, "DROP TRIGGER audit_no_delete"), RC_FAIL);
	assert_int_equal(db_run(db, "DROP TABLE audit"), RC_FAIL);
	assert_int_equal(db_run(db, "ALTER TABLE audit RENAME TO old"),
	    RC_FAIL);
	assert_int_equal(db_run(db, "CREATE TRIGGER sneak AFTER INSERT ON t"
	    " BEGIN DELETE FROM audit; END"), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1)"), RC_FAIL);
	assert_int_equal(db_run(db, "SELECT 1 FROM audit WHERE s = 'a'"),
	    RC_OK);
}

static void
test_other_files_are_out_of_reach(void **state)
{
	(void)state;
	assert_int_equal(db_run(db, "ATTACH '/tmp/x.db' AS x"), RC_FAIL);
	assert_int_equal(db_run(db, "UPDATE sqlite_master SET sql = ''"),
	    RC_FAIL);
}

static void
test_script(void **state)
{
	(void)state;
	assert_int_equal(db_script(db, "CREATE TABLE a (b TEXT)"), RC_FAIL);
	assert_int_equal(db_begin(db), RC_OK);
	assert_int_equal(db_script(db, "CREATE TABLE a (b TEXT);\n"
	    "INSERT INTO a VALUES ('x;y'); -- end"), RC_OK);
	assert_int_equal(db_script(db, "CREATE TABLE c (b TEXT); oops"),
	    RC_FAIL);
	assert_int_equal(db_end(db, RC_FAIL), RC_FAIL);
	assert_int_equal(db_run(db, "SELECT b FROM a"), RC_FAIL);
}

static void
test_explain(void **state)
{
	const char *s = db_explain(db, place.mem,
	    "SELECT id FROM t WHERE u = $1", V("a"));

	(void)state;
	assert_non_null(strstr(s, "SEARCH t USING"));
	s = db_explain(db, place.mem, "SELECT id FROM t WHERE s = $1", V("a"));
	assert_non_null(strstr(s, "SCAN t"));
	s = db_explain(db, place.mem, "SELECT id FROM t WHERE s = $1");
	assert_string_equal(s, "error\n");
}

static void
test_open(void **state)
{
	struct stat st;

	(void)state;
	assert_null(db_open("/tmp/no-such-folder/x.db", place.lock, true));
	assert_null(db_open(arena_printf(place.mem, "%s/none.db", place.dir),
	    place.lock, false));
	assert_null(db_open(place.db, "/tmp/no-such-folder/lock", false));
	assert_null(db_open(place_file("text.db",
	    "this is no database, whatever its name may say......"),
	    place.lock, false));
	assert_int_equal(stat(place.db, &st), 0);
	assert_int_equal(st.st_mode & 07, 0);
	db_close(NULL);
}

static void
test_backup_and_check(void **state)
{
	const char *copy = arena_printf(place.mem, "%s/copy.db", place.dir);
	struct db *old = db;

	(void)state;
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (1), (2)"),
	    RC_OK);
	assert_int_equal(db_backup(db, copy), RC_OK);
	assert_int_equal(db_backup(db, copy), RC_CONFLICT);
	assert_int_equal(db_backup(db, "/tmp/no-such-folder/c.db"), RC_FAIL);
	assert_int_equal(access(arena_printf(place.mem, "%s-wal", copy), F_OK),
	    -1);
	assert_int_equal(db_run(db, "INSERT INTO t (id) VALUES (3)"), RC_OK);
	db = db_open(copy, place.lock, false);
	assert_non_null(db);
	assert_int_equal(count(), 2);
	assert_int_equal(db_check(db), RC_OK);
	assert_int_equal(db_run(db, "PRAGMA foreign_keys=OFF"), RC_OK);
	assert_int_equal(db_run(db, "UPDATE t SET parent = 77 WHERE id = 1"),
	    RC_OK);
	assert_int_equal(db_check(db), RC_FAIL);
	db_close(db);
	db = old;
}

static void
read_column(int column)
{
	struct rows q = db_query(db, "SELECT 1");
	int status;
	pid_t pid;

	assert_true(db_next(&q));
	if ((pid = fork()) == 0) {
		db_int(&q, column);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	db_done(&q);
}

static void
test_a_column_that_is_not_there(void **state)
{
	(void)state;
	read_column(1);
	read_column(-1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_values_of_every_type),
		TEST(test_places_follow_the_numbers),
		TEST(test_count_mismatch),
		TEST(test_result_codes),
		TEST(test_like_knows_case),
		TEST(test_read_only),
		TEST(test_transactions),
		TEST(test_forgotten_rows),
		TEST(test_read_transaction_sees_one_state),
		TEST(test_same_literal_inside_itself),
		TEST(test_ids),
		TEST(test_audit_is_append_only),
		TEST(test_other_files_are_out_of_reach),
		TEST(test_script),
		TEST(test_explain),
		TEST(test_open),
		TEST(test_backup_and_check),
		TEST(test_a_column_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, place_make, place_remove);
}
