/* manage.c - 已发布信息管理: query what was published, change it by a new
 * revision. */
#include "gkht/amend.h"
#include "gkht/content.h"
#include "gkht/copy.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/manage.h"
#include "gkht/offer.h"
#include "gkht/pages.h"
#include "gkht/filter.h"
#include "gkht/secrecy.h"
#include "gkht/way.h"

enum { O_COPY };	/* of copy_show_fields */

static const struct rows_kind managed = {
	"manage", { STATE_PUBLISHED, STATE_EXPIRED, STATE_WITHDRAWN,
	    STATE_DELETED }, .seen = false
};

struct document_filter
manage_filter(struct ctx *x)
{
	return filter_read(x, &managed);
}

enum rc
manage_fill(struct ctx *x)
{
	enum rc rc;

	frame_menu(x, "manage");
	if ((rc = amend_list(x, AMENDMENT_RETURNED)) != RC_OK ||
	    (rc = amend_list(x, AMENDMENT_PENDING)) != RC_OK)
		return rc;
	return rows_fill(x, &managed);
}

enum rc
manage_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = manage_fill(x)) != RC_OK || (rc = unread_note(x)) != RC_OK)
		return rc;
	return show(x, "gkht/manage.cs");
}

static enum rc
form_page(struct ctx *x)
{
	struct amendment open;
	struct document d;
	enum rc rc;

	if ((rc = amend_base(x, arg_id(x, 0), &d, &open)) != RC_OK ||
	    (rc = amend_state_show(x, &open)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Target", "manage");
	view_flag(x->page, "Page.Amend", 1);
	view_flag(x->page, "Page.Editor", 1);
	return manage_list(x);
}

/* Goes on from what waits or came back; where the document moved on since,
 * both sides are shown. */
static enum rc
open_show(struct ctx *x, const struct amendment *a, const struct document *d)
{
	struct document then = *d;
	struct node *form = view_child(x->page, "Page.Form");
	enum rc rc;

	then.version = a->version;
	if ((rc = content_stored(x, &then)) != RC_OK)
		return rc;
	view_set(form, "note", a->note);
	if (a->interprets != NULL)
		view_set(form, "interprets", a->interprets);
	if (a->replaces != NULL)
		view_set(form, "replaces", a->replaces);
	return d->version == a->version ? RC_OK :
	    content_conflict(x, d->id, &d->rev.c);
}

/* As it comes back where nothing of the change could be read. */
static enum rc
form_live(struct ctx *x)
{
	enum rc rc = amend_show_live(x, arg_id(x, 0));

	return rc == RC_OK ? form_page(x) : rc;
}

enum rc
manage_open(struct ctx *x)
{
	struct working_copy w;
	struct amendment a;
	struct document d;
	enum rc rc;

	if ((rc = amend_base(x, arg_id(x, 0), &d, &a)) != RC_OK)
		return rc;
	if (workflow_find(d.state, ACTION_AMEND, x->me->role) == NULL)
		return way_go_on(x, "document", d.id, "");
	rc = copy_find(x, arena_printf(x->mem, "manage/%lld",
	    (long long)d.id), x->in.v[O_COPY].s, &w);
	if (rc != RC_NOT_FOUND)
		return rc == RC_OK ? copy_fill(x, &w, form_live) : rc;
	rc = a.id != 0 ? open_show(x, &a, &d) : content_stored(x, &d);
	return rc == RC_OK ? form_page(x) : rc;
}

enum rc
manage_again(struct ctx *x)
{
	return content_refused(x, NULL, form_live);
}

/* With what is found in it as it was sent. */
static enum rc
come_back(struct ctx *x, struct change *ch,
    enum rc (*back)(struct ctx *, const struct content *, content_form *))
{
	enum rc rc = amend_show(x, arg_id(x, 0), ch);

	return rc == RC_OK ? back(x, ch->content, form_page) : rc;
}

/* 【遮盖】【清除】: the form with that finding put right, to be saved. */
static enum rc
mend(struct ctx *x, struct change *ch, struct content *c)
{
	enum rc rc = amend_look(x, arg_id(x, 0), ch);

	if (rc == RC_OK)
		rc = examine_mend(x, ch->found, x->in.v[C_MEND].s, c,
		    &ch->note);
	if (rc == RC_INVALID)
		return come_back(x, ch, content_refused);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	content_adopt(x, c, ch->note);
	return come_back(x, ch, content_taken);
}

/* 【合并】: both sides in one form, to be saved. */
static enum rc
merge(struct ctx *x, struct change *ch, struct content *c)
{
	enum rc rc = content_merge(x, arg_id(x, 0), c);

	return rc == RC_OK ? come_back(x, ch, content_taken) : rc;
}

static enum rc
saved(struct ctx *x, bool waits)
{
	enum rc rc = working_copy_drop(x->db, &x->actor,
	    x->in.v[C_COPY].s);

	return rc != RC_OK ? rc : way_go(x, "manage", waits ?
	    "propose" : "amend", 0);
}

static enum rc
save(struct ctx *x, struct change *ch)
{
	int64_t id = arg_id(x, 0);
	bool waits;
	enum rc rc = amend_look(x, id, ch);

	if (rc != RC_OK)
		return rc;
	ch->interprets = x->in.v[C_INTERPRETS].s;
	ch->replaces = x->in.v[C_REPLACES].s;
	secrecy_change(x, ch);
	rc = document_amend(x->db, &x->actor, id, x->in.v[C_VERSION].i, ch,
	    &waits, &x->problems, x->mem);
	switch (rc) {
	case RC_OK:
		return saved(x, waits);
	case RC_INVALID:
		return come_back(x, ch, content_refused);
	case RC_CONFLICT:
	case RC_DENIED:
		return come_back(x, ch, content_overtaken);
	default:
		return rc;
	}
}

/* A state secret: nothing of it is kept. */
static enum rc
secret(struct ctx *x)
{
	enum rc rc = working_copy_drop(x->db, &x->actor, x->in.v[C_COPY].s);

	if (rc != RC_OK)
		return rc;
	view_flag(x->page, "Page.Secret", 1);
	x->reply.status = 422;
	return content_refused(x, NULL, form_live);
}

enum rc
manage_store(struct ctx *x)
{
	struct change ch = { 0 };
	struct content c;
	struct intake in;
	enum rc rc;

	if ((rc = content_begin(x, &in)) != RC_OK)
		return rc;
	if (secrecy_is_secret(x))
		return secret(x);
	rc = content_read(x, &c);
	ch.content = &c;
	ch.note = x->in.v[C_NOTE].s;
	if (rc == RC_INVALID)
		return come_back(x, &ch, content_refused);
	if (rc != RC_OK)
		return rc;
	if (content_imports(x))
		return content_imported(x, &c, &in, form_live);
	if (offer_taken(x))
		return come_back(x, &ch, content_taken);
	if (x->in.v[C_ACT].i == CONTENT_MERGE)
		return merge(x, &ch, &c);
	return x->in.v[C_MEND].given ? mend(x, &ch, &c) : save(x, &ch);
}
