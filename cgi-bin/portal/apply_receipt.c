/* apply_receipt.c - the receipt, while its code may still be shown: as page and
 * as PDF. */
#include <string.h>

#include "base/clock.h"
#include "core/calendar.h"
#include "portal/apply.h"
#include "portal/pages.h"
#include "portal/pdf.h"
#include "portal/qr.h"
#include "portal/rows.h"
#include "web/message_case.h"

/* "" when its time is over. */
static const char *
code_of(const struct apply *a, int64_t *until)
{
	if (!clock_parse(copy_get(&a->copy, "shown"), until) ||
	    clock_now() > *until)
		return "";
	return copy_get(&a->copy, "code");
}

/* Eight groups of four. */
static void
fill_code(struct ctx *x, const struct apply *a)
{
	int64_t until;
	const char *code = code_of(a, &until);
	size_t n;

	if (*code == '\0')
		return;
	view_flag(x->page, "Page.Pdf", pdf_can(x->conf->pdf_font));
	view_set(x->page, "Page.Code", code);
	view_set(x->page, "Page.CodeUntil", clock_local(x->mem, until) + 11);
	for (; *code != '\0'; code += n + (code[n] != '\0')) {
		n = strcspn(code, " ");
		view_set(view_item(x->page, "Page.Groups"), "Text",
		    arena_strndup(x->mem, code, n));
	}
}

static struct qr
qr_of(struct ctx *x, const char *number)
{
	const char *site = *x->conf->site_url != '\0' ? x->conf->site_url :
	    arena_printf(x->mem, "http%s://%s", x->req->https ? "s" : "",
	    x->req->host);

	return qr_make(arena_printf(x->mem, "%s/apply/status?number=%s", site,
	    number), x->mem);
}

static void
fill_qr(struct ctx *x, const char *number)
{
	struct qr qr = qr_of(x, number);

	if (qr.size == 0)
		return;
	view_set(x->page, "Page.Qr.Path", qr.path);
	view_int(x->page, "Page.Qr.Size", qr.size + 8);
}

struct dates { day_t sent, confirm, answer; bool estimated; };

/* If the unit confirms on the next working day. */
static enum rc
dates_of(struct ctx *x, day_t sent, struct dates *d)
{
	struct calendar *c;
	enum rc rc;

	if ((rc = calendar_load(x->db, &c, x->mem)) != RC_OK)
		return rc;
	d->sent = sent;
	d->confirm = calendar_add(c, sent, DEADLINE_CONFIRM);
	d->answer = calendar_add(c, d->confirm, DEADLINE_ANSWER);
	d->estimated = !calendar_knows(c, day_year(d->answer));
	return RC_OK;
}

static enum rc
fill_dates(struct ctx *x, day_t sent)
{
	struct dates d;
	enum rc rc = dates_of(x, sent, &d);

	if (rc != RC_OK)
		return rc;
	view_set(x->page, "Page.Today", day_text(x->mem, d.sent));
	view_set(x->page, "Page.Confirm", day_text(x->mem, d.confirm));
	view_set(x->page, "Page.Answer", day_text(x->mem, d.answer));
	view_flag(x->page, "Page.Estimated", d.estimated);
	return RC_OK;
}

/* The application of the receipt, while its visit lasts. */
static enum rc
sent_of(struct ctx *x, const char *number, struct application *app)
{
	enum rc rc = application_visit_find(x->db,
	    apply_cookie(x, APPLY_VISIT), app, x->mem);

	return rc == RC_OK && strcmp(app->number, number) != 0 ?
	    RC_NOT_FOUND : rc;
}

static enum rc
fill_sent(struct ctx *x, const struct application *app)
{
	struct unit u;
	enum rc rc = unit_get(x->db, app->unit, &u, x->mem);

	if (rc != RC_OK)
		return rc;
	rows_unit(view_child(x->page, "Page.Unit"), &u);
	apply_show_wish(view_child(x->page, "Page.Wish"), &app->wish);
	view_set(x->page, "Page.UnitName", app->unit_name);
	view_set(x->page, "Page.Name", app->masked_name);
	view_set(x->page, "Page.Kind", app->organisation ?
	    app->organisation_kind : "citizen");
	return RC_OK;
}

enum rc
apply_receipt_show(struct ctx *x)
{
	struct application app;
	struct apply a;
	const char *number;
	day_t sent = clock_today();
	enum rc rc;

	rc = apply_load(x, &a);
	if (rc == RC_NOT_FOUND)
		return apply_over(x);
	if (rc != RC_OK)
		return rc;
	number = copy_get(&a.copy, "number");
	if (*number == '\0')
		return go(x, "/apply/form/check");
	view_set(x->page, "Page.Number", number);
	fill_code(x, &a);
	fill_qr(x, number);
	rc = sent_of(x, number, &app);
	if (rc == RC_OK) {
		sent = app.came_on;
		rc = fill_sent(x, &app);
	} else if (rc == RC_NOT_FOUND) {
		rc = RC_OK;
	}
	if (rc != RC_OK || (rc = fill_dates(x, sent)) != RC_OK)
		return rc;
	return apply_page(x, "portal/apply_receipt.cs");
}

static void
pdf_sent(struct pdf *p, const struct application *app, const char *code,
    struct arena *m)
{
	const struct wish *w = &app->wish;

	pdf_row(p, message_receipt(RECEIPT_NUMBER), app->number);
	pdf_row(p, message_receipt(RECEIPT_CODE), code);
	pdf_row(p, message_receipt(RECEIPT_AT), clock_show(m,
	    app->submitted));
	pdf_row(p, message_receipt(RECEIPT_UNIT), app->unit_name);
	pdf_row(p, message_receipt(RECEIPT_APPLICANT), arena_printf(m,
	    "%s（%s）", app->masked_name,
	    message_organisation(app->organisation_kind)));
	pdf_row(p, message_receipt(RECEIPT_WISH), w->name);
	pdf_row(p, message_receipt(RECEIPT_DOC_NO), w->doc_no);
	pdf_row(p, message_receipt(RECEIPT_DESCRIPTION), w->description);
	pdf_row(p, message_receipt(RECEIPT_DELIVERY), arena_printf(m,
	    "%s，%s", message_delivery(w->delivery),
	    message_carrier(w->carrier)));
}

static enum rc
pdf_next(struct ctx *x, struct pdf *p, const struct application *app)
{
	const char *confirm;
	struct dates d;
	struct unit u;
	enum rc rc;

	if ((rc = dates_of(x, app->came_on, &d)) != RC_OK ||
	    (rc = unit_get(x->db, app->unit, &u, x->mem)) != RC_OK)
		return rc;
	confirm = day_text(x->mem, d.confirm);
	pdf_line(p);
	pdf_text(p, 13, message_receipt(RECEIPT_NEXT));
	pdf_text(p, 11, message_receipt_confirm(x->mem, confirm));
	pdf_text(p, 11, message_receipt_answer(x->mem, confirm,
	    day_text(x->mem, d.answer)));
	pdf_text(p, 11, message_receipt_contact(x->mem, u.name, u.phone,
	    u.address));
	pdf_line(p);
	pdf_text(p, 10, message_receipt(RECEIPT_KEEP));
	return RC_OK;
}

/* 下载回执: in memory alone, as long as the page shows the code. */
enum rc
apply_receipt_pdf(struct ctx *x)
{
	const char *code, *number;
	struct application app;
	struct apply a;
	struct pdf *p;
	int64_t until;
	struct qr qr;
	void *bytes;
	size_t n;
	enum rc rc = apply_load(x, &a);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? apply_over(x) : rc;
	number = copy_get(&a.copy, "number");
	code = code_of(&a, &until);
	if ((rc = sent_of(x, number, &app)) == RC_NOT_FOUND || *code == '\0')
		return go(x, "/apply/receipt");
	if (rc != RC_OK)
		return rc;
	p = pdf_open(x->conf->pdf_font, message_receipt(RECEIPT_TITLE),
	    x->mem);
	if (p == NULL)
		return RC_NOT_FOUND;
	qr = qr_of(x, number);
	pdf_qr(p, &qr);
	pdf_text(p, 10, x->conf->site_name);
	pdf_text(p, 18, message_receipt(RECEIPT_TITLE));
	pdf_gap(p, 48);
	pdf_sent(p, &app, code, x->mem);
	rc = pdf_next(x, p, &app);
	if (!pdf_close(p, &bytes, &n) || rc != RC_OK)
		return rc != RC_OK ? rc : RC_FAIL;
	x->reply.no_store = true;
	return send_bytes(x, bytes, n, "application/pdf", arena_printf(x->mem,
	    "%s %s.pdf", number, message_receipt(RECEIPT_FILE)));
}

/* 已经保存: the code is gone for good. */
enum rc
apply_receipt_done(struct ctx *x)
{
	struct apply a;
	enum rc rc = apply_load(x, &a);

	if (rc == RC_OK)
		rc = application_copy_close(x->db, a.token, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	apply_set_cookie(x, APPLY_COPY, "");
	return go(x, "/apply/status");
}
