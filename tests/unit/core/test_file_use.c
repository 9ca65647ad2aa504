/* test_file_use.c - a file that anything refers to is never removed: the list
 * of what refers is complete, and each place of it keeps a file. */
#include <string.h>

#include "core/file_use.h"
#include "core/retention.h"
#include "core/secrecy.h"
#include "store/files.h"

#include "office.h"

/* Text that may look like the name of a file, and never is the only one that
 * needs it: what is known of a file that stands elsewhere, and other hashes. */
static const char *const others[] = {
	"inspected_file.sha256", "file_text.sha256", "feedback.code_hash",
	"register_line.hash", "register_line.leaf", "register_node.hash",
	"register_head.root", "schema_version.sha256", "register_key.public_key",
};

static bool
is_known(const char *place)
{
	char name[128];

	for (size_t k = 0; k < sizeof(others) / sizeof(others[0]); k++)
		if (strcmp(place, others[k]) == 0)
			return true;
	for (const struct file_place *p = file_places; p->table != NULL; p++) {
		snprintf(name, sizeof(name), "%s.%s", p->table, p->column);
		if (strcmp(place, name) == 0)
			return true;
	}
	return false;
}

/* Named like a file, or as long as the name of one. */
static void
test_complete(void **state)
{
	struct district *d = *state;
	struct rows q = db_query(d->db, "SELECT m.name || '.' || c.name"
	    " FROM sqlite_master m JOIN pragma_table_info(m.name) c"
	    " WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
	    " AND c.type = 'TEXT' AND (c.name LIKE '%sha%'"
	    " OR c.name LIKE '%file%' OR c.name LIKE '%zip%'"
	    " OR c.name LIKE '%photo%' OR c.name LIKE '%image%'"
	    " OR c.name LIKE '%picture%' OR c.name LIKE '%original%'"
	    " OR c.name LIKE '%scan%' OR c.name LIKE '%bytes%'"
	    " OR m.sql LIKE '%length(' || c.name || ') = 64%'"
	    " OR m.sql LIKE '%length(' || c.name || ') IN (0, 64)%')");
	int n = 0;

	for (; db_next(&q); n++) {
		const char *place = db_text(&q, 0, d->m);

		if (!is_known(place))
			fail_msg("%s may name files: put it into the list of "
			    "core/file_use.c, or say here that it does not",
			    place);
	}
	assert_int_equal(db_done(&q), RC_OK);
	assert_true(n >= 7);
}

/* One row in each of the tables. */
static void
fill(struct district *d)
{
	assert_int_equal(db_begin(d->db), RC_OK);
	district_draft(d, "有图的信息");
	assert_int_equal(db_script(d->db,
	    "INSERT INTO revision_image SELECT id, '', 'image/png'"
	    " FROM revision LIMIT 1;"
	    "INSERT INTO bulk (id, unit_id, account_id, login, address, name,"
	    " state, work, zip, created, touched) SELECT 1, unit_id, id,"
	    " login, '', 'a.zip', 'checked', 0, '', '', '' FROM account"
	    " LIMIT 1;"
	    "INSERT INTO bulk_file (bulk_id, row_id, position, use, name,"
	    " type, size, sha256) SELECT 1, 0, 0, 'entry', 'a', '', 1, sha256"
	    " FROM upload LIMIT 1;"), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
name_in(struct district *d, const struct file_place *p, const char *sha256)
{
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(db_script(d->db, arena_printf(d->m,
	    "UPDATE %s SET %s = '%s' WHERE rowid ="
	    " (SELECT MIN(rowid) FROM %s)", p->table, p->column, sha256,
	    p->table)), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static struct strays
strays(struct district *d, enum strays_how how)
{
	struct strays s;

	assert_int_equal(retention_strays(d->db, office.files, how, &s),
	    RC_OK);
	return s;
}

static const char *
put(struct district *d, const char *bytes)
{
	struct stored_file f;

	assert_int_equal(files_put_bytes(office.files, bytes, strlen(bytes),
	    &f, d->m), RC_OK);
	return f.sha256;
}

static void
test_each_place(void **state)
{
	struct district *d = *state;
	const char *other = "00000000000000000000000000000000"
	    "00000000000000000000000000000000";

	office_case(d, CHANNEL_INTERNET, CASE_OPEN);
	fill(d);
	clock_travel(0);
	clock_travel(clock_now() + 2 * 86400);
	for (const struct file_place *p = file_places; p->table != NULL; p++)
		name_in(d, p, other);
	strays(d, STRAYS_FORCE);
	for (const struct file_place *p = file_places; p->table != NULL; p++) {
		const char *sha256 = put(d, p->table);
		bool used;

		name_in(d, p, sha256);
		assert_int_equal(file_use(d->db, sha256, &used), RC_OK);
		assert_true(used);
		assert_int_equal(strays(d, STRAYS_COUNT).found, 0);
		assert_int_equal(strays(d, STRAYS_FORCE).removed, 0);
		if (!files_exists(office.files, sha256, d->m))
			fail_msg("%s.%s does not keep its file", p->table,
			    p->column);
		name_in(d, p, other);
		assert_int_equal(strays(d, STRAYS_COUNT).found, 1);
		assert_true(files_exists(office.files, sha256, d->m));
		assert_int_equal(strays(d, STRAYS_REMOVE).removed, 1);
		assert_false(files_exists(office.files, sha256, d->m));
	}
}

/* Somebody may be about to write the row. */
static void
test_young(void **state)
{
	struct district *d = *state;
	const char *sha256 = put(d, "young");

	clock_travel(0);
	clock_travel(clock_now() + 86400 - 600);
	assert_int_equal(strays(d, STRAYS_FORCE).removed, 0);
	assert_true(files_exists(office.files, sha256, d->m));
	clock_travel(clock_now() + 1200);
	assert_int_equal(strays(d, STRAYS_FORCE).removed, 1);
}

/* The database of last week, say, beside the files of today. */
static void
test_many(void **state)
{
	struct district *d = *state;
	struct strays s;

	for (int k = 0; k <= 100; k++)
		put(d, arena_printf(d->m, "file %d", k));
	clock_travel(0);
	clock_travel(clock_now() + 2 * 86400);
	s = strays(d, STRAYS_REMOVE);
	assert_true(s.many);
	assert_int_equal(s.found, 101);
	assert_int_equal(s.removed, 0);
	assert_int_equal(strays(d, STRAYS_FORCE).removed, 101);
	assert_int_equal(strays(d, STRAYS_COUNT).found, 0);
}

/* A draft that is refused as secret takes its files along, but for what a
 * batch is about to import. */
static void
test_shared(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "带附件的草稿");
	struct upload u = { .use = "attachment", .name = "a.txt",
	    .type = "text/plain", .size = 6 };
	int64_t id;

	fill(d);
	u.sha256 = put(d, "shared");
	DEED(d, RC_OK, upload_add(d->db, &d->entry, &u, d->m));
	c.n_attachments = 1;
	c.attachment = &u.id;
	id = 0;
	d->version = 0;
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &d->version, &c,
	    &d->p, d->m));
	name_in(d, &(struct file_place){ "bulk_file", "sha256" }, u.sha256);
	DEED(d, RC_OK, secrecy_purge(d->db, &d->entry, id, NULL, 0,
	    office.files, d->m));
	assert_int_equal(COUNT(d, "SELECT 1 FROM upload WHERE id = $1",
	    V(u.id)), 0);
	assert_true(files_exists(office.files, u.sha256, d->m));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_complete), TEST(test_each_place), TEST(test_young),
		TEST(test_many), TEST(test_shared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
