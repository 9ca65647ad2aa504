/* application_case_person.c - 查看身份信息: who asked and with what papers,
 * only for a reason and never without a trace. */
#include "core/application_file.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"
#include "web/message_case.h"

enum { P_REASON };

const struct field application_reason_fields[] = {
	[P_REASON] = { "reason", KIND_LINE, REQUIRED, 200, NULL },
	{ 0 }
};

const char *
application_reason(const struct ctx *x)
{
	return x->in.v[P_REASON].s;
}

enum rc
application_reason_ask(struct ctx *x, const char *flag)
{
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_flag(x->page, flag, 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_set(x->page, "Page.Form.reason",
	    x->req->method == POST ? x->in.v[P_REASON].raw : "");
	return application_case_show(x, &a);
}

enum rc
application_person_ask(struct ctx *x)
{
	return application_reason_ask(x, "Page.AskPerson");
}

void
application_person_fill(struct ctx *x, const struct person *p)
{
	struct node *at = view_child(x->page, "Page.Person");

	view_flag(at, "Organisation", p->organisation);
	view_set(at, "Kind", message_organisation(p->organisation_kind));
	view_set(at, "Name", p->name);
	view_set(at, "Workplace", p->workplace);
	view_set(at, "LegalPerson", p->legal_person);
	view_set(at, "Contact", p->contact);
	view_set(at, "PaperKind", message_paper(p->paper_kind));
	view_set(at, "PaperNo", p->paper_no);
	view_set(at, "Phone", p->phone);
	view_set(at, "Address", p->address);
	view_set(at, "Postcode", p->postcode);
	view_set(at, "Email", p->email);
	view_set(at, "Fax", p->fax);
}

/* On this one page and nowhere else. */
enum rc
application_person_show(struct ctx *x)
{
	struct application a;
	struct person p;
	enum rc rc;

	if ((rc = application_person(x->db, &x->actor, arg_id(x, 0),
	    application_reason(x), &p, &x->problems, x->mem)) != RC_OK ||
	    (rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Person", 1);
	view_flag(x->page, "Page.Dialog", 1);
	application_person_fill(x, &p);
	return application_case_show(x, &a);
}

/* A sealed file; opening is written down, so it takes a POST. */
enum rc
application_file_open(struct ctx *x)
{
	struct application a;
	struct application_file f;
	void *bytes;
	size_t n;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK ||
	    (rc = application_file_read(x->db, x->conf->files, a.id,
	    arg_id(x, 1), &f, &bytes, &n, x->mem)) != RC_OK ||
	    (rc = application_file_viewed(x->db, &x->actor, &f, x->mem))
	    != RC_OK)
		return rc;
	return send_bytes(x, bytes, n, f.type, f.name);
}
