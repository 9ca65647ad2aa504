/* apply_reach.c - 补充联系方式: how to reach the applicant, after he
 * applied. */
#include <string.h>

#include "core/application_contact.h"
#include "core/case.h"
#include "portal/apply.h"
#include "portal/apply_status.h"
#include "portal/pages.h"

#define LINE	APPLICATION_LINE_MAX

enum { F_VERSION, F_CONTACT, F_PHONE, F_EMAIL, F_ADDRESS, F_POSTCODE, F_FAX };
const struct field apply_reach_fields[] = {
	[F_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[F_CONTACT] = { "contact", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	[F_PHONE] = { "phone", KIND_LINE, 0, 40, NULL },
	[F_EMAIL] = { "email", KIND_LINE, 0, LINE, NULL },
	[F_ADDRESS] = { "address", KIND_LINE, 0, LINE, NULL },
	[F_POSTCODE] = { "postcode", KIND_LINE, 0, 10, NULL },
	[F_FAX] = { "fax", KIND_LINE, 0, 40, NULL },
	{ 0 }
};

static void
fill_form(struct ctx *x, const struct person *p, bool again)
{
	const char *const now[] = {
		[F_CONTACT] = p->contact, [F_PHONE] = p->phone,
		[F_EMAIL] = p->email, [F_ADDRESS] = p->address,
		[F_POSTCODE] = p->postcode, [F_FAX] = p->fax,
	};
	struct node *form = view_child(x->page, "Page.Form");

	for (int k = F_CONTACT; k <= F_FAX; k++)
		view_set(form, apply_reach_fields[k].name,
		    again ? x->in.v[k].raw : now[k]);
}

static enum rc
show_form(struct ctx *x, bool again)
{
	struct application a;
	struct person p;
	const char *visit;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND || (rc == RC_OK &&
	    !application_contact_may(&a)))
		return go(x, "/apply/status");
	if (rc != RC_OK ||
	    (rc = application_own_person(x->db, &a, &p, x->mem)) != RC_OK)
		return rc;
	status_head(x, &a);
	fill_form(x, &p, again);
	view_flag(x->page, "Page.Organisation", p.organisation);
	return apply_page(x, "portal/apply_reach.cs");
}

enum rc
apply_reach_show(struct ctx *x)
{
	return show_form(x, false);
}

enum rc
apply_reach_again(struct ctx *x)
{
	return show_form(x, true);
}

enum rc
apply_reach_take(struct ctx *x)
{
	const struct value *v = x->in.v;
	struct person sent = {
		.contact = v[F_CONTACT].s, .phone = v[F_PHONE].s,
		.email = v[F_EMAIL].s, .address = v[F_ADDRESS].s,
		.postcode = v[F_POSTCODE].s, .fax = v[F_FAX].s,
	};
	struct application a;
	struct actor who;
	const char *visit;
	enum rc rc = status_load(x, &a, &visit);

	if (rc == RC_NOT_FOUND || (rc == RC_OK &&
	    !application_contact_may(&a)))
		return go(x, "/apply/status");
	if (rc != RC_OK)
		return rc;
	who = case_applicant(&a, x->req->address);
	rc = application_contact_set(x->db, &who, a.id, v[F_VERSION].i, &sent,
	    &x->problems, x->mem);
	return rc != RC_OK ? rc : go(x, "/apply/status?done=contact");
}
