/* content_conflict.c - two who changed the same document: both sides, and one
 * form made of them; see content.h. */
#include <string.h>

#include "base/buf.h"
#include "core/category.h"
#include "gkht/content.h"
#include "gkht/image.h"
#include "gkht/moved.h"
#include "richtext/difference.h"
#include "richtext/sanitize.h"
#include "web/message.h"
#include "web/message_finding.h"

/* What the fields say, in words; that of the text itself stays NULL. */
struct side { const char *v[THEIRS_BODY + 1]; };

static void
put(struct buf *b, const char *name)
{
	buf_printf(b, "%s%s", b->n > 0 ? "、" : "", name);
}

static enum rc
categories_say(struct ctx *x, const struct content *c, const char **out)
{
	struct buf b = buf_new(x->mem);
	struct category one;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < c->n_categories; k++)
		if ((rc = category_get(x->db, c->category[k], &one, x->mem))
		    == RC_OK)
			put(&b, one.name);
	*out = b.n > 0 ? b.s : "";
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
vocable_say(struct ctx *x, const char *list, int64_t id, const char **out)
{
	struct vocabulary v;
	enum rc rc = vocabulary_list(x->db, list, &v, x->mem);

	*out = "";
	for (int k = 0; rc == RC_OK && k < v.n; k++)
		if (v.v[k].id == id)
			*out = v.v[k].name;
	return rc;
}

static enum rc
files_say(struct ctx *x, const struct content *c, const char **out)
{
	struct buf b = buf_new(x->mem);
	struct upload u;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < c->n_attachments; k++)
		if ((rc = upload_get(x->db, x->me->unit, c->attachment[k], &u,
		    x->mem)) == RC_OK)
			put(&b, u.name);
	*out = b.n > 0 ? b.s : "";
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
side_read(struct ctx *x, const struct content *c, struct side *out)
{
	bool shut = strcmp(c->openness, "active") != 0;
	bool closed = strcmp(c->openness, "closed") == 0;
	const char **v = out->v;
	enum rc rc;

	*out = (struct side){ .v = {
		[THEIRS_TITLE] = c->title, [THEIRS_DOC_NO] = c->doc_no,
		[THEIRS_MADE_ON] = c->made_on, [THEIRS_SUMMARY] = c->summary,
		[THEIRS_OPENNESS] = message_openness(c->openness),
		[THEIRS_ARTICLE] = shut ? message_article(c->article) : "",
		[THEIRS_REASSESS] = closed ? c->reassess : "",
		[THEIRS_CLOSED_REASON] = shut ? c->closed_reason : "",
	} };
	if ((rc = categories_say(x, c, &v[THEIRS_CATEGORY])) != RC_OK ||
	    (rc = vocable_say(x, "theme", c->theme, &v[THEIRS_THEME]))
	    != RC_OK ||
	    (rc = vocable_say(x, "kind", c->kind, &v[THEIRS_KIND])) != RC_OK)
		return rc;
	return files_say(x, c, &v[THEIRS_ATTACHMENT]);
}

static void
compare(struct node *at, const char *field, const char *mine,
    const char *stored, struct arena *m)
{
	struct node *n;

	if (strcmp(mine, stored) == 0)
		return;
	n = view_item(at, "Fields");
	view_set(n, "Key", field);
	view_set(n, "Label", message_field(field));
	view_set(n, "Mine", mine);
	view_set(n, "Stored", stored);
	view_html(n, "DiffHtml", difference_text(stored, mine, m).html);
}

static void
body_compare(struct node *at, const struct content *mine,
    const struct content *c, struct arena *m)
{
	if (strcmp(mine->body.s, c->body.s) == 0)
		return;
	view_flag(at, "Body", 1);
	view_html(at, "MineHtml", sanitize_rebase(mine->body, OFFICE_IMAGES,
	    m));
	view_html(at, "StoredHtml", sanitize_rebase(c->body, OFFICE_IMAGES,
	    m));
	view_html(at, "DiffHtml", sanitize_rebase(difference_html(c->body,
	    mine->body, DIFFERENCE_CHANGES, m).html, OFFICE_IMAGES, m));
}

enum rc
content_conflict(struct ctx *x, int64_t id, const struct content *mine)
{
	struct node *at = view_child(x->page, "Page.Conflict");
	struct side a, b;
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, id, &d, x->mem)) != RC_OK ||
	    (rc = moved_show(x, &d)) != RC_OK ||
	    (rc = side_read(x, mine, &a)) != RC_OK ||
	    (rc = side_read(x, &d.rev.c, &b)) != RC_OK)
		return rc;
	view_flag(at, "Shut", !workflow_writable(d.state, x->me->role));
	view_int(x->page, "Page.Form.version", d.version);
	if (mine->attachment == NULL)	/* words alone were kept */
		a.v[THEIRS_ATTACHMENT] = b.v[THEIRS_ATTACHMENT];
	for (int k = 0; k < THEIRS_BODY; k++)
		compare(at, content_theirs[k], a.v[k], b.v[k], x->mem);
	body_compare(at, mine, &d.rev.c, x->mem);
	return RC_OK;
}

static void
body_take(struct ctx *x, struct content *mine, const struct content *c)
{
	mine->body = c->body;
	mine->body_text = c->body_text;
	content_retype(x, C_BODY, sanitize_rebase(c->body, OFFICE_IMAGES,
	    x->mem).s);
}

static void
choice_take(int field, struct content *mine, const struct content *c)
{
	switch (field) {
	case THEIRS_CATEGORY:
		mine->category = c->category;
		mine->n_categories = c->n_categories;
		break;
	case THEIRS_OPENNESS:
		mine->openness = c->openness;
		break;
	case THEIRS_THEME:
		mine->theme = c->theme;
		break;
	case THEIRS_KIND:
		mine->kind = c->kind;
		break;
	case THEIRS_ATTACHMENT:
		mine->attachment = c->attachment;
		mine->n_attachments = c->n_attachments;
		break;
	default:
		break;
	}
}

static void
field_take(struct ctx *x, int field, struct content *mine,
    const struct content *c)
{
	const struct { int form; const char **mine, *theirs; } v[] = {
		[THEIRS_TITLE] = { C_TITLE, &mine->title, c->title },
		[THEIRS_DOC_NO] = { C_DOC_NO, &mine->doc_no, c->doc_no },
		[THEIRS_MADE_ON] = { C_MADE_ON, &mine->made_on, c->made_on },
		[THEIRS_SUMMARY] = { C_SUMMARY, &mine->summary, c->summary },
		[THEIRS_ARTICLE] = { C_ARTICLE, &mine->article, c->article },
		[THEIRS_REASSESS] = { C_REASSESS, &mine->reassess,
		    c->reassess },
		[THEIRS_CLOSED_REASON] = { C_CLOSED_REASON,
		    &mine->closed_reason, c->closed_reason },
		[THEIRS_ATTACHMENT] = { 0 },
	};

	if (field == THEIRS_BODY) {
		body_take(x, mine, c);
	} else if (v[field].mine == NULL) {
		choice_take(field, mine, c);
	} else {
		*v[field].mine = v[field].theirs;
		content_retype(x, v[field].form, v[field].theirs);
	}
}

enum rc
content_merge(struct ctx *x, int64_t id, struct content *mine)
{
	const struct value *v = &x->in.v[C_THEIRS];
	struct document d;
	enum rc rc = document_get(x->db, x->me->unit, id, &d, x->mem);

	for (int k = 0; rc == RC_OK && k < v->n; k++)
		field_take(x, (int)v->many[k].i, mine, &d.rev.c);
	return rc;
}
