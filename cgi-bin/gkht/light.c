/* light.c - see light.h. */
#include <string.h>

#include "gkht/light.h"

struct light {
	const char *kind, *form;
	int n;
};

static struct light
while_waiting(const struct calendar *c, day_t today, day_t last)
{
	int left = calendar_between(c, today, last);
	int over = calendar_between(c, last, today);

	if (today > last)
		return (struct light){ "r", "over", over > 0 ? over : 1 };
	if (left == 0)
		return (struct light){ "y", "today", 0 };
	return (struct light){ left <= LIGHT_SOON ? "y" : "g", "left", left };
}

static struct light
once_public(const struct calendar *c, day_t made, day_t last, day_t public)
{
	if (public > last)
		return (struct light){ "r", "late",
		    calendar_between(c, last, public) };
	return (struct light){ "g", "done",
	    calendar_between(c, made, public) };
}

static bool
concerns(const struct light_facts *f)
{
	switch (f->state) {
	case STATE_DRAFT:
	case STATE_SUBMITTED:
	case STATE_APPROVED:
	case STATE_PUBLISHED:
		return strcmp(f->openness, "active") == 0;
	default:
		return false;
	}
}

void
light_fill(struct node *at, const char *name, const struct calendar *c,
    const struct light_facts *f, struct arena *m)
{
	struct node *child = view_child(at, name);
	struct light l;
	int64_t when;
	day_t made, last;

	if (!concerns(f) || !day_parse(f->made_on, &made))
		return;
	last = calendar_add(c, made, LIGHT_DAYS);
	if (f->state == STATE_PUBLISHED && clock_parse(f->published, &when))
		l = once_public(c, made, last, clock_day(when));
	else
		l = while_waiting(c, clock_today(), last);
	view_set(child, "Kind", l.kind);
	view_set(child, "Form", l.form);
	view_int(child, "N", l.n);
	view_set(child, "Last", day_text(m, last));
	view_set(child, "Made", f->made_on);
	view_flag(child, "Guess", !calendar_knows(c, day_year(last)));
}
