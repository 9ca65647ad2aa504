/* qr.h - an address as a QR code. */
#ifndef PORTAL_QR_H
#define PORTAL_QR_H

#include "base/arena.h"

struct qr {
	int size;		/* modules a side */
	const char *path;	/* data of an SVG path, one unit a module */
	const unsigned char *dark;	/* size * size: 1 where it is dark */
};

/* size 0 when the text is too long for any code. */
struct qr qr_make(const char *text, struct arena *);

#endif
