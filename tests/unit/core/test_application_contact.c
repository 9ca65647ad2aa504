/* test_application_contact.c - how to reach an applicant, corrected later. */
#include <string.h>

#include "core/application_contact.h"

#include "office.h"

static struct person
at_home(void)
{
	return (struct person){ .contact = "", .phone = " 022-29240000 ",
	    .address = "天津市宝坻区某路九号", .postcode = "301800",
	    .email = "", .fax = NULL };
}

static enum rc
set(struct district *d, const struct application *a, int64_t version,
    const struct person *p)
{
	struct actor who = case_applicant(a, "192.0.2.1");
	enum rc rc;

	assert_int_equal(db_begin(d->db), RC_OK);
	d->p = (struct problems){ 0 };
	rc = application_contact_set(d->db, &who, a->id, version, p, &d->p,
	    d->m);
	assert_int_equal(db_end(d->db, rc), rc);
	return rc;
}

static void
test_set(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET, CASE_OPEN);
	struct application b;
	struct person sent = at_home(), was, now;
	struct case_events events;

	assert_int_equal(application_own_person(d->db, &a, &was, d->m), RC_OK);
	assert_int_equal(set(d, &a, a.version, &sent), RC_OK);
	b = office_get(d, a.id);
	assert_int_equal(b.version, a.version + 1);
	assert_int_equal(b.state, CASE_OPEN);
	assert_int_equal(b.clock.due, a.clock.due);
	assert_int_equal(application_own_person(d->db, &b, &now, d->m), RC_OK);
	assert_string_equal(now.phone, "022-29240000");
	assert_string_equal(now.address, sent.address);
	assert_string_equal(now.email, "");
	assert_string_equal(now.fax, "");
	/* Who somebody is does not change this way. */
	assert_string_equal(now.name, was.name);
	assert_string_equal(now.paper_no, was.paper_no);
	assert_string_equal(b.masked_name, a.masked_name);
	assert_int_equal(case_events(d->db, a.id, true, &events, d->m),
	    RC_OK);
	assert_string_equal(events.v[events.n - 1].kind, "contact");
	assert_string_equal(events.v[events.n - 1].text, "");
	assert_int_equal(COUNT(d, "SELECT 1 FROM audit WHERE action ="
	    " 'contact_changed' AND object_id = $1 AND detail = ''",
	    V(a.id)), 1);
	assert_false(office_leaks(d, "某路九号"));
	assert_false(office_leaks(d, "022-29240000"));
	/* The same once more is nothing. */
	assert_int_equal(set(d, &b, b.version, &sent), RC_OK);
	assert_int_equal(office_get(d, a.id).version, b.version);
}

static void
test_refused(void **state)
{
	struct district *d = *state;
	struct application a = office_case(d, CHANNEL_INTERNET, CASE_OPEN);
	struct person sent = at_home();
	struct application other = a;

	assert_int_equal(set(d, &a, a.version - 1, &sent), RC_CONFLICT);
	other.unit = d->entry_b.unit;
	assert_int_equal(set(d, &other, a.version, &sent), RC_NOT_FOUND);
	sent.phone = "telephone";
	sent.postcode = "1";
	assert_int_equal(set(d, &a, a.version, &sent), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "phone"), PROBLEM_PHONE);
	assert_int_equal(problem_of(&d->p, "postcode"), PROBLEM_POSTCODE);
	sent = (struct person){ 0 };
	assert_int_equal(set(d, &a, a.version, &sent), RC_INVALID);
	assert_int_equal(problem_of(&d->p, "phone"), PROBLEM_NO_CONTACT);
	assert_int_equal(office_get(d, a.id).version, a.version);
}

/* Until there is nothing left to send. */
static void
test_states(void **state)
{
	struct district *d = *state;
	struct person sent = at_home();

	for (int s = CASE_SUBMITTED; s < CASE__MAX; s++) {
		struct application a = office_case(d, CHANNEL_INTERNET,
		    (enum case_state)s);
		bool may = s != CASE_WITHDRAWN && s != CASE_ENDED;

		assert_int_equal(application_contact_may(&a), may);
		assert_int_equal(set(d, &a, a.version, &sent),
		    may ? RC_OK : RC_CONFLICT);
		a.purged = true;
		assert_false(application_contact_may(&a));
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, office_setup, office_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_set), TEST(test_refused), TEST(test_states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
