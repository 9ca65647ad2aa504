/* apply_calendar.c - the deadline with its proof, week by week, as a table and
 * for people's calendars. */
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "core/deadline_ics.h"
#include "portal/apply_status.h"
#include "portal/pages.h"
#include "web/message.h"

#define NUMBERS_MAX	20	/* articles or notices named under the table */

static const char *const marks[] = {
	[MARK_RECEIVED] = "received", [MARK_COUNTED] = "counted",
	[MARK_REST] = "rest", [MARK_HOLIDAY] = "holiday",
	[MARK_STOPPED] = "stopped", [MARK_AFTER] = "after",
	[MARK_VOID] = "void",
};

static const char *
class_of(const struct deadline_day *d, day_t today, struct arena *m)
{
	static const char *const classes[] = {
		[MARK_RECEIVED] = "d0", [MARK_COUNTED] = "wk",
		[MARK_REST] = "off", [MARK_HOLIDAY] = "off h",
		[MARK_STOPPED] = "stop", [MARK_AFTER] = "late",
		[MARK_VOID] = "void",
	};
	const char *base = classes[d->mark];

	if (d->mark == MARK_COUNTED && d->day > today)
		base = d->last ? "wk fut" : "fut";
	return arena_printf(m, "%s%s%s", base, d->today ? " now" : "",
	    d->last ? " due" : "");
}

/* 9/28 for the first and where a month begins, else 29. */
static const char *
short_day(day_t day, bool first, struct arena *m)
{
	const char *text = day_text(m, day), *n = text + 8;
	const char *month = text + 5 + (text[5] == '0');

	if (!first && strcmp(n, "01") != 0)
		return n + (*n == '0');
	return arena_printf(m, "%.*s/%s", (int)(n - 1 - month), month,
	    n + (*n == '0'));
}

static void
fill_day(struct node *cell, const struct deadline_day *d, bool first,
    struct arena *m)
{
	view_set(cell, "Class", class_of(d, clock_today(), m));
	view_set(cell, "Text", short_day(d->day, first, m));
	view_set(cell, "Date", day_text(m, d->day));
	view_set(cell, "Mark", marks[d->mark]);
	view_int(cell, "N", d->number);
	view_flag(cell, "Makeup", d->makeup);
	view_flag(cell, "Today", d->today);
	view_flag(cell, "Last", d->last);
	view_set(cell, "Name", d->name);
	view_set(cell, "Why", deadline_key(d->why));
	view_set(cell, "Event", deadline_key(d->event));
}

/* Each number once, in the order of its first use. */
static void
add_number(struct node *page, const char *list, int number, int *seen, int *n)
{
	if (number == 0 || *n == NUMBERS_MAX)
		return;
	for (int k = 0; k < *n; k++)
		if (seen[k] == number)
			return;
	seen[(*n)++] = number;
	view_int(view_item(page, list), "N", number);
}

static void
fill_basis(struct node *page, const struct deadline *c)
{
	int article[NUMBERS_MAX], year[NUMBERS_MAX], articles = 0, years = 0;

	for (int k = 0; k < c->n; k++) {
		add_number(page, "Page.Articles", c->v[k].article, article,
		    &articles);
		add_number(page, "Page.Notices", c->v[k].notice_year, year,
		    &years);
	}
}

void
status_calendar(struct ctx *x, const struct application *a)
{
	const struct deadline *c = &a->clock;
	struct node *week = NULL;
	int k, blank;

	if (c->n == 0)
		return;
	for (k = 0; k < c->n; k++) {
		if (week == NULL || day_weekday(c->v[k].day) == 1)
			week = view_item(x->page, "Page.Weeks");
		for (blank = 1; k == 0 && blank < day_weekday(c->v[k].day);
		    blank++)
			view_flag(view_item(week, "Days"), "Blank", 1);
		fill_day(view_item(week, "Days"), &c->v[k], k == 0, x->mem);
	}
	for (blank = day_weekday(c->v[c->n - 1].day); blank < 7; blank++)
		view_flag(view_item(week, "Days"), "Blank", 1);
	view_set(x->page, "Page.From", day_text(x->mem, c->v[0].day));
	view_set(x->page, "Page.To", day_text(x->mem, c->v[c->n - 1].day));
	fill_basis(x->page, c);
}

enum rc
apply_ics_send(struct ctx *x)
{
	struct application a;
	const char *visit, *text;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND)
		return go(x, "/apply/status");
	if (rc != RC_OK)
		return rc;
	if (a.clock.due == DAY_NONE)
		return RC_NOT_FOUND;
	text = deadline_ics(&(struct deadline_ics){
		.number = a.number, .host = x->conf->site_domain,
		.day = a.clock.due,
		.summary = message_deadline(x->mem, a.number),
		.description = message_deadline_note(x->mem, a.unit_name),
		.now = clock_now() }, x->mem);
	x->reply.no_store = true;
	return send_bytes(x, text, strlen(text), DEADLINE_ICS_TYPE,
	    arena_printf(x->mem, "%s.ics", a.number));
}
