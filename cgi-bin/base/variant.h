/*
 * variant.h - traditional and simplified characters as one, for comparing and
 * searching (ICU's Traditional-Simplified, character by character).
 */
#ifndef BASE_VARIANT_H
#define BASE_VARIANT_H

#include <stdint.h>

/* The simplified form of one character; anything else as it is. */
uint32_t variant_fold(uint32_t cp);

#endif
