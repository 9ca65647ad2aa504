/* intake.h - files that come in: checked, stored, registered. */
#ifndef GKHT_INTAKE_H
#define GKHT_INTAKE_H

#include "core/upload.h"
#include "richtext/office.h"
#include "web/route.h"

/*
 * Any accepted file, for use "attachment".  RC_INVALID with *why when it is
 * not acceptable; then nothing is kept.
 */
enum rc intake_file(struct ctx *, const struct file *, const char *use,
    struct upload *, enum problem *why);

/* A document on its way in. */
struct intake {
	enum rc rc;
	enum problem why;
	enum sniff kind;
	struct word_result word;
	struct report *report;
	const char *findings;	/* examine_lines() */
};

/* Converts it, which may take a minute: before route_write().  How it went is
 * told by intake_word(). */
void intake_convert(struct ctx *, const struct file *, struct intake *);

/*
 * Its pictures (stored and registered), itself as the original, its report.
 * The body's pictures are named as stored: /image/....
 */
enum rc intake_word(struct ctx *, const struct file *, struct intake *,
    struct upload *original, enum problem *why);

/* Where child processes find a file that was sent. */
const char *intake_path(const struct file *, struct arena *);
/* Where this site's conversions run and queue. */
struct office intake_office(const struct ctx *);
/* Bytes into the store, as an upload that is not registered yet. */
enum rc intake_keep(struct ctx *, const void *, size_t, struct upload *);

#endif
