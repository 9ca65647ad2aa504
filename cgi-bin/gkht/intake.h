/* intake.h - files that come in: checked, stored, registered. */
#ifndef GKHT_INTAKE_H
#define GKHT_INTAKE_H

#include "core/upload.h"
#include "richtext/word.h"
#include "web/route.h"

/*
 * Any accepted file, for use "attachment".  RC_INVALID with *why when it is
 * not acceptable; then nothing is kept.
 */
enum rc intake_file(struct ctx *, const struct file *, const char *use,
    struct upload *, enum problem *why);

/*
 * A Word document: its text, its pictures (stored and registered), itself as
 * the original.  The body's pictures are named as stored: /image/....
 */
enum rc intake_word(struct ctx *, const struct file *, struct word_result *,
    struct upload *original, enum problem *why);

#endif
