/* statistics_download.c - 统计 as a file: every figure of the page a row. */
#include "core/csv_write.h"
#include "gkht/pages.h"
#include "gkht/statistics.h"
#include "richtext/xlsx_write.h"
#include "web/message.h"

struct sink {
	struct xlsx *book;		/* NULL: csv */
	struct csv_write csv;
};

static void
put(struct sink *s, enum statistics_subject what, const char *name, int64_t n)
{
	if (s->book == NULL) {
		csv_write_text(&s->csv, message_subject(what));
		csv_write_text(&s->csv, name);
		csv_write_number(&s->csv, n);
		csv_write_row(&s->csv);
		return;
	}
	xlsx_text(s->book, message_subject(what));
	xlsx_text(s->book, name);
	xlsx_number(s->book, n);
	xlsx_row(s->book);
}

static void
put_counts(struct sink *s, enum statistics_subject what,
    const struct statistics_counts *c)
{
	for (int k = 0; k < c->n; k++)
		put(s, what, c->v[k].name, c->v[k].n);
}

static void
put_all(struct sink *s, const struct figures *f, struct arena *m)
{
	for (int k = f->period.first; k <= f->period.last; k++)
		put(s, SUBJECT_MONTH, message_month(m, k),
		    f->all.by_month[k - 1]);
	put_counts(s, SUBJECT_CATEGORY, &f->all.by_category);
	put_counts(s, SUBJECT_CLERK, &f->all.by_clerk);
	put_counts(s, SUBJECT_TIME, &f->by_speed);
	for (int k = STATE_DRAFT; k < STATE__MAX; k++)
		put(s, SUBJECT_STATE, message_state((enum state)k),
		    f->all.by_state[k]);
	for (int k = 0; k < f->units.n; k++)
		put(s, SUBJECT_UNIT, f->units.v[k].name,
		    f->units.v[k].count.published);
	for (int k = 0; k < f->units.n; k++)
		put(s, SUBJECT_UNIT_LATE, f->units.v[k].name,
		    f->units.v[k].count.late);
}

static const char *
file_name(struct ctx *x, const struct figures *f, const char *ending)
{
	return arena_printf(x->mem, "%s%s", message_statistics_file(x->mem,
	    x->me->unit_short, f->period.year, f->period.first,
	    f->period.last), ending);
}

enum rc
statistics_csv(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct sink s = { .csv = csv_write_open(&b) };
	struct figures f;
	enum rc rc;

	if ((rc = figures_load(x, &f)) != RC_OK)
		return rc;
	for (int k = 0; k < STATISTICS_COLUMNS; k++)
		csv_write_text(&s.csv, message_statistics_column(k));
	csv_write_row(&s.csv);
	put_all(&s, &f, x->mem);
	return send_bytes(x, b.s, b.n, CSV_TYPE, file_name(x, &f, ".csv"));
}

enum rc
statistics_xlsx(struct ctx *x)
{
	const struct xlsx_column columns[STATISTICS_COLUMNS] = {
		{ message_statistics_column(0), 24 },
		{ message_statistics_column(1), 40 },
		{ message_statistics_column(2), 10 },
	};
	struct sink s = { 0 };
	struct figures f;
	void *data;
	size_t n;
	enum rc rc;

	if ((rc = figures_load(x, &f)) != RC_OK ||
	    (rc = xlsx_open(&s.book, message_statistics_file(x->mem,
	    x->me->unit_short, f.period.year, f.period.first,
	    f.period.last), columns, STATISTICS_COLUMNS, x->mem)) != RC_OK)
		return rc;
	put_all(&s, &f, x->mem);
	if ((rc = xlsx_end(s.book, &data, &n, x->mem)) != RC_OK)
		return rc;
	return send_bytes(x, data, n, XLSX_TYPE, file_name(x, &f, ".xlsx"));
}
