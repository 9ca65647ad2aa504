/*
 * document_pdf.c - the page of a document as a PDF to keep: what the
 * catalogue says, the text set as an official document, where it came from.
 */
#include <string.h>

#include "base/clock.h"
#include "core/publication.h"
#include "portal/document.h"
#include "portal/pages.h"
#include "portal/press.h"
#include "portal/rows.h"
#include "richtext/flow.h"
#include "richtext/title.h"
#include "store/files.h"
#include "web/message.h"
#include "web/message_list.h"
#include "web/message_sheet.h"

#define ROWS_MAX  16
#define LINES_MAX 40
#define PICTURES_MAX (64 << 20)	/* bytes of them in one PDF */

struct sheet {
	struct press_row row[ROWS_MAX];
	const char *line[LINES_MAX];
	int rows, lines;
};

bool
document_has_pdf(const struct publication *p)
{
	return strlen(p->body.s) <= PUBLICATION_PDF_MAX;
}

static void
row_add(struct sheet *s, const char *label, const char *value, bool wide)
{
	if (*value != '\0' && s->rows < ROWS_MAX)
		s->row[s->rows++] = (struct press_row){ label, value, wide };
}

static void
line_add(struct sheet *s, const char *text)
{
	if (s->lines < LINES_MAX)
		s->line[s->lines++] = text;
}

static void
fill_rows(struct sheet *s, const struct publication *p, bool old,
    struct arena *m)
{
	const char *validity = old ? message_sheet(SHEET_OLD) :
	    message_validity(p->expired, p->repealed);

	row_add(s, message_column(COLUMN_TITLE), p->title, true);
	row_add(s, message_column(COLUMN_INDEX_NO), p->index_no, false);
	row_add(s, message_column(COLUMN_DOC_NO), p->doc_no, false);
	row_add(s, message_column(COLUMN_UNIT), p->unit_name, false);
	row_add(s, message_column(COLUMN_THEME), p->theme_name, false);
	row_add(s, message_column(COLUMN_MADE), p->made_on, false);
	row_add(s, message_column(COLUMN_PUBLISHED), clock_show(m,
	    p->published), false);
	row_add(s, message_sheet(SHEET_OPENNESS),
	    message_openness(p->openness), false);
	row_add(s, message_column(COLUMN_VALIDITY), p->expired && !old &&
	    *p->reason != '\0' ? arena_printf(m, "%s：%s", validity,
	    p->reason) : validity, false);
	row_add(s, message_sheet(SHEET_SUMMARY), p->summary, true);
}

static void
fill_lines(struct sheet *s, const struct publication *p, const char *url,
    struct arena *m)
{
	for (int i = 0; i < p->attachments.n; i++)
		line_add(s, message_sheet_file(m, i + 1,
		    p->attachments.v[i].name));
	line_add(s, message_sheet_source(m, url));
	line_add(s, message_sheet_version(m, (int)p->number, p->hash));
	line_add(s, message_sheet(SHEET_NOTE));
}

struct album {
	struct ctx *x;
	int64_t left;		/* bytes that pictures may still take */
};

static bool
picture(void *arg, const char *name, const void **bytes, size_t *n)
{
	struct album *a = arg;
	struct arena *m = a->x->mem;

	if (files_read(a->x->conf->files, arena_strndup(m, name,
	    strcspn(name, ".")), a->left, bytes, n, m) != RC_OK)
		return false;
	a->left -= (int64_t)*n;
	return true;
}

static enum rc
set(struct ctx *x, const struct publication *p, const struct sheet *s,
    const char *url, void **bytes, size_t *n)
{
	struct album album = { x, PICTURES_MAX };
	struct qr qr = qr_make(url, x->mem);
	struct press *press;
	struct flow text;
	enum rc rc;

	if ((rc = flow_read(p->body, &text, x->mem)) != RC_OK)
		return rc;
	press = press_open(p->title, p->unit_name, p->published,
	    arena_printf(x->mem, "%s  %s", x->conf->site_name, p->index_no),
	    (struct press_pictures){ picture, &album }, x->mem);
	press_box(press, s->row, s->rows);
	if (!title_in_body(p->body, p->title))
		press_title(press, p->title, p->doc_no);
	press_flow(press, &text);
	press_end(press, s->line, s->lines, &qr);
	return press_close(press, bytes, n);
}

static enum rc
send(struct ctx *x, const struct publication *p, const char *doc, bool old)
{
	const char *page = arena_printf(x->mem, "%s/doc/%s",
	    document_site(x), doc), *url = !old ? page :
	    arena_printf(x->mem, "%s/v/%d", page, (int)p->number);
	struct sheet s = { 0 };
	void *bytes;
	size_t n;
	enum rc rc;

	if (!document_has_pdf(p))
		return RC_NOT_FOUND;
	fill_rows(&s, p, old, x->mem);
	fill_lines(&s, p, url, x->mem);
	if ((rc = set(x, p, &s, url, &bytes, &n)) != RC_OK)
		return rc == RC_TOO_LARGE ? RC_NOT_FOUND : rc;
	x->reply.canonical = page;
	return send_bytes(x, bytes, n, "application/pdf", arena_printf(x->mem,
	    "%s.pdf", p->title));
}

enum rc
document_pdf_send(struct ctx *x)
{
	struct publication p, version;
	bool shown;
	enum rc rc;

	if ((rc = document_find_version(x, &p, &version, &shown)) != RC_OK ||
	    shown)
		return rc;
	return send(x, &version, rows_doc(&p), version.number != p.number);
}
