/*
 * docx_write.h - our own markup as a Word document (ECMA-376): paragraphs with
 * alignment and indents, bold, italic, underlined, raised text, tables.
 * Pictures and links are left out; their text stays.
 */
#ifndef RICHTEXT_DOCX_WRITE_H
#define RICHTEXT_DOCX_WRITE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"

#define DOCX_TYPE "application/vnd.openxmlformats-officedocument." \
	"wordprocessingml.document"

/* title: of the file's properties. */
enum rc docx_write(struct safe_html, const char *title, void **data,
    size_t *n, struct arena *);

#endif
