/* apply_act.c - what an applicant does with his application: correcting it,
 * giving reasons, withdrawing; corrections of records and suggestions. */
#include <string.h>

#include "core/case.h"
#include "core/case_follow.h"
#include "portal/apply.h"
#include "portal/apply_status.h"
#include "portal/pages.h"

enum { F_TEXT, F_VERSION, F_FILE };
const struct field apply_act_fields[] = {
	[F_TEXT] = { "text", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[F_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	{ 0 }
};
const struct field apply_correct_fields[] = {
	[F_TEXT] = { "text", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[F_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[F_FILE] = { "file", KIND_FILE, 0, 0, NULL },
	{ 0 }
};

static const struct doing {
	const char *name;
	enum case_act act;	/* ACT_NONE: something that follows */
	const char *follow, *asked;	/* kind of the event it answers */
	bool needs_text, takes_file;
} doings[] = {
	{ "correct", ACT_CORRECT, "", "ask_correction", true, true },
	{ "reasons", ACT_REASONS_GIVEN, "", "ask_reasons", true, false },
	{ "withdraw", ACT_WITHDRAW, "", "", false, false },
	{ "records", ACT_NONE, "correction", "", true, false },
	{ "suggest", ACT_NONE, "suggestion", "", true, false },
};

static const struct doing *
doing_of(const char *name)
{
	for (size_t k = 0; k < sizeof(doings) / sizeof(doings[0]); k++)
		if (strcmp(doings[k].name, name) == 0)
			return &doings[k];
	return NULL;
}

static bool
may(const struct application *a, const struct doing *d)
{
	return d->act == ACT_NONE ? a->state == CASE_ANSWERED :
	    case_may(a, BY_APPLICANT, d->act);
}

/* What the unit asked for, in its own words. */
static enum rc
fill_asked(struct ctx *x, const struct application *a, const char *kind)
{
	struct case_events all;
	enum rc rc = case_events(x->db, a->id, true, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++) {
		if (strcmp(all.v[k].kind, kind) != 0)
			continue;
		view_set(x->page, "Page.Asked", all.v[k].text);
		view_set(x->page, "Page.Until", all.v[k].until == DAY_NONE ?
		    "" : day_text(x->mem, all.v[k].until));
	}
	return rc;
}

static enum rc
show_act(struct ctx *x, const struct doing *d, const char *text)
{
	struct application a;
	const char *visit;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND || (rc == RC_OK && !may(&a, d)))
		return go(x, "/apply/status");
	if (rc != RC_OK)
		return rc;
	status_head(x, &a);
	view_set(x->page, "Page.Act", d->name);
	view_set(x->page, "Page.Form.text", text);
	view_flag(x->page, "Page.TakesFile", d->takes_file);
	if (*d->asked != '\0' && (rc = fill_asked(x, &a, d->asked)) != RC_OK)
		return rc;
	return apply_page(x, "portal/apply_act.cs");
}

enum rc
apply_act_show(struct ctx *x)
{
	const struct doing *d = doing_of(x->arg[0]);

	return d == NULL ? RC_NOT_FOUND : show_act(x, d, "");
}

static const struct doing *
doing_sent(const struct ctx *x)
{
	return doing_of(strrchr(x->req->path, '/') + 1);
}

enum rc
apply_act_again(struct ctx *x)
{
	return show_act(x, doing_sent(x), x->in.v[F_TEXT].raw);
}

static enum rc
do_act(struct ctx *x, const struct application *a, const struct doing *d,
    const char *visit)
{
	const struct value *v = x->in.v;
	struct actor who = case_applicant(a, x->req->address);
	struct case_deed deed = {
		.application = a->id, .version = v[F_VERSION].i, .act = d->act,
		.by_applicant = true, .day = DAY_NONE, .until = DAY_NONE,
		.text = v[F_TEXT].s, .organ = "", .file_owner = visit,
	};
	struct application_file kept;
	int64_t event;
	enum rc rc;

	if (d->takes_file && v[F_FILE].given) {
		rc = apply_keep_file(x, v[F_FILE].file, visit, "correction",
		    &kept);
		if (rc != RC_OK)
			return rc;
		deed.n_files = 1;
		deed.file = &kept.id;
	}
	return case_do(x->db, &who, &deed, &event, &x->problems, x->mem);
}

static enum rc
do_follow(struct ctx *x, const struct application *a, const struct doing *d)
{
	struct actor who = case_applicant(a, x->req->address);
	struct case_follow f = {
		.application = a->id, .kind = d->follow, .outcome = "pending",
		.day = clock_today(), .done = DAY_NONE,
		.text = x->in.v[F_TEXT].s, .login = "",
	};

	return case_follow_save(x->db, &who, true, &f, &x->problems, x->mem);
}

enum rc
apply_act_take(struct ctx *x)
{
	const struct doing *d = doing_sent(x);
	struct application a;
	const char *visit;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND || (rc == RC_OK && !may(&a, d)))
		return go(x, "/apply/status");
	if (rc != RC_OK)
		return rc;
	if (d->needs_text && !x->in.v[F_TEXT].given)
		return refuse(x, "text", PROBLEM_MISSING);
	rc = d->act == ACT_NONE ? do_follow(x, &a, d) :
	    do_act(x, &a, d, visit);
	if (rc != RC_OK)
		return rc;
	return go(x, "/apply/status?done=%s", d->name);
}
