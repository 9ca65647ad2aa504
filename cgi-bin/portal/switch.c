/* switch.c - see switch.h. */
#include <string.h>

#include "base/pinyin.h"
#include "core/unit.h"
#include "portal/directory.h"
#include "portal/part.h"
#include "portal/rows.h"
#include "portal/switch.h"

/*
 * The first letter of the short name, as it stands there for everybody to look
 * for, but for the 区 that most begin with (区教育局).
 */
static char
letter_of(const struct unit *u, struct arena *m)
{
	const char *s = pinyin_of(m, u->short_name);

	if (strncmp(s, "qu ", 3) == 0)
		s += 3;
	return *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : '#';
}

void
switch_letters(struct node *page, const char *name, const struct units *list,
    struct arena *m)
{
	char *letter = arena_alloc(m, (size_t)list->n + 1);

	for (int i = 0; i < list->n; i++)
		letter[i] = letter_of(&list->v[i], m);
	for (const char *l = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"; *l != '\0'; l++) {
		const char text[] = { *l, '\0' };
		struct node *group = NULL;

		for (int i = 0; i < list->n; i++) {
			const struct unit *u = &list->v[i];
			struct node *row;

			if (!u->enabled || letter[i] != *l)
				continue;
			if (group == NULL) {
				group = view_item(page, name);
				view_set(group, "Letter", text);
			}
			row = view_item(group, "Units");
			view_set(row, "Code", u->code);
			view_set(row, "Short", u->short_name);
		}
	}
}

static enum rc
fill(struct ctx *x, struct node *page, const void *arg)
{
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	view_set(page, "Page.To", arg);
	rows_unit_groups(page, "Page.Groups", &d->units);
	switch_letters(page, "Page.Letters", &d->units, x->mem);
	return RC_OK;
}

enum rc
switch_show(struct ctx *x, const char *to)
{
	return part_show(x, &(struct part){ "Page.SwitchHtml",
	    "portal/switch.cs", to, fill, to });
}
