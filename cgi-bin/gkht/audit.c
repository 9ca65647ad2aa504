/* audit.c - 操作日志: what was done in the unit, newest first. */
#include <string.h>

#include "base/text.h"
#include "core/application_file.h"
#include "core/audit.h"
#include "core/document.h"
#include "core/letter.h"
#include "core/setting.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"
#include "web/message.h"
#include "web/message_case.h"

enum { A_BEFORE };

#define AUDIT_ROWS	50

const struct field audit_fields[] = {
	[A_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

static void
state_show(struct node *row, const char *name, const char *key)
{
	enum state s = state_of_key(key);

	if (s != STATE_NONE)
		rows_tag(view_child(row, name), s, "");
}

/* The name of a document of this unit; "" when nothing is left of it. */
static enum rc
title_of(struct ctx *x, const struct audit_entry *e, const char **title)
{
	struct document d;
	enum rc rc;

	*title = "";
	if (strcmp(e->object, "document") != 0)
		return RC_OK;
	rc = document_get(x->db, x->me->unit, e->object_id, &d, x->mem);
	if (rc == RC_OK)
		*title = d.rev.c.title;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* A setting by its name, not by its key; true when it was one. */
static bool
setting_show(struct ctx *x, struct node *row, const struct audit_entry *e)
{
	const char *value = strchr(e->detail, '=');
	const struct setting_rule *r;
	enum setting s;

	if (strcmp(e->object, "setting") != 0 || value == NULL)
		return false;
	s = setting_of_key(arena_strndup(x->mem, e->detail,
	    (size_t)(value - e->detail)));
	if ((r = setting_rule(s)) == NULL)
		return false;
	view_set(row, "Setting", message_setting(s));
	view_set(row, "Value", value + 1);
	view_flag(row, "Switch", r->kind == SETTING_FLAG);
	view_flag(row, "OnNow", strcmp(value + 1, "1") == 0);
	return true;
}

/* What an application's entry says by keys, in words. */
static const char *
detail_words(const struct audit_entry *e)
{
	const char *said = "";

	if (strcmp(e->object, "application") != 0)
		return e->detail;
	if (strcmp(e->action, "apply") == 0)
		said = message_channel(channel_of_key(e->detail));
	else if (strncmp(e->action, "case_", 5) == 0)
		said = message_case_result(e->detail);
	else if (strncmp(e->action, "letter_", 7) == 0)
		said = message_letter(e->detail);
	return *said != '\0' ? said : e->detail;
}

static enum rc
letter_show(struct ctx *x, struct node *row, int64_t id)
{
	struct letter l;
	enum rc rc = letter_get(x->db, x->me->unit, id, &l, x->mem);

	if (rc == RC_OK)
		view_set(row, "Letter", arena_printf(x->mem, "%s %s",
		    message_letter(l.kind), l.number));
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
file_show(struct ctx *x, struct node *row, const struct audit_entry *e,
    int64_t id)
{
	struct application_files all;
	enum rc rc = application_file_list(x->db, e->object_id, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++)
		if (all.v[k].id == id)
			view_set(row, "File", all.v[k].name);
	return rc;
}

/* What the applicant fetched, by its name; its entry has "letter 12". */
static enum rc
fetched_show(struct ctx *x, struct node *row, const struct audit_entry *e)
{
	const char *number = strchr(e->detail, ' ');
	int64_t id;

	if (strcmp(e->action, "download") != 0 || number == NULL ||
	    !text_int(number + 1, 1, INT64_MAX, &id))
		return RC_OK;
	view_set(row, "Fetched", arena_strndup(x->mem, e->detail,
	    (size_t)(number - e->detail)));
	return strncmp(e->detail, "letter ", 7) == 0 ?
	    letter_show(x, row, id) : file_show(x, row, e, id);
}

static enum rc
row_show(struct ctx *x, const struct audit_entry *e)
{
	struct node *row = view_item(x->page, "Page.Rows");
	const char *title;
	enum rc rc;

	if ((rc = title_of(x, e, &title)) != RC_OK)
		return rc;

	view_set(row, "When", clock_show(x->mem, e->at));
	view_set(row, "Login", e->login);
	view_set(row, "Address", e->address);
	view_set(row, "What", message_audit(e->action));
	view_set(row, "Object", e->object);
	view_int(row, "Id", e->object_id);
	view_set(row, "Title", title);
	view_set(row, "Key", e->action);
	if (!setting_show(x, row, e) && strcmp(e->detail, title) != 0)
		view_set(row, "Detail", detail_words(e));
	state_show(row, "From", e->from);
	state_show(row, "To", e->to);
	return fetched_show(x, row, e);
}

enum rc
audit_show(struct ctx *x)
{
	int64_t before = x->in.v[A_BEFORE].given ? x->in.v[A_BEFORE].i : 0;
	struct audit_entries log;
	enum rc rc;

	if ((rc = audit_page(x->db, x->me->unit, before, AUDIT_ROWS, &log,
	    x->mem)) != RC_OK)
		return rc;
	frame_menu(x, "audit");
	for (int i = 0; i < log.n; i++)
		if ((rc = row_show(x, &log.v[i])) != RC_OK)
			return rc;
	view_flag(x->page, "Page.Later", before != 0);
	if (log.n == AUDIT_ROWS)
		view_int(x->page, "Page.Before", log.v[log.n - 1].id);
	return show(x, "gkht/audit.cs");
}
