/* statistics_chart.c - the charts of 统计: where each bar lies. */
#include "core/statistics.h"
#include "gkht/statistics.h"

/* The chart of months: a drawing area in units of the picture. */
#define LEFT	44
#define TOP	26
#define BASE	216
#define STEP	56
#define BAR	34
#define LINES	4
/* Bars lying down: names end at BAR_LEFT, bars are at most BAR_MAX long. */
#define BAR_LEFT 136
#define BAR_MAX	 200
#define ROW	30
#define SHOWN	12

/* The least 4, 8, 20, 40, 80, 200 ... that holds max. */
static int64_t
scale_of(int64_t max)
{
	static const int steps[] = { 4, 8, 20 };

	for (int64_t ten = 1;; ten *= 10)
		for (int i = 0; i < 3; i++)
			if (max <= steps[i] * ten)
				return steps[i] * ten;
}

static void
lines_show(struct ctx *x, int64_t top)
{
	for (int i = 0; i <= LINES; i++) {
		struct node *l = view_item(x->page, "Page.Lines");
		int y = BASE - (BASE - TOP) * i / LINES;

		view_flag(l, "Axis", i == 0);
		view_int(l, "Y", y);
		view_int(l, "TextY", y + 4);
		view_int(l, "N", top * i / LINES);
	}
}

static void
month_show(struct ctx *x, const struct figures *f, int month, int64_t max,
    int64_t top)
{
	const char *today = day_text(x->mem, clock_today());
	int now = (today[5] - '0') * 10 + today[6] - '0';
	bool this_year = f->period.year == day_year(clock_today());
	int64_t count = f->all.by_month[month - 1];
	int64_t h = (BASE - TOP) * count / top;
	int left = LEFT + 14 + (month - f->period.first) * STEP;
	struct node *n = view_item(x->page, "Page.Months");

	view_int(n, "Month", month);
	view_int(n, "N", count);
	view_int(n, "X", left);
	view_int(n, "Middle", left + BAR / 2);
	view_int(n, "Y", BASE - h);
	view_int(n, "TextY", BASE - h - 7);
	view_int(n, "Height", h);
	view_flag(n, "Most", max > 0 && count == max);
	view_flag(n, "Part", this_year && month == now);
	view_flag(n, "Later", this_year && month > now);
}

void
chart_months(struct ctx *x, const struct figures *f)
{
	int64_t max = 0, top;

	for (int k = f->period.first; k <= f->period.last; k++)
		if (f->all.by_month[k - 1] > max)
			max = f->all.by_month[k - 1];
	top = scale_of(max);
	lines_show(x, top);
	for (int k = f->period.first; k <= f->period.last; k++)
		month_show(x, f, k, max, top);
}

void
chart_bars(struct ctx *x, const char *name, const struct statistics_counts *c)
{
	struct node *chart = view_child(x->page, name);
	int shown = c->n < SHOWN ? c->n : SHOWN;
	int64_t max = 1;

	for (int i = 0; i < c->n; i++)
		if (c->v[i].n > max)
			max = c->v[i].n;
	for (int i = 0; i < c->n; i++) {
		struct node *n = view_item(chart, "Rows");
		int64_t w = BAR_MAX * c->v[i].n / max;

		view_set(n, "Name", c->v[i].name);
		view_int(n, "N", c->v[i].n);
		view_flag(n, "Shown", i < SHOWN);
		view_int(n, "Width", w > 1 ? w : 2);
		view_int(n, "Y", ROW * i + 6);
		view_int(n, "TextY", ROW * i + 20);
		view_int(n, "ValueX", BAR_LEFT + 16 + w);
	}
	view_int(chart, "Height", ROW * shown + 6);
	view_flag(chart, "More", c->n > SHOWN);
}
