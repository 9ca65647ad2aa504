/* document_table.c - what is made of a document's text for other programs:
 * its tables as CSV, its address as a QR code. */
#include "core/csv_write.h"
#include "portal/document.h"
#include "portal/pages.h"
#include "portal/qr.h"
#include "portal/rows.h"
#include "richtext/grid.h"

#define QUIET 4			/* modules of white that a reader needs */

static const char *
table_csv(const struct grid *g, struct buf *b)
{
	struct csv_write w = csv_write_open(b);

	for (int r = 0; r < g->rows; r++) {
		for (int c = 0; c < g->columns; c++)
			csv_write_text(&w, g->cell[r * g->columns + c]);
		csv_write_row(&w);
	}
	return b->s;
}

enum rc
document_table_send(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct publication p;
	struct grid g;
	int64_t n = arg_id(x, 2);
	bool shown;
	enum rc rc;

	if ((rc = document_find(x, &p, &shown)) != RC_OK || shown)
		return rc;
	if (n < 1 || n > INT32_MAX)
		return RC_NOT_FOUND;
	if ((rc = grid_read(p.body, (int)n, &g, x->mem)) != RC_OK)
		return rc;
	table_csv(&g, &b);
	return send_bytes(x, b.s, b.n, CSV_TYPE, arena_printf(x->mem,
	    "%s-%d.csv", p.title, (int)n));
}

enum rc
document_qr_send(struct ctx *x)
{
	struct publication p;
	struct qr qr;
	bool shown;
	enum rc rc;

	if ((rc = document_find(x, &p, &shown)) != RC_OK || shown)
		return rc;
	qr = qr_make(arena_printf(x->mem, "%s/doc/%s", document_site(x),
	    rows_doc(&p)), x->mem);
	if (qr.size == 0)
		return RC_NOT_FOUND;
	x->reply.type = "image/svg+xml";
	x->reply.text = arena_printf(x->mem,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-%d -%d %d %d"
	    "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M-%d"
	    " -%dh%dv%dh-%dz\"/><path d=\"%s\"/></svg>", QUIET, QUIET,
	    qr.size + 2 * QUIET, qr.size + 2 * QUIET, QUIET, QUIET,
	    qr.size + 2 * QUIET, qr.size + 2 * QUIET, qr.size + 2 * QUIET,
	    qr.path);
	return RC_OK;
}
