/* numbering.c - lists, levels, overrides, restarts. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "richtext/numbering.h"
#include "richtext/ordinal.h"

static const char *
level_format(const struct node *n)
{
	const struct node *k;
	const char *v = xml_val(n, w_numFmt);

	if (v == NULL && (k = xml_child(n, mc_AlternateContent)) != NULL)
		v = xml_val(xml_child(k, mc_Fallback), w_numFmt);
	return v != NULL ? v : "decimal";
}

static char
suffix_of(const char *v)
{
	if (v == NULL || strcmp(v, "tab") == 0)
		return '\t';
	return strcmp(v, "space") == 0 ? ' ' : '\0';
}

static const char *
copy(const char *s, struct arena *m)
{
	return s != NULL ? arena_strdup(m, s) : NULL;
}

static void
level_read(struct num_level *l, const struct node *n,
    const struct styles *st, struct arena *m)
{
	const char *v;

	l->set = true;
	l->start = 0;
	xml_int(xml_val(n, w_start), &l->start);
	l->restart.set = xml_int(xml_val(n, w_lvlRestart), &l->restart.v);
	l->legal = xml_on(xml_child(n, w_isLgl));
	l->picture = xml_child(n, w_lvlPicBulletId) != NULL;
	l->format = arena_strdup(m, level_format(n));
	v = xml_val(n, w_lvlText);
	l->text = arena_strdup(m, v != NULL ? v : "");
	l->style = copy(xml_val(n, w_pStyle), m);
	l->suffix = suffix_of(xml_val(n, w_suff));
	styles_para(st, &l->p, xml_child(n, w_pPr));
}

static int
level_index(const struct node *n)
{
	int k = 0;

	if (!xml_int(xml_attr(n, "ilvl"), &k) || k < 0 ||
	    k >= NUMBERING_LEVELS)
		return -1;
	return k;
}

static void
abstract_add(struct numbering *nb, const struct node *n,
    const struct styles *st, struct arena *m)
{
	struct num_abstract *a = &nb->abstract[nb->n_abstract];
	const struct node *k;
	int i;

	if (!xml_int(xml_attr(n, "abstractNumId"), &a->id))
		return;
	a->count = nb->n_abstract++;
	a->link = copy(xml_val(n, w_numStyleLink), m);
	a->style = copy(xml_val(n, w_styleLink), m);
	for (k = n->children; k != NULL; k = k->next)
		if (xml_tag(k) == w_lvl && (i = level_index(k)) >= 0)
			level_read(&a->lvl[i], k, st, m);
}

static void
override_read(struct num *v, const struct node *n,
    const struct styles *st, struct arena *m)
{
	const struct node *lvl = xml_child(n, w_lvl);
	int i = level_index(n);

	if (i < 0)
		return;
	v->start[i].set = xml_int(xml_val(n, w_startOverride),
	    &v->start[i].v);
	if (lvl != NULL)
		level_read(&v->lvl[i], lvl, st, m);
}

static int
abstract_find(const struct numbering *nb, int id)
{
	int k;

	/* Most writers count them as they write them. */
	if (id >= 0 && id < nb->n_abstract && nb->abstract[id].id == id)
		return id;
	for (k = 0; k < nb->n_abstract; k++)
		if (nb->abstract[k].id == id)
			return k;
	return -1;
}

static void
num_add(struct numbering *nb, const struct node *n,
    const struct styles *st, struct arena *m)
{
	struct num *v = &nb->num[nb->n_num];
	const struct node *k;
	int id;

	if (!xml_int(xml_attr(n, "numId"), &v->id) ||
	    !xml_int(xml_val(n, w_abstractNumId), &id))
		return;
	v->place = nb->n_num++;
	v->abstract = abstract_find(nb, id);
	for (k = n->children; k != NULL; k = k->next)
		if (xml_tag(k) == w_lvlOverride)
			override_read(v, k, st, m);
}

/* Of two with one id the first counts. */
static int
num_compare(const void *a, const void *b)
{
	const struct num *x = a, *y = b;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static struct num *
num_find(const struct numbering *nb, int id)
{
	int low = 0, high = nb->n_num, k;

	while (low < high) {
		k = (low + high) / 2;
		if (nb->num[k].id < id)
			low = k + 1;
		else
			high = k;
	}
	return low < nb->n_num && nb->num[low].id == id &&
	    nb->num[low].abstract >= 0 ? &nb->num[low] : NULL;
}

/* The list that a numbering style stands for. */
static int
link_target(const struct numbering *nb, const char *link,
    const struct styles *st)
{
	const struct style *chain[STYLE_CHAIN];
	const struct num *v;
	int k, n;

	for (k = 0; k < nb->n_abstract; k++)
		if (nb->abstract[k].style != NULL &&
		    strcmp(nb->abstract[k].style, link) == 0)
			return k;
	n = styles_chain(st, styles_find(st, link), chain);
	for (k = 0; k < n; k++)
		if (chain[k]->p.num_id.set &&
		    (v = num_find(nb, chain[k]->p.num_id.v)) != NULL)
			return v->abstract;
	return -1;
}

static void
link_resolve(struct numbering *nb, const struct styles *st)
{
	int k, to;

	for (k = 0; k < nb->n_abstract; k++) {
		struct num_abstract *a = &nb->abstract[k];

		if (a->link == NULL || a->lvl[0].set)
			continue;
		if ((to = link_target(nb, a->link, st)) < 0)
			continue;
		memcpy(a->lvl, nb->abstract[to].lvl, sizeof a->lvl);
		a->count = to;
	}
}

void
numbering_read(struct numbering *nb, const struct node *root,
    const struct styles *st, struct arena *m)
{
	const struct node *n;
	size_t abstracts = 0, nums = 0;

	memset(nb, 0, sizeof *nb);
	if (root == NULL)
		return;
	for (n = root->children; n != NULL; n = n->next) {
		abstracts += xml_tag(n) == w_abstractNum;
		nums += xml_tag(n) == w_num;
	}
	nb->abstract = arena_calloc(m, abstracts + 1, sizeof *nb->abstract);
	nb->num = arena_calloc(m, nums + 1, sizeof *nb->num);
	for (n = root->children; n != NULL; n = n->next)
		if (xml_tag(n) == w_abstractNum)
			abstract_add(nb, n, st, m);
	for (n = root->children; n != NULL; n = n->next)
		if (xml_tag(n) == w_num)
			num_add(nb, n, st, m);
	if (nb->n_num > 0)
		qsort(nb->num, (size_t)nb->n_num, sizeof *nb->num,
		    num_compare);
	link_resolve(nb, st);
}

static const struct num_level *
level_of(const struct numbering *nb, const struct num *v, int level)
{
	const struct num_level *l;

	if (level < 0 || level >= NUMBERING_LEVELS)
		return NULL;
	if (v->lvl[level].set)
		return &v->lvl[level];
	l = &nb->abstract[v->abstract].lvl[level];
	return l->set ? l : NULL;
}

const struct num_level *
numbering_level(const struct numbering *nb, int num, int level)
{
	const struct num *v = num_find(nb, num);

	return v != NULL ? level_of(nb, v, level) : NULL;
}

int
numbering_style_level(const struct numbering *nb, int num, const char *style)
{
	const struct num_level *l;
	int k;

	for (k = 0; k < NUMBERING_LEVELS; k++) {
		l = numbering_level(nb, num, k);
		if (l != NULL && l->style != NULL &&
		    strcmp(l->style, style) == 0)
			return k;
	}
	return 0;
}

static int
start_of(const struct numbering *nb, const struct num *v,
    const struct num_counter *c, int level)
{
	const struct num_level *l = level_of(nb, v, level);

	if (c->from[level])
		return c->start[level];
	return l != NULL ? l->start : 0;
}

static void
count_up(const struct numbering *nb, struct num *v, struct num_counter *c,
    int level)
{
	const struct num_level *l;
	int k;

	if (v->start[level].set && !v->started[level]) {
		v->started[level] = true;
		c->on[level] = false;
		c->from[level] = true;
		c->start[level] = v->start[level].v;
	}
	if (c->on[level])
		c->at[level] += c->at[level] < 1 << 30;
	else
		c->at[level] = start_of(nb, v, c, level);
	c->on[level] = true;
	for (k = level + 1; k < NUMBERING_LEVELS; k++) {
		l = level_of(nb, v, k);
		if (l == NULL || !l->restart.set || (l->restart.v != 0 &&
		    level < l->restart.v))
			c->on[k] = false;
	}
	for (k = 0; k < level; k++)
		if (!c->on[k]) {
			c->on[k] = true;
			c->at[k] = start_of(nb, v, c, k);
		}
}

static void
put_number(struct buf *b, const struct numbering *nb, const struct num *v,
    const struct num_counter *c, int level, bool legal)
{
	const struct num_level *l = level_of(nb, v, level);
	const char *format = l != NULL ? l->format : "decimal";

	if (strcmp(format, "bullet") == 0)
		return;
	if (legal && strcmp(format, "none") != 0)
		format = "decimal";
	ordinal_put(b, c->on[level] ? c->at[level]
	    : start_of(nb, v, c, level), format);
}

struct label
numbering_next(struct numbering *nb, int num, int level, struct arena *m)
{
	struct num *v = num_find(nb, num);
	const struct num_level *l = v != NULL ? level_of(nb, v, level) : NULL;
	struct label out = { 0 };
	struct num_counter *c;
	struct buf b = buf_new(m);
	const char *s;

	if (l == NULL)
		return out;
	out.list = nb->abstract[v->abstract].count;
	c = &nb->abstract[out.list].c;
	count_up(nb, v, c, level);
	out.suffix = l->suffix;
	out.format = l->format;
	out.pattern = l->text;
	out.number = c->at[level];
	out.bullet = strcmp(l->format, "bullet") == 0;
	if (out.bullet) {
		out.text = *l->text != '\0' || l->picture ? "•" : "";
		return out;
	}
	for (s = l->text; *s != '\0'; s++)
		if (*s == '%' && s[1] >= '1' && s[1] <= '9')
			put_number(&b, nb, v, c, *++s - '1', l->legal);
		else
			buf_putc(&b, *s);
	out.text = b.s;
	return out;
}
