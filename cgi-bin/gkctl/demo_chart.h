/* demo_chart.h - a small bar chart as a PNG picture, for texts with figures. */
#ifndef GKCTL_DEMO_CHART_H
#define GKCTL_DEMO_CHART_H

#include <stddef.h>

#include "base/arena.h"

#define DEMO_CHART_WIDTH	480
#define DEMO_CHART_HEIGHT	200

/* values: numbers parted by commas; at most 24 bars. */
void *demo_chart(const char *values, size_t *n, struct arena *);

#endif
