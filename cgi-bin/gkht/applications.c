/* applications.c - 申请处理: the queue, what must be done next on top. */
#include <string.h>

#include "base/text.h"
#include "core/case_result.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"
#include "web/message_case.h"

enum {
	A_Q, A_TAB, A_STATE, A_CHANNEL, A_ONLY, A_FROM, A_TO, A_ROWS, A_AFTER, A_ON, A_DONE
};
enum { ONLY_SOON, ONLY_OVERDUE, ONLY_EXTENSION };

static const char *const tabs[] = { "todo", "all", NULL };
static const char *const states[] = {
	"submitted", "open", "correcting", "drafted", "answered",
	"withdrawn", "ended", NULL
};
static const char *const channels[] = {
	"internet", "counter", "post", "letter", "fax", "oral", NULL
};
static const char *const onlies[] = {
	"soon", "overdue", "extension", NULL
};
static const char *const sizes[] = { "20", "50", "100", NULL };

const struct field applications_fields[] = {
	[A_Q] = { "q", KIND_LINE, 0, 100, NULL },
	[A_TAB] = { "tab", KIND_CHOICE, 0, 0, tabs },
	[A_STATE] = { "state", KIND_CHOICE, 0, 0, states },
	[A_CHANNEL] = { "channel", KIND_CHOICE, 0, 0, channels },
	[A_ONLY] = { "only", KIND_CHOICE, 0, 0, onlies },
	[A_FROM] = { "from", KIND_DATE, 0, 0, NULL },
	[A_TO] = { "to", KIND_DATE, 0, 0, NULL },
	[A_ROWS] = { "rows", KIND_CHOICE, 0, 0, sizes },
	[A_AFTER] = { "after", KIND_ID, 0, 0, NULL },
	[A_ON] = { "on", KIND_ID, 0, 0, NULL },
	[A_DONE] = { "done", KIND_TOKEN, 0, 40, NULL },
	{ 0 }
};

#define WISH_SHOWN	60	/* characters in a list */

static const char *const tags[CASE__MAX] = {
	[CASE_NONE] = "",
	[CASE_SUBMITTED] = "tag-wait",
	[CASE_OPEN] = "tag-next",
	[CASE_CORRECTING] = "tag-draft",
	[CASE_DRAFTED] = "tag-wait",
	[CASE_ANSWERED] = "tag-ok",
	[CASE_WITHDRAWN] = "tag-off",
	[CASE_ENDED] = "tag-old",
};

enum rc
applications_load(struct ctx *x, struct application *a)
{
	return application_get(x->db, x->me->unit, arg_id(x, 0), a, x->mem);
}

const char *
applications_date(struct arena *m, day_t day)
{
	return day == DAY_NONE ? "" : day_text(m, day);
}

void
applications_day(struct node *at, const char *name, day_t day)
{
	struct node *child = view_child(at, name);
	struct arena *m;
	const char *text;
	int64_t month = 0, date = 0;

	if (day == DAY_NONE)
		return;
	m = arena_new();
	text = day_text(m, day);
	text_int(arena_strndup(m, text + 5, 2), 1, 12, &month);
	text_int(text + 8, 1, 31, &date);
	view_int(child, "Y", day_year(day));
	view_int(child, "M", month);
	view_int(child, "D", date);
	arena_free(m);
}

struct lamp { const char *kind, *form; int n; };

static struct lamp
lamp_running(const struct deadline *c)
{
	if (c->overdue)
		return (struct lamp){ "r", "over", c->left < 0 ? -c->left : 1 };
	if (c->left == 0)
		return (struct lamp){ "y", "today", 0 };
	return (struct lamp){ c->left <= APPLICATION_SOON ? "y" : "g", "left",
	    c->left };
}

static struct lamp
lamp_of(const struct application *a)
{
	const struct deadline *c = &a->clock;

	switch (c->standing) {
	case STANDING_RUNNING:
		return lamp_running(c);
	case STANDING_STOPPED:
		return (struct lamp){ "g", "stopped", c->left };
	case STANDING_CLOSED:
		return c->overdue ? (struct lamp){ "r", "late", -c->left } :
		    (struct lamp){ "g", "closed", c->used };
	default:
		if (case_state_closed(a->state))
			return (struct lamp){ "g", "closed", 0 };
		return a->facts.confirm_late ?
		    (struct lamp){ "r", "unconfirmed", 0 } :
		    (struct lamp){ "y", "confirm", 0 };
	}
}

void
applications_light(struct node *at, const char *name,
    const struct application *a, struct arena *m)
{
	struct node *child = view_child(at, name);
	struct lamp l = lamp_of(a);

	view_set(child, "Kind", l.kind);
	view_set(child, "Form", l.form);
	view_int(child, "N", l.n);
	view_set(child, "Last", applications_date(m, a->clock.due));
	view_set(child, "Received", applications_date(m, a->clock.received));
	view_set(child, "Why", deadline_key(a->clock.why));
	view_int(child, "Allowed", a->clock.allowed);
	view_int(child, "Used", a->clock.used);
	view_int(child, "Extension", a->clock.extension);
	view_flag(child, "Extended", a->clock.extension > 0);
	view_flag(child, "Guess", a->clock.provisional);
}

static const char *
next_of(const struct application *a, day_t *day)
{
	const struct case_facts *f = &a->facts;

	*day = DAY_NONE;
	switch (a->state) {
	case CASE_SUBMITTED:
		return "confirm";
	case CASE_DRAFTED:
		return "release";
	case CASE_CORRECTING:
		*day = f->correction_until;
		return "correction";
	case CASE_OPEN:
		break;
	default:
		return "";
	}
	*day = f->fee_noticed ? f->fee_until : DAY_NONE;
	return f->extension_asked ? "extension" : f->fee_noticed ? "fee" :
	    f->suspended ? "suspended" : f->reasons_asked ? "reasons" :
	    f->consults > 0 ? "consult" : "reply";
}

static const char *
wish_of(const struct application *a, struct arena *m)
{
	const char *wish = *a->wish.name != '\0' ? a->wish.name :
	    *a->wish.doc_no != '\0' ? a->wish.doc_no : a->wish.description;

	return text_cut(m, wish, WISH_SHOWN);
}

void
applications_head(struct node *at, const struct application *a,
    struct arena *m)
{
	const struct case_result *r = case_result_get(a->result);
	const char *next;
	day_t day;

	next = next_of(a, &day);
	view_int(at, "Id", a->id);
	view_int(at, "Version", a->version);
	view_set(at, "Number", a->number);
	view_set(at, "Wish", wish_of(a, m));
	view_set(at, "Applicant", a->masked_name);
	view_set(at, "Organisation",
	    message_organisation(a->organisation_kind));
	view_flag(at, "IsOrganisation", a->organisation);
	view_set(at, "Channel", message_channel(a->channel));
	view_set(at, "State", case_state_key(a->state));
	view_set(at, "StateText", message_case_state(a->state));
	view_set(at, "Class", tags[a->state]);
	view_flag(at, "Closed", case_state_closed(a->state));
	view_flag(at, "Answered", a->state == CASE_ANSWERED);
	view_set(at, "Result", r != NULL ? r->short_label : "");
	view_set(at, "Came", applications_date(m, a->came_on));
	view_set(at, "Received", applications_date(m, a->clock.received));
	view_set(at, "Due", applications_date(m, a->clock.due));
	view_set(at, "Next", next);
	view_set(at, "NextDay", applications_date(m, day));
	view_flag(at, "Purged", a->purged);
	applications_light(at, "Light", a, m);
}

static bool
one(const struct value *v, int64_t which)
{
	return v->given && v->i == which;
}

static day_t
day_of(const struct value *v)
{
	day_t day;

	return v->given && day_parse(v->s, &day) ? day : DAY_NONE;
}

static struct application_filter
filter_of(struct ctx *x)
{
	struct application_filter f = { .unit = x->me->unit, .max = 20 };
	struct value *v = x->in.v;

	if (one(&v[A_TAB], 1))
		f.order = ORDER_NEWEST;
	f.state = case_state_of_key(v[A_STATE].s);
	if (case_state_closed(f.state))
		f.order = ORDER_NEWEST;
	f.channel = channel_of_key(v[A_CHANNEL].s);
	f.soon = one(&v[A_ONLY], ONLY_SOON);
	f.overdue = one(&v[A_ONLY], ONLY_OVERDUE);
	f.extension_asked = one(&v[A_ONLY], ONLY_EXTENSION);
	f.q = v[A_Q].s;
	f.from = day_of(&v[A_FROM]);
	f.to = day_of(&v[A_TO]);
	f.after = v[A_AFTER].i;
	if (v[A_ROWS].given)
		f.max = v[A_ROWS].i == 1 ? 50 : v[A_ROWS].i == 2 ? 100 : 20;
	return f;
}

/* The filter as part of an address, up to that field. */
static const char *
query_of(struct ctx *x, int last)
{
	struct buf b = buf_new(x->mem);

	for (int i = A_Q; i <= last; i++)
		if (x->in.v[i].given)
			buf_printf(&b, "%s%s=%s", b.n > 0 ? "&" : "",
			    applications_fields[i].name,
			    url_encode(x->mem, x->in.v[i].raw));
	return b.n > 0 ? b.s : "";
}

static void
filter_show(struct ctx *x, const struct application_filter *f)
{
	struct node *at = view_child(x->page, "Page.Filter");
	struct value *v = x->in.v;

	view_set(at, "Q", v[A_Q].raw);
	view_set(at, "State", v[A_STATE].s);
	view_set(at, "Channel", v[A_CHANNEL].s);
	view_set(at, "Only", v[A_ONLY].s);
	view_set(at, "From", v[A_FROM].raw);
	view_set(at, "To", v[A_TO].raw);
	view_int(at, "Rows", f->max);
	view_set(at, "Query", query_of(x, A_ROWS));
	view_set(at, "RowsQuery", query_of(x, A_TO));
	view_set(x->page, "Page.List", "applications");
	view_set(x->page, "Page.Tab",
	    f->order == ORDER_NEWEST ? "all" : "todo");
	view_flag(at, "Later", f->after != 0);
	view_flag(at, "Narrow", v[A_Q].given || v[A_STATE].given ||
	    v[A_CHANNEL].given || v[A_ONLY].given || v[A_FROM].given ||
	    v[A_TO].given);
	view_set(x->page, "Page.Deed", v[A_DONE].s);
}

/* The next five working days, as high as they are full. */
static enum rc
load_show(struct ctx *x)
{
	struct case_counts c;
	int64_t most = 1;
	enum rc rc;

	if ((rc = application_counts(x->db, x->me->unit, &c, x->mem)) != RC_OK)
		return rc;
	view_int(x->page, "Page.Load.Open", c.open);
	view_int(x->page, "Page.Load.Overdue", c.overdue);
	view_int(x->page, "Page.Load.Soon", c.soon);
	view_int(x->page, "Page.Load.Unconfirmed", c.unconfirmed);
	view_int(x->page, "Page.Load.Late", c.unconfirmed_late);
	view_int(x->page, "Page.Load.Drafted", c.drafted);
	view_int(x->page, "Page.Load.Extension", c.extension);
	view_int(x->page, "Page.Load.Today", c.due_today);
	for (int i = 0; i < 5; i++)
		most = c.due[i] > most ? c.due[i] : most;
	for (int i = 0; i < 5; i++) {
		struct node *d = view_item(x->page, "Page.Days");

		applications_day(d, "Day", c.due_day[i]);
		view_int(d, "Weekday", day_weekday(c.due_day[i]));
		view_int(d, "N", c.due[i]);
		view_int(d, "Y", 44 - 36 * c.due[i] / most);
		view_int(d, "Height", 36 * c.due[i] / most);
		view_int(d, "X", 20 + 80 * i);
		view_int(d, "Middle", 40 + 80 * i);
	}
	return RC_OK;
}

enum rc
applications_list(struct ctx *x)
{
	struct application_filter f = filter_of(x);
	struct applications all;
	enum rc rc;

	if ((rc = application_queue(x->db, &f, &all, x->mem)) != RC_OK ||
	    (rc = load_show(x)) != RC_OK)
		return rc;
	frame_menu(x, "applications");
	filter_show(x, &f);
	for (int i = 0; i < all.n; i++) {
		struct node *row = view_item(x->page, "Page.Rows");

		applications_head(row, &all.v[i], x->mem);
		view_flag(row, "On", all.v[i].id == x->in.v[A_ON].i);
	}
	view_int(x->page, "Page.RowCount", all.n);
	if (all.next != 0)
		view_int(x->page, "Page.NextAfter", all.next);
	return show(x, "gkht/applications.cs");
}

enum rc
applications_counts(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Count");
	struct case_counts c;
	enum rc rc;

	if (x->me->role == ROLE_ENTRY)
		return RC_OK;
	if ((rc = application_counts(x->db, x->me->unit, &c, x->mem)) != RC_OK)
		return rc;
	view_int(at, "Applications", c.open);
	view_int(at, "Overdue", c.overdue);
	view_int(at, "Late", c.unconfirmed_late);
	view_int(at, "Soon", c.soon);
	view_int(at, "Drafted", c.drafted);
	view_int(at, "Extension", c.extension);
	return RC_OK;
}
