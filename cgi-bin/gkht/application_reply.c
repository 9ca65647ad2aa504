/*
 * application_reply.c - 回复结果 of an application: first the result, then
 * 回复描述 and what the result demands.  Its letter comes on the next page.
 */
#include <string.h>

#include "core/application_file.h"
#include "core/case_reply.h"
#include "core/case_result.h"
#include "gkht/application_act.h"
#include "gkht/application_act_letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "web/message_case.h"

enum {
	R_VERSION, R_STEP, R_RESULT, R_NOTE, R_GIVEN, R_WITHHELD, R_BASIS,
	R_REASON, R_WAY, R_ORGAN, R_CONTACT, R_DELIVERY, R_KEPT, R_FILE
};
enum { STEP_RESULT, STEP_FILL, STEP_SAVE };

static const char *const steps[] = { "result", "fill", "save", NULL };
static const char *const deliveries[] = {
	"mail", "email", "fax", "pickup", "read", "copy", NULL
};

const struct field application_reply_fields[] = {
	[R_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[R_STEP] = { "step", KIND_CHOICE, REQUIRED, 0, steps },
	[R_RESULT] = { "result", KIND_TOKEN, REQUIRED, 40, NULL },
	[R_NOTE] = { "note", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[R_GIVEN] = { "given", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[R_WITHHELD] = { "withheld", KIND_LINES, 0, APPLICATION_TEXT_MAX,
	    NULL },
	[R_BASIS] = { "basis", KIND_TOKEN, 0, 40, NULL },
	[R_REASON] = { "reason", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[R_WAY] = { "way", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[R_ORGAN] = { "organ", KIND_LINE, 0, APPLICATION_LINE_MAX, NULL },
	[R_CONTACT] = { "organ_contact", KIND_LINE, 0, APPLICATION_LINE_MAX,
	    NULL },
	[R_DELIVERY] = { "delivery", KIND_CHOICE, 0, 0, deliveries },
	[R_KEPT] = { "kept", KIND_ID, MANY, 0, NULL },
	[R_FILE] = { "file", KIND_FILE, MANY, 0, NULL },
	{ 0 }
};

static const struct { unsigned bit; const char *name; } needs[] = {
	{ RESULT_REASON, "Reason" }, { RESULT_PARTS, "Parts" },
	{ RESULT_ORGAN, "Organ" }, { RESULT_WAY, "Way" },
	{ RESULT_BASIS, "Basis" },
};

/* The results one can choose, grouped; the chosen one marked. */
static void
results_show(struct ctx *x, const struct application *a, const char *chosen)
{
	const struct case_result *all;
	const char *group = "";
	int n;

	all = case_results(&n);
	for (int i = 0; i < n; i++) {
		struct node *r;

		if (!all[i].by_reply ||
		    (all[i].needs & RESULT_CORRECTED && !a->facts.corrected))
			continue;
		r = view_item(x->page, "Page.Results");
		view_flag(r, "Opens", strcmp(group, all[i].group) != 0);
		group = all[i].group;
		view_set(r, "Key", all[i].key);
		view_set(r, "Group", group);
		view_set(r, "Label", all[i].short_label);
		view_set(r, "Article", all[i].article);
		view_set(r, "Meaning", all[i].meaning);
		view_flag(r, "On", strcmp(all[i].key, chosen) == 0);
		view_flag(r, "ReviewFirst",
		    all[i].remedy == REMEDY_REVIEW_FIRST);
		view_flag(r, "Basis", all[i].row >= 5 && all[i].row <= 12);
	}
}

static void
chosen_show(struct ctx *x, const struct case_result *r)
{
	struct node *at = view_child(x->page, "Page.Result");

	view_flag(x->page, "Page.Result", 1);
	view_set(at, "Key", r->key);
	view_set(at, "Label", r->short_label);
	view_set(at, "Article", r->article);
	view_set(at, "Meaning", r->meaning);
	view_flag(at, "Given", r->row == 3 || r->row == 4);
	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++)
		view_flag(at, needs[i].name, (r->needs & needs[i].bit) != 0);
}

static enum rc
page(struct ctx *x, const struct application *a, const char *result)
{
	const struct case_result *r = case_result_get(result);

	view_flag(x->page, "Page.Reply", 1);
	view_flag(x->page, "Page.Dialog", 1);
	results_show(x, a, result);
	if (r != NULL && r->by_reply)
		chosen_show(x, r);
	return application_case_show(x, a);
}

static void
stored_show(struct ctx *x, const struct case_reply *r)
{
	struct node *form = view_child(x->page, "Page.Form");

	view_set(form, "result", r->result);
	view_set(form, "note", r->note);
	view_set(form, "given", r->given);
	view_set(form, "withheld", r->withheld);
	view_set(form, "basis", r->basis);
	view_set(form, "reason", r->reason);
	view_set(form, "way", r->way);
	view_set(form, "organ", r->organ);
	view_set(form, "organ_contact", r->organ_contact);
	view_set(form, "delivery", r->delivery);
	view_set(view_child(x->page, "Page.Reply"), "Returned", r->returned);
}

/* What the draft before gave along stays, unless it is taken out. */
static enum rc
attached_show(struct ctx *x, const struct application *a)
{
	struct application_files all;
	enum rc rc;

	if ((rc = application_file_list(x->db, a->id, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++)
		if (strcmp(all.v[i].use, "answer") == 0)
			application_act_file(x, &all.v[i]);
	return RC_OK;
}

/* The dialog, with what was drafted before, if anything. */
enum rc
application_reply_ask(struct ctx *x)
{
	struct application a;
	struct case_reply r;
	const char *result = "";
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	if (!case_may(&a, case_by_role(x->me->role), ACT_DRAFT_REPLY))
		return go(x, "/gkht/applications/%lld", (long long)a.id);
	view_int(x->page, "Page.Form.version", a.version);
	view_set(x->page, "Page.Form.delivery", a.wish.delivery);
	rc = case_reply_get(x->db, a.id, &r, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	if (rc == RC_OK) {
		stored_show(x, &r);
		result = r.result;
		if ((rc = attached_show(x, &a)) != RC_OK)
			return rc;
	}
	return page(x, &a, result);
}

static struct case_reply
reply_of(struct ctx *x)
{
	struct value *v = x->in.v;

	return (struct case_reply){
		.result = v[R_RESULT].s, .note = v[R_NOTE].s,
		.given = v[R_GIVEN].s, .withheld = v[R_WITHHELD].s,
		.basis = v[R_BASIS].s, .reason = v[R_REASON].s,
		.way = v[R_WAY].s, .organ = v[R_ORGAN].s,
		.organ_contact = v[R_CONTACT].s,
		.delivery = v[R_DELIVERY].s,
	};
}

static void
result_values(struct ctx *x, struct node *at, const struct case_reply *r)
{
	const struct case_result *result = case_result_get(r->result);
	const struct case_result *basis = case_result_get(r->basis);

	view_set(at, "Result", result->key);
	view_set(at, "Article", result->article);
	view_set(at, "Meaning", result->meaning);
	view_set(at, "Delivery", message_delivery(r->delivery));
	view_set(at, "DeliveryKey", r->delivery);
	view_set(at, "Organ", r->organ);
	view_set(at, "OrganContact", r->organ_contact);
	if (basis != NULL) {
		view_set(at, "BasisArticle", basis->article);
		view_set(at, "BasisMeaning", basis->meaning);
	}
	switch (case_result_remedy(r->result, r->basis)) {
	case REMEDY_REVIEW_FIRST:
		view_flag(at, "ReviewFirst", 1);
		break;
	case REMEDY_CHOICE:
		view_flag(at, "Choice", 1);
		break;
	default:
		break;
	}
	act_letter_lines(x, at, "Note", r->note);
	act_letter_lines(x, at, "Given", r->given);
	act_letter_lines(x, at, "Withheld", r->withheld);
	act_letter_lines(x, at, "Reason", r->reason);
	act_letter_lines(x, at, "Way", r->way);
}

static enum rc
proposed(struct ctx *x, const struct application *a,
    const struct case_reply *r, struct act_letter *l)
{
	struct node *values;
	enum rc rc;

	if ((rc = act_letter_values(x, a, "reply", &values)) != RC_OK)
		return rc;
	result_values(x, view_child(values, "Letter"), r);
	return act_letter_make(x, "reply", values, l);
}

static void
typed_show(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");

	for (int i = R_VERSION; i <= R_DELIVERY; i++)
		if (i != R_STEP)
			view_set(form, application_reply_fields[i].name,
			    x->in.v[i].raw);
}

static enum rc
kept_show(struct ctx *x, const struct application *a)
{
	const struct value *v = &x->in.v[R_KEPT];
	int64_t *ids = arena_calloc(x->mem, (size_t)v->n + 1, sizeof(*ids));

	for (int i = 0; i < v->n; i++)
		ids[i] = v->many[i].i;
	return application_act_kept(x, a->id, v->n, ids);
}

enum rc
application_reply_again(struct ctx *x)
{
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	typed_show(x);
	if (x->reply.status == 409)
		view_int(x->page, "Page.Form.version", a.version);
	if ((rc = kept_show(x, &a)) != RC_OK)
		return rc;
	return page(x, &a, x->in.v[R_RESULT].s);
}

/* What is wrong is told without undoing: the files that were sent stay. */
static enum rc
refused(struct ctx *x, const struct application *a,
    const struct case_reply *r)
{
	enum rc rc;

	if (problem_of(&x->problems, "file") != PROBLEM_NONE)
		return RC_INVALID;
	frame_problems(x);
	typed_show(x);
	if ((rc = application_act_kept(x, a->id, r->n_files, r->file))
	    != RC_OK)
		return rc;
	return page(x, a, r->result);
}

/* Drafted, with the letter as the template says it; the next page is there to
 * correct it. */
static enum rc
reply_save(struct ctx *x, const struct application *a,
    const struct case_reply *r)
{
	struct act_letter l;
	struct letter before = { 0 };
	int64_t id;
	enum rc rc;

	rc = case_reply_draft(x->db, &x->actor, a->id, x->in.v[R_VERSION].i,
	    r, &x->problems, x->mem);
	if (rc == RC_INVALID)
		return refused(x, a, r);
	if (rc != RC_OK)
		return rc;
	rc = act_letter_draft(x, a, &before);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	if ((rc = proposed(x, a, r, &l)) != RC_OK ||
	    (rc = act_letter_store(x, a, &l, false, before.id, 0, "", &id))
	    != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld/letter", (long long)a->id);
}

/* Only a result that one may choose goes on. */
static enum rc
result_check(struct ctx *x)
{
	const struct case_result *r = case_result_get(x->in.v[R_RESULT].s);

	return r == NULL || !r->by_reply ?
	    refuse(x, "result", PROBLEM_NOT_CHOICE) : RC_OK;
}

enum rc
application_reply_run(struct ctx *x)
{
	struct application a;
	struct case_reply r;
	int64_t *ids;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK ||
	    (rc = result_check(x)) != RC_OK)
		return rc;
	r = reply_of(x);
	if ((rc = application_act_files(x, "answer", &x->in.v[R_KEPT],
	    &x->in.v[R_FILE], &r.n_files, &ids)) != RC_OK)
		return rc;
	r.file = ids;
	if (x->in.v[R_STEP].i == STEP_SAVE)
		return reply_save(x, &a, &r);
	view_flag(x->page, "Page.Choosing", x->in.v[R_STEP].i == STEP_RESULT);
	typed_show(x);
	if ((rc = application_act_kept(x, a.id, r.n_files, r.file)) != RC_OK)
		return rc;
	return page(x, &a, r.result);
}
