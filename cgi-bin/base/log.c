/* log.c - lines on standard error, each with one write(2). */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

#define LINE_MAX_BYTES	4096

static const char *program = "xxgk";

void
log_open(const char *name)
{
	program = name;
}

/* Bytes of the character at s; 0 when it must not reach a terminal as is. */
static size_t
plain(const char *s)
{
	unsigned char c = (unsigned char)*s;
	size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

	return text_printable(s, strnlen(s, n), false) &&
	    strnlen(s, n) == n ? n : 0;
}

static size_t
escape(char *out, size_t room, const char *s)
{
	size_t at = 0, n;

	while (*s != '\0' && at + 4 < room) {
		if ((n = plain(s)) > 0) {
			memcpy(out + at, s, n);
			at += n;
			s += n;
		} else {
			snprintf(out + at, room - at, "\\x%02x",
			    (unsigned)(unsigned char)*s++);
			at += 4;
		}
	}
	return at;
}

static void
line_write(const char *level, const char *file, int line, const char *text)
{
	char out[LINE_MAX_BYTES], when[32];
	time_t now = time(NULL);
	struct tm tm;
	size_t n;

	gmtime_r(&now, &tm);
	strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &tm);
	snprintf(out, sizeof(out) / 2, "%s %s %s[%d] %s:%d ", when, level,
	    program, (int)getpid(), file, line);
	n = strlen(out);
	n += escape(out + n, sizeof(out) - 1 - n, text);
	out[n++] = '\n';
	/* Nowhere is left to report that the report failed. */
	if (write(STDERR_FILENO, out, n) < 0)
		return;
}

static void __attribute__((format(printf, 4, 0)))
line_format(const char *level, const char *file, int line, const char *fmt,
    va_list ap)
{
	char text[LINE_MAX_BYTES];

	vsnprintf(text, sizeof(text), fmt, ap);
	line_write(level, file, line, text);
}

void
log_at(const char *level, const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line_format(level, file, line, fmt, ap);
	va_end(ap);
}

void
fatal_at(const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	line_format("fatal", file, line, fmt, ap);
	va_end(ap);
	exit(1);
}
