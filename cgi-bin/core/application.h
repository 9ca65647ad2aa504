/*
 * application.h - applications for disclosure (依申请公开, 条例 arts. 27-45):
 * what was asked, by whom, in what state it is, what must be done next.
 *
 * Everything that identifies the applicant is sealed with a key outside the
 * database and opened only by application_person().  Whoever is not of the
 * unit gets RC_NOT_FOUND.
 */
#ifndef CORE_APPLICATION_H
#define CORE_APPLICATION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/actor.h"
#include "core/case_act.h"
#include "core/deadline.h"
#include "store/db.h"

#define APPLICATION_NAME_MAX	60	/* characters */
#define APPLICATION_LINE_MAX	120
#define APPLICATION_WISH_MAX	200	/* name of what is wanted */
#define APPLICATION_TEXT_MAX	2000	/* description, reasons, opinions */
#define APPLICATION_CODE_LEN	39	/* 8 groups of 4 hex digits */

/* Who asked.  All text; "" when not given. */
struct person {
	bool organisation;
	const char *organisation_kind;	/* business research welfare legal
					 * other; "" for a citizen */
	const char *name, *workplace, *legal_person, *contact;
	const char *paper_kind;		/* id_card uscc passport other */
	const char *paper_no;
	const char *phone, *address, *postcode, *email, *fax;
};

/* What is wanted and how. */
struct wish {
	const char *name, *doc_no, *description;	/* one of them, art. 29 */
	const char *delivery;	/* mail email fax pickup read copy */
	const char *carrier;	/* paper electronic */
	bool other_ways;	/* another way is good too */
	const char *assistance;	/* art. 43: "" large_print read_aloud phone
				 * fill */
};

struct application {
	int64_t id, unit, version;
	const char *unit_code, *unit_name, *unit_short;
	const char *number;	/* SQ-ZFB-2026-00012 */
	enum channel channel;
	enum case_state state;
	struct wish wish;
	bool organisation;
	const char *organisation_kind;
	const char *masked_name;	/* 张＊＊; "" after the purge */
	const char *submitted;		/* stored UTC text */
	day_t came_on;			/* day it arrived */
	const char *result;		/* key of case_result.h or "" */
	const char *closed;		/* stored UTC text or "" */
	const char *note;		/* reply description (回复描述) */
	bool open_answer;		/* in the public log */
	bool public_answer;		/* everybody may read the answer */
	const char *open_summary;	/* neutral words of the unit */
	bool purged;			/* personal data is gone */
	struct case_facts facts;	/* what its events add up to */
	struct deadline clock;		/* recomputed for today */
};
struct applications {
	int n;
	struct application *v;
	int64_t next;		/* `after` of the next page, 0: last page */
};

/* From the portal or the counter. */
struct application_new {
	int64_t unit;
	enum channel channel;
	day_t came_on;		/* day it arrived or was signed for; DAY_NONE:
				 * today (always so for the internet) */
	struct person person;
	struct wish wish;
	int n_files;		/* of application_file_add(), unclaimed */
	const int64_t *file;
	const char *file_owner;	/* as given there; NULL: the actor's unit */
	const char *once;	/* token of the form: a second use answers with
				 * the same application; "" for none */
};

/*
 * Checks and stores, in the transaction of the caller.  *number and *code
 * (8 groups of 4 hex digits; only its hash is kept) are for the receipt; a
 * repeated `once` gives the number again and code "".  who: ROLE_ENTRY or
 * ROLE_REVIEW of the unit for what came to the counter, application_visitor()
 * for the internet.  Problems on the names of the struct members: "name",
 * "paper_no", "wish" (none of the three), "delivery", "unit", "came_on", ...
 */
enum rc application_submit(struct db *, const struct actor *,
    const struct application_new *, int64_t *id, char **number, char **code,
    struct problems *, struct arena *);
/* Somebody without an account at that address. */
struct actor application_visitor(const char *address);
/* The checks alone, for one page of the form each. */
void application_check_kind(const struct person *, struct problems *);
void application_check_identity(const struct person *, struct problems *);
void application_check_contact(const struct person *, const struct wish *,
    struct problems *);
void application_check_wish(const struct wish *, struct problems *);
void application_check_delivery(const struct wish *, struct problems *);
/* 18-digit identity numbers (GB 11643) and 统一社会信用代码 (GB 32100). */
bool application_id_card(const char *);
bool application_uscc(const char *);
/* 张三丰 -> 张＊＊; 120115199001011234 -> 120＊＊＊＊1234. */
char *application_mask_name(struct arena *, const char *);
char *application_mask_number(struct arena *, const char *);

/*
 * By number and code, compared in constant time.  A wrong pair is RC_INVALID
 * with PROBLEM_CODE on "code", the same for an unknown number; too many from
 * one address PROBLEM_CODE_LOCKED, and nothing is looked up, unless it is a
 * person for sure: who shares an address with a robot is not shut out.
 * Failures are counted, so the caller commits whatever the outcome, as with
 * user_login().
 */
enum rc application_by_code(struct db *, const char *number, const char *code,
    const char *address, bool person, struct application *, struct problems *,
    struct arena *);
/*
 * An opened application, remembered by a cookie token for two hours; the
 * database keeps only its hash.  RC_NOT_FOUND when it is over.
 */
enum rc application_visit_open(struct db *, int64_t id, char **token,
    struct arena *);
enum rc application_visit_find(struct db *, const char *token,
    struct application *, struct arena *);
enum rc application_visit_close(struct db *, const char *token,
    struct arena *);

/* In full, with facts and clock. */
enum rc application_get(struct db *, int64_t unit, int64_t id,
    struct application *, struct arena *);
/* Opens the sealed part for staff of the unit; the reason (demanded: "reason")
 * is audited.  Needs a writing transaction.  RC_GONE after the purge. */
enum rc application_person(struct db *, const struct actor *, int64_t id,
    const char *reason, struct person *, struct problems *, struct arena *);
/* For the applicant's own pages; reads only, no audit. */
enum rc application_own_person(struct db *, const struct application *,
    struct person *, struct arena *);

enum application_order {
	ORDER_URGENT = 0,	/* open ones: overdue, unconfirmed, by deadline */
	ORDER_NEWEST		/* any, newest first */
};
struct application_filter {
	int64_t unit;
	enum application_order order;
	enum case_state state;	/* CASE_NONE: any (urgent: any open one) */
	enum channel channel;	/* CHANNEL_NONE: any */
	bool extension_asked;	/* waits for 001's decision */
	bool soon, overdue;	/* at most 5 working days left; past it */
	const char *q;		/* in number and wish; NULL or "": any */
	day_t from, to;		/* of the receipt, or of the arrival while that
				 * is not confirmed; 0 or DAY_NONE: any */
	int64_t after;		/* id of the last row of the page before; 0 */
	int max;		/* 1..100 */
};
/* With facts and clock (without its day-by-day proof). */
enum rc application_queue(struct db *, const struct application_filter *,
    struct applications *, struct arena *);

#define APPLICATION_SOON	5	/* working days left: amber */
struct case_counts {
	int64_t open, unconfirmed, unconfirmed_late, soon, overdue, drafted,
	    extension, due[5];	/* due[i]: on the i-th of the next five working
				 * days, today not counted */
	int64_t due_today;
	day_t due_day[5];
};
enum rc application_counts(struct db *, int64_t unit, struct case_counts *,
    struct arena *);

/* How long the unit (0: all units together) really took for the newest 100
 * answers, in counted working days; n 0: none yet. */
struct application_pace { int n, median, quick, slow; };	/* 10th, 90th */
enum rc application_pace(struct db *, int64_t unit, struct application_pace *,
    struct arena *);

#endif
