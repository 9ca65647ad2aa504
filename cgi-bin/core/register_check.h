/* register_check.h - the halves of register_verify().  Internal to core. */
#ifndef CORE_REGISTER_CHECK_H
#define CORE_REGISTER_CHECK_H

#include "core/register.h"

/* Counts it and tells it. */
void register_tell(struct register_check *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The lines against the documents and revisions as they are now. */
enum rc register_verify_documents(struct db *, struct register_check *);

#endif
