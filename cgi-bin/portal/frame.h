/* frame.h - what every page of the portal shows, and the pages of errors. */
#ifndef PORTAL_FRAME_H
#define PORTAL_FRAME_H

#include "web/route.h"

/* Page.Class for <html> and the pressed buttons, from the preferences. */
enum rc frame_fill(struct ctx *);
enum rc frame_error(struct ctx *, enum rc, const char *incident);

#endif
