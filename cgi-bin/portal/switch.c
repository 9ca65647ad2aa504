/* switch.c - see switch.h. */
#include <string.h>

#include "core/unit.h"
#include "portal/directory.h"
#include "portal/part.h"
#include "portal/rows.h"
#include "portal/switch.h"

#define REGION_SYLLABLES 4	/* at most before what tells units apart */

/*
 * The first letter of what tells the unit from others: names begin with the
 * region's own ("bao di qu ..."), or the city's ("shi ...").
 */
static char
letter_of(const struct unit *u)
{
	const char *s = u->pinyin, *next = s;

	for (int k = 0; k < REGION_SYLLABLES && next != NULL; k++) {
		if (strncmp(next, "qu ", 3) == 0) {
			s = next + 3;
			break;
		}
		if ((next = strchr(next, ' ')) != NULL)
			next++;
	}
	if (s == u->pinyin && strncmp(s, "shi ", 4) == 0)
		s += 4;
	return *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : '#';
}

void
switch_letters(struct node *page, const char *name, const struct units *list)
{
	for (const char *l = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"; *l != '\0'; l++) {
		const char text[] = { *l, '\0' };
		struct node *group = NULL;

		for (int i = 0; i < list->n; i++) {
			const struct unit *u = &list->v[i];
			struct node *row;

			if (!u->enabled || letter_of(u) != *l)
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
	switch_letters(page, "Page.Letters", &d->units);
	return RC_OK;
}

enum rc
switch_show(struct ctx *x, const char *to)
{
	return part_show(x, &(struct part){ "Page.SwitchHtml",
	    "portal/switch.cs", to, fill, to });
}
