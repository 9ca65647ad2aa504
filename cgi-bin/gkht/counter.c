/* counter.c - 申请表录入: what came over the counter, by post or fax, entered
 * by the clerk on one page. */
#include <string.h>

#include "base/secret.h"
#include "core/application.h"
#include "core/application_file.h"
#include "gkht/application_act.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "web/message_case.h"

enum {
	K_ONCE, K_CHANNEL, K_CAME, K_KIND, K_ORG_KIND, K_NAME, K_WORKPLACE,
	K_LEGAL, K_CONTACT, K_PAPER_KIND, K_PAPER_NO, K_PHONE, K_ADDRESS,
	K_POSTCODE, K_EMAIL, K_FAX, K_WISH, K_DOC_NO, K_DESCRIPTION,
	K_DELIVERY, K_CARRIER, K_OTHER, K_ASSISTANCE, K_KEPT, K_FILE
};
enum { KIND_ORGANISATION = 1 };

static const char *const channels[] = {
	"counter", "post", "letter", "fax", "oral", NULL
};
static const char *const kinds[] = { "citizen", "organisation", NULL };
static const char *const org_kinds[] = {
	"business", "research", "welfare", "legal", "other", NULL
};
static const char *const papers[] = {
	"id_card", "uscc", "passport", "other", NULL
};
static const char *const deliveries[] = {
	"mail", "email", "fax", "pickup", "read", "copy", NULL
};
static const char *const carriers[] = { "paper", "electronic", NULL };
static const char *const helps[] = {
	"large_print", "read_aloud", "phone", "fill", NULL
};

const struct field counter_fields[] = {
	[K_ONCE] = { "once", KIND_TOKEN, REQUIRED, 64, NULL },
	[K_CHANNEL] = { "channel", KIND_CHOICE, REQUIRED, 0, channels },
	[K_CAME] = { "came_on", KIND_DATE, REQUIRED, 0, NULL },
	[K_KIND] = { "kind", KIND_CHOICE, REQUIRED, 0, kinds },
	[K_ORG_KIND] = { "organisation_kind", KIND_CHOICE, 0, 0, org_kinds },
	[K_NAME] = { "name", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	[K_WORKPLACE] = { "workplace", KIND_LINE, 0, APPLICATION_LINE_MAX,
	    NULL },
	[K_LEGAL] = { "legal_person", KIND_LINE, 0, APPLICATION_NAME_MAX,
	    NULL },
	[K_CONTACT] = { "contact", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	[K_PAPER_KIND] = { "paper_kind", KIND_CHOICE, 0, 0, papers },
	[K_PAPER_NO] = { "paper_no", KIND_LINE, 0, 40, NULL },
	[K_PHONE] = { "phone", KIND_LINE, 0, 40, NULL },
	[K_ADDRESS] = { "address", KIND_LINE, 0, APPLICATION_LINE_MAX, NULL },
	[K_POSTCODE] = { "postcode", KIND_LINE, 0, 10, NULL },
	[K_EMAIL] = { "email", KIND_LINE, 0, APPLICATION_LINE_MAX, NULL },
	[K_FAX] = { "fax", KIND_LINE, 0, 40, NULL },
	[K_WISH] = { "wish_name", KIND_LINE, 0, APPLICATION_WISH_MAX, NULL },
	[K_DOC_NO] = { "wish_doc_no", KIND_LINE, 0, 60, NULL },
	[K_DESCRIPTION] = { "wish_description", KIND_LINES, 0,
	    APPLICATION_TEXT_MAX, NULL },
	[K_DELIVERY] = { "delivery", KIND_CHOICE, 0, 0, deliveries },
	[K_CARRIER] = { "carrier", KIND_CHOICE, 0, 0, carriers },
	[K_OTHER] = { "other_ways", KIND_FLAG, 0, 0, NULL },
	[K_ASSISTANCE] = { "assistance", KIND_CHOICE, 0, 0, helps },
	[K_KEPT] = { "kept", KIND_ID, MANY, 0, NULL },
	[K_FILE] = { "file", KIND_FILE, MANY, 0, NULL },
	{ 0 }
};

static enum rc
page(struct ctx *x)
{
	frame_menu(x, "counter");
	view_set(x->page, "Page.Today", day_text(x->mem, clock_today()));
	return show(x, "gkht/counter.cs");
}

enum rc
counter_show(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");

	view_set(form, "once", secret_token(x->mem));
	view_set(form, "came_on", day_text(x->mem, clock_today()));
	view_set(form, "channel", "counter");
	view_set(form, "kind", "citizen");
	view_set(form, "paper_kind", "id_card");
	view_set(form, "delivery", "pickup");
	view_set(form, "carrier", "paper");
	return page(x);
}

static void
typed_show(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");

	for (int i = K_ONCE; i < K_KEPT; i++)
		view_set(form, counter_fields[i].name, x->in.v[i].raw);
}

enum rc
counter_again(struct ctx *x)
{
	const struct value *v = &x->in.v[K_KEPT];
	int64_t *ids = arena_calloc(x->mem, (size_t)v->n + 1, sizeof(*ids));
	enum rc rc;

	for (int i = 0; i < v->n; i++)
		ids[i] = v->many[i].i;
	typed_show(x);
	if ((rc = application_act_kept(x, 0, v->n, ids)) != RC_OK)
		return rc;
	return page(x);
}

static struct person
person_of(const struct value *v)
{
	bool organisation = v[K_KIND].i == KIND_ORGANISATION;

	return (struct person){
		.organisation = organisation,
		.organisation_kind = organisation ? v[K_ORG_KIND].s : "",
		.name = v[K_NAME].s, .workplace = v[K_WORKPLACE].s,
		.legal_person = v[K_LEGAL].s, .contact = v[K_CONTACT].s,
		.paper_kind = v[K_PAPER_KIND].s,
		.paper_no = v[K_PAPER_NO].s, .phone = v[K_PHONE].s,
		.address = v[K_ADDRESS].s, .postcode = v[K_POSTCODE].s,
		.email = v[K_EMAIL].s, .fax = v[K_FAX].s,
	};
}

static struct wish
wish_of(const struct value *v)
{
	return (struct wish){
		.name = v[K_WISH].s, .doc_no = v[K_DOC_NO].s,
		.description = v[K_DESCRIPTION].s,
		.delivery = v[K_DELIVERY].s, .carrier = v[K_CARRIER].s,
		.other_ways = v[K_OTHER].given,
		.assistance = v[K_ASSISTANCE].s,
	};
}

/* The number, and the code this once. */
static enum rc
receipt(struct ctx *x, int64_t id, const char *code)
{
	struct application a;
	enum rc rc;

	if ((rc = application_get(x->db, x->me->unit, id, &a, x->mem))
	    != RC_OK)
		return rc;
	frame_menu(x, "counter");
	applications_head(view_child(x->page, "Page.Case"), &a, x->mem);
	view_set(x->page, "Page.Case.Unit", a.unit_name);
	view_set(x->page, "Page.Case.Submitted",
	    clock_show(x->mem, a.submitted));
	view_set(x->page, "Page.Case.WishName", a.wish.name);
	view_set(x->page, "Page.Case.WishDocNo", a.wish.doc_no);
	view_set(x->page, "Page.Case.WishDescription", a.wish.description);
	view_set(x->page, "Page.Case.Delivery",
	    message_delivery(a.wish.delivery));
	view_set(x->page, "Page.Code", code);
	return show(x, "gkht/counter_receipt.cs");
}

enum rc
counter_receipt(struct ctx *x)
{
	return receipt(x, arg_id(x, 0), "");
}

/* The form comes back with what is wrong, and the scans stay. */
static enum rc
refused(struct ctx *x, const struct application_new *a)
{
	enum rc rc;

	if (problem_of(&x->problems, "file") != PROBLEM_NONE)
		return RC_INVALID;
	frame_problems(x);
	typed_show(x);
	if ((rc = application_act_kept(x, 0, a->n_files, a->file)) != RC_OK)
		return rc;
	return page(x);
}

enum rc
counter_store(struct ctx *x)
{
	struct value *v = x->in.v;
	struct application_new a = { .unit = x->me->unit,
	    .channel = channel_of_key(v[K_CHANNEL].s),
	    .person = person_of(v), .wish = wish_of(v),
	    .once = v[K_ONCE].s };
	char *number, *code;
	int64_t id, *ids;
	enum rc rc;

	if (!day_parse(v[K_CAME].s, &a.came_on))
		return refuse(x, "came_on", PROBLEM_NOT_DATE);
	if ((rc = application_act_files(x, "paper", &v[K_KEPT], &v[K_FILE],
	    &a.n_files, &ids)) != RC_OK)
		return rc;
	a.file = ids;
	rc = application_submit(x->db, &x->actor, &a, &id, &number, &code,
	    &x->problems, x->mem);
	if (rc == RC_INVALID)
		return refused(x, &a);
	return rc != RC_OK ? rc : receipt(x, id, code);
}
