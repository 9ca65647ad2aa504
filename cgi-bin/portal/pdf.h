/*
 * pdf.h - a page to keep, made in memory and never on a disk: lines of text,
 * rows of label and value, a QR code.  The characters that are used go into
 * the file, so that it looks the same everywhere.
 */
#ifndef PORTAL_PDF_H
#define PORTAL_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "portal/qr.h"

struct pdf;

/* font: path of a TrueType font or collection.  Whether it can be used. */
bool pdf_can(const char *font);
/* NULL when the font is not good for it. */
struct pdf *pdf_open(const char *font, const char *title, struct arena *);
/* Paragraphs of that size (points), broken into lines and over pages. */
void pdf_text(struct pdf *, int size, const char *text);
void pdf_row(struct pdf *, const char *label, const char *value);
void pdf_line(struct pdf *);			/* across the page */
void pdf_gap(struct pdf *, int points);
/* In the upper right corner, before anything else; takes no room. */
void pdf_qr(struct pdf *, const struct qr *);
/* Ends it; the bytes live in the arena.  False when anything went wrong. */
bool pdf_close(struct pdf *, void **bytes, size_t *n);

#endif
