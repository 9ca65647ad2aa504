/* frame.c - see frame.h. */
#include <string.h>

#include "core/amendment.h"
#include "core/catalogue.h"
#include "core/document.h"
#include "core/feedback.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/yearly.h"
#include "web/message.h"
#include "web/reply.h"

static enum rc
counts(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Count");
	int64_t by_state[STATE__MAX] = { 0 }, returned = 0, feedback;
	int64_t waiting, back;
	enum rc rc;

	if ((rc = document_counts(x->db, x->me->unit, by_state, &returned))
	    != RC_OK)
		return rc;
	if ((rc = amendment_count(x->db, x->me->unit, AMENDMENT_PENDING,
	    &waiting)) != RC_OK ||
	    (rc = amendment_count(x->db, x->me->unit, AMENDMENT_RETURNED,
	    &back)) != RC_OK)
		return rc;
	view_int(at, "Amendments", waiting);
	view_int(at, "AmendmentsBack", back);
	view_int(at, "Review", by_state[STATE_SUBMITTED] + waiting);
	view_int(at, "Draft", by_state[STATE_DRAFT]);
	view_int(at, "Returned", returned);
	view_int(at, "Submitted", by_state[STATE_SUBMITTED]);
	view_int(at, "Approved", by_state[STATE_APPROVED]);
	if ((rc = catalogue_due(x->db, x->me->unit, &returned, x->mem))
	    != RC_OK)
		return rc;
	view_int(at, "Due", returned);
	if ((rc = feedback_open_count(x->db, x->me->unit, &feedback))
	    != RC_OK)
		return rc;
	view_int(at, "Feedback", feedback);
	if ((rc = yearly_note(x)) != RC_OK)
		return rc;
	return applications_counts(x);
}

enum rc
frame_fill(struct ctx *x)
{
	struct node *me;

	if (x->me == NULL)
		return RC_OK;
	me = view_child(x->page, "Page.Me");
	view_set(me, "Login", x->me->login);
	view_set(me, "Name", x->me->name);
	view_set(me, "Unit", x->me->unit_short);
	view_set(me, "Role", role_key(x->me->role));
	view_set(me, "RoleName", message_role(x->me->role));
	view_flag(me, "Initial", x->me->initial);
	view_flag(me, "Supervising", x->me->supervising);
	view_int(me, "Idle", x->conf->session_idle);
	return x->me->initial ? RC_OK : counts(x);
}

enum rc
frame_error(struct ctx *x, enum rc rc, const char *incident)
{
	view_int(x->page, "Page.Status",
	    x->reply.status != 0 ? x->reply.status : reply_status(rc));
	view_set(x->page, "Page.Incident", incident);
	return show(x, "gkht/error.cs");
}

const char *
frame_home(enum role role)
{
	switch (role) {
	case ROLE_ENTRY:
		return "/gkht/entry";
	case ROLE_REVIEW:
		return "/gkht/review";
	default:
		return "/gkht/manage";
	}
}

void
frame_menu(struct ctx *x, const char *key)
{
	view_set(x->page, "Page.Menu", key);
}

static int64_t
limit_of(const struct ctx *x, const char *name, enum problem what)
{
	const struct field *f = x->route->fields;

	if (what == PROBLEM_FILE_TOO_LARGE || what == PROBLEM_WORD_TOO_LARGE)
		return x->conf->upload_max;
	for (; f != NULL && f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f->limit;
	return 0;
}

const char *
frame_sentence(const struct ctx *x, const char *field, enum problem what)
{
	return message_problem(x->mem, what,
	    limit_of(x, field, what));
}

void
frame_problems(struct ctx *x)
{
	struct node *by_field = view_child(x->page, "Page.Error");

	for (int i = 0; i < x->problems.n; i++) {
		const char *field = x->problems.v[i].field;
		const char *text = frame_sentence(x, field,
		    x->problems.v[i].what);
		struct node *e = view_item(x->page, "Page.Errors");

		view_set(e, "Field", field);
		view_set(e, "Label", message_field(field));
		view_set(e, "Text", text);
		view_set(by_field, field, text);
	}
	x->problems.n = 0;
	x->reply.status = 422;
}
