/* test_upload.c - the register of files and their names. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#include "district.h"

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const char *
named(struct district *d, const char *name)
{
	struct upload u = { .use = "attachment", .name = name, .size = 1,
	    .type = "text/plain", .sha256 = SHA }, got;

	DEED(d, RC_OK, upload_add(d->db, &d->entry, &u, d->m));
	assert_int_equal(upload_get(d->db, d->entry.unit, u.id, &got, d->m),
	    RC_OK);
	assert_string_equal(got.name, u.name);
	return got.name;
}

static void
test_names(void **state)
{
	struct district *d = *state;
	char name[1000] = "";

	assert_string_equal(named(d, "通知.docx"), "通知.docx");
	assert_string_equal(named(d, "C:\\Documents\\通知.docx"), "通知.docx");
	assert_string_equal(named(d, "../../etc/passwd"), "passwd");
	assert_string_equal(named(d, " 表 1.pdf "), "表 1.pdf");
	assert_string_equal(named(d, "a\r\nb\x7f.pdf"), "ab.pdf");
	assert_string_equal(named(d, ""), "file");
	assert_string_equal(named(d, "/"), "file");
	assert_string_equal(named(d, ".."), "file");
	for (int k = 0; k < 250; k++)
		strcat(name, "长");
	assert_int_equal(text_length(named(d, name)), 200);
	strcat(name, ".docx");
	assert_int_equal(text_length(named(d, name)), 200);
	assert_non_null(strstr(named(d, name), "长.docx"));
}

static void
test_refused(void **state)
{
	struct district *d = *state;
	struct upload u = { .use = "attachment", .name = "a", .size = 1,
	    .type = "text/plain", .sha256 = "../../etc/passwd" };

	DEED(d, RC_INVALID, upload_add(d->db, &d->entry, &u, d->m));
	u.sha256 = SHA;
	u.name = "\xff";
	DEED(d, RC_INVALID, upload_add(d->db, &d->entry, &u, d->m));
	u.name = "a";
	DEED(d, RC_OK, upload_add(d->db, &d->entry, &u, d->m));
	assert_int_equal(upload_get(d->db, d->entry_b.unit, u.id, &u, d->m),
	    RC_NOT_FOUND);
}

static void
test_image(void **state)
{
	struct district *d = *state;
	struct upload u = { .use = "attachment", .name = "a.png", .size = 1,
	    .type = "image/png", .sha256 = SHA }, got;
	int64_t unit = d->entry.unit;

	DEED(d, RC_OK, upload_add(d->db, &d->entry, &u, d->m));
	assert_int_equal(upload_image(d->db, unit, SHA, &got, d->m),
	    RC_NOT_FOUND);
	u.use = "image";
	DEED(d, RC_OK, upload_add(d->db, &d->entry, &u, d->m));
	assert_int_equal(upload_image(d->db, unit, SHA, &got, d->m), RC_OK);
	assert_int_equal(got.id, u.id);
	assert_int_equal(upload_image(d->db, d->entry_b.unit, SHA, &got,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(upload_image(d->db, unit, "", &got, d->m),
	    RC_NOT_FOUND);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_names), T(test_refused), T(test_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
