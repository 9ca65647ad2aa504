/* review.h - the list of 信息审核, also behind the dialogs over it. */
#ifndef GKHT_REVIEW_H
#define GKHT_REVIEW_H

#include "web/route.h"

enum rc review_fill(struct ctx *);

#endif
