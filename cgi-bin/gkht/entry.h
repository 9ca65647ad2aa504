/* entry.h - the list of 信息上载, also behind the dialogs over it. */
#ifndef GKHT_ENTRY_H
#define GKHT_ENTRY_H

#include "web/route.h"

enum rc entry_fill(struct ctx *);

#endif
