/* application_case_follow.c - what comes after an answer: 复议, 诉讼 and the
 * like, the public log, 转主动公开. */
#include <string.h>

#include "core/application_log.h"
#include "core/case_follow.h"
#include "core/case_repeat.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"

enum { W_ID };
enum { F_ID, F_VERSION, F_KIND, F_OUTCOME, F_DAY, F_DONE, F_TEXT };
enum { M_VERSION, M_OPEN, M_ANSWER, M_SUMMARY };

static const char *const kinds[] = {
	"review", "suit", "suit_after_review", "complaint", "correction",
	"suggestion", NULL
};
static const char *const outcomes[] = {
	"pending", "upheld", "corrected", "other", "accepted", "refused",
	"forwarded", NULL
};

const struct field application_follow_ask_fields[] = {
	[W_ID] = { "id", KIND_ID, 0, 0, NULL },
	{ 0 }
};

const struct field application_follow_fields[] = {
	[F_ID] = { "id", KIND_NUMBER, 0, INT64_MAX, NULL },
	[F_VERSION] = { "version", KIND_NUMBER, 0, INT64_MAX, NULL },
	[F_KIND] = { "kind", KIND_CHOICE, REQUIRED, 0, kinds },
	[F_OUTCOME] = { "outcome", KIND_CHOICE, REQUIRED, 0, outcomes },
	[F_DAY] = { "day", KIND_DATE, REQUIRED, 0, NULL },
	[F_DONE] = { "done", KIND_DATE, 0, 0, NULL },
	[F_TEXT] = { "text", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	{ 0 }
};

const struct field application_log_fields[] = {
	[M_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[M_OPEN] = { "open", KIND_FLAG, 0, 0, NULL },
	[M_ANSWER] = { "answer", KIND_FLAG, 0, 0, NULL },
	[M_SUMMARY] = { "summary", KIND_LINES, 0, 500, NULL },
	{ 0 }
};

static enum rc
follow_page(struct ctx *x, const struct application *a)
{
	view_flag(x->page, "Page.Follow", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_set(x->page, "Page.Today", day_text(x->mem, clock_today()));
	return application_case_show(x, a);
}

static enum rc
follow_find(struct ctx *x, const struct application *a, int64_t id,
    struct case_follow *out)
{
	struct case_follows all;
	enum rc rc;

	if ((rc = case_follow_list(x->db, a->id, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++)
		if (all.v[i].id == id) {
			*out = all.v[i];
			return RC_OK;
		}
	return RC_NOT_FOUND;
}

enum rc
application_follow_ask(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct application a;
	struct case_follow f = { .kind = "review", .outcome = "pending",
	    .day = clock_today(), .done = DAY_NONE, .text = "" };
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	if (x->in.v[W_ID].given &&
	    (rc = follow_find(x, &a, x->in.v[W_ID].i, &f)) != RC_OK)
		return rc;
	view_int(form, "id", f.id);
	view_int(form, "version", f.version);
	view_set(form, "kind", f.kind);
	view_set(form, "outcome", f.outcome);
	view_set(form, "day", applications_date(x->mem, f.day));
	view_set(form, "done", applications_date(x->mem, f.done));
	view_set(form, "text", f.text);
	return follow_page(x, &a);
}

enum rc
application_follow_again(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	for (int i = F_ID; i <= F_TEXT; i++)
		view_set(form, application_follow_fields[i].name,
		    x->in.v[i].raw);
	return follow_page(x, &a);
}

static day_t
day_of(const struct value *v)
{
	day_t day;

	return v->given && day_parse(v->s, &day) ? day : DAY_NONE;
}

enum rc
application_follow_run(struct ctx *x)
{
	struct value *v = x->in.v;
	struct application a;
	struct case_follow f = { .id = v[F_ID].i, .version = v[F_VERSION].i,
	    .kind = v[F_KIND].s, .outcome = v[F_OUTCOME].s,
	    .day = day_of(&v[F_DAY]), .done = day_of(&v[F_DONE]),
	    .text = v[F_TEXT].s };
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	f.application = a.id;
	if ((rc = case_follow_save(x->db, &x->actor, false, &f, &x->problems,
	    x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld?done=follow", (long long)a.id);
}

static enum rc
log_page(struct ctx *x, const struct application *a)
{
	view_flag(x->page, "Page.Mark", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_int(x->page, "Page.Form.version", a->version);
	return application_case_show(x, a);
}

enum rc
application_log_ask(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_flag(form, "open", a.open_answer);
	view_flag(form, "answer", a.public_answer);
	view_set(form, "summary", a.open_summary);
	return log_page(x, &a);
}

enum rc
application_log_again(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_flag(form, "open", x->in.v[M_OPEN].given);
	view_flag(form, "answer", x->in.v[M_ANSWER].given);
	view_set(form, "summary", x->in.v[M_SUMMARY].raw);
	return log_page(x, &a);
}

enum rc
application_log_run(struct ctx *x)
{
	struct value *v = x->in.v;
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK ||
	    (rc = application_log_mark(x->db, &x->actor, a.id,
	    v[M_VERSION].i, v[M_OPEN].given || v[M_ANSWER].given,
	    v[M_ANSWER].given, v[M_SUMMARY].s, &x->problems, x->mem))
	    != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld?done=log", (long long)a.id);
}

/* One click: a draft for 【信息上载】. */
enum rc
application_propose(struct ctx *x)
{
	struct application a;
	int64_t document;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK ||
	    (rc = case_propose(x->db, &x->actor, a.id, &document,
	    &x->problems, x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld?done=propose", (long long)a.id);
}
