/*
 * application_row.h - the row of an application, its events and what they add
 * up to; the one statement that moves it.  Internal to core.
 */
#ifndef CORE_APPLICATION_ROW_H
#define CORE_APPLICATION_ROW_H

#include "core/calendar.h"
#include "core/case.h"
#include "core/setting.h"

#define SEAL_PERSON	"person"	/* purposes of secret_seal() */
#define SEAL_ORGAN	"third party"
#define SEAL_NAME	"file name"
#define SEAL_BYTES	"file"
#define SEAL_COPY	"form"
#define SEAL_CONTACT	"feedback"

#define APPLICATION_COLS "a.id, a.unit_id, a.version, u.code, u.name,"	\
	" u.short_name, a.number, a.channel, a.state, a.wish_name,"	\
	" a.wish_doc_no, a.wish_description, a.delivery, a.carrier,"	\
	" a.other_ways, a.assistance, a.organisation, a.masked_name,"	\
	" a.submitted, a.came_on, a.result, a.closed, a.open_answer,"	\
	" a.public_answer, a.open_summary, a.purged, COALESCE((SELECT"	\
	" r.note FROM reply r WHERE r.application_id = a.id"		\
	" AND r.released <> ''), '')"
#define APPLICATION_COLS_N 27
#define APPLICATION_FROM " FROM application a JOIN unit u ON u.id = a.unit_id"
#define APPLICATION_UNDONE						\
	" a.state IN ('submitted', 'open', 'correcting', 'drafted')"

/* Reads them from column 0; facts and clock are left empty. */
void application_load(const struct rows *, struct application *,
    struct arena *);
/* Facts and clock from the events, as of that day; without proof the days
 * are left out and nothing of it stands in the arena. */
void application_clock(struct application *, const struct case_events *,
    const struct calendar *, day_t today, bool proof, struct arena *);
/* The same for one whose events are in the database. */
enum rc application_clock_of(struct db *, struct application *, bool proof,
    struct arena *);

/* The same for many, in the order of their ids.  events: application_id and
 * EVENT_COLS in the order of application_id and id; it is finished here. */
enum rc application_clocks(struct db *, struct rows *events,
    struct applications *, struct arena *);

/* All of the unit that are not done yet, with facts and clock; at most
 * APPLICATION_UNDONE_MAX. */
#define APPLICATION_UNDONE_MAX 5000
enum rc application_undone(struct db *, int64_t unit,
    struct applications *, struct arena *);

#define EVENT_COLS "id, kind, at, day, until, days, amount, text, organ,"	\
	" about, login, opinion"
#define EVENT_COLS_N 12
/* Reads them from that column on. */
void event_load(const struct rows *, int column, struct case_event *,
    struct arena *);
/* Writes it; e->id is set.  A third party is sealed on the way. */
enum rc event_add(struct db *, const struct actor *, int64_t application,
    struct case_event *, struct arena *);

/*
 * The row becomes what `to`, result and closed ("" for both while not done)
 * say; version grows; the audit row is written.  RC_CONFLICT when the row is
 * not `was` any more.
 */
enum rc application_move(struct db *, const struct actor *,
    const struct application *was, enum case_state to, const char *result,
    const char *closed, const char *action, const char *detail,
    struct arena *);

/* The next number of the unit in that year. */
enum rc application_number(struct db *, int64_t unit, const char *unit_code,
    int year, char **number, struct arena *);

char *person_seal(const struct person *, struct arena *);
enum rc person_open(const char *sealed, struct person *, struct arena *);
char *person_mac(const struct person *, struct arena *);

/* Claims them for the application; `use` of each must be among uses (ended by
 * NULL).  RC_INVALID with PROBLEM_UNKNOWN_UPLOAD on "file". */
enum rc application_file_claim(struct db *, const char *owner,
    int64_t application, int64_t event, int n, const int64_t *file,
    const char *const *uses, struct problems *, struct arena *);
/* The open bytes of a sealed file. */
enum rc application_file_bytes(const char *dir, const char *sha256,
    void **bytes, size_t *n, struct arena *);
/* Back to its owner, unclaimed. */
enum rc application_file_release(struct db *, const char *owner, int64_t id,
    struct arena *);
/* The owner of what staff of a unit added. */
char *application_file_staff(struct arena *, int64_t unit);

/* Issues the draft of the reply; RC_NOT_FOUND when there is none. */
enum rc letter_issue_reply(struct db *, const struct actor *,
    int64_t application, struct arena *);

#endif
