/* message_case.h - the words for applications: states, acts, results and what
 * the forms offer. */
#ifndef WEB_MESSAGE_CASE_H
#define WEB_MESSAGE_CASE_H

#include "base/arena.h"
#include "core/case_act.h"
#include "core/setting.h"

const char *message_case_state(enum case_state);	/* 办理中, ... */
const char *message_case_act(enum case_act);		/* 补正告知, ... */
const char *message_channel(enum channel);		/* 当面, ... */
/* What an event says to the applicant: key of case_act.h or another kind of
 * case.h; "" for an unknown one. */
const char *message_case_event(const char *kind);
/* Short label of a result; "" while there is none. */
const char *message_case_result(const char *key);
/* "" for a citizen: 公民. */
const char *message_organisation(const char *key);
const char *message_paper(const char *key);
const char *message_delivery(const char *key);
const char *message_carrier(const char *key);
const char *message_assistance(const char *key);
const char *message_file_use(const char *key);
const char *message_letter(const char *kind);	/* 补正告知书, ... */
const char *message_opinion(const char *key);
const char *message_follow(const char *kind);
const char *message_outcome(const char *key);
const char *message_setting(enum setting);

/* The receipt as a paper. */
enum receipt_word { RECEIPT_TITLE, RECEIPT_NUMBER, RECEIPT_CODE, RECEIPT_AT,
    RECEIPT_UNIT, RECEIPT_APPLICANT, RECEIPT_WISH, RECEIPT_DOC_NO,
    RECEIPT_DESCRIPTION, RECEIPT_DELIVERY, RECEIPT_NEXT, RECEIPT_KEEP,
    RECEIPT_FILE, RECEIPT__MAX };
const char *message_receipt(enum receipt_word);
char *message_receipt_confirm(struct arena *, const char *confirm);
char *message_receipt_answer(struct arena *, const char *confirm,
    const char *answer);
char *message_receipt_contact(struct arena *, const char *unit,
    const char *phone, const char *address);

#endif
