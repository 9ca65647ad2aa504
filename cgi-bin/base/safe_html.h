/*
 * safe_html.h - markup that may be sent to a browser unescaped.
 *
 * Made only by richtext/sanitize.c and read back only by db_html() from
 * columns that were written with a value of this type; `make lint` refuses
 * any other place that fills one.
 */
#ifndef BASE_SAFE_HTML_H
#define BASE_SAFE_HTML_H

struct safe_html {
	const char *s;		/* never NULL once made; UTF-8 */
};

#endif
