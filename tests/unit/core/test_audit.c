/* test_audit.c - the chain holds, and every way of tampering is seen. */
#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "core/audit.h"

#include "district.h"

static void
write_some(struct district *d, int n)
{
	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < n; k++)
		assert_int_equal(audit_write(d->db, &d->entry, "submit",
		    "document", 7, "draft", "submitted", "说明", d->m), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static int64_t
broken(struct district *d)
{
	int64_t id = -1;

	assert_int_equal(audit_verify(d->db, &id, d->m), RC_OK);
	return id;
}

/* Somebody with the file in his hands, past triggers and authorizer. */
static void
tamper(struct district *d, const char *sql)
{
	char path[100];
	sqlite3 *h;

	snprintf(path, sizeof(path), "%s/xxgk.db", d->dir);
	assert_int_equal(sqlite3_open(path, &h), SQLITE_OK);
	assert_int_equal(sqlite3_exec(h, "DROP TRIGGER IF EXISTS"
	    " audit_no_update; DROP TRIGGER IF EXISTS audit_no_delete", NULL,
	    NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(h, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(h), SQLITE_OK);
}

static void
test_read(void **state)
{
	struct district *d = *state;
	struct audit_entries e;

	write_some(d, 3);
	assert_int_equal(audit_of(d->db, "document", 7, &e, d->m), RC_OK);
	assert_int_equal(e.n, 3);
	assert_string_equal(e.v[0].login, "aaj002");
	assert_string_equal(e.v[0].address, "192.0.2.1");
	assert_string_equal(e.v[0].at, "2026-06-15T02:00:00Z");
	assert_string_equal(e.v[0].action, "submit");
	assert_string_equal(e.v[0].from, "draft");
	assert_string_equal(e.v[0].to, "submitted");
	assert_string_equal(e.v[0].detail, "说明");
	assert_true(e.v[0].id < e.v[1].id);
	assert_int_equal(audit_page(d->db, d->entry.unit, 0, 2, &e, d->m),
	    RC_OK);
	assert_int_equal(e.n, 2);
	assert_true(e.v[0].id > e.v[1].id);
	assert_int_equal(audit_page(d->db, d->entry.unit, e.v[1].id, 2, &e,
	    d->m), RC_OK);
	assert_int_equal(e.n, 1);
	assert_int_equal(audit_page(d->db, d->entry_b.unit, 0, 2, &e, d->m),
	    RC_OK);
	assert_int_equal(e.n, 0);
}

static void
test_whole(void **state)
{
	struct district *d = *state;

	assert_int_equal(broken(d), 0);
	write_some(d, 1100);		/* more than is read at once */
	assert_int_equal(broken(d), 0);
	/* what is rolled back leaves no gap */
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(audit_write(d->db, &d->entry, "x", "document", 1, "",
	    "", "", d->m), RC_OK);
	assert_int_equal(db_end(d->db, RC_CONFLICT), RC_CONFLICT);
	write_some(d, 1);
	assert_int_equal(broken(d), 0);
}

static void
test_append_only(void **state)
{
	struct district *d = *state;

	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_not_equal(db_run(d->db, "UPDATE audit SET detail = 'x'"),
	    RC_OK);
	assert_int_not_equal(db_run(d->db, "DELETE FROM audit"), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(broken(d), 0);
}

/* Not one column can be changed unseen. */
static void
test_every_column(void **state)
{
	static const char *const texts[] = { "at", "login", "address",
	    "action", "object", "from_state", "to_state", "detail",
	    "previous", "hash" };
	static const char *const numbers[] =
	    { "account_id", "unit_id", "object_id" };
	struct district *d = *state;

	write_some(d, 20);
	for (size_t k = 0; k < sizeof(texts) / sizeof(texts[0]); k++) {
		tamper(d, arena_printf(d->m, "UPDATE audit SET %s = %s || 'x'"
		    " WHERE id = 9", texts[k], texts[k]));
		assert_int_equal(broken(d), 9);
		tamper(d, arena_printf(d->m, "UPDATE audit SET %s ="
		    " substr(%s, 1, length(%s) - 1) WHERE id = 9", texts[k],
		    texts[k], texts[k]));
		assert_int_equal(broken(d), 0);
	}
	for (size_t k = 0; k < sizeof(numbers) / sizeof(numbers[0]); k++) {
		tamper(d, arena_printf(d->m, "UPDATE audit SET %s = %s + 1"
		    " WHERE id = 9", numbers[k], numbers[k]));
		assert_int_equal(broken(d), 9);
		tamper(d, arena_printf(d->m, "UPDATE audit SET %s = %s - 1"
		    " WHERE id = 9", numbers[k], numbers[k]));
	}
	assert_int_equal(broken(d), 0);
}

#define TAMPERED(name, sql, id)						\
	static void							\
	name(void **state)						\
	{								\
		write_some(*state, 20);					\
		tamper(*state, sql);					\
		assert_int_equal(broken(*state), id);			\
	}

TAMPERED(test_shifted, "UPDATE audit SET action = 'submi', object ="
    " 'tdocument' WHERE id = 9", 9)
TAMPERED(test_cut_out, "DELETE FROM audit WHERE id = 9", 10)
TAMPERED(test_cut_off, "DELETE FROM audit WHERE id > 9", 10)
TAMPERED(test_beginning, "DELETE FROM audit WHERE id < 9", 9)
TAMPERED(test_short_hash, "UPDATE audit SET hash = 'a' WHERE id = 9", 9)

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_read), T(test_whole), T(test_append_only),
		T(test_every_column), T(test_shifted),
		T(test_cut_out), T(test_cut_off), T(test_beginning),
		T(test_short_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
