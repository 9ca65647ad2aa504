/* json.h - the few JSON answers that scripts of the back office ask for. */
#ifndef GKHT_JSON_H
#define GKHT_JSON_H

#include "base/json.h"
#include "web/route.h"

/* {"errors":[{"field","label","text"}]} of x->problems, status 422; they
 * count as told then. */
enum rc json_problems(struct ctx *);

#endif
