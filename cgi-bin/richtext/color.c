/* color.c - theme colours, shades, highlights. */
#include <stdlib.h>
#include <string.h>

#include "richtext/color.h"

static color
scheme_color(const struct node *n)
{
	const struct node *k = xml_child(n, a_srgbClr);
	unsigned rgb;

	if (k != NULL)
		return xml_rgb(xml_attr(k, "val"), &rgb) ? COLOR_SET | rgb : 0;
	k = xml_child(n, a_sysClr);
	return xml_rgb(xml_attr(k, "lastClr"), &rgb) ? COLOR_SET | rgb : 0;
}

/* The font for Chinese: named, or the one for its script. */
static const char *
east_font(const struct node *n, struct arena *m)
{
	const char *v = xml_attr(xml_child(n, a_ea), "typeface");
	const struct node *k;

	if (v != NULL && *v != '\0')
		return arena_strdup(m, v);
	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next)
		if (k->tag == a_font && (v = xml_attr(k, "script")) != NULL &&
		    strcmp(v, "Hans") == 0 &&
		    (v = xml_attr(k, "typeface")) != NULL)
			return arena_strdup(m, v);
	return "";
}

static void
theme_one(struct theme *t, const struct node *n, struct arena *m)
{
	const struct node *k;

	if (n->tag == a_majorFont)
		t->east[0] = east_font(n, m);
	else if (n->tag == a_minorFont)
		t->east[1] = east_font(n, m);
	else if (n->tag >= a_dk1 && n->tag <= a_folHlink)
		t->color[n->tag - a_dk1] = scheme_color(n);
	for (k = n->children; k != NULL; k = k->next)
		theme_one(t, k, m);
}

void
theme_read(struct theme *t, const struct node *root, struct arena *m)
{
	memset(t, 0, sizeof *t);
	t->east[0] = t->east[1] = "";
	if (root != NULL)
		theme_one(t, root, m);
}

/* In the order of a_dk1 ... a_folHlink. */
static color
theme_color(const struct theme *t, const char *name)
{
	static const char *const names[][2] = {
		{ "dark1", "text1" }, { "light1", "background1" },
		{ "dark2", "text2" }, { "light2", "background2" },
		{ "accent1", "" }, { "accent2", "" }, { "accent3", "" },
		{ "accent4", "" }, { "accent5", "" }, { "accent6", "" },
		{ "hyperlink", "" }, { "followedHyperlink", "" },
	};
	int k;

	for (k = 0; name != NULL && k < THEME_COLORS; k++)
		if (strcmp(name, names[k][0]) == 0 ||
		    strcmp(name, names[k][1]) == 0)
			return t->color[k];
	return 0;
}

/* share of 255 parts of c, the rest of ground. */
static color
mix(color c, unsigned ground, unsigned share)
{
	color out = COLOR_SET;
	int k;

	for (k = 0; k <= 16; k += 8)
		out |= ((c >> k & 255) * share + ground * (255 - share)) /
		    255 << k;
	return out;
}

static color
toned(color c, const char *tint, const char *shade)
{
	if (c == 0)
		return 0;
	if (tint != NULL)
		c = mix(c, 255, (unsigned)strtoul(tint, NULL, 16) & 255);
	if (shade != NULL)
		c = mix(c, 0, (unsigned)strtoul(shade, NULL, 16) & 255);
	return c;
}

color
color_text(const struct theme *t, const struct node *n)
{
	unsigned rgb;

	if (xml_rgb(xml_attr(n, "val"), &rgb))
		return COLOR_SET | rgb;
	return toned(theme_color(t, xml_attr(n, "themeColor")),
	    xml_attr(n, "themeTint"), xml_attr(n, "themeShade"));
}

static color
fill_color(const struct theme *t, const struct node *n)
{
	unsigned rgb;

	if (xml_rgb(xml_attr(n, "fill"), &rgb))
		return COLOR_SET | rgb;
	return toned(theme_color(t, xml_attr(n, "themeFill")),
	    xml_attr(n, "themeFillTint"), xml_attr(n, "themeFillShade"));
}

color
color_shade(const struct theme *t, const struct node *n)
{
	const char *pattern = xml_attr(n, "val");
	color fill = fill_color(t, n), ink;
	unsigned share = 0;

	if (n == NULL || pattern == NULL || strcmp(pattern, "nil") == 0)
		return 0;
	if (strncmp(pattern, "pct", 3) == 0)
		share = (unsigned)strtoul(pattern + 3, NULL, 10) * 255 / 100;
	else if (strcmp(pattern, "solid") == 0)
		share = 255;
	if (share > 0 && share <= 255) {
		ink = color_text(t, n);
		fill = fill != 0 ? fill : COLOR_SET | 0xffffff;
		if (ink == 0 && xml_rgb(xml_attr(n, "color"), &ink))
			ink |= COLOR_SET;
		/* Of ink and ground a dotted pattern shows the mean. */
		fill = COLOR_SET | ((mix(ink, 0, share) & 0xffffff) +
		    (mix(fill, 0, 255 - share) & 0xffffff));
	}
	return fill == (COLOR_SET | 0xffffff) ? 0 : fill;
}

color
color_highlight(const char *name)
{
	static const struct {
		const char *name;
		unsigned rgb;
	} colors[] = {
		{ "yellow", 0xffff00 }, { "green", 0x00ff00 },
		{ "cyan", 0x00ffff }, { "magenta", 0xff00ff },
		{ "blue", 0x0000ff }, { "red", 0xff0000 },
		{ "darkBlue", 0x000080 }, { "darkCyan", 0x008080 },
		{ "darkGreen", 0x008000 }, { "darkMagenta", 0x800080 },
		{ "darkRed", 0x800000 }, { "darkYellow", 0x808000 },
		{ "darkGray", 0x808080 }, { "lightGray", 0xc0c0c0 },
		{ "black", 0x000000 }, { "white", 0xffffff },
	};
	size_t k;

	for (k = 0; name != NULL && k < sizeof colors / sizeof colors[0]; k++)
		if (strcmp(name, colors[k].name) == 0)
			return COLOR_SET | colors[k].rgb;
	return 0;
}
