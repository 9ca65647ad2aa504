/*
 * filetype.h - what may be attached: extension, magic bytes and container
 * look must agree.  Never HTML, SVG, XML, scripts or programs.
 */
#ifndef RICHTEXT_FILETYPE_H
#define RICHTEXT_FILETYPE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problem.h"

/*
 * name: the file's name as sent; path: its bytes.  PROBLEM_NONE with *type
 * the media type from our table (a literal), or PROBLEM_FILE_EMPTY, _TYPE,
 * _NOT_WHAT_IT_SAYS.  Accepted: pdf doc docx xls xlsx ppt pptx wps et ofd txt
 * csv jpg jpeg png gif zip rar 7z.
 */
enum problem filetype_check(const char *name, const char *path,
    const char **type, struct arena *);
/* ".pdf,.docx,..." for the accept attribute and the hint. */
const char *filetype_accepted(void);
/* For a picture in memory: its type, or NULL when it is none of png, jpeg,
 * gif or larger than 20000 pixels a side. */
const char *filetype_image(const void *data, size_t n, int *width, int *height);
/* "PDF", "Word", "Excel", ... for people. */
const char *filetype_label(const char *type);

#endif
