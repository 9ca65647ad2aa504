/* chunk.c - see chunk.h. */
#include <string.h>
#include <strings.h>

#include "richtext/chunk.h"
#include "richtext/extract_read.h"
#include "richtext/sniff.h"

#define CHUNK_MAX (8u << 20)

static bool
ends(const char *name, const char *with)
{
	const char *dot = strrchr(name, '.');

	return dot != NULL && strcasecmp(dot + 1, with) == 0;
}

static bool
is_page(const char *name, const char *text, size_t n)
{
	return sniff_text(text, n) == SNIFF_HTML || ends(name, "html") ||
	    ends(name, "htm") || ends(name, "xhtml");
}

bool
chunk_take(const struct package *p, const struct rels *rels,
    const struct node *n, struct sanitized *out, struct arena *m)
{
	const struct rel *rel = rels_find(rels, xml_rel(n, "id"));
	const struct part *part = rel == NULL || rel->external ? NULL
	    : package_part(p, rel->target);
	struct buf text = buf_new(m);

	if (part == NULL || part->n == 0 || part->n > CHUNK_MAX ||
	    !extract_decode(part->data, part->n, &text))
		return false;
	if (is_page(part->name, text.s, text.n))
		return sanitize_html(text.s, text.n, CHUNK_MAX, out, m) ==
		    RC_OK;
	return ends(part->name, "txt") && sanitize_plain(text.s, out, m) ==
	    RC_OK;
}
