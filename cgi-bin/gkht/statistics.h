/* statistics.h - the figures behind 统计, for its page and its files. */
#ifndef GKHT_STATISTICS_H
#define GKHT_STATISTICS_H

#include "core/lateness.h"
#include "core/statistics.h"
#include "web/message_statistics.h"
#include "web/route.h"

struct figures {
	struct period period;
	struct statistics all;
	struct statistics_counts by_speed;	/* all of SPEED__MAX */
	struct late_count late;
	struct late_units units;	/* for the supervising unit alone */
};

/* Of the period that was asked for; what makes no sense is this year. */
enum rc figures_load(struct ctx *, struct figures *);

/* Page.Months and Page.Lines: bars over the months of the period. */
void chart_months(struct ctx *, const struct figures *);
/* At name: Rows with Name, N and where their bars lie, Height, and More when
 * there are more than a chart shows. */
void chart_bars(struct ctx *, const char *name,
    const struct statistics_counts *);

#endif
