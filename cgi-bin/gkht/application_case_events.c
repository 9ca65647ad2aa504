/* application_case_events.c - what happened, and what was sent and kept. */
#include <string.h>

#include "base/text.h"
#include "core/application_file.h"
#include "core/case_follow.h"
#include "core/case_paper.h"
#include "core/letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "richtext/filetype.h"
#include "web/message_case.h"

static void
event_show(struct ctx *x, const struct case_event *e)
{
	struct node *n = view_item(x->page, "Page.Events");
	bool late = strncmp(clock_show(x->mem, e->at),
	    applications_date(x->mem, e->day), 10) != 0;

	view_int(n, "Id", e->id);
	view_set(n, "Kind", e->kind);
	view_set(n, "What", message_case_act(e->act));
	view_set(n, "At", clock_show(x->mem, e->at));
	view_set(n, "Day", applications_date(x->mem, e->day));
	view_flag(n, "OtherDay", late && e->day != DAY_NONE);
	view_set(n, "Until", applications_date(x->mem, e->until));
	view_set(n, "Text", e->text);
	view_set(n, "Organ", e->organ);
	view_set(n, "Opinion", message_opinion(e->opinion));
	view_set(n, "By", e->login);
	view_set(n, "Article", case_act_rule(e->act)->article);
	view_flag(n, "Over", e->over);
	if (e->days > 0)
		view_int(n, "Days", e->days);
	if (e->amount > 0)
		view_int(n, "Amount", e->amount);
}

static enum rc
letters_show(struct ctx *x, const struct application *a)
{
	struct letters all;
	enum rc rc;

	if ((rc = letter_list(x->db, a->id, false, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Letters");

		view_int(n, "Id", all.v[i].id);
		view_set(n, "Kind", message_letter(all.v[i].kind));
		view_set(n, "Title", all.v[i].title);
		view_set(n, "Number", all.v[i].number);
		view_set(n, "Issued", clock_show(x->mem, all.v[i].issued));
		view_set(n, "Downloaded",
		    clock_show(x->mem, all.v[i].downloaded));
		view_flag(n, "ForApplicant",
		    letter_kind_for_applicant(all.v[i].kind));
	}
	return RC_OK;
}

static enum rc
files_show(struct ctx *x, const struct application *a)
{
	struct application_files all;
	enum rc rc;

	if ((rc = application_file_list(x->db, a->id, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Files");

		view_int(n, "Id", all.v[i].id);
		view_set(n, "Use", message_file_use(all.v[i].use));
		view_set(n, "Name", all.v[i].name);
		view_set(n, "Type", filetype_label(all.v[i].type));
		view_set(n, "Size", text_size(x->mem, all.v[i].size));
		view_set(n, "Downloaded",
		    clock_show(x->mem, all.v[i].downloaded));
	}
	return RC_OK;
}

static enum rc
follows_show(struct ctx *x, const struct application *a)
{
	struct case_follows all;
	enum rc rc;

	if ((rc = case_follow_list(x->db, a->id, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		const struct case_follow *f = &all.v[i];
		struct node *n = view_item(x->page, "Page.Follows");

		view_int(n, "Id", f->id);
		view_set(n, "Kind", message_follow(f->kind));
		view_set(n, "Outcome", message_outcome(f->outcome));
		view_set(n, "Day", applications_date(x->mem, f->day));
		view_set(n, "Done", applications_date(x->mem, f->done));
		view_set(n, "Text", f->text);
		view_set(n, "By", f->login);
		if (f->document != 0)
			view_int(n, "Document", f->document);
	}
	return RC_OK;
}

/* What may be issued beside the acts. */
static void
papers_show(struct ctx *x, const struct application *a,
    const struct case_events *all)
{
	const char *open[CASE_PAPERS_MAX];
	int n = case_papers(a, all, case_by_role(x->me->role), open);

	for (int i = 0; i < n; i++) {
		struct node *b = view_item(x->page, "Page.Papers");

		view_set(b, "Key", open[i]);
		view_set(b, "Text", message_letter(open[i]));
	}
}

/* An objection that the drafted reply passes over. */
static enum rc
untold_show(struct ctx *x, const struct application *a)
{
	enum rc rc;
	int n;

	if (a->state != CASE_DRAFTED)
		return RC_OK;
	rc = case_untold(x->db, a->id, &n);
	view_flag(x->page, "Page.Case.Untold", rc == RC_OK && n > 0);
	return rc;
}

enum rc
application_case_events(struct ctx *x, const struct application *a)
{
	struct case_events all;
	enum rc rc;

	if ((rc = case_events(x->db, a->id, false, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++)
		event_show(x, &all.v[i]);
	papers_show(x, a, &all);
	if ((rc = letters_show(x, a)) != RC_OK ||
	    (rc = untold_show(x, a)) != RC_OK ||
	    (rc = files_show(x, a)) != RC_OK)
		return rc;
	return follows_show(x, a);
}
