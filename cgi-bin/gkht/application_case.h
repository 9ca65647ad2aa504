/* application_case.h - one application with all that is known about it. */
#ifndef GKHT_APPLICATION_CASE_H
#define GKHT_APPLICATION_CASE_H

#include "core/case.h"
#include "richtext/sanitize.h"
#include "web/route.h"

/*
 * Page.Case (the head, and what is wanted), Page.Acts (buttons), Page.Events,
 * Page.Letters, Page.Files, Page.Follows, Page.Similar, Page.Answers,
 * Page.Repeat and the months of the clock, then shows the page; whatever
 * dialog is to stand over it is filled before.
 */
enum rc application_case_show(struct ctx *, const struct application *);
/* Fills all that without showing it. */
enum rc application_case_fill(struct ctx *, const struct application *);

/* application_case_clock.c: Page.Months, the proof of the deadline. */
void application_case_clock(struct ctx *, const struct application *);
/* application_case_events.c */
enum rc application_case_events(struct ctx *, const struct application *);

/*
 * application_case_person.c: Page.Person.*; the dialog that asks for a reason
 * before the sealed part opens (`flag` says which one), the reason.  Routes
 * that use it declare application_reason_fields.
 */
void application_person_fill(struct ctx *, const struct person *);
enum rc application_reason_ask(struct ctx *, const char *flag);
const char *application_reason(const struct ctx *);

#define LETTER_REGISTER "register"	/* 申请登记表: no letter of the unit */

/* application_case_letter.c: one of templates/letters/ over the values of the
 * page, as what may stand in a letter. */
enum rc application_case_letter(struct ctx *, const char *template,
    struct safe_html *);

/* A Word file becomes a PDF, which takes seconds: before route_write(). */
enum rc application_case_pdf(struct ctx *, void **bytes, size_t *n);

#endif
