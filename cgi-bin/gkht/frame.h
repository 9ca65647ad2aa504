/* frame.h - what every page of the back office shows, and error pages. */
#ifndef GKHT_FRAME_H
#define GKHT_FRAME_H

#include "web/route.h"

/*
 * Page.Me.{Login,Name,Unit,Role,RoleName,Supervising}; Page.Count.{Draft,Returned,
 * Submitted,Approved} of the unit.
 */
enum rc frame_fill(struct ctx *);
enum rc frame_error(struct ctx *, enum rc, const char *incident);

/* The address of the first menu item of a role. */
const char *frame_home(enum role);
/* Which menu item is current. */
void frame_menu(struct ctx *, const char *key);

/*
 * x->problems as Page.Errors and Page.Error.<field>, with status 422; they
 * count as told then: for handlers that keep what they wrote (files that were
 * sent) although the form comes back.
 */
void frame_problems(struct ctx *);
/* The words for one problem of a field of this route. */
const char *frame_sentence(const struct ctx *, const char *field,
    enum problem);

#endif
