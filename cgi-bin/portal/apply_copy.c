/* apply_copy.c - the working copy: cookie, values, what they add up to. */
#include <string.h>

#include "base/secret.h"
#include "portal/apply.h"
#include "portal/robot.h"
#include "web/reply.h"

const char *
apply_cookie(struct ctx *x, const char *suffix)
{
	const char *s = request_cookie(x->req, reply_cookie(x, suffix),
	    x->mem);

	return s == NULL || strlen(s) != SECRET_TOKEN_LEN ? "" : s;
}

void
apply_set_cookie(struct ctx *x, const char *suffix, const char *token)
{
	x->reply.token[x->reply.n_tokens].suffix = suffix;
	x->reply.token[x->reply.n_tokens++].value = token;
}

enum rc
apply_load(struct ctx *x, struct apply *a)
{
	*a = (struct apply){ .token = apply_cookie(x, APPLY_COPY) };
	if (*a->token == '\0')
		return RC_NOT_FOUND;
	return application_copy_load(x->db, a->token, &a->copy, x->mem);
}

enum rc
apply_open(struct ctx *x, struct apply *a)
{
	char *token;
	enum rc rc;

	if ((rc = robot_slow(x, "open")) != RC_OK ||
	    (rc = application_copy_open(x->db, &token, x->mem)) != RC_OK)
		return rc;
	*a = (struct apply){ .token = token };
	apply_put(x, a, "once", secret_token(x->mem));
	apply_set_cookie(x, APPLY_COPY, token);
	return RC_OK;
}

enum rc
apply_save(struct ctx *x, struct apply *a)
{
	return application_copy_save(x->db, a->token, &a->copy, x->mem);
}

void
apply_put(struct ctx *x, struct apply *a, const char *key, const char *value)
{
	copy_set(&a->copy, key, value, x->mem);
}

enum rc
apply_over(struct ctx *x)
{
	return go(x, "/apply?over=1");
}

enum rc
apply_page(struct ctx *x, const char *template)
{
	x->reply.no_store = true;
	return show(x, template);
}

struct person
apply_person(const struct apply *a)
{
	const struct copy *c = &a->copy;
	const char *kind = copy_get(c, "kind");
	bool organisation = *kind != '\0' && strcmp(kind, "citizen") != 0;

	return (struct person){
		.organisation = organisation,
		.organisation_kind = organisation ? kind : "",
		.name = copy_get(c, "name"),
		.workplace = organisation ? "" : copy_get(c, "workplace"),
		.legal_person = organisation ?
		    copy_get(c, "legal_person") : "",
		.contact = organisation ? copy_get(c, "contact") : "",
		.paper_kind = copy_get(c, "paper_kind"),
		.paper_no = copy_get(c, "paper_no"),
		.phone = copy_get(c, "phone"),
		.address = copy_get(c, "address"),
		.postcode = copy_get(c, "postcode"),
		.email = copy_get(c, "email"),
		.fax = copy_get(c, "fax"),
	};
}

struct wish
apply_wish(const struct apply *a)
{
	const struct copy *c = &a->copy;

	return (struct wish){
		.name = copy_get(c, "wish_name"),
		.doc_no = copy_get(c, "wish_doc_no"),
		.description = copy_get(c, "wish_description"),
		.delivery = copy_get(c, "delivery"),
		.carrier = copy_get(c, "carrier"),
		.other_ways = *copy_get(c, "other_ways") != '\0',
		.assistance = copy_get(c, "assistance"),
	};
}

enum rc
apply_unit(struct ctx *x, const struct apply *a, struct unit *u)
{
	const char *code = copy_get(&a->copy, "unit");
	enum rc rc;

	if (*code == '\0')
		return RC_NOT_FOUND;
	if ((rc = unit_by_code(x->db, code, u, x->mem)) != RC_OK)
		return rc;
	return u->enabled ? RC_OK : RC_NOT_FOUND;
}

void
apply_show_person(struct node *n, const struct person *p, bool masked,
    struct arena *m)
{
	view_flag(n, "Organisation", p->organisation);
	view_set(n, "Kind", p->organisation ? p->organisation_kind :
	    "citizen");
	view_set(n, "Name", masked ? application_mask_name(m, p->name) :
	    p->name);
	view_set(n, "PaperKind", p->paper_kind);
	view_set(n, "PaperNo", masked ?
	    application_mask_number(m, p->paper_no) : p->paper_no);
	view_set(n, "Workplace", p->workplace);
	view_set(n, "LegalPerson", p->legal_person);
	view_set(n, "Contact", p->contact);
	view_set(n, "Phone", p->phone);
	view_set(n, "Address", p->address);
	view_set(n, "Postcode", p->postcode);
	view_set(n, "Email", p->email);
	view_set(n, "Fax", p->fax);
}

void
apply_show_wish(struct node *n, const struct wish *w)
{
	view_set(n, "Name", w->name);
	view_set(n, "DocNo", w->doc_no);
	view_set(n, "Description", w->description);
	view_set(n, "Delivery", w->delivery);
	view_set(n, "Carrier", w->carrier);
	view_flag(n, "OtherWays", w->other_ways);
	view_set(n, "Assistance", w->assistance);
}
