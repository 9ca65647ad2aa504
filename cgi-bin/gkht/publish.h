/* publish.h - the list of 信息发布, also behind the dialogs over it. */
#ifndef GKHT_PUBLISH_H
#define GKHT_PUBLISH_H

#include "web/route.h"

enum rc publish_fill(struct ctx *);

#endif
