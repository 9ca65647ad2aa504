/*
 * case_clock.c - from events to facts and to the events of the deadline.
 * Pure: the same events on the same day give the same.
 */
#include <string.h>

#include "core/application_row.h"
#include "core/list.h"

struct sums {
	struct application *a;
	const struct calendar *calendar;
	day_t today;
	struct { int n; struct deadline_event *v; } clock;
	struct { int n; struct case_event *v; } consult;	/* unanswered */
	struct arena *m;
};

static void
tick(struct sums *s, enum deadline_kind kind, day_t day, int days)
{
	if (kind == DEADLINE_NONE || day == DAY_NONE)
		return;
	*list_add(&s->clock, s->m) = (struct deadline_event){ .kind = kind,
	    .day = day, .days = days };
}

/* An opinion after its limit does not stop the count any longer. */
static day_t
earlier(day_t day, day_t limit)
{
	return limit != DAY_NONE && limit < day ? limit : day;
}

static void
end_consult(struct sums *s, const struct case_event *e)
{
	int k = 0;

	while (k < s->consult.n && s->consult.v[k].id != e->about)
		k++;
	if (k == s->consult.n)
		return;
	tick(s, DEADLINE_CONSULT_ENDED, earlier(e->day,
	    s->consult.v[k].until), 0);
	s->consult.v[k] = s->consult.v[--s->consult.n];
}

static void
count_fact(struct sums *s, const struct case_event *e)
{
	struct case_facts *f = &s->a->facts;

	switch (e->act) {
	case ACT_CONFIRM:
		f->receipt = e->day;
		break;
	case ACT_ASK_CORRECTION:
		f->correction_asked = true;
		f->correction_until = e->until;
		break;
	case ACT_CORRECT:
		f->corrected = true;
		break;
	case ACT_ASK_EXTENSION:
	case ACT_APPROVE_EXTENSION:
	case ACT_REFUSE_EXTENSION:
		f->extension_asked = e->act == ACT_ASK_EXTENSION;
		f->extended |= e->act == ACT_APPROVE_EXTENSION;
		f->extension_days = e->act == ACT_REFUSE_EXTENSION ? 0 :
		    e->days;
		break;
	case ACT_ASK_REASONS:
	case ACT_REASONS_GIVEN:
		f->reasons_asked = e->act == ACT_ASK_REASONS;
		break;
	case ACT_FEE_NOTICE:
		f->fee_noticed = true;
		f->fee = e->amount;
		f->fee_until = e->until;
		break;
	case ACT_FEE_PAID:
		f->fee_noticed = false;
		f->fee_paid = true;
		break;
	case ACT_SUSPEND:
	case ACT_RESUME:
		f->suspended = e->act == ACT_SUSPEND;
		break;
	default:
		f->delivered |= strcmp(e->kind, "download") == 0;
	}
}

static void
take(struct sums *s, const struct case_event *e)
{
	count_fact(s, e);
	if (strcmp(e->kind, "submit") == 0 &&
	    !channel_needs_confirm(s->a->channel))
		tick(s, DEADLINE_RECEIVED, e->day, 0);
	else if (e->act == ACT_CONSULT_REPLY)
		end_consult(s, e);
	else
		tick(s, case_act_rule(e->act)->clock, e->day, e->days);
	if (case_act_consults(e->act))
		*list_add(&s->consult, s->m) = *e;
}

/* Without an answer a consultation stops the count up to its limit. */
static void
end_open_consults(struct sums *s)
{
	for (int k = 0; k < s->consult.n; k++) {
		s->a->facts.consults++;
		s->a->facts.consults_waiting +=
		    s->consult.v[k].until >= s->today;
		tick(s, DEADLINE_CONSULT_ENDED, s->consult.v[k].until, 0);
	}
}

void
application_clock(struct application *a, const struct case_events *all,
    const struct calendar *calendar, day_t today, bool proof, struct arena *m)
{
	struct sums s = { .a = a, .calendar = calendar, .today = today,
	    .m = m };
	struct case_facts *f = &a->facts;

	*f = (struct case_facts){ .receipt = channel_needs_confirm(a->channel) ?
	    DAY_NONE : a->came_on, .correction_until = DAY_NONE,
	    .correction_last = DAY_NONE, .fee_until = DAY_NONE };
	for (int k = 0; k < all->n; k++)
		take(&s, &all->v[k]);
	end_open_consults(&s);
	deadline_compute(calendar, s.clock.v, s.clock.n, today, &a->clock, m);
	if (a->clock.received != DAY_NONE)
		f->correction_last = calendar_add(calendar,
		    a->clock.received, DEADLINE_CORRECTION);
	f->confirm_late = a->state == CASE_SUBMITTED &&
	    a->came_on != DAY_NONE && calendar_between(calendar, a->came_on,
	    today) > DEADLINE_CONFIRM;
	if (!proof) {
		a->clock.n = 0;
		a->clock.v = NULL;
	}
}
