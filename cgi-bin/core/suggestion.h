/*
 * suggestion.h - words that somebody may have meant.  They come from titles of
 * published documents; whoever shows one has counted what it finds first.
 */
#ifndef CORE_SUGGESTION_H
#define CORE_SUGGESTION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct suggestions { int n; const char **v; };

/* Learns the words of up to max documents published since the last time;
 * *more: there are others.  In the caller's transaction. */
enum rc suggestion_learn(struct db *, int max, bool *more, struct arena *);

/* Words whose pinyin or initials are typed, spaces or not: "tudi zhengshou",
 * "tdzs"; whole: not their beginnings. */
enum rc suggestion_pinyin(struct db *, const char *typed, bool whole,
    struct suggestions *, struct arena *);
/* Words that differ from this one in one character, alike sounding first. */
enum rc suggestion_near(struct db *, const char *word, struct suggestions *,
    struct arena *);
/* As it is kept: without spaces and ', v for ü as u. */
char *suggestion_letters(const char *typed, struct arena *);
/* The word itself, when it is one; and words that sound so, whole. */
enum rc suggestion_known(struct db *, const char *word, struct suggestions *,
    struct arena *);
enum rc suggestion_sound(struct db *, const char *pinyin,
    struct suggestions *, struct arena *);
/* Questions of several words for a text of letters or of characters that is
 * no word: "quxiatudizhengshou", 土地证收公告. */
enum rc suggestion_split(struct db *, const char *text, struct suggestions *,
    struct arena *);
/* The same for letters of which no reading is made of words alone, with one
 * slip: "yinhangzhangce".  At most some hundred looks into an index. */
enum rc suggestion_slip(struct db *, const char *letters,
    struct suggestions *, struct arena *);
/* Words that begin so. */
enum rc suggestion_begin(struct db *, const char *beginning,
    struct suggestions *, struct arena *);

#endif
