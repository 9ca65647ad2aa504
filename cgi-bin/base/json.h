/* json.h - JSON written piece by piece into a buffer. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* A JSON string with quotes; safe in HTML too (<, >, & as \u00XX). */
void json_string(struct buf *, const char *);
/*
 * "name": and the value, with a comma before it unless it is the first after
 * { or [; json_name() is for values that the caller writes.
 */
void json_name(struct buf *, const char *name);
void json_text(struct buf *, const char *name, const char *value);
/* null for "" and NULL */
void json_text_or_null(struct buf *, const char *name, const char *value);
void json_int(struct buf *, const char *name, int64_t value);
void json_bool(struct buf *, const char *name, bool value);
/* A comma before the next element unless it is the first, or a value. */
void json_next(struct buf *);

#endif
