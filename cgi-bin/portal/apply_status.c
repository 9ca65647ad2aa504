/* apply_status.c - finding an application by number and code, and how it
 * stands. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/application_contact.h"
#include "core/application_file.h"
#include "core/case.h"
#include "core/case_result.h"
#include "core/letter.h"
#include "portal/apply.h"
#include "portal/apply_status.h"
#include "portal/pages.h"
#include "portal/question.h"
#include "portal/robot.h"
#include "portal/rows.h"
#include "richtext/filetype.h"

#define NUMBER_MAX	40
#define CODE_TYPED	80	/* with all the spaces people type */

static const char *const doings[] = { "correct", "reasons", "withdraw",
	"records", "suggest", "contact", NULL };

enum { G_NUMBER, G_DONE };
const struct field apply_status_fields[] = {
	[G_NUMBER] = { "number", KIND_TOKEN, 0, NUMBER_MAX, NULL },
	[G_DONE] = { "done", KIND_CHOICE, 0, 16, doings },
	{ 0 }
};

enum { Q_NUMBER, Q_CODE, Q_ASK, Q_ANSWER };
const struct field apply_query_fields[] = {
	[Q_NUMBER] = { "number", KIND_LINE, 0, NUMBER_MAX, NULL },
	[Q_CODE] = { "code", KIND_SECRET, 0, CODE_TYPED, NULL },
	[Q_ASK] = { "ask", KIND_TOKEN, 0, QUESTION_TOKEN, NULL },
	[Q_ANSWER] = { "answer", KIND_LINE, 0, QUESTION_ANSWER, NULL },
	{ 0 }
};

enum rc
status_load(struct ctx *x, struct application *a, const char **visit)
{
	*visit = apply_cookie(x, APPLY_VISIT);
	if (**visit == '\0')
		return RC_NOT_FOUND;
	return application_visit_find(x->db, *visit, a, x->mem);
}

void
status_head(struct ctx *x, const struct application *a)
{
	view_set(x->page, "Page.Number", a->number);
	view_int(x->page, "Page.Version", a->version);
	view_set(x->page, "Page.UnitName", a->unit_name);
	view_set(x->page, "Page.UnitCode", a->unit_code);
	apply_show_wish(view_child(x->page, "Page.Wish"), &a->wish);
}

static enum rc
show_query(struct ctx *x, const char *number)
{
	view_set(x->page, "Page.Form.number", number);
	return apply_page(x, "portal/apply_query.cs");
}

static void
set_day(struct ctx *x, const char *name, day_t day)
{
	struct node *n;

	if (day == DAY_NONE)
		return;
	n = view_child(x->page, name);
	view_set(n, "Text", day_text(x->mem, day));
	view_int(n, "Weekday", day_weekday(day));
}

static void
fill_state(struct ctx *x, const struct application *a)
{
	const struct case_result *r = case_result_get(a->result);
	const struct deadline *c = &a->clock;

	view_set(x->page, "Page.State", case_state_key(a->state));
	view_flag(x->page, "Page.Closed", case_state_closed(a->state));
	view_flag(x->page, "Page.Stopped", c->standing == STANDING_STOPPED);
	view_set(x->page, "Page.Why", deadline_key(c->why));
	set_day(x, "Page.Due", c->due);
	set_day(x, "Page.CorrectionUntil", a->facts.correction_until);
	if (a->facts.fee_noticed)
		set_day(x, "Page.FeeUntil", a->facts.fee_until);
	view_int(x->page, "Page.Fee", a->facts.fee);
	view_int(x->page, "Page.Used", c->used);
	view_int(x->page, "Page.Allowed", c->allowed);
	view_int(x->page, "Page.Left", c->left >= 0 ? c->left : -c->left);
	view_flag(x->page, "Page.Overdue", c->overdue);
	view_flag(x->page, "Page.Soon", c->left <= APPLICATION_SOON);
	view_flag(x->page, "Page.Provisional", c->provisional);
	view_set(x->page, "Page.ClosedAt", clock_show(x->mem, a->closed));
	if (r == NULL)
		return;
	view_set(x->page, "Page.Result.Key", r->key);
	view_set(x->page, "Page.Result.Label", r->short_label);
	view_set(x->page, "Page.Result.Meaning", r->meaning);
	view_set(x->page, "Page.Result.Article", r->article);
	view_set(x->page, "Page.Note", a->note);
}

static void
fill_acts(struct ctx *x, const struct application *a)
{
	bool answered = a->state == CASE_ANSWERED;

	view_flag(x->page, "Page.MayCorrect", case_may(a, BY_APPLICANT,
	    ACT_CORRECT));
	view_flag(x->page, "Page.MayReasons", case_may(a, BY_APPLICANT,
	    ACT_REASONS_GIVEN));
	view_flag(x->page, "Page.MayWithdraw", case_may(a, BY_APPLICANT,
	    ACT_WITHDRAW));
	view_flag(x->page, "Page.MayContact", application_contact_may(a));
	view_flag(x->page, "Page.Answered", answered);
}

static enum rc
fill_letters(struct ctx *x, const struct application *a)
{
	struct letters all;
	struct node *row;
	enum rc rc = letter_list(x->db, a->id, true, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++) {
		row = view_item(x->page, "Page.Letters");
		view_int(row, "Id", all.v[k].id);
		view_set(row, "Kind", all.v[k].kind);
		view_set(row, "Title", all.v[k].title);
		view_set(row, "Number", all.v[k].number);
		view_set(row, "Issued", rows_day(x->mem, all.v[k].issued));
		view_set(row, "Read", clock_show(x->mem,
		    all.v[k].downloaded));
	}
	return rc;
}

static enum rc
fill_files(struct ctx *x, const struct application *a)
{
	struct application_files all;
	struct node *row;
	enum rc rc;

	if (a->state != CASE_ANSWERED)
		return RC_OK;
	rc = application_file_list(x->db, a->id, &all, x->mem);
	for (int k = 0; rc == RC_OK && k < all.n; k++) {
		const struct application_file *f = &all.v[k];

		if (strcmp(f->use, "answer") != 0)
			continue;
		row = view_item(x->page, "Page.Files");
		view_int(row, "Id", f->id);
		view_set(row, "Name", f->name);
		view_set(row, "Type", filetype_label(f->type));
		view_set(row, "Size", text_size(x->mem, f->size));
		view_set(row, "Read", clock_show(x->mem, f->downloaded));
	}
	return rc;
}

static enum rc
show_status(struct ctx *x, const struct application *a)
{
	struct unit u;
	enum rc rc;

	status_head(x, a);
	fill_state(x, a);
	fill_acts(x, a);
	status_calendar(x, a);
	if ((rc = unit_get(x->db, a->unit, &u, x->mem)) != RC_OK ||
	    (rc = status_timeline(x, a)) != RC_OK ||
	    (rc = fill_letters(x, a)) != RC_OK ||
	    (rc = fill_files(x, a)) != RC_OK ||
	    (rc = status_remedy(x, a)) != RC_OK)
		return rc;
	rows_unit(view_child(x->page, "Page.Unit"), &u);
	view_set(x->page, "Page.Done", x->in.v[G_DONE].s);
	return apply_page(x, "portal/apply_status.cs");
}

enum rc
apply_status_show(struct ctx *x)
{
	const char *number = x->in.v[G_NUMBER].s, *visit;
	struct application a;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND)
		return show_query(x, number);
	if (rc != RC_OK)
		return rc;
	if (*number != '\0' && strcmp(number, a.number) != 0)
		return show_query(x, number);
	return show_status(x, &a);
}

/* Letters of any case, with or without the spaces of the receipt. */
static const char *
typed_code(const char *s, struct arena *m)
{
	char *out = arena_calloc(m, 2, strlen(s) + 1), *o = out;
	int n = 0;

	for (; *s != '\0'; s++) {
		if (strchr(" -\t", *s) != NULL)
			continue;
		if (n > 0 && n % 4 == 0)
			*o++ = ' ';
		*o++ = *s;
		n++;
	}
	return text_lower(m, out);
}

enum rc
apply_query(struct ctx *x)
{
	const char *number = text_upper(x->mem, x->in.v[Q_NUMBER].s);
	const char *code = typed_code(x->in.v[Q_CODE].s, x->mem);
	struct application a;
	char *token;
	enum rc rc;

	if (*number == '\0')
		problem_add(&x->problems, "number", PROBLEM_MISSING);
	if (*code == '\0')
		problem_add(&x->problems, "code", PROBLEM_MISSING);
	if (x->problems.n > 0)
		return RC_INVALID;
	if (x->in.v[Q_ANSWER].given && (rc = robot_answered(x,
	    x->in.v[Q_ASK].s, x->in.v[Q_ANSWER].s)) != RC_OK)
		return rc;
	x->keep = true;
	rc = application_by_code(x->db, number, code, x->req->address,
	    x->in.v[Q_ANSWER].given, &a, &x->problems, x->mem);
	if (rc != RC_OK)
		return rc;
	rc = application_visit_open(x->db, a.id, &token, x->mem);
	if (rc != RC_OK)
		return rc;
	apply_set_cookie(x, APPLY_VISIT, token);
	return go(x, "/apply/status");
}

enum rc
apply_query_again(struct ctx *x)
{
	if (x->in.v[Q_ASK].given ||
	    problem_of(&x->problems, "code") == PROBLEM_CODE_LOCKED)
		question_put(x);
	return show_query(x, x->in.v[Q_NUMBER].raw);
}

enum rc
apply_status_close(struct ctx *x)
{
	const char *visit = apply_cookie(x, APPLY_VISIT);
	enum rc rc = application_visit_close(x->db, visit, x->mem);

	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	apply_set_cookie(x, APPLY_VISIT, "");
	return go(x, "/apply");
}
