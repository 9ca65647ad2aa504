/*
 * case_act.h - the life of an application as a table: from, act, by -> to,
 * and what each act needs.  What is allowed and which buttons are shown come
 * from the same rows.
 */
#ifndef CORE_CASE_ACT_H
#define CORE_CASE_ACT_H

#include <stdbool.h>

#include "base/clock.h"
#include "core/actor.h"
#include "core/deadline.h"

enum channel {		/* how it came (art. 31) */
	CHANNEL_NONE = 0,
	CHANNEL_INTERNET, CHANNEL_COUNTER,
	CHANNEL_POST,		/* 邮寄, signed for: 签收 */
	CHANNEL_LETTER,		/* 平信 */
	CHANNEL_FAX, CHANNEL_ORAL,
	CHANNEL__MAX
};
const char *channel_key(enum channel);	/* "internet", ... as stored */
enum channel channel_of_key(const char *);
/* The clock waits for ACT_CONFIRM: internet, ordinary letter, fax. */
bool channel_needs_confirm(enum channel);

enum case_state {
	CASE_NONE = 0,
	CASE_SUBMITTED,		/* 待确认: receipt not confirmed yet */
	CASE_OPEN,		/* 办理中 */
	CASE_CORRECTING,	/* 待补正 */
	CASE_DRAFTED,		/* 待签发: the reply waits for release */
	CASE_ANSWERED,		/* 已答复 */
	CASE_WITHDRAWN,		/* 已撤回 */
	CASE_ENDED,		/* 已终止 */
	CASE__MAX
};
const char *case_state_key(enum case_state);	/* "submitted", ... */
enum case_state case_state_of_key(const char *);
bool case_state_closed(enum case_state);

enum case_act {
	ACT_NONE = 0,
	ACT_CONFIRM,		/* 确认: both sides agree on the receipt */
	ACT_ASK_CORRECTION,	/* 补正告知 */
	ACT_CORRECT,		/* the applicant's correction came */
	ACT_CORRECTION_LAPSED,	/* 逾期不补正: closes */
	ACT_CONSULT_THIRD,	/* 征求第三方意见 */
	ACT_CONSULT_ORGAN,	/* 征求其他机关意见 (art. 33) */
	ACT_CONSULT_MAKER,	/* 征求共同制作机关意见 (art. 34) */
	ACT_CONSULT_REPLY,	/* an opinion came, or its time is over */
	ACT_ASK_EXTENSION,	/* 延期, asked for */
	ACT_APPROVE_EXTENSION,	/* recorded by 001 */
	ACT_REFUSE_EXTENSION,
	ACT_ASK_REASONS,	/* 说明理由 */
	ACT_REASONS_GIVEN,
	ACT_FEE_NOTICE,		/* 收费通知 */
	ACT_FEE_PAID,
	ACT_FEE_LAPSED,		/* 逾期不缴费: closes */
	ACT_FORWARD,		/* 转办: passed on to another organ, noted */
	ACT_SUSPEND,		/* 中止 */
	ACT_RESUME,		/* 恢复 */
	ACT_DRAFT_REPLY,	/* 回复: case_reply.h */
	ACT_RELEASE_REPLY,	/* 签发 */
	ACT_RETURN_REPLY,	/* 退回修改 */
	ACT_WITHDRAW,		/* 撤回, by or for the applicant */
	ACT_END,		/* 终止 */
	ACT__MAX
};
const char *case_act_key(enum case_act);	/* "confirm", ... in forms */
enum case_act case_act_of_key(const char *);

enum case_by {			/* bits: who may */
	BY_APPLICANT = 1, BY_ENTRY = 2, BY_REVIEW = 4, BY_ADMIN = 8
};
enum case_by case_by_role(enum role);	/* 0 for ROLE_NONE */

enum case_need {		/* bits: what a deed must or may bring */
	NEED_TEXT = 1,		/* `text` must be given */
	NEED_UNTIL = 2,		/* `until`; DAY_NONE takes the act's own limit */
	NEED_DAYS = 4,		/* `days`: 1..20 working days */
	NEED_ORGAN = 8,		/* `organ`: who was asked or is told */
	NEED_AMOUNT = 16,	/* `amount`: yuan, above 0 */
	NEED_EVENT = 32,	/* `event`: which consultation */
	TAKE_TEXT = 64,		/* may be given */
	TAKE_DAY = 128,		/* `day`: when it really happened; else today */
	TAKE_FILES = 256,
	NEED_OPINION = 512	/* `opinion`: what it comes to */
};

/* What is true of an act in every state. */
struct case_act_rule {
	const char *key;
	unsigned need;			/* bits of enum case_need */
	enum deadline_kind clock;	/* what it does to the clock */
	bool for_applicant;		/* stands in the applicant's timeline */
	const char *letter;		/* kind of letter.h it makes, or "" */
	const char *article;		/* 第三十条 of the 条例, or "" */
};
const struct case_act_rule *case_act_rule(enum case_act);
/* Asks others for their opinion. */
bool case_act_consults(enum case_act);
/* Of an opinion: "agree", "part", "object"; "silent" when none came in time,
 * which for a maker counts as consent (art. 34). */
bool case_opinion_known(const char *);

struct case_move {
	enum case_state from;
	enum case_act act;
	unsigned by;			/* bits of enum case_by */
	enum case_state to;
};
/* NULL when not allowed in that state to any of `by`. */
const struct case_move *case_move_find(enum case_state, enum case_act,
    unsigned by);

/* What the events of an application add up to beside its state. */
struct case_facts {
	bool correction_asked;		/* once only (art. 30) */
	bool corrected;
	day_t correction_until;		/* limit told to the applicant */
	day_t correction_last;		/* last day to ask for one */
	bool confirm_late;		/* unconfirmed after a working day */
	day_t receipt;			/* day it came or was confirmed */
	int consults;			/* consultations without an answer */
	int consults_waiting;		/* those whose time is not over */
	bool extension_asked;		/* waits for 001 */
	bool extended;
	int extension_days;		/* asked for or granted */
	bool reasons_asked, fee_noticed, suspended;	/* and not over */
	bool fee_paid;
	day_t fee_until;
	int64_t fee;			/* yuan of the notice */
	bool delivered;			/* the applicant has fetched it */
	bool four_eyes;			/* application_get() only: the unit
					 * wants another one to release */
};

#endif
