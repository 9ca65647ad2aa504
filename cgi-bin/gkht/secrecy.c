/* secrecy.c - see secrecy.h. */
#include <string.h>

#include "base/buf.h"
#include "core/list.h"
#include "gkht/content.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/profile_form.h"
#include "gkht/secrecy.h"
#include "web/message.h"
#include "web/message_finding.h"

const char *const secrecy_carriers[] = { "paper", "other", NULL };
const char *const secrecy_channels[] = {
	"site", "press", "radio", "tv", "board", "other", NULL
};
const char *const secrecy_holds[] = {
	"none", "secret", "commercial", "privacy", "safety", NULL
};
const char *const secrecy_opinions[] = { "public", "closed", "refer", NULL };

/* What the form says, whichever it is; see SECRECY_FIELDS. */
static const struct value *
values(const struct ctx *x)
{
	return x->in.v + (x->in.fields == content_fields ? (int)C_CARRIER :
	    (int)P_CARRIER);
}

static const char *
joined(const struct value *v, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int k = 0; k < v->n; k++)
		buf_printf(&b, "%s%s", b.n > 0 ? "," : "", v->many[k].s);
	return b.n > 0 ? b.s : "";
}

static bool
has(const struct value *v, const char *key)
{
	for (int k = 0; k < v->n; k++)
		if (strcmp(v->many[k].s, key) == 0)
			return true;
	return false;
}

bool
secrecy_is_secret(const struct ctx *x)
{
	return has(&values(x)[SECRECY_HOLDS], "secret");
}

static struct secrecy
typed(const struct ctx *x, bool raw)
{
	const struct value *v = values(x);
	const struct value *text = &v[SECRECY_BASIS];

	return (struct secrecy){
		.carrier = v[SECRECY_CARRIER].s,
		.opinion = v[SECRECY_OPINION].s,
		.channels = joined(&v[SECRECY_CHANNEL], x->mem),
		.holds = joined(&v[SECRECY_HOLDS], x->mem),
		.basis = raw ? text[0].raw : text[0].s,
		.handler = raw ? text[1].raw : text[1].s,
		.head = raw ? text[2].raw : text[2].s,
		.reviewer = raw ? text[3].raw : text[3].s,
	};
}

/* One of them is ticked, or that there are none. */
static void
take(struct ctx *x, struct secrecy *s)
{
	const struct value *holds = &values(x)[SECRECY_HOLDS];
	bool none = has(holds, "none");

	*s = typed(x, false);
	if (none)
		s->holds = "";
	if (holds->n == 0)
		problem_add(&x->problems, "secrecy_holds", PROBLEM_MISSING);
	else if (none && holds->n > 1)
		problem_add(&x->problems, "secrecy_holds", PROBLEM_NOT_CHOICE);
}

enum rc
secrecy_read(struct ctx *x, const char *openness, struct secrecy *s)
{
	take(x, s);
	secrecy_check(s, openness, &x->problems);
	return x->problems.n > 0 ? RC_INVALID : RC_OK;
}

void
secrecy_change(struct ctx *x, struct change *ch)
{
	struct secrecy *s = arena_alloc(x->mem, sizeof(*s));

	if (!values(x)[SECRECY_SIGNED].given)
		return;
	take(x, s);
	ch->sign = s;
}

enum rc
secrecy_clear(struct ctx *x)
{
	const struct value *kept = &x->in.v[C_ATTACHMENT];
	struct { int n; int64_t *v; } ids = { 0 };
	int64_t id = arg_id(x, 0);
	enum rc rc;

	for (int k = 0; k < kept->n; k++)
		*list_add(&ids, x->mem) = kept->many[k].i;
	if (x->in.v[C_ORIGINAL].i != 0)
		*list_add(&ids, x->mem) = x->in.v[C_ORIGINAL].i;
	rc = secrecy_purge(x->db, &x->actor, id, ids.v, ids.n,
	    x->conf->files, x->mem);
	return rc == RC_OK ? go(x, "/gkht/entry?done=purge") : rc;
}

static void
flags(struct node *at, const char *keys)
{
	while (*keys != '\0') {
		static const char *const names[] = { "none", "commercial",
			"privacy", "safety", "site", "press", "radio", "tv",
			"board", "other", NULL };
		size_t n = strcspn(keys, ",");

		for (int k = 0; names[k] != NULL; k++)
			if (strlen(names[k]) == n &&
			    strncmp(names[k], keys, n) == 0)
				view_flag(at, names[k], 1);
		keys += n + (keys[n] == ',');
	}
}

static void
form_show(struct node *at, const struct secrecy *s)
{
	view_set(at, "carrier", s->carrier);
	flags(view_child(at, "channel"), s->channels);
	flags(view_child(at, "holds"), s->holds);
	view_set(at, "opinion", s->opinion);
	view_set(at, "basis", s->basis);
	view_set(at, "handler", s->handler);
	view_set(at, "head", s->head);
	view_set(at, "reviewer", s->reviewer);
}

static void
typed_show(struct ctx *x, struct node *at)
{
	const struct secrecy s = typed(x, true);

	form_show(at, &s);
	view_flag(at, "Secret", secrecy_is_secret(x));
	view_flag(at, "Signed", values(x)[SECRECY_SIGNED].given);
	view_flag(at, "Open", *s.holds != '\0' || *s.opinion != '\0');
}

static void
signed_show(struct ctx *x, struct node *at, const struct secrecy *s)
{
	struct arena *m = x->mem;

	view_flag(at, "Signed", 1);
	view_flag(at, "Valid", s->valid);
	view_flag(at, "Refer", strcmp(s->opinion, "refer") == 0);
	view_set(at, "Login", s->login);
	view_set(at, "At", clock_show(m, s->at));
	view_set(at, "Openness", message_openness(s->openness));
	view_set(at, "Carrier", message_secrecy(m, "carrier", s->carrier));
	view_set(at, "Channels", message_secrecy(m, "channel", s->channels));
	view_set(at, "Holds", message_secrecy(m, "holds", s->holds));
	view_set(at, "Opinion", message_secrecy(m, "opinion", s->opinion));
	view_set(at, "Basis", s->basis);
	view_set(at, "Handler", s->handler);
	view_set(at, "Head", s->head);
	view_set(at, "Reviewer", s->reviewer);
}

/* Of another document only what stays the same: who, how, where. */
static enum rc
begin_show(struct ctx *x, struct node *at)
{
	struct secrecy s = { .carrier = "paper", .channels = "site",
	    .handler = x->me->name, .head = "", .reviewer = "" };
	enum rc rc = secrecy_last(x->db, x->me->id, &s, x->mem);

	s.holds = s.opinion = s.basis = "";
	form_show(at, &s);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
secrecy_show(struct ctx *x, int64_t document, int64_t revision, bool sent)
{
	struct node *at = view_child(x->page, "Page.Secrecy");
	struct node *form = view_child(at, "Form");
	struct secrecy s;
	enum rc rc = secrecy_get(x->db, document, revision, &s, x->mem);

	if (rc == RC_OK)
		signed_show(x, at, &s);
	else if (rc != RC_NOT_FOUND)
		return rc;
	if (sent)
		typed_show(x, form);
	else if (rc == RC_NOT_FOUND)
		return begin_show(x, form);
	else {
		s.holds = *s.holds == '\0' ? "none" : s.holds;
		form_show(form, &s);
	}
	return RC_OK;
}

/* 保密审查表, to be printed and filed. */
enum rc
secrecy_sheet(struct ctx *x)
{
	struct document d;
	struct node *at;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK || (rc = secrecy_show(x, d.id, d.rev.id,
	    false)) != RC_OK)
		return rc;
	at = view_child(x->page, "Page.Doc");
	view_int(at, "Id", d.id);
	view_set(at, "Title", d.rev.c.title);
	view_set(at, "DocNo", d.rev.c.doc_no);
	view_set(at, "MadeOn", d.rev.c.made_on);
	view_set(at, "Unit", d.unit_name);
	return show(x, "gkht/secrecy_sheet.cs");
}
