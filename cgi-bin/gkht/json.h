/* json.h - the few JSON answers that scripts of the back office ask for. */
#ifndef GKHT_JSON_H
#define GKHT_JSON_H

#include "base/buf.h"
#include "web/route.h"

/* A JSON string with quotes; safe in HTML too (<, >, & as \u00XX). */
void json_string(struct buf *, const char *);
/* "name": and the value, with a comma before it unless it is the first. */
void json_text(struct buf *, const char *name, const char *value);
void json_int(struct buf *, const char *name, int64_t value);

/* {"errors":[{"field","label","text"}]} of x->problems, status 422; they
 * count as told then. */
enum rc json_problems(struct ctx *);

#endif
