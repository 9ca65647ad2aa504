/*
 * test_register.c - every way onto the portal and off it is a line; and what
 * somebody with the database in his hands does is found.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/secret.h"
#include "core/register.h"

#include "district.h"

static const char *
key(struct district *d)
{
	return arena_printf(d->m, "%s/register.key", d->dir);
}

static struct register_head
sign(struct district *d, enum rc want)
{
	struct register_head h;

	if (access(key(d), F_OK) != 0)
		assert_int_equal(secret_sign_create(key(d)), RC_OK);
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(db_end(d->db, register_sign(d->db, key(d),
	    "example.gov.cn", &h, d->m)), want);
	return h;
}

static int64_t
put(struct district *d, const char *title, enum state state)
{
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, title, state);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	return id;
}

static char told[4000];

static void
tell(void *arg, const char *sentence)
{
	(void)arg;
	snprintf(told + strlen(told), sizeof(told) - strlen(told), "%s\n",
	    sentence);
}

static int64_t
wrong(struct district *d)
{
	struct register_check k = { .tell = tell,
	    .public_key = secret_sign_public(d->m, key(d)) };

	*told = '\0';
	assert_int_equal(register_verify(d->db, &k), RC_OK);
	assert_true(k.done > 0);
	return k.bad;
}

/* "action version state, ..." of all lines from one on. */
static char *
lines(struct district *d, int64_t after)
{
	struct register_lines l;
	char *s = arena_strdup(d->m, "");

	assert_int_equal(register_after(d->db, after, 1000, &l, d->m), RC_OK);
	for (int k = 0; k < l.n; k++)
		s = arena_printf(d->m, "%s%s%s %d %s", s, k ? ", " : "",
		    l.v[k].action, l.v[k].version, l.v[k].state);
	return s;
}

static void
amend(struct district *d, int64_t id, const char *title, const char *openness)
{
	struct content c = district_content(d, title);

	district_openness(&c, openness);
	DEED(d, RC_OK, district_amend(d, &d->admin, id,
	    district_get(d, id).version, &c, "更正"));
}

static void
move(struct district *d, int64_t id, enum action action)
{
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(db_end(d->db, district_move(d, &d->review, id, action,
	    "原因")), RC_OK);
}

static void
test_every_move(void **state)
{
	struct district *d = *state;
	int64_t id;

	put(d, "草稿", STATE_DRAFT);
	put(d, "待发布", STATE_APPROVED);
	assert_string_equal(lines(d, 0), "");
	id = put(d, "甲", STATE_PUBLISHED);
	assert_string_equal(lines(d, 0), "publish 1 published");
	amend(d, id, "甲二", "active");
	amend(d, id, "甲三", "active");
	move(d, id, ACTION_EXPIRE);
	amend(d, id, "甲四", "active");
	move(d, id, ACTION_WITHDRAW);
	move(d, id, ACTION_DELETE);
	assert_string_equal(lines(d, 1), "revise 2 published, "
	    "revise 3 published, expire 3 expired, revise 4 expired, "
	    "withdraw 4 withdrawn, delete 4 deleted");
	put(d, "乙", STATE_DELETED);
	assert_string_equal(lines(d, 7), "publish 1 published, "
	    "delete 1 deleted");
	sign(d, RC_OK);
	assert_int_equal(wrong(d), 0);
}

/* 废止 is out of force as 失效 is, and yet something else: from one to the
 * other is a line, too, with the day on which the force was lost. */
static void
test_repealed(void **state)
{
	struct district *d = *state;
	struct register_line l, before;
	int64_t id = put(d, "甲", STATE_PUBLISHED);

	move(d, id, ACTION_REPEAL);
	assert_string_equal(lines(d, 1), "expire 1 repealed");
	id = put(d, "乙", STATE_EXPIRED);
	clock_travel(TEST_NOW + 7200);
	move(d, id, ACTION_REPEAL);
	assert_string_equal(lines(d, 2), "publish 1 published, "
	    "expire 1 expired, expire 1 repealed");
	assert_int_equal(register_get(d->db, 4, &before, d->m), RC_OK);
	assert_int_equal(register_get(d->db, 5, &l, d->m), RC_OK);
	assert_string_equal(l.since, before.since);
	assert_string_not_equal(l.at, before.at);
	assert_non_null(strstr(register_text(&l, d->m),
	    "\"state\":\"repealed\""));
	amend(d, id, "乙二", "active");
	assert_string_equal(lines(d, 5), "revise 2 repealed");
	sign(d, RC_OK);
	assert_int_equal(wrong(d), 0);
	clock_travel(TEST_NOW);
}

/* Openness takes off the portal as a withdrawal does. */
static void
test_openness(void **state)
{
	struct district *d = *state;
	int64_t id = put(d, "甲", STATE_PUBLISHED);

	amend(d, id, "甲二", "request");
	assert_string_equal(lines(d, 1), "withdraw 1 withdrawn");
	amend(d, id, "甲三", "request");
	assert_string_equal(lines(d, 2), "");
	sign(d, RC_OK);
	assert_int_equal(wrong(d), 0);
}

static void
test_line(void **state)
{
	struct district *d = *state;
	struct register_lines l;
	struct document doc;
	int64_t id = put(d, "甲", STATE_PUBLISHED);

	doc = district_get(d, id);
	assert_int_equal(register_of(d->db, doc.index_no, &l, d->m), RC_OK);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].hash, doc.rev.hash);
	assert_string_equal(register_text(&l.v[0], d->m), arena_printf(d->m,
	    "{\"action\":\"publish\",\"at\":\"2026-06-15T02:00:00Z\","
	    "\"document\":\"AAJ/2026-00001\",\"line\":1,\"origin\":\"move\","
	    "\"sha256\":\"%s\",\"since\":\"2026-06-15T02:00:00Z\","
	    "\"state\":\"published\",\"unit\":\"aaj\",\"version\":1}",
	    doc.rev.hash));
	assert_string_equal(l.v[0].leaf, merkle_leaf(d->m,
	    register_text(&l.v[0], d->m)));
}

/* A deed that is refused leaves no line. */
static void
test_rolled_back(void **state)
{
	struct district *d = *state;
	int64_t id = put(d, "甲", STATE_PUBLISHED);
	int64_t size;

	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(district_move(d, &d->review, id, ACTION_WITHDRAW,
	    "原因"), RC_OK);
	assert_int_equal(db_end(d->db, RC_CONFLICT), RC_CONFLICT);
	assert_int_equal(register_size(d->db, &size), RC_OK);
	assert_int_equal(size, 1);
	sign(d, RC_OK);
	assert_int_equal(wrong(d), 0);
}

static void
test_heads(void **state)
{
	struct district *d = *state;
	struct register_head empty = sign(d, RC_OK), h, found;
	struct merkle t = register_tree(d->db);
	struct merkle_path p;

	assert_int_equal(empty.size, 0);
	sign(d, RC_CONFLICT);
	for (int k = 0; k < 5; k++)
		put(d, "甲", STATE_PUBLISHED);
	h = sign(d, RC_OK);
	assert_int_equal(h.size, 5);
	assert_true(secret_sign_verify(d->m, h.public_key,
	    register_head_text(&h, d->m), h.signature));
	assert_false(secret_sign_verify(d->m, h.public_key,
	    register_head_text(&empty, d->m), h.signature));
	assert_int_equal(merkle_inclusion(&t, 3, 5, &p, d->m), RC_OK);
	clock_travel(TEST_NOW + 86400);
	found = sign(d, RC_OK);		/* a new day, nothing new */
	assert_string_equal(found.root, h.root);
	put(d, "乙", STATE_PUBLISHED);
	sign(d, RC_OK);
	assert_int_equal(register_head_covering(d->db, 3, &found, d->m),
	    RC_OK);
	assert_int_equal(found.id, h.id);
	assert_int_equal(register_head_covering(d->db, 6, &found, d->m),
	    RC_OK);
	assert_int_equal(register_head_covering(d->db, 7, &found, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(wrong(d), 0);
	clock_travel(TEST_NOW);
}

static void
tamper(struct district *d, const char *sql)
{
	char path[100];
	sqlite3 *h;
	static const char open[] = "DROP TRIGGER IF EXISTS register_line_no_update;"
	    " DROP TRIGGER IF EXISTS register_line_no_delete;"
	    " DROP TRIGGER IF EXISTS register_node_no_update;"
	    " DROP TRIGGER IF EXISTS register_head_no_update;"
	    " PRAGMA foreign_keys = OFF;";

	snprintf(path, sizeof(path), "%s/xxgk.db", d->dir);
	assert_int_equal(sqlite3_open(path, &h), SQLITE_OK);
	assert_int_equal(sqlite3_exec(h, open, NULL, NULL, NULL), SQLITE_OK);
	if (sqlite3_exec(h, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(h));
	assert_int_equal(sqlite3_close(h), SQLITE_OK);
}

static void
tampered(const char *sql, const char *sentence)
{
	void *state = NULL;
	struct district *d;
	int64_t id;

	assert_int_equal(district_setup(&state), 0);
	d = state;
	for (int k = 0; k < 5; k++)
		id = put(d, "甲", STATE_PUBLISHED);
	amend(d, id, "乙", "active");
	sign(d, RC_OK);
	move(d, id, ACTION_EXPIRE);
	assert_int_equal(wrong(d), 0);
	tamper(d, sql);
	if (wrong(d) == 0 || strstr(told, sentence) == NULL)
		fail_msg("%s: expected \"%s\", was told:\n%s", sql, sentence,
		    told);
	unlink(key(d));
	district_teardown(&state);
}

static void
test_tampering(void **state)
{
	(void)state;
	tampered("UPDATE revision SET body = '<p>改了</p>' WHERE id = 1",
	    "version 1 is not the text that line 1 registered");
	tampered("UPDATE revision SET body = '<p>改了</p>', hash = '0' WHERE"
	    " id = 1", "shows something else than line 1 says");
	tampered("UPDATE document SET published = '2020-01-01T00:00:00Z'"
	    " WHERE id = 2", "published is 2020-01-01T00:00:00Z");
	tampered("UPDATE document SET first_published = '2020-01-01T00:00:00Z'"
	    " WHERE id = 2", "first published is 2020-01-01T00:00:00Z");
	tampered("UPDATE document SET expired = '2020-01-01T00:00:00Z'"
	    " WHERE state = 'expired'", "expired is 2020-01-01T00:00:00Z");
	tampered("UPDATE register_line SET since = '2020-01-01T00:00:00Z'"
	    " WHERE number = 2", "line 2 was changed after it was written");
	tampered("DELETE FROM register_line WHERE number = 3",
	    "line 3 is missing");
	tampered("DELETE FROM register_line WHERE number = 7",
	    "7 lines were written, 6 are there");
	tampered("DELETE FROM register_line WHERE number > 4",
	    "there are only 4");
	tampered("UPDATE register_line SET number = -2 WHERE number = 2;"
	    " UPDATE register_line SET number = 2 WHERE number = 3;"
	    " UPDATE register_line SET number = 3 WHERE number = -2",
	    "the first 6 lines are not those that were signed");
	tampered("UPDATE register_node SET hash = (SELECT leaf FROM"
	    " register_line WHERE number = 1) WHERE level = 1 AND position = 0",
	    "the stored hash of level 1 at 0");
	tampered("UPDATE register_head SET at = '2027-01-01T00:00:00Z'",
	    "the signature is wrong");
	tampered("UPDATE document SET state = 'withdrawn' WHERE id = 1",
	    "is not public, line 1 says it is");
	tampered("UPDATE document SET index_no = 'AAJ/2026-00009',"
	    " state = 'published', publication = 99 WHERE id = (SELECT max(id)"
	    " FROM document)", "shows something else");
}

static void
test_append_only(void **state)
{
	struct district *d = *state;

	put(d, "甲", STATE_PUBLISHED);
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(db_run(d->db, "UPDATE register_line SET since = ''"),
	    RC_FAIL);
	assert_int_equal(db_run(d->db, "DELETE FROM register_line"), RC_FAIL);
	assert_int_equal(db_run(d->db, "DELETE FROM register_head"), RC_FAIL);
	assert_int_equal(db_run(d->db, "DROP TABLE register_node"), RC_FAIL);
	assert_int_equal(db_run(d->db,
	    "DROP TRIGGER register_line_no_update"), RC_FAIL);
	assert_int_equal(db_end(d->db, RC_FAIL), RC_FAIL);
}

/* A district from before the register: its lines say so. */
static void
test_begin(void **state)
{
	struct district *d = *state;
	struct register_line l;
	int64_t added;

	put(d, "甲", STATE_PUBLISHED);
	put(d, "乙", STATE_EXPIRED);
	put(d, "丙", STATE_WITHDRAWN);
	tamper(d, "DELETE FROM register_line; DELETE FROM register_latest;"
	    " DELETE FROM register_stand; DELETE FROM register_month;"
	    " DROP TRIGGER register_node_no_delete; DELETE FROM register_node;"
	    " DELETE FROM seq WHERE name = 'register'");
	clock_travel(TEST_NOW + 3600);
	DEED(d, RC_OK, register_begin(d->db, &added));
	assert_int_equal(added, 2);
	assert_string_equal(lines(d, 0), "publish 1 published, "
	    "publish 1 expired");
	assert_int_equal(register_get(d->db, 1, &l, d->m), RC_OK);
	assert_string_equal(l.origin, "existing");
	assert_string_equal(l.since, "2026-06-15T02:00:00Z");
	assert_string_equal(l.at, "2026-06-15T03:00:00Z");
	DEED(d, RC_OK, register_begin(d->db, &added));
	assert_int_equal(added, 0);
	sign(d, RC_OK);
	assert_int_equal(wrong(d), 0);
	clock_travel(TEST_NOW);
}

/* A district whose register said "expired" of both: what is repealed gets a
 * line of its own, once, and the old ones stay as they are. */
static void
test_tell_repealed(void **state)
{
	struct district *d = *state;
	struct register_line l;
	int64_t id = put(d, "甲", STATE_EXPIRED), added;

	put(d, "乙", STATE_EXPIRED);
	sign(d, RC_OK);
	tamper(d, arena_printf(d->m, "UPDATE document SET repealed = 1"
	    " WHERE id = %lld", (long long)id));
	assert_int_not_equal(wrong(d), 0);
	clock_travel(TEST_NOW + 3600);
	DEED(d, RC_OK, register_tell_repealed(d->db, &added));
	assert_int_equal(added, 1);
	assert_string_equal(lines(d, 4), "expire 1 repealed");
	assert_int_equal(register_get(d->db, 5, &l, d->m), RC_OK);
	assert_string_equal(l.origin, "existing");
	assert_string_equal(l.since, "2026-06-15T02:00:00Z");
	assert_int_equal(wrong(d), 0);
	tamper(d, "UPDATE document SET repealed = 1 WHERE state = 'expired'");
	DEED(d, RC_OK, register_tell_repealed(d->db, &added));
	assert_int_equal(added, 0);
	assert_int_not_equal(wrong(d), 0);
	clock_travel(TEST_NOW);
}

static int
tear_down(void **state)
{
	unlink(key(*state));
	return district_teardown(state);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, district_setup, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_every_move), TEST(test_repealed), TEST(test_openness), TEST(test_line),
		TEST(test_rolled_back), TEST(test_heads),
		cmocka_unit_test(test_tampering), TEST(test_append_only),
		TEST(test_begin), TEST(test_tell_repealed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
