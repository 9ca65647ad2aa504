/* moved.c - see moved.h. */
#include "core/audit.h"
#include "gkht/moved.h"
#include "gkht/rows.h"
#include "web/message.h"

enum rc
moved_show(struct ctx *x, const struct document *d)
{
	struct node *at = view_child(x->page, "Page.Conflict");
	const struct audit_entry *last;
	struct audit_entries log;
	enum rc rc;

	if ((rc = audit_of(x->db, "document", d->id, &log, x->mem)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Conflict", 1);
	view_int(at, "Id", d->id);
	view_set(at, "Title", d->rev.c.title);
	rows_tag(at, d->state, d->returned);
	rows_repealed(at, d->repealed);
	if (log.n == 0)
		return RC_OK;
	last = &log.v[log.n - 1];
	view_set(at, "Who", last->login);
	view_set(at, "When", clock_show(x->mem, last->at));
	view_set(at, "What", message_audit(last->action));
	return RC_OK;
}
