/* codepage.h - which of ICU's tables a codepage of Windows is. */
#ifndef RICHTEXT_CODEPAGE_H
#define RICHTEXT_CODEPAGE_H

#include <stddef.h>

#define CODEPAGE_UTF16 1200

/* The name for charset_utf8(); of an unknown codepage by the n bytes. */
const char *codepage_charset(unsigned codepage, const char *, size_t n);

#endif
