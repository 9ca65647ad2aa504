/* statistics.c - 统计: what the unit published, as charts and tables. */
#include <string.h>

#include "core/answered.h"
#include "core/list.h"
#include "core/publication.h"
#include "gkht/blank.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/statistics.h"
#include "web/message.h"

enum { S_YEAR, S_PART };

const struct field statistics_fields[] = {
	[S_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	[S_PART] = { "part", KIND_NUMBER, 0, 6, NULL },
	{ 0 }
};

/* The whole year, its halves, its quarters. */
static const struct { int first, last; } parts[] = {
	{ 1, 12 }, { 1, 6 }, { 7, 12 }, { 1, 3 }, { 4, 6 }, { 7, 9 },
	{ 10, 12 },
};

static int
part_of(const struct ctx *x)
{
	return x->in.v[S_PART].given ? (int)x->in.v[S_PART].i : 0;
}

static int
year_of(const struct ctx *x)
{
	int now = day_year(clock_today());
	int year = x->in.v[S_YEAR].given ? (int)x->in.v[S_YEAR].i : now;

	return year < 1970 || year > now ? now : year;
}

static void
count_speed(struct figures *f, struct arena *m)
{
	const int64_t n[SPEED__MAX] = {
		[SPEED_5] = f->late.taken[LATENESS_5],
		[SPEED_10] = f->late.taken[LATENESS_10],
		[SPEED_20] = f->late.taken[LATENESS_20],
		[SPEED_EXPLAINED] = f->late.explained,
		[SPEED_UNEXPLAINED] = f->late.late - f->late.explained,
	};

	for (int k = 0; k < SPEED__MAX; k++) {
		typeof(f->by_speed.v) v = list_add(&f->by_speed, m);

		v->name = message_speed((enum statistics_speed)k);
		v->n = n[k];
	}
}

enum rc
figures_load(struct ctx *x, struct figures *f)
{
	int part = part_of(x);
	struct calendar *c;
	enum rc rc;

	*f = (struct figures){ 0 };
	if ((rc = period_of(year_of(x), parts[part].first, parts[part].last,
	    &f->period, x->mem)) != RC_OK ||
	    (rc = statistics_of(x->db, x->me->unit, &f->period, &f->all,
	    x->mem)) != RC_OK ||
	    (rc = calendar_load(x->db, &c, x->mem)) != RC_OK ||
	    (rc = lateness_of(x->db, c, x->me->unit, &f->period, &f->late,
	    NULL, x->mem)) != RC_OK)
		return rc;
	count_speed(f, x->mem);
	if (!x->me->supervising)
		return RC_OK;
	return lateness_units(x->db, c, &f->period, &f->units, x->mem);
}

static void
years_show(struct ctx *x, int first, int chosen)
{
	int now = day_year(clock_today());

	for (int y = now; y >= (first > 0 && first < now ? first : now); y--) {
		struct node *o = view_item(x->page, "Page.Years");

		view_int(o, "Year", y);
		view_flag(o, "On", y == chosen);
	}
}

static void
states_show(struct ctx *x, const struct statistics *s)
{
	struct statistics_counts counts = { 0 };
	int64_t all = 0;

	for (int i = STATE_DRAFT; i < STATE__MAX; i++) {
		typeof(counts.v) v = list_add(&counts, x->mem);

		v->name = message_state((enum state)i);
		v->n = s->by_state[i];
		all += s->by_state[i];
	}
	chart_bars(x, "Page.State", &counts);
	view_int(x->page, "Page.All", all);
	view_int(x->page, "Page.Waiting", s->by_state[STATE_SUBMITTED] +
	    s->by_state[STATE_APPROVED]);
	view_int(x->page, "Page.Drafts", s->by_state[STATE_DRAFT]);
}

/* What the public sees now: not what is only in the unit's catalogues. */
static enum rc
public_show(struct ctx *x)
{
	struct publication_filter f = { .unit = x->me->unit };
	int64_t all, in_force;
	bool more;
	enum rc rc = publication_total(x->db, &f, &all, &more);

	f.validity = 1;
	if (rc == RC_OK)
		rc = publication_total(x->db, &f, &in_force, &more);
	if (rc != RC_OK)
		return rc;
	view_int(x->page, "Page.Public", all);
	view_int(x->page, "Page.Expired", all - in_force);
	return RC_OK;
}

/* What spared people an application, for the supervising unit. */
static enum rc
answered_show(struct ctx *x, int year)
{
	struct answered_counts all;
	int64_t sum = 0;
	enum rc rc = answered_counts(x->db, year, &all, x->mem);

	if (rc != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Answered");

		view_set(n, "Name", all.v[i].category);
		view_int(n, "N", all.v[i].n);
		sum += all.v[i].n;
	}
	view_int(x->page, "Page.AnsweredAll", sum);
	return RC_OK;
}

static void
units_show(struct ctx *x, const struct late_units *units)
{
	int64_t published = 0, late = 0;

	for (int k = 0; k < units->n; k++) {
		const struct late_count *c = &units->v[k].count;
		struct node *n = view_item(x->page, "Page.Units");

		view_set(n, "Name", units->v[k].name);
		view_int(n, "Published", c->published);
		view_int(n, "Late", c->late);
		published += c->published;
		late += c->late;
	}
	view_int(x->page, "Page.UnitsPublished", published);
	view_int(x->page, "Page.UnitsLate", late);
}

static void
period_show(struct ctx *x, const struct figures *f)
{
	const char *today = day_text(x->mem, clock_today());
	const char *from = arena_printf(x->mem, "%04d-%02d-01",
	    f->period.year, f->period.first);
	int64_t end = 0;
	const char *to = clock_parse(f->period.to, &end) ? day_text(x->mem,
	    clock_day(end - 1)) : "";
	bool now = strcmp(from, today) <= 0 && strcmp(today, to) <= 0;

	view_int(x->page, "Page.Year", f->period.year);
	view_int(x->page, "Page.Part", part_of(x));
	view_set(x->page, "Page.From", from);
	view_set(x->page, "Page.To", now ? today : to);
	view_flag(x->page, "Page.Now", now);
	years_show(x, f->all.first_year, f->period.year);
}

enum rc
statistics_show(struct ctx *x)
{
	struct figures f;
	enum rc rc;

	if ((rc = figures_load(x, &f)) != RC_OK)
		return rc;
	frame_menu(x, "statistics");
	period_show(x, &f);
	view_int(x->page, "Page.Published", f.all.published);
	view_int(x->page, "Page.Active", f.late.published);
	view_int(x->page, "Page.Late", f.late.late);
	chart_months(x, &f);
	chart_bars(x, "Page.Category", &f.all.by_category);
	chart_bars(x, "Page.Clerk", &f.all.by_clerk);
	chart_bars(x, "Page.Speed", &f.by_speed);
	states_show(x, &f.all);
	units_show(x, &f.units);
	if ((rc = public_show(x)) != RC_OK || (rc = blank_show(x)) != RC_OK ||
	    (x->me->supervising &&
	    (rc = answered_show(x, f.period.year)) != RC_OK))
		return rc;
	return show(x, "gkht/statistics.cs");
}
