/*
 * setting.h - what the district or a unit can switch without an operator.
 * Every key, its scope, kind and default stand in one table in setting.c.
 */
#ifndef CORE_SETTING_H
#define CORE_SETTING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

enum setting {
	SETTING_NONE = 0,
	/* of the district: set by 001 of the supervising unit */
	SETTING_PUBLIC_LOG,	/* flag */
	SETTING_RETENTION_DAYS,	/* number: days after closing; 365..36500 */
	SETTING_AMEND_REVIEW,	/* flag: what 001 changes of a published
				 * document is reviewed first */
	/* of a unit, set by its 001; empty: the district's */
	SETTING_FOUR_EYES,	/* flag: who drafts a reply does not release */
	SETTING_LETTER_WORD,	/* 代字 of its letters: 宝坻政办 */
	SETTING_REVIEW_ORGAN, SETTING_REVIEW_ADDRESS, SETTING_REVIEW_PHONE,
	SETTING_REVIEW_URL,	/* 复议 over the internet (复议法 art. 22) */
	SETTING_COURT, SETTING_COURT_ADDRESS,
	SETTING_PAY_WAY,	/* how to pay the fee */
	SETTING__MAX
};
enum setting_kind { SETTING_FLAG = 1, SETTING_NUMBER, SETTING_TEXT };

struct setting_rule {
	const char *key;
	enum setting_kind kind;
	bool district;		/* only for the whole district */
	const char *fallback;
	int64_t least, most;	/* of a number; most: characters of a text */
};
const struct setting_rule *setting_rule(enum setting);
enum setting setting_of_key(const char *);

/* The unit's value, else the district's, else the default; never NULL. */
enum rc setting_text(struct db *, int64_t unit, enum setting, char **out,
    struct arena *);
enum rc setting_number(struct db *, int64_t unit, enum setting, int64_t *out,
    struct arena *);
enum rc setting_flag(struct db *, int64_t unit, enum setting, bool *out,
    struct arena *);
/*
 * ROLE_ADMIN of the unit, or of the supervising unit for the district (unit
 * 0), or the operator (login "operator").  value "" of a text takes it back.
 * Problems on the key.
 */
enum rc setting_set(struct db *, const struct actor *, int64_t unit,
    enum setting, const char *value, struct problems *, struct arena *);

#endif
