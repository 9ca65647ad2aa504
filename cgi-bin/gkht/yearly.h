/* yearly.h - 年度核对, as other pages remind of it. */
#ifndef GKHT_YEARLY_H
#define GKHT_YEARLY_H

#include "web/route.h"

/* Page.Yearly: Label, Late, Due and Days of what the unit has to look at, and
 * Page.Count.Yearly: how many. */
enum rc yearly_note(struct ctx *);

#endif
