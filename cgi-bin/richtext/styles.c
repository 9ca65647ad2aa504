/* styles.c - reads properties and resolves them. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "richtext/styles.h"

static void
run_flag(struct run_props *r, enum run_bit bit, bool on)
{
	r->set |= 1u << bit;
	r->on &= ~(1u << bit);
	r->on |= (unsigned)on << bit;
}

static bool
is_red(const char *hex)
{
	unsigned long c;
	char *end;

	if (hex == NULL || strlen(hex) != 6)
		return false;
	c = strtoul(hex, &end, 16);
	return *end == '\0' && (c >> 16) >= 0xb0 && (c >> 8 & 0xff) <= 0x50 &&
	    (c & 0xff) <= 0x50;
}

static bool
is_said(const char *v)
{
	return v != NULL && strcmp(v, "none") != 0;
}

static void
run_font(struct run_props *r, const xmlNode *n)
{
	const char *name = xml_attr(n, "eastAsia");

	if (xml_attr(n, "eastAsiaTheme") != NULL)
		name = "";
	if (name == NULL)
		return;
	r->set |= 1u << RUN_FONT;
	r->font = look_font(name);
	r->title_font = strstr(name, "小标宋") != NULL;
}

static void
run_vert(struct run_props *r, const char *v)
{
	r->set |= 1u << RUN_VERT;
	r->vert = 0;
	if (v != NULL && strcmp(v, "superscript") == 0)
		r->vert = 1;
	else if (v != NULL && strcmp(v, "subscript") == 0)
		r->vert = -1;
}

static void
run_one(struct run_props *r, const xmlNode *n)
{
	const char *v = xml_attr(n, "val");

	switch (xml_tag(n)) {
	case w_b:
		run_flag(r, RUN_BOLD, xml_on(n));
		break;
	case w_i:
		run_flag(r, RUN_ITALIC, xml_on(n));
		break;
	case w_strike:
		run_flag(r, RUN_STRIKE, xml_on(n));
		break;
	case w_dstrike:
		run_flag(r, RUN_DSTRIKE, xml_on(n));
		break;
	case w_vanish:
		run_flag(r, RUN_VANISH, xml_on(n));
		break;
	case w_u:
		run_flag(r, RUN_UNDERLINE, is_said(v));
		break;
	case w_highlight:
		run_flag(r, RUN_MARK, is_said(v));
		break;
	case w_color:
		run_flag(r, RUN_RED, is_red(v));
		break;
	case w_vertAlign:
		run_vert(r, v);
		break;
	case w_sz:
		if (xml_int(v, &r->size))
			r->set |= 1u << RUN_SIZE;
		break;
	case w_rFonts:
		run_font(r, n);
		break;
	default:
		break;
	}
}

void
styles_run(struct run_props *r, const xmlNode *rPr)
{
	const xmlNode *n;

	memset(r, 0, sizeof *r);
	for (n = rPr != NULL ? rPr->children : NULL; n != NULL; n = n->next)
		run_one(r, n);
}

static void
give(struct given *g, const char *v)
{
	if (xml_int(v, &g->v))
		g->set = true;
}

static void
para_indent(struct para_props *p, const xmlNode *n)
{
	give(&p->first_chars, xml_attr(n, "firstLineChars"));
	give(&p->hanging_chars, xml_attr(n, "hangingChars"));
	give(&p->first, xml_attr(n, "firstLine"));
	give(&p->hanging, xml_attr(n, "hanging"));
	give(&p->right_chars, xml_attr(n, "rightChars"));
	give(&p->right_chars, xml_attr(n, "endChars"));
	give(&p->right, xml_attr(n, "right"));
	give(&p->right, xml_attr(n, "end"));
}

static enum align
align_of(const char *v)
{
	if (v == NULL)
		return ALIGN_NONE;
	if (strcmp(v, "center") == 0)
		return ALIGN_CENTER;
	if (strcmp(v, "right") == 0 || strcmp(v, "end") == 0)
		return ALIGN_END;
	return ALIGN_START;
}

static void
para_rule(struct para_props *p, const xmlNode *border)
{
	const xmlNode *line = xml_child(border, w_bottom);

	p->rule.set = true;
	p->rule.v = line != NULL && is_said(xml_attr(line, "val")) &&
	    strcmp(xml_attr(line, "val"), "nil") != 0;
}

static void
para_one(struct para_props *p, const xmlNode *n)
{
	const xmlNode *mark;

	switch (xml_tag(n)) {
	case w_jc:
		p->align = align_of(xml_attr(n, "val"));
		break;
	case w_ind:
		para_indent(p, n);
		break;
	case w_outlineLvl:
		give(&p->outline, xml_attr(n, "val"));
		break;
	case w_numPr:
		give(&p->num_id, xml_val(n, w_numId));
		give(&p->level, xml_val(n, w_ilvl));
		break;
	case w_pBdr:
		para_rule(p, n);
		break;
	case w_rPr:
		for (mark = n->children; mark != NULL; mark = mark->next)
			if (xml_tag(mark) == w_del ||
			    xml_tag(mark) == w_moveFrom)
				p->deleted_mark = true;
		break;
	default:
		break;
	}
}

void
styles_para(struct para_props *p, const xmlNode *pPr)
{
	const xmlNode *n;

	memset(p, 0, sizeof *p);
	for (n = pPr != NULL ? pPr->children : NULL; n != NULL; n = n->next)
		para_one(p, n);
}

static void
under(struct given *over, const struct given *below)
{
	if (!over->set)
		*over = *below;
}

/* One first-line indent, however it is spelt, replaces any other. */
static bool
has_first(const struct para_props *p)
{
	return p->first_chars.set || p->hanging_chars.set || p->first.set ||
	    p->hanging.set;
}

void
styles_para_under(struct para_props *over, const struct para_props *below)
{
	if (over->align == ALIGN_NONE)
		over->align = below->align;
	if (!has_first(over)) {
		over->first_chars = below->first_chars;
		over->hanging_chars = below->hanging_chars;
		over->first = below->first;
		over->hanging = below->hanging;
	}
	if (!over->right.set && !over->right_chars.set) {
		over->right = below->right;
		over->right_chars = below->right_chars;
	}
	under(&over->outline, &below->outline);
	under(&over->num_id, &below->num_id);
	under(&over->level, &below->level);
	under(&over->rule, &below->rule);
}

static unsigned
id_hash(const char *s)
{
	unsigned h = 5381;

	for (; *s != '\0'; s++)
		h = h * 33 + (unsigned char)*s;
	return h;
}

int
styles_find(const struct styles *st, const char *id)
{
	unsigned h;
	int k;

	if (id == NULL || st->n_slots == 0)
		return -1;
	for (h = id_hash(id);; h++) {
		k = st->slot[h % (unsigned)st->n_slots];
		if (k < 0 || strcmp(st->v[k].id, id) == 0)
			return k;
	}
}

static void
style_index(struct styles *st, struct arena *m)
{
	unsigned h;
	int k;

	st->n_slots = st->n * 2 + 1;
	st->slot = arena_calloc(m, (size_t)st->n_slots, sizeof *st->slot);
	for (k = 0; k < st->n_slots; k++)
		st->slot[k] = -1;
	for (k = 0; k < st->n; k++) {
		h = id_hash(st->v[k].id);
		while (st->slot[h % (unsigned)st->n_slots] >= 0)
			h++;
		st->slot[h % (unsigned)st->n_slots] = k;
	}
	for (k = 0; k < st->n; k++)
		st->v[k].based = styles_find(st, st->v[k].based_id);
}

static void
style_add(struct styles *st, const xmlNode *n, struct arena *m)
{
	const char *id = xml_attr(n, "styleId"), *type = xml_attr(n, "type");
	const char *name = xml_val(n, w_name), *based = xml_val(n, w_basedOn);
	const char *def = xml_attr(n, "default");
	struct style *s;

	if (id == NULL)
		return;
	s = &st->v[st->n++];
	s->id = arena_strdup(m, id);
	s->name = arena_strdup(m, name != NULL ? name : "");
	s->based_id = based != NULL ? arena_strdup(m, based) : NULL;
	s->is_paragraph = type == NULL || strcmp(type, "paragraph") == 0;
	styles_para(&s->p, xml_child(n, w_pPr));
	styles_run(&s->r, xml_child(n, w_rPr));
	if (s->is_paragraph && def != NULL && (strcmp(def, "1") == 0 ||
	    strcmp(def, "true") == 0))
		st->normal = st->n - 1;
}

void
styles_read(struct styles *st, const xmlNode *root, struct arena *m)
{
	const xmlNode *n, *def;
	size_t count = 0;

	memset(st, 0, sizeof *st);
	st->normal = -1;
	if (root == NULL)
		return;
	for (n = root->children; n != NULL; n = n->next)
		count += xml_tag(n) == w_style;
	st->v = arena_calloc(m, count + 1, sizeof *st->v);
	for (n = root->children; n != NULL; n = n->next)
		if (xml_tag(n) == w_style)
			style_add(st, n, m);
	style_index(st, m);
	def = xml_child(root, w_docDefaults);
	styles_para(&st->p, xml_child(xml_child(def, w_pPrDefault), w_pPr));
	styles_run(&st->r, xml_child(xml_child(def, w_rPrDefault), w_rPr));
}

int
styles_chain(const struct styles *st, int style,
    const struct style *out[STYLE_CHAIN])
{
	int n = 0;

	/* The length also ends a chain that bites its tail. */
	for (; style >= 0 && n < STYLE_CHAIN; style = st->v[style].based)
		out[n++] = &st->v[style];
	return n;
}

/* Below what is set already; for toggles this is one chain's own value. */
static void
run_under(struct run_props *over, const struct run_props *below)
{
	unsigned fresh = below->set & ~over->set;

	over->set |= fresh;
	over->on |= below->on & fresh;
	if (fresh & 1u << RUN_VERT)
		over->vert = below->vert;
	if (fresh & 1u << RUN_SIZE)
		over->size = below->size;
	if (fresh & 1u << RUN_FONT) {
		over->font = below->font;
		over->title_font = below->title_font;
	}
}

static struct run_props
chain_props(const struct styles *st, int style)
{
	const struct style *chain[STYLE_CHAIN];
	struct run_props r = { 0 };
	int k, n = styles_chain(st, style, chain);

	for (k = 0; k < n; k++)
		run_under(&r, &chain[k]->r);
	return r;
}

struct run_props
styles_effective(const struct styles *st, int para, int run,
    const struct run_props *direct)
{
	const unsigned toggles = (1u << RUN_TOGGLES) - 1;
	struct run_props p = chain_props(st, para), c = chain_props(st, run);
	struct run_props r = *direct;
	unsigned both = p.set & c.set & toggles & ~direct->set;
	unsigned either = p.on ^ c.on;

	run_under(&r, &c);
	run_under(&r, &p);
	/* Bold in a bold paragraph style is not bold (17.7.3). */
	r.on = (r.on & ~both) | (either & both);
	run_under(&r, &st->r);
	if (!(r.set & 1u << RUN_SIZE) || r.size <= 0)
		r.size = 20;
	return r;
}

static int
name_level(const char *s, const char *word)
{
	size_t n = strlen(word);

	if (strncasecmp(s, word, n) != 0)
		return 0;
	s += n + strspn(s + n, " ");
	return s[0] >= '1' && s[0] <= '9' && s[1] == '\0' ? s[0] - '0' : 0;
}

int
styles_heading(const struct styles *st, int style)
{
	const struct style *chain[STYLE_CHAIN];
	int k, level, n = styles_chain(st, style, chain);

	for (k = 0; k < n; k++) {
		if ((level = name_level(chain[k]->name, "heading")) > 0 ||
		    (level = name_level(chain[k]->name, "标题")) > 0)
			return level;
	}
	return 0;
}

bool
styles_title(const struct styles *st, int style)
{
	const struct style *chain[STYLE_CHAIN];
	int k, n = styles_chain(st, style, chain);

	for (k = 0; k < n; k++)
		if (strcasecmp(chain[k]->name, "title") == 0 ||
		    strcasecmp(chain[k]->name, "subtitle") == 0 ||
		    strcmp(chain[k]->name, "标题") == 0 ||
		    strcmp(chain[k]->name, "副标题") == 0)
			return true;
	return false;
}
