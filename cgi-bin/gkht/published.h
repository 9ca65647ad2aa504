/* published.h - the list of 已发布信息维护, also behind the dialogs over it. */
#ifndef GKHT_PUBLISHED_H
#define GKHT_PUBLISHED_H

#include "web/route.h"

enum rc published_fill(struct ctx *);

#endif
