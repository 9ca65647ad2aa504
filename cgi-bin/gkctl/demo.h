/* demo.h - the units of the demo district, for whoever fills one. */
#ifndef GKCTL_DEMO_H
#define GKCTL_DEMO_H

#include "gkctl/ctl.h"
#include "gkctl/demo_fill.h"

/* Makes the units of demo_units.tsv and their people, in a transaction of its
 * own; the district must have none. */
enum rc demo_units_make(struct ctl *, struct demo_unit **, int *n);

#endif
