/* message.h - every Chinese sentence that is not in a template. */
#ifndef WEB_MESSAGE_H
#define WEB_MESSAGE_H

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/workflow.h"
#include "web/form.h"

/* What to do about a problem; limit fills in numbers where the text has one. */
const char *message_problem(struct arena *, enum problem, int64_t limit);
const char *message_state(enum state);		/* 草稿, 待审核, ... */
const char *message_action(enum action);	/* 提交, 审批通过, ... */
const char *message_role(enum role);	/* 机构管理员, 录入员, 审核员 */
const char *message_openness(const char *key);		/* 主动公开, ... */
const char *message_audit(const char *action);		/* of the audit log */
/* What an error status means, for JSON answers and the page of last resort. */
const char *message_result(enum rc);
/* An application's deadline in somebody's own calendar. */
const char *message_deadline(struct arena *, const char *number);
const char *message_deadline_note(struct arena *, const char *unit);
/* For people only: a question of portal/question.h about two numbers, a being
 * the larger; and 0 to 99 in words. */
enum { QUESTION_SUM, QUESTION_DIFFERENCE, QUESTION_LARGER, QUESTION__MAX };
const char *message_question(struct arena *, int kind, int a, int b);
const char *message_number(struct arena *, int n);
/* What was kept, changed or dropped at an import, with its measure word. */
const char *message_part(const char *key, const char **measure);
/* Name of a form field for people: "title" -> 信息名称. */
const char *message_field(const char *field);

#endif
