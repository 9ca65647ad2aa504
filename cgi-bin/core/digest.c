/* digest.c - fields into a hash. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/digest.h"

void
digest_text(struct secret_sha256 *h, const char *s)
{
	char head[24];
	size_t n = strlen(s);
	int k = snprintf(head, sizeof(head), "%zu:", n);

	secret_sha256_add(h, head, (size_t)k);
	secret_sha256_add(h, s, n);
}

void
digest_int(struct secret_sha256 *h, int64_t i)
{
	char s[24];

	snprintf(s, sizeof(s), "%" PRId64, i);
	digest_text(h, s);
}
