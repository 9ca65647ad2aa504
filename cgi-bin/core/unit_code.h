/* unit_code.h - what a unit's code may look like and whether it is free. */
#ifndef CORE_UNIT_CODE_H
#define CORE_UNIT_CODE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

#define UNIT_CODE_MAX 12

/* A small letter, then small letters and digits, 2 to 12 in all. */
bool unit_code_good(const char *);
/* No unit has it, and no account has one of the three names made from it. */
enum rc unit_code_free(struct db *, const char *code, bool *free,
    struct arena *);

#endif
