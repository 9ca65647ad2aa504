/* apply_check.c - the answers once more before sending; sending. */
#include <string.h>

#include "base/clock.h"
#include "core/setting.h"
#include "portal/apply.h"
#include "portal/pages.h"
#include "portal/question.h"
#include "portal/robot.h"
#include "portal/rows.h"

#define CODE_SHOWN	(10 * 60)	/* seconds after sending */

enum { F_SINCE, F_TRAP, F_PROOF, F_ASK, F_ANSWER };
const struct field apply_check_fields[] = {
	[F_SINCE] = { "since", KIND_TOKEN, 0, 100, NULL },
	[F_TRAP] = { "website", KIND_LINE, 0, 200, NULL },
	[F_PROOF] = { "altcha", KIND_LINE, 0, ROBOT_PROOF, NULL },
	[F_ASK] = { "ask", KIND_TOKEN, 0, QUESTION_TOKEN, NULL },
	[F_ANSWER] = { "answer", KIND_LINE, 0, QUESTION_ANSWER, NULL },
	{ 0 }
};

enum rc
apply_fill_check(struct ctx *x, const struct apply *a)
{
	struct person who = apply_person(a);
	struct wish w = apply_wish(a);
	int64_t days;
	struct unit u;
	enum rc rc;

	apply_show_person(view_child(x->page, "Page.Person"), &who, false,
	    x->mem);
	apply_show_wish(view_child(x->page, "Page.Wish"), &w);
	if ((rc = apply_unit(x, a, &u)) != RC_OK ||
	    (rc = setting_number(x->db, u.id, SETTING_RETENTION_DAYS, &days,
	    x->mem)) != RC_OK)
		return rc;
	rows_unit(view_child(x->page, "Page.Unit"), &u);
	view_int(x->page, "Page.Retention", days);
	view_set(x->page, "Page.Since", robot_since(x));
	if (problem_of(&x->problems, "answer") != PROBLEM_NONE)
		question_put(x);
	return apply_fill_identity(x, a);
}

static enum rc
submit(struct ctx *x, struct apply *a, int64_t *id, char **number, char **code)
{
	struct application_new n = {
		.channel = CHANNEL_INTERNET, .came_on = DAY_NONE,
		.person = apply_person(a), .wish = apply_wish(a),
		.file_owner = a->token, .once = copy_get(&a->copy, "once"),
	};
	struct actor who = application_visitor(x->req->address);
	struct application_files scans;
	int64_t *file;
	struct unit u;
	enum rc rc;

	if ((rc = apply_unit(x, a, &u)) != RC_OK ||
	    (rc = application_file_waiting(x->db, a->token, &scans, x->mem))
	    != RC_OK)
		return rc;
	file = arena_calloc(x->mem, (size_t)scans.n + 1, sizeof(*file));
	for (int k = 0; k < scans.n; k++)
		file[k] = scans.v[k].id;
	n.unit = u.id;
	n.n_files = scans.n;
	n.file = file;
	return application_submit(x->db, &who, &n, id, number, code,
	    &x->problems, x->mem);
}

/* From now on the copy holds the receipt alone. */
static enum rc
keep_receipt(struct ctx *x, struct apply *a, int64_t id, const char *number,
    const char *code)
{
	char *visit;
	enum rc rc;

	a->copy = (struct copy){ 0 };
	apply_put(x, a, "number", number);
	apply_put(x, a, "code", code);
	apply_put(x, a, "shown", clock_text(x->mem, clock_now() + CODE_SHOWN));
	if ((rc = apply_save(x, a)) != RC_OK ||
	    (rc = application_visit_open(x->db, id, &visit, x->mem)) != RC_OK)
		return rc;
	apply_set_cookie(x, APPLY_VISIT, visit);
	return go(x, "/apply/receipt");
}

enum rc
apply_send(struct ctx *x)
{
	const struct value *v = x->in.v;
	const char *open;
	char *number, *code;
	struct apply a;
	int64_t id;
	enum rc rc;

	rc = apply_load(x, &a);
	if (rc == RC_NOT_FOUND)
		return apply_over(x);
	if (rc != RC_OK)
		return rc;
	if (*copy_get(&a.copy, "number") != '\0')
		return go(x, "/apply/receipt");
	if ((rc = apply_first_open(x, &a, &open)) != RC_OK)
		return rc;
	if (open != NULL)
		return go(x, "/apply/form/%s", open);
	if ((rc = robot_check(x, &(struct robot_form){
	    .proof = v[F_PROOF].s, .since = v[F_SINCE].s,
	    .trap = v[F_TRAP].s, .ask = v[F_ASK].s,
	    .answer = v[F_ANSWER].s })) != RC_OK ||
	    (rc = submit(x, &a, &id, &number, &code)) != RC_OK)
		return rc;
	return keep_receipt(x, &a, id, number, code);
}
