/* anchor.c - bookmarks get a number of ours, those that are pointed to. */
#include <stdlib.h>
#include <string.h>

#include "richtext/reader.h"

#define ANCHORS_MAX 2000

int
anchor_number(const struct reader *rd, const char *name)
{
	int low = 0, high = rd->n_anchor - 1, mid, c;

	while (name != NULL && low <= high) {
		mid = (low + high) / 2;
		c = strcmp(name, rd->anchor[mid]);
		if (c == 0)
			return mid + 1;
		if (c < 0)
			high = mid - 1;
		else
			low = mid + 1;
	}
	return 0;
}

const char *
anchor_href(struct reader *rd, const char *href)
{
	int n;

	if (href[0] != '#')
		return href;
	n = anchor_number(rd, href + 1);
	return n > 0 && rd->anchored[n - 1]
	    ? arena_printf(rd->mem, "#w-b%d", n) : NULL;
}

static const char *
anchor_of(struct reader *rd, const xmlNode *n)
{
	const char *code, *link;

	switch (xml_tag(n)) {
	case w_hyperlink:
		return xml_rel(n, "id") == NULL ? xml_attr(n, "anchor") : NULL;
	case w_fldSimple:
		code = xml_attr(n, "instr");
		break;
	case w_instrText:
		code = xml_text(n);
		break;
	default:
		return NULL;
	}
	if (code == NULL || (link = field_link(code, rd->mem)) == NULL)
		return NULL;
	return link[0] == '#' ? link + 1 : NULL;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Calls each for every element under root. */
static void
walk(struct reader *rd, const xmlNode *root,
    void (*each)(struct reader *, const xmlNode *))
{
	const xmlNode *n = root;

	while (n != NULL) {
		if (n->type == XML_ELEMENT_NODE)
			each(rd, n);
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
}

static void
collect(struct reader *rd, const xmlNode *n)
{
	const char *name;

	if (rd->n_anchor < ANCHORS_MAX && (name = anchor_of(rd, n)) != NULL)
		rd->anchor[rd->n_anchor++] = name;
}

static void
find(struct reader *rd, const xmlNode *n)
{
	int k;

	if (xml_tag(n) == w_bookmarkStart &&
	    (k = anchor_number(rd, xml_attr(n, "name"))) > 0)
		rd->anchored[k - 1] = true;
}

void
anchors_collect(struct reader *rd, const xmlNode *root)
{
	int k, kept = 0;

	rd->anchor = arena_calloc(rd->mem, ANCHORS_MAX, sizeof *rd->anchor);
	rd->anchored = arena_calloc(rd->mem, ANCHORS_MAX, sizeof(bool));
	walk(rd, root, collect);
	qsort(rd->anchor, (size_t)rd->n_anchor, sizeof *rd->anchor, by_name);
	for (k = 0; k < rd->n_anchor; k++)
		if (kept == 0 ||
		    strcmp(rd->anchor[kept - 1], rd->anchor[k]) != 0)
			rd->anchor[kept++] = rd->anchor[k];
	rd->n_anchor = kept;
	walk(rd, root, find);
}
