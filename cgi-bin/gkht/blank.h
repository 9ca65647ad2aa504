/* blank.h - 空白栏目: the columns where a unit has nothing public, which the
 * portal does not show. */
#ifndef GKHT_BLANK_H
#define GKHT_BLANK_H

#include "web/route.h"

/* Items of Page.Blank: Name, Above, Basis, and Must where every unit has to have it
 * (公开指南, 公开制度, 年报, 机构信息, 领导信息, 责任人和工作人员名单). */
enum rc blank_show(struct ctx *);

#endif
