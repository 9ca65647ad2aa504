/* application_check.h - small checks that the parts of application share.
 * Internal to core. */
#ifndef CORE_APPLICATION_CHECK_H
#define CORE_APPLICATION_CHECK_H

#include "core/application.h"

bool check_choice(const char *const *list, const char *);
/* Printable (lines: with line ends) and not longer than that. */
void check_text(const char *, const char *field, size_t most, bool lines,
    struct problems *);

#endif
