/* demo_fill.c - names, ranges and choices in the patterns. */
#include "gkctl/demo_fill.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"

static void	fill_into(struct demo_scope *, struct buf *, const char *,
		    size_t);

uint64_t
demo_hash(uint64_t h, const char *s)
{
	if (h == 0)
		h = 14695981039346656037u;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

int
demo_draw(uint64_t *state, int lo, int hi)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	z ^= z >> 31;
	return lo + (int)(z % (uint64_t)(hi - lo + 1));
}

static const char *
person(uint64_t *state, bool masked, struct arena *m)
{
	static const char *const family[] = { "王", "李", "张", "刘", "陈",
	    "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
	    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯",
	    "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾",
	    "彭", "吕" };
	static const char *const given[] = { "建国", "志强", "秀英", "文博",
	    "海燕", "立新", "玉兰", "德胜", "晓东", "丽华", "永刚", "春梅",
	    "国栋", "宝山", "淑芬", "振华", "学军", "雅琴", "长青", "俊杰",
	    "桂荣", "明远", "金凤", "凯", "婷", "磊", "静", "伟", "颖",
	    "鹏飞" };
	const char *f = family[demo_draw(state, 0, 39)];

	if (masked)
		return arena_printf(m, "%s**", f);
	return arena_printf(m, "%s%s", f, given[demo_draw(state, 0, 29)]);
}

/* The unit's own people, the same in all its documents: @head, @deputy1 ... */
static const char *
staff(const struct demo_scope *x, const char *post)
{
	uint64_t state = demo_hash(demo_hash(0, x->unit->code), post);

	return person(&state, false, x->mem);
}

/* The next sep outside inner braces, or the end. */
static const char *
part_end(const char *p, const char *sep)
{
	size_t n = strlen(sep);
	int depth = 0;

	for (; *p; p++) {
		if (*p == '{')
			depth++;
		else if (*p == '}')
			depth--;
		else if (depth == 0 && strncmp(p, sep, n) == 0)
			break;
	}
	return p;
}

/* One of a list parted by sep. */
static char *
pick(struct demo_scope *x, const char *list, const char *sep)
{
	size_t n = strlen(sep);
	const char *p, *end;
	int count = 1, k;

	for (p = part_end(list, sep); *p; p = part_end(p + n, sep))
		count++;
	k = demo_draw(&x->state, 0, count - 1);
	for (p = list; k > 0; k--)
		p = part_end(p, sep) + n;
	end = part_end(p, sep);
	return arena_strndup(x->mem, p, (size_t)(end - p));
}

/* "120~380", "1.2~4.5" */
static bool
fill_range(struct demo_scope *x, struct buf *b, const char *s)
{
	const char *dot = strchr(s, '.');
	double lo, hi;
	char tail;
	int v;

	if (sscanf(s, "%lf~%lf%c", &lo, &hi, &tail) != 2 || hi < lo)
		return false;
	if (dot == NULL) {
		buf_printf(b, "%d", demo_draw(&x->state, (int)lo, (int)hi));
		return true;
	}
	v = demo_draw(&x->state, (int)(lo * 10 + .5), (int)(hi * 10 + .5));
	buf_printf(b, "%d.%d", v / 10, v % 10);
	return true;
}

static void
put_date(const struct demo_scope *x, struct buf *b, day_t day, bool year)
{
	int y, mon, d;

	if (sscanf(day_text(x->mem, day), "%d-%d-%d", &y, &mon, &d) != 3)
		return;
	if (year)
		buf_printf(b, "%d年", y);
	buf_printf(b, "%d月%d日", mon, d);
}

/* The month, and the last quarter that was over. */
static bool
fill_season(const struct demo_scope *x, struct buf *b, char what)
{
	static const char *const quarter[] = { "四", "一", "二", "三" };
	int month = (int)strtol(day_text(x->mem, x->made) + 5, NULL, 10);

	if (what == 'm')
		buf_printf(b, "%d", month);
	else
		buf_printf(b, "第%s季度", quarter[(month - 1) / 3]);
	return true;
}

/* y (year), m, q; d (day), md (without year), w (working day); +N or -N. */
static bool
fill_time(struct demo_scope *x, struct buf *b, const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");
	int shift = s[n] ? (int)strtol(s + n, NULL, 10) : 0;
	day_t day;

	if (s[n] != '\0' && s[n] != '+' && s[n] != '-')
		return false;
	if (n == 1 && *s == 'y') {
		buf_printf(b, "%d", day_year(x->made) + shift);
		return true;
	}
	if (n == 1 && (*s == 'm' || *s == 'q'))
		return fill_season(x, b, *s);
	day = x->made + shift;
	if (n == 1 && *s == 'w')
		day = calendar_add(x->calendar, x->made, shift > 0 ? shift : 1);
	else if (!(n == 1 && *s == 'd') && !(n == 2 && strncmp(s, "md", 2) == 0))
		return false;
	put_date(x, b, day, n == 1);
	return true;
}

/* "A；B" as numbered paragraphs （一）A。（二）B。 */
static char *
duties(const struct demo_scope *x)
{
	static const char *const number[] = { "一", "二", "三", "四", "五",
	    "六", "七", "八", "九", "十" };
	const char *p = x->unit->duties, *end;
	struct buf b = buf_new(x->mem);
	int i;

	for (i = 0; i < 10 && *p; i++) {
		end = strstr(p, "；");
		if (end == NULL)
			end = p + strlen(p);
		buf_printf(&b, "（%s）%.*s。\n", number[i], (int)(end - p), p);
		p = *end ? end + strlen("；") : end;
	}
	return b.s;
}

static const char *
unit_fact(const struct demo_scope *x, const char *name)
{
	const struct { const char *name, *value; } facts[] = {
		{ "unit", x->unit->name }, { "short", x->unit->short_name },
		{ "sign", x->unit->sign }, { "address", x->unit->address },
		{ "postcode", x->unit->postcode }, { "phone", x->unit->phone },
		{ "fax", x->unit->fax }, { "email", x->unit->email },
		{ "code", x->unit->code }, { "no", x->no },
	};
	size_t i;

	if (strcmp(name, "duties") == 0)
		return duties(x);
	for (i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (strcmp(name, facts[i].name) == 0)
			return facts[i].value;
	return NULL;
}

static const char *
let_value(const struct demo_scope *x, const char *name)
{
	int i;

	for (i = 0; i < x->text->n_lets; i++)
		if (strcmp(x->text->let[i].name, name) == 0)
			return x->let[i];
	return NULL;
}

/* "a+b+3": names and numbers; false when one is unknown. */
static bool
fill_sum(struct demo_scope *x, struct buf *b, const char *s)
{
	char *copy = arena_strdup(x->mem, s), *word;
	const char *v;
	int sum = 0, sign = 1;
	char op;

	while (*copy) {
		word = copy;
		copy += strcspn(copy, "+-");
		op = *copy;
		if (op)
			*copy++ = '\0';
		v = isdigit((unsigned char)*word) ? word : let_value(x, word);
		if (v == NULL || !isdigit((unsigned char)*v))
			return false;
		sum += sign * (int)strtol(v, NULL, 10);
		sign = op == '-' ? -1 : 1;
	}
	buf_printf(b, "%d", sum);
	return true;
}

/* @person @masked @place @duty... and the unit's staff. */
static bool
fill_drawn(struct demo_scope *x, struct buf *b, const char *s)
{
	if (strcmp(s, "@person") == 0 || strcmp(s, "@masked") == 0)
		buf_puts(b, person(&x->state, s[1] == 'm', x->mem));
	else if (strcmp(s, "@place") == 0)
		buf_puts(b, pick(x, x->unit->places, "、"));
	else
		buf_puts(b, staff(x, s + 1));
	return true;
}

/* "first=>second=>third": the one for that many amendments, or the last. */
static void
fill_version(struct demo_scope *x, struct buf *b, const char *s)
{
	const char *end;
	int i;

	for (i = 0; (end = strstr(s, "=>")) != NULL && i < x->amended; i++)
		s = end + 2;
	fill_into(x, b, s, end ? (size_t)(end - s) : strlen(s));
}

static bool
fill_braces(struct demo_scope *x, struct buf *b, char *s)
{
	const char *v;

	if (strstr(s, "=>") != NULL) {
		fill_version(x, b, s);
		return true;
	}
	if (*s == '@')
		return fill_drawn(x, b, s);
	if (strchr(s, '/') != NULL) {
		v = pick(x, s, "/");
		fill_into(x, b, v, strlen(v));
	} else if ((v = let_value(x, s)) != NULL || (v = unit_fact(x, s)) != NULL)
		buf_puts(b, v);
	else
		return fill_range(x, b, s) || fill_time(x, b, s) ||
		    fill_sum(x, b, s);
	return true;
}

static const char *
close_brace(const char *p, const char *end)
{
	int depth = 0;

	for (; p < end; p++)
		if (*p == '{')
			depth++;
		else if (*p == '}' && --depth == 0)
			return p;
	return NULL;
}

static void
fill_into(struct demo_scope *x, struct buf *b, const char *s, size_t n)
{
	const char *end = s + n, *close;
	char *inner;

	for (; s < end; s++) {
		if (*s != '{') {
			buf_putc(b, *s);
			continue;
		}
		if ((close = close_brace(s, end)) == NULL)
			fatal("demo text %s: a brace is not closed: %.60s",
			    x->text->name, s);
		inner = arena_strndup(x->mem, s + 1, (size_t)(close - s) - 1);
		if (!fill_braces(x, b, inner))
			fatal("demo text %s: {%s} is not known", x->text->name,
			    inner);
		s = close;
	}
}

char *
demo_fill(struct demo_scope *x, const char *part, const char *s)
{
	struct buf b = buf_new(x->mem);

	x->state = demo_hash(x->seed, part);
	fill_into(x, &b, s, strlen(s));
	return b.s;
}

/* "@by jyj=A, wjw=B": what stands for the unit. */
static const char *
by_unit(const struct demo_scope *x, const char *list)
{
	const char *key = arena_printf(x->mem, " %s=", x->unit->code);
	const char *p = strstr(list, key), *end;

	if (p == NULL)
		fatal("demo text %s: nothing for %s", x->text->name,
		    x->unit->code);
	p += strlen(key);
	end = strstr(p, ", ");
	return arena_strndup(x->mem, p, end ? (size_t)(end - p) : strlen(p));
}

void
demo_fill_open(struct demo_scope *x, struct arena *m)
{
	const char *v;
	int i;

	x->mem = m;
	for (i = 0; i < x->text->n_lets; i++) {
		v = x->text->let[i].value;
		if (strncmp(v, "@by ", 4) == 0)
			v = by_unit(x, v);
		/* A bare value is written like the inside of braces. */
		if (strchr(v, '{') == NULL && (strpbrk(v, "~/+-@") != NULL))
			v = arena_printf(m, "{%s}", v);
		x->let[i] = demo_fill(x, x->text->let[i].name, v);
	}
}
