/* statistics.c - 统计: what the unit published, as charts and tables. */
#include "core/answered.h"
#include "core/statistics.h"
#include "gkht/blank.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"

enum { S_YEAR };

const struct field statistics_fields[] = {
	[S_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	{ 0 }
};

/* The chart of months: a drawing area in units of the picture. */
#define LEFT	44
#define TOP	26
#define BASE	216
#define STEP	56
#define BAR	34
#define LINES	4
/* The chart of categories: bars from BAR_LEFT, at most BAR_MAX long. */
#define BAR_MAX	 210
#define ROW	30
#define SHOWN	12

static void
years_show(struct ctx *x, int first, int chosen)
{
	int now = day_year(clock_today());

	for (int y = now; y >= (first > 0 && first < now ? first : now); y--) {
		struct node *o = view_item(x->page, "Page.Years");

		view_int(o, "Year", y);
		view_flag(o, "On", y == chosen);
	}
}

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
months_show(struct ctx *x, const struct statistics *s, int year)
{
	const char *today = day_text(x->mem, clock_today());
	int this_year = day_year(clock_today());
	int month = (today[5] - '0') * 10 + today[6] - '0';
	int64_t max = 0, top;

	for (int i = 0; i < 12; i++)
		if (s->by_month[i] > max)
			max = s->by_month[i];
	top = scale_of(max);
	lines_show(x, top);
	for (int i = 0; i < 12; i++) {
		struct node *n = view_item(x->page, "Page.Months");
		int64_t h = (BASE - TOP) * s->by_month[i] / top;

		view_int(n, "Month", i + 1);
		view_int(n, "N", s->by_month[i]);
		view_int(n, "X", LEFT + 14 + i * STEP);
		view_int(n, "Middle", LEFT + 14 + i * STEP + BAR / 2);
		view_int(n, "Y", BASE - h);
		view_int(n, "TextY", BASE - h - 7);
		view_int(n, "Height", h);
		view_flag(n, "Most", max > 0 && s->by_month[i] == max);
		view_flag(n, "Part", year == this_year && i + 1 == month);
		view_flag(n, "Later", year == this_year && i + 1 > month);
	}
}

static void
categories_show(struct ctx *x, const struct statistics *s)
{
	int64_t max = s->by_category.n > 0 ? s->by_category.v[0].n : 1;
	int shown = s->by_category.n < SHOWN ? s->by_category.n : SHOWN;

	for (int i = 0; i < s->by_category.n; i++) {
		struct node *n = view_item(x->page, "Page.ByCategory");
		int64_t w = BAR_MAX * s->by_category.v[i].n / (max ? max : 1);

		view_set(n, "Name", s->by_category.v[i].name);
		view_int(n, "N", s->by_category.v[i].n);
		view_flag(n, "Shown", i < SHOWN);
		view_int(n, "Width", w > 1 ? w : 2);
		view_int(n, "Y", ROW * i + 6);
		view_int(n, "TextY", ROW * i + 20);
		view_int(n, "ValueX", 136 + w);
	}
	view_int(x->page, "Page.CategoryHeight", ROW * shown + 6);
	view_flag(x->page, "Page.MoreCategories", s->by_category.n > SHOWN);
}

static void
states_show(struct ctx *x, const struct statistics *s)
{
	int64_t all = 0;

	for (int i = STATE_DRAFT; i < STATE__MAX; i++) {
		struct node *n = view_item(x->page, "Page.ByState");

		rows_tag(n, (enum state)i, "");
		view_int(n, "N", s->by_state[i]);
		all += s->by_state[i];
	}
	view_int(x->page, "Page.All", all);
	view_int(x->page, "Page.Waiting", s->by_state[STATE_SUBMITTED] +
	    s->by_state[STATE_APPROVED]);
	view_int(x->page, "Page.Public", s->by_state[STATE_PUBLISHED] +
	    s->by_state[STATE_EXPIRED]);
	view_int(x->page, "Page.Expired", s->by_state[STATE_EXPIRED]);
	view_int(x->page, "Page.Drafts", s->by_state[STATE_DRAFT]);
}

/* What spared people an application, for the supervising unit. */
static enum rc
answered_show(struct ctx *x, int year)
{
	struct answered_counts all;
	int64_t sum = 0;
	enum rc rc = answered_counts(x->db, year, &all, x->mem);

	if (rc != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Answered");

		view_set(n, "Name", all.v[i].category);
		view_int(n, "N", all.v[i].n);
		sum += all.v[i].n;
	}
	view_int(x->page, "Page.AnsweredAll", sum);
	return RC_OK;
}

enum rc
statistics_show(struct ctx *x)
{
	int now = day_year(clock_today());
	int year = x->in.v[S_YEAR].given ? (int)x->in.v[S_YEAR].i : now;
	struct statistics s = { 0 };
	enum rc rc;

	if (year < 1949 || year > now)
		year = now;
	if ((rc = statistics_of(x->db, x->me->unit, year, &s, x->mem))
	    != RC_OK)
		return rc;
	frame_menu(x, "statistics");
	view_int(x->page, "Page.Year", year);
	view_flag(x->page, "Page.ThisYear", year == now);
	view_set(x->page, "Page.Today", day_text(x->mem, clock_today()));
	view_int(x->page, "Page.InYear", s.published_in_year);
	years_show(x, s.first_year, year);
	months_show(x, &s, year);
	categories_show(x, &s);
	states_show(x, &s);
	if ((rc = blank_show(x)) != RC_OK ||
	    (x->me->supervising && (rc = answered_show(x, year)) != RC_OK))
		return rc;
	return show(x, "gkht/statistics.cs");
}
