/*
 * workflow.h - the life of a document as a table: from, action, role -> to.
 *
 * What is allowed and which buttons are shown come from the same rows.
 */
#ifndef CORE_WORKFLOW_H
#define CORE_WORKFLOW_H

#include <stdbool.h>

#include "core/actor.h"

enum state {
	STATE_NONE = 0,
	STATE_DRAFT,		/* 草稿, 退回 when there is a reason */
	STATE_SUBMITTED,	/* 待审核 */
	STATE_APPROVED,		/* 待发布 */
	STATE_PUBLISHED,	/* 已发布 */
	STATE_WITHDRAWN,	/* 取消发布 */
	STATE_EXPIRED,		/* 失效, or 废止 where so marked */
	STATE_DELETED,		/* 删除 */
	STATE__MAX
};

enum action {
	ACTION_NONE = 0,
	ACTION_EDIT,		/* 保存 of a draft */
	ACTION_SUBMIT,		/* 提交 */
	ACTION_DISCARD,		/* 删除 of a draft that was never public */
	ACTION_APPROVE,		/* 审批通过 */
	ACTION_RETURN,		/* 审批不通过 */
	ACTION_PUBLISH,		/* 发布 */
	ACTION_WITHDRAW,	/* 取消发布 */
	ACTION_EXPIRE,		/* 信息失效 */
	ACTION_REPEAL,		/* 废止, also of what is 失效 */
	ACTION_DELETE,		/* 删除 */
	ACTION_AMEND,		/* 修改 of what is published, by XXX001 */
	ACTION__MAX
};

struct move {
	enum state from;
	enum action action;
	enum role by;
	enum state to;
	bool reason;		/* a reason is demanded */
};

/* The row for that state, action and role; NULL when it is not allowed. */
const struct move *workflow_find(enum state, enum action, enum role);
/* That role may write the content there: 001 amends, others edit. */
bool workflow_writable(enum state, enum role);
/* Some state lets that role do it. */
bool workflow_ever(enum action, enum role);
/* The moves open to role in state, into out; returns how many. */
int workflow_list(enum state, enum role, const struct move **out, int max);

const char *state_key(enum state);	/* as stored: "draft", ... */
enum state state_of_key(const char *);
const char *action_key(enum action);	/* "submit", ... also in forms */
enum action action_of_key(const char *);

#endif
