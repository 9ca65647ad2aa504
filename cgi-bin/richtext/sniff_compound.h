/* sniff_compound.h - compound files ([MS-CFB]): which program wrote them. */
#ifndef RICHTEXT_SNIFF_COMPOUND_H
#define RICHTEXT_SNIFF_COMPOUND_H

#include <stdio.h>

#include "richtext/sniff.h"

enum sniff sniff_compound(FILE *);

#endif
