/*
 * deadline.c - walks from the first receipt to the deadline, one day after
 * the other: a day is judged by what happened before it, then what happened
 * on it is taken in.
 */
#include <string.h>

#include "core/deadline.h"
#include "core/list.h"

#define NEVER		INT32_MAX
#define CONSULT_MAX	250	/* working days: about a year */

/* What is asked for and given once. */
enum once { NOT_YET, ASKED, DONE };

struct count {
	const struct calendar *c;
	struct deadline *out;
	struct arena *m;
	bool received, closed;
	day_t base;		/* the day of receipt of this count */
	day_t last;		/* that was counted last */
	int number;
	bool suspended, reasons;
	enum once correction, fee;
	int n_open;
	day_t *open;		/* last days of consultations, as sent */
	struct deadline_day beyond;	/* a day that is not listed */
};

static const char *const keys[DEADLINE__MAX] = {
	[DEADLINE_NONE] = "",
	[DEADLINE_RECEIVED] = "received",
	[DEADLINE_CORRECTION_ASKED] = "correction-asked",
	[DEADLINE_CORRECTION_RECEIVED] = "correction-received",
	[DEADLINE_CONSULT_SENT] = "consult-sent",
	[DEADLINE_CONSULT_ENDED] = "consult-ended",
	[DEADLINE_SUSPENDED] = "suspended",
	[DEADLINE_RESUMED] = "resumed",
	[DEADLINE_REASONS_ASKED] = "reasons-asked",
	[DEADLINE_REASONS_GIVEN] = "reasons-given",
	[DEADLINE_FEE_NOTICED] = "fee-noticed",
	[DEADLINE_FEE_PAID] = "fee-paid",
	[DEADLINE_EXTENDED] = "extended",
	[DEADLINE_CLOSED] = "closed",
};

/* The article of the 条例 that makes a day stop. */
static const int articles[DEADLINE__MAX] = {
	[DEADLINE_CORRECTION_ASKED] = 30,
	[DEADLINE_CONSULT_SENT] = 33,
	[DEADLINE_REASONS_ASKED] = 35,
	[DEADLINE_FEE_NOTICED] = 42,
};

const char *
deadline_key(enum deadline_kind kind)
{
	return kind > DEADLINE_NONE && kind < DEADLINE__MAX ? keys[kind] : "";
}

enum deadline_kind
deadline_of_key(const char *key)
{
	enum deadline_kind k;

	for (k = DEADLINE_NONE + 1; k < DEADLINE__MAX; k++)
		if (strcmp(keys[k], key) == 0)
			return k;
	return DEADLINE_NONE;
}

static bool
consulting(const struct count *s, day_t day)
{
	for (int k = 0; k < s->n_open; k++)
		if (s->open[k] >= day)
			return true;
	return false;
}

/* What stops the count on that day, or DEADLINE_NONE. */
static enum deadline_kind
stopped(const struct count *s, day_t day)
{
	if (s->correction == ASKED)
		return DEADLINE_CORRECTION_ASKED;
	if (s->fee == ASKED)
		return DEADLINE_FEE_NOTICED;
	if (consulting(s, day))
		return DEADLINE_CONSULT_SENT;
	if (s->suspended)
		return DEADLINE_SUSPENDED;
	return s->reasons ? DEADLINE_REASONS_ASKED : DEADLINE_NONE;
}

/* The deadline was before that day. */
static bool
past(const struct count *s, day_t day)
{
	return s->number > s->out->allowed ||
	    (s->number == s->out->allowed && s->last < day);
}

/* Days up to this one are judged already, so that it can be forgotten. */
static void
consult_close(struct count *s, day_t day)
{
	int k = 0;

	while (k < s->n_open && s->open[k] < day)
		k++;
	if (k == s->n_open)
		return;
	s->n_open--;
	memmove(s->open + k, s->open + k + 1,
	    (size_t)(s->n_open - k) * sizeof(*s->open));
}

static void
consult_send(struct count *s, const struct deadline_event *e)
{
	int days = e->days < CONSULT_MAX ? e->days : CONSULT_MAX;

	s->open[s->n_open++] = days > 0 ?
	    calendar_add(s->c, e->day, days) : NEVER;
}

static void
make_void(struct count *s, enum deadline_kind why)
{
	struct deadline_day *d = s->out->v + s->out->n;

	while (d > s->out->v && (--d)->day > s->base)
		if (d->mark == MARK_COUNTED) {
			d->mark = MARK_VOID;
			d->why = why;
			d->article = articles[why];
		}
	s->number = 0;
}

static void
ask(struct count *s, enum once *what, enum deadline_kind why)
{
	if (*what != NOT_YET)
		return;
	*what = ASKED;
	make_void(s, why);
}

static void
begin_anew(struct count *s, enum once *what, day_t day)
{
	if (*what != ASKED)
		return;
	*what = DONE;
	s->base = day;
}

static void
extend(struct count *s, int days)
{
	if (!s->received || s->out->extension > 0 || days <= 0)
		return;
	if (days > DEADLINE_EXTENSION)
		days = DEADLINE_EXTENSION;
	s->out->extension = days;
	s->out->allowed += days;
}

static void
receive(struct count *s, day_t day)
{
	if (s->received)
		return;
	s->received = true;
	s->base = day;
}

static void
take(struct count *s, const struct deadline_event *e)
{
	if (s->closed || (e->kind != DEADLINE_CLOSED && past(s, e->day)))
		return;
	switch (e->kind) {
	case DEADLINE_RECEIVED:
		receive(s, e->day);
		break;
	case DEADLINE_CORRECTION_ASKED:
	case DEADLINE_FEE_NOTICED:
		ask(s, e->kind == DEADLINE_FEE_NOTICED ? &s->fee :
		    &s->correction, e->kind);
		break;
	case DEADLINE_CORRECTION_RECEIVED:
		begin_anew(s, &s->correction, e->day);
		break;
	case DEADLINE_FEE_PAID:
		begin_anew(s, &s->fee, e->day);
		break;
	case DEADLINE_CONSULT_SENT:
		consult_send(s, e);
		break;
	case DEADLINE_CONSULT_ENDED:
		consult_close(s, e->day);
		break;
	case DEADLINE_SUSPENDED:
	case DEADLINE_RESUMED:
		s->suspended = e->kind == DEADLINE_SUSPENDED;
		break;
	case DEADLINE_REASONS_ASKED:
	case DEADLINE_REASONS_GIVEN:
		s->reasons = e->kind == DEADLINE_REASONS_ASKED;
		break;
	case DEADLINE_EXTENDED:
		extend(s, e->days);
		break;
	case DEADLINE_CLOSED:
		s->closed = true;
		break;
	case DEADLINE_NONE:
	case DEADLINE__MAX:
		break;
	}
}

/* Ends what has no known end, so that a deadline can be told. */
static void
lift(struct count *s)
{
	int k = 0;

	s->suspended = s->reasons = false;
	if (s->correction == ASKED)
		s->correction = DONE;
	if (s->fee == ASKED)
		s->fee = DONE;
	for (int j = 0; j < s->n_open; j++)
		if (s->open[j] != NEVER)
			s->open[k++] = s->open[j];
	s->n_open = k;
}

static void
name(const struct count *s, struct deadline_day *d)
{
	const struct holiday *h = calendar_notice(s->c, d->day);

	d->name = h != NULL ? h->name : "";
	d->notice_year = h != NULL ? h->year : 0;
	d->makeup = h != NULL && h->working && day_weekday(d->day) > 5;
}

static void
judge(struct count *s, struct deadline_day *d)
{
	if (!calendar_working(s->c, d->day)) {
		d->mark = d->notice_year != 0 ? MARK_HOLIDAY : MARK_REST;
		return;
	}
	if (!past(s, d->day) &&
	    (d->why = stopped(s, d->day)) != DEADLINE_NONE) {
		d->mark = MARK_STOPPED;
		d->article = articles[d->why];
		return;
	}
	d->number = ++s->number;
	d->mark = d->number > s->out->allowed ? MARK_AFTER : MARK_COUNTED;
	d->article = 33;
	s->last = d->day;
}

static void
begins(struct deadline_day *d)
{
	d->mark = MARK_RECEIVED;
	d->why = DEADLINE_NONE;
	d->number = 0;
	d->article = 31;
}

/* How it stands at the end of today. */
static void
stand(struct count *s, day_t today)
{
	struct deadline *o = s->out;

	o->used = s->number;
	if (!s->closed && s->number < o->allowed)
		o->why = stopped(s, today + 1);
	o->standing = s->closed ? STANDING_CLOSED :
	    o->why != DEADLINE_NONE ? STANDING_STOPPED : STANDING_RUNNING;
}

/* In order of days; same-day events stay as they came. */
static struct deadline_event *
sorted(const struct deadline_event *e, int n, struct arena *m)
{
	struct deadline_event *v = arena_calloc(m, (size_t)n, sizeof(*v));
	int k, j;

	for (k = 0; k < n; k++) {
		for (j = k; j > 0 && v[j - 1].day > e[k].day; j--)
			v[j] = v[j - 1];
		v[j] = e[k];
	}
	return v;
}

static int
first_of(const struct deadline_event *e, int n, enum deadline_kind kind)
{
	int k = 0;

	while (k < n && e[k].kind != kind)
		k++;
	return k;
}

static struct deadline_day *
day_add(struct count *s, day_t day)
{
	struct deadline_day *d;

	if (s->out->n < DEADLINE_PROOF_MAX)
		d = list_add(s->out, s->m);
	else
		*(d = &s->beyond) = (struct deadline_day){ 0 };
	d->day = day;
	name(s, d);
	return d;
}

/* e and n: what happens, from before the first receipt to the closing. */
static void
walk(struct count *s, const struct deadline_event *e, int n, day_t today)
{
	day_t first = e[first_of(e, n, DEADLINE_RECEIVED)].day, day;
	day_t known = e[n - 1].day > today ? e[n - 1].day : today;
	struct deadline_day *d;
	int k = 0;

	while (e[k].day < first)
		take(s, &e[k++]);
	for (day = first; s->out->due == DAY_NONE || day <= today; day++) {
		d = day_add(s, day);
		if (day > first)
			judge(s, d);
		for (; k < n && e[k].day == day; k++) {
			d->event = e[k].kind;
			take(s, &e[k]);
		}
		if (s->base == day)
			begins(d);
		if (day == today)
			stand(s, today);
		if (s->out->due == DAY_NONE && s->number >= s->out->allowed)
			s->out->due = day;
		if (day == known)
			lift(s);
	}
}

static bool
guessed(const struct calendar *c, const struct deadline *o)
{
	int year;

	for (year = day_year(o->received); year <= day_year(o->due); year++)
		if (!calendar_knows(c, year))
			return true;
	return false;
}

static void
finish(struct count *s, day_t today)
{
	struct deadline *o = s->out;
	int k;

	o->received = s->base;
	o->left = o->allowed - o->used;
	o->overdue = today > o->due;
	o->provisional = guessed(s->c, o);
	for (k = 0; k < o->n; k++) {
		o->v[k].today = o->v[k].day == today;
		o->v[k].last = o->v[k].day == o->due;
	}
}

void
deadline_compute(const struct calendar *c, const struct deadline_event *events,
    int n, day_t today, struct deadline *out, struct arena *m)
{
	struct deadline_event *e = sorted(events, n, m);
	struct count s = { .c = c, .out = out, .m = m,
	    .open = arena_calloc(m, (size_t)n, sizeof(*s.open)) };
	int end = first_of(e, n, DEADLINE_CLOSED);
	bool closed = end < n && e[end].day <= today;

	*out = (struct deadline){ .received = DAY_NONE, .due = DAY_NONE,
	    .allowed = DEADLINE_ANSWER, .left = DEADLINE_ANSWER };
	if (end < n)
		n = end + 1;
	if (closed)
		today = e[end].day;
	if (first_of(e, n, DEADLINE_RECEIVED) == n) {
		out->standing = closed ? STANDING_CLOSED :
		    STANDING_UNCONFIRMED;
		return;
	}
	out->standing = STANDING_RUNNING;	/* when received after today */
	walk(&s, e, n, today);
	finish(&s, today);
}
