/* application_case_clock.c - the deadline's proof as a calendar: every day
 * counted, skipped or stopped, week by week. */
#include <string.h>

#include "gkht/application_case.h"
#include "gkht/applications.h"

#define MONTHS_SHOWN	14	/* of a long stop, the newest */

static const char *const marks[] = {
	[MARK_RECEIVED] = "received", [MARK_COUNTED] = "counted",
	[MARK_REST] = "rest", [MARK_HOLIDAY] = "holiday",
	[MARK_STOPPED] = "stopped", [MARK_AFTER] = "after",
	[MARK_VOID] = "void",
};

static int64_t
month_of(day_t day)
{
	struct arena *m = arena_new();
	int month = (day_text(m, day)[5] - '0') * 10 +
	    day_text(m, day)[6] - '0';

	arena_free(m);
	return (int64_t)day_year(day) * 12 + month - 1;
}

static void
day_show(struct node *week, const struct deadline_day *d)
{
	struct node *n = view_item(week, "Days");

	applications_day(n, "Day", d->day);
	view_set(n, "Mark", marks[d->mark]);
	view_int(n, "Number", d->number);
	view_flag(n, "Today", d->today);
	view_flag(n, "Last", d->last);
	view_flag(n, "Makeup", d->makeup);
	view_set(n, "Name", d->name);
	view_set(n, "Why", deadline_key(d->why));
	view_set(n, "Event", deadline_key(d->event));
	if (d->article > 0)
		view_int(n, "Article", d->article);
	if (d->notice_year > 0)
		view_int(n, "Notice", d->notice_year);
}

/* Cells before the first day of a week. */
static void
blanks(struct node *week, int n)
{
	for (int i = 0; i < n; i++)
		view_set(view_item(week, "Days"), "Mark", "");
}

static int
first_shown(const struct deadline *c)
{
	int64_t last = month_of(c->v[c->n - 1].day);
	int i = 0;

	while (last - month_of(c->v[i].day) >= MONTHS_SHOWN)
		i++;
	return i;
}

void
application_case_clock(struct ctx *x, const struct application *a)
{
	const struct deadline *c = &a->clock;
	struct node *month = NULL, *week = NULL;
	int64_t now = -1;

	if (c->n == 0)
		return;
	for (int i = first_shown(c); i < c->n; i++) {
		day_t day = c->v[i].day;
		int weekday = day_weekday(day);

		if (month_of(day) != now) {
			now = month_of(day);
			month = view_item(x->page, "Page.Months");
			view_int(month, "Year", now / 12);
			view_int(month, "Month", now % 12 + 1);
			week = NULL;
		}
		if (week == NULL || weekday == 1) {
			week = view_item(month, "Weeks");
			blanks(week, weekday - 1);
		}
		day_show(week, &c->v[i]);
	}
}
