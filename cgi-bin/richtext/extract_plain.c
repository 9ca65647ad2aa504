/* extract_plain.c - text files: in which of the usual encodings they are. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "richtext/extract_read.h"

#define SAMPLE 4096
#define WRONG_FEW 2

/* UTF-16 without a mark: every second byte of line ends and digits is 0. */
static const char *
guess(const unsigned char *s, size_t n)
{
	size_t at[2] = { 0, 0 }, k;

	if (n >= 2 && s[0] == 0xFF && s[1] == 0xFE)
		return "UTF-16LE";
	if (n >= 2 && s[0] == 0xFE && s[1] == 0xFF)
		return "UTF-16BE";
	for (k = 0; k < n && k < SAMPLE; k++)
		at[k % 2] += s[k] == 0;
	if (at[0] + at[1] == 0)
		return text_valid((const char *)s, n) ? "UTF-8" : "GB18030";
	return at[1] >= at[0] ? "UTF-16LE" : "UTF-16BE";
}

/* What cannot be read becomes U+FFFD; false: too much of it. */
static bool
convert(const char *from, const char *in, size_t n, struct buf *out)
{
	size_t wrong = charset_utf8(from, in, n, EXTRACT_MAX, out);

	return wrong * 100 <= n || wrong <= WRONG_FEW;
}

bool
extract_decode(const void *data, size_t n, struct buf *out)
{
	const char *s = data;
	size_t skip = 0;

	if (n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0)
		skip = 3;
	else if (n >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 ||
	    memcmp(s, "\xFE\xFF", 2) == 0))
		skip = 2;
	return convert(skip == 3 ? "UTF-8" : guess(data, n), s + skip,
	    n - skip, out);
}

enum extract
extract_plain(const char *path, struct buf *out, int *hidden)
{
	struct buf in = buf_new(out->mem);
	FILE *f = fopen(path, "rbe");
	char piece[65536];
	size_t n;

	(void)hidden;
	if (f == NULL)
		return EXTRACT_FAIL;
	while (in.n <= 2 * EXTRACT_MAX && (n = fread(piece, 1, sizeof piece,
	    f)) > 0)
		buf_put(&in, piece, n);
	fclose(f);
	if (in.n == 0)
		return EXTRACT_EMPTY;
	return extract_decode(in.s, in.n, out) ? EXTRACT_OK : EXTRACT_BROKEN;
}
