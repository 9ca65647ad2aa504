/*
 * deadline.c - gkctl deadline and workday: the clock by hand, with its proof.
 * With -c they count by the holidays of that district, else by the notices
 * that came with the program.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "core/deadline.h"
#include "core/list.h"
#include "gkctl/ctl.h"
#include "gkctl/table.h"

#define DAYS_MAX 10000		/* working days that workday counts */
#define DEADLINE_USAGE "deadline --received DAY " \
	"[--event KIND:DAY[:DAYS]]... [--today DAY]"

struct history {
	int n;
	struct deadline_event *v;
	day_t today;
};

static int
notices_read(struct ctl *c, struct calendar **out)
{
	static const char *const paths[] = { "sql/data/holidays.tsv",
		"/usr/share/xxgk/sql/data/holidays.tsv" };
	const char *path = paths[access(paths[0], R_OK) == 0 ? 0 : 1];
	struct holidays all = { 0 };
	struct holiday *h;
	struct table t;
	int64_t year;
	int i;

	if (table_read(path, 4, &t, c->mem) != RC_OK)
		return ctl_fail("no holidays: name a district with -c CONF");
	for (i = 0; i < t.n; i++) {
		h = list_add(&all, c->mem);
		if (!day_parse(t.row[i][0], &h->day) ||
		    !text_int(t.row[i][3], 1990, 2999, &year))
			return ctl_fail("%s: %s: not a day", path,
			    t.row[i][0]);
		h->working = strcmp(t.row[i][1], "work") == 0;
		h->name = t.row[i][2];
		h->year = (int)year;
	}
	*out = calendar_of(&all, c->mem);
	return 0;
}

static int
calendar_read(struct ctl *c, struct calendar **out)
{
	enum rc rc;

	if (c->db == NULL)
		return notices_read(c, out);
	if ((rc = calendar_load(c->db, out, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "holidays");
	return 0;
}

static int
kinds_tell(const char *wrong)
{
	enum deadline_kind k;

	ctl_fail("%s: not KIND:DAY[:DAYS]; KIND is one of", wrong);
	for (k = DEADLINE_RECEIVED + 1; k < DEADLINE__MAX; k++)
		fprintf(stderr, "  %s\n", deadline_key(k));
	return 1;
}

static bool
day_read(const char *s, day_t *day)
{
	return day_parse(s, day) && day_year(*day) >= 1000;
}

static int
event_read(struct ctl *c, const char *arg, struct deadline_event *e)
{
	char *kind = arena_strdup(c->mem, arg), *at, *days;
	int64_t n = 0;

	if ((at = strchr(kind, ':')) == NULL)
		return kinds_tell(arg);
	*at++ = '\0';
	if ((days = strchr(at, ':')) != NULL)
		*days++ = '\0';
	e->kind = deadline_of_key(kind);
	if (e->kind == DEADLINE_NONE || e->kind == DEADLINE_RECEIVED ||
	    !day_read(at, &e->day) ||
	    (days != NULL && !text_int(days, 1, 250, &n)))
		return kinds_tell(arg);
	e->days = (int)n;
	return 0;
}

static int
arguments_read(struct ctl *c, int argc, char **argv, struct history *h)
{
	bool received = false;
	int i;

	h->today = clock_today();
	for (i = 1; i + 1 < argc; i += 2) {
		if (strcmp(argv[i], "--event") == 0) {
			if (event_read(c, argv[i + 1],
			    list_add(h, c->mem)) != 0)
				return 1;
		} else if (strcmp(argv[i], "--today") == 0) {
			if (!day_read(argv[i + 1], &h->today))
				return ctl_fail("%s: not a day like "
				    "2026-02-11", argv[i + 1]);
		} else if (strcmp(argv[i], "--received") == 0 && !received) {
			struct deadline_event *e = list_add(h, c->mem);

			e->kind = DEADLINE_RECEIVED;
			received = true;
			if (!day_read(argv[i + 1], &e->day))
				return ctl_fail("%s: not a day like "
				    "2026-02-11", argv[i + 1]);
		} else {
			break;
		}
	}
	return i == argc && received ? 0 : ctl_fail(DEADLINE_USAGE);
}

static const char *
mark_text(struct arena *m, const struct deadline_day *d)
{
	switch (d->mark) {
	case MARK_RECEIVED:
		return "received, not counted";
	case MARK_COUNTED:
	case MARK_AFTER:
		return arena_printf(m, "%d", d->number);
	case MARK_REST:
		return "weekend";
	case MARK_HOLIDAY:
		return "holiday";
	case MARK_STOPPED:
		return arena_printf(m, "stopped (%s)", deadline_key(d->why));
	case MARK_VOID:
		return arena_printf(m, "%d, void (%s)", d->number,
		    deadline_key(d->why));
	}
	return "";
}

static void
day_print(struct arena *m, const struct deadline_day *d)
{
	static const char *const names[] = { "", "Mon", "Tue", "Wed", "Thu",
		"Fri", "Sat", "Sun" };

	printf("%s %s  %s", day_text(m, d->day), names[day_weekday(d->day)],
	    mark_text(m, d));
	if (d->article != 0)
		printf(", art. %d", d->article);
	if (d->notice_year != 0)
		printf(", %s%s of the %d notice",
		    d->makeup ? "make-up day for " : "", d->name,
		    d->notice_year);
	if (d->event > DEADLINE_RECEIVED)
		printf(", %s", deadline_key(d->event));
	if (d->today)
		printf(", today");
	puts(d->last ? ", DEADLINE" : "");
}

static void
deadline_print(struct arena *m, const struct deadline *d)
{
	static const char *const standings[] = {
		[STANDING_UNCONFIRMED] = "unconfirmed",
		[STANDING_RUNNING] = "running", [STANDING_STOPPED] = "stopped",
		[STANDING_CLOSED] = "closed",
	};
	int i;

	printf("%s\n%s, %d of %d working days used, %d left%s%s\n",
	    day_text(m, d->due), standings[d->standing], d->used, d->allowed,
	    d->left, d->overdue ? ", overdue" : "",
	    d->provisional ? ", provisional: a year has no holiday notice" :
	    "");
	for (i = 0; i < d->n && d->v[i].day <= d->due; i++)
		day_print(m, &d->v[i]);
}

int
deadline_run(struct ctl *c, int argc, char **argv)
{
	struct calendar *cal = NULL;
	struct history h = { 0 };
	struct deadline d;

	if (arguments_read(c, argc, argv, &h) != 0 ||
	    calendar_read(c, &cal) != 0)
		return 1;
	deadline_compute(cal, h.v, h.n, h.today, &d, c->mem);
	if (d.due == DAY_NONE)
		return ctl_fail("closed before it was received");
	deadline_print(c->mem, &d);
	return 0;
}

int
workday_run(struct ctl *c, int argc, char **argv)
{
	struct calendar *cal = NULL;
	day_t start, end;
	int64_t n;

	if (argc != 3 || !day_read(argv[1], &start) ||
	    !text_int(argv[2], 1, DAYS_MAX, &n))
		return ctl_fail("workday DATE N, N from 1 to %d", DAYS_MAX);
	if (calendar_read(c, &cal) != 0)
		return 1;
	end = calendar_add(cal, start, (int)n);
	puts(day_text(c->mem, end));
	for (int year = day_year(start); year <= day_year(end); year++)
		if (!calendar_knows(cal, year))
			fprintf(stderr, "provisional: no holiday notice of "
			    "%d\n", year);
	return 0;
}
