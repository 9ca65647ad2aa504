/* anchor.c - bookmarks; those that something points to get a number of ours
 * when they are written, never their own name. */
#include <string.h>
#include <strings.h>

#include "richtext/reader.h"

#define ANCHORS_MAX 20000

/* Word looks for a bookmark without regard to capitals. */
static unsigned
slot_of(const char *name)
{
	unsigned h = 5381;

	for (; *name != '\0'; name++)
		h = h * 33 + ((unsigned char)*name | 0x20);
	return h % ANCHOR_SLOTS;
}

struct anchor *
anchor_get(struct reader *rd, const char *name)
{
	struct anchor **at = &rd->anchor[slot_of(name)];

	for (; *at != NULL; at = &(*at)->next)
		if (strcasecmp((*at)->name, name) == 0)
			return *at;
	if (*name == '\0' || rd->n_anchor == ANCHORS_MAX)
		return NULL;
	rd->n_anchor++;
	*at = arena_alloc(rd->mem, sizeof **at);
	(*at)->name = arena_strdup(rd->mem, name);
	return *at;
}

bool
anchor_lost(const struct reader *rd)
{
	const struct anchor *a;
	int k;

	for (k = 0; k < ANCHOR_SLOTS; k++)
		for (a = rd->anchor[k]; a != NULL; a = a->next)
			if (a->pointed && !a->there)
				return true;
	return false;
}

void
anchor_put(struct reader *rd, struct line *l, const struct node *n)
{
	const char *name = xml_attr(n, "name");
	struct anchor *a = name != NULL ? anchor_get(rd, name) : NULL;

	/* Of two with one name the first counts. */
	if (a == NULL || a->there)
		return;
	if (l != NULL) {
		a->there = true;
		seg_add(rd, l, SEG_ANCHOR, NULL)->anchor = a;
	} else if (rd->n_pending < PENDING_MAX) {
		a->there = true;
		rd->pending[rd->n_pending++] = a;
	}
}
