/* demo_plan.c - drawing the documents and their lives. */
#include "gkctl/demo_plan.h"

#include <stdlib.h>
#include <string.h>

#define DOCS_MAX	2000
#define EVENTS_EACH	12
#define NUMBERS_MAX	1000

struct planner {
	struct demo_plan *plan;
	const struct demo_unit *unit;
	int units;
	const struct calendar *calendar;
	int64_t now;
	struct arena *mem;
};

/* The word stands in the list parted by spaces. */
static bool
listed(const char *list, const char *word)
{
	size_t n = strlen(word);
	const char *p;

	for (p = list; (p = strstr(p, word)) != NULL; p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == '\0' || p[n] == ' '))
			return true;
	return false;
}

static bool
unit_fits(const struct demo_text *t, const struct demo_unit *u,
    struct arena *m)
{
	if (listed(t->units, arena_printf(m, "-%s", u->code)))
		return false;
	return listed(t->units, "all") || listed(t->units, u->code) ||
	    listed(t->units, u->kind);
}

/* The first day of the month; month 13 is January of the next year. */
static day_t
month_start(const struct planner *p, int year, int month)
{
	day_t day;

	if (!day_parse(arena_printf(p->mem, "%04d-%02d-01",
	    month > 12 ? year + 1 : year, month > 12 ? 1 : month), &day))
		abort();
	return day;
}

static bool
months_over(const struct planner *p, const struct demo_text *t)
{
	day_t today = clock_day(p->now);

	return today >= month_start(p, day_year(today), t->month_to + 1);
}

/* A working day of the months of that year. */
static day_t
draw_day(const struct planner *p, const struct demo_text *t, int year,
    uint64_t *state)
{
	day_t first = month_start(p, year, t->month);
	day_t next = month_start(p, year, t->month_to + 1);

	first += demo_draw(state, 0, next - first - 4);
	while (!calendar_working(p->calendar, first))
		first++;
	return first;
}

static void
doc_put(struct planner *p, const struct demo_text *t,
    const struct demo_unit *u, day_t made, uint64_t seed)
{
	struct demo_doc *d;

	if (p->plan->n_docs == DOCS_MAX || made > clock_day(p->now))
		return;
	d = &p->plan->doc[p->plan->n_docs++];
	d->text = t;
	d->unit = u;
	d->made = made;
	d->seed = seed;
	d->no = "";
}

static day_t
working_before(const struct planner *p, day_t day, int n)
{
	while (n > 0)
		if (calendar_working(p->calendar, --day))
			n--;
	return day;
}

static void
plan_year(struct planner *p, const struct demo_text *t, int back,
    const struct demo_unit **fit, int n)
{
	int year = day_year(clock_day(p->now)) - back;
	uint64_t state, seed = demo_hash(0, arena_printf(p->mem, "%s %d",
	    t->name, t->month ? year : 0));
	int k, want = t->count > 0 && t->count < n ? t->count : n;
	int start = demo_draw(&seed, 0, n - 1);
	const struct demo_unit *u;
	day_t made;

	for (k = 0; k < want; k++) {
		/* Spread over the list without taking one twice. */
		u = fit[(start + k * n / want) % n];
		state = demo_hash(seed, u->code);
		made = t->month ? draw_day(p, t, year, &state) :
		    working_before(p, clock_day(p->now), t->ago);
		doc_put(p, t, u, made, state);
	}
}

static void
plan_text(struct planner *p, const struct demo_text *t)
{
	const struct demo_unit **fit = arena_calloc(p->mem, (size_t)p->units,
	    sizeof(*fit));
	uint64_t state = demo_hash(0, t->name);
	int i, n = 0;

	for (i = 0; i < p->units; i++)
		if (unit_fits(t, &p->unit[i], p->mem))
			fit[n++] = &p->unit[i];
	if (n == 0)
		return;
	if (t->month == 0) {
		plan_year(p, t, 0, fit, n);
		return;
	}
	i = months_over(p, t) ? 0 : 1;
	if (t->once)
		i = demo_draw(&state, i, 2);
	if (t->latest || t->once) {
		plan_year(p, t, i, fit, n);
		return;
	}
	for (i = t->first; i >= t->last; i--)
		plan_year(p, t, i, fit, n);
}

/* Numbers of a series grow with the day; not every number is public. */
static void
number_docs(struct planner *p)
{
	struct { const char *series; int year, last; } *v =
	    arena_calloc(p->mem, NUMBERS_MAX, sizeof(*v));
	struct demo_scope x = { .no = "", .calendar = p->calendar };
	struct demo_doc *d;
	uint64_t state;
	char *series;
	int i, k, n = 0;

	for (i = 0; i < p->plan->n_docs; i++) {
		d = &p->plan->doc[i];
		if (*d->text->no == '\0')
			continue;
		x.text = d->text;
		x.unit = d->unit;
		x.made = d->made;
		x.mem = p->mem;
		series = demo_fill(&x, "no", d->text->no);
		for (k = 0; k < n; k++)
			if (v[k].year == day_year(d->made) &&
			    strcmp(v[k].series, series) == 0)
				break;
		if (k == n && n++ == NUMBERS_MAX)
			abort();
		v[k].series = series;
		v[k].year = day_year(d->made);
		state = d->seed;
		v[k].last += demo_draw(&state, 1, v[k].last ? 4 : 6);
		d->no = arena_printf(p->mem, "%s〔%d〕%d号", series,
		    day_year(d->made), v[k].last);
	}
}

/* A moment of office hours on that day, after `after`. */
static int64_t
office_time(day_t day, int64_t after, uint64_t *state)
{
	int minute = demo_draw(state, 0, 1) ? demo_draw(state, 515, 710) :
	    demo_draw(state, 845, 1030);
	int64_t t = day_start(day) + minute * 60 + demo_draw(state, 0, 59);

	if (t <= after)
		t = after + demo_draw(state, 240, 1500);
	return t;
}

static void
event_put(struct planner *p, int doc, int64_t at, enum action action,
    const char *reason)
{
	struct demo_event *e;

	if (at > p->now)
		return;
	e = &p->plan->event[p->plan->n_events++];
	*e = (struct demo_event){ at, doc, action, reason };
}

static int64_t
step(struct planner *p, int doc, enum action action, day_t *day, int wait,
    int64_t after, const char *reason, uint64_t *state)
{
	int64_t at;

	if (wait > 0)
		*day = calendar_add(p->calendar, *day, wait);
	at = office_time(*day, after, state);
	event_put(p, doc, at, action, reason);
	return at;
}

static const char *
return_reason(const struct demo_text *t, uint64_t *state)
{
	static const char *const reasons[] = {
		"内容概述过于简单，请补充主要内容后重新提交。",
		"正文落款日期与生成日期不一致，请核对。",
		"附件表头有错字，请更正后重新提交。",
		"信息种类选择不准确，请按文件内容重新选择。",
		"请核对文号的年份和序号。",
	};

	if (*t->returned)
		return t->returned;
	if (t->month == 0 || demo_draw(state, 1, 100) > 4)
		return NULL;
	return reasons[demo_draw(state, 0, 4)];
}

/* What happens to a published one later. */
static void
plan_fates(struct planner *p, int doc, day_t published, int64_t at,
    uint64_t *state)
{
	const struct demo_text *t = p->plan->doc[doc].text;
	day_t day;
	int i;

	for (i = 0; i < t->n_fates; i++) {
		if (demo_draw(state, 1, 100) > t->fate[i].chance)
			continue;
		day = published + t->fate[i].days + demo_draw(state, 0, 6);
		at = step(p, doc, t->fate[i].action, &day, 1, at,
		    t->fate[i].reason, state);
	}
}

static void
plan_life(struct planner *p, int doc)
{
	struct demo_doc *d = &p->plan->doc[doc];
	const struct demo_text *t = d->text;
	uint64_t state = d->seed;
	const char *why = return_reason(t, &state);
	int lag = demo_draw(&state, t->lag, t->lag_to);
	day_t day = d->made;
	int64_t at;

	at = step(p, doc, ACTION_EDIT, &day, lag > 1 ? lag - 1 : 0,
	    day_start(day), "", &state);
	if (t->stop == ACTION_EDIT)
		return;
	at = step(p, doc, ACTION_SUBMIT, &day, 0, at, "", &state);
	if (t->stop == ACTION_SUBMIT)
		return;
	if (why != NULL || t->stop == ACTION_RETURN) {
		at = step(p, doc, ACTION_RETURN, &day, 0, at, why, &state);
		if (t->stop == ACTION_RETURN)
			return;
		at = step(p, doc, ACTION_EDIT, &day, 1, at, "", &state);
		at = step(p, doc, ACTION_SUBMIT, &day, 0, at, "", &state);
	}
	at = step(p, doc, ACTION_APPROVE, &day, lag > 0 && t->stop ==
	    ACTION_PUBLISH ? 1 : 0, at, "", &state);
	if (t->stop == ACTION_APPROVE)
		return;
	at = step(p, doc, ACTION_PUBLISH, &day, 0, at, "", &state);
	plan_fates(p, doc, day, at, &state);
}

static int
doc_order(const void *a, const void *b)
{
	const struct demo_doc *x = a, *y = b;

	if (x->made != y->made)
		return x->made < y->made ? -1 : 1;
	return x->seed < y->seed ? -1 : x->seed > y->seed;
}

static int
event_order(const void *a, const void *b)
{
	const struct demo_event *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->doc != y->doc ? x->doc - y->doc :
	    (int)x->action - (int)y->action;
}

void
demo_plan_make(struct demo_plan *plan, const struct demo_texts *texts,
    const struct demo_unit *unit, int units, const struct calendar *calendar,
    struct arena *m)
{
	struct planner p = { plan, unit, units, calendar, clock_now(), m };
	int i;

	plan->n_docs = plan->n_events = 0;
	plan->doc = arena_calloc(m, DOCS_MAX, sizeof(*plan->doc));
	for (i = 0; i < texts->n; i++)
		plan_text(&p, &texts->v[i]);
	qsort(plan->doc, (size_t)plan->n_docs, sizeof(*plan->doc), doc_order);
	number_docs(&p);
	plan->event = arena_calloc(m, (size_t)plan->n_docs * EVENTS_EACH,
	    sizeof(*plan->event));
	for (i = 0; i < plan->n_docs; i++)
		plan_life(&p, i);
	qsort(plan->event, (size_t)plan->n_events, sizeof(*plan->event),
	    event_order);
}
