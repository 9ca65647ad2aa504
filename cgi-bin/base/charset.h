/* charset.h - text in other encodings as UTF-8, by ICU's tables. */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Appends n bytes of text in the encoding from (an IANA name) to out and stops
 * soon after out.n is more than most.  What cannot be read becomes U+FFFD;
 * returns how often.
 */
size_t charset_utf8(const char *from, const char *, size_t n, size_t most,
    struct buf *out);

#endif
