/* switch.h - the same page of another unit: all units by group and by the
 * first letter of their short names. */
#ifndef PORTAL_SWITCH_H
#define PORTAL_SWITCH_H

#include "web/route.h"

/* Page.SwitchHtml; to: the page, "unit", "guide", "rules" ... */
enum rc switch_show(struct ctx *, const char *to);
/* Items of `name`, one a letter: Letter and Units. */
struct units;
void switch_letters(struct node *, const char *name, const struct units *,
    struct arena *);

#endif
