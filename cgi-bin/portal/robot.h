/*
 * robot.h - is it a person who sends this form?
 *
 * A browser with script proves some work (ALTCHA, verified here).  Without
 * script the age of the form, a field nobody sees and tighter buckets do; when
 * they are full, a question in plain words.  Who is real is never shut out for
 * long.
 */
#ifndef PORTAL_ROBOT_H
#define PORTAL_ROBOT_H

#include "web/route.h"

#define ROBOT_PROOF	2000	/* bytes of a proof, at most */

/* GET /apply/challenge */
enum rc robot_challenge(struct ctx *);
/* The signed moment a form was shown, for its field `since`. */
const char *robot_since(struct ctx *);
/* The fields of a form that is guarded; each may be "". */
struct robot_form {
	const char *proof, *since;
	const char *trap;		/* the one that must stay empty */
	const char *ask, *answer;	/* question.h */
};
/*
 * Of a POST.  RC_INVALID with the problem on "send", or on "answer" when the
 * buckets are full: whoever answers the question goes on all the same.  A
 * proof is spent by this.
 */
enum rc robot_check(struct ctx *, const struct robot_form *);
/* Another bucket for what has its question answered, so many a minute. */
enum rc robot_answered(struct ctx *, const char *ask, const char *answer);
/* A bucket for what is cheap to send and costs us room: new forms ("open"),
 * files ("file"), tries of a number and code ("code"). */
enum rc robot_slow(struct ctx *, const char *what);

#endif
