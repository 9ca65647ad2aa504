/*
 * view_values.c - filling the values of a page.  The nodes are ClearSilver's,
 * which only reads them while it renders; they and their texts lie in an
 * arena, so a page is filled without malloc() and forgotten without free().
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "web/view.h"
#include "web/view_values.h"

#define DIGITS_MAX	24

struct values {
	HDF root;	/* first: the top of every node leads here */
	struct arena *mem;
};

static HDF *
add(HDF *parent, const char *name, size_t n)
{
	struct arena *m = ((struct values *)parent->top)->mem;
	HDF *h = arena_alloc(m, sizeof(*h));

	h->name = arena_strndup(m, name, n);
	h->name_len = (int)n;
	h->top = parent->top;
	if (parent->child == NULL)
		parent->child = h;
	else
		parent->last_child->next = h;
	parent->last_child = h;
	return h;
}

static HDF *
child(HDF *parent, const char *name, size_t n)
{
	HDF *h;

	for (h = parent->child; h != NULL; h = h->next)
		if ((size_t)h->name_len == n && memcmp(h->name, name, n) == 0)
			return h;
	return add(parent, name, n);
}

/* The node of a path like "Page.Pager.Total", made when missing. */
static HDF *
reach(HDF *at, const char *path)
{
	const char *dot;

	while ((dot = strchr(path, '.')) != NULL) {
		at = child(at, path, (size_t)(dot - path));
		path = dot + 1;
	}
	return child(at, path, strlen(path));
}

static void
put(HDF *h, const char *text)
{
	h->value = arena_strdup(((struct values *)h->top)->mem, text);
}

/* Without the mode in every set of values some constructs would escape
 * nothing. */
static void
start(struct values *v)
{
	v->root = (HDF){ .top = &v->root };
	put(reach(&v->root, "Config.VarEscapeMode"), "html");
}

struct values *
values_new(void)
{
	struct values *v = calloc(1, sizeof(*v));

	if (v == NULL)
		abort();
	v->mem = arena_new();
	start(v);
	return v;
}

void
values_reset(struct values *v)
{
	arena_reset(v->mem);
	start(v);
}

void
values_free(struct values *v)
{
	arena_free(v->mem);
	free(v);
}

HDF *
values_root(struct values *v)
{
	return &v->root;
}

struct values *
values_of(HDF *root)
{
	return (struct values *)root->top;
}

static bool
for_markup(const char *name)
{
	size_t n = strlen(name);

	return n >= 4 && memcmp(name + n - 4, "Html", 4) == 0;
}

/* A value under the wrong kind of name is a hole: no page is worth it. */
static void
set_value(struct node *node, const char *name, const char *text, bool markup)
{
	if (for_markup(name) != markup) {
		log_fail("%s: names of markup, and only those, end in Html",
		    name);
		abort();
	}
	put(reach((HDF *)node, name), text == NULL ? "" : text);
}

/* Numbers are most of what a list is filled with; printf is slow for them. */
static const char *
digits(char text[DIGITS_MAX], int64_t number)
{
	uint64_t n = number < 0 ? -(uint64_t)number : (uint64_t)number;
	char *s = text + DIGITS_MAX - 1;

	*s = '\0';
	do
		*--s = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	if (number < 0)
		*--s = '-';
	return s;
}

void
view_set(struct node *node, const char *name, const char *text)
{
	set_value(node, name, text, false);
}

void
view_int(struct node *node, const char *name, int64_t number)
{
	char text[DIGITS_MAX];

	set_value(node, name, digits(text, number), false);
}

void
view_flag(struct node *node, const char *name, int on)
{
	if (on)
		set_value(node, name, "1", false);
}

void
view_html(struct node *node, const char *name, struct safe_html html)
{
	set_value(node, name, html.s, true);
}

struct node *
view_child(struct node *node, const char *name)
{
	return (struct node *)reach((HDF *)node, name);
}

struct node *
view_item(struct node *node, const char *name)
{
	HDF *list = reach((HDF *)node, name);
	long number = 0;
	char text[DIGITS_MAX];
	const char *s;

	if (list->last_child != NULL)
		number = strtol(list->last_child->name, NULL, 10) + 1;
	else
		put(list, "1");
	s = digits(text, number);
	return (struct node *)add(list, s, strlen(s));
}
