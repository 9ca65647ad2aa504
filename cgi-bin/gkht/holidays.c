/*
 * holidays.c - 节假日: the notices that the working days of the whole
 * district are counted by, edited by the supervising unit, and whose
 * deadlines a change has moved.
 */
#include "core/application_moves.h"
#include "core/calendar.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

#define YEAR_MIN	1990
#define YEAR_MAX	2999
#define MOVES_SHOWN	200

enum { Q_YEAR, Q_DONE };
enum { F_ACT, F_YEAR, F_DAY, F_ARRANGE, F_HOLIDAY, F_NOTICE };
enum act { ACT_SET, ACT_REMOVE, ACT_NOTICE };

static const char *const acts[] = { "set", "remove", "notice", NULL };
static const char *const arranged[] = { "off", "work", NULL };

const struct field holidays_fields[] = {
	[Q_YEAR] = { "year", KIND_NUMBER, 0, YEAR_MAX, NULL },
	[Q_DONE] = { "done", KIND_CHOICE, 0, 0, acts },
	{ 0 }
};

const struct field holiday_fields[] = {
	[F_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[F_YEAR] = { "year", KIND_NUMBER, REQUIRED, YEAR_MAX, NULL },
	[F_DAY] = { "day", KIND_DATE, 0, 0, NULL },
	[F_ARRANGE] = { "arrange", KIND_CHOICE, 0, 0, arranged },
	[F_HOLIDAY] = { "holiday", KIND_LINE, 0, CALENDAR_NAME, NULL },
	[F_NOTICE] = { "notice", KIND_LINES, 0, 20000, NULL },
	{ 0 }
};

static void
year_show(struct ctx *x, int year, int chosen, bool known)
{
	struct node *n = view_item(x->page, "Page.Years");

	view_int(n, "Year", year);
	view_flag(n, "On", year == chosen);
	view_flag(n, "Missing", !known);
}

/* Those that have a notice, and the ones people will ask for next. */
static enum rc
years_show(struct ctx *x, int chosen)
{
	int next = day_year(clock_today()) + 1;
	struct years years;
	enum rc rc;

	if ((rc = calendar_years(x->db, &years, x->mem)) != RC_OK)
		return rc;
	for (; years.n == 0 || next > years.v[0]; next--)
		if (next >= day_year(clock_today()))
			year_show(x, next, chosen, false);
		else
			break;
	for (int k = 0; k < years.n; k++)
		year_show(x, years.v[k], chosen, true);
	return RC_OK;
}

static void
day_show(struct ctx *x, const struct holiday *h)
{
	struct node *n = view_item(x->page, "Page.Days");

	view_set(n, "Day", day_text(x->mem, h->day));
	view_int(n, "Weekday", day_weekday(h->day));
	view_flag(n, "Work", h->working);
	view_set(n, "Name", h->name);
}

static enum rc
page_fill(struct ctx *x, int year)
{
	struct holidays all;
	enum rc rc;

	if ((rc = years_show(x, year)) != RC_OK ||
	    (rc = calendar_year(x->db, year, &all, x->mem)) != RC_OK)
		return rc;
	frame_menu(x, "holidays");
	view_int(x->page, "Page.Year", year);
	view_int(x->page, "Page.DayCount", all.n);
	for (int k = 0; k < all.n; k++)
		day_show(x, &all.v[k]);
	return RC_OK;
}

static int
year_of(const struct value *v)
{
	return v->given && v->i >= YEAR_MIN ? (int)v->i :
	    day_year(clock_today());
}

enum rc
holidays_show(struct ctx *x)
{
	enum rc rc;

	if ((rc = page_fill(x, year_of(&x->in.v[Q_YEAR]))) != RC_OK)
		return rc;
	view_set(x->page, "Page.Deed", x->in.v[Q_DONE].s);
	return show(x, "gkht/holidays.cs");
}

enum rc
holidays_again(struct ctx *x)
{
	struct holidays all;
	int year = year_of(&x->in.v[F_YEAR]), line;
	enum rc rc;

	if ((rc = page_fill(x, year)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Form.day", x->in.v[F_DAY].raw);
	view_set(x->page, "Page.Form.arrange", x->in.v[F_ARRANGE].raw);
	view_set(x->page, "Page.Form.holiday", x->in.v[F_HOLIDAY].raw);
	view_set(x->page, "Page.Form.notice", x->in.v[F_NOTICE].raw);
	if (x->in.v[F_NOTICE].given && calendar_text(x->in.v[F_NOTICE].s, year,
	    &all, &line, x->mem) != RC_OK && line > 0)
		view_int(x->page, "Page.WrongLine", line);
	return show(x, "gkht/holidays.cs");
}

static enum rc
set(struct ctx *x, int year)
{
	const struct value *v = x->in.v;
	struct holiday h = { .year = year, .name = v[F_HOLIDAY].s,
	    .working = v[F_ARRANGE].i == 1 };
	enum rc rc;

	if (!day_parse(v[F_DAY].s, &h.day))
		return refuse(x, "day", PROBLEM_MISSING);
	if (!v[F_ARRANGE].given)
		return refuse(x, "arrange", PROBLEM_MISSING);
	if (!v[F_HOLIDAY].given)
		return refuse(x, "holiday", PROBLEM_MISSING);
	rc = calendar_change(x->db, &x->actor, &h, x->mem);
	return rc == RC_INVALID ? refuse(x, "day", PROBLEM_OTHER_YEAR) : rc;
}

static enum rc
drop(struct ctx *x)
{
	day_t day;

	if (!day_parse(x->in.v[F_DAY].s, &day))
		return refuse(x, "day", PROBLEM_MISSING);
	return calendar_remove(x->db, &x->actor, day, x->mem);
}

static enum rc
paste(struct ctx *x, int year)
{
	struct holidays all;
	int line;

	if (calendar_text(x->in.v[F_NOTICE].s, year, &all, &line, x->mem)
	    != RC_OK)
		return refuse(x, "notice", PROBLEM_NOTICE_LINE);
	return calendar_replace(x->db, &x->actor, year, &all, x->mem);
}

static enum rc
change(struct ctx *x, int year)
{
	if (x->in.v[F_YEAR].i < YEAR_MIN)
		return refuse(x, "year", PROBLEM_NOT_NUMBER);
	switch ((enum act)x->in.v[F_ACT].i) {
	case ACT_SET:
		return set(x, year);
	case ACT_REMOVE:
		return drop(x);
	case ACT_NOTICE:
		return paste(x, year);
	}
	return RC_NOT_FOUND;
}

static enum rc
moves_show(struct ctx *x, const struct application_moves *all, int year)
{
	enum rc rc;

	if ((rc = page_fill(x, year)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Deed", x->in.v[F_ACT].s);
	view_int(x->page, "Page.MoveCount", all->n);
	view_flag(x->page, "Page.MoreMoves", all->n > MOVES_SHOWN);
	for (int k = 0; k < all->n && k < MOVES_SHOWN; k++) {
		struct node *n = view_item(x->page, "Page.Moves");

		view_set(n, "Number", all->v[k].number);
		view_set(n, "Unit", all->v[k].unit);
		view_set(n, "From", day_text(x->mem, all->v[k].from));
		view_set(n, "To", day_text(x->mem, all->v[k].to));
		view_flag(n, "Later", all->v[k].to > all->v[k].from);
	}
	return show(x, "gkht/holidays.cs");
}

/* Whose deadlines moved is told on this one page. */
enum rc
holidays_change(struct ctx *x)
{
	struct application_dues before, after;
	struct application_moves moved;
	int year = year_of(&x->in.v[F_YEAR]);
	enum rc rc;

	if ((rc = application_dues(x->db, &before, x->mem)) != RC_OK ||
	    (rc = change(x, year)) != RC_OK ||
	    (rc = application_dues(x->db, &after, x->mem)) != RC_OK)
		return rc;
	application_moves(&before, &after, &moved, x->mem);
	if (moved.n > 0)
		return moves_show(x, &moved, year);
	return go(x, "/gkht/holidays?year=%d&done=%s", year,
	    x->in.v[F_ACT].s);
}
