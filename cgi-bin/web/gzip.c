/* gzip.c - see gzip.h; the only file that knows zlib. */
#include <string.h>
#include <zlib.h>

#include "base/log.h"
#include "web/gzip.h"

/* Most of the gain for a third of the time that the best takes. */
#define LEVEL	4
#define WRAP	16	/* added to the window's bits: a gzip file */

/* ";q=0" and "; q = 0.000" refuse; any other parameter does not. */
static bool
refused(const char *s)
{
	size_t zero;

	s += strspn(s, " \t");
	if (*s != ';')
		return false;
	s += 1 + strspn(s + 1, " \t");
	if (*s != 'q' && *s != 'Q')
		return false;
	s += 1 + strspn(s + 1, " \t=");
	zero = strspn(s, "0.");
	return zero > 0 && strspn(s + zero, "123456789") == 0;
}

bool
gzip_taken(const char *accept)
{
	const char *s;
	size_t n;

	for (s = accept; *s != '\0'; s += strcspn(s, ","), s += *s == ',') {
		s += strspn(s, " \t");
		n = strcspn(s, ",; \t");
		if (n == 4 && strncasecmp(s, "gzip", n) == 0)
			return !refused(s + n);
	}
	return false;
}

bool
gzip_pack(const struct buf *in, struct buf *out, struct arena *m)
{
	z_stream z = { .next_in = (unsigned char *)in->s,
	    .avail_in = (unsigned)in->n };
	unsigned long most;
	char *bytes;
	int rc;

	if (deflateInit2(&z, LEVEL, Z_DEFLATED, MAX_WBITS + WRAP, 8,
	    Z_DEFAULT_STRATEGY) != Z_OK) {
		log_fail("zlib: %s", z.msg != NULL ? z.msg : "cannot start");
		return false;
	}
	most = deflateBound(&z, in->n);
	bytes = arena_alloc(m, most);
	z.next_out = (unsigned char *)bytes;
	z.avail_out = (unsigned)most;
	rc = deflate(&z, Z_FINISH);
	if (rc == Z_STREAM_END)
		*out = (struct buf){ bytes, z.total_out, 0, m };
	else
		log_fail("zlib: error %d", rc);
	deflateEnd(&z);
	return rc == Z_STREAM_END;
}
