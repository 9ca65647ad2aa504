/* message_finding.h - the words for what an inspection found, and for the
 * fields of a 保密审查. */
#ifndef WEB_MESSAGE_FINDING_H
#define WEB_MESSAGE_FINDING_H

#include <stdbool.h>

#include <stdbool.h>

#include "base/arena.h"

/* What it is; *hint: what to do about it. */
const char *message_finding(const char *kind, const char **hint);
/* The same where a button takes it out of the file: names, or what a camera
 * wrote. */
const char *message_finding_cleans(bool names);
/* What to do about what stands in a file, an attachment or the Word original;
 * weight: "fix", "explain", "look". */
const char *message_finding_file(bool original, const char *weight);
/* The article of 条例 under which something is not for everybody. */
const char *message_article(const char *key);
#define CATALOGUE_COLUMNS 8
/* Heads of the columns of a 目录, and its title. */
const char *message_catalogue(int column);
const char *message_catalogue_title(struct arena *, const char *unit,
    const char *openness);
/* Keys between commas as words between 、; "" for none. */
const char *message_secrecy(struct arena *, const char *field,
    const char *keys);

#endif
