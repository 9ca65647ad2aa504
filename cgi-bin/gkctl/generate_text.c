/* generate_text.c - see generate_text.h. */
#include "gkctl/generate_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"
#include "gkctl/table.h"

#define LISTS	   64
#define KIND_PARTS 8
#define SHORTEST   300		/* characters of a body */
#define LONGEST	   720
#define SUMMARY	   80
#define DEEP	   8

struct list { const char *name; int n, room; const char **line; };

struct generate_lists { int n; struct list v[LISTS]; };

struct scope {
	const struct generate_lists *all;
	const struct demo_unit *unit;
	day_t made;
	uint64_t state;
	struct buf *out;
	struct arena *m;
};

static struct list *
list_open(struct generate_lists *g, const char *name)
{
	if (g->n == LISTS)
		fatal("generate.txt: too many lists");
	g->v[g->n].name = name;
	return &g->v[g->n++];
}

static void
line_add(struct list *l, const char *line, struct arena *m)
{
	const char **more;

	if (l->n == l->room) {
		l->room = l->room == 0 ? 32 : 2 * l->room;
		more = arena_calloc(m, (size_t)l->room, sizeof(*more));
		if (l->n > 0)
			memcpy(more, l->line, (size_t)l->n * sizeof(*more));
		l->line = more;
	}
	l->line[l->n++] = line;
}

enum rc
generate_load(const char *path, struct generate_lists **out, struct arena *m)
{
	char *text = table_slurp(path, m), *line;
	struct list *l = NULL;

	if (text == NULL)
		return RC_FAIL;
	*out = arena_alloc(m, sizeof(**out));
	while ((line = strsep(&text, "\n")) != NULL) {
		if (*line == '\0' || *line == '#')
			continue;
		if (strncmp(line, "%% ", 3) == 0)
			l = list_open(*out, line + 3);
		else if (l != NULL)
			line_add(l, line, m);
	}
	return (*out)->n > 0 ? RC_OK : RC_INVALID;
}

static const struct list *
list_of(const struct generate_lists *g, const char *name, size_t n)
{
	int k;

	for (k = 0; k < g->n; k++)
		if (strlen(g->v[k].name) == n && g->v[k].n > 0 &&
		    strncmp(g->v[k].name, name, n) == 0)
			return &g->v[k];
	fatal("generate.txt: there is no list {%.*s}", (int)n, name);
}

/* What is usual comes often: of topics and places the lowest of three. */
static const char *
choose(struct scope *x, const struct list *l)
{
	int k = demo_draw(&x->state, 0, l->n - 1), i, other;

	if (strcmp(l->name, "topic") == 0 || strcmp(l->name, "place") == 0)
		for (i = 0; i < 2; i++) {
			other = demo_draw(&x->state, 0, l->n - 1);
			k = other < k ? other : k;
		}
	return l->line[k];
}

/* Facts of the document; false when it is none of them. */
static bool
fact(struct scope *x, const char *name, size_t n)
{
	const struct { const char *name, *value; } facts[] = {
		{ "unit", x->unit->name }, { "short", x->unit->short_name },
		{ "sign", x->unit->sign },
	};
	const char *day;
	size_t k;

	for (k = 0; k < sizeof(facts) / sizeof(facts[0]); k++)
		if (strlen(facts[k].name) == n &&
		    strncmp(facts[k].name, name, n) == 0) {
			buf_puts(x->out, facts[k].value);
			return true;
		}
	day = day_text(x->m, x->made);
	if (strncmp(name, "year", n) == 0)
		buf_printf(x->out, "%.4s", day);
	else if (strncmp(name, "month", n) == 0)
		buf_printf(x->out, "%ld", strtol(day + 5, NULL, 10));
	else if (strncmp(name, "day", n) == 0)
		buf_printf(x->out, "%ld", strtol(day + 8, NULL, 10));
	else
		return false;
	return true;
}

static void
fill(struct scope *x, const char *s, int deep)
{
	const char *end;
	int lo, hi;

	if (deep > DEEP)
		fatal("generate.txt: {} inside {} without end");
	for (; *s != '\0'; s++) {
		if (*s != '{') {
			buf_putc(x->out, *s);
			continue;
		}
		if ((end = strchr(s, '}')) == NULL)
			fatal("generate.txt: no } in %s", s);
		if (sscanf(s, "{%d~%d}", &lo, &hi) == 2)
			buf_printf(x->out, "%d",
			    demo_draw(&x->state, lo, hi));
		else if (!fact(x, s + 1, (size_t)(end - s - 1)))
			fill(x, choose(x, list_of(x->all, s + 1,
			    (size_t)(end - s - 1))), deep + 1);
		s = end;
	}
}

static char *
filled(struct scope *x, const char *pattern)
{
	struct buf b = buf_new(x->m);

	x->out = &b;
	fill(x, pattern, 0);
	return b.s;
}

static char *
line_of(struct scope *x, const char *list)
{
	return filled(x, choose(x, list_of(x->all, list, strlen(list))));
}

static char *
body_of(struct scope *x, char *const part[KIND_PARTS])
{
	static const char *const number[] = { "一", "二", "三", "四", "五",
	    "六", "七", "八", "九", "十", "十一", "十二" };
	size_t wanted = (size_t)demo_draw(&x->state, SHORTEST, LONGEST);
	const struct list *own = list_of(x->all, part[6], strlen(part[6]));
	const struct list *l = own, *more = list_of(x->all, "item_work", 9);
	int k, at = demo_draw(&x->state, 0, own->n - 1);
	struct buf b = buf_new(x->m);

	buf_puts(&b, line_of(x, part[5]));
	/* each once, then of those that suit any document */
	for (k = 0; text_length(b.s) < wanted && k < 12; k++, at++) {
		if (k == own->n)
			l = more;
		buf_printf(&b, "\n\n%s、%s", number[k],
		    filled(x, l->line[at % l->n]));
	}
	buf_printf(&b, "\n\n%s", line_of(x, part[7]));
	return b.s;
}

void
generate_document(const struct generate_lists *g, uint64_t seed,
    const struct demo_unit *unit, day_t made, struct generated *out,
    struct arena *m)
{
	struct scope x = { .all = g, .unit = unit, .made = made,
	    .state = seed, .m = m };
	char *line = arena_strdup(m, choose(&x, list_of(g, "kind", 4)));
	char *part[KIND_PARTS], *s = line;
	int k;

	for (k = 0; k < KIND_PARTS; k++)
		if ((part[k] = strsep(&s, "|")) == NULL)
			fatal("generate.txt: a kind has %d parts", k);
	*out = (struct generated){ .category = part[0], .theme = part[1],
	    .kind = part[2], .numbered = *part[3] == '1' };
	out->title = filled(&x, part[4]);
	out->body = body_of(&x, part);
	out->summary = text_cut(m, strstr(out->body, "一、"), SUMMARY);
}
