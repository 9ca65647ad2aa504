/* report_style.c - see report_style.h. */
#include <string.h>
#include <strings.h>

#include "richtext/report_style.h"

#define CHAIN 32

static void
style_read(struct report_style *s, const struct node *n)
{
	const char *name = xml_val(n, w_name), *type = xml_attr(n, "type");
	const char *usual = xml_attr(n, "default");
	const struct node *hide = xml_child(xml_child(n, w_rPr), w_vanish);

	s->id = xml_attr(n, "styleId");
	s->base = xml_val(n, w_basedOn);
	s->hidden = hide == NULL ? -1 : xml_on(hide);
	s->heading = (name != NULL && strncasecmp(name, "heading ", 8) == 0) ||
	    xml_child(xml_child(n, w_pPr), w_outlineLvl) != NULL;
	s->usual = type != NULL && strcmp(type, "paragraph") == 0 &&
	    usual != NULL && strcmp(usual, "0") != 0 &&
	    strcmp(usual, "false") != 0;
}

void
report_styles_read(struct report_styles *all, struct xml *x, struct arena *m)
{
	const struct node *n = x != NULL ? xml_root(x)->children : NULL;

	all->xml = x;
	all->usual = -1;
	all->v = arena_calloc(m, REPORT_STYLES, sizeof *all->v);
	for (; n != NULL && all->n < REPORT_STYLES; n = n->next) {
		if (xml_tag(n) != w_style)
			continue;
		style_read(&all->v[all->n], n);
		if (all->v[all->n].usual && all->usual < 0)
			all->usual = all->n;
		all->n++;
	}
}

int
report_style_find(const struct report_styles *all, const char *id)
{
	int k;

	for (k = 0; id != NULL && k < all->n; k++)
		if (all->v[k].id != NULL && strcmp(all->v[k].id, id) == 0)
			return k;
	return -1;
}

bool
report_style_heading(const struct report_styles *all, int k)
{
	int left;

	for (left = CHAIN; k >= 0 && left > 0; left--) {
		if (all->v[k].heading)
			return true;
		k = report_style_find(all, all->v[k].base);
	}
	return false;
}

bool
report_style_hides(const struct report_styles *all, int k)
{
	int left;

	for (left = CHAIN; k >= 0 && left > 0; left--) {
		if (all->v[k].hidden >= 0)
			return all->v[k].hidden;
		k = report_style_find(all, all->v[k].base);
	}
	return false;
}
