/*
 * application_act_letter.h - the letters (告知书): made from the templates in
 * templates/letters, shown as plain text for correction, signed and dated.
 */
#ifndef GKHT_APPLICATION_ACT_LETTER_H
#define GKHT_APPLICATION_ACT_LETTER_H

#include "core/application.h"
#include "core/letter.h"
#include "richtext/sanitize.h"
#include "web/route.h"

/* What is on the way to being a letter. */
struct act_letter {
	const char *kind, *title;
	struct sanitized body;
};

/*
 * Values for a template: Letter.{Kind, Number, Unit, Came, Received, Due, ...}
 * of the application and of the unit's settings.  The caller adds what the
 * act knows, then calls act_letter_make(), which ends them.
 */
enum rc act_letter_values(struct ctx *, const struct application *,
    const char *kind, struct node **values);
enum rc act_letter_make(struct ctx *, const char *kind, struct node *values,
    struct act_letter *);
/* A text of several lines as items of `name`, each with Line. */
void act_letter_lines(struct ctx *, struct node *values, const char *name,
    const char *text);

/* Corrected by hand: plain text, blank lines part paragraphs, or markup.
 * RC_INVALID with a problem on "body". */
enum rc act_letter_typed(struct ctx *, const char *kind, const char *title,
    const char *body, struct act_letter *);
/* Page.Letter.{Kind, Title, Text, BodyHtml}. */
void act_letter_show(struct ctx *, const struct act_letter *);

/*
 * Signed with the unit's name and today's date, then stored; id 0: a new
 * draft, else other words for that one.  organ: addressee who is not the
 * applicant, or "".
 */
enum rc act_letter_store(struct ctx *, const struct application *,
    const struct act_letter *, bool sign, int64_t id, int64_t event,
    const char *organ, int64_t *stored);
/* Only the letter's kind, title and signed words, and its 代字: for who issues
 * it at once. */
enum rc act_letter_signed(struct ctx *, const struct application *,
    const struct act_letter *, struct letter *, const char **word);
/* The reply's draft; RC_NOT_FOUND when there is none. */
enum rc act_letter_draft(struct ctx *, const struct application *,
    struct letter *);

#endif
