/*
 * light.h - the working-day light: how long there is to publish (20 working
 * days after the day a document was made, art. 26 of the regulation).
 */
#ifndef GKHT_LIGHT_H
#define GKHT_LIGHT_H

#include "core/calendar.h"
#include "core/lateness.h"
#include "core/workflow.h"
#include "web/view.h"

#define LIGHT_DAYS	LATENESS_DAYS	/* working days to publish in */
#define LIGHT_SOON	5	/* amber from here on */

struct light_facts {
	const char *made_on, *openness;
	const char *published;	/* stored text; "" while it is not public */
	enum state state;
};

/*
 * The child `name`: Kind ("g", "y", "r" or "" for no light), Form ("left",
 * "today", "over", "done", "late"), N working days, Last (the last day) and
 * Guess when the year's holidays are not known yet.
 */
void light_fill(struct node *, const char *name, const struct calendar *,
    const struct light_facts *, struct arena *);

#endif
