/* calendar_notice.c - a year's holiday notice: reading, changing, pasting. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/calendar.h"
#include "core/list.h"

#define YEAR_MIN 1990
#define YEAR_MAX 2999

enum rc
calendar_year(struct db *db, int year, struct holidays *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT day, kind, name FROM holiday"
	    " WHERE notice_year = $1 ORDER BY day LIMIT $2", V(year),
	    V(CALENDAR_LINES * 2));
	struct holiday *h;

	*out = (struct holidays){ 0 };
	while (db_next(&q)) {
		h = list_add(out, m);
		if (!day_parse(db_text(&q, 0, m), &h->day))
			out->n--;	/* written around calendar_set() */
		h->working = strcmp(db_text(&q, 1, m), "work") == 0;
		h->name = db_text(&q, 2, m);
		h->year = year;
	}
	return db_done(&q);
}

enum rc
calendar_years(struct db *db, struct years *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT notice_year FROM holiday"
	    " GROUP BY notice_year ORDER BY notice_year DESC");

	*out = (struct years){ 0 };
	while (db_next(&q))
		*list_add(out, m) = (int)db_int(&q, 0);
	return db_done(&q);
}

static const char *
kind_key(bool working)
{
	return working ? "work" : "off";
}

static bool
belongs(day_t day, int year)
{
	day_t first, last;
	char form[16];

	if (year < YEAR_MIN || year > YEAR_MAX)
		return false;
	snprintf(form, sizeof(form), "%04d-12-01", year - 1);
	day_parse(form, &first);
	snprintf(form, sizeof(form), "%04d-12-31", year);
	day_parse(form, &last);
	return day >= first && day <= last;
}

static bool
good(const struct holiday *h)
{
	size_t n = strlen(h->name);

	return belongs(h->day, h->year) && n > 0 &&
	    text_valid(h->name, n) && text_printable(h->name, n, false) &&
	    text_length(h->name) <= CALENDAR_NAME;
}

enum rc
calendar_change(struct db *db, const struct actor *who,
    const struct holiday *h, struct arena *m)
{
	const char *kind = kind_key(h->working);
	enum rc rc;

	if (!good(h))
		return RC_INVALID;
	if ((rc = calendar_set(db, h->day, kind, h->name, h->year, m))
	    != RC_OK)
		return rc;
	return audit_write(db, who, "holiday_set", "calendar", h->year, "",
	    kind, arena_printf(m, "%s %s", day_text(m, h->day), h->name), m);
}

enum rc
calendar_remove(struct db *db, const struct actor *who, day_t day,
    struct arena *m)
{
	const char *text = day_text(m, day), *kind, *name;
	int64_t year;
	struct rows q = db_query(db, "SELECT kind, name, notice_year"
	    " FROM holiday WHERE day = $1", V(text));
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	kind = db_text(&q, 0, m);
	name = db_text(&q, 1, m);
	year = db_int(&q, 2);
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM holiday WHERE day = $1", V(text)))
	    != RC_OK)
		return rc;
	return audit_write(db, who, "holiday_remove", "calendar", year, kind,
	    "", arena_printf(m, "%s %s", text, name), m);
}

/* The next word of the line, ended with NUL; "" at its end. */
static char *
word_of(char **s)
{
	char *word = *s + strspn(*s, " \t\r");

	*s = word + strcspn(word, " \t\r");
	if (**s != '\0')
		*(*s)++ = '\0';
	return word;
}

/* In words, as the notice has them, or as the seed data has them. */
static bool
is_kind(const char *word, bool working)
{
	static const char *const words[2][3] = {
		{ "off", "放假", "休息" }, { "work", "上班", "调休上班" }
	};

	for (int k = 0; k < 3; k++)
		if (strcmp(word, words[working][k]) == 0)
			return true;
	return false;
}

static bool
line_read(char *s, int year, struct holiday *h, struct arena *m)
{
	char *day = word_of(&s), *kind = word_of(&s);

	*h = (struct holiday){
		.year = year, .working = is_kind(kind, true),
		.name = text_trim(m, s),
	};
	return (h->working || is_kind(kind, false)) &&
	    day_parse(day, &h->day) && good(h);
}

static bool
listed(const struct holidays *all, day_t day)
{
	for (int k = 0; k < all->n; k++)
		if (all->v[k].day == day)
			return true;
	return false;
}

enum rc
calendar_text(const char *text, int year, struct holidays *out, int *line,
    struct arena *m)
{
	char *s = text_unix_lines(m, text), *end;
	struct holiday h;

	*out = (struct holidays){ 0 };
	for (*line = 1; s != NULL; s = end, ++*line) {
		if ((end = strchr(s, '\n')) != NULL)
			*end++ = '\0';
		s = text_trim(m, s);
		if (*s == '\0' || *s == '#')
			continue;
		if (out->n == CALENDAR_LINES || !line_read(s, year, &h, m) ||
		    listed(out, h.day))
			return RC_INVALID;
		*list_add(out, m) = h;
	}
	*line = 0;
	return out->n > 0 ? RC_OK : RC_INVALID;
}

enum rc
calendar_replace(struct db *db, const struct actor *who, int year,
    const struct holidays *all, struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM holiday WHERE notice_year = $1",
	    V(year));

	for (int k = 0; rc == RC_OK && k < all->n; k++) {
		const struct holiday *h = &all->v[k];

		if (h->year != year || !good(h))
			return RC_INVALID;
		rc = calendar_set(db, h->day, kind_key(h->working), h->name,
		    year, m);
	}
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "holiday_notice", "calendar", year, "",
	    "", arena_printf(m, "%d: %d", year, all->n), m);
}
