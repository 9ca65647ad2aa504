/* case_act.c - the table of acts on applications; nothing else decides who
 * may do what in which state. */
#include <string.h>

#include "core/case_act.h"

#define STAFF	(BY_ENTRY | BY_REVIEW)
#define LEADER	BY_ADMIN
#define WHEN	TAKE_DAY

static const struct case_act_rule rules[ACT__MAX] = {
	/* key, needs, clock, for the applicant, letter, article */
	[ACT_CONFIRM] = { "confirm", WHEN, DEADLINE_RECEIVED, true,
	    "receipt", "第三十一条" },
	[ACT_ASK_CORRECTION] = { "ask_correction", NEED_TEXT | NEED_UNTIL |
	    WHEN, DEADLINE_CORRECTION_ASKED, true, "correction", "第三十条" },
	[ACT_CORRECT] = { "correct", NEED_TEXT | WHEN | TAKE_FILES,
	    DEADLINE_CORRECTION_RECEIVED, true, "", "第三十条" },
	[ACT_CORRECTION_LAPSED] = { "correction_lapsed", TAKE_TEXT,
	    DEADLINE_CLOSED, true, "lapse", "第三十条" },
	[ACT_CONSULT_THIRD] = { "consult_third", NEED_TEXT | NEED_UNTIL |
	    NEED_ORGAN | WHEN, DEADLINE_CONSULT_SENT, true, "third_party",
	    "第三十二条" },
	[ACT_CONSULT_ORGAN] = { "consult_organ", NEED_TEXT | NEED_UNTIL |
	    NEED_ORGAN | WHEN, DEADLINE_CONSULT_SENT, true, "organ",
	    "第三十三条" },
	[ACT_CONSULT_MAKER] = { "consult_maker", NEED_TEXT | NEED_UNTIL |
	    NEED_ORGAN | WHEN, DEADLINE_CONSULT_SENT, true, "maker",
	    "第三十四条" },
	[ACT_CONSULT_REPLY] = { "consult_reply", NEED_OPINION |
	    NEED_EVENT | TAKE_TEXT | WHEN | TAKE_FILES, DEADLINE_CONSULT_ENDED, true, "",
	    "第三十三条" },
	[ACT_ASK_EXTENSION] = { "ask_extension", NEED_TEXT | NEED_DAYS,
	    DEADLINE_NONE, false, "", "第三十三条" },
	[ACT_APPROVE_EXTENSION] = { "approve_extension", TAKE_TEXT,
	    DEADLINE_EXTENDED, true, "extension", "第三十三条" },
	[ACT_REFUSE_EXTENSION] = { "refuse_extension", NEED_TEXT,
	    DEADLINE_NONE, false, "", "第三十三条" },
	[ACT_ASK_REASONS] = { "ask_reasons", NEED_TEXT | NEED_UNTIL | WHEN,
	    DEADLINE_REASONS_ASKED, true, "reasons", "第三十五条" },
	[ACT_REASONS_GIVEN] = { "reasons_given", NEED_TEXT | WHEN |
	    TAKE_FILES, DEADLINE_REASONS_GIVEN, true, "", "第三十五条" },
	[ACT_FEE_NOTICE] = { "fee_notice", NEED_TEXT | NEED_AMOUNT |
	    NEED_UNTIL | WHEN, DEADLINE_FEE_NOTICED, true, "fee",
	    "第四十二条" },
	[ACT_FEE_PAID] = { "fee_paid", TAKE_TEXT | WHEN, DEADLINE_FEE_PAID,
	    true, "", "第四十二条" },
	[ACT_FEE_LAPSED] = { "fee_lapsed", TAKE_TEXT, DEADLINE_CLOSED, true,
	    "lapse", "第四十二条" },
	[ACT_FORWARD] = { "forward", NEED_TEXT | NEED_ORGAN | WHEN,
	    DEADLINE_NONE, true, "forward", "" },
	[ACT_SUSPEND] = { "suspend", NEED_TEXT | WHEN, DEADLINE_SUSPENDED,
	    true, "suspension", "" },
	[ACT_RESUME] = { "resume", TAKE_TEXT | WHEN, DEADLINE_RESUMED, true,
	    "", "" },
	[ACT_DRAFT_REPLY] = { "draft_reply", 0, DEADLINE_NONE, false, "reply",
	    "第三十六条" },
	[ACT_RELEASE_REPLY] = { "release_reply", 0, DEADLINE_CLOSED, true, "",
	    "第三十六条" },
	[ACT_RETURN_REPLY] = { "return_reply", NEED_TEXT, DEADLINE_NONE,
	    false, "", "" },
	[ACT_WITHDRAW] = { "withdraw", TAKE_TEXT, DEADLINE_CLOSED, true, "",
	    "" },
	[ACT_END] = { "end", NEED_TEXT, DEADLINE_CLOSED, true, "ending", "" },
};

static const struct case_move moves[] = {
	{ CASE_SUBMITTED, ACT_CONFIRM,		BY_REVIEW, CASE_OPEN },
	{ CASE_SUBMITTED, ACT_FORWARD,		BY_REVIEW, CASE_SUBMITTED },
	{ CASE_SUBMITTED, ACT_WITHDRAW,		BY_APPLICANT | BY_REVIEW,
	    CASE_WITHDRAWN },
	{ CASE_SUBMITTED, ACT_END,		BY_REVIEW, CASE_ENDED },

	{ CASE_OPEN, ACT_ASK_CORRECTION,	BY_REVIEW, CASE_CORRECTING },
	{ CASE_OPEN, ACT_CONSULT_THIRD,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_CONSULT_ORGAN,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_CONSULT_MAKER,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_CONSULT_REPLY,		STAFF, CASE_OPEN },
	{ CASE_OPEN, ACT_ASK_EXTENSION,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_APPROVE_EXTENSION,	LEADER, CASE_OPEN },
	{ CASE_OPEN, ACT_REFUSE_EXTENSION,	LEADER, CASE_OPEN },
	{ CASE_OPEN, ACT_ASK_REASONS,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_REASONS_GIVEN,		BY_APPLICANT | STAFF,
	    CASE_OPEN },
	{ CASE_OPEN, ACT_FEE_NOTICE,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_FEE_PAID,		STAFF, CASE_OPEN },
	{ CASE_OPEN, ACT_FEE_LAPSED,		BY_REVIEW, CASE_ENDED },
	{ CASE_OPEN, ACT_FORWARD,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_SUSPEND,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_RESUME,		BY_REVIEW, CASE_OPEN },
	{ CASE_OPEN, ACT_DRAFT_REPLY,		BY_REVIEW, CASE_DRAFTED },
	{ CASE_OPEN, ACT_WITHDRAW,		BY_APPLICANT | BY_REVIEW,
	    CASE_WITHDRAWN },
	{ CASE_OPEN, ACT_END,			BY_REVIEW, CASE_ENDED },

	{ CASE_CORRECTING, ACT_CORRECT,		BY_APPLICANT | STAFF,
	    CASE_OPEN },
	{ CASE_CORRECTING, ACT_CORRECTION_LAPSED, BY_REVIEW, CASE_ENDED },
	{ CASE_CORRECTING, ACT_WITHDRAW,	BY_APPLICANT | BY_REVIEW,
	    CASE_WITHDRAWN },
	{ CASE_CORRECTING, ACT_END,		BY_REVIEW, CASE_ENDED },

	{ CASE_DRAFTED, ACT_APPROVE_EXTENSION,	LEADER, CASE_DRAFTED },
	{ CASE_DRAFTED, ACT_REFUSE_EXTENSION,	LEADER, CASE_DRAFTED },
	{ CASE_DRAFTED, ACT_DRAFT_REPLY,	BY_REVIEW, CASE_DRAFTED },
	{ CASE_DRAFTED, ACT_RELEASE_REPLY,	BY_REVIEW | LEADER,
	    CASE_ANSWERED },
	{ CASE_DRAFTED, ACT_RETURN_REPLY,	BY_REVIEW | LEADER, CASE_OPEN },
	{ CASE_DRAFTED, ACT_WITHDRAW,		BY_APPLICANT | BY_REVIEW,
	    CASE_WITHDRAWN },
	{ CASE_DRAFTED, ACT_END,		BY_REVIEW, CASE_ENDED },
};
#define MOVES ((int)(sizeof(moves) / sizeof(moves[0])))

static const char *const channels[CHANNEL__MAX] = {
	[CHANNEL_INTERNET] = "internet", [CHANNEL_COUNTER] = "counter",
	[CHANNEL_POST] = "post", [CHANNEL_LETTER] = "letter",
	[CHANNEL_FAX] = "fax", [CHANNEL_ORAL] = "oral",
};

static const char *const states[CASE__MAX] = {
	[CASE_SUBMITTED] = "submitted", [CASE_OPEN] = "open",
	[CASE_CORRECTING] = "correcting", [CASE_DRAFTED] = "drafted",
	[CASE_ANSWERED] = "answered", [CASE_WITHDRAWN] = "withdrawn",
	[CASE_ENDED] = "ended",
};

static int
find_key(const char *const *keys, int max, const char *key)
{
	for (int k = 1; k < max; k++)
		if (strcmp(keys[k], key) == 0)
			return k;
	return 0;
}

const char *
channel_key(enum channel c)
{
	return c > CHANNEL_NONE && c < CHANNEL__MAX ? channels[c] : "";
}

enum channel
channel_of_key(const char *key)
{
	return (enum channel)find_key(channels, CHANNEL__MAX, key);
}

bool
channel_needs_confirm(enum channel c)
{
	return c == CHANNEL_INTERNET || c == CHANNEL_LETTER ||
	    c == CHANNEL_FAX;
}

const char *
case_state_key(enum case_state s)
{
	return s > CASE_NONE && s < CASE__MAX ? states[s] : "";
}

enum case_state
case_state_of_key(const char *key)
{
	return (enum case_state)find_key(states, CASE__MAX, key);
}

bool
case_state_closed(enum case_state s)
{
	return s == CASE_ANSWERED || s == CASE_WITHDRAWN || s == CASE_ENDED;
}

const char *
case_act_key(enum case_act a)
{
	return a > ACT_NONE && a < ACT__MAX ? rules[a].key : "";
}

enum case_act
case_act_of_key(const char *key)
{
	for (int k = ACT_NONE + 1; k < ACT__MAX; k++)
		if (strcmp(rules[k].key, key) == 0)
			return (enum case_act)k;
	return ACT_NONE;
}

const struct case_act_rule *
case_act_rule(enum case_act a)
{
	static const struct case_act_rule none = { .key = "", .letter = "",
	    .article = "" };

	return a > ACT_NONE && a < ACT__MAX ? &rules[a] : &none;
}

bool
case_act_consults(enum case_act a)
{
	return a == ACT_CONSULT_THIRD || a == ACT_CONSULT_ORGAN ||
	    a == ACT_CONSULT_MAKER;
}

bool
case_opinion_known(const char *s)
{
	return strcmp(s, "agree") == 0 || strcmp(s, "part") == 0 ||
	    strcmp(s, "object") == 0 || strcmp(s, "silent") == 0;
}

enum case_by
case_by_role(enum role role)
{
	switch (role) {
	case ROLE_ADMIN:
		return BY_ADMIN;
	case ROLE_ENTRY:
		return BY_ENTRY;
	case ROLE_REVIEW:
		return BY_REVIEW;
	default:
		return 0;
	}
}

const struct case_move *
case_move_find(enum case_state from, enum case_act act, unsigned by)
{
	for (int k = 0; k < MOVES; k++)
		if (moves[k].from == from && moves[k].act == act &&
		    (moves[k].by & by) != 0)
			return &moves[k];
	return NULL;
}
