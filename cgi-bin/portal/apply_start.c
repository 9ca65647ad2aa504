/* apply_start.c - before the form: what it is, how long it takes, and whether
 * what is wanted has been public all along. */
#include <string.h>

#include "base/clock.h"
#include "core/answered.h"
#include "core/calendar.h"
#include "core/setting.h"
#include "portal/apply.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "richtext/sanitize.h"

#define PACE_LEAST	5	/* cases, to say how long they took */
#define ASK_MAX		500	/* characters */

enum { S_UNIT, S_OVER };
const struct field apply_fields[] = {
	[S_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[S_OVER] = { "over", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

enum { A_UNIT, A_DESCRIPTION };
const struct field apply_ask_fields[] = {
	[A_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[A_DESCRIPTION] = { "description", KIND_LINES, 0, ASK_MAX, NULL },
	{ 0 }
};

enum { H_ID, H_APPLICATION };
const struct field apply_helped_fields[] = {
	[H_ID] = { "id", KIND_ID, REQUIRED, 0, NULL },
	[H_APPLICATION] = { "application", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

/* An example of the statutory time: received today, answered by ... */
static enum rc
fill_deadline(struct ctx *x)
{
	struct calendar *c;
	day_t today = clock_today(), last;
	enum rc rc;

	if ((rc = calendar_load(x->db, &c, x->mem)) != RC_OK)
		return rc;
	last = calendar_add(c, today, DEADLINE_ANSWER);
	view_set(x->page, "Page.Today", day_text(x->mem, today));
	view_set(x->page, "Page.Deadline", day_text(x->mem, last));
	view_flag(x->page, "Page.Estimated", !calendar_knows(c,
	    day_year(last)));
	return RC_OK;
}

/* How long the answers of the unit, or of the whole district, really took. */
static enum rc
fill_pace(struct ctx *x, int64_t unit)
{
	struct application_pace pace;
	enum rc rc = application_pace(x->db, unit, &pace, x->mem);

	if (rc != RC_OK || pace.n < PACE_LEAST)
		return rc;
	view_int(x->page, "Page.Pace.N", pace.n);
	view_int(x->page, "Page.Pace.Median", pace.median);
	view_int(x->page, "Page.Pace.Quick", pace.quick);
	view_int(x->page, "Page.Pace.Slow", pace.slow);
	return RC_OK;
}

/* The unit of the address; without one, the district speaks. */
static enum rc
fill_unit(struct ctx *x, const char *code)
{
	struct unit u;
	enum rc rc;

	if (*code == '\0')
		return fill_pace(x, 0);
	if ((rc = unit_by_code(x->db, code, &u, x->mem)) != RC_OK)
		return rc;
	rows_unit(view_child(x->page, "Page.Unit"), &u);
	view_set(x->page, "Page.Form.unit", u.code);
	return fill_pace(x, u.id);
}

/* A form that is still open can be gone on with. */
static enum rc
fill_open(struct ctx *x)
{
	struct apply a;
	bool log;
	enum rc rc = apply_load(x, &a);

	if (rc == RC_OK)
		view_flag(x->page, "Page.Open",
		    *copy_get(&a.copy, "number") == '\0');
	else if (rc != RC_NOT_FOUND)
		return rc;
	rc = setting_flag(x->db, 0, SETTING_PUBLIC_LOG, &log, x->mem);
	view_flag(x->page, "Page.Log", log);
	return rc;
}

static enum rc
show_start(struct ctx *x, const char *code)
{
	enum rc rc;

	if ((rc = fill_unit(x, code)) != RC_OK ||
	    (rc = fill_deadline(x)) != RC_OK || (rc = fill_open(x)) != RC_OK)
		return rc;
	return apply_page(x, "portal/apply.cs");
}

enum rc
apply_show(struct ctx *x)
{
	if (x->problems.n > 0)
		return RC_INVALID;
	view_flag(x->page, "Page.Over", x->in.v[S_OVER].given);
	return show_start(x, x->in.v[S_UNIT].s);
}

enum rc
apply_ask_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.description",
	    x->in.v[A_DESCRIPTION].raw);
	return show_start(x, x->in.v[A_UNIT].s);
}

/* A new working copy with what the start page knows already. */
static enum rc
begin(struct ctx *x, struct apply *a, struct unit *u)
{
	enum rc rc;

	*u = (struct unit){ 0 };
	if (x->in.v[A_UNIT].given && (rc = unit_by_code(x->db,
	    x->in.v[A_UNIT].s, u, x->mem)) != RC_OK)
		return rc;
	if ((rc = apply_open(x, a)) != RC_OK)
		return rc;
	if (u->id != 0)
		apply_put(x, a, "unit", u->code);
	apply_put(x, a, "wish_description", x->in.v[A_DESCRIPTION].s);
	return apply_save(x, a);
}

enum rc
apply_new(struct ctx *x)
{
	struct apply a;
	struct unit u;
	enum rc rc = begin(x, &a, &u);

	if (rc != RC_OK)
		return rc;
	return go(x, "/apply/form/%s", u.id != 0 ? "who" : "unit");
}

enum rc
apply_ask(struct ctx *x)
{
	struct answereds found;
	struct apply a;
	struct unit u;
	enum rc rc;

	if (!x->in.v[A_DESCRIPTION].given)
		return refuse(x, "description", PROBLEM_MISSING);
	if ((rc = begin(x, &a, &u)) != RC_OK ||
	    (rc = answered_find(x->db, u.id, x->in.v[A_DESCRIPTION].s, &found,
	    x->mem)) != RC_OK)
		return rc;
	if (found.n > 0)
		return go(x, "/apply/answers");
	return go(x, "/apply/form/%s", u.id != 0 ? "who" : "unit");
}

static void
answer_row(struct node *row, const struct answered *a, struct arena *m)
{
	view_int(row, "Id", a->id);
	view_flag(row, "Application", a->application);
	view_set(row, "Title", a->title);
	if (!a->application)
		view_set(row, "Doc", a->path + strlen("/doc/"));
	view_set(row, "Unit", a->unit_name);
	view_html(row, "SnippetHtml", sanitize_marked(a->snippet, m));
	view_set(row, "Published", rows_day(m, a->published));
}

enum rc
apply_answers_show(struct ctx *x)
{
	struct unit u = { 0 };
	struct answereds found;
	struct apply a;
	enum rc rc = apply_load(x, &a);

	if (rc == RC_NOT_FOUND)
		return apply_over(x);
	if (rc != RC_OK)
		return rc;
	rc = apply_unit(x, &a, &u);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	rc = answered_find(x->db, u.id, copy_get(&a.copy, "wish_description"),
	    &found, x->mem);
	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < found.n; k++)
		answer_row(view_item(x->page, "Page.Found"), &found.v[k],
		    x->mem);
	view_set(x->page, "Page.Question", copy_get(&a.copy,
	    "wish_description"));
	view_set(x->page, "Page.Next", u.id != 0 ? "who" : "unit");
	return apply_page(x, "portal/apply_answers.cs");
}

/* 这已回答我的问题: counted, and nothing is kept of what was typed. */
enum rc
apply_helped(struct ctx *x)
{
	struct apply a;
	enum rc rc = apply_load(x, &a);

	if (rc == RC_NOT_FOUND)
		return go(x, "/apply/answered");
	if (rc != RC_OK)
		return rc;
	rc = answered_click(x->db, x->in.v[H_APPLICATION].given,
	    x->in.v[H_ID].i, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	rc = application_copy_close(x->db, a.token, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	apply_set_cookie(x, APPLY_COPY, "");
	return go(x, "/apply/answered");
}

enum rc
apply_answered_show(struct ctx *x)
{
	return apply_page(x, "portal/apply_answered.cs");
}
