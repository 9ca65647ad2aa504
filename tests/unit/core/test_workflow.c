/* test_workflow.c - the whole cube of state, action and role. */
#include <string.h>

#include "district.h"

/* from action role to reason: what the manual allows, and nothing else. */
static const char *const allowed[] = {
	"draft edit entry draft 0",
	"draft submit entry submitted 0",
	"draft discard entry deleted 0",
	"submitted approve review approved 0",
	"submitted return review draft 1",
	"approved publish review published 0",
	"approved return review draft 1",
	"published withdraw review withdrawn 1",
	"published expire review expired 1",
	"published repeal review expired 1",
	"published delete review deleted 1",
	"published amend admin published 1",
	"expired withdraw review withdrawn 1",
	"expired repeal review expired 1",
	"expired delete review deleted 1",
	"expired amend admin expired 1",
	"withdrawn edit entry draft 0",
	"withdrawn submit entry submitted 0",
	"withdrawn delete review deleted 1",
};
#define ALLOWED ((int)(sizeof(allowed) / sizeof(allowed[0])))

static const char *
expected(struct arena *m, enum state s, enum action a, enum role r)
{
	const char *head = arena_printf(m, "%s %s %s ", state_key(s),
	    action_key(a), role_key(r));

	for (int k = 0; k < ALLOWED; k++)
		if (strncmp(allowed[k], head, strlen(head)) == 0)
			return allowed[k] + strlen(head);
	return NULL;
}

static void
test_table(void **state)
{
	struct arena *m = arena_new();
	const struct move *move;
	const char *want;
	int open = 0;

	(void)state;
	for (int s = STATE_NONE; s <= STATE__MAX; s++)
		for (int a = ACTION_NONE; a <= ACTION__MAX; a++)
			for (int r = ROLE_NONE; r <= ROLE__MAX; r++) {
				move = workflow_find((enum state)s,
				    (enum action)a, (enum role)r);
				want = s && a && r ? expected(m, (enum state)s,
				    (enum action)a, (enum role)r) : NULL;
				assert_int_equal(move != NULL, want != NULL);
				if (!move)
					continue;
				open++;
				assert_string_equal(want, arena_printf(m,
				    "%s %d", state_key(move->to),
				    move->reason));
			}
	assert_int_equal(open, ALLOWED);
	arena_free(m);
}

static void
test_list(void **state)
{
	const struct move *out[ACTION__MAX];

	(void)state;
	assert_int_equal(workflow_list(STATE_PUBLISHED, ROLE_REVIEW, out,
	    ACTION__MAX), 4);
	assert_int_equal(workflow_list(STATE_PUBLISHED, ROLE_REVIEW, out, 2),
	    2);
	assert_int_equal(workflow_list(STATE_PUBLISHED, ROLE_NONE, out,
	    ACTION__MAX), 0);
	assert_int_equal(workflow_list(STATE_DELETED, ROLE_REVIEW, out,
	    ACTION__MAX), 0);
	assert_true(workflow_ever(ACTION_AMEND, ROLE_ADMIN));
	assert_false(workflow_ever(ACTION_AMEND, ROLE_REVIEW));
}

static void
test_keys(void **state)
{
	(void)state;
	for (int k = STATE_NONE + 1; k < STATE__MAX; k++)
		assert_int_equal(state_of_key(state_key((enum state)k)), k);
	for (int k = ACTION_NONE + 1; k < ACTION__MAX; k++)
		assert_int_equal(action_of_key(action_key((enum action)k)), k);
	for (int k = ROLE_NONE + 1; k < ROLE__MAX; k++)
		assert_int_equal(role_of_key(role_key((enum role)k)), k);
	assert_int_equal(state_of_key("Draft"), STATE_NONE);
	assert_int_equal(state_of_key(""), STATE_NONE);
	assert_int_equal(action_of_key("drop table"), ACTION_NONE);
	assert_int_equal(role_of_key("root"), ROLE_NONE);
	assert_string_equal(state_key(STATE__MAX), "");
	assert_string_equal(action_key(ACTION_NONE), "");
	assert_string_equal(role_key(ROLE__MAX), "");
}

/* The same cube through the functions that change documents. */
static enum rc
act(struct district *d, const struct actor *who, int64_t id, int64_t version,
    enum action action)
{
	struct content c = district_content(d, "改过的名称");

	d->p = (struct problems){ 0 };
	if (action == ACTION_EDIT)
		return document_save(d->db, who, &id, &version, &c, &d->p,
		    d->m);
	if (action == ACTION_AMEND)
		return district_amend(d, who, id, version, &c, "更正");
	return document_move(d->db, who, id, version, action, "理由", &d->p,
	    d->m);
}

static void
try(struct district *d, enum state s, enum action a, enum role r)
{
	const struct actor *const by[] =
	    { &d->entry, &d->admin, &d->entry, &d->review };
	struct actor who = *by[r];
	int64_t id = district_state(d, "名称", s);
	struct document before, after;
	const char *want = expected(d->m, s, a, r);
	enum rc rc;

	who.role = r;
	if (s != STATE_DELETED)
		district_ready(d, id);
	before = district_get(d, id);
	rc = act(d, &who, id, before.version, a);
	assert_int_equal(rc, want ? RC_OK : RC_DENIED);
	if (a == ACTION_DISCARD && want) {
		assert_int_equal(document_get(d->db, who.unit, id, &after,
		    d->m), RC_NOT_FOUND);
		return;
	}
	after = district_get(d, id);
	assert_int_equal(after.version, before.version + (want ? 1 : 0));
	assert_int_equal(after.state, want ?
	    workflow_find(s, a, r)->to : before.state);
}

static void
test_cube(void **state)
{
	struct district *d = *state;

	assert_int_equal(db_begin(d->db), RC_OK);
	for (int s = STATE_DRAFT; s < STATE__MAX; s++)
		for (int a = ACTION_EDIT; a < ACTION__MAX; a++)
			for (int r = ROLE_NONE; r < ROLE__MAX; r++)
				try(d, (enum state)s, (enum action)a,
				    (enum role)r);
	assert_int_equal(db_end(d->db, RC_CONFLICT), RC_CONFLICT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_keys),
		cmocka_unit_test_setup_teardown(test_cube, district_setup,
		    district_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
