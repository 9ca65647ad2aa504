/* xml.c - owns libxml2. */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/arena.h"
#include "richtext/xml.h"

#define ATTRIBUTES_MAX 1000
#define DEPTH_MAX      256

struct attr {
	struct attr *next;
	const char *name, *value;
	bool rel;		/* of the relationships namespace */
};

struct open {
	struct node *node, *last;
	char *text;
	size_t n, cap;
};

struct xml {
	struct arena *mem, *piece;	/* piece: of what is handed over */
	struct node *root;
	xmlDict *dict;		/* owns the attributes' names */
	/* while it is read */
	xmlParserCtxt *ctx;
	const xmlChar *uri;	/* seen last, and its prefix */
	const char *prefix;
	const xmlChar *rel, *other;	/* likewise, of attributes */
	struct open open[DEPTH_MAX + 1];
	int depth;		/* of those, open */
	bool doctype, bad;
	enum xml_tag whole;	/* whose children are handed over */
	void (*each)(void *, const struct node *);
	void *user;
	bool found;
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
	{ "http://schemas.openxmlformats.org/drawingml/2006/chart", "c" },
	{ "http://purl.oclc.org/ooxml/drawingml/chart", "c" },
	{ "http://schemas.microsoft.com/office/drawing/2014/chartex", "c" },
	{ "http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm" },
	{ "http://purl.oclc.org/ooxml/drawingml/diagram", "dgm" },
	{ "http://schemas.openxmlformats.org/package/2006/relationships",
	    "pr" },
};

static const char *
space_prefix(const char *uri)
{
	size_t k;

	for (k = 0; uri != NULL && k < sizeof spaces / sizeof spaces[0]; k++)
		if (strcmp(uri, spaces[k].uri) == 0)
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

/* Past the quoted value that begins at s, or end. */
static const char *
skip_value(const char *s, const char *end)
{
	const char *to = memchr(s + 1, *s, (size_t)(end - s - 1));

	return to != NULL ? to : end;
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
		/* Where the next tag is near there is no room for so many. */
		after = memchr(s + 1, '<', (size_t)(end - s - 1));
		if (after != NULL && after - s < 5 * ATTRIBUTES_MAX) {
			s = after;
			continue;
		}
		for (count = 0; s < end && *s != '>'; s++) {
			if (*s == '=' && ++count > ATTRIBUTES_MAX)
				return true;
			if (*s == '"' || *s == '\'')
				s = skip_value(s, end);
			if (s == end)
				return false;
		}
	}
	return false;
}

static void
refuse_doctype(void *ctx, const xmlChar *name, const xmlChar *ext,
    const xmlChar *sys)
{
	struct xml *x = ctx;

	(void)name;
	(void)ext;
	(void)sys;
	x->doctype = true;
	xmlStopParser(x->ctx);
}

/* Marks of editing sessions stand on every paragraph and run. */
static bool
is_read(const char *name)
{
	switch (name[0]) {
	case 'r':
		return strncmp(name, "rsid", 4) != 0;
	case 'p':
		return strcmp(name, "paraId") != 0;
	case 't':
		return strcmp(name, "textId") != 0;
	case 's':
		return strcmp(name, "space") != 0;
	default:
		return true;
	}
}

/* The parser leaves &amp; in an attribute as &#38; for those who build trees
 * that may be written again. */
static char *
attr_value(struct arena *m, const xmlChar *from, const xmlChar *end)
{
	char *v = arena_strndup(m, (const char *)from, (size_t)(end - from));
	char *in, *out;

	if ((in = out = strchr(v, '&')) == NULL)
		return v;
	while (*in != '\0') {
		*out++ = *in;
		in += strncmp(in, "&#38;", 5) == 0 ? 5 : 1;
	}
	*out = '\0';
	return v;
}

/* Names are compared once: the parser keeps each address in one place. */
static bool
is_rel(struct xml *x, const xmlChar *uri)
{
	if (uri == NULL || uri == x->other)
		return false;
	if (uri == x->rel)
		return true;
	if (strcmp(space_prefix((const char *)uri), "r") == 0) {
		x->rel = uri;
		return true;
	}
	x->other = uri;
	return false;
}

static void
attrs_read(struct xml *x, struct arena *m, struct node *to, int n,
    const xmlChar **v)
{
	struct attr **last = &to->attr, *a;

	for (; n > 0; n--, v += 5) {
		if (!is_read((const char *)v[0]))
			continue;
		a = arena_alloc(m, sizeof *a);
		a->name = (const char *)v[0];
		a->rel = is_rel(x, v[2]);
		a->value = attr_value(m, v[3], v[4]);
		*last = a;
		last = &a->next;
	}
}

static enum xml_tag
tag_of(struct xml *x, const xmlChar *name, const xmlChar *uri)
{
	/* Neighbours mostly share their namespace, and it its address. */
	if (uri != x->uri || x->prefix == NULL) {
		x->uri = uri;
		x->prefix = space_prefix((const char *)uri);
	}
	return tag_find(x->prefix, (const char *)name);
}

static struct arena *
memory(const struct xml *x)
{
	return x->each != NULL && x->depth >= 2 ? x->piece : x->mem;
}

static void
element_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int n_ns, const xmlChar **ns, int n_attr,
    int n_default, const xmlChar **attrs)
{
	struct xml *x = ctx;
	struct open *up = &x->open[x->depth], *o = up + 1;
	struct node *n;

	(void)prefix;
	(void)n_ns;
	(void)ns;
	(void)n_default;
	if (x->depth == DEPTH_MAX) {
		x->bad = true;
		xmlStopParser(x->ctx);
		return;
	}
	n = arena_alloc(memory(x), sizeof *n);
	n->text = "";
	n->tag = tag_of(x, name, uri);
	attrs_read(x, memory(x), n, n_attr, attrs);
	if (up->last != NULL)
		up->last->next = n;
	else if (up->node != NULL)
		up->node->children = n;
	else
		x->root = n;
	up->last = n;
	o->node = n;
	o->last = NULL;
	o->n = 0;
	x->depth++;
	x->found |= x->depth == 2 && n->tag == x->whole &&
	    x->whole != XML_OTHER;
}

/* A piece has been read: it is used now, and its memory again. */
static void
piece_end(struct xml *x)
{
	struct open *up = &x->open[x->depth];

	x->each(x->user, up->node->children);
	up->node->children = up->last = NULL;
	arena_reset(x->piece);
}

static void
element_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri)
{
	struct xml *x = ctx;
	struct open *o = &x->open[x->depth];

	(void)name;
	(void)prefix;
	(void)uri;
	if (x->depth == 0)
		return;
	if (o->n > 0)
		o->node->text = arena_strndup(memory(x), o->text, o->n);
	if (--x->depth == 2 && x->each != NULL &&
	    x->open[2].node->tag == x->whole)
		piece_end(x);
}

/* Only where there is text in Word; elsewhere it is the file's layout. */
static bool
has_text(enum xml_tag t)
{
	return t == w_t || t == w_instrText || t == m_t || t == w_delText ||
	    t == a_t;
}

static void
characters(void *ctx, const xmlChar *s, int n)
{
	struct xml *x = ctx;
	struct open *o = &x->open[x->depth];
	size_t need;

	if (x->depth == 0 || n <= 0 || !has_text(o->node->tag))
		return;
	need = o->n + (size_t)n;
	if (need > o->cap) {
		o->cap = need * 2;
		if ((o->text = realloc(o->text, o->cap)) == NULL)
			abort();
	}
	memcpy(o->text + o->n, s, (size_t)n);
	o->n = need;
}

static void
silent(void *ctx, xmlErrorPtr e)
{
	(void)ctx;
	(void)e;
}

static bool
parse(struct xml *x, const void *data, size_t n)
{
	xmlParserCtxt *c;
	bool good;
	int k;

	if (slots[tag_hash("w", "body")] == 0)
		tag_fill();
	if (n == 0 || n > INT_MAX || has_crowd(data, (const char *)data + n) ||
	    (c = xmlCreateMemoryParserCtxt(data, (int)n)) == NULL)
		return false;
	xmlCtxtUseOptions(c, XML_PARSE_NONET | XML_PARSE_NOCDATA |
	    XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	x->ctx = c;
	x->dict = c->dict;
	xmlDictReference(x->dict);
	memset(c->sax, 0, sizeof *c->sax);
	c->sax->initialized = XML_SAX2_MAGIC;
	c->sax->internalSubset = refuse_doctype;
	c->sax->startElementNs = element_start;
	c->sax->endElementNs = element_end;
	c->sax->characters = c->sax->cdataBlock = characters;
	c->sax->ignorableWhitespace = characters;
	c->sax->serror = silent;
	c->userData = x;
	good = xmlParseDocument(c) == 0 && c->wellFormed && !x->doctype &&
	    !x->bad && x->root != NULL;
	c->myDoc = NULL;
	xmlFreeParserCtxt(c);
	for (k = 0; k <= DEPTH_MAX; k++)
		free(x->open[k].text);
	return good;
}

static struct xml *
xml_new(void)
{
	struct xml *x = calloc(1, sizeof *x);

	if (x == NULL)
		abort();
	x->mem = arena_new();
	return x;
}

enum rc
xml_parse(const void *data, size_t n, struct xml **out)
{
	struct xml *x = xml_new();
	bool doctype;

	*out = NULL;
	if (parse(x, data, n)) {
		*out = x;
		return RC_OK;
	}
	doctype = x->doctype;
	xml_free(x);
	return doctype ? RC_DENIED : RC_INVALID;
}

enum rc
xml_stream(const void *data, size_t n, enum xml_tag whole,
    void (*each)(void *, const struct node *), void *user, bool *found)
{
	struct xml *x = xml_new();
	enum rc rc;

	x->piece = arena_new();
	x->whole = whole;
	x->each = each;
	x->user = user;
	rc = parse(x, data, n) ? RC_OK : x->doctype ? RC_DENIED : RC_INVALID;
	*found = x->found;
	arena_free(x->piece);
	xml_free(x);
	return rc;
}

void
xml_free(struct xml *x)
{
	if (x == NULL)
		return;
	if (x->dict != NULL)
		xmlDictFree(x->dict);
	arena_free(x->mem);
	free(x);
}

const struct node *
xml_root(const struct xml *x)
{
	return x->root;
}

const struct node *
xml_child(const struct node *n, enum xml_tag tag)
{
	const struct node *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next)
		if (k->tag == tag)
			return k;
	return NULL;
}

static const char *
attr_find(const struct node *n, const char *name, bool rel)
{
	const struct attr *a;

	for (a = n != NULL ? n->attr : NULL; a != NULL; a = a->next)
		if (a->rel == rel && strcmp(a->name, name) == 0)
			return a->value;
	return NULL;
}

const char *
xml_attr(const struct node *n, const char *name)
{
	return attr_find(n, name, false);
}

const char *
xml_rel(const struct node *n, const char *name)
{
	return attr_find(n, name, true);
}

const char *
xml_val(const struct node *n, enum xml_tag tag)
{
	return xml_attr(xml_child(n, tag), "val");
}

bool
xml_said(const char *v)
{
	return v != NULL && strcmp(v, "0") != 0 &&
	    strcasecmp(v, "false") != 0 && strcasecmp(v, "off") != 0 &&
	    strcasecmp(v, "none") != 0;
}

bool
xml_on(const struct node *n)
{
	const char *v = xml_attr(n, "val");

	return n != NULL && (v == NULL || xml_said(v));
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

bool
xml_rgb(const char *s, unsigned *out)
{
	if (s == NULL || strlen(s) != 6 ||
	    strspn(s, "0123456789abcdefABCDEF") != 6)
		return false;
	*out = (unsigned)strtoul(s, NULL, 16);
	return true;
}

/* The extensions whose content we read or can do without.  Not what has its
 * text or picture in the fallback: emoji (w16se), ink (wpi, aink). */
static bool
is_known(const char *prefix, size_t n)
{
	static const char *const known[] = {
		"wps", "wpg", "wpc", "w14", "w15", "w16", "w16cid", "wp14",
		"a14", "c14", "cx", "cx1", "cx2", "cx4", "am3d", "v", "a",
		"pic", "wp", "w", "r", "m", "o", "w10", "wne", "c", "dgm",
		"oel",
	};
	size_t k;

	for (k = 0; k < sizeof known / sizeof known[0]; k++)
		if (strlen(known[k]) == n && memcmp(known[k], prefix, n) == 0)
			return true;
	return false;
}

static bool
is_readable(const struct node *choice)
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

const struct node *
xml_choose(const struct node *n)
{
	const struct node *k;

	for (k = n->children; k != NULL; k = k->next)
		if (xml_tag(k) == mc_Choice && is_readable(k))
			return k;
	return xml_child(n, mc_Fallback);
}
