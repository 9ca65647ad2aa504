/* look.c - the table of classes; fonts, sizes and colours as classes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "richtext/look.h"

#define CLASSES_MAX 1500
#define SLOTS	    4096
#define COLORS	    512		/* eight levels of red, green and blue */
#define HALVES	    16		/* indents by half characters up to 8 ... */
#define WIDEST	    20		/* ... then by characters */

static struct {
	char name[16];
	unsigned char family;
	unsigned short value;
} class[CLASSES_MAX];
static int n_class, first[LOOK__MAX], counts[LOOK__MAX];
static unsigned short slots[SLOTS];

static const unsigned short named_sizes[] = {
	84, 72, 52, 48, 44, 36, 32, 30, 28, 24, 21, 18, 15, 13, 11, 10
};
#define NAMED (sizeof named_sizes / sizeof named_sizes[0])
static unsigned short sizes[128];	/* half points, by value - 1 */

/* Half points above or below the line; whole lines away, it hardly matters. */
static const unsigned char raises[] = {
	1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 30, 36, 48
};
#define RAISES ((int)(sizeof raises / sizeof raises[0]))

static unsigned
name_hash(const char *s, size_t n)
{
	unsigned h = 5381;

	for (; n > 0; n--)
		h = h * 33 + (unsigned char)*s++;
	return h;
}

static void
add(enum look_family f, const char *name)
{
	unsigned h = name_hash(name, strlen(name));

	if (n_class == CLASSES_MAX)
		abort();
	if (counts[f] == 0)
		first[f] = n_class;
	snprintf(class[n_class].name, sizeof class[0].name, "%s", name);
	class[n_class].family = (unsigned char)f;
	class[n_class].value = (unsigned short)++counts[f];
	while (slots[h % SLOTS] != 0)
		h++;
	slots[h % SLOTS] = (unsigned short)++n_class;
}

static void
add_list(enum look_family f, const char *names)
{
	char name[16];
	int n;

	for (; sscanf(names, "%15s%n", name, &n) == 1; names += n)
		add(f, name);
}

/* prefix-h, -1, -1h, ... -8, then -9 ... -20. */
static void
add_widths(enum look_family f, const char *prefix)
{
	char name[16];
	int k;

	for (k = 1; k <= HALVES; k++) {
		if (k == 1)
			snprintf(name, sizeof name, "%s-h", prefix);
		else
			snprintf(name, sizeof name, "%s-%d%s", prefix, k / 2,
			    k % 2 ? "h" : "");
		add(f, name);
	}
	for (k = HALVES / 2 + 1; k <= WIDEST; k++) {
		snprintf(name, sizeof name, "%s-%d", prefix, k);
		add(f, name);
	}
}

static bool
is_named_size(unsigned half_points)
{
	size_t k;

	for (k = 0; k < NAMED; k++)
		if (named_sizes[k] == half_points)
			return true;
	return false;
}

static void
add_sizes(void)
{
	char name[16];
	unsigned k, step;

	add_list(LOOK_SIZE, "zh-0 zh-0s zh-1 zh-1s zh-2 zh-2s zh-3 zh-3s zh-4"
	    " zh-4s zh-5 zh-5s zh-6 zh-6s zh-7 zh-8");
	memcpy(sizes, named_sizes, sizeof named_sizes);
	for (k = 12; k <= 288; k += step) {
		step = k < 48 ? 1 : k < 80 ? 2 : k < 144 ? 4 : 16;
		if (is_named_size(k))
			continue;
		snprintf(name, sizeof name, "fs-%u", k);
		sizes[counts[LOOK_SIZE]] = (unsigned short)k;
		add(LOOK_SIZE, name);
	}
}

static void
add_raises(const char *prefix)
{
	char name[16];
	int k;

	for (k = 0; k < RAISES; k++) {
		snprintf(name, sizeof name, "%s-%d", prefix, raises[k]);
		add(LOOK_RAISE, name);
	}
}

static void
add_octal(enum look_family f, const char *prefix, int count, int digits)
{
	char name[16];
	int k;

	for (k = 0; k < count; k++) {
		snprintf(name, sizeof name, digits == 3 ? "%s-%03o" : "%s-%x",
		    prefix, k);
		add(f, name);
	}
}

static void
add_hundredths(enum look_family f, const char *prefix)
{
	char name[16];
	int k;

	for (k = 1; k < 100; k++) {
		snprintf(name, sizeof name, "%s-%d", prefix, k);
		add(f, name);
	}
}

static void
fill(void)
{
	if (n_class > 0)
		return;
	add_list(LOOK_ALIGN, "ta-l ta-c ta-r ta-j ta-d");
	add(LOOK_FIRST, "ti-0");
	add_widths(LOOK_FIRST, "ti");
	add_widths(LOOK_FIRST, "hi");
	add_widths(LOOK_LEFT, "pl");
	add_widths(LOOK_RIGHT, "pr");
	add_widths(LOOK_ABOVE, "sa");
	add_widths(LOOK_BELOW, "sb");
	add(LOOK_PAGE, "np");
	add_list(LOOK_FONT, "ff-song ff-xbs ff-hei ff-kai ff-fang ff-li");
	add_sizes();
	add_list(LOOK_PART, "sign rule nb tw gw-t gw-n gw-h gw-e");
	add(LOOK_COLOR, "red");
	add_octal(LOOK_COLOR, "c", COLORS, 3);
	add_octal(LOOK_BACK, "bg", COLORS, 3);
	add_list(LOOK_MARKS, "em-dot em-comma em-ring em-under");
	add_list(LOOK_LINE, "u-dbl u-wave u-dot u-dash");
	add_list(LOOK_CAPS, "caps caps-s");
	add_raises("up");
	add_raises("dn");
	add(LOOK_TWIN, "twin");
	add_list(LOOK_VALIGN, "va-t va-m va-b");
	add_octal(LOOK_BORDER, "bd", 16, 1);
	add_hundredths(LOOK_WIDTH, "cw");
}

int
look_count(enum look_family f)
{
	fill();
	return counts[f];
}

const char *
look_name(enum look_family f, int value)
{
	fill();
	return class[first[f] + value - 1].name;
}

bool
look_add(struct look *l, const char *name, size_t n)
{
	unsigned h;
	int k;

	fill();
	if (n >= sizeof class[0].name)
		return false;
	for (h = name_hash(name, n); (k = slots[h % SLOTS]) != 0; h++) {
		k--;
		if (strlen(class[k].name) != n ||
		    memcmp(class[k].name, name, n) != 0)
			continue;
		if (l->v[class[k].family] == 0)
			l->v[class[k].family] = class[k].value;
		return true;
	}
	return false;
}

struct look
look_over(struct look strong, struct look weak)
{
	int k;

	for (k = 0; k < LOOK__MAX; k++)
		if (strong.v[k] == 0)
			strong.v[k] = weak.v[k];
	return strong;
}

bool
look_none(const struct look *l)
{
	static const struct look none;

	return look_same(l, &none);
}

bool
look_same(const struct look *a, const struct look *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

enum look_font
look_font(const char *name)
{
	/* 仿宋 before 宋: the first that is found in the name decides. */
	static const struct {
		const char *part;
		enum look_font font;
	} parts[] = {
		{ "仿宋", FONT_FANG }, { "fangsong", FONT_FANG },
		{ "楷体", FONT_KAI }, { "kaiti", FONT_KAI },
		{ "楷书", FONT_KAI }, { "stkai", FONT_KAI },
		{ "小标宋", FONT_XBS }, { "xiaobiaosong", FONT_XBS },
		{ "黑体", FONT_HEI }, { "simhei", FONT_HEI },
		{ "heiti", FONT_HEI }, { "微软雅黑", FONT_HEI },
		{ "yahei", FONT_HEI }, { "宋体", FONT_SONG },
		{ "simsun", FONT_SONG }, { "songti", FONT_SONG },
		{ "中宋", FONT_SONG }, { "zhongsong", FONT_SONG },
		{ "书宋", FONT_SONG }, { "隶书", FONT_LI },
		{ "lisu", FONT_LI }, { "标宋", FONT_XBS },
	};
	size_t k;

	for (k = 0; k < sizeof parts / sizeof parts[0]; k++)
		if (strcasestr(name, parts[k].part) != NULL)
			return parts[k].font;
	return FONT_NONE;
}

int
look_of_size(int half_points)
{
	int k, best = 0;
	double r, least = 1e9;

	fill();
	for (k = 0; k < counts[LOOK_SIZE]; k++) {
		r = (double)sizes[k] / (half_points > 0 ? half_points : 1);
		if (r < 1)
			r = 1 / r;
		if (r < least) {
			least = r;
			best = k;
		}
	}
	return best + 1;
}

int
look_size(int value)
{
	fill();
	return value > 0 ? sizes[value - 1] : 0;
}

int
look_of_raise(int half_points)
{
	int k, best = 0, far = abs(half_points);

	if (far == 0)
		return 0;
	for (k = 1; k < RAISES; k++)
		if (abs(raises[k] - far) < abs(raises[best] - far))
			best = k;
	return best + 1 + (half_points < 0 ? RAISES : 0);
}

int
look_raise(int value)
{
	return value == 0 ? 0 : value <= RAISES ? raises[value - 1]
	    : -raises[value - 1 - RAISES];
}

static int
nearest(unsigned char c, const unsigned char levels[8])
{
	int k, best = 0;

	for (k = 1; k < 8; k++)
		if (abs(levels[k] - c) < abs(levels[best] - c))
			best = k;
	return best;
}

static int
grid(uint32_t rgb, const unsigned char levels[8])
{
	return nearest((unsigned char)(rgb >> 16), levels) * 64 +
	    nearest((unsigned char)(rgb >> 8), levels) * 8 +
	    nearest((unsigned char)rgb, levels);
}

/* The stylesheet has the same levels. */
int
look_of_color(uint32_t rgb)
{
	static const unsigned char levels[8] = {
		0, 36, 73, 112, 146, 182, 219, 255
	};

	return 2 + grid(rgb, levels);
}

/* Shades behind text are mostly pale: there the levels are close. */
int
look_of_back(uint32_t rgb)
{
	static const unsigned char levels[8] = {
		0, 64, 128, 176, 208, 226, 242, 255
	};

	return 1 + grid(rgb, levels);
}

/* 1 ... HALVES + WIDEST - HALVES / 2, or 0. */
static int
width(int chars)
{
	int k = (chars + 25) / 50;

	if (chars < 25)
		return 0;
	if (k <= HALVES)
		return k;
	k = (chars + 50) / 100;
	return HALVES + (k > WIDEST ? WIDEST : k) - HALVES / 2;
}

int
look_of_first(int chars)
{
	if (chars >= 0)
		return chars < 25 ? 0 : LOOK_TI_0 + width(chars);
	return chars > -25 ? 0
	    : LOOK_TI_0 + HALVES + WIDEST - HALVES / 2 + width(-chars);
}

int
look_of_left(int chars)
{
	return width(chars);
}

int
look_of_right(int chars)
{
	return width(chars);
}

int
look_of_space(int chars)
{
	return width(chars);
}

int
look_of_width(double hundredths)
{
	int k = (int)(hundredths + .5);

	return k < 1 ? 1 : k < 100 ? k : 0;
}
