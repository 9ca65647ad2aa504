/* saved.h - 常用查询 above the list they belong to. */
#ifndef GKHT_SAVED_H
#define GKHT_SAVED_H

#include "web/route.h"

/* Page.Queries of the list, each Name, Query, and On where it is what the
 * list is asked for now. */
enum rc saved_offer(struct ctx *, const char *list, const char *query);

#endif
