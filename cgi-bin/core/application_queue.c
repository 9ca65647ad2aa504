/* application_queue.c - lists for the back office: what must be done next and
 * how much there is of it. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/application_row.h"
#include "core/list.h"

#define PAGE_MAX	100
#define RECEIPT "COALESCE((SELECT MAX(e.day) FROM case_event e"		\
	" WHERE e.application_id = a.id AND e.kind = 'confirm'), a.came_on)"
#define NEWEST_SQL	"SELECT " APPLICATION_COLS APPLICATION_FROM		\
	" WHERE a.unit_id = $1 AND a.id < $2"				\
	" AND ($3 = '' OR a.state = $3) AND ($4 = '' OR a.channel = $4)"	\
	" AND ($5 = '' OR lower(a.number) LIKE $5 ESCAPE '\\'"		\
	" OR lower(a.wish_name) LIKE $5 ESCAPE '\\'"			\
	" OR a.wish_doc_no LIKE $5 ESCAPE '\\'"				\
	" OR lower(a.wish_description) LIKE $5 ESCAPE '\\')"		\
	" AND ($6 = '' OR " RECEIPT " >= $6)"				\
	" AND ($7 = '' OR " RECEIPT " <= $7)"				\
	" ORDER BY a.id DESC LIMIT $8"

static bool
holds(struct arena *m, const char *text, const char *folded)
{
	return strstr(text_fold(m, text), folded) != NULL;
}

static bool
is_day(day_t day)
{
	return day != DAY_NONE && day != 0;
}

static bool
is_between(const struct application_filter *f, const struct application *a)
{
	day_t day = a->facts.receipt != DAY_NONE ? a->facts.receipt :
	    a->came_on;

	return (!is_day(f->from) || day >= f->from) &&
	    (!is_day(f->to) || day <= f->to);
}

static bool
is_wanted(const struct application_filter *f, const char *q,
    const struct application *a, struct arena *m)
{
	if ((f->state != CASE_NONE && a->state != f->state) ||
	    (f->channel != CHANNEL_NONE && a->channel != f->channel) ||
	    (f->extension_asked && !a->facts.extension_asked) ||
	    (f->overdue && !a->clock.overdue) || !is_between(f, a) ||
	    (f->soon && (a->clock.standing != STANDING_RUNNING ||
	    a->clock.overdue || a->clock.left > APPLICATION_SOON)))
		return false;
	return *q == '\0' || holds(m, a->number, q) ||
	    holds(m, a->wish.name, q) || holds(m, a->wish.doc_no, q) ||
	    holds(m, a->wish.description, q);
}

/* Overdue; unconfirmed; with a deadline; waiting for a correction. */
static int
rank(const struct application *a)
{
	if (a->clock.overdue || a->facts.confirm_late)
		return 0;
	if (a->state == CASE_SUBMITTED)
		return 1;
	return a->clock.due == DAY_NONE || a->state == CASE_CORRECTING ? 3 : 2;
}

static day_t
day_of(const struct application *a)
{
	if (a->state == CASE_SUBMITTED)
		return a->came_on;
	return a->state == CASE_CORRECTING ? a->facts.correction_until :
	    a->clock.due;
}

static int
compare(const void *x, const void *y)
{
	const struct application *a = x, *b = y;

	if (rank(a) != rank(b))
		return rank(a) - rank(b);
	if (day_of(a) != day_of(b))
		return day_of(a) < day_of(b) ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static enum rc
queue_urgent(struct db *db, const struct application_filter *f, int max,
    struct applications *out, struct arena *m)
{
	const char *q = text_fold(m, text_trim(m, f->q != NULL ? f->q : ""));
	struct applications all;
	bool started = f->after == 0;
	enum rc rc;

	if ((rc = application_undone(db, f->unit, &all, m)) != RC_OK)
		return rc;
	if (all.n > 0)
		qsort(all.v, (size_t)all.n, sizeof(all.v[0]), compare);
	for (int k = 0; k < all.n; k++) {
		if (started && is_wanted(f, q, &all.v[k], m)) {
			if (out->n == max) {
				out->next = out->v[max - 1].id;
				break;
			}
			*list_add(out, m) = all.v[k];
		}
		started |= all.v[k].id == f->after;
	}
	return RC_OK;
}

/* "%q%" with the signs of LIKE made plain; "" for no search. */
static const char *
pattern(struct arena *m, const char *q)
{
	struct buf b = buf_new(m);

	q = text_lower(m, text_trim(m, q != NULL ? q : ""));
	if (*q == '\0')
		return "";
	buf_putc(&b, '%');
	for (; *q != '\0'; q++) {
		if (strchr("%_\\", *q) != NULL)
			buf_putc(&b, '\\');
		buf_putc(&b, *q);
	}
	buf_putc(&b, '%');
	return b.s;
}

static enum rc
queue_newest(struct db *db, const struct application_filter *f, int max,
    struct applications *out, struct arena *m)
{
	struct rows q = db_query(db, NEWEST_SQL, V(f->unit),
	    V(f->after > 0 ? f->after : INT64_MAX),
	    V(case_state_key(f->state)), V(channel_key(f->channel)),
	    V(pattern(m, f->q)), V(is_day(f->from) ? day_text(m, f->from) :
	    ""), V(is_day(f->to) ? day_text(m, f->to) : ""), V(max + 1));
	enum rc rc;

	while (db_next(&q))
		application_load(&q, list_add(out, m), m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (out->n > max)
		out->next = out->v[(out->n = max) - 1].id;
	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = application_clock_of(db, &out->v[k], false, m);
	return rc;
}

enum rc
application_queue(struct db *db, const struct application_filter *f,
    struct applications *out, struct arena *m)
{
	int max = f->max < 1 ? 1 : f->max > PAGE_MAX ? PAGE_MAX : f->max;

	*out = (struct applications){ 0 };
	return f->order == ORDER_NEWEST ? queue_newest(db, f, max, out, m) :
	    queue_urgent(db, f, max, out, m);
}

static void
count(struct case_counts *c, const struct application *a, day_t today)
{
	c->open++;
	c->unconfirmed += a->state == CASE_SUBMITTED;
	c->unconfirmed_late += a->facts.confirm_late;
	c->drafted += a->state == CASE_DRAFTED;
	c->extension += a->facts.extension_asked;
	c->overdue += a->clock.overdue;
	if (a->clock.standing != STANDING_RUNNING || a->clock.overdue)
		return;
	c->soon += a->clock.left <= APPLICATION_SOON;
	c->due_today += a->clock.due == today;
	for (int k = 0; k < 5; k++)
		c->due[k] += a->clock.due == c->due_day[k];
}

enum rc
application_counts(struct db *db, int64_t unit, struct case_counts *c,
    struct arena *m)
{
	struct applications all;
	struct calendar *calendar;
	day_t today = clock_today();
	enum rc rc;

	*c = (struct case_counts){ 0 };
	if ((rc = calendar_load(db, &calendar, m)) != RC_OK ||
	    (rc = application_undone(db, unit, &all, m)) != RC_OK)
		return rc;
	for (int k = 0; k < 5; k++)
		c->due_day[k] = calendar_add(calendar, today, k + 1);
	for (int k = 0; k < all.n; k++)
		count(c, &all.v[k], today);
	return RC_OK;
}
