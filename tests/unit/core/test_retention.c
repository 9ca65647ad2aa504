/* test_retention.c - what goes and what stays when the time is over; a new
 * key. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "core/retention.h"
#include "store/files.h"

#include "office.h"

#define YEAR (365 * 86400LL)

static struct retention
run(struct district *d)
{
	struct retention r;

	assert_int_equal(retention_run(d->db, office.files, &d->operator, &r,
	    d->m), RC_OK);
	return r;
}

/* How many files stand in the store. */
static int
stored(struct district *d)
{
	struct rows q = db_query(d->db, "SELECT sha256 FROM application_file"
	    " WHERE sha256 <> ''");
	int n = 0;

	while (db_next(&q))
		n += files_exists(office.files, db_text(&q, 0, d->m), d->m);
	assert_int_equal(db_done(&q), RC_OK);
	return n;
}

static void
test_purge(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_ANSWERED), open, now;
	struct application_files files;
	struct application_file f;
	struct letters letters;
	struct letter l;
	struct person who;
	void *bytes;
	size_t n;

	open = office_case(d, CHANNEL_INTERNET, CASE_OPEN);
	assert_int_equal(stored(d), 2);
	clock_travel(TEST_NOW + 3 * YEAR - 86400);
	assert_int_equal(run(d).applications, 0);
	clock_travel(TEST_NOW + 3 * YEAR + 86400);
	assert_int_equal(run(d).applications, 1);
	assert_int_equal(run(d).applications, 0);
	assert_int_equal(stored(d), 1);
	now = office_get(d, a.id);
	assert_true(now.purged);
	assert_string_equal(now.number, a.number);
	assert_string_equal(now.result, "granted");
	assert_string_equal(now.submitted, a.submitted);
	assert_string_equal(now.closed, a.closed);
	assert_int_equal(now.clock.used, a.clock.used);
	assert_int_equal(now.channel, CHANNEL_INTERNET);
	assert_string_equal(now.masked_name, "");
	assert_string_equal(now.wish.name, "");
	assert_string_equal(now.note, "");
	DEED(d, RC_GONE, application_person(d->db, &d->review, a.id, "看",
	    &who, &d->p, d->m));
	assert_int_equal(application_file_list(d->db, a.id, &files, d->m),
	    RC_OK);
	assert_string_equal(files.v[0].name, "");
	assert_int_equal(application_file_read(d->db, office.files, a.id,
	    files.v[0].id, &f, &bytes, &n, d->m), RC_GONE);
	assert_int_equal(letter_list(d->db, a.id, true, &letters, d->m),
	    RC_OK);
	assert_int_equal(letter_get(d->db, a.unit, letters.v[0].id, &l, d->m),
	    RC_OK);
	assert_string_equal(l.body.s, "");
	assert_true(*l.number != '\0');
	assert_string_equal(office_get(d, open.id).wish.name,
	    open.wish.name);
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action = 'purge'"
	    " AND object_id = $1", V(a.id)), 1);
}

/* The form was refused after its scan was in the store. */
static void
test_strays(void **state)
{
	struct district *d = *state;
	struct application_file f = { .use = "identity", .name = "a.png",
	    .type = "image/png" };
	struct stored_file plain, lost;
	const char *half;
	void *sealed;
	size_t n;

	office_case(d, CHANNEL_INTERNET, CASE_OPEN);
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(application_file_add(d->db, office.files, OWNER, &f,
	    "x", 1, &d->p, d->m), RC_OK);
	assert_int_equal(db_end(d->db, RC_INVALID), RC_INVALID);
	sealed = secret_seal_bytes(d->m, "file", "y", 1, &n);
	assert_int_equal(files_put_bytes(office.files, sealed, n, &lost, d->m),
	    RC_OK);
	assert_int_equal(files_put_bytes(office.files, "plain", 5, &plain,
	    d->m), RC_OK);
	clock_travel(0);
	assert_int_equal(run(d).strays.removed, 0);
	clock_travel(clock_now() + 2 * 86400);
	half = arena_printf(d->m, "%s/.put-killed", office.files);
	close(open(half, O_CREAT | O_WRONLY, 0600));
	assert_int_equal(run(d).strays.removed, 4);
	assert_int_equal(access(half, F_OK), -1);
	assert_false(files_exists(office.files, lost.sha256, d->m));
	assert_false(files_exists(office.files, plain.sha256, d->m));
	assert_int_equal(stored(d), 1);
	assert_int_equal(run(d).strays.removed, 0);
}

static void
test_setting(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_COUNTER, CASE_ENDED);

	DEED(d, RC_INVALID, setting_set(d->db, &d->operator, 0,
	    SETTING_RETENTION_DAYS, "30", &d->p, d->m));
	DEED(d, RC_OK, setting_set(d->db, &d->operator, 0,
	    SETTING_RETENTION_DAYS, "365", &d->p, d->m));
	clock_travel(TEST_NOW + 364 * 86400);
	assert_int_equal(run(d).applications, 0);
	clock_travel(TEST_NOW + 366 * 86400);
	assert_int_equal(run(d).applications, 1);
	assert_true(office_get(d, a.id).purged);
}

static void
test_rotate(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET,
	    CASE_ANSWERED);
	int64_t letter = office_letter(d, a.id, "third_party");
	struct application_files files;
	struct application_file f;
	const char *old = arena_printf(d->m, "%s.old", office.key);
	struct person who;
	struct reseal r;
	struct letter l;
	void *bytes;
	size_t n;

	assert_int_equal(secret_create(old), RC_OK);
	assert_int_equal(secret_rotate(office.key), RC_OK);
	/* Both open while the work is done. */
	DEED(d, RC_OK, application_person(d->db, &d->review, a.id, "看",
	    &who, &d->p, d->m));
	assert_int_equal(retention_reseal(d->db, office.files, &d->operator,
	    &r, d->m), RC_OK);
	assert_int_equal(r.rows, 3);
	assert_int_equal(r.files, 1);
	assert_int_equal(secret_forget(office.key), RC_OK);
	DEED(d, RC_OK, application_person(d->db, &d->review, a.id, "看",
	    &who, &d->p, d->m));
	assert_string_equal(who.paper_no, ID_CARD);
	assert_int_equal(letter_get(d->db, a.unit, letter, &l, d->m), RC_OK);
	assert_string_equal(l.organ, "天津某某公司");
	assert_int_equal(application_file_list(d->db, a.id, &files, d->m),
	    RC_OK);
	assert_int_equal(application_file_read(d->db, office.files, a.id,
	    files.v[0].id, &f, &bytes, &n, d->m), RC_OK);
	assert_int_equal(n, 32);
	assert_int_equal(stored(d), 1);
	/* Another key opens nothing. */
	secret_load(old);
	DEED(d, RC_FAIL, application_person(d->db, &d->review, a.id, "看",
	    &who, &d->p, d->m));
	assert_int_equal(application_file_read(d->db, office.files, a.id,
	    files.v[0].id, &f, &bytes, &n, d->m), RC_FAIL);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, \
    office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_purge), TEST(test_strays), TEST(test_setting), TEST(test_rotate),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
