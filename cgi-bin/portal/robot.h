/*
 * robot.h - is it a person who sends this form?
 *
 * A browser with script proves some work (ALTCHA, verified here).  Without
 * script the age of the form, a field nobody sees and tighter buckets do; who
 * is real is never shut out for long.
 */
#ifndef PORTAL_ROBOT_H
#define PORTAL_ROBOT_H

#include "web/route.h"

#define ROBOT_PROOF	2000	/* bytes of a proof, at most */

/* GET /apply/challenge */
enum rc robot_challenge(struct ctx *);
/* The signed moment a form was shown, for its field `since`. */
const char *robot_since(struct ctx *);
/*
 * Of a POST: proof and since are its fields (each may be ""), trap the field
 * that must stay empty.  RC_INVALID with the problem on "send".  A proof is
 * spent by this.
 */
enum rc robot_check(struct ctx *, const char *proof, const char *since,
    const char *trap);
/* A bucket for what is cheap to send and costs us room: new forms ("open")
 * and files ("file"). */
enum rc robot_slow(struct ctx *, const char *what);

#endif
