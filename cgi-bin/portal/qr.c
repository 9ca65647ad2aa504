/* qr.c - the only file that knows libqrencode. */
#include <qrencode.h>

#include "base/buf.h"
#include "portal/qr.h"

/* One bar for each run of dark modules of a row. */
static void
put_row(struct buf *b, const unsigned char *row, int size, int y)
{
	int x = 0, from;

	while (x < size) {
		if (!(row[x] & 1)) {
			x++;
			continue;
		}
		for (from = x; x < size && (row[x] & 1); x++)
			continue;
		buf_printf(b, "M%d %dh%dv1h-%dz", from, y, x - from, x - from);
	}
}

struct qr
qr_make(const char *text, struct arena *m)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct buf b = buf_new(m);
	struct qr qr = { .path = "" };
	unsigned char *dark;

	if (code == NULL)
		return qr;
	for (int y = 0; y < code->width; y++)
		put_row(&b, code->data + y * code->width, code->width, y);
	dark = arena_alloc(m, (size_t)(code->width * code->width));
	for (int k = 0; k < code->width * code->width; k++)
		dark[k] = code->data[k] & 1;
	qr.dark = dark;
	qr.size = code->width;
	qr.path = b.s;
	QRcode_free(code);
	return qr;
}
