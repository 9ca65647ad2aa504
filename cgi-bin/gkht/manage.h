/* manage.h - the list of 已发布信息管理, also behind the dialogs over it. */
#ifndef GKHT_MANAGE_H
#define GKHT_MANAGE_H

#include "web/route.h"

enum rc manage_fill(struct ctx *);

#endif
