/* copy.c - 自动保存: what is typed, kept every few seconds; see copy.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "gkht/copy.h"
#include "gkht/json.h"
#include "gkht/pages.h"

#define ENTRY_PATH "/gkht/entry/"

enum { K_COPY, K_SERIAL, K_VERSION, K_TITLE };

const struct field copy_fields[] = {
	[K_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	[K_SERIAL] = { "serial", KIND_NUMBER, 0, INT64_MAX, NULL },
	[K_VERSION] = { "version", KIND_NUMBER, 0, INT64_MAX, NULL },
	[K_TITLE] = { "title", KIND_LINE, 0, 4 * DOCUMENT_TITLE_MAX, NULL },
	{ 0 }
};

const struct field copy_drop_fields[] = {
	[K_COPY] = { "copy", KIND_TOKEN, REQUIRED, 100, NULL },
	{ 0 }
};

static bool
belongs(const char *name)
{
	for (const struct field *f = content_fields; f->name != NULL; f++)
		if (f->kind != KIND_FILE && strcmp(f->name, name) == 0)
			return true;
	return false;
}

const char *
copy_pack(const struct request *req, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int k = 0; k < req->n_params; k++) {
		const struct param *p = &req->param[k];

		if (p->file != NULL || !belongs(p->name) ||
		    strcmp(p->name, "act") == 0 ||
		    strcmp(p->name, "mend") == 0)
			continue;
		buf_puts(&b, b.n > 0 ? "&" : "");
		buf_puts(&b, url_encode(m, p->name));
		buf_putc(&b, '=');
		buf_puts(&b, url_encode(m, p->value));
	}
	return b.n > 0 ? b.s : "";
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

static enum rc
may_edit(struct ctx *x)
{
	struct document d;
	enum rc rc;

	if (arg_id(x, 0) == 0)
		return strcmp(x->arg[0], "new") == 0 ? RC_OK : RC_NOT_FOUND;
	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	return workflow_find(d.state, ACTION_EDIT, x->me->role) != NULL ?
	    RC_OK : RC_CONFLICT;
}

enum rc
copy_keep(struct ctx *x)
{
	struct working_copy w = { .token = x->in.v[K_COPY].s,
	    .document = arg_id(x, 0), .base = x->in.v[K_VERSION].i,
	    .serial = x->in.v[K_SERIAL].i, .title = x->in.v[K_TITLE].s };
	struct buf b = buf_new(x->mem);
	enum rc rc;

	if ((rc = may_edit(x)) != RC_OK)
		return rc;
	w.fields = copy_pack(x->req, x->mem);
	if (is_secret(w.fields)) {
		rc = working_copy_drop(x->db, &x->actor, w.token);
		return rc == RC_OK ? send_json(x, "{\"secret\":1}") : rc;
	}
	if ((rc = working_copy_keep(x->db, &x->actor, &w, x->mem)) != RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_text(&b, "copy", w.token);
	json_int(&b, "serial", w.serial);
	json_text(&b, "saved", time_of(x, w.saved));
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
copy_drop(struct ctx *x)
{
	enum rc rc = working_copy_drop(x->db, &x->actor, x->in.v[K_COPY].s);

	if (rc != RC_OK)
		return rc;
	return arg_id(x, 0) == 0 ? go(x, "/gkht/entry/new") :
	    go(x, "/gkht/entry/%lld", (long long)arg_id(x, 0));
}

enum rc
copy_find(struct ctx *x, int64_t document, const char *token,
    struct working_copy *w)
{
	struct working_copies all;
	enum rc rc;

	if (*token == '\0') {
		rc = working_copy_list(x->db, &x->actor, document, &all,
		    x->mem);
		if (rc != RC_OK || all.n == 0)
			return rc != RC_OK ? rc : RC_NOT_FOUND;
		token = all.v[0].token;
	}
	rc = working_copy_get(x->db, &x->actor, token, w, x->mem);
	return rc == RC_OK && w->document != document ? RC_NOT_FOUND : rc;
}

static enum rc
unpack(struct ctx *x, const char *fields)
{
	struct request *req = arena_alloc(x->mem, sizeof(*req));
	struct problems ignored = { 0 };
	enum rc rc;

	*req = (struct request){ .method = POST };
	if ((rc = request_params(fields, strlen(fields), &req->param,
	    &req->n_params, x->mem)) != RC_OK)
		return rc;
	return form_read(content_fields, req, &x->in, &ignored, x->mem);
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

	if ((rc = unpack(x, w->fields)) != RC_OK ||
	    (rc = content_typed(x, NULL)) != RC_OK ||
	    (rc = overtaken(x, w)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Copy", 1);
	view_set(x->page, "Page.Copy.Token", w->token);
	view_int(x->page, "Page.Copy.Serial", w->serial);
	view_set(x->page, "Page.Copy.Saved", time_of(x, w->saved));
	view_set(x->page, "Page.Copy.Day", arena_strndup(x->mem,
	    clock_show(x->mem, w->saved), strlen("2026-10-22")));
	return page(x);
}

static const char *
value_of(const struct request *req, const char *name)
{
	for (int k = 0; k < req->n_params; k++)
		if (strcmp(req->param[k].name, name) == 0)
			return req->param[k].value;
	return "";
}

enum rc
copy_return(struct ctx *x, const struct user *u, const char *next,
    const char *packed)
{
	struct actor who = x->actor;
	struct working_copy w = { .token = "", .fields = packed };
	struct request req = { .method = POST };
	const char *last = strrchr(next, '/');
	enum rc rc;

	if (u->role != ROLE_ENTRY || is_secret(packed) ||
	    strncmp(next, ENTRY_PATH, strlen(ENTRY_PATH)) != 0 ||
	    request_params(packed, strlen(packed), &req.param, &req.n_params,
	    x->mem) != RC_OK)
		return go(x, "%s", next);
	who.user = u->id;
	if (!text_int(last + 1, 1, INT64_MAX, &w.document))
		w.document = 0;
	if (!text_int(value_of(&req, "version"), 0, INT64_MAX, &w.base))
		w.base = 0;
	w.title = text_cut(x->mem, value_of(&req, "title"),
	    DOCUMENT_TITLE_MAX);
	if ((rc = working_copy_keep(x->db, &who, &w, x->mem)) != RC_OK)
		return rc;
	return go(x, "%s?copy=%s", next, w.token);
}

enum rc
copy_offer(struct ctx *x)
{
	struct working_copies all;
	enum rc rc = working_copy_list(x->db, &x->actor, 0, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n && k < 5; k++) {
		struct node *n = view_item(x->page, "Page.Copies");

		view_set(n, "Token", all.v[k].token);
		view_set(n, "Title", all.v[k].title);
		view_set(n, "Saved", clock_show(x->mem, all.v[k].saved));
	}
	return rc;
}
