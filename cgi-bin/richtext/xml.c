/* xml.c - owns libxml2. */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/parser.h>

#include "richtext/xml.h"

#define ATTRIBUTES_MAX 1000

struct xml {
	xmlDoc *doc;
};

#define XML_NAME(p, n) { #p, #n },
static const struct {
	const char *prefix, *name;
} tags[] = { { "", "" }, XML_TAGS(XML_NAME) };

static const struct {
	const char *uri, *prefix;
} spaces[] = {
	{ "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	    "w" },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
	{ "http://schemas.openxmlformats.org/officeDocument/2006/"
	    "relationships", "r" },
	{ "http://purl.oclc.org/ooxml/officeDocument/relationships", "r" },
	{ "http://schemas.openxmlformats.org/drawingml/2006/main", "a" },
	{ "http://purl.oclc.org/ooxml/drawingml/main", "a" },
	{ "http://schemas.openxmlformats.org/drawingml/2006/"
	    "wordprocessingDrawing", "wp" },
	{ "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
	    "wp" },
	{ "http://schemas.openxmlformats.org/officeDocument/2006/math",
	    "m" },
	{ "http://purl.oclc.org/ooxml/officeDocument/math", "m" },
	{ "http://schemas.openxmlformats.org/markup-compatibility/2006",
	    "mc" },
	{ "urn:schemas-microsoft-com:vml", "v" },
	{ "http://schemas.openxmlformats.org/package/2006/relationships",
	    "pr" },
};

static const char *
space_prefix(const xmlNs *ns)
{
	size_t k;

	for (k = 0; ns != NULL && k < sizeof spaces / sizeof spaces[0]; k++)
		if (strcmp((const char *)ns->href, spaces[k].uri) == 0)
			return spaces[k].prefix;
	return "";
}

/* Open addressing over the names; filled once. */
#define SLOTS 1024
static unsigned short slots[SLOTS];

static unsigned
tag_hash(const char *prefix, const char *name)
{
	unsigned h = 5381;

	for (; *prefix != '\0'; prefix++)
		h = h * 33 + (unsigned char)*prefix;
	for (; *name != '\0'; name++)
		h = h * 33 + (unsigned char)*name;
	return h % SLOTS;
}

static void
tag_fill(void)
{
	unsigned k, h;

	for (k = 1; k < XML__MAX; k++) {
		h = tag_hash(tags[k].prefix, tags[k].name);
		while (slots[h] != 0)
			h = (h + 1) % SLOTS;
		slots[h] = (unsigned short)k;
	}
}

static enum xml_tag
tag_find(const char *prefix, const char *name)
{
	unsigned h;

	for (h = tag_hash(prefix, name); slots[h] != 0; h = (h + 1) % SLOTS)
		if (strcmp(tags[slots[h]].name, name) == 0 &&
		    strcmp(tags[slots[h]].prefix, prefix) == 0)
			return slots[h];
	return XML_OTHER;
}

/* Neighbours mostly share their namespace: its prefix is kept in it. */
static void
number_node(xmlNode *n)
{
	if (n->ns != NULL && n->ns->_private == NULL)
		n->ns->_private = (void *)(uintptr_t)space_prefix(n->ns);
	n->_private = (void *)(uintptr_t)tag_find(
	    n->ns != NULL ? n->ns->_private : "", (const char *)n->name);
}

static void
number_tree(xmlNode *root)
{
	xmlNode *n = root;

	while (n != NULL) {
		if (n->type == XML_ELEMENT_NODE)
			number_node(n);
		if (n->children != NULL && n->type == XML_ELEMENT_NODE) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
}

/* Past the comment or CDATA section that begins at s, or s itself. */
static const char *
skip_section(const char *s, const char *end)
{
	const char *to = NULL;

	if (end - s >= 4 && memcmp(s, "<!--", 4) == 0)
		to = memmem(s + 4, (size_t)(end - s - 4), "-->", 3);
	else if (end - s >= 9 && memcmp(s, "<![CDATA[", 9) == 0)
		to = memmem(s + 9, (size_t)(end - s - 9), "]]>", 3);
	return to != NULL ? to + 3 : s;
}

/*
 * The parser compares every attribute of an element with every other: 60,000
 * of them cost ten seconds.  No writer has needed a hundred.
 */
static bool
has_crowd(const char *s, const char *end)
{
	const char *after;
	int count;

	while ((s = memchr(s, '<', (size_t)(end - s))) != NULL) {
		if ((after = skip_section(s, end)) != s) {
			s = after;
			continue;
		}
		for (count = 0; s < end && *s != '>'; s++) {
			if (*s == '=' && ++count > ATTRIBUTES_MAX)
				return true;
			if ((*s == '"' || *s == '\'') && (s = memchr(s + 1, *s,
			    (size_t)(end - s - 1))) == NULL)
				return false;
		}
	}
	return false;
}

static void
refuse_doctype(void *ctx, const xmlChar *name, const xmlChar *ext,
    const xmlChar *sys)
{
	xmlParserCtxt *c = ctx;

	(void)name;
	(void)ext;
	(void)sys;
	*(bool *)c->_private = true;
	xmlStopParser(c);
}

static void
silent(void *ctx, xmlErrorPtr e)
{
	(void)ctx;
	(void)e;
}

enum rc
xml_parse(const void *data, size_t n, struct xml **out)
{
	xmlParserCtxt *c;
	struct xml *x;
	xmlDoc *doc;
	bool good, doctype = false;

	*out = NULL;
	if (slots[tag_hash("w", "body")] == 0)
		tag_fill();
	if (n == 0 || n > INT_MAX || has_crowd(data, (const char *)data + n) ||
	    (c = xmlNewParserCtxt()) == NULL)
		return RC_INVALID;
	c->_private = &doctype;
	c->sax->internalSubset = refuse_doctype;
	c->sax->serror = silent;
	doc = xmlCtxtReadMemory(c, data, (int)n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	good = doc != NULL && c->wellFormed && !doctype &&
	    xmlDocGetRootElement(doc) != NULL;
	xmlFreeParserCtxt(c);
	if (!good || (x = malloc(sizeof *x)) == NULL) {
		xmlFreeDoc(doc);
		return doctype ? RC_DENIED : RC_INVALID;
	}
	x->doc = doc;
	number_tree(xmlDocGetRootElement(doc));
	*out = x;
	return RC_OK;
}

void
xml_free(struct xml *x)
{
	if (x != NULL)
		xmlFreeDoc(x->doc);
	free(x);
}

xmlNode *
xml_root(const struct xml *x)
{
	return xmlDocGetRootElement(x->doc);
}

xmlNode *
xml_child(const xmlNode *n, enum xml_tag tag)
{
	xmlNode *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next)
		if (xml_tag(k) == tag)
			return k;
	return NULL;
}

static const char *
attr_find(const xmlNode *n, const char *name, bool rel)
{
	const xmlAttr *a;

	/* A short text keeps its characters where an element has these. */
	if (n == NULL || n->type != XML_ELEMENT_NODE)
		return NULL;
	for (a = n->properties; a != NULL; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 &&
		    (strcmp(space_prefix(a->ns), "r") == 0) == rel)
			return a->children == NULL ? ""
			    : (const char *)a->children->content;
	return NULL;
}

const char *
xml_attr(const xmlNode *n, const char *name)
{
	return attr_find(n, name, false);
}

const char *
xml_rel(const xmlNode *n, const char *name)
{
	return attr_find(n, name, true);
}

const char *
xml_val(const xmlNode *n, enum xml_tag tag)
{
	return xml_attr(xml_child(n, tag), "val");
}

bool
xml_on(const xmlNode *n)
{
	const char *v;

	if (n == NULL)
		return false;
	if ((v = xml_attr(n, "val")) == NULL)
		return true;
	return strcmp(v, "0") != 0 && strcasecmp(v, "false") != 0 &&
	    strcasecmp(v, "off") != 0 && strcasecmp(v, "none") != 0;
}

bool
xml_int(const char *s, int *out)
{
	static const struct {
		const char *unit;
		double twips;
	} units[] = {
		{ "pt", 20 }, { "in", 1440 }, { "cm", 566.93 },
		{ "mm", 56.693 }, { "pc", 240 }, { "pi", 240 },
	};
	double v, k = 1;
	char *end;
	size_t u;

	if (s == NULL || !(isdigit((unsigned char)*s) || *s == '-' ||
	    *s == '+' || *s == '.'))
		return false;
	v = strtod(s, &end);
	if (end == s)
		return false;
	for (u = 0; u < sizeof units / sizeof units[0]; u++)
		if (strcmp(end, units[u].unit) == 0)
			k = units[u].twips;
	v *= k;
	if (!(v > -1e8 && v < 1e8))
		return false;
	*out = (int)v;
	return true;
}

const char *
xml_text(const xmlNode *n)
{
	const xmlNode *k;

	for (k = n->children; k != NULL; k = k->next)
		if (k->type == XML_TEXT_NODE && k->content != NULL)
			return (const char *)k->content;
	return "";
}

/* The extensions whose content we read or can do without. */
static bool
is_known(const char *prefix, size_t n)
{
	static const char *const known[] = {
		"wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "w16se",
		"w16cid", "wp14", "a14", "c14", "cx", "cx1", "cx2", "cx4",
		"aink", "am3d", "v", "a", "pic", "wp", "w", "r", "m", "o",
		"w10", "wne", "c", "dgm", "oel",
	};
	size_t k;

	for (k = 0; k < sizeof known / sizeof known[0]; k++)
		if (strlen(known[k]) == n && memcmp(known[k], prefix, n) == 0)
			return true;
	return false;
}

static bool
is_readable(const xmlNode *choice)
{
	const char *s = xml_attr(choice, "Requires");
	size_t n;

	if (s == NULL)
		return true;
	for (s += strspn(s, " "); *s != '\0'; s += strspn(s, " ")) {
		n = strcspn(s, " ");
		if (!is_known(s, n))
			return false;
		s += n;
	}
	return true;
}

xmlNode *
xml_choose(const xmlNode *n)
{
	xmlNode *k;

	for (k = n->children; k != NULL; k = k->next)
		if (xml_tag(k) == mc_Choice && is_readable(k))
			return k;
	return xml_child(n, mc_Fallback);
}
