/* bulk.h - the worker behind 批量导入. */
#ifndef GKCTL_BULK_H
#define GKCTL_BULK_H

#include "gkctl/ctl.h"

/* One row, or one step of a bulk as a whole, further; RC_NOT_FOUND: nothing
 * waits.  Converts outside of transactions. */
enum rc bulk_step(struct ctl *, struct arena *);

#endif
