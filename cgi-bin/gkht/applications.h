/* applications.h - applications (依申请公开) as rows and heads of pages. */
#ifndef GKHT_APPLICATIONS_H
#define GKHT_APPLICATIONS_H

#include "core/application.h"
#include "web/route.h"

/* The one of the address, of this unit. */
enum rc applications_load(struct ctx *, struct application *);

/*
 * Id, Version, Number, Wish (the first of name, 文号, description), Applicant
 * (masked), Organisation, Channel, State, Class, Result, Came, Received, Due,
 * Next (what must be done next, a key), NextDay, Light.
 */
void applications_head(struct node *, const struct application *,
    struct arena *);

/* The child `name`: Kind ("g", "y", "r"), Form, N and Last as in light.h; Form
 * is also "confirm", "unconfirmed" (late), "stopped" or "closed". */
void applications_light(struct node *, const char *name,
    const struct application *, struct arena *);

/* Y, M, D of a day; nothing for DAY_NONE. */
void applications_day(struct node *, const char *name, day_t);
/* The day as text, or "". */
const char *applications_date(struct arena *, day_t);

/* Page.Count.* of the menu for this role. */
enum rc applications_counts(struct ctx *);

#endif
