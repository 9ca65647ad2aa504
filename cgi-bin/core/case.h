/*
 * case.h - handling an application: its events, the acts on it.  Every act
 * writes an event and an audit row in the caller's transaction and raises the
 * version; one based on an older version is RC_CONFLICT.
 */
#ifndef CORE_CASE_H
#define CORE_CASE_H

#include "core/application.h"

struct case_event {
	int64_t id;
	enum case_act act;		/* ACT_NONE: not an act, see kind */
	const char *kind;		/* act key, or "submit", "download",
					 * "open", "follow", "import",
					 * "contact" */
	const char *at;			/* stored UTC text of the entry */
	day_t day;			/* the day it counts for */
	day_t until;			/* a limit set by it, or DAY_NONE */
	int days;
	int64_t amount;
	const char *text;		/* what was asked, why */
	const char *organ;		/* who was consulted or told; a third
					 * party is sealed and opened here */
	int64_t about;			/* the event it answers, 0: none */
	const char *login;		/* "" : the applicant */
	bool for_applicant;		/* may be shown on the status page; text
					 * and organ are "" there when they are
					 * for staff only */
	bool over;			/* a consultation that has ended */
	const char *opinion;		/* that came, see case_act.h; or "" */
};
struct case_events { int n; struct case_event *v; };

/* Oldest first.  for_applicant: only what the status page may show. */
enum rc case_events(struct db *, int64_t application, bool for_applicant,
    struct case_events *, struct arena *);

struct case_deed {
	int64_t application, version;
	enum case_act act;
	bool by_applicant;	/* set by the portal alone */
	day_t day;		/* when it happened; DAY_NONE: today */
	day_t until;		/* DAY_NONE: the act's own limit */
	int days;
	const char *text, *organ, *opinion;
	int64_t event, amount;
	int n_files;		/* of application_file_add(), unclaimed */
	const int64_t *file;
	const char *file_owner;	/* as given there; NULL: the actor's unit */
};
/*
 * Does it.  *event: the id of the new event (for its letter).  Problems on
 * the names of the members: "day", "until", "days", "text", "organ",
 * "event", "amount", "opinion", "act" (the act is past its time or was done before).
 * who of the applicant: case_applicant().  DRAFT_REPLY has its own function.
 */
enum rc case_do(struct db *, const struct actor *who, const struct case_deed *,
    int64_t *event, struct problems *, struct arena *);
struct actor case_applicant(const struct application *, const char *address);

/* The acts open now for those bits of enum case_by, into out; returns how
 * many.  Those that case_do() would refuse for what happened so far (asked
 * before, too late, nothing to answer, four eyes) are left out. */
int case_acts(const struct application *, unsigned by, enum case_act *out,
    int max);
bool case_may(const struct application *, unsigned by, enum case_act);
/* The limit an act proposes: 15 working days for a consultation, 30 days for
 * a fee, 15 working days for a correction; DAY_NONE for the others. */
day_t case_limit(const struct calendar *, enum case_act, day_t day);

/* The applicant fetched the answer: the first time is kept as evidence of
 * delivery, later ones change nothing.  what: "letter" or "file" and its id. */
enum rc case_downloaded(struct db *, const struct actor *, int64_t application,
    const char *what, int64_t id, struct arena *);

#endif
