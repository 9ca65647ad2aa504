/* styles.c - finds styles and resolves what they are based on. */
#include <string.h>
#include <strings.h>

#include "richtext/styles.h"
#include "richtext/table_style.h"

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
style_add(struct styles *st, const struct node *n, struct arena *m)
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
	styles_para(st, &s->p, xml_child(n, w_pPr));
	styles_run(st, &s->r, xml_child(n, w_rPr));
	if (type != NULL && strcmp(type, "table") == 0)
		s->table = table_style_read(st, n, m);
	if (def == NULL || (strcmp(def, "1") != 0 && strcmp(def, "true") != 0))
		return;
	if (s->is_paragraph)
		st->normal = st->n - 1;
	else if (s->table != NULL)
		st->table = st->n - 1;
}

static void
chains_flatten(struct styles *st)
{
	const struct style *chain[STYLE_CHAIN];
	int i, k, n;

	for (i = 0; i < st->n; i++) {
		n = styles_chain(st, i, chain);
		for (k = 0; k < n; k++)
			styles_run_under(&st->v[i].all, &chain[k]->r);
	}
}

void
styles_read(struct styles *st, const struct node *root, struct arena *m)
{
	const struct node *n, *def;
	size_t count = 0;

	st->normal = st->table = -1;
	if (root == NULL)
		return;
	for (n = root->children; n != NULL; n = n->next)
		count += xml_tag(n) == w_style;
	st->v = arena_calloc(m, count + 1, sizeof *st->v);
	for (n = root->children; n != NULL; n = n->next)
		if (xml_tag(n) == w_style)
			style_add(st, n, m);
	style_index(st, m);
	chains_flatten(st);
	def = xml_child(root, w_docDefaults);
	styles_para(st, &st->p, xml_child(xml_child(def, w_pPrDefault), w_pPr));
	styles_run(st, &st->r, xml_child(xml_child(def, w_rPrDefault), w_rPr));
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

struct run_props
styles_effective(const struct styles *st, int para, int run,
    const struct run_props *table, const struct run_props *direct)
{
	static const struct run_props none;
	const unsigned toggles = (1u << RUN_TOGGLES) - 1;
	const struct run_props *p = para >= 0 ? &st->v[para].all : &none;
	const struct run_props *c = run >= 0 ? &st->v[run].all : &none;
	const struct run_props *t = table != NULL ? table : &none;
	struct run_props r = *direct;
	unsigned said = (t->set | p->set | c->set) & toggles & ~direct->set;

	styles_run_under(&r, c);
	styles_run_under(&r, p);
	styles_run_under(&r, t);
	/* Bold in a bold paragraph style is not bold (17.7.3). */
	r.on = (r.on & ~said) | ((t->on ^ p->on ^ c->on) & said);
	styles_run_under(&r, &st->r);
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
