/* unread.c - 附件检索: attachments of the unit whose text nobody can find,
 * because it could not be read. */
#include "core/file_text.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

#define SHOWN 100

static const char *const deeds[] = { "again", NULL };

enum { F_DONE };
const struct field unread_fields[] = {
	[F_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	{ 0 }
};

enum rc
unread_note(struct ctx *x)
{
	struct file_text_failures list;
	enum rc rc = file_text_failed(x->db, x->me->unit, SHOWN, &list,
	    x->mem);

	if (rc == RC_OK && list.n > 0) {
		view_int(x->page, "Page.Unread", list.n);
		view_flag(x->page, "Page.UnreadMore", list.n == SHOWN);
	}
	return rc;
}

enum rc
unread_show(struct ctx *x)
{
	struct file_text_failures list;
	enum rc rc = file_text_failed(x->db, x->me->unit, SHOWN, &list,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	frame_menu(x, x->me->role == ROLE_ADMIN ? "manage" : "published");
	view_flag(x->page, "Page.Again", x->in.v[F_DONE].given);
	view_flag(x->page, "Page.More", list.n == SHOWN);
	for (int k = 0; k < list.n; k++) {
		struct node *row = view_item(x->page, "Page.Rows");

		view_int(row, "Document", list.v[k].document);
		view_set(row, "Title", list.v[k].title);
		view_set(row, "Name", list.v[k].name);
		view_set(row, "Cause", list.v[k].cause);
	}
	return show(x, "gkht/unread.cs");
}

enum rc
unread_again(struct ctx *x)
{
	enum rc rc = file_text_again(x->db, x->me->unit, x->mem);

	return rc == RC_OK ? go(x, "/gkht/unread?done=again") : rc;
}
