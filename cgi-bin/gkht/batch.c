/* batch.c - see batch.h. */
#include <string.h>

#include "base/text.h"
#include "core/relation.h"
#include "core/review.h"
#include "gkht/batch.h"
#include "gkht/examine.h"
#include "gkht/moved.h"
#include "gkht/way.h"
#include "web/message_review.h"

static const char *const acts[] = {
	"new", "edit", "submit", "discard", "publish", "approve", "return",
	"withdraw", "expire", "repeal", "delete", NULL
};

const char *const batch_whens[] = { "now", "later", "none", NULL };

const struct field batch_fields[] = {
	[B_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[B_PICK] = { "pick", KIND_TOKEN, MANY, 40, NULL },
	[B_CONFIRM] = { "confirm", KIND_FLAG, 0, 0, NULL },
	[B_PHRASE] = { "phrase", KIND_CHOICE, MANY, 0, message_phrases },
	[B_REASON] = { "reason", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[B_CAUSE] = { "cause", KIND_CHOICE, 0, 0, message_causes },
	[B_SUCCESSOR] = { "successor", KIND_LINES, 0, RELATION_TEXT_MAX,
	    NULL },
	[B_PREVIEW] = { "preview", KIND_FLAG, 0, 0, NULL },
	[B_WHEN] = { "when", KIND_CHOICE, 0, 0, batch_whens },
	[B_DAY] = { "day", KIND_LINE, 0, 10, NULL },
	[B_TIME] = { "time", KIND_LINE, 0, 5, NULL },
	[B_WAY] = WAY_FIELD,
	{ 0 }
};

const struct field batch_one_fields[] = {
	[O_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[O_WAY] = WAY_FIELD,
	{ 0 }
};

static bool
pick_parse(const char *s, struct pick *p, struct arena *m)
{
	const char *dash = strchr(s, '-');

	return dash != NULL &&
	    text_int(arena_strndup(m, s, (size_t)(dash - s)), 1, INT64_MAX,
	    &p->id) && text_int(dash + 1, 1, INT64_MAX, &p->version);
}

void
batch_picks(const struct ctx *x, struct picks *out)
{
	const struct value *v = &x->in.v[B_PICK];
	int max = sizeof(out->v) / sizeof(out->v[0]);

	out->n = 0;
	for (int i = 0; i < v->n && out->n < max; i++)
		if (pick_parse(v->many[i].s, &out->v[out->n], x->mem))
			out->n++;
}

enum rc
batch_begin(struct ctx *x, const struct picks *picks)
{
	struct examined files = { 0 };
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < picks->n; i++)
		rc = examine_ahead_of(x, picks->v[i].id, &files);
	return rc == RC_OK ? examine_write(x, &files) : rc;
}

static void
ask_item(struct ctx *x, struct node *ask, const struct document *d,
    const struct pick *p)
{
	struct node *item = view_item(ask, "Items");

	view_set(item, "Title", d->rev.c.title);
	view_set(item, "DocNo", d->rev.c.doc_no);
	view_set(item, "IndexNo", d->index_no);
	view_set(item, "Unit", d->unit_name);
	view_set(item, "First", clock_show(x->mem, d->first_published));
	view_set(item, "Openness", d->rev.c.openness);
	if (d->state == STATE_EXPIRED)
		view_set(item, "Since", arena_strndup(x->mem,
		    clock_show(x->mem, d->expired), strlen("2026-10-22")));
	view_set(item, "Pick", arena_printf(x->mem, "%lld-%lld",
	    (long long)p->id, (long long)p->version));
	view_int(item, "Version", p->version);
	view_flag(ask, "Again", *d->index_no != '\0');
	if (strcmp(d->rev.c.openness, "active") != 0)
		view_flag(ask, "Hidden", 1);
	else
		view_flag(ask, "Public", 1);
	if (d->late && *d->late_reason == '\0')
		view_flag(ask, "Late", 1);
}

enum rc
batch_ask(struct ctx *x, const struct picks *picks, enum action action,
    const char *to, const char *back)
{
	struct node *ask = view_child(x->page, "Page.Ask");

	view_flag(x->page, "Page.Ask", 1);
	view_set(ask, "To", to);
	view_set(ask, "Back", back);
	view_set(ask, "Action", action_key(action));
	view_int(ask, "N", picks->n);
	for (int i = 0; i < picks->n; i++) {
		const struct move *move;
		struct document d;
		enum rc rc;

		if ((rc = document_get(x->db, x->me->unit, picks->v[i].id, &d,
		    x->mem)) != RC_OK)
			return rc;
		move = workflow_find(d.state, action, x->me->role);
		ask_item(x, ask, &d, &picks->v[i]);
		if (move == NULL || d.version != picks->v[i].version) {
			x->reply.status = 409;
			return moved_show(x, &d);
		}
		view_flag(ask, "Reason", move->reason);
	}
	return RC_OK;
}

static enum rc
batch_failed(struct ctx *x, int64_t id, enum rc why)
{
	struct node *failed = view_item(x->page, "Page.Failed");
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, id, &d, x->mem)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	view_int(failed, "Id", id);
	view_set(failed, "Title", d.rev.c.title);
	view_set(failed, "Why", why == RC_INVALID ? "missing" :
	    why == RC_CONFLICT ? "conflict" : why == RC_GONE ? "gone" :
	    "denied");
	return RC_OK;
}

bool
batch_judges(enum action a)
{
	return a == ACTION_APPROVE || a == ACTION_RETURN;
}

/* RC_GONE: nobody has looked at it, so nobody decides about it here. */
static enum rc
check_seen(struct ctx *x, const struct pick *pick)
{
	bool seen;
	enum rc rc = review_seen(x->db, x->me->id, pick->id, pick->version,
	    &seen);

	return rc == RC_OK && !seen ? RC_GONE : rc;
}

struct deed { enum action action; const char *reason; };

/* Drafts that nobody looked at since their last edit are looked at now. */
static enum rc
run_one(struct ctx *x, const struct pick *pick, void *arg)
{
	const struct deed *deed = arg;
	struct problems p = { 0 };
	struct document d;
	enum rc rc;

	if (batch_judges(deed->action) && (rc = check_seen(x, pick)) != RC_OK)
		return rc;
	if (deed->action == ACTION_SUBMIT &&
	    ((rc = document_get(x->db, x->me->unit, pick->id, &d, x->mem))
	    != RC_OK || (rc = examine_once(x, &d)) != RC_OK))
		return rc;
	return document_move(x->db, &x->actor, pick->id, pick->version,
	    deed->action, deed->reason, &p, x->mem);
}

enum rc
batch_each(struct ctx *x, const struct picks *picks, batch_step *step,
    void *arg, int *done)
{
	*done = 0;
	for (int i = 0; i < picks->n; i++) {
		enum rc rc = step(x, &picks->v[i], arg);

		switch (rc) {
		case RC_OK:
			(*done)++;
			break;
		case RC_INVALID:
		case RC_CONFLICT:
		case RC_DENIED:
		case RC_NOT_FOUND:
		case RC_GONE:
			if ((rc = batch_failed(x, picks->v[i].id, rc))
			    != RC_OK)
				return rc;
			break;
		default:
			return rc;
		}
	}
	return RC_OK;
}

enum rc
batch_run(struct ctx *x, const struct picks *picks, enum action action,
    const char *reason, int *done)
{
	struct deed deed = { action, reason };

	return batch_each(x, picks, run_one, &deed, done);
}
