/* application_case_letter.c - an issued letter to read, print and take along.
 * With the addressee's name it is an opening of the identity, and audited. */
#include <string.h>

#include "core/letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "richtext/docx_write.h"
#include "richtext/office.h"
#include "richtext/sanitize.h"
#include "web/message_case.h"

enum { P_FORMAT, P_REASON };
enum { FORMAT_PRINT, FORMAT_DOCX, FORMAT_PDF };

static const char *const formats[] = { "print", "docx", "pdf", NULL };

const struct field application_paper_fields[] = {
	[P_FORMAT] = { "format", KIND_CHOICE, REQUIRED, 0, formats },
	[P_REASON] = { "reason", KIND_LINE, REQUIRED, 200, NULL },
	{ 0 }
};

/* 申请登记表 is no letter of the unit: it is made when it is wanted, with the
 * applicant in it or, before the reason is given, his masked name. */
static bool
is_register(const struct ctx *x)
{
	return strcmp(x->arg[1], LETTER_REGISTER) == 0;
}

static enum rc
load(struct ctx *x, struct application *a, struct letter *l)
{
	enum rc rc;

	if ((rc = applications_load(x, a)) != RC_OK)
		return rc;
	if (is_register(x)) {
		*l = (struct letter){ .kind = LETTER_REGISTER,
		    .number = a->number, .title = message_letter(LETTER_REGISTER),
		    .organ = "",
		    .issued = "", .body = { "" } };
		view_set(x->page, "Page.Case.UnitName", a->unit_name);
		return application_case_fill(x, a);
	}
	if ((rc = letter_get(x->db, a->unit, arg_id(x, 1), l, x->mem))
	    != RC_OK)
		return rc;
	return l->application == a->id ? RC_OK : RC_NOT_FOUND;
}

enum rc
application_case_letter(struct ctx *x, const char *template,
    struct safe_html *out)
{
	struct buf b = buf_new(x->mem);
	struct sanitized s;
	enum rc rc;

	if ((rc = view_render(x->view, template, x->page, &b)) != RC_OK ||
	    (rc = sanitize_html(b.s, b.n, 1 << 20, &s, x->mem)) != RC_OK)
		return rc;
	*out = s.html;
	return RC_OK;
}

static enum rc
register_make(struct ctx *x, struct letter *l)
{
	return !is_register(x) ? RC_OK : application_case_letter(x,
	    "letters/register.cs", &l->body);
}

static void
paper_show(struct ctx *x, const struct application *a,
    const struct letter *l, const char *to)
{
	struct node *at = view_child(x->page, "Page.Paper");

	view_set(at, "Id", x->arg[1]);
	view_flag(at, "Register", is_register(x));
	view_int(at, "Application", a->id);
	view_set(at, "Title", l->title);
	view_set(at, "Unit", a->unit_name);
	view_set(at, "Number", l->number);
	view_set(at, "To", to);
	view_set(at, "Issued", clock_show(x->mem, l->issued));
	view_html(at, "BodyHtml", l->body);
}

enum rc
application_paper_show(struct ctx *x)
{
	struct application a;
	struct letter l;
	enum rc rc;

	if ((rc = load(x, &a, &l)) != RC_OK)
		return rc;
	frame_menu(x, "applications");
	view_set(x->page, "Page.Person.Name", a.masked_name);
	view_set(x->page, "Page.Person.Kind",
	    message_organisation(a.organisation_kind));
	if ((rc = register_make(x, &l)) != RC_OK)
		return rc;
	paper_show(x, &a, &l, letter_kind_for_applicant(l.kind) ?
	    a.masked_name : l.organ);
	view_flag(x->page, "Page.Pdf", office_there(false));
	return show(x, "gkht/application_paper.cs");
}

/* It names the applicant. */
static bool
is_personal(const struct letter *l)
{
	return strcmp(l->kind, LETTER_REGISTER) == 0 ||
	    letter_kind_for_applicant(l->kind);
}

/* The name for the letter's head; that it was opened is written down when the
 * paper is there. */
static enum rc
addressee(struct ctx *x, const struct application *a, struct letter *l,
    const char **to)
{
	struct person p;
	enum rc rc;

	*to = l->organ;
	if (!is_personal(l))
		return RC_OK;
	if ((rc = application_own_person(x->db, a, &p, x->mem)) != RC_OK)
		return rc;
	application_person_fill(x, &p);
	*to = p.name;
	return register_make(x, l);
}

static enum rc
addressee_opened(struct ctx *x, const struct application *a,
    const struct letter *l)
{
	struct person p;

	return !is_personal(l) ? RC_OK :
	    application_person(x->db, &x->actor, a->id, x->in.v[P_REASON].s,
	    &p, &x->problems, x->mem);
}

/* As a Word file, or as what LibreOffice makes of that. */
static enum rc
file_make(struct ctx *x, const struct letter *l, void **bytes, size_t *n)
{
	struct safe_html html;
	enum rc rc;

	/* Head, addressee and body as one document. */
	if ((rc = application_case_letter(x, "letters/whole.cs", &html))
	    != RC_OK ||
	    (rc = docx_write(html, l->title, bytes, n, x->mem)) != RC_OK ||
	    x->in.v[P_FORMAT].i != FORMAT_PDF)
		return rc;
	return application_case_pdf(x, bytes, n);
}

static enum rc
file_answer(struct ctx *x, const struct application *a, const struct letter *l,
    const void *bytes, size_t n)
{
	bool pdf = x->in.v[P_FORMAT].i == FORMAT_PDF;

	return send_bytes(x, bytes, n, pdf ? "application/pdf" : DOCX_TYPE,
	    arena_printf(x->mem, "%s-%s.%s", a->number, l->kind,
	    pdf ? "pdf" : "docx"));
}

enum rc
application_paper_run(struct ctx *x)
{
	bool print = x->in.v[P_FORMAT].i == FORMAT_PRINT;
	struct application a;
	struct letter l;
	const char *to;
	void *bytes;
	size_t n;
	enum rc rc;

	if ((rc = load(x, &a, &l)) != RC_OK ||
	    (rc = addressee(x, &a, &l, &to)) != RC_OK)
		return rc;
	paper_show(x, &a, &l, to);
	if (!print && (rc = file_make(x, &l, &bytes, &n)) != RC_OK)
		return rc;
	if ((rc = route_write(x)) != RC_OK ||
	    (rc = addressee_opened(x, &a, &l)) != RC_OK)
		return rc;
	return print ? show(x, "gkht/application_print.cs") :
	    file_answer(x, &a, &l, bytes, n);
}
