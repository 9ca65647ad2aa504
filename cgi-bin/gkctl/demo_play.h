/* demo_play.h - carries out a plan through the functions that staff use. */
#ifndef GKCTL_DEMO_PLAY_H
#define GKCTL_DEMO_PLAY_H

#include "gkctl/ctl.h"
#include "gkctl/demo_plan.h"

/* Every event in order, at its own time, by the right account of the unit.
 * Stops at the first that is refused, after saying which. */
enum rc demo_play(struct ctl *, struct demo_plan *, const struct calendar *);

#endif
