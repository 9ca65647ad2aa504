/*
 * test_profile.c - documents with forms of their own: kept field by field, what
 * the law wants in them, one of a kind in force, and the year.
 */
#include <string.h>

#include "core/profiles.h"
#include "core/yearly.h"

#include "district.h"

#define DAY (24 * 60 * 60)

static struct profile *
guide_make(struct district *d)
{
	struct profile *p = profile_new(profile_kind("guide"), 0, d->m);

	for (int k = 0; k < p->kind->parts; k++)
		p->v[p->kind->part[k].key] = "有";
	return p;
}

static int64_t
guide_draft(struct district *d, const struct profile *p)
{
	struct content c = district_content(d, "公开指南");
	int64_t id = 0;

	c.profile = p;
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &d->version, &c,
	    &d->p, d->m));
	return id;
}

static int64_t
guide_out(struct district *d)
{
	int64_t id = guide_draft(d, guide_make(d));

	DEED(d, RC_OK, district_move(d, &d->entry, id, ACTION_SUBMIT, ""));
	DEED(d, RC_OK, district_move(d, &d->review, id, ACTION_APPROVE, ""));
	DEED(d, RC_OK, district_move(d, &d->review, id, ACTION_PUBLISH, ""));
	return id;
}

static void
test_kept(void **state)
{
	struct district *d = *state;
	struct profile *p = profile_new(profile_kind("staff"), 2, d->m);
	const struct profile *back;
	int64_t id;

	p->n = 2;
	p->v[PROFILE_NOTE] = "第一行\n第二行";
	p->person[0].v[PROFILE_NAME] = "甲";
	p->person[1].v[PROFILE_NAME] = "乙";
	p->person[1].v[PROFILE_CALL] = "022-1";
	id = guide_draft(d, p);
	back = district_get(d, id).rev.c.profile;
	assert_non_null(back);
	assert_ptr_equal(back->kind, p->kind);
	assert_int_equal(back->n, 2);
	assert_string_equal(back->v[PROFILE_NOTE], "第一行\n第二行");
	assert_string_equal(back->person[0].v[PROFILE_CALL], "");
	assert_string_equal(back->person[1].v[PROFILE_NAME], "乙");
	assert_string_equal(back->person[1].v[PROFILE_CALL], "022-1");
}

/* Each part the kind needs, one after the other, and none that it does not. */
static void
test_parts(void **state)
{
	struct district *d = *state;
	struct profile *p = guide_make(d);
	int needed = 0;
	int64_t id;

	for (int k = 0; k < p->kind->parts; k++) {
		const struct profile_part *part = &p->kind->part[k];
		const char *name = profile_fields[part->key].name;
		struct document doc = { .rev.c = district_content(d, "x") };

		p->v[part->key] = "";
		doc.rev.c.profile = p;
		d->p = (struct problems){ 0 };
		document_check(&doc, &d->p);
		assert_int_equal(problem_of(&d->p, name), part->needed ?
		    PROBLEM_PART : PROBLEM_NONE);
		needed += part->needed;
		p->v[part->key] = "有";
	}
	assert_int_equal(needed, 11);
	p->v[PROFILE_FAX] = "";
	id = guide_draft(d, p);
	DEED(d, RC_INVALID, district_move(d, &d->entry, id, ACTION_SUBMIT,
	    ""));
	assert_int_equal(problem_of(&d->p, "p_fax"), PROBLEM_PART);
}

static void
test_one_in_force(void **state)
{
	struct district *d = *state;
	int64_t first = guide_out(d), second, live;

	DEED(d, RC_OK, profile_live(d->db, d->entry.unit,
	    profile_kind("guide"), &live));
	assert_int_equal(live, first);
	second = guide_out(d);
	assert_int_equal(district_get(d, first).state, STATE_EXPIRED);
	assert_int_equal(district_get(d, second).state, STATE_PUBLISHED);
	assert_int_equal(COUNT(d, "SELECT COUNT(*) FROM document_relation"
	    " WHERE from_id = $1 AND to_id = $2", V(second), V(first)), 1);
	DEED(d, RC_NOT_FOUND, profile_live(d->db, d->entry_b.unit,
	    profile_kind("guide"), &live));
}

static day_t
day(const char *s)
{
	day_t out;

	assert_true(day_parse(s, &out));
	return out;
}

static void
test_due(void **state)
{
	static const struct { const char *from, *due; } v[] = {
		{ "2025-11-05", "2026-11-05" }, { "2025-12-31", "2026-12-31" },
		{ "2024-02-29", "2025-02-28" }, { "2023-02-28", "2024-02-28" },
		{ "2023-03-01", "2024-03-01" }, { "2027-02-28", "2028-02-28" },
	};

	(void)state;
	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		assert_int_equal(yearly_due(day(v[k].from)), day(v[k].due));
}

static struct yearly
yearly_at(struct district *d, int64_t days)
{
	struct yearly y;

	clock_travel(TEST_NOW + days * DAY);
	assert_int_equal(yearly_of(d->db, d->entry.unit,
	    profile_kind("guide"), clock_today(), &y, d->m), RC_OK);
	return y;
}

/* 2026-06-15 to 2027-06-15: 365 days. */
static void
test_year(void **state)
{
	struct district *d = *state;
	int64_t id;

	assert_int_equal(yearly_at(d, 0).state, YEARLY_NONE);
	id = guide_out(d);
	assert_int_equal(yearly_at(d, 0).state, YEARLY_GOOD);
	assert_int_equal(yearly_at(d, 334).state, YEARLY_GOOD);
	assert_int_equal(yearly_at(d, 335).state, YEARLY_SOON_DUE);
	assert_int_equal(yearly_at(d, 364).left, 1);
	assert_int_equal(yearly_at(d, 365).state, YEARLY_SOON_DUE);
	assert_int_equal(yearly_at(d, 365).left, 0);
	assert_int_equal(yearly_at(d, 366).state, YEARLY_LATE);
	assert_int_equal(yearly_at(d, 366).left, -1);
	DEED(d, RC_NOT_FOUND, profile_confirm(d->db, &d->entry_b, id, d->m));
	DEED(d, RC_DENIED, profile_confirm(d->db, &d->review, id, d->m));
	DEED(d, RC_OK, profile_confirm(d->db, &d->entry, id, d->m));
	assert_int_equal(yearly_at(d, 366).state, YEARLY_GOOD);
	assert_true(yearly_at(d, 366).confirmed);
	assert_int_equal(yearly_at(d, 366 + 366).state, YEARLY_SOON_DUE);
	clock_travel(TEST_NOW);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(f) cmocka_unit_test_setup_teardown(f, district_setup,		\
	district_teardown)
		T(test_kept), T(test_parts), T(test_one_in_force),
		T(test_due), T(test_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
