/*
 * digest.h - a hash over fields: each is written with its length before it,
 * so that no two different rows of fields can hash alike.
 */
#ifndef CORE_DIGEST_H
#define CORE_DIGEST_H

#include <stdint.h>

#include "base/secret.h"

void digest_text(struct secret_sha256 *, const char *);
void digest_int(struct secret_sha256 *, int64_t);

#endif
