/*
 * old_pictures.h - what cameras wrote into the pictures of a Word, Excel or
 * PowerPoint file before its packages ([MS-ODRAW]).
 */
#ifndef RICHTEXT_OLD_PICTURES_H
#define RICHTEXT_OLD_PICTURES_H

#include "richtext/picture.h"

void old_pictures_read(const void *data, size_t n, struct picture_says *);

#endif
