/*
 * question.h - a small sum in plain words, for those who come when a limit of
 * robot.h is reached: no picture, no script, readable aloud.  Each is signed
 * for one visitor, good for twenty minutes and for one answer.
 *
 * A form that may ask has the fields `ask` and `answer`, and its template
 * calls question() of apply_parts.cs.
 */
#ifndef PORTAL_QUESTION_H
#define PORTAL_QUESTION_H

#include "web/route.h"

#define QUESTION_TOKEN	120	/* characters of `ask`, at most */
#define QUESTION_ANSWER	20	/* of `answer` */

/* A new one as Page.Ask. */
void question_put(struct ctx *);
/*
 * Answered right?  A wrong answer uses the question up as well, so the caller
 * commits (x->keep).  Problems, RC_INVALID: PROBLEM_QUESTION on "answer" when
 * there was none, PROBLEM_ANSWER when it was wrong.
 */
enum rc question_check(struct ctx *, const char *ask, const char *answer);

#endif
