/* workflow.c - the table of moves; nothing else decides who may do what. */
#include <string.h>

#include "core/workflow.h"

static const struct move moves[] = {
	{ STATE_DRAFT,     ACTION_EDIT,     ROLE_ENTRY,  STATE_DRAFT,     false },
	{ STATE_DRAFT,     ACTION_SUBMIT,   ROLE_ENTRY,  STATE_SUBMITTED, false },
	{ STATE_DRAFT,     ACTION_DISCARD,  ROLE_ENTRY,  STATE_DELETED,   false },
	{ STATE_SUBMITTED, ACTION_APPROVE,  ROLE_REVIEW, STATE_APPROVED,  false },
	{ STATE_SUBMITTED, ACTION_RETURN,   ROLE_REVIEW, STATE_DRAFT,     true },
	{ STATE_APPROVED,  ACTION_PUBLISH,  ROLE_REVIEW, STATE_PUBLISHED, false },
	{ STATE_APPROVED,  ACTION_RETURN,   ROLE_REVIEW, STATE_DRAFT,     true },
	{ STATE_PUBLISHED, ACTION_WITHDRAW, ROLE_REVIEW, STATE_WITHDRAWN, true },
	{ STATE_PUBLISHED, ACTION_EXPIRE,   ROLE_REVIEW, STATE_EXPIRED,   true },
	{ STATE_PUBLISHED, ACTION_REPEAL,   ROLE_REVIEW, STATE_EXPIRED,   true },
	{ STATE_PUBLISHED, ACTION_DELETE,   ROLE_REVIEW, STATE_DELETED,   true },
	{ STATE_PUBLISHED, ACTION_AMEND,    ROLE_ADMIN,  STATE_PUBLISHED, true },
	{ STATE_EXPIRED,   ACTION_REPEAL,   ROLE_REVIEW, STATE_EXPIRED,   true },
	{ STATE_EXPIRED,   ACTION_WITHDRAW, ROLE_REVIEW, STATE_WITHDRAWN, true },
	{ STATE_EXPIRED,   ACTION_DELETE,   ROLE_REVIEW, STATE_DELETED,   true },
	{ STATE_EXPIRED,   ACTION_AMEND,    ROLE_ADMIN,  STATE_EXPIRED,   true },
	{ STATE_WITHDRAWN, ACTION_EDIT,     ROLE_ENTRY,  STATE_DRAFT,     false },
	{ STATE_WITHDRAWN, ACTION_SUBMIT,   ROLE_ENTRY,  STATE_SUBMITTED, false },
	{ STATE_WITHDRAWN, ACTION_DELETE,   ROLE_REVIEW, STATE_DELETED,   true },
};
#define MOVES ((int)(sizeof(moves) / sizeof(moves[0])))

static const char *const states[STATE__MAX] = {
	[STATE_NONE] = "",
	[STATE_DRAFT] = "draft",
	[STATE_SUBMITTED] = "submitted",
	[STATE_APPROVED] = "approved",
	[STATE_PUBLISHED] = "published",
	[STATE_WITHDRAWN] = "withdrawn",
	[STATE_EXPIRED] = "expired",
	[STATE_DELETED] = "deleted",
};

static const char *const actions[ACTION__MAX] = {
	[ACTION_NONE] = "",
	[ACTION_EDIT] = "edit",
	[ACTION_SUBMIT] = "submit",
	[ACTION_DISCARD] = "discard",
	[ACTION_APPROVE] = "approve",
	[ACTION_RETURN] = "return",
	[ACTION_PUBLISH] = "publish",
	[ACTION_WITHDRAW] = "withdraw",
	[ACTION_EXPIRE] = "expire",
	[ACTION_REPEAL] = "repeal",
	[ACTION_DELETE] = "delete",
	[ACTION_AMEND] = "amend",
};

const struct move *
workflow_find(enum state from, enum action action, enum role by)
{
	for (int k = 0; k < MOVES; k++)
		if (moves[k].from == from && moves[k].action == action &&
		    moves[k].by == by)
			return &moves[k];
	return NULL;
}

bool
workflow_writable(enum state state, enum role by)
{
	return workflow_find(state, by == ROLE_ADMIN ? ACTION_AMEND :
	    ACTION_EDIT, by) != NULL;
}

bool
workflow_ever(enum action action, enum role by)
{
	for (int k = 0; k < MOVES; k++)
		if (moves[k].action == action && moves[k].by == by)
			return true;
	return false;
}

int
workflow_list(enum state from, enum role by, const struct move **out, int max)
{
	int n = 0;

	for (int k = 0; k < MOVES && n < max; k++)
		if (moves[k].from == from && moves[k].by == by)
			out[n++] = &moves[k];
	return n;
}

static int
find_key(const char *const *keys, int max, const char *key)
{
	for (int k = 1; k < max; k++)
		if (strcmp(keys[k], key) == 0)
			return k;
	return 0;
}

const char *
state_key(enum state s)
{
	return s > STATE_NONE && s < STATE__MAX ? states[s] : "";
}

enum state
state_of_key(const char *key)
{
	return (enum state)find_key(states, STATE__MAX, key);
}

const char *
action_key(enum action a)
{
	return a > ACTION_NONE && a < ACTION__MAX ? actions[a] : "";
}

enum action
action_of_key(const char *key)
{
	return (enum action)find_key(actions, ACTION__MAX, key);
}
