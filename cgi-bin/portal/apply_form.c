/*
 * apply_form.c - the pages of the form, one question each: GET shows a step
 * as it stands in the working copy, POST takes it in and goes on.
 */
#include <string.h>

#include "portal/apply.h"
#include "portal/pages.h"

#define LINE	APPLICATION_LINE_MAX

static const char *const backs[] = { "check", NULL };
static const char *const unit_acts[] = { "find", "next", NULL };
static const char *const scan_acts[] = { "add", "next", NULL };
static const char *const kinds[] = { "citizen", "business", "research",
	"welfare", "legal", "other", NULL };
static const char *const papers[] = { "id_card", "uscc", "passport", "other",
	NULL };
static const char *const deliveries[] = { "mail", "email", "fax", "pickup",
	"read", "copy", NULL };
static const char *const carriers[] = { "paper", "electronic", NULL };
static const char *const helps[] = { "large_print", "read_aloud", "phone",
	"fill", NULL };

#define BACK	{ "back", KIND_CHOICE, 0, 8, backs }

const struct field apply_form_fields[] = { BACK, { 0 } };
const struct field apply_unit_fields[] = {
	BACK,
	{ "unit", KIND_TOKEN, 0, 16, NULL },
	{ "q", KIND_LINE, 0, 100, NULL },
	{ "act", KIND_CHOICE, 0, 8, unit_acts },
	{ 0 }
};
const struct field apply_who_fields[] = {
	BACK, { "kind", KIND_CHOICE, 0, 16, kinds }, { 0 }
};
const struct field apply_identity_fields[] = {
	BACK,
	{ "name", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	{ "legal_person", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	{ "paper_kind", KIND_CHOICE, 0, 16, papers },
	{ "paper_no", KIND_LINE, 0, 40, NULL },
	{ "workplace", KIND_LINE, 0, LINE, NULL },
	{ "file", KIND_FILE, 0, 0, NULL },
	{ "drop", KIND_ID, 0, 0, NULL },
	{ "act", KIND_CHOICE, 0, 8, scan_acts },
	{ 0 }
};
const struct field apply_contact_fields[] = {
	BACK,
	{ "contact", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	{ "phone", KIND_LINE, 0, 40, NULL },
	{ "email", KIND_LINE, 0, LINE, NULL },
	{ "address", KIND_LINE, 0, LINE, NULL },
	{ "postcode", KIND_LINE, 0, 10, NULL },
	{ "fax", KIND_LINE, 0, 40, NULL },
	{ 0 }
};
const struct field apply_wish_fields[] = {
	BACK,
	{ "wish_name", KIND_LINE, 0, APPLICATION_WISH_MAX, NULL },
	{ "wish_doc_no", KIND_LINE, 0, 60, NULL },
	{ "wish_description", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	{ 0 }
};
const struct field apply_delivery_fields[] = {
	BACK,
	{ "delivery", KIND_CHOICE, 0, 8, deliveries },
	{ "address", KIND_LINE, 0, LINE, NULL },
	{ "postcode", KIND_LINE, 0, 10, NULL },
	{ "email", KIND_LINE, 0, LINE, NULL },
	{ "fax", KIND_LINE, 0, 40, NULL },
	{ "carrier", KIND_CHOICE, 0, 16, carriers },
	{ "other_ways", KIND_FLAG, 0, 0, NULL },
	{ "assistance", KIND_CHOICE, 0, 16, helps },
	{ 0 }
};

struct step {
	const char *name, *template;
	const struct field *fields;
	enum rc (*fill)(struct ctx *, const struct apply *);
	enum rc (*take)(struct ctx *, struct apply *);
};

static const struct step steps[] = {
	{ "unit", "portal/apply_unit.cs", apply_unit_fields,
	    apply_fill_unit, NULL },
	{ "who", "portal/apply_who.cs", apply_who_fields, NULL, NULL },
	{ "identity", "portal/apply_identity.cs", apply_identity_fields,
	    apply_fill_identity, apply_take_identity },
	{ "contact", "portal/apply_contact.cs", apply_contact_fields,
	    NULL, NULL },
	{ "wish", "portal/apply_wish.cs", apply_wish_fields, NULL, NULL },
	{ "delivery", "portal/apply_delivery.cs", apply_delivery_fields,
	    NULL, NULL },
	{ "check", "portal/apply_check.cs", NULL, apply_fill_check, NULL },
};
#define STEPS	((int)(sizeof(steps) / sizeof(steps[0])))
#define CHECK	(STEPS - 1)

static int
step_of(const char *name)
{
	for (int k = 0; k < STEPS; k++)
		if (strcmp(steps[k].name, name) == 0)
			return k;
	return -1;
}

static enum rc
check_unit(struct ctx *x, const struct apply *a, struct problems *p)
{
	struct unit u;
	enum rc rc = apply_unit(x, a, &u);

	if (rc == RC_NOT_FOUND)
		problem_add(p, "unit", PROBLEM_UNKNOWN_UNIT);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
check_identity(struct ctx *x, const struct apply *a, struct problems *p)
{
	struct person who = apply_person(a);
	struct application_files scans;
	enum rc rc;

	application_check_identity(&who, p);
	rc = application_file_waiting(x->db, a->token, &scans, x->mem);
	if (rc == RC_OK && scans.n == 0)
		problem_add(p, "file", PROBLEM_NO_IDENTITY);
	return rc;
}

enum rc
apply_check_step(struct ctx *x, const struct apply *a, const char *step,
    struct problems *p)
{
	struct person who = apply_person(a);
	struct wish w = apply_wish(a), none = { .delivery = "" };

	if (strcmp(step, "unit") == 0)
		return check_unit(x, a, p);
	if (strcmp(step, "identity") == 0)
		return check_identity(x, a, p);
	if (strcmp(step, "who") == 0) {
		if (*copy_get(&a->copy, "kind") == '\0')
			problem_add(p, "kind", PROBLEM_MISSING);
		application_check_kind(&who, p);
	} else if (strcmp(step, "contact") == 0) {
		application_check_contact(&who, &none, p);
	} else if (strcmp(step, "wish") == 0) {
		application_check_wish(&w, p);
	} else if (strcmp(step, "delivery") == 0) {
		application_check_delivery(&w, p);
		application_check_contact(&who, &w, p);
	}
	return RC_OK;
}

/* The first step before `end` with something wrong, or end. */
static enum rc
first_open(struct ctx *x, const struct apply *a, int end, int *first)
{
	enum rc rc;

	for (*first = 0; *first < end; (*first)++) {
		struct problems p = { 0 };

		rc = apply_check_step(x, a, steps[*first].name, &p);
		if (rc != RC_OK)
			return rc;
		if (p.n > 0)
			return RC_OK;
	}
	return RC_OK;
}

enum rc
apply_first_open(struct ctx *x, const struct apply *a, const char **step)
{
	int first;
	enum rc rc = first_open(x, a, CHECK, &first);

	*step = first < CHECK ? steps[first].name : NULL;
	return rc;
}

/* What was typed before, from the copy or from the form that came back. */
static void
fill_form(struct ctx *x, const struct apply *a, const struct step *s,
    bool again)
{
	struct node *form = view_child(x->page, "Page.Form");
	const struct field *f;

	for (f = s->fields; f != NULL && f->name != NULL; f++) {
		if (f->kind == KIND_FILE || strcmp(f->name, "act") == 0 ||
		    strcmp(f->name, "back") == 0)
			continue;
		view_set(form, f->name, again ? x->in.v[f - s->fields].raw :
		    copy_get(&a->copy, f->name));
	}
}

static enum rc
show_step(struct ctx *x, const struct apply *a, int k, bool again)
{
	const struct step *s = &steps[k];
	struct person who = apply_person(a);
	bool edit = k != CHECK && x->in.v[0].given;
	struct unit u;
	enum rc rc;

	fill_form(x, a, s, again);
	view_set(x->page, "Page.Step", s->name);
	view_flag(x->page, "Page.Organisation", who.organisation);
	view_flag(x->page, "Page.ToCheck", edit);
	view_set(x->page, "Page.Previous", k == 0 ? "/apply" :
	    arena_printf(x->mem, "/apply/form/%s", edit ? "check" :
	    steps[k - 1].name));
	rc = apply_unit(x, a, &u);
	if (rc == RC_OK)
		view_set(x->page, "Page.UnitName", u.name);
	else if (rc != RC_NOT_FOUND)
		return rc;
	if (s->fill != NULL && (rc = s->fill(x, a)) != RC_OK)
		return rc;
	return apply_page(x, s->template);
}

/* Of a form that is not there any more, or that was sent already. */
static enum rc
load(struct ctx *x, struct apply *a)
{
	enum rc rc = apply_load(x, a);

	if (rc == RC_NOT_FOUND)
		return apply_over(x);
	if (rc == RC_OK && *copy_get(&a->copy, "number") != '\0')
		return go(x, "/apply/receipt");
	return rc;
}

enum rc
apply_form_show(struct ctx *x)
{
	int k = step_of(x->arg[0]), first;
	struct apply a;
	enum rc rc;

	if (k < 0)
		return RC_NOT_FOUND;
	if ((rc = load(x, &a)) != RC_OK || x->reply.location != NULL)
		return rc;
	if ((rc = first_open(x, &a, k, &first)) != RC_OK)
		return rc;
	if (first < k)
		return go(x, "/apply/form/%s", steps[first].name);
	return show_step(x, &a, k, false);
}

static int
step_sent(const struct ctx *x)
{
	return step_of(strrchr(x->req->path, '/') + 1);
}

static void
take_fields(struct ctx *x, struct apply *a, const struct step *s)
{
	const struct field *f;

	for (f = s->fields; f->name != NULL; f++)
		if (f->kind != KIND_FILE && f->kind != KIND_ID &&
		    strcmp(f->name, "act") != 0 &&
		    strcmp(f->name, "back") != 0)
			apply_put(x, a, f->name, x->in.v[f - s->fields].s);
}

/* Another button than the one that goes on: the same page again. */
static bool
stays(const struct ctx *x, const struct step *s)
{
	const struct field *f;

	for (f = s->fields; f->name != NULL; f++) {
		const struct value *v = &x->in.v[f - s->fields];

		if (strcmp(f->name, "drop") == 0 && v->given)
			return true;
		if (strcmp(f->name, "act") == 0 && v->given &&
		    strcmp(v->s, "next") != 0)
			return true;
	}
	return false;
}

enum rc
apply_form_take(struct ctx *x)
{
	int k = step_sent(x);
	const struct step *s = &steps[k];
	bool stay = stays(x, s), edit = x->in.v[0].given;
	struct apply a;
	enum rc rc;

	if ((rc = load(x, &a)) != RC_OK || x->reply.location != NULL)
		return rc;
	/* What is wrong is kept as well: nobody types it twice. */
	x->keep = true;
	take_fields(x, &a, s);
	if ((rc = apply_save(x, &a)) != RC_OK)
		return rc;
	if (s->take != NULL && (rc = s->take(x, &a)) != RC_OK)
		return rc;
	if (stay)
		return go(x, "/apply/form/%s%s", s->name,
		    edit ? "?back=check" : "");
	rc = apply_check_step(x, &a, s->name, &x->problems);
	if (rc != RC_OK || x->problems.n > 0)
		return rc != RC_OK ? rc : RC_INVALID;
	return go(x, "/apply/form/%s", edit ? "check" : steps[k + 1].name);
}

static enum rc
show_again(struct ctx *x, bool typed)
{
	struct apply a;
	enum rc rc = load(x, &a);

	if (rc != RC_OK || x->reply.location != NULL)
		return rc;
	return show_step(x, &a, step_sent(x), typed);
}

enum rc
apply_form_again(struct ctx *x)
{
	return show_again(x, true);
}

enum rc
apply_send_again(struct ctx *x)
{
	return show_again(x, false);
}
