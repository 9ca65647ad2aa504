/* image.h - where staff get the pictures of a text, published or not. */
#ifndef GKHT_IMAGE_H
#define GKHT_IMAGE_H

/* What sanitize_rebase() puts before their names; file.c serves it. */
#define OFFICE_IMAGES	"/gkht/image/"

#endif
