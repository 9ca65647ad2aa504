/*
 * fuzz_multipart.c - any body, cut into any pieces, gives what it gives in
 * one piece: the same events and the same result.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "web/multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static enum rc
begin(void *arg, const struct multipart_part *part)
{
	if (strlen(part->name) > MULTIPART_NAME || *part->name == '\0')
		abort();
	buf_printf(arg, "<%s|%s>", part->name,
	    part->filename == NULL ? "-" : part->filename);
	return RC_OK;
}

static enum rc
data(void *arg, const void *p, size_t n)
{
	buf_put(arg, p, n);
	return RC_OK;
}

static enum rc
end(void *arg)
{
	buf_puts(arg, "</>");
	return RC_OK;
}

static enum rc
parse(struct arena *mem, const char *s, size_t n, size_t piece,
    struct buf *out)
{
	const struct multipart_sink sink = { out, begin, data, end };
	struct multipart *p;
	size_t now;
	enum rc rc = RC_OK;

	*out = buf_new(mem);
	p = multipart_new(mem, "multipart/form-data; boundary=b", &sink);
	for (; n > 0 && rc == RC_OK; s += now, n -= now) {
		now = n < piece ? n : piece;
		rc = multipart_feed(p, s, now);
	}
	return rc == RC_OK ? multipart_end(p) : rc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t n)
{
	const struct multipart_sink sink = { NULL, begin, data, end };
	struct arena *mem;
	struct buf whole, pieces;
	const char *s = (const char *)in + 1;

	if (n < 1)
		return 0;
	mem = arena_new();
	if (parse(mem, s, n - 1, n, &whole) !=
	    parse(mem, s, n - 1, in[0] % 16 + 1, &pieces) ||
	    whole.n != pieces.n || (whole.n > 0 &&
	    memcmp(whole.s, pieces.s, whole.n) != 0))
		abort();
	multipart_new(mem, arena_strndup(mem, s, n - 1), &sink);
	arena_free(mem);
	return 0;
}
