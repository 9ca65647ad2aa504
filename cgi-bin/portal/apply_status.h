/* apply_status.h - an application that its applicant has opened. */
#ifndef PORTAL_APPLY_STATUS_H
#define PORTAL_APPLY_STATUS_H

#include "core/application.h"
#include "web/route.h"

/* RC_NOT_FOUND when none is open; visit gets the token. */
enum rc status_load(struct ctx *, struct application *, const char **visit);
/* Page.Number, Page.UnitName, Page.Wish and Page.Version. */
void status_head(struct ctx *, const struct application *);

/* Page.Events, Page.Downloaded; apply_timeline.c */
enum rc status_timeline(struct ctx *, const struct application *);
/* Page.Weeks, Page.Articles, Page.Notices; apply_calendar.c */
void status_calendar(struct ctx *, const struct application *);
/* Page.Next: what can be done after an answer; apply_remedy.c */
enum rc status_remedy(struct ctx *, const struct application *);

#endif
