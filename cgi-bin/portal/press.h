/*
 * press.h - a text set on pages of A4 as an official document (GB/T 9704):
 * 28 characters a line, 22 lines a page, page numbers at the foot.
 *
 * The text can be searched and copied, carries structure tags, and its
 * characters are in the file, so that it looks the same everywhere.
 */
#ifndef PORTAL_PRESS_H
#define PORTAL_PRESS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"
#include "portal/qr.h"
#include "richtext/flow.h"

struct press;

#define PRESS_PAGES_MAX 500	/* more is not set */

/* The bytes of a picture that a text names; false: it cannot be shown. */
struct press_pictures {
	bool (*get)(void *arg, const char *name, const void **bytes,
	    size_t *n);
	void *arg;
};

/* made: "2026-10-22T02:30:00Z"; the same text makes the same bytes. */
struct press *press_open(const char *title, const char *author,
    const char *made, const char *foot, struct press_pictures,
    struct arena *);
/* Label and value, two pairs a line; wide ones take a line of their own. */
struct press_row { const char *label, *value; bool wide; };
void press_box(struct press *, const struct press_row *, int n);
void press_title(struct press *, const char *title, const char *number);
void press_flow(struct press *, const struct flow *);
/* A line, then small print with the code at its right. */
void press_end(struct press *, const char *const *lines, int n,
    const struct qr *);
/* Ends it; the bytes live in the arena.  RC_TOO_LARGE: too many pages. */
enum rc press_close(struct press *, void **bytes, size_t *n);

#endif
