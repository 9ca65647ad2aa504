/* apply_check.c - the answers once more before sending; sending; receipt. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/calendar.h"
#include "core/setting.h"
#include "portal/apply.h"
#include "portal/pages.h"
#include "portal/qr.h"
#include "portal/robot.h"
#include "portal/rows.h"

#define CODE_SHOWN	(10 * 60)	/* seconds after sending */

enum { F_SINCE, F_TRAP, F_PROOF };
const struct field apply_check_fields[] = {
	[F_SINCE] = { "since", KIND_TOKEN, 0, 100, NULL },
	[F_TRAP] = { "website", KIND_LINE, 0, 200, NULL },
	[F_PROOF] = { "altcha", KIND_LINE, 0, ROBOT_PROOF, NULL },
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
	if ((rc = robot_check(x, v[F_PROOF].s, v[F_SINCE].s,
	    v[F_TRAP].s)) != RC_OK ||
	    (rc = submit(x, &a, &id, &number, &code)) != RC_OK)
		return rc;
	return keep_receipt(x, &a, id, number, code);
}

/* Eight groups of four. */
static void
fill_code(struct ctx *x, const struct apply *a)
{
	const char *code = copy_get(&a->copy, "code");
	int64_t until;
	size_t n;

	if (*code == '\0' || !clock_parse(copy_get(&a->copy, "shown"),
	    &until) || clock_now() > until)
		return;
	view_set(x->page, "Page.Code", code);
	view_set(x->page, "Page.CodeUntil", clock_local(x->mem, until) + 11);
	for (; *code != '\0'; code += n + (code[n] != '\0')) {
		n = strcspn(code, " ");
		view_set(view_item(x->page, "Page.Groups"), "Text",
		    arena_strndup(x->mem, code, n));
	}
}

static void
fill_qr(struct ctx *x, const char *number)
{
	const char *site = *x->conf->site_url != '\0' ? x->conf->site_url :
	    arena_printf(x->mem, "http%s://%s", x->req->https ? "s" : "",
	    x->req->host);
	struct qr qr = qr_make(arena_printf(x->mem,
	    "%s/apply/status?number=%s", site, number), x->mem);

	if (qr.size == 0)
		return;
	view_set(x->page, "Page.Qr.Path", qr.path);
	view_int(x->page, "Page.Qr.Size", qr.size + 8);
}

/* If the unit confirms on the next working day. */
static enum rc
fill_dates(struct ctx *x)
{
	struct calendar *c;
	day_t confirm, answer;
	enum rc rc;

	if ((rc = calendar_load(x->db, &c, x->mem)) != RC_OK)
		return rc;
	confirm = calendar_add(c, clock_today(), DEADLINE_CONFIRM);
	answer = calendar_add(c, confirm, DEADLINE_ANSWER);
	view_set(x->page, "Page.Today", day_text(x->mem, clock_today()));
	view_set(x->page, "Page.Confirm", day_text(x->mem, confirm));
	view_set(x->page, "Page.Answer", day_text(x->mem, answer));
	view_flag(x->page, "Page.Estimated", !calendar_knows(c,
	    day_year(answer)));
	return RC_OK;
}

enum rc
apply_receipt_show(struct ctx *x)
{
	struct application app;
	struct apply a;
	const char *number;
	enum rc rc;

	rc = apply_load(x, &a);
	if (rc == RC_NOT_FOUND)
		return apply_over(x);
	if (rc != RC_OK)
		return rc;
	number = copy_get(&a.copy, "number");
	if (*number == '\0')
		return go(x, "/apply/form/check");
	view_set(x->page, "Page.Number", number);
	fill_code(x, &a);
	fill_qr(x, number);
	if ((rc = fill_dates(x)) != RC_OK)
		return rc;
	rc = application_visit_find(x->db, apply_cookie(x, APPLY_VISIT), &app,
	    x->mem);
	if (rc == RC_OK && strcmp(app.number, number) == 0) {
		apply_show_wish(view_child(x->page, "Page.Wish"), &app.wish);
		view_set(x->page, "Page.UnitName", app.unit_name);
		view_set(x->page, "Page.Name", app.masked_name);
		view_set(x->page, "Page.Kind", app.organisation ?
		    app.organisation_kind : "citizen");
	} else if (rc != RC_OK && rc != RC_NOT_FOUND) {
		return rc;
	}
	return apply_page(x, "portal/apply_receipt.cs");
}

/* 已经保存: the code is gone for good. */
enum rc
apply_receipt_done(struct ctx *x)
{
	struct apply a;
	enum rc rc = apply_load(x, &a);

	if (rc == RC_OK)
		rc = application_copy_close(x->db, a.token, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	apply_set_cookie(x, APPLY_COPY, "");
	return go(x, "/apply/status");
}
