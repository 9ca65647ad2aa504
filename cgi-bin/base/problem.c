/* problem.c - the list of what is wrong with what somebody sent. */
#include "base/problem.h"

#include <string.h>

void
problem_add(struct problems *p, const char *field, enum problem what)
{
	const int max = sizeof(p->v) / sizeof(p->v[0]);

	if (what == PROBLEM_NONE || p->n >= max ||
	    problem_of(p, field) != PROBLEM_NONE)
		return;
	p->v[p->n].field = field;
	p->v[p->n].what = what;
	p->n++;
}

enum problem
problem_of(const struct problems *p, const char *field)
{
	int i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->v[i].field, field) == 0)
			return p->v[i].what;
	return PROBLEM_NONE;
}
