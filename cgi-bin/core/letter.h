/*
 * letter.h - the letters (告知书) of an application: a draft that can be
 * changed, then issued under a gapless number per unit, year and kind.
 *
 * The body never names the applicant: whoever shows a letter puts the
 * addressee before it (application_person), so that it can be kept unsealed.
 */
#ifndef CORE_LETTER_H
#define CORE_LETTER_H

#include "base/safe_html.h"
#include "core/application.h"

/* Kinds: receipt correction reasons extension third_party third_confirm
 * third_decision third_notice organ maker fee forward suspension ending lapse
 * reply.  third_party, third_confirm, third_decision, organ, maker and forward
 * go to others than the applicant. */
bool letter_kind_known(const char *);
bool letter_kind_for_applicant(const char *);

struct letter {
	int64_t id, application, unit, event;	/* event 0: none */
	const char *kind;
	const char *title;
	struct safe_html body;		/* .s NULL in lists, "" after the
					 * purge */
	const char *text;		/* the body as plain text */
	const char *organ;		/* addressee when not the applicant */
	int serial, year;		/* 0 while a draft */
	const char *number;		/* 宝坻政办公开〔2026〕3号, or "" */
	const char *created, *issued;	/* stored UTC text; issued "" */
	const char *downloaded;		/* first by the applicant, or "" */
	const char *login;
};
struct letters { int n; struct letter *v; };

/*
 * A new draft (l->id 0) or other words for one.  word: the part before 〔 of
 * its number (代字), kept with it.  Only by ROLE_REVIEW or ROLE_ADMIN of the
 * unit; an issued one is RC_CONFLICT.  Problems on "title", "body", "word".
 */
enum rc letter_save(struct db *, const struct actor *, struct letter *l,
    const char *word, struct problems *, struct arena *);
/* Gives the number and the date; RC_CONFLICT when issued already.  The reply
 * is issued by ACT_RELEASE_REPLY, never by this. */
enum rc letter_issue(struct db *, const struct actor *, int64_t id,
    struct letter *, struct arena *);
enum rc letter_discard(struct db *, const struct actor *, int64_t id,
    struct arena *);
enum rc letter_get(struct db *, int64_t unit, int64_t id, struct letter *,
    struct arena *);
/* Of one application, oldest first, without bodies.  for_applicant: issued
 * ones that go to him. */
enum rc letter_list(struct db *, int64_t application, bool for_applicant,
    struct letters *, struct arena *);
/* Number `n` of the series, as printed. */
char *letter_number(struct arena *, const char *word, int year, int n);

#endif
