/* question.c - see question.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/gate.h"
#include "portal/question.h"
#include "web/message.h"

#define LIFE	(20 * 60)	/* seconds */
#define LARGEST	19		/* of the two numbers */

/* Random, but never the same twice in one question. */
static void
draw(struct ctx *x, int *kind, int *a, int *b)
{
	unsigned r = (unsigned)strtoul(secret_random(x->mem, 3), NULL, 16);

	*kind = (int)(r % QUESTION__MAX);
	*b = 1 + (int)(r >> 4) % LARGEST;
	*a = *b + 1 + (int)(r >> 12) % LARGEST;
}

static int
solution(int kind, int a, int b)
{
	switch (kind) {
	case QUESTION_SUM:
		return a + b;
	case QUESTION_DIFFERENCE:
		return a - b;
	default:
		return a;
	}
}

static const char *
signature(struct ctx *x, const char *what)
{
	return secret_mac(x->mem, "question", arena_printf(x->mem, "%s %s",
	    what, route_csrf(x)));
}

void
question_put(struct ctx *x)
{
	int kind, a, b;
	const char *what;

	draw(x, &kind, &a, &b);
	what = arena_printf(x->mem, "%lld.%d.%d.%d",
	    (long long)(clock_now() + LIFE), kind, a, b);
	view_set(x->page, "Page.Ask.Text", message_question(x->mem, kind, a,
	    b));
	view_set(x->page, "Page.Ask.Token", arena_printf(x->mem, "%s.%s",
	    what, signature(x, what)));
}

/* Is it one of ours, in time?  Then its solution. */
static bool
asked(struct ctx *x, const char *ask, int *want, int64_t *expires)
{
	const char *dot = strrchr(ask, '.'), *what;
	int kind, a, b;
	long long end;

	if (dot == NULL)
		return false;
	what = arena_strndup(x->mem, ask, (size_t)(dot - ask));
	if (!secret_same(signature(x, what), dot + 1) ||
	    sscanf(what, "%lld.%d.%d.%d", &end, &kind, &a, &b) != 4 ||
	    end < clock_now())
		return false;
	*want = solution(kind, a, b);
	*expires = end;
	return true;
}

/* In digits, or in words as the question has it. */
static bool
is_number(struct ctx *x, const char *answer, int want)
{
	const char *s = text_trim(x->mem, text_fold(x->mem, answer));
	int64_t n;

	return (text_int(s, 0, 1000, &n) && n == want) ||
	    strcmp(s, message_number(x->mem, want)) == 0;
}

enum rc
question_check(struct ctx *x, const char *ask, const char *answer)
{
	int64_t expires;
	int want;
	enum rc rc;

	if (*answer == '\0' || !asked(x, ask, &want, &expires))
		return refuse(x, "answer", PROBLEM_QUESTION);
	rc = gate_spend(x->db, ask, expires, x->mem);
	if (rc == RC_CONFLICT)
		return refuse(x, "answer", PROBLEM_QUESTION);
	if (rc != RC_OK)
		return rc;
	return is_number(x, answer, want) ? RC_OK :
	    refuse(x, "answer", PROBLEM_ANSWER);
}
