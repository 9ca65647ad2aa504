/* deadline_ics.c - escapes and folds what a calendar program will read. */
#include <string.h>

#include "base/buf.h"
#include "core/deadline_ics.h"

#define LINE_MAX_BYTES 75	/* RFC 5545, 3.1, without CRLF */

/* A property, folded between code points. */
static void
put_line(struct buf *b, const char *s)
{
	size_t room = LINE_MAX_BYTES, n;

	for (; *s != '\0'; s += n, room -= n) {
		for (n = 1; ((unsigned char)s[n] & 0xc0) == 0x80; n++)
			;
		if (n > room) {
			buf_puts(b, "\r\n ");
			room = LINE_MAX_BYTES - 1;
		}
		buf_put(b, s, n);
	}
	buf_puts(b, "\r\n");
}

/* A TEXT value (3.3.11): line ends become \n, other control characters go. */
static void
put_text(struct arena *m, struct buf *b, const char *name, const char *s)
{
	struct buf line = buf_new(m);

	buf_puts(&line, name);
	buf_putc(&line, ':');
	for (; *s != '\0'; s++) {
		if (strchr("\\;,", *s) != NULL)
			buf_putc(&line, '\\');
		if (*s == '\n')
			buf_puts(&line, "\\n");
		else if ((unsigned char)*s >= ' ' && *s != 0x7f)
			buf_putc(&line, *s);
	}
	put_line(b, line.s);
}

/* 2026-10-22T01:31:00Z -> 20261022T013100Z */
static char *
basic(char *s)
{
	char *to = s, *from;

	for (from = s; *from != '\0'; from++)
		if (*from != '-' && *from != ':')
			*to++ = *from;
	*to = '\0';
	return s;
}

char *
deadline_ics(const struct deadline_ics *d, struct arena *m)
{
	struct buf b = buf_new(m);

	buf_puts(&b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//xxgk//deadline//ZH\r\nMETHOD:PUBLISH\r\n"
	    "BEGIN:VEVENT\r\n");
	put_text(m, &b, "UID", arena_printf(m, "%s@%s", d->number, d->host));
	put_line(&b, arena_printf(m, "DTSTAMP:%s",
	    basic(clock_text(m, d->now))));
	put_line(&b, arena_printf(m, "DTSTART;VALUE=DATE:%s",
	    basic(day_text(m, d->day))));
	put_line(&b, arena_printf(m, "DTEND;VALUE=DATE:%s",
	    basic(day_text(m, d->day + 1))));
	put_text(m, &b, "SUMMARY", d->summary);
	put_text(m, &b, "DESCRIPTION", d->description);
	buf_puts(&b, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
	return b.s;
}
