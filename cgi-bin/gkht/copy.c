/* copy.c - 自动保存: what is typed, kept every few seconds; see copy.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "gkht/copy.h"
#include "gkht/json.h"
#include "gkht/pages.h"
#include "gkht/profile_form.h"
#include "gkht/way.h"

#define BASE "/gkht/"

enum { K_COPY, K_SERIAL, K_VERSION, K_TITLE };

const struct field copy_fields[] = {
	[K_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	[K_SERIAL] = { "serial", KIND_NUMBER, 0, INT64_MAX, NULL },
	[K_VERSION] = { "version", KIND_NUMBER, 0, INT64_MAX, NULL },
	[K_TITLE] = { "title", KIND_LINE, 0, 4 * DOCUMENT_TITLE_MAX, NULL },
	{ 0 }
};

const struct field copy_drop_fields[] = {
	[K_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	{ 0 }
};

const struct field copy_show_fields[] = {
	[K_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	WAY_FIELD,
	{ 0 }
};

/* What may be kept: its address is /gkht/FORM/DOCUMENT, or of a new one
 * /gkht/FORM/ and one of these words. */
struct kept {
	const char *form;
	unsigned who;
	const char *const *new;
	const struct field *fields;
};

static const char *const one_new[] = { "new", NULL };
static const char *const no_new[] = { NULL };

static const struct kept forms[] = {
	{ "entry", ENTRY, one_new, content_fields },
	{ "manage", ADMIN, no_new, content_fields },
	{ "profile", ENTRY | ADMIN, profile_form_kinds, profile_form_fields },
	{ 0 }
};

struct place {
	const struct kept *kept;	/* NULL: nothing is kept there */
	const char *text;		/* "entry/12" */
	const char *new;		/* the word; NULL: of a document */
	int64_t document;
};

static void
place_part(struct place *at, const char *part)
{
	if (text_int(part, 1, INT64_MAX, &at->document))
		return;
	for (const char *const *w = at->kept->new; *w != NULL; w++)
		if (strcmp(*w, part) == 0)
			at->new = *w;
	if (at->new == NULL)
		at->kept = NULL;
}

/* path: below /gkht/; what stands behind the document is left out. */
static struct place
place_of(const char *path, struct arena *m)
{
	struct place at = { .text = path };
	size_t n = strcspn(path, "/"), part;

	if (path[n] == '\0')
		return at;
	part = strcspn(path + n + 1, "/?");
	at.text = arena_strndup(m, path, n + 1 + part);
	for (const struct kept *k = forms; k->form != NULL; k++)
		if (strlen(k->form) == n && strncmp(k->form, path, n) == 0)
			at.kept = k;
	if (at.kept != NULL)
		place_part(&at, at.text + n + 1);
	return at;
}

static const char *
value_of(const struct request *req, const char *name)
{
	for (int k = 0; k < req->n_params; k++)
		if (strcmp(req->param[k].name, name) == 0)
			return req->param[k].value;
	return "";
}

/* Where the form that was sent there is shown. */
static struct place
place_sent(const struct request *req, const char *path, struct arena *m)
{
	if (strncmp(path, BASE, strlen(BASE)) != 0)
		return (struct place){ .kept = NULL };
	path += strlen(BASE);
	if (strcmp(path, "profile") == 0)
		path = arena_printf(m, "profile/%s", value_of(req, "kind"));
	return place_of(path, m);
}

static bool
belongs(const struct kept *kept, const char *name)
{
	static const char *const buttons[] = { "act", "mend", "do",
		"secrecy_signed" };

	for (size_t k = 0; k < sizeof(buttons) / sizeof(*buttons); k++)
		if (strcmp(buttons[k], name) == 0)
			return false;
	for (const struct field *f = kept->fields; f->name != NULL; f++)
		if (f->kind != KIND_FILE && strcmp(f->name, name) == 0)
			return true;
	return false;
}

static const char *
pack(const struct request *req, const struct kept *kept, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int k = 0; k < req->n_params; k++) {
		const struct param *p = &req->param[k];

		if (p->file != NULL || !belongs(kept, p->name))
			continue;
		buf_puts(&b, b.n > 0 ? "&" : "");
		buf_puts(&b, url_encode(m, p->name));
		buf_putc(&b, '=');
		buf_puts(&b, url_encode(m, p->value));
	}
	return b.n > 0 ? b.s : "";
}

const char *
copy_pack(const struct request *req, const char **next, struct arena *m)
{
	struct place at = place_sent(req, req->path, m);

	*next = req->path;
	if (at.kept == NULL)
		return "";
	*next = arena_printf(m, BASE "%s", at.text);
	return pack(req, at.kept, m);
}

static const char *
time_of(struct ctx *x, const char *stored)
{
	return clock_show(x->mem, stored) + strlen("2026-10-22 ");
}

/* What must not be in this system is kept nowhere in it. */
static bool
is_secret(const char *packed)
{
	return strstr(packed, "secrecy_holds=secret") != NULL;
}

/* Whether that person may write there now; the title tells copies apart. */
static enum rc
may_edit(struct ctx *x, const struct place *at, const char **title)
{
	bool formed = at->kept != NULL && at->kept->new == profile_form_kinds;
	struct document d;
	enum rc rc;

	if (at->kept == NULL || !(at->kept->who & BY(x->me->role)))
		return RC_NOT_FOUND;
	if (at->new != NULL) {
		if (formed)
			*title = profile_kind(at->new)->label;
		return x->me->role == ROLE_ENTRY ? RC_OK : RC_NOT_FOUND;
	}
	if ((rc = document_get(x->db, x->me->unit, at->document, &d, x->mem))
	    != RC_OK)
		return rc;
	if (formed && d.rev.c.profile == NULL)
		return RC_NOT_FOUND;
	if (**title == '\0')
		*title = d.rev.c.title;
	return workflow_writable(d.state, x->me->role) ? RC_OK : RC_CONFLICT;
}

/* at: where a new one is found again, because its address has no number. */
static enum rc
answer(struct ctx *x, const struct place *at, const struct working_copy *w)
{
	struct buf b = buf_new(x->mem);

	buf_putc(&b, '{');
	json_text(&b, "copy", w->token);
	json_int(&b, "serial", w->serial);
	json_text(&b, "saved", time_of(x, w->saved));
	json_text(&b, "at", at->new == NULL ? "" : arena_printf(x->mem,
	    BASE "%s?copy=%s", at->text, w->token));
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
copy_keep(struct ctx *x)
{
	struct place at = place_sent(x->req, x->req->path, x->mem);
	struct working_copy w = { .token = x->in.v[K_COPY].s,
	    .place = at.text, .document = at.document,
	    .base = x->in.v[K_VERSION].i, .serial = x->in.v[K_SERIAL].i,
	    .title = x->in.v[K_TITLE].s };
	enum rc rc;

	if ((rc = may_edit(x, &at, &w.title)) != RC_OK)
		return rc;
	w.fields = pack(x->req, at.kept, x->mem);
	if (is_secret(w.fields)) {
		rc = working_copy_drop(x->db, &x->actor, w.token);
		return rc == RC_OK ? send_json(x, "{\"secret\":1}") : rc;
	}
	rc = working_copy_keep(x->db, &x->actor, &w, x->mem);
	return rc == RC_OK ? answer(x, &at, &w) : rc;
}

enum rc
copy_drop(struct ctx *x)
{
	struct place at = place_sent(x->req, x->req->path, x->mem);
	const char *title = "";
	enum rc rc = may_edit(x, &at, &title);

	if (rc != RC_OK && rc != RC_CONFLICT)
		return rc;
	rc = working_copy_drop(x->db, &x->actor, x->in.v[K_COPY].s);
	return rc == RC_OK ? go(x, BASE "%s", at.text) : rc;
}

enum rc
copy_find(struct ctx *x, const char *place, const char *token,
    struct working_copy *w)
{
	struct working_copies all;
	enum rc rc;

	if (*token == '\0') {
		rc = working_copy_list(x->db, &x->actor, place, &all, x->mem);
		if (rc != RC_OK || all.n == 0)
			return rc != RC_OK ? rc : RC_NOT_FOUND;
		token = all.v[0].token;
	}
	rc = working_copy_get(x->db, &x->actor, token, w, x->mem);
	return rc == RC_OK && strcmp(w->place, place) != 0 ? RC_NOT_FOUND :
	    rc;
}

enum rc
copy_unpack(struct ctx *x, const struct working_copy *w)
{
	struct request *req = arena_alloc(x->mem, sizeof(*req));
	struct place at = place_of(w->place, x->mem);
	struct problems ignored = { 0 };
	enum rc rc;

	if (at.kept == NULL)
		return RC_NOT_FOUND;
	*req = (struct request){ .method = POST };
	if ((rc = request_params(w->fields, strlen(w->fields), &req->param,
	    &req->n_params, x->mem)) != RC_OK)
		return rc;
	return form_read(at.kept->fields, req, &x->in, &ignored, x->mem);
}

void
copy_echo(struct ctx *x, const struct value *token,
    const struct value *serial)
{
	view_set(x->page, "Page.Copy.Token", token->s);
	view_int(x->page, "Page.Copy.Serial", serial->i);
}

void
copy_show(struct ctx *x, const struct working_copy *w)
{
	view_flag(x->page, "Page.Copy", 1);
	view_set(x->page, "Page.Copy.Token", w->token);
	view_int(x->page, "Page.Copy.Serial", w->serial);
	view_set(x->page, "Page.Copy.Saved", time_of(x, w->saved));
	view_set(x->page, "Page.Copy.Day", arena_strndup(x->mem,
	    clock_show(x->mem, w->saved), strlen("2026-10-22")));
}

/* The document moved on since: both sides are shown. */
static enum rc
overtaken(struct ctx *x, const struct working_copy *w)
{
	struct document d;
	struct content mine;
	enum rc rc;

	if (w->document == 0)
		return RC_OK;
	if ((rc = document_get(x->db, x->me->unit, w->document, &d, x->mem))
	    != RC_OK || d.version == w->base)
		return rc;
	if ((rc = content_words(x, &mine)) != RC_OK)
		return rc;
	x->problems.n = 0;
	return content_conflict(x, w->document, &mine);
}

enum rc
copy_fill(struct ctx *x, const struct working_copy *w, content_form *page)
{
	enum rc rc;

	if ((rc = copy_unpack(x, w)) != RC_OK ||
	    (rc = content_typed(x, NULL)) != RC_OK ||
	    (rc = overtaken(x, w)) != RC_OK)
		return rc;
	copy_show(x, w);
	return page(x);
}

static int64_t
number_of(const struct request *req, const char *name)
{
	int64_t n;

	return text_int(value_of(req, name), 0, INT64_MAX, &n) ? n : 0;
}

enum rc
copy_return(struct ctx *x, const struct user *u, const char *next,
    const char *packed)
{
	struct actor who = x->actor;
	struct request req = { .method = POST };
	struct place at = place_sent(&req, next, x->mem);
	struct working_copy w = { .place = at.text, .document = at.document,
	    .fields = packed };
	enum rc rc;

	if (at.kept == NULL || !(at.kept->who & BY(u->role)) ||
	    is_secret(packed) || request_params(packed, strlen(packed),
	    &req.param, &req.n_params, x->mem) != RC_OK)
		return go(x, "%s", next);
	who.user = u->id;
	w.token = value_of(&req, "copy");
	w.serial = number_of(&req, "serial");
	w.base = number_of(&req, "version");
	w.title = text_cut(x->mem, value_of(&req, "title"),
	    DOCUMENT_TITLE_MAX);
	if ((rc = working_copy_keep(x->db, &who, &w, x->mem)) != RC_OK)
		return rc;
	return go(x, BASE "%s?copy=%s", at.text, w.token);
}

enum rc
copy_offer(struct ctx *x)
{
	struct working_copies all;
	enum rc rc = working_copy_list(x->db, &x->actor, "entry/new", &all,
	    x->mem);

	for (int k = 0; rc == RC_OK && k < all.n && k < 5; k++) {
		struct node *n = view_item(x->page, "Page.Copies");

		view_set(n, "Token", all.v[k].token);
		view_set(n, "Title", all.v[k].title);
		view_set(n, "Saved", clock_show(x->mem, all.v[k].saved));
	}
	return rc;
}
